import type { Diagnostic, Span } from '../syntax';

/** Thrown where the text stops following the grammar. It never leaves the parser. */
export class Failure extends Error implements Span {
  constructor(
    message: string,
    readonly start: number,
    readonly end: number,
  ) {
    super(message);
  }
}

/** What was read, or why it could not be. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Diagnostic };

/** Makes a failure data; any other error is one of ours and goes on. */
export function attempt<T>(read: () => T): Parsed<T> {
  try {
    return { ok: true, value: read() };
  } catch (error) {
    return { ok: false, error: diagnosticOf(error) };
  }
}

/** A failure as data; throws whatever else it is given. */
export function diagnosticOf(error: unknown): Diagnostic {
  if (!(error instanceof Failure)) throw error;
  const { message, start, end } = error;
  return { message, start, end };
}
