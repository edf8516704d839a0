import { extname } from 'node:path';
import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node } from 'yaml';
import { examineJson, linePosition } from '../json-text';
import type { Path } from '../model/value';
import { tooDeepAt } from '../yaml-depth';
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
  const deep = tooDeepAt(text);
  if (deep !== undefined) {
    const [line, column] = linePosition(text, deep).split(':').map(Number);
    throw new ConfigurationError(file, [{ path: [], message: tooDeep, line, column }]);
  }
  const document = parseSafely(
    () => parseDocument(text, { lineCounter: lines, logLevel: 'error', prettyErrors: false }),
    file,
  );
  const located = (problem: Problem): Problem => ({ ...problem, ...locate(document, lines, problem.path) });
  const faults = [...document.errors, ...document.warnings].map(({ code, message, pos }): Problem => {
    const { line, col } = lines.linePos(pos[0]);
    return { path: [], message: code === 'RESOURCE_EXHAUSTION' ? tooDeep : message, line, column: col };
  });
  const exhausted = faults.find(({ message }) => message === tooDeep);
  if (exhausted) throw new ConfigurationError(file, [exhausted]);
  if (faults.length > 0) throw new ConfigurationError(file, faults);
  const { fault } = extname(file).toLowerCase() === '.json' ? examineJson(text) : { fault: undefined };
  if (fault) {
    const { line, col } = lines.linePos(Math.min(fault.offset, text.length));
    throw new ConfigurationError(file, [{ path: [], message: fault.message, line, column: col }]);
  }
  const checked = validateConfiguration(parseSafely(() => document.toJS() as unknown, file));
  if ('problems' in checked) throw new ConfigurationError(file, checked.problems.map(located));
  return { configuration: checked.configuration, file, locate: (path) => locate(document, lines, path) };
}

const tooDeep = 'nested too deeply for a configuration';

/** Parsers throw on more than wrong syntax: too many aliases, too deep nesting. */
function parseSafely<T>(parse: () => T, file: string): T {
  try {
    return parse();
  } catch (error) {
    throw new ConfigurationError(file, [{ path: [], message: messageOf(error) }]);
  }
}

/** The call stack is the only limit that some of them have. */
const messageOf = (error: unknown): string =>
  error instanceof RangeError ? tooDeep : error instanceof Error ? error.message : String(error);

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
