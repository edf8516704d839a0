import type { Glob } from './automata';
import { contains, everything, findWord } from './language';
import type { Budget } from './budget';

/** A test of one dimension of a request. A statement matches a request when all its tests hold. */
export interface LanguageTest {
  readonly id: number;
  readonly dimension: 'action' | 'resource' | 'principal';
  /** Holds for words outside the globs instead of inside. */
  readonly negated: boolean;
  readonly globs: readonly Glob[];
}

/** A test together with whether it must hold. */
export interface Literal<T> {
  readonly test: T;
  readonly holds: boolean;
}

const interned = new Map<string, LanguageTest>();
const internLimit = 5_000;
let count = 0;

/** Ids of tests, of either kind; unique in the process. */
export const nextTestId = (): number => count++;

/** The test for words inside (or outside) these globs. Equal tests are one test, so that answers can be remembered. */
export function languageTest(
  dimension: LanguageTest['dimension'],
  negated: boolean,
  globs: readonly Glob[],
): LanguageTest {
  const unique = globs.some((glob) => glob.start.universal) ? [everything] : [...new Set(globs)];
  const key = `${dimension}${negated ? '!' : '='}${unique.map((glob) => glob.id).join()}`;
  const known = interned.get(key);
  if (known) return known;
  if (interned.size >= internLimit) interned.clear();
  const test = { id: nextTestId(), dimension, negated, globs: unique };
  interned.set(key, test);
  return test;
}

/** Whether a word passes a test. */
export const passes = (test: LanguageTest, word: string): boolean => test.negated !== contains(test.globs, word);

/** A word of the universe for which every literal is as wanted. */
export function solveLanguage(
  universe: readonly Glob[],
  literals: readonly Literal<LanguageTest>[],
  budget: Budget,
): string | undefined {
  const inside: (readonly Glob[])[] = [universe];
  const outside: (readonly Glob[])[] = [];
  for (const { test, holds } of literals)
    if (holds === test.negated) outside.push(test.globs);
    else inside.push(test.globs);
  return findWord(inside, outside, budget);
}
