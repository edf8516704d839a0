import { unknown, type ServiceRows } from '../../support/row';
import { secret, setting } from './tables';

const code = { type: 'web', grant_types: ['authorization_code'] };
const page = { type: 'browser', token_endpoint_auth_method: 'none' };

export const oktaApplicationRows: ServiceRows = {
  service: 'okta-application',
  controls: {
    'transit-encrypted': {
      'Okta application': setting('okta_app_oauth', 'redirect_uris', ['https://example.com/callback'], ['http://example.com/callback'], 'pass', code,
        ['silent', 'it is off', { ...code, status: 'INACTIVE', redirect_uris: ['http://example.com/callback'] }]),
      'application with SAML': setting('okta_app_saml', 'sso_url', 'https://example.com/saml', 'http://example.com/saml', 'pass'),
      'Okta trusted origin': setting('okta_trusted_origin', 'origin', 'https://example.com', 'http://example.com', 'pass', { scopes: ['CORS'] },
        ['silent', 'it is off', { origin: 'http://example.com', active: false }]),
    },
    'cross-origin-confined': {
      'Okta trusted origin': setting('okta_trusted_origin', 'origin', 'https://example.com', '*', 'pass'),
    },
    'oauth-client-confined': {
      'Okta application': setting('okta_app_oauth', 'grant_types', ['authorization_code'], ['implicit'], 'pass', { type: 'web' },
        ['fail', 'passwords are handed around', { type: 'native', grant_types: ['password'] }],
        ['fail', 'wildcards are let in', { ...code, wildcard_redirect: 'SUBDOMAIN' }],
        ['fail', 'a wildcard is in an address', { ...code, redirect_uris: ['https://*.example.com'] }],
        ['undecided', 'wildcards are settled later', { ...code, wildcard_redirect: unknown }],
        ['pass', 'Okta asks pages for PKCE', { ...page, grant_types: ['authorization_code'] }],
        ['fail', 'a page need not prove itself', { ...page, grant_types: ['authorization_code'], pkce_required: false }],
        ['pass', 'Okta asks servers without a secret for PKCE', { ...code, token_endpoint_auth_method: 'none' }],
        ['fail', 'a server proves itself by nothing', { ...code, token_endpoint_auth_method: 'none', pkce_required: false }],
        ['undecided', 'nobody says whether the refresh token of a page rotates', { ...page, grant_types: ['authorization_code', 'refresh_token'] }],
        ['fail', 'a page keeps its refresh token', { ...page, grant_types: ['authorization_code', 'refresh_token'], refresh_token_rotation: 'STATIC' }],
        ['pass', 'a server keeps its refresh token', { ...code, grant_types: ['authorization_code', 'refresh_token'] }],
        ['pass', 'a page gets a new refresh token', { ...page, grant_types: ['authorization_code', 'refresh_token'], refresh_token_rotation: 'ROTATE' }]),
    },
    'no-secret-in-clear': { 'Okta application': secret('okta_app_oauth', 'client_basic_secret', { type: 'web' }) },
    'algorithms-current': {
      'Okta identity provider': setting('okta_idp_saml', 'response_signature_algorithm', 'SHA-256', 'SHA-1', 'pass', {},
        ['fail', 'requests are signed as of old', { request_signature_algorithm: 'SHA-1' }]),
      'Okta application': setting('okta_app_saml', 'signature_algorithm', 'RSA_SHA256', 'RSA_SHA1', 'silent', {},
        ['fail', 'the digest is old', { signature_algorithm: 'RSA_SHA256', digest_algorithm: 'SHA1' }]),
    },
  },
}; // prettier-ignore
