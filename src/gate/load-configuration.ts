import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseJsonText } from '../json-text';
import type { Path } from '../model/value';
import type { Configuration } from './configuration';
import { ConfigurationError } from './configuration-error';
import { mergeConfigurations } from './merge-configurations';

/** The schema and the YAML parser cost more to load than a small app takes to judge: only a configuration needs them. */
const parser = () => require('./parse-configuration') as typeof import('./parse-configuration');
const validator = () => require('./validate-configuration') as typeof import('./validate-configuration');

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
    const [found, second] = configurationNames.map((name) => join(folder, name)).filter(stands);
    if (found !== undefined && second !== undefined)
      throw new ConfigurationError(found, [{ path: [], message: `there is also ${second}; keep one of the two` }]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A link that leads nowhere stands there too: to pass over it would be to judge by another configuration in silence. */
function stands(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
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
  return withReference(parser().parseConfiguration(readText(path, shown), shown), path, shown);
}

/** Puts the reference policy in the place of its file's name. */
function withReference(loaded: LoadedConfiguration, path: string, shown: string): LoadedConfiguration {
  const { iam } = loaded.configuration;
  if (typeof iam?.reference !== 'string') return loaded;
  const name = iam.reference;
  const text = readText(resolve(dirname(path), name), name);
  let reference: unknown;
  try {
    reference = parseJsonText(text);
  } catch (error) {
    throw new ConfigurationError(shown, [
      { path: ['iam', 'reference'], message: `${name} is no JSON: ${messageOf(error)}` },
    ]);
  }
  if (!isPolicy(reference))
    throw new ConfigurationError(shown, [{ path: ['iam', 'reference'], message: `${name} is no policy document` }]);
  return { ...loaded, configuration: { ...loaded.configuration, iam: { ...iam, reference } } };
}

const isPolicy = (document: unknown): document is { Statement: unknown } =>
  typeof document === 'object' && document !== null && 'Statement' in document;

/**
 * Takes a configuration that a program made.
 *
 * @throws ConfigurationError when it has anything wrong.
 */
export function usingConfiguration(configuration: unknown): LoadedConfiguration {
  if (isEmpty(configuration)) return { configuration: {}, file: null, locate: () => undefined };
  const checked = validator().validateConfiguration(configuration);
  if ('problems' in checked) throw new ConfigurationError(null, checked.problems);
  if (typeof checked.configuration.iam?.reference === 'string')
    throw new ConfigurationError(null, [
      { path: ['iam', 'reference'], message: 'a program gives the document itself' },
    ]);
  return { configuration: checked.configuration, file: null, locate: () => undefined };
}

const isEmpty = (configuration: unknown): boolean =>
  typeof configuration === 'object' && configuration !== null && Reflect.ownKeys(configuration).length === 0;

/**
 * Reads a configuration's text: JSON where the file's name ends in `.json`, else YAML.
 *
 * @throws ConfigurationError with every problem, its line and column.
 */
export const parseConfiguration = (text: string, file: string): LoadedConfiguration =>
  parser().parseConfiguration(text, file);

/**
 * Lays a configuration that a program made over one that was loaded; see {@link mergeConfigurations}. What comes from
 * the file keeps its place.
 *
 * @throws ConfigurationError when the program's has anything wrong.
 */
export function layConfiguration(base: LoadedConfiguration, over: Configuration): LoadedConfiguration {
  const { configuration } = usingConfiguration(over);
  const written = base.configuration.waivers ?? [];
  const count = (Array.isArray(written) ? written : (written.list ?? [])).length;
  return {
    configuration: mergeConfigurations(base.configuration, configuration),
    file: base.file,
    locate: ([first, ...others]) => {
      const [index, ...inner] = others[0] === 'list' ? others.slice(1) : others;
      if (first !== 'waivers' || typeof index !== 'number') return undefined;
      return index < count
        ? base.locate(Array.isArray(written) ? [first, index, ...inner] : [first, 'list', index, ...inner])
        : undefined;
    },
  };
}

function readText(path: string, shown: string): string {
  try {
    const found = statSync(path);
    // A pipe or a device may have no end.
    if (!found.isFile()) throw new Error('it is no file');
    if (found.size > largestFile) throw new Error('it is larger than 1 MiB');
    const bytes = readFileSync(path);
    if (bytes.subarray(0, 2).includes(0) || bytes[0] === 0xff || bytes[0] === 0xfe)
      throw new Error('it is not in UTF-8. Windows PowerShell writes UTF-16 unless it is told otherwise');
    return bytes.toString('utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new ConfigurationError(shown, [{ path: [], message: `cannot be read: ${messageOf(error)}` }]);
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
