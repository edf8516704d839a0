import { control } from './control';
import { escalates } from './escalation-paths';
import { mayNot } from './permissions';
import { notWide } from './role-grants';

export const iamNoPrivilegeEscalation = control({
  id: 'iam-no-privilege-escalation',
  area: 'identity-access',
  severity: 'high',
  gate: 'block',
  judges: ['permissions', 'role-grant'],
  title: 'No principal can raise its own permissions by writing to IAM',
  failure: 'can raise its own permissions by writing to IAM',
  why: 'Who may write the policies, keys or trust of others holds every permission those have: administrator access by a detour.',
  fix: 'Confine the IAM actions to named principals, or tie them to a permissions boundary by condition.',
  yieldsTo: ['iam-no-admin', 'iam-no-inverted-grant'],
  holds: (fact) =>
    fact.kind === 'role-grant'
      ? notWide(fact, 'escalating')
      : mayNot(escalates(fact, ['direct'], ({ named, self }) => !named || self)),
});
