import type { Element, Pattern, Policy, PolicySet, Statement } from '../model';
import { isUnknown } from '../text';

const known = new WeakMap<PolicySet, PolicySet>();

/**
 * A set with only what its allowing statements allow for certain: without those that have an unknown part, and without
 * texts that are not known. Nothing is certain that this set does not name; what denies stands as it was.
 */
export function certain(set: PolicySet): PolicySet {
  const found = known.get(set) ?? (set.every(isKnownPolicy) ? set : set.map(certainOf));
  known.set(set, found);
  return found;
}

const isKnownPolicy = ({ statements }: Policy): boolean =>
  statements.every((statement) => certainStatement(statement) === statement);

const certainOf = (policy: Policy): Policy => ({
  ...policy,
  statements: policy.statements.flatMap((statement) => certainStatement(statement) ?? []),
});

function certainStatement(statement: Statement): Statement | undefined {
  const { effect, actions, resources, conditions } = statement;
  if (effect === 'Deny') return statement;
  if (isUnknown(effect) || isUnknown(conditions)) return undefined;
  if (conditions.some(({ values }) => isUnknown(values) || values.some(hasHole))) return undefined;
  const certainActions = certainElement(actions);
  const certainResources = resources && certainElement(resources);
  if (!certainActions || (resources && !certainResources)) return undefined;
  if (certainActions === actions && certainResources === resources) return statement;
  return { ...statement, actions: certainActions, ...(certainResources && { resources: certainResources }) };
}

/** What is left out by a text that is not known may be everything. */
function certainElement(element: Element): Element | undefined {
  if (isUnknown(element.patterns)) return undefined;
  const plain = element.patterns.filter((pattern) => !hasHole(pattern));
  if (plain.length === element.patterns.length) return element;
  return element.negated || plain.length === 0 ? undefined : { ...element, patterns: plain };
}

const hasHole = (pattern: Pattern): boolean => pattern.some(({ kind }) => kind === 'free');
