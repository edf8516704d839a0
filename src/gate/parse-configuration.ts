import { extname } from 'node:path';
import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node } from 'yaml';
import type { Path } from '../model/value';
import { ConfigurationError, type Problem } from './configuration-error';
import type { LoadedConfiguration } from './load-configuration';
import { validateConfiguration } from './validate-configuration';

/**
 * Reads a configuration's text: JSON where the file's name ends in `.json`, else YAML.
 *
 * @throws ConfigurationError with every problem, its line and column.
 */
export function parseConfiguration(text: string, file: string): LoadedConfiguration {
  const lines = new LineCounter();
  const document = parseSafely(() => parseDocument(text, { lineCounter: lines, prettyErrors: false }), file);
  const located = (problem: Problem): Problem => ({ ...problem, ...locate(document, lines, problem.path) });
  const faults = [...document.errors, ...document.warnings].map(({ message, pos }) => {
    const { line, col } = lines.linePos(pos[0]);
    return { path: [], message, line, column: col };
  });
  if (faults.length > 0) throw new ConfigurationError(file, faults);
  if (extname(file).toLowerCase() === '.json') parseSafely(() => JSON.parse(text) as unknown, file);
  const checked = validateConfiguration(parseSafely(() => document.toJS() as unknown, file));
  if ('problems' in checked) throw new ConfigurationError(file, checked.problems.map(located));
  return { configuration: checked.configuration, file, locate: (path) => locate(document, lines, path) };
}

/** Parsers throw on more than wrong syntax: too many aliases, too deep nesting. */
function parseSafely<T>(parse: () => T, file: string): T {
  try {
    return parse();
  } catch (error) {
    throw new ConfigurationError(file, [{ path: [], message: messageOf(error) }]);
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function locate(
  document: Document,
  lines: LineCounter,
  path: Path,
): { readonly line: number; readonly column: number } | undefined {
  const offset = offsetOf(document, path);
  if (offset === undefined) return undefined;
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

/** Where the deepest part of the path that exists begins: a map's member at its key. */
function offsetOf(document: Document, path: Path): number | undefined {
  let node: unknown = document.contents;
  let offset = startOf(node);
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      offset = startOf(pair?.key) ?? offset;
      node = pair?.value;
    } else if (isSeq(node) && typeof key === 'number') {
      node = node.items[key];
      offset = startOf(node) ?? offset;
    } else break;
  }
  return offset;
}

const startOf = (node: unknown): number | undefined => (node as Node | null | undefined)?.range?.[0];
