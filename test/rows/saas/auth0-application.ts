import { unknown, withParameter, type ServiceRows } from '../../support/row';
import { secret, setting, table } from './tables';

const flows = { grant_types: ['authorization_code', 'refresh_token'], oidc_conformant: true, app_type: 'regular_web' };
const page = { ...flows, app_type: 'spa' };

export const auth0ApplicationRows: ServiceRows = {
  service: 'auth0-application',
  controls: {
    'transit-encrypted': {
      'callback of an application': setting('auth0_client', 'callbacks', ['https://example.com/callback'], ['http://example.com/callback'], 'pass', {},
        ['pass', 'it stays within the machine', { callbacks: ['http://localhost:3000/callback', 'http://127.0.0.1/', 'http://[::1]:8080'] }],
        ['pass', 'an application on a phone is called', { callbacks: ['com.example.app://callback'] }],
        ['fail', 'the host only begins like the machine', { callbacks: ['http://localhost.example.com/'] }],
        ['undecided', 'the host is settled later', { callbacks: [withParameter('http://', '/callback')] }],
        ['undecided', 'no scheme is written', { callbacks: ['example.com/callback'] }]),
      'endpoint of a provider': setting('auth0_connection', 'options.token_endpoint', 'https://example.com/token', 'http://example.com/token', 'silent', { strategy: 'oidc' }),
    },
    'algorithms-current': {
      'Auth0 application': setting('auth0_client', 'jwt_configuration.alg', 'RS256', 'HS256', 'silent'),
      'Auth0 API': setting('auth0_resource_server', 'signing_alg', 'RS256', 'HS256', 'silent', { identifier: 'https://api.example.com' }),
    },
    'oauth-client-confined': {
      'Auth0 application': setting('auth0_client', 'grant_types', ['authorization_code', 'refresh_token'], ['implicit'], 'undecided', { oidc_conformant: true, app_type: 'regular_web' },
        ['fail', 'passwords are handed around', { grant_types: ['password'] }],
        ['fail', 'a wildcard is in a callback', { ...flows, callbacks: ['https://*.example.com/callback'] }],
        ['undecided', 'a callback is settled later', { ...flows, callbacks: [unknown] }],
        ['fail', 'it is not strict', { ...flows, oidc_conformant: false }],
        ['undecided', 'nobody says whether it is strict', { grant_types: ['authorization_code'], app_type: 'spa' }],
        ['pass', 'a machine signs in as itself', { grant_types: ['client_credentials'], app_type: 'non_interactive' }],
        ['pass', 'it is strict', { ...flows, cross_origin_auth: false }],
        ['fail', 'pages sign in across origins', { ...flows, cross_origin_auth: true }],
        ['fail', 'a page keeps its refresh token', { ...page, refresh_token: { rotation_type: 'non-rotating' } }],
        ['pass', 'a page gets a new refresh token', { ...page, refresh_token: { rotation_type: 'rotating' } }],
        ['undecided', 'nobody says whether the refresh token of a page rotates', page],
        ['pass', 'a page has no refresh token', { ...page, grant_types: ['authorization_code'] }],
        ['pass', 'a server keeps its refresh token', { ...flows, refresh_token: { rotation_type: 'non-rotating' } }]),
    },
    'cross-origin-confined': {
      'Auth0 application': setting('auth0_client', 'web_origins', ['https://example.com'], ['*'], 'silent'),
    },
    'no-secret-in-clear': {
      'signing secret of an API': secret('auth0_resource_server', 'signing_secret', { signing_alg: 'HS256' }),
      'secret of an application': secret('auth0_client_credentials', 'client_secret'),
      'older secret of an application': secret('auth0_client', 'client_secret'),
      'secret of a connection': secret('auth0_connection', 'options.client_secret', { strategy: 'google-oauth2' }),
    },
    'password-policy-strong': {
      'Auth0 connection': table('auth0_connection',
        ['pass', 'it is excellent and long', { strategy: 'auth0', options: { password_policy: 'excellent', password_complexity_options: { min_length: 14 } } }],
        ['fail', 'it is excellent and short', { strategy: 'auth0', options: { password_policy: 'excellent' } }],
        ['pass', 'it is fair and long', { strategy: 'auth0', options: { password_policy: 'fair', password_complexity_options: { min_length: 14 } } }],
        ['fail', 'it is low and long', { strategy: 'auth0', options: { password_policy: 'low', password_complexity_options: { min_length: 14 } } }],
        ['fail', 'there is none', { strategy: 'auth0', options: { password_policy: 'none' } }],
        ['undecided', 'nothing is said', { strategy: 'auth0' }],
        ['undecided', 'the level is no known word', { strategy: 'auth0', options: { password_policy: 'toString', password_complexity_options: { min_length: 14 } } }],
        ['silent', 'another directory keeps the passwords', { strategy: 'google-oauth2' }]),
    },
    'password-reuse-refused': {
      'Auth0 connection': setting('auth0_connection', 'options.password_history', { enable: true, size: 24 }, { enable: true, size: 2 }, 'fail', { strategy: 'auth0' },
        ['pass', 'the size is left out', { strategy: 'auth0', options: { password_history: { enable: true } } }],
        ['fail', 'it is off', { strategy: 'auth0', options: { password_history: { enable: false, size: 24 } } }]),
    },
    'sign-up-by-invitation': {
      'Auth0 connection': setting('auth0_connection', 'options.disable_signup', true, false, 'fail', { strategy: 'auth0' }),
    },
    'rate-limited': {
      'Auth0 connection': setting('auth0_connection', 'options.brute_force_protection', true, false, 'silent', { strategy: 'auth0' }),
    },
    'mfa-required': {
      'Auth0 connection': table('auth0_connection',
        ['fail', 'it is off', { strategy: 'auth0', options: { mfa: { active: false } } }],
        ['silent', 'it is on: the policy of the tenant says for whom', { strategy: 'auth0', options: { mfa: { active: true } } }]),
    },
  },
}; // prettier-ignore
