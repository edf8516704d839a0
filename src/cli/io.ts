import type { ByteSource } from '../readers/source';

/** What a command may touch of the process around it. Tests bring their own. */
export interface Io {
  /** Standard output: the report, and nothing else. */
  readonly out: (text: string) => void;
  /** Standard error: everything else. */
  readonly err: (text: string) => void;
  /** Standard input, whole. */
  readonly input: () => Buffer;
  /** The same as a source, where it need not fit into memory. */
  readonly inputSource?: () => ByteSource;
  /** Shows a line on standard error in the place of the last one, or none; missing where that is no terminal. */
  readonly progress?: ((line: string | null) => void) | undefined;
  /** Whether standard output is a terminal, and how wide. */
  readonly terminal: { readonly width: number } | undefined;
  /** Further threads of this program, where it may have some. */
  readonly threads?: Threads;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Threads {
  /** How many there may be beside this one. */
  readonly most: () => number;
  /** Starts one on a task that structured clone can carry. */
  readonly start: (task: object) => Thread;
}

/** The argument by which a thread of this program knows that it is one: to ask takes longer. */
export const threadArgument = '(thread)';

export interface Thread {
  /** What it makes of its task, or undefined where it dies before. */
  readonly answer: Promise<unknown>;
  readonly stop: () => void;
}

/** Something wrong with how the program was called. The message says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
