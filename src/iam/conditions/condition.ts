import type { Glob } from '../automata';
import { globsOf, type Place } from '../globs';
import { everything } from '../language';
import { missingPhrases } from '../missing';
import type { Condition, Pattern } from '../model';
import { plainText } from '../pattern';
import { opposite, type Reading } from '../reading';
import { nextTestId, type LanguageTest } from '../tests';
import { isUnknown } from '../text';
import { addressPoints } from './address';
import { datePoints } from './date';
import { isClock } from './keys';
import { numberPoints, type Order } from './number';
import { parseOperator, type Comparison, type Operator } from './operator';
import type { Points } from './points';
import { principalDemand } from './principal-keys';

/** A test of one condition key. */
export interface KeyTest {
  readonly id: number;
  readonly dimension: `key:${string}`;
  readonly key: string;
  readonly operator: Operator;
  /** The values compared with, as languages or as points. */
  readonly globs?: readonly Glob[];
  readonly points?: Points;
}

/** The test a condition stands for; a boolean where it always or never holds. */
export function conditionTest(condition: Condition, reading: Reading): KeyTest | LanguageTest | boolean {
  const operator = parseOperator(condition.operator);
  if (!operator) {
    reading.missing.add(missingPhrases.operator(condition.operator));
    return reading.bound === 'widest';
  }
  const derived = reading.withPrincipals ? principalDemand(condition, operator, reading) : undefined;
  if (derived !== undefined) return derived;
  return operator.comparison === 'Null'
    ? nullTest(condition, operator, reading)
    : valueTest(condition, operator, reading);
}

function nullTest(condition: Condition, operator: Operator, reading: Reading): KeyTest | boolean {
  if (isUnknown(condition.values)) {
    reading.missing.add(condition.values.why);
    return reading.bound === 'widest';
  }
  const values = condition.values.map((pattern) => plainValue(pattern, reading));
  if (values.includes(undefined)) return reading.bound === 'widest';
  const wanted = new Set(values.map((value) => value?.toLowerCase()));
  return intern(condition.key, operator, [...wanted].sort().join(), {
    points: { holds: (value) => wanted.has(value), candidates: [] },
  });
}

function valueTest(condition: Condition, operator: Operator, reading: Reading): KeyTest {
  const { key } = condition;
  const inner = operator.negated ? opposite(reading) : reading;
  const place = placeOf(operator.comparison);
  if (isUnknown(condition.values)) {
    reading.missing.add(condition.values.why);
    return ofGlobs(key, operator, inner.bound === 'widest' ? [everything] : []);
  }
  if (place)
    return ofGlobs(
      key,
      operator,
      condition.values.flatMap((pattern) => globsOf(pattern, place, inner)),
    );
  const texts = condition.values.map((pattern) => plainValue(pattern, inner));
  // A value that is not known may be matched by anything, or by nothing.
  if (texts.includes(undefined) && inner.bound === 'widest') return ofGlobs(key, operator, [everything]);
  const known = texts.filter((text) => text !== undefined);
  return intern(key, operator, JSON.stringify([...known].sort()), {
    points: pointsOf(key, operator.comparison, known),
  });
}

/** The text of a value that is compared as a whole: a number, a date, an address. */
function plainValue(pattern: Pattern, reading: Reading): string | undefined {
  const text = plainText(pattern);
  for (const piece of pattern) {
    if (piece.kind === 'free') reading.missing.add(piece.free);
    if (piece.kind === 'reference') reading.missing.add(piece.reference);
    if (piece.kind === 'variable') reading.missing.add(missingPhrases.variable(piece.key));
  }
  return text;
}

/** How the values of a textual comparison are matched. */
function placeOf(comparison: Comparison): Place | undefined {
  switch (comparison) {
    case 'StringEquals':
    case 'BinaryEquals':
      return { wildcards: 'none' };
    case 'StringEqualsIgnoreCase':
      return { wildcards: 'none', foldsCase: true };
    case 'StringLike':
      return { wildcards: 'crossing' };
    case 'ArnLike':
      return { wildcards: 'segmented', short: 'unclear', arns: true };
    default:
      return undefined;
  }
}

function pointsOf(key: string, comparison: Comparison, values: readonly string[]): Points {
  if (comparison === 'Bool') {
    const wanted = new Set(values.map((value) => value.toLowerCase()));
    return { holds: (value) => wanted.has(value.toLowerCase()), candidates: ['true', 'false'] };
  }
  if (comparison === 'IpAddress') return addressPoints(values);
  const order = comparison.replace(/^(Numeric|Date)/, '') as Order;
  return comparison.startsWith('Date') || isClock(key) ? datePoints(order, values) : numberPoints(order, values);
}

const ofGlobs = (key: string, operator: Operator, globs: readonly Glob[]): KeyTest => {
  const unique = [...new Set(globs)];
  return intern(key, operator, `globs ${unique.map((glob) => glob.id).join()}`, { globs: unique });
};

const interned = new Map<string, KeyTest>();
const internLimit = 5_000;

/** Equal tests are one test, so that answers can be remembered. */
function intern(key: string, operator: Operator, values: string, rest: Pick<KeyTest, 'globs' | 'points'>): KeyTest {
  const { comparison, negated, ifExists, quantifier = '' } = operator;
  const name = JSON.stringify([key, comparison, negated, ifExists, quantifier, values]);
  const known = interned.get(name);
  if (known) return known;
  if (interned.size >= internLimit) interned.clear();
  const test: KeyTest = { id: nextTestId(), dimension: `key:${key}`, key, operator, ...rest };
  interned.set(name, test);
  return test;
}
