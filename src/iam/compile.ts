import { conditionTest, type KeyTest } from './conditions/condition';
import { globsOf, type Place } from './globs';
import type { Element, PolicySet, Statement, StatementReference } from './model';
import { principalTest } from './principal';
import { opposite, type Reading } from './reading';
import { referenceTo } from './reference';
import { languageTest, passes, type LanguageTest } from './tests';
import { isUnknown } from './text';

export type Test = LanguageTest | KeyTest;

/** A statement as the tests a request must pass for it to apply. */
export interface CompiledStatement {
  readonly source: Statement;
  readonly reference: StatementReference;
  readonly effect: 'Allow' | 'Deny';
  readonly tests: readonly Test[];
  /** In this reading no request passes all tests: some part that is not known counts as never met. */
  readonly impossible: boolean;
  /** What was not known where it made a difference. */
  readonly missing: ReadonlySet<string>;
  /** Policy variables in it. */
  readonly variables: ReadonlySet<string>;
}

export type CompiledSet = readonly CompiledStatement[];

/** A policy set in one reading: `widest` allows the most that its holes leave possible, `narrowest` the least. */
export const compileSet = (set: PolicySet, reading: Reading): CompiledSet =>
  set.flatMap((policy, place) =>
    policy.statements.map((statement) => compileStatement(statement, referenceTo(statement, policy, place), reading)),
  );

type Meaning = Pick<CompiledStatement, 'effect' | 'tests' | 'impossible' | 'missing' | 'variables'>;

/** One statement in one reading. */
export const compileStatement = (
  source: Statement,
  reference: StatementReference,
  reading: Reading,
): CompiledStatement => ({ source, reference, ...meaningOf(source, reading) });

const remembered = { with: new WeakMap<Statement, Meaning>(), without: new WeakMap<Statement, Meaning>() };

/** What a statement means. One that is wholly known means the same in every reading. */
function meaningOf(source: Statement, outer: Reading): Meaning {
  const meanings = outer.withPrincipals ? remembered.with : remembered.without;
  const known = meanings.get(source);
  if (known) return known;
  const reading = { ...outer, missing: new Set<string>(), met: new Set<string>() };
  const effect = effectIn(source, reading);
  const tests = testsOf(source, effect === 'Allow' ? reading : opposite(reading));
  const meaning = {
    effect,
    tests: tests.filter((test) => typeof test !== 'boolean'),
    impossible: tests.includes(false),
    missing: reading.missing,
    variables: reading.met,
  };
  if (reading.missing.size === 0 && reading.met.size === 0) meanings.set(source, meaning);
  return meaning;
}

function effectIn({ effect }: Statement, reading: Reading): 'Allow' | 'Deny' {
  if (!isUnknown(effect)) return effect;
  reading.missing.add(effect.why);
  return reading.bound === 'widest' ? 'Allow' : 'Deny';
}

/** Tests, or booleans where every request passes or none does. */
function testsOf(statement: Statement, reading: Reading): readonly (Test | boolean)[] {
  return [
    actionTest(statement.actions, reading),
    statement.resources ? resourceTest(statement.resources, reading) : true,
    statement.principals && reading.withPrincipals ? principalTest(statement.principals, reading) : true,
    ...conditionTests(statement, reading),
  ];
}

function conditionTests({ conditions }: Statement, reading: Reading): readonly (Test | boolean)[] {
  if (!isUnknown(conditions)) return conditions.map((condition) => conditionTest(condition, reading));
  reading.missing.add(conditions.why);
  return [reading.bound === 'widest'];
}

/** Actions are compared without regard to case, so their letters are all small. */
export const actionPlace: Place = { wildcards: 'crossing', lowers: true };
const resourcePlace: Place = { wildcards: 'segmented', short: 'padded', arns: true };

const actionTest = (element: Element, reading: Reading): LanguageTest | boolean =>
  elementTest('action', element, actionPlace, reading);
const resourceTest = (element: Element, reading: Reading): LanguageTest | boolean =>
  elementTest('resource', element, resourcePlace, reading);

function elementTest(
  dimension: 'action' | 'resource',
  { negated, patterns }: Element,
  place: Place,
  reading: Reading,
): LanguageTest | boolean {
  if (isUnknown(patterns)) {
    reading.missing.add(patterns.why);
    return reading.bound === 'widest';
  }
  const inner = negated ? opposite(reading) : reading;
  return languageTest(
    dimension,
    negated,
    patterns.flatMap((pattern) => globsOf(pattern, place, inner)),
  );
}

/** Whether a statement can apply to an action, in small letters. */
export const concerns = ({ tests }: CompiledStatement, action: string): boolean =>
  tests.every((test) => test.dimension !== 'action' || passes(test, action));
