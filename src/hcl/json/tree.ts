import { Failure } from '../parse/failure';
import type { Span } from '../syntax';

/** JSON with the place of everything in it. */
export type JsonNode = JsonObject | JsonArray | JsonText | JsonPlain;

export interface JsonObject extends Span {
  readonly kind: 'object';
  readonly members: readonly JsonMember[];
}
export interface JsonMember extends Span {
  readonly name: JsonText;
  readonly value: JsonNode;
}
export interface JsonArray extends Span {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
}
/** A string; its span includes the quotes. */
export interface JsonText extends Span {
  readonly kind: 'text';
  readonly value: string;
}
/** A number, `true`, `false` or `null`. */
export interface JsonPlain extends Span {
  readonly kind: 'plain';
  readonly value: number | boolean | null;
  readonly raw: string;
}

/** Deeper structures are refused, so that functions over the tree may call themselves. */
const maximumDepth = 100;

/** A JSON document and nothing else, after a byte order mark at most; throws a `Failure` at the first error. */
export function readJson(text: string): JsonNode {
  const reader: Reader = { text, at: text.startsWith('\ufeff') ? 1 : 0 };
  const node = readNode(reader, 0);
  skipBlanks(reader);
  return reader.at < text.length ? fail(reader, 'The document should end here') : node;
}

interface Reader {
  readonly text: string;
  at: number;
}

const blank = /[ \t\r\n]*/uy;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/uy;
const word = /true|false|null/uy;

function fail(reader: Reader, message: string): never {
  throw new Failure(message, reader.at, Math.min(reader.at + 1, reader.text.length));
}

/** What stands here by a pattern, stepped over. */
function take(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text)?.[0];
  if (found !== undefined) reader.at += found.length;
  return found;
}

const skipBlanks = (reader: Reader): void => void take(reader, blank);

/** A punctuation mark, with the blanks around it. */
function takes(reader: Reader, mark: string): boolean {
  skipBlanks(reader);
  const found = reader.text.startsWith(mark, reader.at);
  if (found) reader.at += mark.length;
  skipBlanks(reader);
  return found;
}

function readNode(reader: Reader, depth: number): JsonNode {
  if (depth > maximumDepth) fail(reader, 'This is nested too deeply to be read');
  skipBlanks(reader);
  const start = reader.at;
  const first = reader.text.charAt(start);
  if (first === '{') return readObject(reader, depth);
  if (first === '[') return readArray(reader, depth);
  if (first === '"') return readText(reader);
  const raw = take(reader, number) ?? take(reader, word);
  if (raw === undefined) return fail(reader, 'A value expected');
  return { kind: 'plain', value: JSON.parse(raw) as number | boolean | null, raw, start, end: reader.at };
}

function readText(reader: Reader): JsonText {
  const start = reader.at;
  const end = endOfText(reader.text, start);
  if (reader.text.charAt(start) !== '"' || end === undefined) return fail(reader, 'A text in quotes expected');
  reader.at = end;
  return { kind: 'text', value: unquoted(reader.text.slice(start, end), { start, end }), start, end };
}

function unquoted(raw: string, { start, end }: Span): string {
  try {
    return String(JSON.parse(raw));
  } catch {
    throw new Failure('There is an escape or a control character in this text that JSON does not have', start, end);
  }
}

/** Behind the quote that closes a text; a pattern would run out of stack on a long one. */
function endOfText(text: string, open: number): number | undefined {
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at + 1;
  }
  return undefined;
}

function readObject(reader: Reader, depth: number): JsonObject {
  const start = reader.at;
  const members: JsonMember[] = [];
  takes(reader, '{');
  if (reader.text.charAt(reader.at) !== '}')
    do {
      const name = readText(reader);
      if (!takes(reader, ':')) fail(reader, 'A colon expected');
      const value = readNode(reader, depth + 1);
      members.push({ name, value, start: name.start, end: value.end });
    } while (takes(reader, ','));
  return { kind: 'object', members, start, end: closed(reader, '}') };
}

function readArray(reader: Reader, depth: number): JsonArray {
  const start = reader.at;
  const items: JsonNode[] = [];
  takes(reader, '[');
  if (reader.text.charAt(reader.at) !== ']')
    do items.push(readNode(reader, depth + 1));
    while (takes(reader, ','));
  return { kind: 'array', items, start, end: closed(reader, ']') };
}

function closed(reader: Reader, mark: string): number {
  skipBlanks(reader);
  if (reader.text.charAt(reader.at) !== mark) fail(reader, `A comma or ${mark} expected`);
  reader.at += 1;
  return reader.at;
}
