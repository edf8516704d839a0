import { refer, system, unknown, type Properties, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { terraformSetting, terraformTable } from '../../support/terraform-rows';
import { addressRuleTables, passwordTable, platformTables } from './platform-tables';

const workspace = 'azurerm_synapse_workspace';
const pool = 'azurerm_synapse_sql_pool';
const alertPolicy = 'azurerm_synapse_sql_pool_security_alert_policy';
const assessment = 'azurerm_synapse_sql_pool_vulnerability_assessment';
const scan = (of: unknown, enabled: unknown) => ({
  type: assessment,
  properties: { sql_pool_security_alert_policy_id: of, recurring_scans: [{ enabled }] },
});
const watched = (policy: Properties, enabled: unknown = true) =>
  system(
    {},
    {
      alerts: { type: alertPolicy, properties: { sql_pool_id: refer(), ...policy } },
      scan: scan(refer('alerts'), enabled),
    },
  );
const audited = (of: unknown) =>
  system(
    {},
    {
      audit: {
        type: 'azurerm_synapse_workspace_extended_auditing_policy',
        properties: { synapse_workspace_id: of, retention_in_days: 30 },
      },
    },
  );

export const synapseRows: ServiceRows = {
  service: 'synapse',
  controls: merged(
    platformTables({
      noun: 'Synapse workspace',
      type: workspace,
      key: 'customer_managed_key.key_versionless_id',
      hasIdentity: true,
      isPlaced: true,
    }),
    addressRuleTables(
      ['Synapse workspace', workspace],
      ['azurerm_synapse_firewall_rule', 'synapse_workspace_id', 'start_ip_address', 'end_ip_address'],
    ),
    {
      'public-access-blocked': {
        'Synapse workspace': terraformSetting(workspace, 'public_network_access_enabled', [false, true], 'fail'),
      },
      'placed-in-network': {
        'managed network of a workspace': terraformSetting(
          workspace,
          'managed_virtual_network_enabled',
          [true, false],
          'fail',
        ),
      },
      'egress-confined': {
        'Synapse workspace': terraformSetting(workspace, 'data_exfiltration_protection_enabled', [true, false], 'fail'),
      },
      'local-secrets-refused': {
        'Synapse workspace': terraformSetting(workspace, 'azuread_authentication_only', [true, false], 'fail'),
      },
      'administrator-name-own': {
        'Synapse workspace': terraformSetting(workspace, 'sql_administrator_login', ['keeper', 'admin'], 'silent'),
      },
      'no-secret-in-clear': {
        'Synapse workspace': passwordTable(workspace, 'sql_administrator_login_password'),
      },
      'service-encryption-on': {
        'Synapse SQL pool': terraformSetting(pool, 'data_encrypted', [true, false], 'fail'),
      },
      'storage-encrypted': {
        'Synapse SQL pool': terraformTable(pool, ['pass', 'the storage below is encrypted in any case', {}]),
      },
      'copied-elsewhere': {
        'Synapse SQL pool': terraformSetting(pool, 'geo_backup_policy_enabled', [true, false], 'pass'),
      },
      'access-logged': {
        'Synapse workspace': terraformTable(
          workspace,
          ['fail', 'nothing is said', {}],
          ['pass', 'a policy beside it audits', audited(refer())],
          ['undecided', 'nobody can tell whose policy it is', audited(unknown)],
        ),
      },
      'logs-kept': {
        'Synapse workspace': terraformTable(workspace, ['fail', 'for a month', audited(refer())]),
      },
      'threats-watched': {
        'Synapse SQL pool': terraformTable(
          pool,
          ['fail', 'nothing is said', {}],
          ['pass', 'a policy and an assessment watch', watched({ policy_state: 'Enabled' })],
          ['fail', 'the policy is off', watched({ policy_state: 'Disabled' })],
          ['fail', 'scans do not recur', watched({ policy_state: 'Enabled' }, false)],
          ['undecided', 'whether scans recur is settled at deployment', watched({ policy_state: 'Enabled' }, unknown)],
        ),
        'policy of a pool elsewhere': terraformTable(
          alertPolicy,
          ['fail', 'no assessment names it', { sql_pool_id: 'elsewhere', policy_state: 'Enabled' }],
          [
            'pass',
            'an assessment names it',
            system({ sql_pool_id: 'elsewhere', policy_state: 'Enabled' }, { scan: scan(refer(), true) }),
          ],
          [
            'undecided',
            'nobody can tell whose assessment it is',
            system({ sql_pool_id: 'elsewhere', policy_state: 'Enabled' }, { scan: scan(unknown, true) }),
          ],
        ),
        'assessment without its policy': terraformSetting(
          assessment,
          'recurring_scans.enabled',
          [true, false],
          'fail',
          { sql_pool_security_alert_policy_id: 'elsewhere' },
        ),
      },
      'security-contact-set': {
        'policy of a pool elsewhere': terraformTable(
          alertPolicy,
          ['fail', 'nobody is told', { sql_pool_id: 'elsewhere', policy_state: 'Enabled' }],
          ['pass', 'administrators are told', { sql_pool_id: 'elsewhere', email_account_admins_enabled: true }],
          [
            'undecided',
            'it is settled at deployment',
            { sql_pool_id: 'elsewhere', email_account_admins_enabled: unknown },
          ],
        ),
      },
    },
  ),
};
