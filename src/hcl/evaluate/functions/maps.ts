import { choiceValue } from '../choice';
import { knownText, toList, toObject } from '../convert';
import { refuse, withinItems } from '../failure';
import { isSettled, unknownFrom, whyOpen } from '../inspect';
import { readMember } from '../traversal';
import { listValue, nullValue, objectValue, stringValue, type Value } from '../value';
import { argument, membersAt, strict, textsAt, itemsAt, type Arguments, type Functions } from './definition';

/** Functions over maps, and those that choose among their arguments. */
export const mapFunctions: Functions = {
  coalesce: (given) => firstOf(given, (value) => value.kind !== 'null' && !(value.kind === 'string' && value.value === '')),
  coalescelist: (given) => firstOf(given, (value) => !(value.kind === 'list' && value.items.length === 0 && value.open === undefined) && value.kind !== 'null'),
  lookup,
  map: (given) => pairs(given),
  matchkeys: strict((given) => matchkeys(given)),
  merge,
  transpose: strict((given) => transpose(given)),
  zipmap,
}; // prettier-ignore

/**
 * Later maps win. One that is not known may set any key, so that what came before it is what it was or something else.
 */
function merge(given: Arguments): Value {
  const members = new Map<string, Value>();
  let open: string | undefined;
  for (const one of given) {
    if (one.kind === 'null') continue;
    const map = toObject(one);
    const why = map.kind === 'unknown' ? map.why : map.open;
    if (why !== undefined) for (const [key, member] of members) members.set(key, choiceValue(why, [member, unknownFrom([map], why)]));
    open ??= why;
    for (const [key, member] of map.kind === 'object' ? map.members : []) members.set(key, member);
    withinItems(members.size);
  }
  const only = given.length === 1 ? given[0] : undefined;
  if (only?.kind === 'unknown') return only;
  return objectValue(members, given.some(({ sensitive }) => sensitive) ? { sensitive: true } : {}, open);
} // prettier-ignore

/** The first that is there. One that is not known may be empty: then it is that one or one of those that follow. */
function firstOf(given: Arguments, isThere: (value: Value) => boolean): Value {
  const possible: Value[] = [];
  for (const value of given) {
    if (!isThere(value)) continue;
    possible.push(value);
    const isCertain = value.kind !== 'unknown' || value.set === true;
    if (isCertain && !(value.kind === 'list' && value.items.length === 0)) return choose(possible);
  }
  if (possible.length === 0) return refuse('every argument is null or empty');
  return choose(possible);
}

function choose(possible: readonly Value[]): Value {
  const [first] = possible;
  return first && possible.length === 1
    ? first
    : choiceValue((first && whyOpen(first)) ?? 'settled at apply', possible);
}

function lookup(given: Arguments): Value {
  const map = argument(given, 0);
  const key = argument(given, 1);
  const fallback = given[2];
  if (map.kind === 'unknown' || map.kind === 'instance' || !isSettled(key)) return lookupUnknown(map, key, fallback);
  const object = toObject(map);
  const name = knownText(key) ?? refuse('a key is not known');
  if (object.kind === 'object' && object.members.has(name)) return readMember(object, name);
  if (object.kind === 'unknown' || object.open !== undefined) return unknownFrom(given, whyOpen(object));
  return fallback ?? refuse(`there is no key "${name}"`);
}

/** With a key that is not known it is one of the members, or the default. */
function lookupUnknown(map: Value, key: Value, fallback: Value | undefined): Value {
  const all = fallback ? [map, key, fallback] : [map, key];
  if (map.kind !== 'object' || map.open !== undefined || map.members.size === 0) return unknownFrom(all);
  const possible = [...map.members.values(), ...(fallback ? [fallback] : [])];
  return choiceValue(whyOpen(key) ?? 'settled at apply', possible, map.sensitive ? { sensitive: true } : {});
}

function zipmap(given: Arguments): Value {
  const keys = toList(argument(given, 0));
  const values = toList(argument(given, 1));
  if (keys.kind === 'unknown' || values.kind === 'unknown' || keys.open !== undefined || values.open !== undefined)
    return unknownFrom(given);
  if (keys.items.length !== values.items.length) return refuse('keys and values differ in number');
  let open: string | undefined;
  const members = new Map<string, Value>();
  keys.items.forEach((key, index) => {
    const name = knownText(key);
    if (name === undefined) open ??= whyOpen(key);
    else members.set(name, values.items[index] ?? nullValue());
  });
  return objectValue(members, {}, open);
}

/** The function that `{ … }` replaced. */
function pairs(given: Arguments): Value {
  const members = new Map<string, Value>();
  for (let at = 0; at + 1 < given.length; at += 2) {
    const key = knownText(argument(given, at));
    if (key === undefined) return unknownFrom(given);
    members.set(key, argument(given, at + 1));
  }
  return objectValue(members);
}

function matchkeys(given: Arguments): Value {
  const keys = textsAt(given, 1);
  const wanted = new Set(textsAt(given, 2));
  return listValue(itemsAt(given, 0).filter((_, index) => wanted.has(keys[index] ?? '')));
}

function transpose(given: Arguments): Value {
  const turned = new Map<string, string[]>();
  for (const [key, values] of membersAt(given, 0))
    for (const value of textsAt([values], 0)) turned.set(value, [...(turned.get(value) ?? []), key]);
  const members = [...turned].map(([key, values]) => [key, listValue(values.map((one) => stringValue(one)))] as const);
  return objectValue(members);
}
