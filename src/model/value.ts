import type { Source } from './raw';

/** Property keys and list indices, outermost first. */
export type Path = readonly (string | number)[];

/** Where a value was written: the resource (`Resource.id`) and the property path in it. */
export interface Place {
  readonly id: string;
  readonly path: Path;
}

export interface Known<T> {
  readonly state: 'known';
  readonly value: T;
  readonly at: Place;
  /** Why the value holds although nobody wrote it here, such as a platform's or a parameter's default. */
  readonly because?: string;
  /** It is what the platform does where nothing is written. */
  readonly unwritten?: true;
  /** The value must never be printed. */
  readonly sensitive?: boolean;
  readonly source?: Source;
}

export interface Unknown<T = unknown> {
  readonly state: 'unknown';
  readonly why: string;
  readonly at: Place;
  /** Every value it may turn out to have, where that is known: branches of a condition, allowed values. */
  readonly among?: readonly T[];
  /** It may also turn out to be absent: a condition has a branch that says nothing. */
  readonly mayBeAbsent?: boolean;
  readonly source?: Source;
}

export interface Absent {
  readonly state: 'absent';
  readonly at: Place;
}

/** What a template says of a property. */
export type Value<T> = Known<T> | Unknown<T> | Absent;

/** What a fact says: nothing is merely absent any more, for a service has said what the platform does then. */
export type Settled<T> = Known<T> | Unknown<T>;

export const known = <T>(value: T, at: Place, because?: string): Known<T> => ({
  state: 'known',
  value,
  at,
  ...(because !== undefined && { because }),
});

export const unknown = <T>(why: string, at: Place, among?: readonly T[]): Unknown<T> => ({
  state: 'unknown',
  why,
  at,
  ...(among && { among }),
});

export const absent = (at: Place): Absent => ({ state: 'absent', at });

/** Settle an absent value with what the platform does in its stead, and say on whose word. */
export function otherwise<T, U = T>(value: Value<T>, fallback: U, because: string): Settled<T | U> {
  if (value.state === 'absent') return { state: 'known', value: fallback, at: value.at, because, unwritten: true };
  if (value.state === 'known' || !value.mayBeAbsent) return value;
  const { mayBeAbsent: _, among, ...rest } = value;
  return among ? narrow<T | U>({ among: [...among, fallback], ...rest }) : rest;
}

/** Settle an absent value with another settled value: a companion's, an account's setting. */
export function orElse<T, U = T>(value: Value<T>, fallback: () => Settled<U>): Settled<T | U> {
  if (value.state === 'absent') return fallback();
  if (value.state === 'known' || !value.mayBeAbsent) return value;
  const { mayBeAbsent: _, among, ...rest } = value;
  const other = fallback();
  const possible = other.state === 'known' ? [other.value] : other.among;
  return among && possible ? narrow<T | U>({ among: [...among, ...possible], ...rest }) : rest;
}

/** An unknown whose possible values are all one is that value. */
export function narrow<T>(value: Unknown<T>): Settled<T> {
  if (!value.among || value.mayBeAbsent) return value;
  const among = [...new Set(value.among)];
  const [only] = among;
  return among.length === 1 ? known(only as T, value.at, value.why) : { ...value, among };
}

/** The same value seen another way. An unknown's possible values are mapped too. */
export function map<T, U>(value: Settled<T>, to: (value: T) => U): Settled<U>;
export function map<T, U>(value: Value<T>, to: (value: T) => U): Value<U>;
export function map<T, U>(value: Value<T>, to: (value: T) => U): Value<U> {
  if (value.state === 'absent') return value;
  if (value.state === 'known') return { ...value, value: to(value.value) };
  const { among, ...rest } = value;
  return among ? narrow({ among: among.map(to), ...rest }) : rest;
}

/** Settle something that depends on a value that is itself settled only in part. */
export function chain<T, U>(value: Settled<T>, to: (value: T) => Settled<U>): Settled<U> {
  if (value.state === 'known') return to(value.value);
  const { among, ...rest } = value;
  const outcomes = value.mayBeAbsent ? undefined : among?.map(to);
  const possible = outcomes?.flatMap((one): readonly (U | undefined)[] =>
    one.state === 'known' ? [one.value] : (one.among ?? [undefined]),
  );
  if (!possible || possible.includes(undefined)) return rest;
  return narrow({ among: possible as readonly U[], ...rest });
}

/**
 * Combine settled values whose interplay decides a fact. `to` sees `undefined` for what is unknown, and returns
 * `undefined` where the rest does not decide; the first unknown then says why.
 */
export function combine<const P extends Readonly<Record<string, Settled<unknown>>>, U>(
  parts: P,
  to: (values: { readonly [K in keyof P]: (P[K] extends Settled<infer T> ? T : never) | undefined }) => U | undefined,
): Settled<U> {
  const values = Object.fromEntries(
    Object.entries(parts).map(([key, part]) => [key, part.state === 'known' ? part.value : undefined]),
  );
  const result = to(values as Parameters<typeof to>[0]);
  const settled = Object.values(parts);
  const open = settled.find((part) => part.state === 'unknown');
  if (result === undefined)
    return unknown(open?.why ?? 'not decided by what is written', (open ?? settled[0])?.at ?? { id: '', path: [] });
  const written = settled.find((part) => part.state === 'known' && part.because === undefined);
  const spoken = settled.find((part) => part.state === 'known');
  const source = written ?? spoken;
  if (source?.state !== 'known') return known(result, { id: '', path: [] });
  const { at, because, unwritten } = source;
  return {
    state: 'known',
    value: result,
    at,
    ...(because !== undefined && { because }),
    ...(unwritten && { unwritten }),
  };
}
