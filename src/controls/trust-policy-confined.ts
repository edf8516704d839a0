import { isConfined } from '../model/policy-conditions';
import { allows, includesEveryone, someStatement } from '../model/policy-questions';
import { all, not } from '../model/truth';
import { control } from './control';

export const trustPolicyConfined = control({
  id: 'trust-policy-confined',
  area: 'identity-access',
  severity: 'critical',
  gate: 'block',
  judges: 'policy-document',
  title: 'Only named principals can become the role',
  failure: 'can be taken on by anyone',
  why: 'The trust policy is the door of the role. Open to everyone, each of its permissions belongs to every AWS account.',
  fix: 'Name the accounts, roles or services that need the role, and confine them by condition.',
  holds: ({ role, document }) =>
    role === 'trust'
      ? not(
          someStatement(
            document,
            (statement) => all(allows(statement), includesEveryone(statement), not(isConfined(statement))),
            'trusts everyone',
          ),
        )
      : undefined,
});
