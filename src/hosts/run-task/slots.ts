/** Places for a few things at a time; the others wait in the order they came. */
export interface Slots {
  /**
   * Waits for a place.
   *
   * @returns gives the place back.
   * @throws the signal's reason, where it ends the waiting.
   */
  readonly take: (signal: AbortSignal) => Promise<() => void>;
}

export function slots(count: number): Slots {
  let free = count;
  const waiting = new Set<() => void>();
  const release = (): void => {
    free++;
    const [next] = waiting;
    next?.();
  };
  const take = (signal: AbortSignal): Promise<() => void> =>
    new Promise((resolve, reject) => {
      const enter = (): void => {
        waiting.delete(enter);
        signal.removeEventListener('abort', leave);
        free--;
        resolve(release);
      };
      const leave = (): void => {
        waiting.delete(enter);
        reject(signal.reason as Error);
      };
      if (signal.aborted) leave();
      else if (free > 0) enter();
      else {
        waiting.add(enter);
        signal.addEventListener('abort', leave, { once: true });
      }
    });
  return { take };
}
