import { presetNames } from '../gate/preset-names';
import { gateLevels } from '../gate/levels';
import type { GateOptions } from '../gate/settings';
import { isDate } from '../gate/waivers';
import { severities } from '../model/finding';
import { readableDialects } from '../readers/detect';
import { choice, words, type Options, type Values } from './arguments';
import type { ReadOptions } from './inputs';
import { UsageError } from './io';
import { readVariableFiles } from './variable-files';

/** Few runs are given any, and reading them takes a parser. */
const parameters = () => require('./parameters') as typeof import('./parameters');

/** Options of every command that reads and judges. */
export const judgingOptions = {
  'allow-plugins': { type: 'boolean' },
  as: { type: 'string' },
  config: { type: 'string' },
  date: { type: 'string' },
  environment: { type: 'string' },
  parameters: { type: 'string', multiple: true },
  'run-terraform': { type: 'boolean' },
  source: { type: 'string' },
  'var-file': { type: 'string', multiple: true },
} as const satisfies Options;

export const gateFlags = {
  'allow-incomplete': { type: 'boolean' },
  block: { type: 'string' },
  'fail-on': { type: 'string' },
  include: { type: 'string', multiple: true },
  only: { type: 'string', multiple: true },
  preset: { type: 'string' },
  skip: { type: 'string', multiple: true },
  undecided: { type: 'string' },
} as const satisfies Options;

/** @throws UsageError for a value that an option does not take. */
export function gateOptionsOf(values: Values<typeof judgingOptions> & Values<typeof gateFlags>): GateOptions {
  const included = words(values.include).map((word) => choice('--include', word, ['pass']));
  return {
    today: todayOf(values.date),
    environment: values.environment,
    preset: choice('--preset', values.preset, presetNames),
    block: choice('--block', values.block, ['new', 'all']),
    undecided: choice('--undecided', values.undecided, gateLevels),
    failOn: choice('--fail-on', values['fail-on'], severities),
    only: words(values.only),
    skip: words(values.skip),
    includePass: included.length > 0,
    allowIncomplete: values['allow-incomplete'] ?? false,
  };
}

/** @throws UsageError for a value that an option does not take, or a file with values that cannot be read. */
export const readOptionsOf = (values: Values<typeof judgingOptions>): ReadOptions => ({
  as: choice('--as', values.as, readableDialects),
  ...(values.parameters && { parameters: parameters().readParameters(values.parameters) }),
  runTerraform: values['run-terraform'] ?? false,
  ...(values.source !== undefined && { source: values.source }),
  ...(values['var-file'] && { variableFiles: readVariableFiles(values['var-file']) }),
});

/** The same day everywhere: by UTC, unless a day is given. */
function todayOf(date: string | undefined): string {
  const today = date ?? new Date().toISOString().slice(0, 10);
  if (!isDate(today)) throw new UsageError(`--date: "${today}" is no day; write it as YYYY-MM-DD`);
  return today;
}
