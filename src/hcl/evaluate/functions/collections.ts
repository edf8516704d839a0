import { charactersOf } from '../characters';
import { knownText, nameOf, sortedMembers, toList, toNumber, toObject, uniqueItems } from '../convert';
import { refuse, withinItems } from '../failure';
import { isSettled, sameValue, unknownFrom, whyOpen } from '../inspect';
import { readIndex } from '../traversal';
import { booleanValue, listValue, numberValue, stringValue, type ListValue, type Value } from '../value';
import { argument, type Arguments, type Functions, type Implementation } from './definition';

/** Functions over lists and maps that say something although items are not known. */
export const collectionFunctions: Functions = {
  alltrue: (given) => everyFlag(given, true),
  anytrue: (given) => everyFlag(given, false),
  chunklist,
  compact,
  concat,
  contains,
  distinct,
  element,
  flatten,
  index,
  length,
  one,
  reverse: withList((list) => listValue([...list.items].reverse(), {}, list.open)),
  slice,
  values: withMap((members, open) => listValue(members.map(([, value]) => value), {}, open)),
  keys: withMap((members, open) => listValue(members.map(([key]) => stringValue(key)), {}, open)),
}; // prettier-ignore

/** The first argument as a list; where it is not known, neither is the result. */
function withList(compute: (list: ListValue, given: Arguments) => Value): Implementation {
  return (given) => {
    const list = toList(argument(given, 0));
    return list.kind === 'unknown' ? unknownFrom(given) : compute(list, given);
  };
}

function withMap(compute: (members: readonly (readonly [string, Value])[], open: string | undefined) => Value): Implementation {
  return (given) => {
    const map = toObject(argument(given, 0));
    return map.kind === 'unknown' ? unknownFrom(given) : compute(sortedMembers(map), map.open);
  };
} // prettier-ignore

function length(given: Arguments): Value {
  const value = argument(given, 0);
  switch (value.kind) {
    case 'list':
      return value.open === undefined ? numberValue(value.items.length) : unknownFrom(given, value.open);
    case 'object':
      return value.open === undefined ? numberValue(value.members.size) : unknownFrom(given, value.open);
    case 'unknown':
    case 'template':
    case 'instance':
      return unknownFrom(given);
    case 'string':
    case 'json': {
      const text = knownText(value);
      return text === undefined ? unknownFrom(given) : numberValue(charactersOf(text).length);
    }
    default:
      return refuse(`${nameOf(value)} has no length`);
  }
}

function element(given: Arguments): Value {
  const position = toNumber(argument(given, 1));
  const list = toList(argument(given, 0));
  if (list.kind === 'unknown') return unknownFrom(given);
  if (position.kind === 'unknown' || list.open !== undefined) return readIndex({ ...list }, position);
  const { items } = list;
  if (items.length === 0) return refuse('an element of an empty list');
  return readIndex(list, numberValue(((position.value % items.length) + items.length) % items.length));
}

/** A list that is not known leaves the result open, and its known part is in it. */
function concat(given: Arguments): Value {
  const lists = given.map(toList);
  const items = lists.flatMap((list) => (list.kind === 'list' ? list.items : []));
  withinItems(items.length);
  const open = lists.find((list) => list.kind === 'unknown' || list.open !== undefined);
  if (lists.length === 1 && open?.kind === 'unknown') return open;
  const marks = given.some(({ sensitive }) => sensitive) ? { sensitive: true as const } : {};
  return listValue(items, marks, open && whyOpenOf(open));
}

const whyOpenOf = (value: Value): string => (value.kind === 'list' ? value.open : whyOpen(value)) ?? 'settled at apply';

function flatten(given: Arguments): Value {
  const list = toList(argument(given, 0));
  if (list.kind === 'unknown') return list;
  let { open } = list;
  const items: Value[] = [];
  const add = (item: Value): void => {
    withinItems(items.length);
    // What is not known may be a list of any length, also of none. That of a resource stays, for what it refers to.
    if (item.kind === 'list') {
      open ??= item.open;
      item.items.forEach(add);
    } else if (item.kind === 'choice') open ??= item.why;
    else if (item.kind !== 'unknown' || item.references) items.push(item);
    if (item.kind === 'unknown') open ??= item.why;
  };
  list.items.forEach(add);
  return listValue(items, list.sensitive ? { sensitive: true } : {}, open);
}

