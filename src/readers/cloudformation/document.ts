import type { Location } from '../../model/resource';
import { UnreadableInput } from '../input';
import { isTooDeep, type Data, type DataPath } from './data';
import { isBroken, parseJson, type Breakage, type Parsed } from './json';
import { decode, placesOf } from './text';

/** Most templates that the CDK makes are JSON: the YAML parser is loaded for those that are not. */
const yaml = () => require('./yaml') as typeof import('./yaml');

/** A JSON or YAML document as plain data, and the places of its parts. */
export interface SourceDocument {
  readonly path: string;
  readonly data: Data;
  /** Place of the deepest existing part of a path from the root: a member's key, an item of a list; and how deep it is. */
  readonly locate: (path: DataPath) => Location;
  readonly depthOf: (path: DataPath) => number;
  readonly notes: readonly string[];
}

/**
 * Parses a text. The notation is told by the text, not by a file's name.
 *
 * @returns its document, or several where YAML has them one after another.
 * @throws UnreadableInput with line and column when the text is neither JSON nor YAML.
 */
export function parseSource(path: string, source: string | Buffer): readonly SourceDocument[] {
  const text = decode(source);
  const placeOf = placesOf(path, text);
  const parsed = parse(text);
  if (isBroken(parsed)) {
    const { line, column } = placeOf(parsed.offset);
    throw new UnreadableInput(`${path}:${String(line)}:${String(column)}: ${parsed.message}`);
  }
  if (parsed.some(({ data }) => isTooDeep(data)))
    throw new UnreadableInput(`${path}: nested too deeply for a template`);
  return parsed.map(({ data, find, duplicates }) => ({
    path,
    data,
    locate: (parts) => placeOf(find(parts).offset),
    depthOf: (parts) => find(parts).depth,
    notes: duplicates.map(({ key, offset }) => {
      const { line } = placeOf(offset);
      return `${path}:${String(line)}: "${key}" is written twice; the last one counts`;
    }),
  }));
}

function parse(text: string): readonly Parsed[] | Breakage {
  const json = /^\s*[{[]/.test(text) ? parseJson(text) : undefined;
  if (json && !isBroken(json)) return [json];
  const yaml = tryYaml(text);
  // A text in braces that neither notation can read was meant to be JSON.
  return isBroken(yaml) ? (json ?? yaml) : yaml;
}

function tryYaml(text: string): readonly Parsed[] | Breakage {
  try {
    return yaml().parseYaml(text);
  } catch (error) {
    // The call stack is the only limit the parser has.
    if (error instanceof RangeError) return { offset: 0, message: 'nested too deeply for a template' };
    throw error;
  }
}
