import { refer, system, unknown, type Properties, type ServiceRows } from '../../support/row';

const setting = { cloudformation: null, terraform: 'azurerm_monitor_diagnostic_setting' };

const of = (target_resource_id: unknown, ...enabled_log: readonly Properties[]): Properties => ({
  name: 'records',
  target_resource_id,
  log_analytics_workspace_id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.OperationalInsights/workspaces/w',
  enabled_log,
});
const vault = '/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/v';
const blobs =
  '/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/records/blobServices/default';
const subscription = '/subscriptions/11111111-2222-3333-4444-555555555555';
const activity = ['Administrative', 'Security', 'Alert', 'Policy'].map((category) => ({ category }));

export const diagnosticsRows: ServiceRows = {
  service: 'diagnostics',
  controls: {
    'access-logged': {
      'setting of a resource elsewhere': {
        ...setting,
        // prettier-ignore
        rows: [
          ['pass',      'it sends a category', null, of(vault, { category: 'AuditEvent' })],
          ['pass',      'it sends a group of categories', null, of(vault, { category_group: 'allLogs' })],
          ['fail',      'it sends no log', null, of(vault)],
          ['pass',      'an older block is on', null, { ...of(vault), log: [{ category: 'AuditEvent', enabled: true }] }],
          ['pass',      'an older block says nothing of being on', null, { ...of(vault), log: [{ category: 'AuditEvent' }] }],
          ['fail',      'an older block is off', null, { ...of(vault), log: [{ category: 'AuditEvent', enabled: false }] }],
          ['undecided', 'an older block is settled at deployment', null, { ...of(vault), log: [{ category: 'AuditEvent', enabled: unknown }] }],
          ['undecided', 'what it sends is settled at deployment', null, { ...of(vault), enabled_log: unknown }],
          ['pass',      'its resource is settled at deployment', null, of(unknown, { category: 'AuditEvent' })],
          ['pass',      'it is of the blobs of an account elsewhere', null, system(of(blobs, { category: 'StorageRead' }), { other: { type: 'azurerm_storage_account', properties: { name: 'default' } } })],
          ['silent',    'the account of its blobs is managed here', null, system(of(blobs, { category: 'StorageRead' }), { other: { type: 'azurerm_storage_account', properties: { name: 'records' } } })],
          ['silent',    'its resource is managed here', null, system(of(refer('other'), { category: 'AuditEvent' }), { other: { type: 'azurerm_public_ip', properties: {} } })],
        ],
      },
    },
    'audit-trail-complete': {
      'setting of a subscription': {
        ...setting,
        // prettier-ignore
        rows: [
          ['pass',      'it sends every category that matters', null, of(subscription, ...activity)],
          ['pass',      'it sends all of them as a group', null, of(subscription, { category_group: 'allLogs' })],
          ['fail',      'it leaves one out', null, of(subscription, ...activity.slice(1))],
          ['fail',      'it sends none', null, of(subscription)],
          ['undecided', 'a category is settled at deployment', null, of(subscription, ...activity.slice(1), { category: unknown })],
          ['pass',      'the subscription is looked up', null, system(of(refer('other'), ...activity), { other: { type: 'azurerm_subscription', properties: {}, data: true } })],
        ],
      },
    },
  },
};
