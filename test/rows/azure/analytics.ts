import { unknown, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { terraformSetting, terraformTable } from '../../support/terraform-rows';
import { passwordTable, platformTables } from './platform-tables';

const cluster = 'azurerm_kusto_cluster';
const workspace = 'azurerm_databricks_workspace';
const factory = 'azurerm_data_factory';

export const kustoRows: ServiceRows = {
  service: 'kusto',
  controls: merged(
    platformTables({
      noun: 'Data Explorer cluster',
      type: cluster,
      keyBeside: ['azurerm_kusto_cluster_customer_managed_key', 'cluster_id', 'key_vault_id'],
      door: ['public_network_access_enabled', false, true],
      isStore: true,
      hasIdentity: true,
      isPlaced: true,
      twice: 'double_encryption_enabled',
    }),
    {
      'ingress-not-open': {
        'rules of a cluster': terraformTable(
          cluster,
          ['pass', 'a few addresses are let in', { allowed_ip_ranges: ['203.0.113.0/24'] }],
          ['fail', 'every address is let in', { allowed_ip_ranges: ['0.0.0.0/0'] }],
          ['undecided', 'the addresses are settled at deployment', { allowed_ip_ranges: unknown }],
        ),
      },
      'egress-confined': {
        'Data Explorer cluster': terraformSetting(cluster, 'outbound_network_access_restricted', [true, false], 'fail'),
      },
    },
  ),
};

export const databricksRows: ServiceRows = {
  service: 'databricks',
  controls: merged(
    platformTables({
      noun: 'Databricks workspace',
      type: workspace,
      key: 'managed_services_cmk_key_vault_key_id',
      keyBeside: ['azurerm_databricks_workspace_root_dbfs_customer_managed_key', 'workspace_id', 'key_vault_key_id'],
      door: ['public_network_access_enabled', false, true],
      isPlaced: true,
      twice: 'infrastructure_encryption_enabled',
    }),
    {
      'no-public-address': {
        'Databricks workspace': terraformSetting(
          workspace,
          'custom_parameters.no_public_ip',
          [true, false],
          'undecided',
        ),
      },
      'patching-automatic': {
        'Databricks workspace': terraformSetting(
          workspace,
          'enhanced_security_compliance.automatic_cluster_update_enabled',
          [true, false],
          'silent',
        ),
      },
    },
  ),
};

export const dataFactoryRows: ServiceRows = {
  service: 'data-factory',
  controls: merged(
    platformTables({
      noun: 'data factory',
      type: factory,
      key: 'customer_managed_key_id',
      keyBeside: ['azurerm_data_factory_customer_managed_key', 'data_factory_id', 'customer_managed_key_id'],
      door: ['public_network_enabled', false, true],
      hasIdentity: true,
      isPlaced: true,
    }),
    {
      'placed-in-network': {
        'managed network of a factory': terraformSetting(
          factory,
          'managed_virtual_network_enabled',
          [true, false],
          'fail',
        ),
      },
      'no-secret-in-clear': {
        'linked service': passwordTable('azurerm_data_factory_linked_service_sftp', 'password'),
        'linked service with a connection string': terraformTable(
          'azurerm_data_factory_linked_service_azure_sql_database',
          ['fail', 'it holds a password', { connection_string: 'data source=s;initial catalog=d;user id=u;Password=hunter2' }], // prettier-ignore
          ['silent', 'it holds none', { connection_string: 'data source=s;initial catalog=d', use_managed_identity: true }], // prettier-ignore
          ['undecided', 'it is settled at deployment', { connection_string: unknown }],
        ),
        'linked service with a key': passwordTable('azurerm_data_factory_linked_service_cosmosdb', 'account_key'),
      },
    },
  ),
};

export const streamAnalyticsRows: ServiceRows = {
  service: 'stream-analytics',
  controls: {
    'no-secret-in-clear': {
      'storage of a job': passwordTable('azurerm_stream_analytics_job', 'job_storage_account.account_key'),
      output: passwordTable('azurerm_stream_analytics_output_mssql', 'password'),
      input: passwordTable('azurerm_stream_analytics_stream_input_eventhub', 'shared_access_policy_key'),
    },
  },
};
