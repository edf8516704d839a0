import { numberText, sortedMembers } from '../convert';
import { refuse, withinText } from '../failure';
import { marksOf, unknownFrom, withinSize } from '../inspect';
import { toJson } from '../json';
import { templateValue, unknownValue, type UnknownValue, type Value } from '../value';
import { argument, strict, textAt, type Arguments, type Functions } from './definition';

/** @see https://opentofu.org/docs/language/functions/yamlencode/ */
export const yamlFunctions: Functions = {
  yamldecode: strict((given, { session }) => {
    const { decodeYaml } = session.outside;
    if (!decodeYaml) return unknownValue('YAML is not read');
    const text = textAt(given, 0);
    session.spend(text.length / 10);
    return decodeYaml(text) ?? refuse('the text is no YAML');
  }),
  yamlencode,
};

type Part = string | UnknownValue;

function yamlencode(given: Arguments): Value {
  const value = argument(given, 0);
  withinSize(value);
  if (isOpaque(value)) return unknownFrom(given);
  const isNested = (value.kind === 'list' || value.kind === 'object') && !isEmpty(value);
  const end = isNested || isText(value) || isEmpty(value) ? '' : '...\n';
  const parts = [...block(value, 0), end];
  withinText(parts.reduce((length, part) => length + (typeof part === 'string' ? part.length : 1), 0));
  return templateValue(parts, marksOf(given));
}

const isText = ({ kind }: Value): boolean => kind === 'string' || kind === 'template' || kind === 'json';

const isEmpty = (value: Value): boolean =>
  (value.kind === 'list' && value.items.length === 0 && value.open === undefined) ||
  (value.kind === 'object' && value.members.size === 0 && value.open === undefined);

/** Nobody knows even of what kind it is, or what it holds. */
const isOpaque = (value: Value): boolean =>
  value.kind === 'unknown' ||
  value.kind === 'choice' ||
  value.kind === 'instance' ||
  ((value.kind === 'list' || value.kind === 'object') && value.open !== undefined);

const indentation = (width: number): string => ' '.repeat(width);

/** A value in block style, from where its first line begins to the end of its last. */
function block(value: Value, indent: number): readonly Part[] {
  if (value.kind === 'list' && value.open === undefined && value.items.length > 0)
    return value.items.flatMap((item, index) => [
      index === 0 ? '' : indentation(indent),
      '- ',
      ...block(item, indent + 2),
    ]);
  if (value.kind === 'object' && value.open === undefined && value.members.size > 0)
    return sortedMembers(value).flatMap(([key, member], index) => [
      index === 0 ? '' : indentation(indent),
      ...quoted(key, indent),
      ':',
      ...after(member, indent),
    ]);
  return [...scalar(value, indent), '\n'];
}

/** What follows a key: lists stand as far in as the key does, maps two spaces further. */
function after(value: Value, indent: number): readonly Part[] {
  if (isOpaque(value)) return [unknownFrom([value]), '\n'];
  const isNested = (value.kind === 'list' || value.kind === 'object') && value.open === undefined && !isEmpty(value);
  if (!isNested) return [' ', ...block(value, indent + 2)];
  const width = value.kind === 'list' ? indent : indent + 2;
  return ['\n', indentation(width), ...block(value, width)];
}

function scalar(value: Value, indent: number): readonly Part[] {
  switch (value.kind) {
    case 'null':
      return ['null'];
    case 'boolean':
      return [String(value.value)];
    case 'number':
      return [numberText(value)];
    case 'string':
      return quoted(value.value, indent);
    case 'template':
      return quotedParts(value.parts, indent);
    case 'json':
      return quotedParts(toJson(value.value), indent);
    default:
      return isEmpty(value) ? [value.kind === 'list' ? '[]' : '{}'] : [unknownFrom([value])];
  }
}

const quotedParts = (parts: readonly Part[], indent: number): readonly Part[] => [
  '"',
  ...parts.flatMap((part) => (typeof part === 'string' ? inside(part, indent) : [part])),
  '"',
];

const quoted = (text: string, indent: number): readonly Part[] => ['"', ...inside(text, indent), '"'];

/** Long lines are folded and texts of several lines are laid out, in ways that the documentation does not tell. */
function inside(text: string, indent: number): readonly Part[] {
  const isPlain = /^[\x20-\x7e]*$/u.test(text) && (!text.includes(' ') || indent + text.length < widest);
  if (!isPlain) return [unknownValue(`how yamlencode() lays out a text of ${String(text.length)} characters`)];
  return [text.replaceAll(/["\\]/gu, (character) => `\\${character}`)];
}

/** The width of a line is 80. A key before the text takes some of it. */
const widest = 40;