function compact(given: Arguments): Value {
  const list = toList(argument(given, 0));
  if (list.kind === 'unknown') return unknownFrom(given);
  const kept = list.items.filter((item) => item.kind !== 'null' && !(item.kind === 'string' && item.value === ''));
  // An item that is not known may be empty: then those behind it move up.
  const doubtful = kept.find((item) => (item.kind === 'unknown' && !item.set) || item.kind === 'choice');
  return listValue(kept, {}, list.open ?? (doubtful && whyOpen(doubtful)));
}

function contains(given: Arguments): Value {
  const list = toList(argument(given, 0));
  const wanted = argument(given, 1);
  if (list.kind === 'unknown') return unknownFrom(given);
  if (list.items.some((item) => sameScalar(item, wanted))) return booleanValue(true);
  return isSettled(list) && isSettled(wanted) ? booleanValue(false) : unknownFrom(given);
}

/** A list of numbers contains "1", as both are converted to one type. */
function sameScalar(one: Value, other: Value): boolean {
  if (sameValue(one, other)) return true;
  const scalar = new Set(['string', 'number', 'boolean']);
  if (!scalar.has(one.kind) || !scalar.has(other.kind) || one.kind === other.kind) return false;
  return knownText(one) === knownText(other);
}

function distinct(given: Arguments): Value {
  const list = toList(argument(given, 0));
  if (list.kind === 'unknown') return unknownFrom(given);
  const doubtful = list.items.length > 1 ? list.items.find((item) => !isSettled(item)) : undefined;
  return listValue(uniqueItems(list.items), {}, list.open ?? (doubtful && whyOpen(doubtful)));
}

function index(given: Arguments): Value {
  const list = toList(argument(given, 0));
  const wanted = argument(given, 1);
  if (list.kind === 'unknown' || !isSettled(list) || !isSettled(wanted)) return unknownFrom(given);
  const at = list.items.findIndex((item) => sameScalar(item, wanted));
  return at === -1 ? refuse('the list does not contain the value') : numberValue(at);
}

function one(given: Arguments): Value {
  const value = argument(given, 0);
  if (value.kind === 'null') return value;
  const list = toList(value);
  if (list.kind === 'unknown' || list.open !== undefined) return unknownFrom(given);
  const [only, ...others] = list.items;
  if (others.length > 0) return refuse('the list has more than one item');
  return only ?? { kind: 'null', at: [] };
}

function slice(given: Arguments): Value {
  const list = toList(argument(given, 0));
  const start = toNumber(argument(given, 1));
  const end = toNumber(argument(given, 2));
  if (list.kind === 'unknown' || start.kind === 'unknown' || end.kind === 'unknown' || list.open !== undefined)
    return unknownFrom(given);
  if (start.value < 0 || end.value > list.items.length || start.value > end.value)
    return refuse('a slice that reaches beyond the list');
  return listValue(list.items.slice(start.value, end.value));
}

function chunklist(given: Arguments): Value {
  const list = toList(argument(given, 0));
  const size = toNumber(argument(given, 1));
  if (list.kind === 'unknown' || size.kind === 'unknown' || list.open !== undefined) return unknownFrom(given);
  if (!Number.isInteger(size.value) || size.value < 0) return refuse('a chunk of no whole size');
  const width = size.value === 0 ? Math.max(list.items.length, 1) : size.value;
  const chunks = Array.from({ length: Math.ceil(list.items.length / width) }, (_, at) =>
    listValue(list.items.slice(at * width, (at + 1) * width)),
  );
  return listValue(chunks);
}

/** One item that goes the other way decides, whatever the others are. */
function everyFlag(given: Arguments, flag: boolean): Value {
  const list = toList(argument(given, 0));
  if (list.kind === 'unknown') return unknownFrom(given);
  const flags = list.items.map((item) => (item.kind === 'string' ? item.value === 'true' : item.kind === 'boolean' ? item.value : item.kind === 'null' ? false : undefined));
  if (flags.includes(!flag)) return booleanValue(!flag);
  return flags.includes(undefined) || list.open !== undefined ? unknownFrom(given) : booleanValue(flag);
} // prettier-ignore
