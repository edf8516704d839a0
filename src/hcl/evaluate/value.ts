/**
 * What an expression is worth before anything is deployed: known, unknown for a reason, or known in part. `null` means
 * unset, as Terraform takes it. Values are data and are never changed; each knows where it was written.
 */
export type Value =
  | NullValue
  | BooleanValue
  | NumberValue
  | StringValue
  | TemplateValue
  | JsonValue
  | ListValue
  | ObjectValue
  | InstanceValue
  | ChoiceValue
  | UnknownValue;

/** A part of a source text: offsets count UTF-16 code units. */
export interface Place {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** What a value refers to: a resource instance by its address, and the path of the attribute asked of it. */
export interface Reference {
  readonly address: string;
  readonly path: readonly (string | number)[];
}

/**
 * Who supplies a value that is not written where it is used: the variable of a root module (a secret one is declared
 * `sensitive`), a resource or data source, the platform (the account, the region), or somebody beyond the sources.
 */
export type Source = 'parameter' | 'secret-parameter' | 'resource' | 'platform' | 'elsewhere';

/** What is said of a value besides what it is. */
export interface Marks {
  /**
   * Where it was written. The first place is nearest to who asked (`var.key`, in the resource); each further place is
   * where that one got it from: the argument of the module's caller, a local value, a default, a line of a `.tfvars`.
   */
  readonly at: readonly Place[];
  /** It may be judged, and never shown. */
  readonly sensitive?: true;
  /** On whose word a known value holds: `the default of variable "encrypt"`. */
  readonly because?: string;
  readonly source?: Source;
  /** Resources that the value was taken from. Of an unknown value several mean "one or more of these". */
  readonly references?: readonly Reference[];
}

export interface NullValue extends Marks {
  readonly kind: 'null';
}
export interface BooleanValue extends Marks {
  readonly kind: 'boolean';
  readonly value: boolean;
}
export interface NumberValue extends Marks {
  readonly kind: 'number';
  readonly value: number;
  /** As it was written, where a double cannot hold it: account numbers, and other ids above 2^53. */
  readonly text?: string;
}
export interface StringValue extends Marks {
  readonly kind: 'string';
  readonly value: string;
}
/** A text with holes. No two literal parts are neighbours, and none is empty. */
export interface TemplateValue extends Marks {
  readonly kind: 'template';
  readonly parts: readonly (string | UnknownValue)[];
}
/** A text that is the JSON of a value: kept as structure, so that a policy with holes can be read. */
export interface JsonValue extends Marks {
  readonly kind: 'json';
  readonly value: Value;
}
export interface ListValue extends Marks {
  readonly kind: 'list';
  readonly items: readonly Value[];
  /** The order means nothing, and equal items are one. */
  readonly set?: true;
  /** Why there may be more items than these, and at other positions. */
  readonly open?: string;
}
/** A map or an object. */
export interface ObjectValue extends Marks {
  readonly kind: 'object';
  readonly members: ReadonlyMap<string, Value>;
  /** Why there may be more members than these. */
  readonly open?: string;
}
/**
 * A whole resource or module, read as it is asked. It occurs only while expressions are evaluated: the values of a
 * result have an unknown in its stead, with a reference.
 */
export interface InstanceValue extends Marks {
  readonly kind: 'instance';
  readonly address: string;
  readonly read: (name: string) => Value;
  /** It stands for an unknown number of instances, so that a key leads to itself. */
  readonly repeated?: true;
}
/** One of several, depending on something that is not settled. */
export interface ChoiceValue extends Marks {
  readonly kind: 'choice';
  readonly why: string;
  readonly branches: readonly Value[];
}
export interface UnknownValue extends Marks {
  readonly kind: 'unknown';
  /** One clause for people: `settled at apply: aws_kms_key.main.arn`. */
  readonly why: string;
  /** Two unknowns of one symbol have one value: the `account`, the `region`, the `partition`. */
  readonly symbol?: string;
  /** It stands for a value that is never null: an attribute that the provider computes. */
  readonly set?: true;
}

type Said = Partial<Marks>;
const nowhere: readonly Place[] = [];

export const nullValue = (marks: Said = {}): NullValue => ({ kind: 'null', at: nowhere, ...marks });

export const booleanValue = (value: boolean, marks: Said = {}): BooleanValue => ({
  kind: 'boolean',
  value,
  at: nowhere,
  ...marks,
});

/** A number; `text` is kept where it says more than the double does. */
export function numberValue(value: number, marks: Said = {}, text?: string): NumberValue {
  const exact = text === undefined || Number.isSafeInteger(value) || !/^-?\d+$/u.test(text);
  return { kind: 'number', value, at: nowhere, ...marks, ...(!exact && { text }) };
}

export const stringValue = (value: string, marks: Said = {}): StringValue => ({
  kind: 'string',
  value,
  at: nowhere,
  ...marks,
});

export const jsonValue = (value: Value, marks: Said = {}): JsonValue => ({
  kind: 'json',
  value,
  at: nowhere,
  ...marks,
});

export const listValue = (items: readonly Value[], marks: Said = {}, open?: string): ListValue => ({
  kind: 'list',
  items,
  at: nowhere,
  ...marks,
  ...(open !== undefined && { open }),
});

export function objectValue(members: Iterable<readonly [string, Value]>, marks: Said = {}, open?: string): ObjectValue {
  const entries = new Map(members);
  return { kind: 'object', members: entries, at: nowhere, ...marks, ...(open !== undefined && { open }) };
}

export const unknownValue = (why: string, more: Said & Pick<UnknownValue, 'symbol' | 'set'> = {}): UnknownValue => ({
  kind: 'unknown',
  why,
  at: nowhere,
  ...more,
});

/** Joins adjacent text; a template without holes is its text, and a lone hole is the hole itself. */
export function templateValue(parts: readonly (string | UnknownValue)[], marks: Said = {}): Value {
  const joined: (string | UnknownValue)[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part === '') continue;
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  const [only] = joined;
  if (only === undefined) return stringValue('', marks);
  if (joined.length > 1) return { kind: 'template', parts: joined, at: nowhere, ...marks };
  return typeof only === 'string' ? stringValue(only, marks) : marked(only, marks);
}

/** More marks for a value; a reference that is given joins those it has. */
export function marked<T extends Value>(value: T, { references, ...marks }: Said): T {
  const all = joinReferences(value.references, references);
  return { ...value, ...marks, ...(all && { references: all }) };
}

/** More references say nothing that a reader could use. */
const mostReferences = 100;

export function joinReferences(
  first: readonly Reference[] | undefined,
  second: readonly Reference[] | undefined,
): readonly Reference[] | undefined {
  if (!first?.length || !second?.length) return first?.length ? first : second;
  const known = new Set(first.map(nameOf));
  const others = second.filter((reference) => !known.has(nameOf(reference)));
  return others.length === 0 ? first : [...first, ...others].slice(0, mostReferences);
}

const nameOf = ({ address, path }: Reference): string => JSON.stringify([address, ...path]);

/** The same value, seen from where it is used: the place of use comes before the places it has. */
export function seenFrom<T extends Value>(value: T, place: Place): T {
  const [first] = value.at;
  if (first?.file === place.file && first.start === place.start && first.end === place.end) return value;
  return { ...value, at: [place, ...value.at].slice(0, mostPlaces) };
}

const mostPlaces = 12;
