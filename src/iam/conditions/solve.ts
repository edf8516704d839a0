import { matches, type Glob } from '../automata';
import { TooComplex, type Budget } from '../budget';
import { everything, findWord } from '../language';
import type { Literal } from '../tests';
import type { KeyTest } from './condition';
import { parseDate, showDate } from './date';
import { earliest, isAlwaysPresent, isBoolean, isClock, isMultiple } from './keys';

/** What a request says of a condition key: nothing, or one or more values. */
export type KeyValue = readonly string[] | 'absent';

/** A test with whether a value must match its values. */
interface Demand {
  readonly test: KeyTest;
  readonly match: boolean;
}

/**
 * A value of a condition key for which every test is as wanted.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
export function solveKey(
  key: string,
  literals: readonly Literal<KeyTest>[],
  now: number,
  budget: Budget,
): KeyValue | undefined {
  if (!isAlwaysPresent(key) && literals.every(({ test, holds }) => holdsWhenAbsent(test) === holds)) return 'absent';
  const nulls = literals.filter(({ test }) => test.operator.comparison === 'Null');
  if (!nulls.every(({ test, holds }) => test.points?.holds('false') === holds)) return undefined;
  const values = literals.filter((literal) => !nulls.includes(literal));
  const find = (demands: readonly Demand[]): string | undefined => solveValue(key, demands, now, budget);
  return hasSeveral(key, values) ? solveMany(values, find) : one(find(values.map(asDemand)));
}

function holdsWhenAbsent({ operator, points }: KeyTest): boolean {
  if (operator.comparison === 'Null') return points?.holds('true') ?? false;
  if (operator.ifExists || operator.quantifier === 'all') return true;
  return operator.quantifier !== 'any' && operator.negated;
}

/** A key of which nothing is known has several values where every policy that tests it says so. */
function hasSeveral(key: string, literals: readonly Literal<KeyTest>[]): boolean {
  if (!literals.some(({ test }) => test.operator.quantifier)) return false;
  return isMultiple(key) ?? literals.every(({ test }) => test.operator.quantifier);
}

const asDemand = ({ test, holds }: Literal<KeyTest>): Demand => ({ test, match: holds !== test.operator.negated });

const one = (value: string | undefined): KeyValue | undefined => (value === undefined ? undefined : [value]);

/** Several values: what all of them must do, and what some of them must. */
function solveMany(
  literals: readonly Literal<KeyTest>[],
  find: (demands: readonly Demand[]) => string | undefined,
): KeyValue | undefined {
  const all: Demand[] = [];
  const some: Demand[] = [];
  for (const literal of literals) {
    const { negated, quantifier } = literal.test.operator;
    const demand = asDemand(literal);
    // Without a quantifier a test holds if some value matches, and its negation if none does.
    const universal = quantifier === undefined ? literal.holds === negated : (quantifier === 'all') === literal.holds;
    (universal ? all : some).push(demand);
  }
  if (some.length === 0) return one(find(all));
  const values: string[] = [];
  for (const demand of some) {
    const value = find([...all, demand]);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return [...new Set(values)];
}

/** One value that meets all demands. */
function solveValue(key: string, demands: readonly Demand[], now: number, budget: Budget): string | undefined {
  const real = demands.filter(({ test, match }) => !(match && isAnything(test)));
  if (real.some(({ test }) => isAnything(test))) return undefined;
  const ordered = real.some(({ test }) => test.points) || isBoolean(key) || isClock(key);
  if (!ordered) return solveText(real, budget);
  const found = candidates(key, real, now).find((value) => real.every((demand) => meets(demand, value)));
  if (
    found === undefined &&
    !isBoolean(key) &&
    real.some(({ test }) => test.globs?.some((glob) => glob.word === undefined))
  )
    throw new TooComplex();
  return found;
}

const isAnything = ({ globs }: KeyTest): boolean => globs?.includes(everything) ?? false;

function solveText(demands: readonly Demand[], budget: Budget): string | undefined {
  const inside: (readonly Glob[])[] = [];
  const outside: (readonly Glob[])[] = [];
  for (const { test, match } of demands)
    if (match) inside.push(test.globs ?? []);
    else outside.push(test.globs ?? []);
  return findWord(inside, outside, budget);
}

function candidates(key: string, demands: readonly Demand[], now: number): readonly string[] {
  if (isBoolean(key) || demands.some(({ test }) => test.operator.comparison === 'Bool')) return ['true', 'false'];
  const written = demands.flatMap(({ test }) => [
    ...(test.points?.candidates ?? []),
    ...(test.globs ?? []).flatMap((glob) => glob.word ?? []),
  ]);
  if (!isClock(key)) return written;
  const from = earliest(key, now);
  return [showDate(now), showDate(from), ...written].filter((value) => (parseDate(value) ?? from) >= from);
}

const meets = ({ test, match }: Demand, value: string): boolean =>
  (test.points ? test.points.holds(value) : (test.globs ?? []).some((glob) => matches(glob, value))) === match;
