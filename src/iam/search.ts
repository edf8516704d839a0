import { spend } from './budget';
import type { CompiledSet, CompiledStatement, Test } from './compile';
import { constrain, type Draft, type Search } from './request';
import type { StatementReference } from './model';

/** A request that was found, and the statements that allow it, one for each set. */
export interface Found {
  readonly draft: Draft;
  readonly allowedBy: readonly StatementReference[];
}

type Continue = (draft: Draft) => Found | undefined;

/**
 * Searches for a request that every set of `allowed` allows and some set of `notBy` does not. With nothing in `notBy`
 * any allowed request will do. `required` are tests it must pass besides.
 */
export function findRequest(
  allowed: readonly CompiledSet[],
  notBy: readonly CompiledSet[],
  required: readonly Test[],
  search: Search,
): Found | undefined {
  const denies = allowed.flatMap(denying);
  const start = meet(new Map(), required, search);
  if (!start) return undefined;
  return allowBy(allowed, start, [], search, (draft, allowedBy) =>
    avoid(draft, denies, search, (clear) => {
      const finish = (end: Draft): Found => ({ draft: end, allowedBy });
      if (notBy.length === 0) return finish(clear);
      return first(notBy, (set) => refused(clear, set, denies, search, finish));
    }),
  );
}

const allowing = (set: CompiledSet): readonly CompiledStatement[] =>
  set.filter(({ effect, impossible }) => effect === 'Allow' && !impossible);
const denying = (set: CompiledSet): readonly CompiledStatement[] =>
  set.filter(({ effect, impossible }) => effect === 'Deny' && !impossible);

/** Chooses an allowing statement of each set. */
function allowBy(
  sets: readonly CompiledSet[],
  draft: Draft,
  chosen: readonly StatementReference[],
  search: Search,
  then: (draft: Draft, chosen: readonly StatementReference[]) => Found | undefined,
): Found | undefined {
  const [set, ...rest] = sets;
  if (!set) return then(draft, chosen);
  return first(allowing(set), (statement) => {
    const met = meet(draft, statement.tests, search);
    return met && allowBy(rest, met, [...chosen, statement.reference], search, then);
  });
}

/** Not allowed by a set: no allowing statement applies, or a denying one does. */
function refused(
  draft: Draft,
  set: CompiledSet,
  denies: readonly CompiledStatement[],
  search: Search,
  then: Continue,
): Found | undefined {
  return (
    avoid(draft, allowing(set), search, then) ??
    first(denying(set), (deny) => {
      const met = meet(draft, deny.tests, search);
      return met && avoid(met, denies, search, then);
    })
  );
}

/** The draft when it passes all tests of a statement. */
function meet(draft: Draft, tests: readonly Test[], search: Search): Draft | undefined {
  let met: Draft | undefined = draft;
  for (const test of tests) {
    met = constrain(met, test, true, search);
    if (!met) return undefined;
  }
  return met;
}

/**
 * Makes each statement inapplicable by violating one of its tests. Statements that cannot apply any more are dropped,
 * and those with the fewest ways out go first.
 */
function avoid(
  draft: Draft,
  statements: readonly CompiledStatement[],
  search: Search,
  then: Continue,
): Found | undefined {
  spend(search.budget, 'nodes');
  const open: { readonly exits: readonly Draft[]; readonly statement: CompiledStatement }[] = [];
  for (const statement of statements) {
    if (!statement.tests.every((test) => constrain(draft, test, true, search))) continue;
    const exits = statement.tests.flatMap((test: Test) => constrain(draft, test, false, search) ?? []);
    if (exits.length === 0) return undefined;
    open.push({ exits, statement });
  }
  const narrowest = open.reduce<(typeof open)[number] | undefined>(
    (best, one) => (best && best.exits.length <= one.exits.length ? best : one),
    undefined,
  );
  if (!narrowest) return then(draft);
  const others = open.filter((one) => one !== narrowest).map(({ statement }) => statement);
  return first(narrowest.exits, (exit) => avoid(exit, others, search, then));
}

function first<T, R>(items: readonly T[], attempt: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const result = attempt(item);
    if (result !== undefined) return result;
  }
  return undefined;
}
