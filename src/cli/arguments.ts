import { parseArgs } from 'node:util';
import { didYouMean } from '../gate/suggestion';
import { UsageError } from './io';

/** The options of a command, by their names without dashes. */
export type Options = Readonly<
  Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: true; readonly short?: string }>
>;

/** What was given for each. */
export type Values<T extends Options> = {
  readonly [K in keyof T]?: T[K] extends { readonly multiple: true }
    ? readonly string[]
    : T[K] extends { readonly type: 'boolean' }
      ? boolean
      : string;
};

interface Parsed<T extends Options> {
  readonly values: Values<T>;
  readonly positionals: readonly string[];
}

/**
 * The options and positional arguments of a command.
 *
 * @throws UsageError for what the command does not know, with the option that was probably meant.
 */
export function parseArguments<const T extends Options>(argv: readonly string[], options: T): Parsed<T> {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(problemOf(error as { readonly code?: string } & Error, Object.keys(options)));
  }
}

function problemOf({ code, message }: { readonly code?: string } & Error, known: readonly string[]): string {
  const option = /'(-[^' ]*)/u.exec(message)?.[1];
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' && option !== undefined) {
    const meant = didYouMean(option.replace(/^-+/u, ''), known).replace(/"(.*)"/u, '--$1');
    return `unknown option ${option}${meant}`;
  }
  return message.replace(/^Option /u, '').split('. ')[0] ?? message;
}

/**
 * One of a few words.
 *
 * @throws UsageError that lists them.
 */
export function choice<const T extends string>(
  option: string,
  value: string | undefined,
  known: readonly T[],
): T | undefined {
  if (value === undefined) return undefined;
  const found = known.find((word) => word === value);
  if (found !== undefined) return found;
  throw new UsageError(`${option}: "${value}" is none of ${known.join(', ')}${didYouMean(value, known)}`);
}

/** Options that are given several times, or hold several words between commas. */
export const words = (values: readonly string[] | undefined): readonly string[] =>
  (values ?? []).flatMap((value) => value.split(',').map((word) => word.trim())).filter((word) => word !== '');
