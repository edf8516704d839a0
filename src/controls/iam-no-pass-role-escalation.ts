import { control } from './control';
import { escalates } from './escalation-paths';
import { mayNot } from './permissions';

export const iamNoPassRoleEscalation = control({
  id: 'iam-no-pass-role-escalation',
  area: 'identity-access',
  severity: 'high',
  gate: 'warn',
  judges: 'permissions',
  title: 'Nobody can act with a role that was not meant for them',
  failure: 'can act with roles that were not meant for it',
  why: 'Who may hand any role to a function, machine or job, or command any that has one, acts with the permissions of the strongest.',
  fix: 'Name the roles that iam:PassRole is for, and the functions, machines and jobs that may be commanded.',
  yieldsTo: ['iam-no-admin', 'iam-no-inverted-grant', 'iam-no-wildcard-action', 'iam-no-privilege-escalation'],
  holds: (fact) =>
    mayNot(escalates(fact, ['pass-role', 'existing-target'], ({ tier, named }) => tier === 'pass-role' || !named)),
});
