import { isStar, isWholeService } from '../model/policy-patterns';
import { includesEveryone, someNamed, someStatement } from '../model/policy-questions';
import type { Statement } from '../model/policy';
import { all, is, not, some, truth } from '../model/truth';
import { control } from './control';

/** What is inside of a resource, such as the objects of a bucket, can be locked without locking the policy. */
const reachesOwner = (resource: string): boolean => isStar(resource) || !resource.includes('/');

const locksEverybodyOut = (statement: Statement) =>
  all(
    is(statement.effect, (effect) => effect === 'Deny', 'effect'),
    someNamed(statement.actions, statement, isWholeService, 'the action'),
    statement.principals?.negated
      ? truth(false, statement.at, 'denies everyone but some')
      : includesEveryone(statement),
    statement.resources
      ? someNamed(statement.resources, statement, reachesOwner, 'the resource')
      : truth(true, statement.at, 'the resource'),
    not(some(statement.conditions, () => truth(true, statement.at, 'a condition'), 'no condition')),
  );

export const policyLockoutAvoided = control({
  id: 'policy-lockout-avoided',
  area: 'identity-access',
  severity: 'low',
  gate: 'off',
  judges: ['policy-document', 'policy-lockout'],
  title: 'Nobody locks themselves out by a policy',
  failure: 'may lock everybody out by its policy',
  why: 'A policy that denies everything to everyone, administrators included, is mended by the root user or the provider alone.',
  fix: 'Leave somebody out of the denial by a condition, and leave the check on that refuses such policies.',
  holds: (fact) => {
    if (fact.kind === 'policy-lockout') return is(fact.checked, (on) => on, 'check against locking oneself out');
    if (fact.role !== 'resource') return undefined;
    return not(someStatement(fact.document, locksEverybodyOut, 'every action denied to everyone'));
  },
});
