import { system, unknown, type ServiceRows } from '../../support/row';
import { secret, setting, table } from './tables';

export const auth0TenantRows: ServiceRows = {
  service: 'auth0-tenant',
  controls: {
    'mfa-required': {
      'Auth0 tenant': setting('auth0_guardian', 'policy', 'all-applications', 'never', 'fail', { otp: true },
        ['fail', 'only who looks unusual is asked', { policy: 'confidence-score', otp: true }],
        ['fail', 'there is no factor', { policy: 'all-applications' }],
        ['undecided', 'actions of the tenant may ask', system({ policy: 'never', otp: true }, { tenant: { type: 'auth0_tenant', properties: { customize_mfa_in_postlogin_action: true } } })],
        ['fail', 'actions of the tenant do not ask', system({ policy: 'never', otp: true }, { tenant: { type: 'auth0_tenant', properties: { customize_mfa_in_postlogin_action: false } } })],
        ['fail', 'actions have no factor to ask for', system({ policy: 'never' }, { tenant: { type: 'auth0_tenant', properties: { customize_mfa_in_postlogin_action: true } } })],
        ['undecided', 'the factor is settled later', { policy: 'all-applications', otp: unknown }],
        ['undecided', 'the policy is no known word', { policy: 'constructor', otp: true }]),
    },
    'mfa-offered': {
      'Auth0 tenant': setting('auth0_guardian', 'otp', true, false, 'fail', { policy: 'never' },
        ['pass', 'a key may be used', { policy: 'never', webauthn_roaming: { enabled: true } }],
        ['pass', 'a push may be used', { policy: 'never', push: { enabled: true } }],
        ['pass', 'a text message may be used', { policy: 'never', phone: { enabled: true } }]),
    },
    'mfa-not-by-text-message': {
      'Auth0 tenant': table('auth0_guardian',
        ['fail', 'text messages are all there is', { policy: 'all-applications', phone: { enabled: true } }],
        ['pass', 'a push may be used', { policy: 'all-applications', phone: { enabled: true }, push: { enabled: true } }],
        ['undecided', 'the other factor is settled later', { policy: 'all-applications', phone: { enabled: true }, otp: unknown }],
        ['silent', 'there is no factor at all', { policy: 'never' }]),
    },
    'no-secret-in-clear': {
      'secret key of Duo': secret('auth0_guardian', 'duo.secret_key', { policy: 'never' }),
      'token of Twilio': secret('auth0_guardian', 'phone.options.auth_token', { policy: 'never' }),
      'authorization of a log stream': secret('auth0_log_stream', 'sink.http_authorization', { type: 'http' }),
      'token of Splunk': secret('auth0_log_stream', 'sink.splunk_token', { type: 'splunk' }),
      'key of Apple': secret('auth0_guardian', 'push.direct_apns.p12', { policy: 'never' }),
      'header of a log stream': table('auth0_log_stream',
        ['fail', 'a key is in a header', { type: 'http', sink: { http_custom_headers: [{ header: 'X-Api-Key', value: 'tr0ub4dor&3' }] } }],
        ['silent', 'no header holds one', { type: 'http', sink: { http_custom_headers: [{ header: 'Accept', value: 'text/plain' }] } }]),
    },
    'rate-limited': {
      'guessing at one account': setting('auth0_attack_protection', 'brute_force_protection.enabled', true, false, 'silent', {},
        ['pass', 'attacks are blocked', { brute_force_protection: { enabled: true, shields: ['user_notification', 'block'] } }],
        ['fail', 'people only hear of attacks', { brute_force_protection: { enabled: true, shields: ['user_notification'] } }],
        ['undecided', 'what is done is settled later', { brute_force_protection: { enabled: true, shields: unknown } }]),
      'guessing from one address': setting('auth0_attack_protection', 'suspicious_ip_throttling.enabled', true, false, 'silent'),
    },
    'threats-watched': {
      'passwords that are known elsewhere': setting('auth0_attack_protection', 'breached_password_detection.enabled', true, false, 'silent'),
    },
    'alarm-reaches-someone': {
      'passwords that are known elsewhere': setting('auth0_attack_protection', 'breached_password_detection', { enabled: true, admin_notification_frequency: ['daily'] }, { enabled: true, admin_notification_frequency: [] }, 'silent', {},
        ['fail', 'administrators are not told', { breached_password_detection: { enabled: true, admin_notification_frequency: ['daily'], shields: ['block'] } }]),
    },
    'sessions-short': {
      'Auth0 tenant': setting('auth0_tenant', 'session_lifetime', 4, 8760, 'fail'),
    },
    'oauth-client-confined': {
      'addresses after signing out': setting('auth0_tenant', 'allowed_logout_urls', ['https://example.com/out'], ['https://*.example.com'], 'pass'),
    },
    'response-headers-set': {
      'Auth0 tenant': setting('auth0_tenant', 'flags.disable_clickjack_protection_headers', false, true, 'silent'),
    },
    'sign-up-by-invitation': {
      'Auth0 tenant': setting('auth0_tenant', 'flags.enable_dynamic_client_registration', false, true, 'silent'),
    },
    'audit-trail-complete': {
      'Auth0 log stream': setting('auth0_log_stream', 'status', 'active', 'paused', 'pass', { type: 'http' },
        ['fail', 'it is suspended', { status: 'suspended' }],
        ['silent', 'some events alone are sent', { type: 'http', status: 'paused', filters: [{ type: 'category', name: 'auth.login.fail' }] }],
        ['undecided', 'the status is no known word', { status: 'toString' }]),
    },
    'transit-encrypted': {
      'Auth0 log stream': setting('auth0_log_stream', 'sink.http_endpoint', 'https://example.com/logs', 'http://example.com/logs', 'pass'),
    },
    'certificate-validated': {
      'Auth0 log stream': setting('auth0_log_stream', 'sink.splunk_secure', true, false, 'silent'),
    },
    'sensitive-data-masked': {
      'Auth0 log stream': table('auth0_log_stream',
        ['fail', 'nothing is said', { type: 'http' }],
        ['pass', 'personal fields are hidden', { type: 'http', pii_config: { log_fields: ['email'], method: 'mask' } }],
        ['undecided', 'it is settled later', { type: 'http', pii_config: unknown }]),
    },
  },
}; // prettier-ignore
