import { refuse, withinText } from './failure';
import { unknownFrom } from './inspect';
import {
  booleanValue,
  listValue,
  nullValue,
  numberValue,
  objectValue,
  stringValue,
  templateValue,
  unknownValue,
  type UnknownValue,
  type Value,
} from './value';

type Part = string | UnknownValue;

/** The text that `jsonencode` makes: no spaces, keys in order, and `<`, `>` and `&` escaped. What is unknown is a hole. */
export function toJson(value: Value): readonly Part[] {
  const parts = write(value);
  withinText(parts.reduce((length, part) => length + (typeof part === 'string' ? part.length : 1), 0));
  return parts;
}

function write(value: Value): readonly Part[] {
  switch (value.kind) {
    case 'null':
      return ['null'];
    case 'boolean':
      return [String(value.value)];
    case 'number':
      return [value.text ?? JSON.stringify(value.value)];
    case 'string':
      return [quote(value.value)];
    case 'json':
      return quoteParts(write(value.value));
    case 'template':
      return quoteParts(value.parts);
    case 'list':
      if (value.open !== undefined) return [unknownFrom([value])];
      return ['[', ...separated(value.items.map(write)), ']'];
    case 'object': {
      if (value.open !== undefined) return [unknownFrom([value])];
      const members = [...value.members].sort(([one], [other]) => (one < other ? -1 : 1));
      return ['{', ...separated(members.map(([key, member]) => [`${quote(key)}:`, ...write(member)])), '}'];
    }
    default:
      return [unknownFrom([value])];
  }
}

const separated = (groups: readonly (readonly Part[])[]): readonly Part[] =>
  groups.flatMap((group, index) => (index === 0 ? group : [',', ...group]));

const escapes: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

const quote = (text: string): string =>
  JSON.stringify(text).replace(/[<>&\u2028\u2029]/gu, (character) => escapes[character] ?? character);

const quoteParts = (parts: readonly Part[]): readonly Part[] => [
  '"',
  ...parts.map((part) => (typeof part === 'string' ? quote(part).slice(1, -1) : part)),
  '"',
];

/** The value that a JSON text stands for. */
export function fromJson(text: string): Value {
  return fromParts([text]);
}

/** Marks where a hole is, in a text that has neither of the two characters. */
const [opening, closing] = ['\uE000', '\uE001'];
const aloneInJson = new RegExp(`(^|[:,[\\s])${opening}(\\d+)${closing}(?=[\\s,\\]}]|$)`, 'gu');
const insideText = new RegExp(`${opening}(\\d+)${closing}`, 'u');

/** The same of a text with holes, where these stand for values or stand in texts: `{"Resource": "${arn}/*"}`. */
export function fromParts(parts: readonly Part[]): Value {
  const holes: UnknownValue[] = [];
  const text = parts.map((part) => (typeof part === 'string' ? part : `${opening}${holes.push(part) - 1}${closing}`));
  const literal = parts.filter((part) => typeof part === 'string').join('');
  if (holes.length > 0 && (literal.includes(opening) || literal.includes(closing))) return unknownFrom(holes);
  const quoted = text.join('').replaceAll(aloneInJson, (_, before: string, hole: string) => `${before}"${opening}${hole}${closing}"`);
  try {
    return build(JSON.parse(quoted), holes, 0);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return holes.length > 0 ? unknownFrom(holes) : refuse('the text is no JSON');
  }
} // prettier-ignore

const deepest = 200;

function build(json: unknown, holes: readonly UnknownValue[], depth: number): Value {
  if (depth > deepest) return unknownValue('nested too deeply');
  const inner = (one: unknown) => build(one, holes, depth + 1);
  if (json === null) return nullValue();
  if (typeof json === 'boolean') return booleanValue(json);
  if (typeof json === 'number') return numberValue(json);
  if (typeof json === 'string') return withHoles(json, holes);
  if (Array.isArray(json)) return listValue(json.map(inner));
  const entries = Object.entries(json as Record<string, unknown>);
  const isOpen = holes.length > 0 && entries.some(([key]) => insideText.test(key));
  const members = entries.filter(([key]) => !isOpen || !insideText.test(key)).map(([key, one]) => [key, inner(one)] as const);
  return objectValue(members, {}, isOpen ? (holes[0]?.why ?? 'settled at apply') : undefined);
} // prettier-ignore

function withHoles(text: string, holes: readonly UnknownValue[]): Value {
  if (holes.length === 0) return stringValue(text);
  const pieces = text.split(insideText);
  return templateValue(pieces.map((piece, index) => (index % 2 === 1 ? (holes[Number(piece)] ?? piece) : piece)));
}
