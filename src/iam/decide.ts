import { present } from './clock';
import { newBudget, TooComplex } from './budget';
import { compileSet, compileStatement, concerns, type CompiledSet, type CompiledStatement } from './compile';
import { showWord } from './letters';
import { missingPhrases } from './missing';
import type { PolicySet, StatementReference } from './model';
import type { Bound, Reading } from './reading';
import { solve, type Draft, type Search } from './request';
import { findRequest, type Found } from './search';
import { instantiations, ties } from './variables';

/** A request that shows what a policy allows. Names in angle brackets stand for any value nobody mentions. */
export interface Witness {
  readonly action: string;
  readonly resource: string;
  /** Present where principals were part of the question. */
  readonly principal?: string;
  /** Condition keys with their values; a key that must be missing has `null`. */
  readonly context: Readonly<Record<string, readonly string[] | null>>;
}

export type Answer =
  | { readonly answer: 'yes'; readonly witness: Witness; readonly allowedBy: readonly StatementReference[] }
  | { readonly answer: 'no' }
  | { readonly answer: 'undecided'; readonly missing: readonly string[] };

export interface Options {
  /** Milliseconds since 1970 for conditions on time; the present if not given. */
  readonly now?: number;
  /** Principals are part of the question; by default where some statement has a principal. */
  readonly withPrincipals?: boolean;
}

/**
 * Is there a request that all of `allowed` allow and not all of `notBy` do? Each set is what is attached together: some
 * statement allows, none denies. Sets beside each other intersect, as a permissions boundary does. With nothing in
 * `notBy`, any request that `allowed` allow is a counterexample.
 *
 * `undecided` where it depends on what is not known (`missing` names it), or where the answer would cost too much.
 */
export function counterexample(
  allowed: readonly PolicySet[],
  notBy: readonly PolicySet[],
  options: Options = {},
): Answer {
  const withPrincipals = options.withPrincipals ?? [...allowed, ...notBy].some(hasPrincipals);
  const question: Question = {
    allowed,
    notBy,
    withPrincipals,
    search: { budget: newBudget(), now: options.now ?? present },
  };
  try {
    return decide(question);
  } catch (error) {
    if (error instanceof TooComplex) return { answer: 'undecided', missing: [missingPhrases.tooComplex] };
    throw error;
  }
}

interface Question {
  readonly allowed: readonly PolicySet[];
  readonly notBy: readonly PolicySet[];
  readonly withPrincipals: boolean;
  readonly search: Search;
}

/** Holes matter where the widest reading finds a request and the narrowest none. */
function decide(question: Question): Answer {
  const widest = attempt(question, 'widest');
  if (!widest.found) return { answer: 'no' };
  const sure = widest.missing.size === 0 ? widest.found : attempt(question, 'narrowest').found;
  if (!sure) return { answer: 'undecided', missing: [...widest.missing].sort() };
  return { answer: 'yes', witness: witnessOf(sure.draft, question.search), allowedBy: sure.allowedBy };
}

interface Attempt {
  readonly found: Found | undefined;
  readonly missing: ReadonlySet<string>;
}

/**
 * `widest` allows the most on the one side and the least on the other. Policy variables first have values that nothing
 * mentions; if that finds nothing but some value might, the values that the policies suggest are tried.
 */
function attempt(question: Question, bound: Bound): Attempt {
  const read = readings(question, bound, new Map());
  const sets = relevantSets(question, read);
  const missing = new Set(statementsIn(sets).flatMap((statement) => [...statement.missing]));
  const met = new Set(statementsIn(sets).flatMap((statement) => [...statement.variables]));
  const found = run(question, sets, met, read);
  if (found || met.size === 0) return { found, missing };
  const loose = readings(question, bound, 'any');
  if (!run(question, recompiled(sets, loose), new Set(), loose)) return { found: undefined, missing };
  for (const values of instantiations(
    statementsIn(sets).map(({ source }) => source),
    met,
  )) {
    const instance = readings(question, bound, values);
    const chosen = run(question, recompiled(sets, instance), met, instance);
    if (chosen) return { found: chosen, missing };
  }
  return { found: undefined, missing };
}

