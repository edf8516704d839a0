import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, relative, resolve } from 'node:path';
import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node } from 'yaml';
import type { Path } from '../model/value';
import type { Configuration } from './configuration';
import { ConfigurationError, type Problem } from './configuration-error';
import { validateConfiguration } from './validate-configuration';

/** A configuration, and where its parts stand. */
export interface LoadedConfiguration {
  readonly configuration: Configuration;
  /** The file it was read from; null for one that a program made. */
  readonly file: string | null;
  /** Line and column (from 1) of a part, or of the nearest thing around it. */
  readonly locate: (path: Path) => { readonly line: number; readonly column: number } | undefined;
}

/** File names that are looked for. */
export const configurationNames: readonly string[] = ['demarc.config.yaml', 'demarc.config.yml', 'demarc.config.json'];

const largestFile = 1 << 20;

/**
 * The nearest configuration from a folder up to the root of its repository (the folder that holds `.git`). Outside a
 * repository only the folder itself counts, for what lies above belongs to somebody else.
 *
 * @returns its path, or undefined where there is none.
 * @throws ConfigurationError where one folder holds two.
 */
export function findConfiguration(from: string): string | undefined {
  for (const folder of foldersUpToRoot(resolve(from))) {
    const [found, second] = configurationNames.map((name) => join(folder, name)).filter((path) => existsSync(path));
    if (found !== undefined && second !== undefined)
      throw new ConfigurationError(found, [{ path: [], message: `there is also ${second}; keep one of the two` }]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function foldersUpToRoot(start: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = start; ; folder = dirname(folder)) {
    folders.push(folder);
    if (existsSync(join(folder, '.git'))) return folders;
    if (dirname(folder) === folder) return [start];
  }
}

/**
 * Reads the configuration that applies in a folder, or the given file.
 *
 * @param options `file` insists on one file (relative to `from`); without it the nearest one is taken, else none.
 * @throws ConfigurationError when it cannot be read or has anything wrong.
 */
export function loadConfiguration(options: {
  readonly from: string;
  readonly file?: string | undefined;
}): LoadedConfiguration {
  const path = options.file === undefined ? findConfiguration(options.from) : resolve(options.from, options.file);
  if (path === undefined) return usingConfiguration({});
  const shown = options.file ?? (relative(options.from, path) || path);
  return parseConfiguration(readText(path, shown), shown);
}

/**
 * Takes a configuration that a program made.
 *
 * @throws ConfigurationError when it has anything wrong.
 */
export function usingConfiguration(configuration: unknown): LoadedConfiguration {
  const checked = validateConfiguration(configuration);
  if ('problems' in checked) throw new ConfigurationError(null, checked.problems);
  return { configuration: checked.configuration, file: null, locate: () => undefined };
}

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

function readText(path: string, shown: string): string {
  try {
    if (statSync(path).size > largestFile) throw new Error('it is larger than 1 MiB');
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new ConfigurationError(shown, [{ path: [], message: `cannot be read: ${messageOf(error)}` }]);
  }
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
