import { unknown, type ServiceRows } from '../../support/row';
import { terraformSetting as setting, terraformTable as table } from '../../support/terraform-rows';
import { secret } from '../saas/tables';

const service = 'azurerm_api_management';
const api = 'azurerm_api_management_api';
const backend = 'azurerm_api_management_backend';
const value = 'azurerm_api_management_named_value';

/** Where its parts keep their secrets. */
const parts: readonly (readonly [noun: string, type: string, path: string])[] = [
  ['client secret of an authorization server', 'azurerm_api_management_authorization_server', 'client_secret'],
  ['password of a resource owner', 'azurerm_api_management_authorization_server', 'resource_owner_password'],
  ['password of a proxy', backend, 'proxy.password'],
  ['authorization of a backend', backend, 'credentials.authorization.parameter'],
  ['certificate', 'azurerm_api_management_certificate', 'password'],
  ['identity provider B2C', 'azurerm_api_management_identity_provider_aadb2c', 'client_secret'],
  ['identity provider Facebook', 'azurerm_api_management_identity_provider_facebook', 'app_secret'],
  ['identity provider Google', 'azurerm_api_management_identity_provider_google', 'client_secret'],
  ['identity provider Microsoft', 'azurerm_api_management_identity_provider_microsoft', 'client_secret'],
  ['identity provider Twitter', 'azurerm_api_management_identity_provider_twitter', 'api_secret_key'],
  ['logger', 'azurerm_api_management_logger', 'eventhub.connection_string'],
  ['OpenID Connect provider', 'azurerm_api_management_openid_connect_provider', 'client_secret'],
  ['cache', 'azurerm_api_management_redis_cache', 'connection_string'],
  ['user', 'azurerm_api_management_user', 'password'],
];

export const apiManagementRows: ServiceRows = {
  service: 'api-management',
  controls: {
    'tls-modern': {
      service: table(
        service,
        ['pass', 'nothing is said', {}],
        ['fail', 'TLS 1.0 is accepted', { security: [{ frontend_tls10_enabled: true }] }],
        ['fail', 'TLS 1.1 is accepted, as spelled before', { security: [{ enable_frontend_tls11: true }] }],
        ['fail', 'SSL 3 is accepted', { security: [{ frontend_ssl30_enabled: true }] }],
        ['undecided', 'that is settled at deployment', { security: [{ frontend_tls10_enabled: unknown }] }],
      ),
    },
    'backend-encrypted': {
      service: setting(service, 'security.backend_tls10_enabled', [false, true], 'pass'),
      backend: setting(backend, 'url', ['https://example.com', 'http://example.com'], 'pass'),
    },
    'front-private': {
      service: setting(
        service,
        'public_network_access_enabled',
        [false, true],
        'fail',
        {},
        ['pass', 'it is in a network alone', { virtual_network_type: 'Internal' }],
        ['fail', 'it is in a network as well', { virtual_network_type: 'External' }],
      ),
    },
    'placed-in-network': { service: setting(service, 'virtual_network_type', ['External', 'None'], 'fail') },
    'sign-up-by-invitation': { service: setting(service, 'sign_up.enabled', [false, true], 'silent') },
    'peers-authenticated': { service: setting(service, 'client_certificate_enabled', [true, false], 'fail') },
    'local-auth-disabled': { service: table(service, ['pass', 'nothing is said', {}]) },
    'local-secrets-refused': { service: setting(service, 'tenant_access.enabled', [false, true], 'pass') },
    'machine-role-given': { service: setting(service, 'identity.type', ['SystemAssigned', ''], 'fail') },
    'access-logged': { service: table(service, ['fail', 'nothing is said', {}]) },
    'transit-encrypted': {
      api: table(
        api,
        ['pass', 'nothing is said', {}],
        ['fail', 'plain HTTP is offered', { protocols: ['http', 'https'] }],
        ['pass', 'HTTPS is', { protocols: ['https'] }],
        ['undecided', 'that is settled at deployment', { protocols: unknown }],
      ),
    },
    'callers-signed-in': {
      api: setting(api, 'subscription_required', [true, false], 'pass', {}, [
        'pass',
        'callers have tokens',
        { subscription_required: false, oauth2_authorization: [{ authorization_server_name: 'a' }] },
      ]),
    },
    'certificate-validated': {
      backend: setting(backend, 'tls.validate_certificate_chain', [true, false], 'pass', {}, [
        'fail',
        'the name is not compared',
        { tls: [{ validate_certificate_name: false }] },
      ]),
    },
    'no-secret-in-clear': {
      service: table(
        service,
        ['silent', 'no secret is set', {}],
        [
          'fail',
          'the password of a certificate is written',
          { hostname_configuration: [{ proxy: [{ host_name: 'a', certificate_password: 'written' }] }] },
        ],
        ['undecided', 'it is settled at deployment', { certificate: [{ certificate_password: unknown }] }],
      ),
      'named value': table(
        value,
        ['fail', 'a secret is written', { secret: true, value: 'written' }],
        ['silent', 'it is no secret', { value: 'green' }],
        ['fail', 'it looks like one', { value: 'AKIAQWERTYUIOPASDFGH' }],
        ['undecided', 'nobody knows whether it is one', { secret: unknown, value: unknown }],
        ['undecided', 'it is settled at deployment', { secret: true, value: unknown }],
      ),
      'identity provider': table('azurerm_api_management_identity_provider_aad', [
        'fail',
        'the secret is written',
        { client_secret: 'written' },
      ]),
      domain: table(
        'azurerm_api_management_custom_domain',
        ...['gateway', 'developer_portal', 'management', 'portal', 'scm'].map(
          (host) =>
            [
              'fail',
              `the password of the certificate of ${host} is written`,
              { [host]: [{ host_name: 'a', certificate_password: 'written' }] },
            ] as const,
        ),
      ),
      ...Object.fromEntries(parts.map(([noun, type, path]) => [noun, secret(type, path)])),
    },
  },
};
