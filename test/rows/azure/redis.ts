import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { terraformSetting, terraformTable } from '../../support/terraform-rows';
import { addressRuleTables, passwordTable, platformTables } from './platform-tables';

const cache = 'azurerm_redis_cache';
const managed = 'azurerm_managed_redis';
const premium = { sku_name: 'Premium' };
const ruled = (of: unknown) =>
  system(
    {},
    {
      rule: {
        type: 'azurerm_redis_firewall_rule',
        properties: { redis_cache_name: of, start_ip: '203.0.113.4', end_ip: '203.0.113.9' },
      },
    },
  );

export const redisRows: ServiceRows = {
  service: 'azure-redis',
  controls: merged(
    platformTables({
      noun: 'Redis cache',
      type: cache,
      door: ['public_network_access_enabled', false, true],
      isStore: true,
      localAuth: 'access_keys_authentication_enabled',
      tls: ['minimum_tls_version', '1.2', '1.0'],
      hasIdentity: true,
      isPlaced: true,
    }),
    platformTables({
      noun: 'Managed Redis instance',
      type: managed,
      key: 'customer_managed_key.key_vault_key_id',
      door: ['public_network_access', 'Disabled', 'Enabled'],
      isStore: true,
      hasIdentity: true,
      isPlaced: true,
    }),
    addressRuleTables(
      ['Redis cache', cache],
      ['azurerm_redis_firewall_rule', 'redis_cache_name', 'start_ip', 'end_ip'],
      { isAdministration: false },
    ),
    {
      'ingress-not-open': {
        'network of a Redis cache': terraformTable(
          cache,
          ['pass', 'it stands in a subnet', { subnet_id: 'subnet' }],
          ['undecided', 'whether it does is settled at deployment', { subnet_id: unknown }],
          ['pass', 'a firewall rule keeps others out', ruled(refer('it', 'name'))],
          ['undecided', 'nobody can tell whose rule it is', ruled(unknown)],
        ),
      },
      'customer-managed-key': {
        'Redis cache': terraformTable(cache, ['fail', 'it has no key of its own', {}]),
      },
      'transit-encrypted': {
        'Redis cache': terraformSetting(cache, 'non_ssl_port_enabled', [false, true], 'pass', {}, [
          'fail',
          'it is on in the spelling of version 3',
          { enable_non_ssl_port: true },
        ]),
        'Managed Redis instance': terraformSetting(
          managed,
          'default_database.client_protocol',
          ['Encrypted', 'Plaintext'],
          'pass',
        ),
        'Redis enterprise database': terraformSetting(
          'azurerm_redis_enterprise_database',
          'client_protocol',
          ['Encrypted', 'Plaintext'],
          'pass',
        ),
      },
      'tls-modern': {
        'Redis enterprise cluster': terraformSetting(
          'azurerm_redis_enterprise_cluster',
          'minimum_tls_version',
          ['1.2', '1.1'],
          'pass',
        ),
      },
      'local-auth-disabled': {
        'Redis cache': terraformSetting(
          cache,
          'redis_configuration.active_directory_authentication_enabled',
          [true, false],
          'fail',
        ),
      },
      'local-secrets-refused': {
        'Managed Redis instance': terraformSetting(
          managed,
          'default_database.access_keys_authentication_enabled',
          [false, true],
          'pass',
        ),
      },
      'sign-in-required-inside': {
        'Redis cache': terraformSetting(cache, 'redis_configuration.authentication_enabled', [true, false], 'pass'),
      },
      'no-secret-in-clear': {
        'Redis cache': passwordTable(cache, 'redis_configuration.rdb_storage_connection_string'),
      },
      'backup-kept': {
        'Redis cache': terraformSetting(
          cache,
          'redis_configuration.rdb_backup_enabled',
          [true, false],
          'fail',
          premium,
          ['silent', 'it cannot be kept on disk', { sku_name: 'Standard' }],
        ),
      },
      'runtime-supported': {
        'Redis cache': terraformSetting(cache, 'redis_version', ['6', '4'], 'pass'),
      },
      'data-nodes-redundant': {
        'Managed Redis instance': terraformSetting(managed, 'high_availability_enabled', [true, false], 'pass'),
      },
      'final-copy-kept': {
        'Managed Redis instance': terraformTable(
          managed,
          ['fail', 'nothing is said', {}],
          [
            'pass',
            'it is kept on disk',
            { default_database: [{ persistence_redis_database_backup_frequency: '12h' }] },
          ],
          [
            'undecided',
            'it is settled at deployment',
            { default_database: [{ persistence_redis_database_backup_frequency: unknown }] },
          ],
        ),
      },
    },
  ),
};
