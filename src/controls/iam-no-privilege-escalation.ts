import { grantsSome, type Power } from '../model/policy-questions';
import { not } from '../model/truth';
import { control } from './control';

const on = (name: string, ...actions: readonly string[]): readonly Power[] =>
  actions.map((action) => ({ action: `iam:${action}`, on: { service: 'iam', name } }));

/**
 * IAM writes that give their caller the permissions of another principal, or any permission at all.
 *
 * @see https://pathfinding.cloud (paths of the category "self-escalation" and "principal-access")
 */
const escalating: readonly Power[] = [
  ...on('role/*', 'AttachRolePolicy', 'DeleteRolePermissionsBoundary', 'PutRolePermissionsBoundary', 'PutRolePolicy', 'UpdateAssumeRolePolicy'),
  ...on('user/*', 'AttachUserPolicy', 'CreateAccessKey', 'CreateLoginProfile', 'DeleteUserPermissionsBoundary', 'PutUserPermissionsBoundary', 'PutUserPolicy', 'UpdateLoginProfile'),
  ...on('group/*', 'AddUserToGroup', 'AttachGroupPolicy', 'PutGroupPolicy'),
  ...on('policy/*', 'CreatePolicyVersion', 'SetDefaultPolicyVersion'),
]; // prettier-ignore

export const iamNoPrivilegeEscalation = control({
  id: 'iam-no-privilege-escalation',
  area: 'identity-access',
  severity: 'high',
  gate: 'block',
  judges: 'policy-document',
  title: 'No principal can raise its own permissions by writing to IAM',
  failure: 'can raise its own permissions by writing to IAM',
  why: 'Who may write the policies, keys or trust of others holds every permission those have: administrator access by a detour.',
  fix: 'Confine the IAM actions to named principals, or tie them to a permissions boundary by condition.',
  yieldsTo: ['iam-no-admin', 'iam-no-inverted-grant'],
  holds: ({ role, document }) =>
    role === 'identity' ? not(grantsSome(document, escalating, 'writes to IAM')) : undefined,
});
