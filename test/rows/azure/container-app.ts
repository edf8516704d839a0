import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { terraformSetting as setting, terraformTable as table } from '../../support/terraform-rows';

const app = 'azurerm_container_app';
const job = 'azurerm_container_app_job';
const environment = 'azurerm_container_app_environment';
const inside = (internal: boolean) =>
  system(
    { container_app_environment_id: refer('place'), ingress: [{ external_enabled: true, target_port: 80 }] },
    { place: { type: environment, properties: { internal_load_balancer_enabled: internal } } },
  );

export const containerAppRows: ServiceRows = {
  service: 'container-app',
  controls: {
    'transit-encrypted': {
      app: setting(app, 'ingress.allow_insecure_connections', [false, true], 'silent', {}, [
        'pass',
        'the ingress says nothing',
        { ingress: [{ target_port: 80 }] },
      ]),
    },
    'front-private': {
      app: table(
        app,
        ['silent', 'nothing is said', {}],
        ['pass', 'it is called inside only', { ingress: [{ external_enabled: false }] }],
        ['undecided', 'that is settled at deployment', { ingress: [{ external_enabled: unknown }] }],
        ['undecided', 'the environment is not in sight', { ingress: [{ external_enabled: true }] }],
        ['pass', 'the environment is internal', inside(true)],
        ['fail', 'the environment is public', inside(false)],
        [
          'pass',
          'addresses are named',
          {
            ingress: [
              {
                external_enabled: true,
                ip_security_restriction: [{ action: 'Allow', ip_address_range: '198.51.100.0/24' }],
              },
            ],
          },
        ],
      ),
      environment: setting(environment, 'internal_load_balancer_enabled', [true, false], 'fail', {}, [
        'pass',
        'public access is off',
        { public_network_access: 'Disabled' },
      ]),
    },
    'peers-authenticated': { app: setting(app, 'ingress.client_certificate_mode', ['require', 'accept'], 'silent') },
    'cross-origin-confined': {
      app: table(
        app,
        ['pass', 'nothing is said', { ingress: [{ target_port: 80 }] }],
        ['fail', 'every page may call', { ingress: [{ cors: [{ allowed_origins: ['*'] }] }] }],
        ['undecided', 'that is settled at deployment', { ingress: [{ cors: [{ allowed_origins: unknown }] }] }],
      ),
    },
    'machine-role-given': {
      app: setting(app, 'identity.type', ['SystemAssigned', ''], 'fail'),
      job: setting(job, 'identity.type', ['SystemAssigned', ''], 'fail'),
    },
    'no-secret-in-clear': {
      app: table(
        app,
        ['silent', 'no secret is set', {}],
        ['fail', 'a secret is written', { secret: [{ name: 'a', value: 'written' }] }],
        [
          'silent',
          'a vault keeps it',
          { secret: [{ name: 'a', key_vault_secret_id: 'https://vault.example/secrets/a' }] },
        ],
        [
          'fail',
          'a variable is written',
          { template: [{ container: [{ name: 'a', env: [{ name: 'DB_PASSWORD', value: 'written' }] }] }] },
        ],
        [
          'silent',
          'a variable takes a secret',
          { template: [{ container: [{ name: 'a', env: [{ name: 'DB_PASSWORD', secret_name: 'a' }] }] }] },
        ],
        ['undecided', 'it is settled at deployment', { secret: [{ name: 'a', value: unknown }] }],
      ),
      certificate: table('azurerm_container_app_environment_certificate', [
        'fail',
        'the password is written',
        { certificate_password: 'written' },
      ]),
    },
    'placed-in-network': { environment: setting(environment, 'infrastructure_subnet_id', ['/subnet', ''], 'fail') },
    'backend-encrypted': { environment: setting(environment, 'mutual_tls_enabled', [true, false], 'fail') },
    'execution-logged': {
      environment: setting(environment, 'log_analytics_workspace_id', ['/workspace', ''], 'fail', {}, [
        'pass',
        'a destination is named',
        { logs_destination: 'azure-monitor' },
      ]),
    },
    'requests-spread': { environment: setting(environment, 'zone_redundancy_enabled', [true, false], 'fail') },
  },
};
