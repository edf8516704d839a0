import type { IndexStep, ScopeVariable, SplatStep, Step, Traversal } from '../syntax';
import { choiceValue, forEachBranch } from './choice';
import { knownText, nameOf, toNumber } from './convert';
import { evaluate } from './expression';
import { limits, refuse } from './failure';
import { unknownFrom, whyOpen } from './inspect';
import { placeIn, type Resolution, type Scope } from './session';
import {
  joinReferences,
  listValue,
  marked,
  seenFrom,
  unknownValue,
  type ListValue,
  type Marks,
  type ObjectValue,
  type Reference,
  type UnknownValue,
  type Value,
} from './value';

export function evaluateTraversal(traversal: Traversal, scope: Scope): Value {
  const { from, steps } = traversal;
  const start = from.kind === 'variable' ? resolveName(from, steps, scope) : { value: evaluate(from, scope), taken: 0 };
  const value = steps.slice(start.taken).reduce((inner, step) => take(inner, step, scope), start.value);
  return seenFrom(value, placeIn(scope, traversal));
}

/** What is bound around the expression comes before what the module declares. */
export function resolveName({ name }: ScopeVariable, steps: readonly Step[], scope: Scope): Resolution {
  const bound = scope.variables.get(name);
  return bound ? { value: bound, taken: 0 } : scope.names.resolve(name, steps, scope);
}

function take(value: Value, step: Step, scope: Scope): Value {
  const { tolerant } = scope.session;
  switch (step.kind) {
    case 'attribute-step':
      return forEachBranch([value], tolerant, ([one]) => readMember(one, step.name));
    case 'index-step':
      return forEachBranch([value, keyOf(step, scope)], tolerant, ([one, key]) => readIndex(one, key));
    case 'splat-step':
      return forEachBranch([value], tolerant, ([one]) => splat(one, step, scope));
  }
} // prettier-ignore

const keyOf = ({ key }: IndexStep, scope: Scope): Value => evaluate(key, scope);

export function readMember(value: Value, name: string): Value {
  switch (value.kind) {
    case 'object':
      return memberOf(value, name);
    case 'instance':
      return value.read(name);
    case 'unknown':
      return partOfUnknown(value, name);
    case 'list':
      return /^\d+$/u.test(name) ? itemOf(value, Number(name)) : refuse(`a list has no attribute "${name}"`);
    default:
      return refuse(`${nameOf(value)} has no attribute "${name}"`);
  }
}

function memberOf(value: ObjectValue, name: string): Value {
  const member = value.members.get(name);
  if (member) return inherited(member, value, name);
  return value.open === undefined ? refuse(`there is no attribute "${name}"`) : unknownFrom([value], value.open);
}

function itemOf(value: ListValue, index: number): Value {
  if (value.set) return refuse('a set has no indices');
  if (value.open !== undefined) return unknownFrom([value], value.open);
  const item = Number.isInteger(index) ? value.items[index] : undefined;
  return item ? inherited(item, value, index) : refuse(`a list of ${String(value.items.length)} has no item ${String(index)}`);
} // prettier-ignore

export function readIndex(value: Value, key: Value): Value {
  if (value.kind === 'instance' && value.repeated) return value;
  if (whyOpen(key) !== undefined) return oneOf(value, key);
  if (value.kind === 'list') {
    const index = toNumber(key);
    return index.kind === 'unknown' ? oneOf(value, key) : itemOf(value, index.value);
  }
  if (value.kind === 'unknown') return partOfUnknown(value, key.kind === 'number' ? key.value : (knownText(key) ?? ''));
  if (key.kind === 'null') return refuse('a key is null');
  return readMember(value, knownText(key) ?? refuse('a key is no text'));
}

/** With a key that is not known it is one of the elements. */
function oneOf(value: Value, key: Value): Value {
  const elements = value.kind === 'list' ? value.items : value.kind === 'object' ? [...value.members.values()] : [];
  const isOpen = (value.kind !== 'list' && value.kind !== 'object') || value.open !== undefined;
  if (isOpen || elements.length === 0 || elements.length > limits.branches) return unknownFrom([value, key]);
  const { sensitive } = value;
  return choiceValue(whyOpen(key) ?? 'settled at apply', elements, sensitive ? { sensitive } : {});
}

function splat(value: Value, { each }: SplatStep, scope: Scope): Value {
  const inner = (item: Value) => each.reduce((part, step) => take(part, step, scope), item);
  switch (value.kind) {
    case 'null':
      return listValue([]);
    case 'unknown':
      return unknownFrom([value]);
    case 'instance':
      return value.repeated ? unknownFrom([inner(value)]) : listValue([inner(value)]);
    case 'list':
      return listValue(
        value.items.map((item, index) => inner(inherited(item, value, index))),
        {},
        value.open,
      );
    default:
      return listValue([inner(value)]);
  }
}

/** A part of an unknown value is unknown; of a resource's attribute it is that part of the attribute. */
function partOfUnknown(value: UnknownValue, key: string | number): UnknownValue {
  const [only, ...others] = value.references ?? [];
  if (!only || others.length > 0 || only.path.length >= limits.path || value.symbol !== undefined)
    return unknownFrom([value]);
  return { ...unknownReference(deeper(only, key)), ...(value.sensitive && { sensitive: true }) };
}

const deeper = ({ address, path }: Reference, key: string | number): Reference => ({ address, path: [...path, key] });

/** What a resource will have. Its id and ARN are never null; another attribute may be. */
export function unknownReference(reference: Reference): UnknownValue {
  const [attribute, ...inner] = reference.path;
  const isGiven = (attribute === 'id' || attribute === 'arn') && inner.length === 0;
  return unknownValue(`settled at apply: ${referenceText(reference)}`, {
    references: [reference],
    source: 'resource',
    ...(isGiven && { set: true }),
  });
}

export const referenceText = ({ address, path }: Reference): string =>
  address + path.map((key) => (typeof key === 'number' ? `[${String(key)}]` : `.${key}`)).join('');

/** A part has the marks of the whole: what must not be shown as a whole must not be shown in part. */
export function inherited<T extends Value>(part: T, whole: Marks, key: string | number): T {
  const { sensitive, because, source, references } = whole;
  if (!sensitive && because === undefined && !source && !references) return part;
  return marked(part, {
    ...(sensitive && { sensitive }),
    ...(because !== undefined && part.because === undefined && { because }),
    ...(source && !part.source && { source }),
    ...(references && { references: joinReferences(part.references, references.map((one) => deeper(one, key))) ?? [] }),
  });
} // prettier-ignore
