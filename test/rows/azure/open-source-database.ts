import { refer, system, unknown, type Properties, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { terraformSetting, terraformTable } from '../../support/terraform-rows';
import { addressRuleTables, passwordTable, platformTables } from './platform-tables';

const postgres = 'azurerm_postgresql_flexible_server';
const mysql = 'azurerm_mysql_flexible_server';
const single = 'azurerm_postgresql_server';
const parameterType = 'azurerm_postgresql_flexible_server_configuration';

const parameter = (name: unknown, value: unknown, type = parameterType, owner = 'server_id') =>
  system({}, { parameter: { type, properties: { [owner]: refer('it', owner === 'server_id' ? 'id' : 'name'), name, value } } }); // prettier-ignore
const said = (name: string, value: unknown): Properties => ({ server_name: 'elsewhere', name, value });
const lonely = 'azurerm_postgresql_configuration';

const retired = (type: string) => terraformTable(type, ['fail', 'the service is retired', {}]);

export const openSourceDatabaseRows: ServiceRows = {
  service: 'azure-database',
  controls: merged(
    platformTables({
      noun: 'PostgreSQL flexible server',
      type: postgres,
      key: 'customer_managed_key.key_vault_key_id',
      isLogged: true,
      isPlaced: true,
    }),
    platformTables({ noun: 'MySQL flexible server', type: mysql, key: 'customer_managed_key.key_vault_key_id' }),
    platformTables({
      noun: 'PostgreSQL server',
      type: single,
      keyBeside: ['azurerm_postgresql_server_key', 'server_id', 'key_vault_key_id'],
      tls: ['ssl_minimal_tls_version_enforced', 'TLS1_2', 'TLS1_1'],
      twice: 'infrastructure_encryption_enabled',
      isPlaced: true,
    }),
    addressRuleTables(['PostgreSQL flexible server', postgres], ['azurerm_postgresql_flexible_server_firewall_rule', 'server_id', 'start_ip_address', 'end_ip_address']), // prettier-ignore
    addressRuleTables(['MySQL flexible server', mysql], ['azurerm_mysql_flexible_server_firewall_rule', 'server_name', 'start_ip_address', 'end_ip_address']), // prettier-ignore
    addressRuleTables(['MariaDB server', 'azurerm_mariadb_server'], ['azurerm_mariadb_firewall_rule', 'server_name', 'start_ip_address', 'end_ip_address']), // prettier-ignore
    {
      'public-access-blocked': {
        'PostgreSQL flexible server': terraformSetting(postgres, 'public_network_access_enabled', [false, true], 'fail', {}, ['pass', 'it stands in a subnet', { delegated_subnet_id: 'subnet' }]), // prettier-ignore
        'MySQL flexible server': terraformSetting(mysql, 'public_network_access', ['Disabled', 'Enabled'], 'fail'),
        'MySQL server': terraformSetting(
          'azurerm_mysql_server',
          'public_network_access_enabled',
          [false, true],
          'fail',
        ),
      },
      'placed-in-network': {
        'MySQL flexible server': terraformTable(
          mysql,
          ['fail', 'nothing is said', {}],
          ['pass', 'it stands in a subnet', { delegated_subnet_id: 'subnet' }],
          ['undecided', 'it is settled at deployment', { delegated_subnet_id: unknown }],
        ),
      },
      'transit-encrypted': {
        'PostgreSQL server': terraformSetting(single, 'ssl_enforcement_enabled', [true, false], 'fail'), // prettier-ignore
        'PostgreSQL flexible server': terraformTable(
          postgres,
          ['pass', 'nothing is said', {}],
          ['fail', 'a parameter lets plain text in', parameter('require_secure_transport', 'OFF')],
          ['pass', 'a parameter refuses it', parameter('require_secure_transport', 'ON')],
          ['undecided', 'the parameter is settled at deployment', parameter('require_secure_transport', unknown)],
          ['undecided', 'which parameter it is is settled at deployment', parameter(unknown, 'OFF')],
        ),
      },
      'tls-modern': {
        'PostgreSQL flexible server': terraformTable(
          postgres,
          ['pass', 'nothing is said', {}],
          ['fail', 'a parameter lets TLS 1.0 in', parameter('ssl_min_protocol_version', 'TLSv1')],
          ['fail', 'a parameter lets TLS 1.1 in', parameter('ssl_min_protocol_version', 'TLSv1.1')],
          ['pass', 'a parameter asks for TLS 1.3', parameter('ssl_min_protocol_version', 'TLSv1.3')],
          ['undecided', 'it is settled at deployment', parameter('ssl_min_protocol_version', unknown)],
        ),
        'MySQL flexible server': terraformTable(
          mysql,
          ['fail', 'a parameter lets old versions in', parameter('tls_version', 'TLSv1.1,TLSv1.2', 'azurerm_mysql_flexible_server_configuration', 'server_name')], // prettier-ignore
          ['pass', 'a parameter lets new versions in', parameter('tls_version', 'TLSv1.2,TLSv1.3', 'azurerm_mysql_flexible_server_configuration', 'server_name')], // prettier-ignore
        ),
      },
      'local-auth-disabled': {
        'PostgreSQL flexible server': terraformSetting(postgres, 'authentication.active_directory_auth_enabled', [true, false], 'fail'), // prettier-ignore
        'MySQL flexible server': terraformTable(
          mysql,
          ['fail', 'nothing is said', {}],
          ['pass', 'an administrator stands beside it', system({}, { other: { type: 'azurerm_mysql_flexible_server_active_directory_administrator', properties: { server_id: refer(), login: 'admins' } } })], // prettier-ignore
          ['undecided', 'nobody can tell whose it is', system({}, { other: { type: 'azurerm_mysql_flexible_server_active_directory_administrator', properties: { server_id: unknown, login: 'admins' } } })], // prettier-ignore
        ),
      },
      'local-secrets-refused': {
        'PostgreSQL flexible server': terraformSetting(postgres, 'authentication.password_auth_enabled', [false, true], 'fail'), // prettier-ignore
      },
      'administrator-name-own': {
        'PostgreSQL flexible server': terraformSetting(
          postgres,
          'administrator_login',
          ['keeper', 'postgres'],
          'silent',
        ),
      },
      'no-secret-in-clear': {
        'PostgreSQL flexible server': passwordTable(postgres, 'administrator_password'),
        'MariaDB server': passwordTable('azurerm_mariadb_server', 'administrator_login_password'),
      },
      'backup-kept': {
        'PostgreSQL flexible server': terraformSetting(postgres, 'backup_retention_days', [7, 0], 'pass'),
      },
      'copied-elsewhere': {
        'PostgreSQL flexible server': terraformSetting(postgres, 'geo_redundant_backup_enabled', [true, false], 'fail'),
        'MariaDB server': terraformSetting('azurerm_mariadb_server', 'geo_redundant_backup_enabled', [true, false], 'fail'), // prettier-ignore
      },
      'data-nodes-redundant': {
        'PostgreSQL flexible server': terraformTable(
          postgres,
          ['fail', 'nothing is said', {}],
          ['pass', 'a standby takes over', { high_availability: [{ mode: 'ZoneRedundant' }] }],
          ['undecided', 'it is settled at deployment', { high_availability: [{ mode: unknown }] }],
        ),
      },
      'runtime-supported': {
        'PostgreSQL flexible server': terraformSetting(postgres, 'version', ['16', '10'], 'pass', {}, [
          'pass',
          'its support is extended by itself',
          { version: '12' },
        ]),
        'PostgreSQL server': retired(single),
        'MySQL server': retired('azurerm_mysql_server'),
        'MariaDB server': retired('azurerm_mariadb_server'),
      },
      'access-logged': {
        'parameter of a server elsewhere': terraformTable(
          lonely,
          ['fail', 'connections are not recorded', said('log_connections', 'off')],
          ['pass', 'connections are recorded', said('log_connections', 'ON')],
          ['undecided', 'it is settled at deployment', said('log_connections', unknown)],
          ['silent', 'it is about something else', said('work_mem', '4096')],
        ),
      },
      'execution-logged': {
        'parameter of a server elsewhere': terraformTable(
          lonely,
          ['fail', 'checkpoints are not recorded', said('log_checkpoints', 'off')],
          ['pass', 'checkpoints are recorded', said('log_checkpoints', 'on')],
          ['undecided', 'it is settled at deployment', said('log_duration', unknown)],
        ),
      },
      'rate-limited': {
        'parameter of a server elsewhere': terraformTable(
          lonely,
          ['fail', 'connections are not throttled', said('connection_throttling', 'off')],
          ['pass', 'connections are throttled', said('connection_throttling', 'on')],
          ['undecided', 'it is settled at deployment', said('connection_throttling', unknown)],
        ),
      },
      'logs-kept': {
        'parameter of a server elsewhere': terraformTable(
          lonely,
          ['fail', 'for a week', said('log_retention_days', '7')],
          ['pass', 'for a year', said('log_retention_days', '365')],
          ['undecided', 'it is settled at deployment', said('log_retention_days', unknown)],
        ),
      },
      'threats-watched': {
        'PostgreSQL server': terraformTable(
          single,
          ['silent', 'nothing is said', {}],
          ['fail', 'the policy is off', { threat_detection_policy: [{ enabled: false }] }],
          ['pass', 'the policy is on', { threat_detection_policy: [{ enabled: true }] }],
          ['undecided', 'it is settled at deployment', { threat_detection_policy: [{ enabled: unknown }] }],
        ),
      },
    },
  ),
};
