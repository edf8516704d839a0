import { type ServiceRows } from '../../support/row';
import { setting } from './tables';

export const oktaPasswordRows: ServiceRows = {
  service: 'okta-password',
  controls: {
    'password-policy-strong': {
      'Okta password policy': setting('okta_policy_password', 'password_min_length', 14, 8, 'fail', { password_min_symbol: 1 },
        ['fail', 'symbols are not asked for', { password_min_length: 14 }],
        ['silent', 'another directory keeps passwords', { auth_provider: 'ACTIVE_DIRECTORY' }],
        ['silent', 'it is off', { status: 'INACTIVE' }]),
    },
    'password-reuse-refused': {
      'Okta password policy': setting('okta_policy_password', 'password_history_count', 24, 2, 'fail'),
      'default policy': setting('okta_policy_password_default', 'password_history_count', 24, 2, 'pass'),
    },
    'password-age-limited': { 'Okta password policy': setting('okta_policy_password', 'password_max_age_days', 90, 0, 'fail') },
    'rate-limited': { 'Okta password policy': setting('okta_policy_password', 'password_max_lockout_attempts', 5, 0, 'pass') },
  },
}; // prettier-ignore
