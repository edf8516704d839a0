import type { Io } from './io';

export interface Command {
  readonly name: string;
  /** The whole help of the command. */
  readonly help: string;
  /** Names of its options, without dashes. */
  readonly options: readonly string[];
  /**
   * Does what is asked and returns the exit code, at once where nothing has to be waited for.
   *
   * @throws UsageError, ConfigurationError or UnreadableInput, which all mean exit code 2.
   */
  readonly run: (argv: readonly string[], io: Io) => number | Promise<number>;
}
