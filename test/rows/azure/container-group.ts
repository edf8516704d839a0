import { unknown, type ServiceRows } from '../../support/row';
import { terraformSetting as setting, terraformTable as table } from '../../support/terraform-rows';

const group = 'azurerm_container_group';
const container = (written: object) => ({ container: [{ name: 'a', image: 'b', ...written }] });

export const containerGroupRows: ServiceRows = {
  service: 'container-group',
  controls: {
    'no-public-address': { group: setting(group, 'ip_address_type', ['Private', 'Public'], 'fail') },
    'placed-in-network': {
      group: table(
        group,
        ['fail', 'nothing is said', {}],
        ['pass', 'a subnet is named', { subnet_ids: ['/subnet'] }],
        ['undecided', 'it is settled at deployment', { subnet_ids: unknown }],
      ),
    },
    'machine-role-given': { group: setting(group, 'identity.type', ['SystemAssigned', ''], 'fail') },
    'storage-encrypted': { group: table(group, ['pass', 'nothing is said', {}]) },
    'customer-managed-key': { group: setting(group, 'key_vault_key_id', ['/key', ''], 'fail') },
    'execution-logged': {
      group: table(
        group,
        ['fail', 'nothing is said', {}],
        ['pass', 'a workspace keeps the log', { diagnostics: [{ log_analytics: [{ workspace_id: 'a' }] }] }],
        ['undecided', 'that is settled at deployment', { diagnostics: unknown }],
      ),
    },
    'not-privileged': {
      group: table(
        group,
        ['pass', 'nothing is said', container({})],
        ['fail', 'a container is privileged', container({ security: [{ privilege_enabled: true }] })],
        ['undecided', 'that is settled at deployment', container({ security: [{ privilege_enabled: unknown }] })],
      ),
    },
    'no-secret-in-clear': {
      group: table(
        group,
        ['silent', 'no secret is set', container({})],
        ['fail', 'a variable is written', container({ environment_variables: { DB_PASSWORD: 'written' } })],
        ['fail', 'a secure variable is written', container({ secure_environment_variables: { ANYTHING: 'written' } })],
        [
          'undecided',
          'it is settled at deployment',
          container({ secure_environment_variables: { ANYTHING: unknown } }),
        ],
        [
          'fail',
          'the password of the registry is written',
          { image_registry_credential: [{ server: 'a', username: 'b', password: 'written' }] },
        ],
      ),
    },
  },
};
