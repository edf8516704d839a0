import { unknown, type ServiceRows } from '../../support/row';
import { setting, table } from './tables';

const role = 'snowflake_grant_account_role';
const privileges = 'snowflake_grant_privileges_to_account_role';

export const snowflakeGrantRows: ServiceRows = {
  service: 'snowflake-grant',
  controls: {
    'iam-no-admin': {
      'Snowflake role grant': setting(role, 'role_name', 'ANALYST', 'ACCOUNTADMIN', 'pass', { user_name: 'ADA' },
        ['fail', 'it is written in small letters', { role_name: 'accountadmin', user_name: 'ADA' }],
        ['fail', 'it is written in quotation marks', { role_name: '"ACCOUNTADMIN"', user_name: 'ADA' }],
        ['pass', 'it is another in quotation marks', { role_name: '"accountadmin"', user_name: 'ADA' }]),
      'Snowflake privileges': table(privileges,
        ['fail', 'all are granted on the account', { account_role_name: 'ONE', all_privileges: true, on_account: true }],
        ['pass', 'all are granted on one object', { account_role_name: 'ONE', all_privileges: true, on_account_object: { object_type: 'DATABASE', object_name: 'DB' } }],
        ['pass', 'one is granted on the account', { account_role_name: 'ONE', privileges: ['MONITOR USAGE'], on_account: true }],
        ['undecided', 'it is settled later', { account_role_name: 'ONE', all_privileges: unknown, on_account: true }]),
    },
    'iam-no-wildcard-action': {
      'Snowflake role grant': table(role,
        ['fail', 'it administers objects', { role_name: 'SYSADMIN', user_name: 'ADA' }],
        ['pass', 'it makes users', { role_name: 'USERADMIN', user_name: 'ADA' }],
        ['undecided', 'it is settled later', { role_name: unknown, user_name: 'ADA' }]),
    },
    'iam-no-privilege-escalation': {
      'Snowflake role grant': table(role,
        ['fail', 'it grants everything', { role_name: 'SECURITYADMIN', user_name: 'ADA' }],
        ['pass', 'it is a role of our own', { role_name: 'ANALYST', user_name: 'ADA' }],
        ['undecided', 'it is settled later', { role_name: unknown, user_name: 'ADA' }]),
      'Snowflake privileges': table(privileges,
        ['fail', 'grants are managed', { account_role_name: 'ONE', privileges: ['MANAGE GRANTS'], on_account: true }],
        ['fail', 'they may be granted on', { account_role_name: 'ONE', privileges: ['CREATE DATABASE'], on_account: true, with_grant_option: true }],
        ['pass', 'they may not', { account_role_name: 'ONE', privileges: ['CREATE DATABASE'], on_account: true }],
        ['undecided', 'they are settled later', { account_role_name: 'ONE', privileges: unknown, on_account: true }]),
    },
    'resource-policy-not-public': {
      'Snowflake ownership': setting('snowflake_grant_ownership', 'account_role_name', 'OWNERS', 'PUBLIC', 'pass', { on: { object_type: 'DATABASE', object_name: 'DB' } }),
      'Snowflake role grant': setting(role, 'parent_role_name', 'SYSADMIN', 'PUBLIC', 'pass', { role_name: 'ANALYST' }),
      'Snowflake privileges': table(privileges,
        ['fail', 'all are granted to everybody', { account_role_name: 'PUBLIC', all_privileges: true, on_account_object: { object_type: 'DATABASE', object_name: 'DB' } }],
        ['pass', 'everybody may use it', { account_role_name: 'PUBLIC', privileges: ['USAGE'], on_account_object: { object_type: 'WAREHOUSE', object_name: 'WH' } }],
        ['pass', 'all are granted to a role', { account_role_name: 'ONE', all_privileges: true }],
        ['undecided', 'who has them is settled later', { account_role_name: unknown, all_privileges: true }]),
    },
  },
}; // prettier-ignore
