import { isPublic } from '../iam';
import { not } from '../model/truth';
import { control } from './control';
import { letsIn } from './permissions';

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
  holds: (fact) =>
    fact.role === 'trust'
      ? not(
          letsIn(
            fact,
            (policies) => isPublic(policies),
            ({ as }) =>
              (label) =>
                `${label} lets ${as} in`,
          ),
        )
      : undefined,
});
