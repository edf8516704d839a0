import { unknown, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { terraformSetting, terraformTable } from '../../support/terraform-rows';
import { addressRuleTables, passwordTable, platformTables } from './platform-tables';

const cluster = 'azurerm_mongo_cluster';
const noun = 'MongoDB cluster';
const addresses = ['azurerm_mongo_cluster_firewall_rule', 'mongo_cluster_id', 'start_ip_address', 'end_ip_address'] as const; // prettier-ignore

export const mongoClusterRows: ServiceRows = {
  service: 'mongo-cluster',
  controls: merged(platformTables({ noun, type: cluster }), addressRuleTables([noun, cluster], addresses), {
    'customer-managed-key': {
      [noun]: terraformTable(
          cluster,
          ['fail', 'nothing is said', {}],
          ['pass', 'it names a key', { customer_managed_key: [{ key_vault_key_id: 'https://vault.vault.azure.net/keys/key' }] }],
          ['undecided', 'the key is settled at deployment', { customer_managed_key: [{ key_vault_key_id: unknown }] }],
        ), // prettier-ignore
    },
    'public-access-blocked': {
      [noun]: terraformSetting(cluster, 'public_network_access', ['Disabled', 'Enabled'], 'fail'),
    },
    'local-auth-disabled': {
      [noun]: terraformTable(
        cluster,
        ['fail', 'nothing is said: passwords only', {}],
        ['pass', 'identities are let in too', { authentication_methods: ['NativeAuth', 'MicrosoftEntraID'] }],
        ['undecided', 'how is settled at deployment', { authentication_methods: unknown }],
      ),
    },
    'local-secrets-refused': {
      [noun]: terraformTable(
        cluster,
        ['fail', 'nothing is said: passwords only', {}],
        ['fail', 'identities are let in too', { authentication_methods: ['NativeAuth', 'MicrosoftEntraID'] }],
        ['pass', 'identities alone are let in', { authentication_methods: ['MicrosoftEntraID'] }],
        ['undecided', 'how is settled at deployment', { authentication_methods: unknown }],
      ),
    },
    'no-secret-in-clear': { [noun]: passwordTable(cluster, 'administrator_password') },
    'data-nodes-redundant': {
      [noun]: terraformSetting(cluster, 'high_availability_mode', ['ZoneRedundantPreferred', 'Disabled'], 'fail'),
    },
  }),
};
