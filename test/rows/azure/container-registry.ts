import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { terraformSetting as setting, terraformTable as table } from '../../support/terraform-rows';

const registry = 'azurerm_container_registry';
const password = 'azurerm_container_registry_token_password';
const hook = 'azurerm_container_registry_webhook';
const task = 'azurerm_container_registry_task';

export const containerRegistryRows: ServiceRows = {
  service: 'container-registry',
  controls: {
    'storage-encrypted': { registry: table(registry, ['pass', 'nothing is said', {}]) },
    'customer-managed-key': { registry: setting(registry, 'encryption.key_vault_key_id', ['/key', ''], 'fail') },
    'front-private': {
      registry: setting(registry, 'public_network_access_enabled', [false, true], 'fail', {}, [
        'pass',
        'whom no rule names is kept out',
        { network_rule_set: [{ default_action: 'Deny' }] },
      ]),
    },
    'placed-in-network': {
      registry: table(
        registry,
        ['fail', 'nothing is said', {}],
        [
          'pass',
          'a private endpoint leads to it',
          system(
            {},
            {
              door: {
                type: 'azurerm_private_endpoint',
                properties: { private_service_connection: [{ private_connection_resource_id: refer() }] },
              },
            },
          ),
        ],
      ),
    },
    'local-auth-disabled': { registry: setting(registry, 'admin_enabled', [false, true], 'pass') },
    'local-secrets-refused': { registry: setting(registry, 'admin_enabled', [false, true], 'pass') },
    'storage-not-public': { registry: setting(registry, 'anonymous_pull_enabled', [false, true], 'pass') },
    'machine-role-given': {
      registry: setting(registry, 'identity.type', ['SystemAssigned', ''], 'fail'),
      task: setting(task, 'identity.type', ['SystemAssigned', ''], 'fail'),
    },
    'image-scanned': { registry: setting(registry, 'quarantine_policy_enabled', [true, false], 'silent') },
    'code-signed': {
      registry: setting(registry, 'trust_policy_enabled', [true, false], 'fail', {}, [
        'pass',
        'it is spelled as before',
        { trust_policy: [{ enabled: true }] },
      ]),
    },
    'lifecycle-set': {
      registry: table(
        registry,
        ['fail', 'nothing is said', {}],
        ['pass', 'untagged images go after a week', { retention_policy_in_days: 7 }],
        ['pass', 'it is spelled as before', { retention_policy: [{ enabled: true, days: 7 }] }],
        ['undecided', 'that is settled at deployment', { retention_policy_in_days: unknown }],
      ),
    },
    'copied-elsewhere': {
      registry: table(
        registry,
        ['fail', 'nothing is said', {}],
        ['pass', 'another region has a copy', { georeplications: [{ location: 'westeurope' }] }],
        ['undecided', 'that is settled at deployment', { georeplications: unknown }],
      ),
    },
    'data-nodes-redundant': { registry: setting(registry, 'zone_redundancy_enabled', [true, false], 'fail') },
    'egress-confined': { registry: setting(registry, 'export_policy_enabled', [false, true], 'fail') },
    'access-logged': { registry: table(registry, ['fail', 'nothing is said', {}]) },
    'no-long-lived-credentials': {
      'password of a token': setting(password, 'password1.expiry', ['2027-01-01T00:00:00Z', ''], 'silent'),
    },
    'transit-encrypted': {
      webhook: setting(hook, 'service_uri', ['https://example.com/a', 'http://example.com/a'], 'pass'),
    },
    'no-secret-in-clear': {
      task: table(
        task,
        ['silent', 'no secret is set', {}],
        ['fail', 'the token is written', { docker_step: [{ context_access_token: 'written' }] }],
        ['undecided', 'it is settled at deployment', { docker_step: [{ context_access_token: unknown }] }],
      ),
    },
  },
};
