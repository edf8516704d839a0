/**
 * What readers hand over: plain JSON data, in which a leaf may be something that is not settled yet.
 *
 * A reader never guesses: what it cannot resolve becomes one of the leaves below, and the accessors of `Property` carry
 * them on as three-valued `Value`s.
 */
export type Raw = null | undefined | boolean | number | string | readonly Raw[] | RawObject | Leaf;
export interface RawObject {
  readonly [key: string]: Raw;
  readonly [brand]?: never;
}

/** What an unsettled leaf refers to: a resource of the same graph (by `Resource.id`), and the attribute asked of it. */
export interface Reference {
  readonly id: string;
  readonly attribute?: string;
}

/**
 * Who supplies a value that is not written at the property itself: a parameter or variable (a secret one is masked by
 * its platform: `NoEcho`, `sensitive`), another resource or data source, the platform (the account, the region, what
 * another stack exports), or somebody whom the input does not show (`elsewhere`: a local value in a plan).
 */
export type Source = 'parameter' | 'secret-parameter' | 'resource' | 'platform' | 'elsewhere';

/** Settled only at deployment, or beyond what the reader can evaluate. */
export interface UnknownLeaf {
  readonly leaf: 'unknown';
  /** One clause for people: `settled at apply: aws_kms_key.main.arn`. */
  readonly why: string;
  /** Resources of the graph that the value comes from. Several mean "one or more of these". */
  readonly references: readonly Reference[];
  /** Every value it can take, where that is known (allowed values of a parameter). */
  readonly among?: readonly Raw[];
  readonly source?: Source;
  /** Two unknowns of one symbol have one value: the `account`, the `region`, a parameter, the name of a resource. */
  readonly symbol?: string;
}

/** One of several, depending on a condition that is not settled: `Fn::If`, a conditional expression. */
export interface ChoiceLeaf {
  readonly leaf: 'choice';
  readonly why: string;
  readonly branches: readonly Raw[];
}

/** What is known of a hole in a text: the resources that fill it, and who supplies it. */
export type Hole = Pick<UnknownLeaf, 'references' | 'source' | 'why' | 'symbol'>;

/** A text with holes: `arn:aws:s3:::${bucket}/*`. Holes are unknown leaves; the other parts are literal. */
export interface TemplateLeaf {
  readonly leaf: 'template';
  readonly parts: readonly (string | UnknownLeaf)[];
}

/** A value with something to say about it: a default's word, or that it must never be shown. */
export interface NotedLeaf {
  readonly leaf: 'noted';
  readonly value: Raw;
  /** On whose word the value holds: `the default of parameter "Encrypt"`. */
  readonly because?: string;
  /** The value stands under a sensitive path: it may be judged, never printed. */
  readonly sensitive?: boolean;
  readonly source?: Source;
  /** The resources that a known value was taken from, where the reader can tell. */
  readonly references?: readonly Reference[];
}

/** A list or object of which only a part is known: elements may be missing, so absence proves nothing. */
export interface PartialLeaf {
  readonly leaf: 'partial';
  readonly known: readonly Raw[] | RawObject;
  readonly why: string;
}

type AnyLeaf = UnknownLeaf | ChoiceLeaf | TemplateLeaf | NotedLeaf | PartialLeaf;

const brand: unique symbol = Symbol('demarc.leaf');

/** Marked by a symbol, so that no document can pass for a leaf. */
export type Leaf = AnyLeaf & { readonly [brand]: true };

const branded = <T extends AnyLeaf>(leaf: T): T & Leaf =>
  Object.defineProperty(leaf, brand, { value: true, configurable: true }) as T & Leaf;

export const unknownLeaf = (
  why: string,
  references: readonly Reference[] = [],
  more: Pick<UnknownLeaf, 'among' | 'source' | 'symbol'> = {},
): UnknownLeaf & Leaf => branded({ leaf: 'unknown', why, references, ...more });

/** A choice of equal branches is no choice, and one of none is unknown. */
export function choiceLeaf(why: string, branches: readonly Raw[]): Raw {
  if (branches.length === 1) return branches[0];
  return branches.length === 0 ? unknownLeaf(why) : branded({ leaf: 'choice', why, branches });
}

/** Joins adjacent text; a template without holes is its text, and a lone hole is the hole itself. */
export function templateLeaf(parts: readonly (string | UnknownLeaf)[]): Raw {
  const joined: (string | UnknownLeaf)[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part === '') continue;
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  const [only] = joined;
  if (only === undefined) return '';
  if (joined.length === 1) return typeof only === 'string' ? only : branded(only);
  return branded({ leaf: 'template', parts: joined });
}

export const notedLeaf = (value: Raw, note: Omit<NotedLeaf, 'leaf' | 'value'>): Leaf =>
  branded({ leaf: 'noted', value, ...note });

export const partialLeaf = (known: readonly Raw[] | RawObject, why: string): Leaf =>
  branded({ leaf: 'partial', known, why });

export const isLeaf = (raw: Raw): raw is Leaf =>
  typeof raw === 'object' && raw !== null && (raw as { [brand]?: true })[brand] === true;

export const isObject = (raw: Raw): raw is RawObject =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw) && !isLeaf(raw);

export const isList = (raw: Raw): raw is readonly Raw[] => Array.isArray(raw);
