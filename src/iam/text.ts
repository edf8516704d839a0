/**
 * Texts that are not wholly known. A policy read from a template has holes: a reference to another resource, a
 * parameter nobody has given a value. A caller puts `holes(...)` or `unknown(...)` where a policy would have a string.
 */

/** A reference to an attribute of a resource: equal to itself and to nothing else, and never a wildcard. */
export interface Reference {
  readonly reference: string;
  /** For an ARN its shape, such as `arn:${Partition}:s3:::${BucketName}`; partition, region and account are shared. */
  readonly arn?: string;
}

/** Text that nobody knows yet: it may be anything, `*` included, or one of `among`. */
export interface Free {
  readonly free: string;
  readonly among?: readonly string[];
}

export type Part = string | Reference | Free;

const brand = Symbol('policy text');

/** A text with holes. Made by `holes` alone, so that no document can pretend to be one. */
export interface Holes {
  readonly [brand]: 'holes';
  readonly parts: readonly Part[];
}

/** Something in a policy that cannot be told: a text, an element, a statement, a whole document. */
export interface Unknown {
  readonly [brand]: 'unknown';
  readonly why: string;
}

/** A text made of known text and holes, to stand anywhere in a document where a string may. */
export const holes = (...parts: readonly Part[]): Holes => ({ [brand]: 'holes', parts });

/** Something unknown, to stand anywhere in a document: a value, a list, a statement, the document itself. */
export const unknown = (why: string): Unknown => ({ [brand]: 'unknown', why });

const branded = (value: unknown, as: 'holes' | 'unknown'): boolean =>
  typeof value === 'object' && value !== null && brand in value && value[brand] === as;

export const isHoles = (value: unknown): value is Holes => branded(value, 'holes');
export const isUnknown = (value: unknown): value is Unknown => branded(value, 'unknown');
