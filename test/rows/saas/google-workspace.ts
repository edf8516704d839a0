import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { secret, setting, table } from './tables';

const group = 'googleworkspace_group_settings';
const assignment = 'googleworkspace_role_assignment';
const assigned = (name: unknown, more: object = {}) =>
  system(
    { assigned_to: '1', role_id: refer('role', 'id'), ...more },
    { role: { type: 'googleworkspace_role', properties: { name }, data: true } },
  );

export const googleWorkspaceRows: ServiceRows = {
  service: 'google-workspace',
  controls: {
    'iam-no-admin': {
      'Google Workspace user': setting('googleworkspace_user', 'is_admin', false, true, 'pass', { primary_email: 'ada@example.com' },
        ['silent', 'the user is suspended', { is_admin: true, suspended: true }]),
      'Google Workspace role assignment': table(assignment,
        ['fail', 'it is of the super administrator', assigned('_SEED_ADMIN_ROLE')],
        ['pass', 'it is of another', assigned('_GROUPS_ADMIN_ROLE')],
        ['pass', 'it is of one unit', assigned('_SEED_ADMIN_ROLE', { scope_type: 'ORG_UNIT', org_unit_id: '1' })],
        ['undecided', 'the scope is no known word', assigned('_SEED_ADMIN_ROLE', { scope_type: 'toString' })],
        ['undecided', 'the name is settled later', assigned(unknown)],
        ['undecided', 'a number names it', { assigned_to: '1', role_id: '12345' }]),
    },
    'no-secret-in-clear': { 'Google Workspace user': secret('googleworkspace_user', 'password') },
    'initial-password-changed': {
      'Google Workspace user': setting('googleworkspace_user', 'change_password_at_next_login', true, false, 'fail', { password: 'made up' },
        ['silent', 'there is no password', { primary_email: 'ada@example.com' }]),
    },
    'storage-not-public': { 'Google Workspace group': setting(group, 'who_can_view_group', 'ALL_MEMBERS_CAN_VIEW', 'ANYONE_CAN_VIEW', 'pass') },
    'sign-up-by-invitation': { 'Google Workspace group': setting(group, 'who_can_join', 'INVITED_CAN_JOIN', 'ANYONE_CAN_JOIN', 'pass') },
    'public-access-blocked': { 'Google Workspace group': setting(group, 'allow_external_members', false, true, 'pass') },
    'administration-confined': { 'Google Workspace group': setting(group, 'who_can_moderate_members', 'OWNERS_ONLY', 'ALL_MEMBERS', 'pass') },
    'front-private': { 'Google Workspace group': setting(group, 'who_can_post_message', 'ALL_MEMBERS_CAN_POST', 'ANYONE_CAN_POST', 'silent') },
  },
}; // prettier-ignore
