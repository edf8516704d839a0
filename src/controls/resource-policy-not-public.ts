import { isPublic } from '../iam';
import { all, is, not } from '../model/truth';
import { control } from './control';
import { letsIn, spelled } from './permissions';
import { notEveryone } from './role-grants';

export const resourcePolicyNotPublic = control({
  id: 'resource-policy-not-public',
  area: 'configuration',
  severity: 'critical',
  gate: 'block',
  judges: ['policy-document', 'role-grant'],
  title: 'No resource policy grants anything to everyone',
  failure: 'grants access to everyone by its policy',
  why: 'What everyone is granted (principal *, allUsers) every other account has too, and often people without one. Who gets in is yours to say.',
  fix: 'Name the principals, or confine the statement by condition (organization, account, source ARN, VPC endpoint).',
  holds: (fact) => {
    if (fact.kind === 'role-grant') return notEveryone(fact);
    if (fact.role !== 'resource') return undefined;
    const open = letsIn(
      fact,
      (policies) => isPublic(policies),
      ({ as, witness }) =>
        (label) =>
          `${label} lets ${as} do ${spelled(witness.action)}`,
    );
    const { publicRefused } = fact;
    return not(
      publicRefused ? all(open, not(is(publicRefused, (refused) => refused, 'guard against public policies'))) : open,
    );
  },
});
