import { globOf, limitedStar, star } from './automata';
import { spend, type Budget } from './budget';
import { isClock } from './conditions/keys';
import { solveKey, type KeyValue } from './conditions/solve';
import type { KeyTest } from './conditions/condition';
import type { Test } from './compile';
import { codePoints } from './letters';
import { principalUniverse } from './principal';
import { solveLanguage, type LanguageTest, type Literal } from './tests';

/**
 * A request being searched for: for each dimension, the tests it must pass or fail. Dimensions do not depend on one
 * another, so a request exists exactly when each has a solution of its own.
 */
export type Draft = ReadonlyMap<string, readonly Literal<Test>[]>;

export interface Search {
  readonly budget: Budget;
  readonly now: number;
}

/** A word, or what is said of a key. */
export type Solution = { readonly word: string } | { readonly value: KeyValue };

const letters = (text: string): readonly number[] => [...codePoints(text)];
const field = [58, limitedStar];

/** Services and actions; ARNs and the lone `*` of actions that have no resource. */
const universes = {
  action: [globOf([star, 58, star])],
  resource: [globOf([...letters('arn'), ...field, ...field, ...field, ...field, 58, star]), globOf(letters('*'))],
  principal: principalUniverse,
};

const limit = 20_000;
const solved = new Map<string, Solution | undefined>();

/** The draft with one more test; `undefined` when no request is left. */
export function constrain(draft: Draft, test: Test, holds: boolean, search: Search): Draft | undefined {
  const before = draft.get(test.dimension) ?? [];
  if (before.some((literal) => literal.test === test)) {
    return before.some((literal) => literal.test === test && literal.holds !== holds) ? undefined : draft;
  }
  const literals = [...before, { test, holds }];
  if (solve(test.dimension, literals, search) === undefined) return undefined;
  return new Map(draft).set(test.dimension, literals);
}

/** A solution for one dimension, remembered. */
export function solve(dimension: string, literals: readonly Literal<Test>[], search: Search): Solution | undefined {
  // What a clock says depends on when it is asked.
  const asked = isClock(dimension.slice('key:'.length)) ? `${search.now} ` : '';
  const ids = literals
    .map(({ test, holds }) => (holds ? test.id + 1 : -test.id - 1))
    .sort((a, b) => a - b)
    .join();
  const key = asked + ids;
  if (solved.has(key)) return solved.get(key);
  spend(search.budget, 'states');
  const solution = solveFresh(dimension, literals, search);
  if (solved.size >= limit) solved.clear();
  solved.set(key, solution);
  return solution;
}

function solveFresh(
  dimension: string,
  literals: readonly Literal<Test>[],
  { budget, now }: Search,
): Solution | undefined {
  const universe = universes[dimension as keyof typeof universes] as (typeof universes)['action'] | undefined;
  if (universe) {
    const word = solveLanguage(universe, literals as readonly Literal<LanguageTest>[], budget);
    return word === undefined ? undefined : { word };
  }
  const value = solveKey(dimension.slice('key:'.length), literals as readonly Literal<KeyTest>[], now, budget);
  return value && { value };
}
