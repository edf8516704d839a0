import { unknown, type ServiceRows } from '../../support/row';
import { terraformSetting } from './kept-store';

const type = 'google_identity_platform_config';
const noun = 'identity platform';

export const identityPlatformRows: ServiceRows = {
  service: 'identity-platform',
  controls: {
    'mfa-required': { [noun]: terraformSetting(type, 'mfa.state', 'MANDATORY', 'ENABLED', 'fail') },
    'mfa-offered': { [noun]: terraformSetting(type, 'mfa.state', 'ENABLED', 'DISABLED', 'fail') },
    'mfa-not-by-text-message': {
      [noun]: {
        cloudformation: null,
        terraform: type,
        rows: [
          ['pass', 'an app makes passwords', null, { mfa: { state: 'ENABLED', provider_configs: [{ state: 'ENABLED' }] } }],
          ['fail', 'text messages alone', null, { mfa: { state: 'ENABLED', enabled_providers: ['PHONE_SMS'] } }],
          ['undecided', 'the app is a variable', null, { mfa: { state: 'ENABLED', provider_configs: [{ state: unknown }] } }],
        ],
      },
    }, // prettier-ignore
    'sign-up-by-invitation': {
      [noun]: terraformSetting(type, 'client.permissions.disabled_user_signup', true, false, 'fail'),
    },
    'sign-in-required': { [noun]: terraformSetting(type, 'sign_in.anonymous.enabled', false, true, 'pass') },
    'access-logged': { [noun]: terraformSetting(type, 'monitoring.request_logging.enabled', true, false, 'fail') },
  },
};
