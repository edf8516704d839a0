import { examineJson } from '../../json-text';
import type { Data, DataPath } from './data';

/** Where a text breaks, and how. */
export interface Breakage {
  readonly offset: number;
  readonly message: string;
}

/** What a parser of either notation makes of a text. */
export interface Parsed {
  readonly data: Data;
  /** The deepest existing part of a path: a member's key, a list's item. */
  readonly find: (path: DataPath) => Found;
  /** Keys written twice: the last counts, as it does for CloudFormation. */
  readonly duplicates: readonly { readonly key: string; readonly offset: number }[];
}

export interface Found {
  readonly offset: number;
  /** How many parts of the path exist. */
  readonly depth: number;
}

export const isBroken = (result: Parsed | readonly Parsed[] | Breakage): result is Breakage => 'message' in result;

/**
 * Reads JSON. The engine's own parser is a hundred times faster than one that keeps places, so the places are looked up
 * in the text, and only those that are asked for.
 */
export function parseJson(text: string): Parsed | Breakage {
  let data: Data;
  try {
    data = JSON.parse(text) as Data;
  } catch (error) {
    const { fault } = examineJson(text);
    if (fault) return fault;
    throw error;
  }
  return { data, find: finder(text), duplicates: isWrittenFrom(data, text) ? [] : examineJson(text).duplicates };
}

/** CloudFormation takes 1 MB; what is far larger is not written a second time. */
const largestWritten = 1 << 22;

/**
 * Whether a text is what the engine writes for its own data, as the CDK's templates are: then nothing stands in it twice, and
 * nobody need walk over it.
 */
function isWrittenFrom(data: Data, text: string): boolean {
  if (text.length > largestWritten) return false;
  const [, indent = ''] = /^[{[]\n( *)/u.exec(text) ?? [];
  const written = text.endsWith('\n') ? text.slice(0, -1) : text;
  try {
    return JSON.stringify(data, null, indent.length) === written;
  } catch {
    return false; // nested too deeply to be written
  }
}

interface Part {
  /** Where the key starts; for an item of a list, the item. */
  readonly at: number;
  readonly value: number;
}

/** The text is known to be valid JSON. */
function finder(text: string): Parsed['find'] {
  const containers = new Map<number, ReadonlyMap<string | number, Part>>();
  const partsAt = (offset: number) => {
    const found = containers.get(offset) ?? scanContainer(text, offset);
    containers.set(offset, found);
    return found;
  };
  return (path) => {
    let at = skipBlank(text, 0);
    let value = at;
    for (const [depth, key] of path.entries()) {
      const part = partsAt(value).get(key);
      if (!part) return { offset: at, depth };
      ({ at, value } = part);
    }
    return { offset: at, depth: path.length };
  };
}

function scanContainer(text: string, offset: number): ReadonlyMap<string | number, Part> {
  const parts = new Map<string | number, Part>();
  const opening = text[offset];
  if (opening !== '{' && opening !== '[') return parts;
  let at = skipBlank(text, offset + 1);
  for (let index = 0; text[at] !== '}' && text[at] !== ']' && at < text.length; index++) {
    let key: string | number = index;
    let value = at;
    if (opening === '{') {
      const end = skipString(text, at);
      key = JSON.parse(text.slice(at, end)) as string;
      value = skipBlank(text, skipBlank(text, end) + 1);
    }
    parts.set(key, { at, value });
    at = skipBlank(text, skipValue(text, value));
    if (text[at] === ',') at = skipBlank(text, at + 1);
  }
  return parts;
}

function skipBlank(text: string, offset: number): number {
  let at = offset;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at++;
  return at;
}

function skipString(text: string, offset: number): number {
  let at = offset + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function skipValue(text: string, offset: number): number {
  let at = offset;
  let depth = 0;
  do {
    const character = text[at];
    if (character === '"') at = skipString(text, at);
    else {
      if (character === '{' || character === '[') depth++;
      if (character === '}' || character === ']') {
        if (depth === 0) return at;
        depth--;
      }
      if (depth === 0 && character === ',') return at;
      at++;
    }
  } while (at < text.length && (depth > 0 || !',]}'.includes(text[at] ?? '')));
  return at;
}
