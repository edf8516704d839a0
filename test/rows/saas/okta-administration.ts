import { unknown, type ServiceRows } from '../../support/row';
import { secret, setting, table } from './tables';

export const oktaAdministrationRows: ServiceRows = {
  service: 'okta-administration',
  controls: {
    'iam-no-admin': {
      'Okta group': setting('okta_group_role', 'role_type', 'READ_ONLY_ADMIN', 'SUPER_ADMIN', 'pass', { group_id: '1' },
        ['pass', 'it is a role of our own', { group_id: '1', role_type: 'CUSTOM', role_id: '2', resource_set_id: '3' }],
        ['undecided', 'the role is no known word', { group_id: '1', role_type: 'toString' }]),
      'Okta application': table('okta_app_oauth_role_assignment',
        ['fail', 'it administers everything', { client_id: '1', type: 'SUPER_ADMIN' }],
        ['pass', 'it helps users', { client_id: '1', type: 'HELP_DESK_ADMIN' }]),
      'Okta user': table('okta_user_admin_roles',
        ['fail', 'one role is everything', { user_id: '1', admin_roles: ['APP_ADMIN', 'SUPER_ADMIN'] }],
        ['pass', 'the roles are small', { user_id: '1', admin_roles: ['APP_ADMIN'] }],
        ['undecided', 'the roles are settled later', { user_id: '1', admin_roles: unknown }],
        ['silent', 'there are none', { user_id: '1', admin_roles: [] }]),
    },
    'iam-no-wildcard-action': {
      'Okta group': table('okta_group_role',
        ['fail', 'it administers the organization', { group_id: '1', role_type: 'ORG_ADMIN' }],
        ['pass', 'it administers applications', { group_id: '1', role_type: 'APP_ADMIN', target_app_list: ['salesforce'] }],
        ['undecided', 'the targets are settled later', { group_id: '1', role_type: 'ORG_ADMIN', target_group_list: unknown }]),
    },
    'no-secret-in-clear': {
      password: secret('okta_user', 'password', { expire_password_on_create: true }),
      'answer to the recovery question': secret('okta_user', 'recovery_answer'),
    },
    'initial-password-changed': {
      'Okta user': setting('okta_user', 'expire_password_on_create', true, false, 'fail', { password: 'made up' },
        ['silent', 'there is no password', { login: 'ada@example.com' }]),
    },
  },
}; // prettier-ignore
