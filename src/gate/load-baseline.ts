import { readFileSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { Baseline } from './baseline';
import { ConfigurationError } from './configuration-error';

/** The schema costs more to load than a small app takes to judge: only a baseline needs it. */
const schema = () => require('./baseline-schema') as typeof import('./baseline-schema');

/**
 * Reads a baseline file.
 *
 * @returns undefined where something else stands there: a folder, or a file of another kind.
 * @throws ConfigurationError where nothing can be read, or a baseline is damaged.
 */
export function loadBaseline(path: string): Baseline | undefined {
  const content = contentOf(path);
  if (typeof content !== 'object' || content === null || !('baseline' in content)) return undefined;
  try {
    return { ...schema().parseBaseline(content), place: placeFrom(dirname(resolve(path))) };
  } catch (error) {
    throw new ConfigurationError(path, [{ path: [], message: messageOf(error) }]);
  }
}

/** A document as it is seen from a folder, with slashes. */
export const placeFrom =
  (folder: string) =>
  (document: string): string =>
    relative(folder, resolve(document)).split(sep).join('/');

/** A template may be as large as it likes, and is none. */
const largestFile = 1 << 26;

function contentOf(path: string): unknown {
  let text: string;
  try {
    const found = statSync(path);
    if (!found.isFile() || found.size > largestFile) return undefined;
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new ConfigurationError(path, [{ path: [], message: `the baseline cannot be read: ${messageOf(error)}` }]);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
