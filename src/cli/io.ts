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
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Something wrong with how the program was called. The message says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
