import { known, unknown, type Known, type Place, type Settled } from './value';

/** A place that made a verdict so, or keeps it open. */
export interface Witness {
  readonly at: Place;
  readonly note: string;
  /** What the platform does where nothing is written, if that is what decided. */
  readonly unwritten?: string;
}

/** Kleene truth with its witnesses. `undefined` is unknown. */
export interface Truth {
  readonly holds: boolean | undefined;
  readonly because: readonly Witness[];
}

/** Whether a settled value passes a test. An unknown decides where every value it may have agrees. */
export function is<T>(value: Settled<T>, test: (value: T) => boolean, note: string): Truth {
  if (value.state === 'known')
    return {
      holds: test(value.value),
      because: [witnessOf(value, note)],
    };
  const outcomes = new Set(value.mayBeAbsent ? [] : value.among?.map(test));
  const [only] = outcomes;
  return {
    holds: outcomes.size === 1 ? only : undefined,
    because: [{ at: value.at, note: `${note}: ${value.why}` }],
  };
}

const witnessOf = ({ at, because, unwritten }: Known<unknown>, note: string): Witness =>
  because === undefined ? { at, note } : { at, note: `${note} (${because})`, ...(unwritten && { unwritten: because }) };

/** Some item of a list that may itself be unknown. */
export function some<T>(list: Settled<readonly T[]>, test: (item: T) => Truth, note: string): Truth {
  if (list.state === 'known') return someOf(list.value, list.at, test, note);
  const outcomes = list.mayBeAbsent ? [] : (list.among ?? []).map((items) => someOf(items, list.at, test, note));
  const [first] = outcomes;
  if (first && outcomes.every(({ holds }) => holds === first.holds))
    return { holds: first.holds, because: outcomes.flatMap(({ because }) => because) };
  return { holds: undefined, because: [{ at: list.at, note: `${note}: ${list.why}` }] };
}

const someOf = <T>(items: readonly T[], at: Place, test: (item: T) => Truth, note: string): Truth =>
  items.length === 0 ? { holds: false, because: [{ at, note }] } : any(...items.map(test));

/** Every item of a list that may itself be unknown. */
export const every = <T>(list: Settled<readonly T[]>, test: (item: T) => Truth, note: string): Truth =>
  not(some(list, (item) => not(test(item)), note));

/** False decides; else unknown does. */
export const all = (...parts: readonly Truth[]): Truth => settle(parts, false);

/** True decides; else unknown does. */
export const any = (...parts: readonly Truth[]): Truth => settle(parts, true);

export const not = (part: Truth): Truth => ({
  ...part,
  holds: part.holds === undefined ? undefined : !part.holds,
});

/** A truth that needs no value: the structure of the input decides. */
export const truth = (holds: boolean | undefined, at: Place, note: string): Truth => ({
  holds,
  because: [{ at, note }],
});

/** A truth as a settled value, for facts that rest on several others. The first witness is its place. */
export function settledTruth({ holds, because }: Truth, at: Place): Settled<boolean> {
  const [first] = because;
  return holds === undefined
    ? unknown(first?.note ?? 'not decided', first?.at ?? at)
    : known(holds, first?.at ?? at, first?.note);
}

function settle(parts: readonly Truth[], decisive: boolean): Truth {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  for (const holds of [decisive, undefined]) {
    const deciding = parts.filter((part) => part.holds === holds);
    if (deciding.length > 0) return { holds, because: deciding.flatMap((part) => part.because) };
  }
  return { holds: !decisive, because: parts.flatMap((part) => part.because) };
}
