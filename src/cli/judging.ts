import type { Settings } from '../gate/settings';
import type { JudgedInput } from '../gate/weigh';
import { optimizeLate } from '../late-optimization';
import { judgeAll, settingsFor } from '../inspect';
import { printable } from '../reports/printable';
import type { Values } from './arguments';
import type { gateFlags, judgingOptions } from './gate-options';
import { readArguments } from './inputs';
import type { Io } from './io';
import { setUp } from './setup';

/** What was judged of the arguments, and by which settings. */
export interface Judged {
  readonly judged: readonly JudgedInput[];
  readonly settings: Settings;
  /** 0, or 2 where something could not be read. */
  readonly code: 0 | 2;
}

/**
 * Reads and judges the arguments, and hands them over while their files are open. What could not be read is said on
 * standard error.
 *
 * @throws UsageError, ConfigurationError
 */
export function judging<T>(
  paths: readonly string[],
  values: Values<typeof judgingOptions> & Values<Pick<typeof gateFlags, 'only' | 'preset' | 'skip'>>,
  io: Io,
  use: (judged: Judged) => T,
): T {
  optimizeLate();
  const { gate, reading, configuration, plugins } = setUp(values);
  const settings = settingsFor({ ...gate, configuration, plugins });
  const { inputs, errors, close } = readArguments(paths, reading, io);
  try {
    const judged = judgeAll(inputs, { errors, plugins }, settings);
    const broken = judged.flatMap(({ error }) => error ?? []);
    for (const message of broken) io.err(`demarc: ${printable(message)}\n`);
    return use({ judged, settings, code: broken.length > 0 ? 2 : 0 });
  } finally {
    close();
  }
}
