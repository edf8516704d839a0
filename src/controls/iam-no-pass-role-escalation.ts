import { grantsSome } from '../model/policy-questions';
import { not } from '../model/truth';
import { control } from './control';

const passRole = [{ action: 'iam:PassRole', on: { service: 'iam', name: 'role/*' } }];

export const iamNoPassRoleEscalation = control({
  id: 'iam-no-pass-role-escalation',
  area: 'identity-access',
  severity: 'high',
  gate: 'warn',
  judges: 'policy-document',
  title: 'Only named roles can be passed to services',
  failure: 'can pass any role to a service',
  why: 'Who may hand any role to a function, machine or job acts with the permissions of the strongest one.',
  fix: 'Name the roles in the statement that allows iam:PassRole, and the service by an iam:PassedToService condition.',
  yieldsTo: ['iam-no-admin', 'iam-no-inverted-grant', 'iam-no-wildcard-action', 'iam-no-privilege-escalation'],
  holds: ({ role, document }) =>
    role === 'identity' ? not(grantsSome(document, passRole, 'passes any role')) : undefined,
});
