import type { Expression, FunctionCall, ObjectConstructor } from '../syntax';
import { forEachBranch } from './choice';
import { toBoolean, toList, toNumber, toObject, toSet, toText, unified } from './convert';
import { evaluate } from './expression';
import { refuse } from './failure';
import { marksOf } from './inspect';
import type { Scope } from './session';
import { listValue, nullValue, objectValue, type Value } from './value';

/** Makes a value what a type constraint says, with the defaults of optional attributes. */
export function convertTo(value: Value, type: Expression, scope: Scope): Value {
  return forEachBranch([value], true, ([one]) => convert(one, type, scope));
}

function convert(value: Value, type: Expression, scope: Scope): Value {
  if (value.kind === 'unknown' || value.kind === 'null' || value.kind === 'instance') return value;
  if (value.kind === 'choice') return convertTo(value, type, scope);
  if (type.kind === 'parentheses') return convert(value, type.expression, scope);
  if (type.kind === 'variable') return primitive(value, type.name);
  return type.kind === 'call' ? compound(value, type, scope) : value;
}

function primitive(value: Value, name: string): Value {
  switch (name) {
    case 'string':
      return toText(value);
    case 'number':
      return toNumber(value);
    case 'bool':
      return toBoolean(value);
    default:
      return value;
  }
}

function compound(value: Value, { name, arguments: [inner] }: FunctionCall, scope: Scope): Value {
  switch (name) {
    case 'list':
    case 'set':
      return collection(value, name === 'set', inner, scope);
    case 'map':
      return map(value, inner, scope);
    case 'tuple':
      return tuple(value, inner, scope);
    case 'object':
      return inner?.kind === 'object' ? object(value, inner, scope) : value;
    default:
      return value;
  }
}

function collection(value: Value, isSet: boolean, inner: Expression | undefined, scope: Scope): Value {
  const list = toList(value);
  if (list.kind === 'unknown') return list;
  const { set: _, ...rest } = list;
  const items = inner ? list.items.map((item) => convert(item, inner, scope)) : list.items;
  const converted = { ...rest, items: isAny(inner) ? unified(items) : items };
  return isSet ? toSet(converted) : converted;
}

const isAny = (type: Expression | undefined): boolean => !type || (type.kind === 'variable' && type.name === 'any');

function map(value: Value, inner: Expression | undefined, scope: Scope): Value {
  const given = toObject(value);
  if (given.kind === 'unknown' || !inner) return given;
  const members = [...given.members].map(([key, member]) => [key, convert(member, inner, scope)] as const);
  return { ...given, members: new Map(members) };
}

function tuple(value: Value, inner: Expression | undefined, scope: Scope): Value {
  const list = toList(value);
  if (list.kind === 'unknown' || inner?.kind !== 'tuple') return list;
  if (list.open === undefined && list.items.length !== inner.items.length) return refuse('a tuple of another length');
  const items = list.items.map((item, index) => {
    const type = inner.items[index];
    return type ? convert(item, type, scope) : item;
  });
  return listValue(items, { at: list.at, ...ownMarks(list) }, list.open);
}

/** Attributes that the type does not name are dropped. */
function object(value: Value, { items }: ObjectConstructor, scope: Scope): Value {
  const given = toObject(value);
  if (given.kind === 'unknown') return given;
  const members = items.flatMap(({ key, value: type }) => {
    if (key.kind !== 'named-key') return [];
    const member = attribute(given.members.get(key.name), type, given.open, scope);
    if (member === 'required') return refuse(`the attribute "${key.name}" is required`);
    return member === 'open' ? [] : [[key.name, member] as const];
  });
  return objectValue(members, { at: given.at, ...ownMarks(given) }, given.open);
}

const ownMarks = ({ kind, at, ...value }: Value) => marksOf([{ ...nullValue(), ...pick(value) }]);

const pick = ({ sensitive, because, source, references }: Omit<Value, 'kind' | 'at'>) => ({
  ...(sensitive && { sensitive }),
  ...(because !== undefined && { because }),
  ...(source && { source }),
  ...(references && { references }),
});

/** A missing attribute of an object of which more may be known at apply is left out. */
function attribute(
  given: Value | undefined,
  type: Expression,
  open: string | undefined,
  scope: Scope,
): Value | 'required' | 'open' {
  const [inner, fallback] = type.kind === 'call' && type.name === 'optional' ? type.arguments : [undefined, undefined];
  if (!inner) return given ? convert(given, type, scope) : open === undefined ? 'required' : 'open';
  if (!given && open !== undefined) return 'open';
  if (given && given.kind !== 'null') return convert(given, inner, scope);
  return fallback ? convert(evaluate(fallback, scope), inner, scope) : nullValue(given ? { at: given.at } : {});
}