/** The readings of the two sides. */
interface Readings {
  readonly allowed: Reading;
  readonly notBy: Reading;
}

function readings({ withPrincipals }: Question, bound: Bound, variables: Reading['variables']): Readings {
  const shared = { variables, withPrincipals, missing: new Set<string>(), met: new Set<string>() };
  return {
    allowed: { bound, opaqueMatches: bound === 'widest', ...shared },
    notBy: { bound: bound === 'widest' ? 'narrowest' : 'widest', opaqueMatches: false, ...shared },
  };
}

interface Sets {
  readonly allowed: readonly CompiledSet[];
  readonly notBy: readonly CompiledSet[];
}

const statementsIn = ({ allowed, notBy }: Sets): readonly CompiledStatement[] => [...allowed, ...notBy].flat();

/** The sets, without statements that do not concern the action asked about. */
function relevantSets(question: Question, read: Readings): Sets {
  const allowed = question.allowed.map((set) => compiled(set, read.allowed));
  const notBy = question.notBy.map((set) => compiled(set, read.notBy));
  const action = soleAction(allowed);
  if (action === undefined) return { allowed, notBy };
  const narrow = (set: CompiledSet): CompiledSet => about(set, action);
  return { allowed: allowed.map(narrow), notBy: notBy.map(narrow) };
}

function recompiled({ allowed, notBy }: Sets, read: Readings): Sets {
  const again = (reading: Reading) => (set: CompiledSet) =>
    set.map((statement) =>
      statement.variables.size === 0 ? statement : compileStatement(statement.source, statement.reference, reading),
    );
  return { allowed: allowed.map(again(read.allowed)), notBy: notBy.map(again(read.notBy)) };
}

const run = (
  question: Question,
  { allowed, notBy }: Sets,
  met: ReadonlySet<string>,
  read: Readings,
): Found | undefined =>
  findRequest(allowed, notBy, ties(met, { ...read.allowed, opaqueMatches: true }), question.search);

const remembered = new WeakMap<PolicySet, Map<string, CompiledSet>>();

/** A set in a reading, compiled once. */
function compiled(set: PolicySet, reading: Reading): CompiledSet {
  const known = remembered.get(set) ?? new Map<string, CompiledSet>();
  remembered.set(set, known);
  const key = `${reading.bound} ${reading.opaqueMatches} ${reading.withPrincipals}`;
  const found = known.get(key) ?? compileSet(set, reading);
  known.set(key, found);
  return found;
}

/** The action the question is about, where one of the sets allows a single one. */
function soleAction(sets: readonly CompiledSet[]): string | undefined {
  for (const set of sets) {
    const allows = set.filter(({ effect }) => effect === 'Allow');
    const test = allows.length === 1 ? allows[0]?.tests.find(({ dimension }) => dimension === 'action') : undefined;
    if (test && 'negated' in test && !test.negated && test.globs.length === 1 && test.globs[0]?.word !== undefined)
      return test.globs[0].word;
  }
  return undefined;
}

const narrowed = new WeakMap<CompiledSet, Map<string, CompiledSet>>();

/** The statements of a set that can apply to an action. */
function about(set: CompiledSet, action: string): CompiledSet {
  if (set.length === 1) return set;
  const known = narrowed.get(set) ?? new Map<string, CompiledSet>();
  narrowed.set(set, known);
  const found = known.get(action) ?? set.filter((statement) => concerns(statement, action));
  known.set(action, found);
  return found;
}

const hasPrincipals = (set: PolicySet): boolean =>
  set.some(({ statements }) => statements.some(({ principals }) => principals !== undefined));

function witnessOf(draft: Draft, search: Search): Witness {
  const parts: Record<string, string> = {};
  const context: [string, readonly string[] | null][] = [];
  for (const [dimension, literals] of draft) {
    const solution = solve(dimension, literals, search);
    if (!solution) continue;
    if ('word' in solution) parts[dimension] = showWord(solution.word);
    else
      context.push([dimension.slice('key:'.length), solution.value === 'absent' ? null : solution.value.map(showWord)]);
  }
  const { action = '*', resource = '*', principal } = parts;
  return { action, resource, ...(principal !== undefined && { principal }), context: Object.fromEntries(context) };
}
