import { LimitReached, limits } from './failure';
import {
  joinReferences,
  unknownValue,
  type Marks,
  type Reference,
  type Source,
  type UnknownValue,
  type Value,
} from './value';

/** What can be said of a value and all that is in it. */
interface Summary {
  /** How many values there are, each counted as often as it occurs. */
  readonly size: number;
  /** How many are inside each other. */
  readonly nesting: number;
  /** Why it is not known to the last part; undefined where it is. */
  readonly open: string | undefined;
  readonly sensitive: boolean;
  readonly because: string | undefined;
  readonly source: Source | undefined;
  readonly references: readonly Reference[] | undefined;
}

/** Values share parts with each other, so that walking them without a memory could take forever. */
const summaries = new WeakMap<Value, Summary>();

const compound: ReadonlySet<Value['kind']> = new Set(['choice', 'json', 'list', 'object', 'template']);

function summaryOf(value: Value): Summary {
  if (!compound.has(value.kind)) return own(value);
  const known = summaries.get(value);
  if (known) return known;
  const summary = partsOf(value).map(summaryOf).reduce(join, own(value));
  summaries.set(value, summary);
  return summary;
}

const own = (value: Value): Summary => ({
  size: 1,
  nesting: 1,
  open: ownOpenness(value),
  sensitive: value.sensitive === true,
  because: value.because,
  source: value.source,
  references: value.references,
});

/** What is said of a whole, and then of a part of it. */
const join = (one: Summary, other: Summary): Summary => ({
  nesting: Math.max(one.nesting, other.nesting + 1),
  size: Math.min(one.size + other.size, Number.MAX_SAFE_INTEGER),
  open: one.open ?? other.open,
  sensitive: one.sensitive || other.sensitive,
  because: one.because ?? other.because,
  source: stronger(one.source, other.source),
  references: joinReferences(one.references, other.references),
});

/** What a value is made of. */
export function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'list':
      return value.items;
    case 'object':
      return [...value.members.values()];
    case 'choice':
      return value.branches;
    case 'json':
      return [value.value];
    case 'template':
      return value.parts.filter((part) => typeof part !== 'string');
    default:
      return [];
  }
}

function ownOpenness(value: Value): string | undefined {
  switch (value.kind) {
    case 'unknown':
    case 'choice':
      return value.why;
    case 'instance':
      return `settled at apply: ${value.address}`;
    case 'list':
    case 'object':
      return value.open;
    default:
      return undefined;
  }
}

const order: readonly (Source | undefined)[] = [
  undefined,
  'parameter',
  'platform',
  'elsewhere',
  'resource',
  'secret-parameter',
];

/** A text that a variable and a resource fill is not known before the resource is there; a secret stays one. */
const stronger = (one: Source | undefined, other: Source | undefined): Source | undefined =>
  order.indexOf(one) >= order.indexOf(other) ? one : other;

/** Why a value is not known to its last part; undefined where it is. */
export const whyOpen = (value: Value): string | undefined => summaryOf(value).open;

export const isSettled = (value: Value): boolean => whyOpen(value) === undefined;

/** What is computed from values has the marks of all of them. The place is the caller's business. */
export function marksOf(values: readonly Value[]): Omit<Marks, 'at'> {
  const [first, ...others] = values;
  if (!first) return {};
  const { sensitive, because, source, references } = others.map(summaryOf).reduce(join, summaryOf(first));
  return {
    ...(sensitive && { sensitive }),
    ...(because !== undefined && { because }),
    ...(source && { source }),
    ...(references && { references }),
  };
}

/** What depends on values of which at least one is not known. */
export function unknownFrom(values: readonly Value[], why?: string): UnknownValue {
  const reason = why ?? values.map(whyOpen).find((one) => one !== undefined) ?? 'settled at apply';
  const { because: _, ...marks } = marksOf(values);
  return unknownValue(reason, marks);
}

export const sizeOf = (value: Value): number => summaryOf(value).size;

/** Whether a value can be walked through without exhausting the stack. */
export const isTooDeep = (value: Value): boolean => summaryOf(value).nesting > limits.nesting;

/** Refuses to look through a value that is larger than any configuration's. */
export function withinSize(value: Value): void {
  if (sizeOf(value) > limits.size) throw new LimitReached('a value of more than 200,000 parts');
}

/** Whether two known values are equal; of unknown ones, whether they certainly are. */
export function sameValue(one: Value, other: Value): boolean {
  if (one === other) return true;
  withinSize(one);
  withinSize(other);
  switch (one.kind) {
    case 'null':
      return other.kind === 'null';
    case 'boolean':
    case 'string':
      return other.kind === one.kind && other.value === one.value;
    case 'number':
      return other.kind === 'number' && other.value === one.value && other.text === one.text;
    case 'json':
      return other.kind === 'json' && sameValue(one.value, other.value);
    case 'list':
      return other.kind === 'list' && isClosed(one, other) && sameItems(one.items, other.items);
    case 'object':
      return other.kind === 'object' && isClosed(one, other) && sameMembers(one.members, other.members);
    case 'template':
      return other.kind === 'template' && sameParts(one.parts, other.parts);
    case 'unknown':
      return other.kind === 'unknown' && one.symbol !== undefined && one.symbol === other.symbol;
    case 'choice':
    case 'instance':
      return false;
  }
}

const isClosed = (...values: readonly { readonly open?: string }[]): boolean =>
  values.every(({ open }) => open === undefined);

const sameItems = (one: readonly Value[], other: readonly Value[]): boolean =>
  one.length === other.length &&
  one.every((item, index) => {
    const counterpart = other[index];
    return counterpart !== undefined && sameValue(item, counterpart);
  });

function sameMembers(one: ReadonlyMap<string, Value>, other: ReadonlyMap<string, Value>): boolean {
  if (one.size !== other.size) return false;
  return [...one].every(([key, value]) => {
    const counterpart = other.get(key);
    return counterpart !== undefined && sameValue(value, counterpart);
  });
}

const sameParts = (one: readonly (string | UnknownValue)[], other: readonly (string | UnknownValue)[]): boolean =>
  one.length === other.length &&
  one.every((part, index) => {
    const counterpart = other[index];
    if (typeof part === 'string' || typeof counterpart === 'string') return part === counterpart;
    return counterpart !== undefined && sameValue(part, counterpart);
  });
