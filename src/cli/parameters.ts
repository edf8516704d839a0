import { readFileSync, statSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { linePosition } from '../json-text';
import { decode } from '../readers/cloudformation/text';
import type { GivenParameters } from '../readers/cloudformation/parameters';
import { fileProblem } from '../readers/detect';
import { tooDeepAt } from '../yaml-depth';
import { UsageError } from './io';

/**
 * Values for the parameters of templates, from the files that other tools take them from: a list of `ParameterKey` and
 * `ParameterValue`, or of `Key=Value`; an object with `Parameters`; a plain map. JSON or YAML. A later file wins.
 *
 * @throws UsageError where a file cannot be read or holds something else.
 */
export const readParameters = (files: readonly string[]): GivenParameters =>
  Object.fromEntries(files.flatMap((file) => parametersIn(file, contentOf(file))));

/** CloudFormation takes 200 parameters of 4 KB. */
const largestFile = 1 << 20;

type Entry = readonly [string, string | readonly string[]];

function contentOf(file: string): unknown {
  let text: string;
  try {
    const found = statSync(file);
    if (found.size > largestFile) throw new Error('it is larger than 1 MiB');
    text = decode(readFileSync(file));
  } catch (error) {
    throw new UsageError(`--parameters: ${file}: ${fileProblem(error)}`);
  }
  const deep = tooDeepAt(text);
  if (deep !== undefined) throw damage(file, text, deep, 'nested too deeply for parameters');
  // Every scalar stays the text it is: CloudFormation's parameters are texts. An error must not quote them.
  const document = parseDocument(text, { schema: 'failsafe', logLevel: 'error', prettyErrors: false });
  const [error] = document.errors;
  if (error) throw damage(file, text, error.pos[0], error.message);
  try {
    return document.toJS({ maxAliasCount: 100 }) as unknown;
  } catch (broken) {
    throw new UsageError(`--parameters: ${file}: ${broken instanceof Error ? broken.message : String(broken)}`);
  }
}

const damage = (file: string, text: string, offset: number, what: string): UsageError =>
  new UsageError(`--parameters: ${file}:${linePosition(text, offset)}: ${what}`);

function parametersIn(file: string, content: unknown): readonly Entry[] {
  if (Array.isArray(content)) return content.flatMap((item: unknown) => listedParameter(file, item));
  if (!isRecord(content)) throw refusal(file);
  const inner = content['Parameters'];
  const map = isRecord(inner) ? inner : content;
  return Object.entries(map).map(([name, value]) => [name, textOf(file, name, value)]);
}

function listedParameter(file: string, item: unknown): readonly Entry[] {
  if (typeof item === 'string') {
    const equals = item.indexOf('=');
    if (equals < 1) throw refusal(file);
    return [[item.slice(0, equals), item.slice(equals + 1)]];
  }
  const name = isRecord(item) ? item['ParameterKey'] : undefined;
  if (!isRecord(item) || typeof name !== 'string') throw refusal(file);
  // What is kept from the last deployment is not in the file.
  if (item['ParameterValue'] === undefined && item['UsePreviousValue'] !== undefined) return [];
  return [[name, textOf(file, name, item['ParameterValue'])]];
}

function textOf(file: string, name: string, value: unknown): string | readonly string[] {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw new UsageError(`--parameters: ${file}: the value of "${name}" is neither a text nor a list of texts`);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const refusal = (file: string): UsageError =>
  new UsageError(
    `--parameters: ${file}: neither a list of ParameterKey and ParameterValue, nor an object with "Parameters", nor a plain map`,
  );
