import type { Statement } from '../model/policy';
import { isNarrowed } from '../model/policy-conditions';
import { isStar } from '../model/policy-patterns';
import { allows, denies, reachesEverything, someNamed, someStatement, unsaid } from '../model/policy-questions';
import { all, not } from '../model/truth';
import { control } from './control';

/** `*` and `*:*`; `iam*:*` is the actions of a few services only. */
const isEveryAction = (action: string): boolean => action.split(':', 2).every(isStar);

/** Whoever may write the policies of roles has what was denied the moment after. */
const writesPolicies = { action: 'iam:PutRolePolicy', on: { service: 'iam', name: 'role/*' } };

export const iamNoAdmin = control({
  id: 'iam-no-admin',
  area: 'identity-access',
  severity: 'critical',
  gate: 'block',
  judges: 'policy-document',
  title: 'No policy allows every action on every resource',
  failure: 'allows every action on every resource',
  why: 'Whoever takes over one such principal owns the account. Permissions are yours to give, and to confine.',
  fix: 'Name the actions and the resources that are needed.',
  holds: ({ role, document }) => {
    if (role !== 'identity') return undefined;
    const isKept = unsaid(not(denies(document, writesPolicies)));
    const allowsEverything = (statement: Statement) =>
      all(
        allows(statement),
        someNamed(statement.actions, statement, isEveryAction, 'the action'),
        reachesEverything(statement),
        unsaid(not(isNarrowed(statement))),
        isKept,
      );
    return not(someStatement(document, allowsEverything, 'every action on every resource'));
  },
});
