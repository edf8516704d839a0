import { newBudget, TooComplex } from '../budget';
import { compileSet, concerns, type CompiledStatement, type Test } from '../compile';
import type { PolicySet } from '../model';
import type { Reading } from '../reading';
import { constrain, solve, type Draft, type Search } from '../request';
import type { Holes } from '../text';
import { bareRequests, onResource, ordinaryRequests } from './scope';
import { reachingUnnamed } from './unnamed';

/**
 * Which actions might reach all of some resources? Whatever is allowed unconditionally is allowed in a bare request too,
 * and that by a single statement, whose parts do not depend on one another. So each part is looked at once: its conditions
 * by themselves, its resources for each resource asked about, its actions by name. The exact question, which knows of
 * denials and boundaries, is left with the few actions that remain.
 */
interface Opening {
  readonly statement: CompiledStatement;
  /** What it is known to reach. */
  readonly reached: Map<Holes, boolean>;
}

/** Most that a statement may mean. */
const widest = (): Reading => ({
  bound: 'widest',
  opaqueMatches: true,
  variables: 'any',
  withPrincipals: false,
  missing: new Set(),
  met: new Set(),
});

const remembered = new WeakMap<PolicySet, { readonly now: number; readonly openings: readonly Opening[] }>();

/** The allowing statements that ask nothing out of the ordinary of a request. */
function openingsOf(policies: PolicySet, now: number): readonly Opening[] {
  const known = remembered.get(policies);
  if (known?.now === now) return known.openings;
  const allowing = compileSet(reachingUnnamed(policies), widest()).filter(
    ({ effect, impossible }) => effect === 'Allow' && !impossible,
  );
  const openings = unconditional(allowing, policies, now).map((statement) => ({
    statement,
    reached: new Map<Holes, boolean>(),
  }));
  remembered.set(policies, { now, openings });
  return openings;
}

/** Those whose conditions hold of a bare request. */
function unconditional(
  statements: readonly CompiledStatement[],
  policies: PolicySet,
  now: number,
): readonly CompiledStatement[] {
  if (!statements.some(({ tests }) => tests.some(isOfKey))) return statements;
  const search = { budget: newBudget(), now };
  const bare = compileSet([...ordinaryRequests(now), ...bareRequests(policies)], widest());
  const asked = bare.flatMap(({ tests }) => tests.filter(isOfKey));
  return statements.filter(({ tests }) =>
    tolerant(() => pass([...asked, ...tests.filter(isOfKey)], search) !== undefined),
  );
}

const isOfKey = ({ dimension }: Test): boolean => dimension.startsWith('key:');

function pass(tests: readonly Test[], search: Search): Draft | undefined {
  let passed: Draft | undefined = new Map();
  for (const test of tests) passed &&= constrain(passed, test, true, search);
  return passed;
}

/** What costs too much to rule out may be. */
function tolerant(decide: () => boolean): boolean {
  try {
    return decide();
  } catch (error) {
    if (error instanceof TooComplex) return true;
    throw error;
  }
}

/** Those of some resources that an action might reach in an ordinary request. */
export function withinReach(
  policies: PolicySet,
  action: string,
  resources: readonly Holes[],
  now: number,
): readonly Holes[] {
  const name = action.toLowerCase();
  const openings = openingsOf(policies, now).filter(({ statement }) => concerns(statement, name));
  return openings.length === 0
    ? []
    : resources.filter((resource) => openings.some((opening) => reaches(opening, resource, now)));
}

function reaches({ statement, reached }: Opening, resource: Holes, now: number): boolean {
  const known = reached.get(resource);
  if (known !== undefined) return known;
  const search = { budget: newBudget(), now };
  const literals = [...statement.tests, ...testsOf(resource)]
    .filter(({ dimension }) => dimension === 'resource')
    .map((test) => ({ test, holds: true }));
  const found = tolerant(() => solve('resource', literals, search) !== undefined);
  reached.set(resource, found);
  return found;
}

const compiled = new WeakMap<Holes, readonly Test[]>();

function testsOf(resource: Holes): readonly Test[] {
  const tests = compiled.get(resource) ?? compileSet(onResource(resource), widest()).flatMap((one) => one.tests);
  compiled.set(resource, tests);
  return tests;
}
