import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { GivenParameters } from '../readers/cloudformation/parameters';
import { fileProblem } from '../readers/detect';
import { UsageError } from './io';

/**
 * Values for the parameters of templates, from the files that other tools take them from: a list of `ParameterKey` and
 * `ParameterValue`, or of `Key=Value`; an object with `Parameters`; a plain map. JSON or YAML. A later file wins.
 *
 * @throws UsageError where a file cannot be read or holds something else.
 */
export const readParameters = (files: readonly string[]): GivenParameters =>
  Object.fromEntries(files.flatMap((file) => parametersIn(file, contentOf(file))));

type Entry = readonly [string, string | readonly string[]];

function contentOf(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\ufeff/u, '');
  } catch (error) {
    throw new UsageError(`--parameters: ${file}: ${fileProblem(error)}`);
  }
  try {
    // Every scalar stays the text it is: CloudFormation's parameters are texts. An error must not quote them.
    return parse(text, { schema: 'failsafe', maxAliasCount: 100, prettyErrors: false }) as unknown;
  } catch (error) {
    throw new UsageError(`--parameters: ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

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
