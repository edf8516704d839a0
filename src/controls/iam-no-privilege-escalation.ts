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
  title: 'No principal can raise its own permissions',
  failure: 'can raise its own permissions',
  why: 'Who may write the policies, keys or trust of others holds every permission those have: administrator access by a detour.',
  fix: 'Confine to named principals who may write policies, roles and keys; on AWS, or tie it to a permissions boundary by condition.',
  yieldsTo: ['iam-no-admin', 'iam-no-inverted-grant'],
  holds: (fact) =>
    fact.kind === 'role-grant'
      ? notWide(fact, 'escalating')
      : mayNot(escalates(fact, ['direct'], ({ named, self }) => !named || self)),
});
