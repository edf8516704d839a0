import { unknown, type ServiceRows } from '../../support/row';
import { setting, table } from './tables';

const must = { enroll: 'REQUIRED' };
const may = { enroll: 'OPTIONAL' };
const not = { enroll: 'NOT_ALLOWED' };

export const oktaSignInRows: ServiceRows = {
  service: 'okta-sign-in',
  controls: {
    'mfa-required': {
      'Okta enrollment policy': table('okta_policy_mfa',
        ['pass', 'a factor must be enrolled', { okta_password: must, okta_verify: must }],
        ['pass', 'a key must be enrolled', { okta_password: must, fido_webauthn: must }],
        ['fail', 'there is no factor', { okta_password: must, okta_verify: not }],
        ['pass', 'a text message must be enrolled', { okta_password: must, okta_sms: must }],
        ['undecided', 'mail must be enrolled, be it for lost passwords alone', { okta_password: must, okta_email: must }],
        ['undecided', 'each person chooses', { okta_password: must, google_otp: may }],
        ['undecided', 'it is settled later', { okta_verify: { enroll: unknown } }],
        ['silent', 'it is off', { status: 'INACTIVE' }]),
      'default enrollment policy': table('okta_policy_mfa_default', ['pass', 'a factor must be enrolled', { okta_otp: must }]),
      'Okta sign-on rule': setting('okta_policy_rule_signon', 'mfa_required', true, false, 'fail', { name: 'everybody' },
        ['silent', 'nobody is let in', { access: 'DENY' }],
        ['fail', 'the password is always asked for', { mfa_required: false, primary_factor: 'PASSWORD_IDP' }],
        ['undecided', 'policies of applications decide', { mfa_required: false, primary_factor: 'PASSWORD_IDP_ANY_FACTOR' }],
        ['undecided', 'a sequence of factors decides', { access: 'CHALLENGE', factor_sequence: [{ primary_criteria_factor_type: 'token:hotp', primary_criteria_provider: 'CUSTOM' }] }],
        ['pass', 'it is asked for beside that', { mfa_required: true, primary_factor: 'PASSWORD_IDP_ANY_FACTOR' }],
        ['silent', 'it is off', { status: 'INACTIVE', mfa_required: false }]),
      'Okta sign-on rule of an application': setting('okta_app_signon_policy_rule', 'factor_mode', '2FA', '1FA', 'pass', { name: 'everybody' },
        ['silent', 'nobody is let in', { access: 'DENY', factor_mode: '1FA' }],
        ['fail', 'the one factor is not constrained', { factor_mode: '1FA', constraints: [] }],
        ['fail', 'the one factor is a password', { factor_mode: '1FA', constraints: ['{"knowledge":{"types":["password"]}}'] }],
        ['fail', 'the one factor may be a password', { factor_mode: '1FA', constraints: ['{"knowledge":{"types":["password"]}}', '{"possession":{"deviceBound":"REQUIRED"}}'] }],
        ['undecided', 'the one factor is a device', { factor_mode: '1FA', constraints: ['{"possession":{"deviceBound":"REQUIRED","hardwareProtection":"REQUIRED"}}'] }],
        ['undecided', 'what the one factor is is settled later', { factor_mode: '1FA', constraints: [unknown] }],
        ['undecided', 'a chain of methods decides', { type: 'AUTH_METHOD_CHAIN', chains: ['{"authenticationMethods":[]}'] }],
        ['undecided', 'the mode is no known word', { factor_mode: 'toString' }]),
    },
    'mfa-offered': {
      'Okta enrollment policy': table('okta_policy_mfa',
        ['pass', 'a factor may be enrolled', { google_otp: may }],
        ['fail', 'none may', { okta_password: must }],
        ['undecided', 'it is settled later', { webauthn: { enroll: unknown } }]),
    },
    'mfa-not-by-text-message': {
      'Okta enrollment policy': table('okta_policy_mfa',
        ['fail', 'text messages are all there is', { okta_sms: may }],
        ['pass', 'an application may be used', { okta_sms: may, okta_verify: may }],
        ['undecided', 'the other is settled later', { okta_sms: may, okta_verify: { enroll: unknown } }],
        ['silent', 'there is no factor at all', { okta_password: must }]),
    },
    'sessions-short': {
      'Okta sign-on rule': setting('okta_policy_rule_signon', 'session_lifetime', 240, 1440, 'pass', {},
        ['fail', 'it has no end', { session_lifetime: 0 }]),
      'Okta sign-on rule of an application': setting('okta_app_signon_policy_rule', 're_authentication_frequency', 'PT1H30M', 'P1D', 'pass', {},
        ['fail', 'it lasts as long as the session', { re_authentication_frequency: 'PT43800H' }],
        ['pass', 'every sign-in is asked', { re_authentication_frequency: 'PT0S' }],
        ['undecided', 'a month has no fixed length', { re_authentication_frequency: 'P1M' }]),
      'Okta authorization server': setting('okta_auth_server_policy_rule', 'access_token_lifetime_minutes', 60, 1440, 'pass'),
    },
    'sign-up-by-invitation': { 'Okta profile enrollment': setting('okta_policy_rule_profile_enrollment', 'unknown_user_action', 'DENY', 'REGISTER', 'pass') },
  },
}; // prettier-ignore
