import { unknown, type ServiceRows } from '../../support/row';
import { secret, setting, table } from './tables';

const user = 'snowflake_user';

export const snowflakeUserRows: ServiceRows = {
  service: 'snowflake-user',
  controls: {
    'mfa-required': {
      'Snowflake user': table(user,
        ['fail', 'the second factor is taken away', { name: 'ADA', disable_mfa: 'true' }],
        ['fail', 'it is put aside for a while', { name: 'ADA', mins_to_bypass_mfa: 60 }],
        ['undecided', 'it is settled later', { name: 'ADA', disable_mfa: unknown }],
        ['silent', 'a policy decides', { name: 'ADA', disable_mfa: 'default', mins_to_bypass_mfa: -1 }],
        ['silent', 'the user is disabled', { name: 'ADA', disable_mfa: 'true', disabled: 'true' }]),
      'Snowflake authentication policy': setting('snowflake_authentication_policy', 'mfa_enrollment', 'REQUIRED', 'OPTIONAL', 'silent', {},
        ['silent', 'there are no passwords', { mfa_enrollment: 'OPTIONAL', authentication_methods: ['SAML', 'OAUTH'] }],
        ['fail', 'there are passwords', { mfa_enrollment: 'OPTIONAL', authentication_methods: ['SAML', 'PASSWORD'] }],
        ['pass', 'passwords alone need it', { mfa_enrollment: 'REQUIRED_PASSWORD_ONLY' }]),
    },
    'users-in-directory': {
      'Snowflake authentication policy': setting('snowflake_authentication_policy', 'authentication_methods', ['SAML', 'KEYPAIR'], ['SAML', 'PASSWORD'], 'fail', {},
        ['fail', 'all are let in', { authentication_methods: ['ALL'] }]),
      'Snowflake SCIM integration': setting('snowflake_scim_integration', 'enabled', true, false, 'fail'),
    },
    'no-secret-in-clear': {
      'Snowflake user': secret(user, 'password'),
      'Snowflake account': secret('snowflake_account', 'admin_password'),
    },
    'no-long-lived-credentials': {
      'Snowflake user': table('snowflake_service_user',
        ['fail', 'a key has no end', { rsa_public_key: 'MIIB' }],
        ['fail', 'a second key has none', { rsa_public_key_2: 'MIIB' }],
        ['pass', 'the user ends', { rsa_public_key: 'MIIB', days_to_expiry: 30 }],
        ['pass', 'there is no key', { name: 'CI' }],
        ['undecided', 'the key is settled later', { rsa_public_key: unknown }]),
      'older service': table('snowflake_legacy_service_user', ['fail', 'it has a password', { password: 'made up' }]),
      'Snowflake access token': table('snowflake_user_programmatic_access_token', ['pass', 'it always ends', { user: 'CI' }]),
    },
    'administration-confined': {
      'Snowflake user': setting(user, 'default_role', 'ANALYST', 'accountadmin', 'pass', { name: 'ADA' }),
    },
    'initial-password-changed': {
      'Snowflake user': setting(user, 'must_change_password', 'true', 'false', 'fail', { password: 'made up' },
        ['silent', 'there is no password', { name: 'ADA' }]),
      'Snowflake account': setting('snowflake_account', 'must_change_password', 'true', 'false', 'fail', { admin_password: 'made up' }),
    },
    'password-policy-strong': {
      'Snowflake password policy': setting('snowflake_password_policy', 'min_length', 14, 8, 'undecided', { min_special_chars: 1 },
        ['fail', 'symbols are not asked for', { min_length: 14, min_special_chars: 0 }],
        ['fail', 'symbols are left to Snowflake, which does not ask for them', { min_length: 14, min_special_chars: -1 }],
        ['pass', 'the rest is left to Snowflake', { min_length: 14, min_special_chars: 1, min_lower_case_chars: -1, min_upper_case_chars: -1, min_numeric_chars: -1 }],
        ['undecided', 'the provider decides on symbols', { min_length: 14 }]),
    },
    'password-reuse-refused': { 'Snowflake password policy': setting('snowflake_password_policy', 'history', 5, 0, 'undecided', {}, ['pass', 'it is left to Snowflake', { history: -1 }]) },
    'password-age-limited': { 'Snowflake password policy': setting('snowflake_password_policy', 'max_age_days', 90, 0, 'pass') },
    'rate-limited': { 'Snowflake password policy': table('snowflake_password_policy', ['pass', 'a few tries are let through', { max_retries: 5 }]) },
  },
}; // prettier-ignore
