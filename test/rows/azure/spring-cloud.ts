import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { terraformSetting as setting, terraformTable as table } from '../../support/terraform-rows';

const service = 'azurerm_spring_cloud_service';
const app = 'azurerm_spring_cloud_app';
const portal = 'azurerm_spring_cloud_api_portal';
const gateway = 'azurerm_spring_cloud_gateway';
const tools = 'azurerm_spring_cloud_dev_tool_portal';
const withApp = (tls_enabled: unknown) =>
  system({}, { app: { type: app, properties: { service_name: refer('it', 'name'), tls_enabled } } });

export const springCloudRows: ServiceRows = {
  service: 'spring-cloud',
  controls: {
    'placed-in-network': {
      service: table(
        service,
        ['fail', 'nothing is said', {}],
        ['pass', 'it has subnets', { network: [{ app_subnet_id: '/a' }] }],
        ['undecided', 'that is settled at deployment', { network: unknown }],
      ),
    },
    'backend-encrypted': {
      service: table(
        service,
        ['silent', 'no app is in sight', {}],
        ['fail', 'an app is called in plain text', withApp(false)],
        ['pass', 'it is called by TLS', withApp(true)],
        ['undecided', 'that is settled at deployment', withApp(unknown)],
      ),
      app: setting(app, 'tls_enabled', [true, false], 'fail'),
    },
    'details-not-disclosed': { service: setting(service, 'log_stream_public_endpoint_enabled', [false, true], 'pass') },
    'access-logged': { service: table(service, ['fail', 'nothing is said', {}]) },
    'front-private': {
      app: setting(app, 'is_public', [false, true], 'pass'),
      portal: setting(portal, 'public_network_access_enabled', [false, true], 'pass'),
      tools: setting(tools, 'public_network_access_enabled', [false, true], 'pass'),
    },
    'transit-encrypted': {
      app: setting(app, 'https_only', [true, false], 'fail'),
      portal: setting(portal, 'https_only_enabled', [true, false], 'fail'),
      gateway: setting(gateway, 'https_only', [true, false], 'fail'),
    },
    'machine-role-given': { app: setting(app, 'identity.type', ['SystemAssigned', ''], 'fail') },
    'callers-signed-in': {
      portal: table(
        portal,
        ['fail', 'nothing is said', {}],
        ['pass', 'a directory is asked', { sso: [{ client_id: 'a' }] }],
        ['undecided', 'that is settled at deployment', { sso: unknown }],
      ),
    },
    'no-secret-in-clear': {
      service: table(
        service,
        ['silent', 'no secret is set', {}],
        [
          'fail',
          'the password of the repository is written',
          {
            config_server_git_setting: [
              { uri: 'https://example.com/a', http_basic_auth: [{ username: 'a', password: 'written' }] },
            ],
          },
        ],
        [
          'undecided',
          'it is settled at deployment',
          { config_server_git_setting: [{ http_basic_auth: [{ password: unknown }] }] },
        ],
      ),
      deployment: table('azurerm_spring_cloud_java_deployment', [
        'fail',
        'a variable is written',
        { environment_variables: { DB_PASSWORD: 'written' } },
      ]),
    },
  },
};
