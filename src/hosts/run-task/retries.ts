import { setTimeout } from 'node:timers/promises';

/** Something that may go better next time. */
export class Retryable extends Error {
  override readonly name = 'Retryable';
  /** @param after milliseconds that the other side asks to wait. */
  constructor(
    message: string,
    readonly after = 0,
  ) {
    super(message);
  }
}

/** Waits, or less where the signal ends it; never throws. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>;

export const wait: Wait = async (milliseconds, signal) => {
  await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
};

const pauses = [1000, 2000, 4000, 8000, 16_000];
const longestPause = 60_000;

/**
 * Does something that may fail for a while: up to six times, waiting twice as long each time, or as long as the other
 * side asks, which is no more than a minute.
 *
 * @throws what the action throws the last time, and at once what is not {@link Retryable}.
 */
export async function withRetries<T>(action: () => Promise<T>, waiting: Wait, signal: AbortSignal): Promise<T> {
  for (const pause of pauses) {
    try {
      return await action();
    } catch (error) {
      if (!(error instanceof Retryable) || signal.aborted) throw error;
      await waiting(Math.min(Math.max(pause, error.after), longestPause), signal);
      signal.throwIfAborted();
    }
  }
  return action();
}
