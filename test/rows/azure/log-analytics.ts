import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { settingTable } from '../../support/setting-rows';

const workspace = { cloudformation: null, terraform: 'azurerm_log_analytics_workspace' };
const table = { cloudformation: null, terraform: 'azurerm_log_analytics_workspace_table' };
const cluster = { cloudformation: null, terraform: 'azurerm_log_analytics_cluster' };

export const logAnalyticsRows: ServiceRows = {
  service: 'log-analytics',
  controls: {
    'logs-kept': {
      workspace: {
        ...workspace,
        // prettier-ignore
        rows: [
          ['fail',      'nothing is said: 30 days', null, {}],
          ['pass',      'a year', null, { retention_in_days: 365 }],
          ['fail',      '90 days', null, { retention_in_days: 90 }],
          ['undecided', 'it is settled at deployment', null, { retention_in_days: unknown }],
        ],
      },
      table: {
        ...table,
        // prettier-ignore
        rows: [
          ['silent',    'its workspace says it', null, {}],
          ['pass',      'two years in all', null, { retention_in_days: 90, total_retention_in_days: 730 }],
          ['fail',      '90 days', null, { retention_in_days: 90 }],
          ['undecided', 'it is settled at deployment', null, { retention_in_days: unknown }],
        ],
      },
    },
    'storage-encrypted': { workspace: { ...workspace, rows: [['pass', 'Azure encrypts everything', null, {}]] } },
    'customer-managed-key': {
      cluster: {
        ...cluster,
        // prettier-ignore
        rows: [
          ['fail',      'no key is named', null, {}],
          ['pass',      'a key is named beside it', null, system({}, { key: { type: 'azurerm_log_analytics_cluster_customer_managed_key', properties: { log_analytics_cluster_id: refer(), key_vault_key_id: 'https://v.vault.azure.net/keys/k' } } })],
          ['undecided', 'the key may be of another cluster', null, system({}, { key: { type: 'azurerm_log_analytics_cluster_customer_managed_key', properties: { log_analytics_cluster_id: unknown, key_vault_key_id: 'https://v.vault.azure.net/keys/k' } } })],
        ],
      },
    },
    'access-fine-grained': {
      workspace: settingTable({
        types: [null, workspace.terraform],
        path: [null, 'allow_resource_only_permissions'],
        pass: true,
        fail: false,
        silence: ['silent', 'pass'],
      }),
    },
    'local-auth-disabled': {
      workspace: {
        ...workspace,
        rows: [
          ['pass', 'identities are let in', null, {}],
          ['pass', 'keys are refused', null, { local_authentication_disabled: true }],
          ['pass', 'keys are refused, by the newer name', null, { local_authentication_enabled: false }],
        ],
      },
    },
    'front-private': {
      workspace: {
        ...workspace,
        // prettier-ignore
        rows: [
          ['fail',      'nothing is said', null, {}],
          ['fail',      'questions come from everywhere', null, { internet_ingestion_enabled: false }],
          ['pass',      'nothing comes from public networks', null, { internet_ingestion_enabled: false, internet_query_enabled: false }],
          ['pass',      'nothing does, by the newer names', null, { internet_ingestion_access_type: 'Disabled', internet_query_access_type: 'SecuredByPerimeter' }],
          ['undecided', 'it is settled at deployment', null, { internet_ingestion_enabled: false, internet_query_enabled: unknown }],
        ],
      },
    },
  },
};
