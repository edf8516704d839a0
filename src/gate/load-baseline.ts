import { readFileSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { examineJson, linePosition } from '../json-text';
import type { Baseline } from './baseline';
import { ConfigurationError, type Problem } from './configuration-error';

/** The schema costs more to load than a small app takes to judge: only a baseline needs it. */
const schema = () => require('./baseline-schema') as typeof import('./baseline-schema');

/**
 * Reads a baseline file.
 *
 * @returns undefined where something else stands there: a folder, or a file of another kind.
 * @throws ConfigurationError where nothing can be read, or a baseline is damaged.
 */
export function loadBaseline(path: string): Baseline | undefined {
  const content = parsed(textOf(path));
  if (typeof content !== 'object' || content === null || !('baseline' in content)) return undefined;
  try {
    return { ...schema().parseBaseline(content), place: placeFrom(dirname(resolve(path))) };
  } catch (error) {
    throw new ConfigurationError(path, [{ path: [], message: messageOf(error) }]);
  }
}

/**
 * What is wrong with something that is named as a baseline and is none.
 *
 * @param otherwise what to say where it is no damaged one either.
 */
export const noBaseline = (path: string, otherwise: string): ConfigurationError =>
  new ConfigurationError(path, [faultIn(textOf(path) ?? '') ?? { path: [], message: otherwise }]);

/** Where a text breaks that means to be JSON. */
function faultIn(text: string): Problem | undefined {
  const { fault } = /^\s*[{[]/u.test(text) ? examineJson(text) : {};
  if (!fault) return undefined;
  const [line, column] = linePosition(text, fault.offset).split(':').map(Number);
  return { path: [], message: `is no baseline: ${fault.message}`, line, column };
}

/** A document as it is seen from a folder, with slashes. */
export const placeFrom =
  (folder: string) =>
  (document: string): string =>
    relative(folder, resolve(document)).split(sep).join('/');

/** A template may be as large as it likes, and is none. */
const largestFile = 1 << 26;

function textOf(path: string): string | undefined {
  try {
    const found = statSync(path);
    return found.isFile() && found.size <= largestFile ? readFileSync(path, 'utf8').replace(/^\uFEFF/, '') : undefined;
  } catch (error) {
    throw new ConfigurationError(path, [{ path: [], message: `the baseline cannot be read: ${messageOf(error)}` }]);
  }
}

function parsed(text = ''): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
