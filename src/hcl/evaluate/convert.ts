import { refuse, withinText } from './failure';
import { isSettled, marksOf, unknownFrom, whyOpen, withinSize } from './inspect';
import { toJson } from './json';
import {
  booleanValue,
  listValue,
  numberValue,
  templateValue,
  type BooleanValue,
  type ListValue,
  type NumberValue,
  type ObjectValue,
  type UnknownValue,
  type Value,
} from './value';

const names: Readonly<Record<Value['kind'], string>> = {
  null: 'null',
  boolean: 'a boolean',
  number: 'a number',
  string: 'a text',
  template: 'a text',
  json: 'a text',
  list: 'a list',
  object: 'an object',
  instance: 'an object',
  choice: 'one of several values',
  unknown: 'an unknown value',
};

export const nameOf = ({ kind }: Value): string => names[kind];

/** The parts of a text; what is not known is a hole in it. */
export function textParts(value: Value): readonly (string | UnknownValue)[] {
  switch (value.kind) {
    case 'string':
      return [value.value];
    case 'boolean':
      return [String(value.value)];
    case 'number':
      return [numberText(value)];
    case 'template':
      return value.parts;
    case 'json':
      return toJson(value.value);
    case 'unknown':
      return [value];
    case 'choice':
    case 'instance':
      return [unknownFrom([value])];
    default:
      return refuse(`a text is required, and this is ${nameOf(value)}`);
  }
}

/** A value as text: a string, a text with holes, or unknown. */
export function toText(value: Value): Value {
  if (value.kind === 'string' || value.kind === 'template' || value.kind === 'json' || value.kind === 'unknown')
    return value;
  return templateValue(textParts(value), { at: value.at, ...marksOf([value]) });
}

export function joinTexts(values: readonly Value[]): Value {
  const parts = values.flatMap(textParts);
  withinText(parts.reduce((length, part) => length + (typeof part === 'string' ? part.length : holeWeight), 0));
  return templateValue(parts, marksOf(values));
}

/** A hole takes more room than a letter. */
const holeWeight = 1000;

/** A text that is wholly known, or undefined; a value that is no text is refused. */
export function knownText(value: Value): string | undefined {
  const parts = textParts(value);
  return parts.every((part) => typeof part === 'string') ? parts.join('') : undefined;
}

/** As Terraform writes numbers: whole ones without an exponent, and ids with every digit that was written. */
export function numberText({ value, text }: Pick<NumberValue, 'value' | 'text'>): string {
  if (text !== undefined) return text;
  return Number.isInteger(value) && Math.abs(value) >= 1e21 ? BigInt(value).toString() : String(value);
}

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/u;

export function toNumber(value: Value): NumberValue | UnknownValue {
  if (value.kind === 'number' || value.kind === 'unknown') return value;
  if (value.kind === 'string' && decimal.test(value.value))
    return numberValue(Number(value.value), { at: value.at, ...marksOf([value]) }, value.value);
  return whyOpen(value) === undefined ? refuse(`a number is required, and this is ${nameOf(value)}`) : unknownFrom([value]);
} // prettier-ignore

export function toBoolean(value: Value): BooleanValue | UnknownValue {
  if (value.kind === 'boolean' || value.kind === 'unknown') return value;
  if (value.kind === 'string' && (value.value === 'true' || value.value === 'false'))
    return booleanValue(value.value === 'true', { at: value.at, ...marksOf([value]) });
  if (value.kind === 'template' || value.kind === 'choice') return unknownFrom([value]);
  return refuse(`a boolean is required, and this is ${nameOf(value)}`);
}

export function toList(value: Value): ListValue | UnknownValue {
  if (value.kind === 'list' || value.kind === 'unknown') return value;
  if (value.kind === 'choice' || value.kind === 'instance') return unknownFrom([value]);
  return refuse(`a list is required, and this is ${nameOf(value)}`);
}

export function toObject(value: Value): ObjectValue | UnknownValue {
  if (value.kind === 'object' || value.kind === 'unknown') return value;
  if (value.kind === 'choice' || value.kind === 'instance') return unknownFrom([value]);
  return refuse(`a map is required, and this is ${nameOf(value)}`);
}

const primitives: ReadonlySet<string> = new Set(['boolean', 'number', 'string', 'template', 'json']);

/** Items of one type: where texts stand among numbers and booleans, all become texts. */
export function unified(items: readonly Value[]): readonly Value[] {
  const kinds = new Set(items.filter(({ kind }) => primitives.has(kind)).map(({ kind }) => kind));
  const texts = kinds.has('string') || kinds.has('template') || kinds.has('json');
  const mixed = texts ? kinds.has('number') || kinds.has('boolean') : kinds.has('number') && kinds.has('boolean');
  return mixed ? items.map((item) => (primitives.has(item.kind) ? toText(item) : item)) : items;
}

/** A set: equal items are one, and they come in the order in which Terraform walks through sets. */
export function toSet(list: ListValue): ListValue {
  const distinct = uniqueItems(unified(list.items));
  const { open, at, sensitive, because, source, references } = list;
  const marks = {
    at,
    ...(sensitive && { sensitive }),
    ...(because !== undefined && { because }),
    ...(source && { source }),
    ...(references && { references }),
  };
  return { ...listValue([...distinct].sort(inSetOrder), marks, open), set: true };
}

/** Each once. What is not known is equal to nothing. */
export function uniqueItems(items: readonly Value[]): readonly Value[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item);
    return key === undefined || (seen.has(key) ? false : seen.add(key));
  });
}

/** A text that equal values share, and others do not; undefined where the value is not known. */
export function keyOf(value: Value): string | undefined {
  if (!isSettled(value)) return undefined;
  withinSize(value);
  const parts = toJson(value);
  return parts.every((part) => typeof part === 'string') ? parts.join('') : undefined;
}

function inSetOrder(one: Value, other: Value): number {
  if (one.kind === 'number' && other.kind === 'number') return one.value - other.value;
  if (one.kind === 'string' && other.kind === 'string') return byText(one.value, other.value);
  return 0;
}

export const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Members in the order in which Terraform walks through maps. */
export const sortedMembers = ({ members }: ObjectValue): readonly (readonly [string, Value])[] =>
  [...members].sort(([one], [other]) => byText(one, other));
