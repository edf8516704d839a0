import { unknown, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { terraformSetting, terraformTable } from '../../support/terraform-rows';
import { addressRuleTables, passwordTable, platformTables } from './platform-tables';

const account = 'azurerm_cosmosdb_account';
const cluster = 'azurerm_cosmosdb_postgresql_cluster';
const addresses = [
  'azurerm_cosmosdb_postgresql_firewall_rule',
  'cluster_id',
  'start_ip_address',
  'end_ip_address',
] as const;

export const cosmosdbRows: ServiceRows = {
  service: 'cosmosdb',
  controls: merged(
    platformTables({
      noun: 'Cosmos DB account',
      type: account,
      key: 'key_vault_key_id',
      door: ['public_network_access_enabled', false, true],
      isStore: true,
      localAuth: 'local_authentication_enabled',
      tls: ['minimal_tls_version', 'Tls12', 'Tls'],
      hasIdentity: true,
      isLogged: true,
    }),
    addressRuleTables(['Cosmos DB for PostgreSQL cluster', cluster], addresses),
    {
      'ingress-not-open': {
        'rules of a Cosmos DB account': terraformTable(
          account,
          ['pass', 'a few addresses are let in', { ip_range_filter: ['203.0.113.4'] }],
          ['fail', 'every address is let in', { ip_range_filter: ['0.0.0.0/0'] }],
          ['pass', 'rules for subnets hold', { is_virtual_network_filter_enabled: true }],
          ['undecided', 'the addresses are settled at deployment', { ip_range_filter: unknown }],
        ),
      },
      'network-account-confined': {
        'Cosmos DB account': terraformTable(
          account,
          ['pass', 'nothing is said', {}],
          ['fail', 'the address for all of Azure is let in', { ip_range_filter: ['203.0.113.4', '0.0.0.0'] }],
          ['fail', 'it is let in by a text of version 3', { ip_range_filter: '203.0.113.4,0.0.0.0' }],
          ['fail', 'services of Azure are let past', { network_acl_bypass_for_azure_services: true }],
          ['undecided', 'it is settled at deployment', { network_acl_bypass_for_azure_services: unknown }],
        ),
      },
      'local-secrets-refused': {
        'account of version 4': terraformSetting(account, 'local_authentication_disabled', [true, false], 'fail'),
      },
      'administration-confined': {
        'Cosmos DB account': terraformSetting(
          account,
          'access_key_metadata_writes_enabled',
          [false, true],
          'fail',
          {},
          ['pass', 'keys are refused', { local_authentication_enabled: false }],
        ),
      },
      'backup-kept': {
        'Cosmos DB account': terraformTable(account, ['pass', 'nothing is said: backups are always made', {}]),
      },
      'backups-kept-a-week': {
        'Cosmos DB account': terraformTable(
          account,
          ['fail', 'nothing is said: eight hours', {}],
          ['pass', 'all the time', { backup: [{ type: 'Continuous' }] }],
          ['fail', 'for a day', { backup: [{ type: 'Periodic', retention_in_hours: 24 }] }],
          [
            'undecided',
            'for how long is settled at deployment',
            { backup: [{ type: 'Periodic', retention_in_hours: unknown }] },
          ],
        ),
      },
      'data-nodes-redundant': {
        'Cosmos DB account': terraformSetting(account, 'automatic_failover_enabled', [true, false], 'fail'),
        'Cosmos DB for PostgreSQL cluster': terraformSetting(cluster, 'ha_enabled', [true, false], 'fail'),
      },
      'front-private': {
        'Cosmos DB for PostgreSQL cluster': terraformSetting(
          cluster,
          'coordinator_public_ip_access_enabled',
          [false, true],
          'fail',
        ),
      },
      'cross-origin-confined': {
        'Cosmos DB account': terraformTable(
          account,
          ['fail', 'every site may call it', { cors_rule: [{ allowed_origins: ['*'] }] }],
          ['pass', 'one site may', { cors_rule: [{ allowed_origins: ['https://example.com'] }] }],
          ['undecided', 'it is settled at deployment', { cors_rule: [{ allowed_origins: unknown }] }],
        ),
      },
      'no-secret-in-clear': {
        'Cassandra cluster': passwordTable('azurerm_cosmosdb_cassandra_cluster', 'default_admin_password'),
        'Cosmos DB for PostgreSQL cluster': passwordTable(cluster, 'administrator_login_password'),
        'user of a database': passwordTable('azurerm_cosmosdb_mongo_user_definition', 'password'),
      },
    },
  ),
};
