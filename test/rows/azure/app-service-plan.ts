import { unknown, type ServiceRows } from '../../support/row';
import { terraformSetting as setting, terraformTable as table } from '../../support/terraform-rows';

const plan = 'azurerm_service_plan';

export const appServicePlanRows: ServiceRows = {
  service: 'app-service-plan',
  controls: {
    'requests-spread': {
      plan: setting(
        plan,
        'zone_balancing_enabled',
        [true, false],
        'fail',
        {},
        ['fail', 'there is one machine', { zone_balancing_enabled: true, worker_count: 1 }],
        ['pass', 'there are three', { zone_balancing_enabled: true, worker_count: 3 }],
      ),
      'plan, older type': setting('azurerm_app_service_plan', 'zone_redundant', [true, false], 'fail'),
    },
    'no-secret-in-clear': {
      certificate: table(
        'azurerm_app_service_certificate',
        ['silent', 'a vault keeps it', { key_vault_secret_id: '/a' }],
        ['fail', 'the password is written', { password: 'written' }],
        ['undecided', 'it is settled at deployment', { password: unknown }],
      ),
      token: table('azurerm_app_service_source_control_token', ['fail', 'the token is written', { token: 'written' }]),
    },
  },
};
