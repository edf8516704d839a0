import { refer, system, unknown, type Properties, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { terraformSetting, terraformTable } from '../../support/terraform-rows';
import { addressRuleTables, passwordTable, platformTables } from './platform-tables';

const server = 'azurerm_mssql_server';
const database = 'azurerm_mssql_database';
const instance = 'azurerm_mssql_managed_instance';
const audit = 'azurerm_mssql_database_extended_auditing_policy';
const alertPolicy = 'azurerm_mssql_server_security_alert_policy';

const beside = (type: string, properties: Properties, of: unknown = refer()) =>
  system({}, { other: { type, properties: { server_id: of, server_name: of, ...properties } } });
const onServer = (of: Properties, it: Properties = {}) =>
  system({ server_id: refer('server'), ...it }, { server: { type: server, properties: of } });
const alerts = (properties: Properties) => beside(alertPolicy, properties, refer('it', 'name'));
const scanned = (enabled: unknown) =>
  system(
    {},
    {
      alerts: { type: alertPolicy, properties: { server_name: refer('it', 'name'), state: 'Enabled' } },
      scan: {
        type: 'azurerm_mssql_server_vulnerability_assessment',
        properties: { server_security_alert_policy_id: refer('alerts'), recurring_scans: [{ enabled }] },
      },
    },
  );
const administrator = (more: Properties): Properties => ({
  azuread_administrator: [{ login_username: 'admins', object_id: 'a', ...more }],
});

export const azureSqlRows: ServiceRows = {
  service: 'azure-sql',
  controls: merged(
    platformTables({
      noun: 'SQL server',
      type: server,
      key: 'transparent_data_encryption_key_vault_key_id',
      keyBeside: ['azurerm_mssql_server_transparent_data_encryption', 'server_id', 'key_vault_key_id'],
      tls: ['minimum_tls_version', '1.2', '1.1'],
      hasIdentity: true,
      isPlaced: true,
    }),
    platformTables({
      noun: 'SQL managed instance',
      type: instance,
      keyBeside: ['azurerm_mssql_managed_instance_transparent_data_encryption', 'managed_instance_id', 'key_vault_key_id'],
      tls: ['minimum_tls_version', '1.2', '1.0'],
      hasIdentity: true,
    }), // prettier-ignore
    addressRuleTables(['SQL server', server], ['azurerm_mssql_firewall_rule', 'server_id', 'start_ip_address', 'end_ip_address']), // prettier-ignore
    addressRuleTables(['old SQL server', 'azurerm_sql_server'], ['azurerm_sql_firewall_rule', 'server_name', 'start_ip_address', 'end_ip_address']), // prettier-ignore
    {
      'ingress-admin-not-open': {
        'SQL server with a shut door': terraformTable(server, [
          'pass',
          'a rule lets everybody in, who cannot come',
          system(
            { public_network_access_enabled: false },
            { rule: { type: 'azurerm_mssql_firewall_rule', properties: { server_id: refer(), start_ip_address: '0.0.0.0', end_ip_address: '255.255.255.255' } } }, // prettier-ignore
          ),
        ]),
      },
      'public-access-blocked': {
        'SQL server': terraformSetting(server, 'public_network_access_enabled', [false, true], 'fail'),
      },
      'egress-confined': {
        'SQL server': terraformSetting(server, 'outbound_network_restriction_enabled', [true, false], 'fail'),
      },
      'placed-in-network': {
        'SQL server with a network rule': terraformTable(
          server,
          ['pass', 'a rule lets a subnet in', beside('azurerm_mssql_virtual_network_rule', { subnet_id: 'subnet' })],
          ['undecided', 'nobody can tell whose rule it is', beside('azurerm_mssql_virtual_network_rule', { subnet_id: 'subnet' }, unknown)], // prettier-ignore
        ),
      },
      'key-rotation': {
        'SQL server': terraformTable(
          server,
          ['silent', 'no key is named', {}],
          ['fail', 'new versions are not taken up', beside('azurerm_mssql_server_transparent_data_encryption', { key_vault_key_id: 'key' })], // prettier-ignore
          ['pass', 'new versions are taken up', beside('azurerm_mssql_server_transparent_data_encryption', { key_vault_key_id: 'key', auto_rotation_enabled: true })], // prettier-ignore
          ['undecided', 'it is settled at deployment', beside('azurerm_mssql_server_transparent_data_encryption', { key_vault_key_id: 'key', auto_rotation_enabled: unknown })], // prettier-ignore
        ),
        'SQL database': terraformSetting(
          database,
          'transparent_data_encryption_key_automatic_rotation_enabled',
          [true, false],
          'fail',
          { transparent_data_encryption_key_vault_key_id: 'key' },
        ),
      },
      'local-auth-disabled': {
        'SQL server': terraformTable(
          server,
          ['fail', 'nothing is said', {}],
          ['pass', 'an administrator is named', administrator({})],
          ['fail', 'the name is blank', administrator({ login_username: ' ' })],
          ['undecided', 'the name is settled at deployment', administrator({ login_username: unknown })],
        ),
        'old SQL server': terraformTable(
          'azurerm_sql_server',
          ['fail', 'nothing is said', {}],
          ['pass', 'an administrator stands beside it', beside('azurerm_sql_active_directory_administrator', { login: 'admins' }, refer('it', 'name'))], // prettier-ignore
          ['undecided', 'nobody can tell whose it is', beside('azurerm_sql_active_directory_administrator', { login: 'admins' }, unknown)], // prettier-ignore
        ),
        'SQL managed instance': terraformTable(
          instance,
          ['fail', 'nothing is said', {}],
          [
            'pass',
            'an administrator is named',
            { azure_active_directory_administrator: [{ login_username: 'admins' }] },
          ],
          ['undecided', 'it is settled at deployment', { azure_active_directory_administrator: unknown }],
        ),
      },
      'local-secrets-refused': {
        'SQL server': terraformTable(
          server,
          ['fail', 'nothing is said', {}],
          ['pass', 'identities alone are let in', administrator({ azuread_authentication_only: true })],
          ['fail', 'logins are let in as well', administrator({ azuread_authentication_only: false })],
          ['undecided', 'it is settled at deployment', administrator({ azuread_authentication_only: unknown })],
        ),
        'SQL managed instance': terraformTable(
          instance,
          ['fail', 'nothing is said', {}],
          ['pass', 'identities alone are let in', { azure_active_directory_administrator: [{ azuread_authentication_only_enabled: true }] }], // prettier-ignore
          ['pass', 'a resource beside it says so', system({}, { other: { type: 'azurerm_mssql_managed_instance_active_directory_administrator', properties: { managed_instance_id: refer(), azuread_authentication_only: true } } })], // prettier-ignore
          ['undecided', 'it is settled at deployment', { azure_active_directory_administrator: [{ azuread_authentication_only_enabled: unknown }] }], // prettier-ignore
        ),
      },
      'administrator-name-own': {
        'SQL server': terraformSetting(server, 'administrator_login', ['keeper', 'admin'], 'silent'),
        'SQL managed instance': terraformSetting(instance, 'administrator_login', ['keeper', 'sa'], 'silent'),
      },
      'no-secret-in-clear': {
        'SQL server': passwordTable(server, 'administrator_login_password'),
        'SQL managed instance': passwordTable(instance, 'administrator_login_password'),
        'import of a database': passwordTable(database, 'import.administrator_login_password'),
        'SQL Server on a virtual machine': passwordTable('azurerm_mssql_virtual_machine', 'sql_connectivity_update_password'), // prettier-ignore
        'credential of jobs': passwordTable('azurerm_mssql_job_credential', 'password'),
      },
      'no-long-lived-credentials': {
        'credential of jobs': terraformTable('azurerm_mssql_job_credential', ['fail', 'a password has no end', {}]),
      },
      'access-logged': {
        'SQL server': terraformTable(
          server,
          ['fail', 'nothing is said', {}],
          ['pass', 'a policy beside it audits', beside('azurerm_mssql_server_extended_auditing_policy', {})],
          [
            'fail',
            'a policy beside it is off',
            beside('azurerm_mssql_server_extended_auditing_policy', { enabled: false }),
          ],
          ['undecided', 'nobody can tell whose policy it is', beside('azurerm_mssql_server_extended_auditing_policy', {}, unknown)], // prettier-ignore
          ['pass', 'a block of older versions audits', { extended_auditing_policy: [{ retention_in_days: 6 }] }],
        ),
        'SQL database': terraformTable(
          database,
          ['fail', 'nothing is said', {}],
          ['pass', 'its server audits', onServer({ extended_auditing_policy: [{ retention_in_days: 100 }] })],
          ['fail', 'its server does not', onServer({})],
          [
            'undecided',
            'what its server does is settled at deployment',
            onServer({ extended_auditing_policy: unknown }),
          ],
        ),
        'policy of a database elsewhere': terraformSetting(audit, 'enabled', [true, false], 'pass', { database_id: 'elsewhere' }), // prettier-ignore
      },
      'logs-kept': {
        'policy of a database elsewhere': terraformSetting(audit, 'retention_in_days', [365, 90], 'pass', { database_id: 'elsewhere' }), // prettier-ignore
        'SQL server': terraformTable(
          server,
          ['fail', 'six days', { extended_auditing_policy: [{ retention_in_days: 6 }] }],
          ['pass', 'for ever', { extended_auditing_policy: [{ retention_in_days: 0 }] }],
          ['undecided', 'it is settled at deployment', { extended_auditing_policy: [{ retention_in_days: unknown }] }],
        ),
      },
      'threats-watched': {
        'SQL server': terraformTable(
          server,
          ['silent', 'nothing is said: the subscription may watch', {}],
          ['pass', 'a policy beside it watches', alerts({ state: 'Enabled' })],
          ['fail', 'a policy beside it is off', alerts({ state: 'Disabled' })],
          ['undecided', 'it is settled at deployment', alerts({ state: unknown })],
          ['fail', 'scans do not recur', scanned(false)],
          ['pass', 'scans recur', scanned(true)],
          ['fail', 'the newer scans are off', { express_vulnerability_assessment_enabled: false }],
          ['pass', 'the newer scans are on', { express_vulnerability_assessment_enabled: true }],
        ),
        'policy of a server elsewhere': terraformSetting(alertPolicy, 'state', ['Enabled', 'Disabled'], 'fail', { server_name: 'elsewhere' }), // prettier-ignore
        'assessment of a server elsewhere': terraformSetting('azurerm_mssql_server_vulnerability_assessment', 'recurring_scans.enabled', [true, false], 'fail'), // prettier-ignore
        'SQL managed instance': terraformTable(
          instance,
          ['fail', 'nothing is said', {}],
          ['pass', 'scans recur', system({}, { scan: { type: 'azurerm_mssql_managed_instance_vulnerability_assessment', properties: { managed_instance_id: refer(), recurring_scans: [{ enabled: true }] } } })], // prettier-ignore
          ['undecided', 'whether they do is settled at deployment', system({}, { scan: { type: 'azurerm_mssql_managed_instance_vulnerability_assessment', properties: { managed_instance_id: refer(), recurring_scans: [{ enabled: unknown }] } } })], // prettier-ignore
        ),
      },
      'watch-complete': {
        'policy of a server elsewhere': terraformSetting(alertPolicy, 'disabled_alerts', [[], ['Sql_Injection']], 'pass', { server_name: 'elsewhere', state: 'Enabled' }), // prettier-ignore
      },
      'security-contact-set': {
        'policy of a server elsewhere': terraformTable(
          alertPolicy,
          ['fail', 'nobody is told', { server_name: 'elsewhere', state: 'Enabled' }],
          ['pass', 'somebody is told', { server_name: 'elsewhere', email_addresses: ['security@example.com'] }],
          ['pass', 'administrators are told', { server_name: 'elsewhere', email_account_admins: true }],
          ['undecided', 'it is settled at deployment', { server_name: 'elsewhere', email_addresses: unknown }],
        ),
      },
      'customer-managed-key': {
        'SQL database': terraformTable(
          database,
          ['fail', 'nothing is said', {}],
          ['pass', 'it has a key of its own', { transparent_data_encryption_key_vault_key_id: 'key' }],
          ['pass', 'its server has one', onServer({ transparent_data_encryption_key_vault_key_id: 'key' })],
          ['undecided', 'the key is settled at deployment', { transparent_data_encryption_key_vault_key_id: unknown }],
        ),
      },
      'service-encryption-on': {
        'SQL database': terraformSetting(database, 'transparent_data_encryption_enabled', [true, false], 'pass'),
      },
      'storage-encrypted': {
        'SQL database': terraformTable(database, ['pass', 'the key is settled at deployment', { transparent_data_encryption_key_vault_key_id: unknown }]), // prettier-ignore
      },
      'backup-kept': {
        'SQL database': terraformSetting(database, 'short_term_retention_policy.retention_days', [7, 0], 'pass'),
        'database of a managed instance': terraformSetting('azurerm_mssql_managed_database', 'short_term_retention_days', [7, 0], 'pass'), // prettier-ignore
        'SQL Server on a virtual machine': terraformTable(
          'azurerm_mssql_virtual_machine',
          ['fail', 'nothing is said', {}],
          ['pass', 'it is backed up', { auto_backup: [{ retention_period_in_days: 7 }] }],
          ['undecided', 'it is settled at deployment', { auto_backup: unknown }],
        ),
      },
      'copied-elsewhere': {
        'SQL database': terraformSetting(database, 'storage_account_type', ['GeoZone', 'Local'], 'pass', {}, ['fail', 'copies are switched off', { geo_backup_enabled: false }]), // prettier-ignore
        'SQL managed instance': terraformSetting(instance, 'storage_account_type', ['GRS', 'LRS'], 'pass'),
      },
      'data-nodes-redundant': {
        'SQL database': terraformSetting(database, 'zone_redundant', [true, false], 'fail'),
        'SQL managed instance': terraformSetting(instance, 'zone_redundant_enabled', [true, false], 'fail'),
        'elastic pool': terraformSetting('azurerm_mssql_elasticpool', 'zone_redundant', [true, false], 'fail'),
      },
      'endpoint-not-public': {
        'SQL managed instance': terraformSetting(instance, 'public_data_endpoint_enabled', [false, true], 'pass'),
        'SQL Server on a virtual machine': terraformSetting('azurerm_mssql_virtual_machine', 'sql_connectivity_type', ['PRIVATE', 'PUBLIC'], 'pass'), // prettier-ignore
      },
      'engine-upgrades-automatic': {
        'SQL Server on a virtual machine': terraformTable(
          'azurerm_mssql_virtual_machine',
          ['fail', 'nothing is said', {}],
          ['pass', 'it is patched', { auto_patching: [{ day_of_week: 'Sunday' }] }],
          ['undecided', 'it is settled at deployment', { auto_patching: unknown }],
        ),
      },
    },
  ),
};
