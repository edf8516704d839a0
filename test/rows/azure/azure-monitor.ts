import { unknown, type Properties, type Row, type ServiceRows } from '../../support/row';

const actionId = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Insights/actionGroups/a';
const profile = { cloudformation: null, terraform: 'azurerm_monitor_log_profile' };

const alarm = (told: Properties, open: Properties): readonly Row[] => [
  ['pass', 'somebody is told', null, told],
  ['fail', 'nobody is told', null, {}],
  ['fail', 'it is off', null, { ...told, enabled: false }],
  ['undecided', 'whom it tells is settled at deployment', null, open],
  ['undecided', 'whether it is on is settled at deployment', null, { ...told, enabled: unknown }],
];
const whole: Properties = { categories: ['Action', 'Delete', 'Write'], locations: ['westus', 'global'] };
const kept = (enabled: unknown, days: unknown): Properties => ({ ...whole, retention_policy: [{ enabled, days }] });

export const azureMonitorRows: ServiceRows = {
  service: 'azure-monitor',
  controls: {
    'alarm-reaches-someone': {
      'alert on activity': {
        cloudformation: null,
        terraform: 'azurerm_monitor_activity_log_alert',
        rows: alarm({ action: [{ action_group_id: actionId }] }, { action: unknown }),
      },
      'alert on a measurement': {
        cloudformation: null,
        terraform: 'azurerm_monitor_metric_alert',
        rows: alarm({ action: [{ action_group_id: actionId }] }, { action: [{ action_group_id: unknown }] }),
      },
      'alert on a query': {
        cloudformation: null,
        terraform: 'azurerm_monitor_scheduled_query_rules_alert_v2',
        rows: alarm({ action: [{ action_groups: [actionId] }] }, { action: [{ action_groups: unknown }] }),
      },
      'older alert on a query': {
        cloudformation: null,
        terraform: 'azurerm_monitor_scheduled_query_rules_alert',
        rows: alarm({ action: [{ action_group: [actionId] }] }, { action: [{ action_group: unknown }] }),
      },
      'alert on what is unusual': {
        cloudformation: null,
        terraform: 'azurerm_monitor_smart_detector_alert_rule',
        rows: alarm({ action_group: [{ ids: [actionId] }] }, { action_group: [{ ids: unknown }] }),
      },
    },
    'audit-trail-complete': {
      'log profile': {
        ...profile,
        // prettier-ignore
        rows: [
          ['pass',      'every category, and what belongs to no region', null, whole],
          ['fail',      'one category is left out', null, { ...whole, categories: ['Action', 'Write'] }],
          ['fail',      'what belongs to no region is left out', null, { ...whole, locations: ['westus'] }],
          ['fail',      'nothing is written', null, {}],
          ['undecided', 'the categories are settled at deployment', null, { ...whole, categories: unknown }],
        ],
      },
      'diagnostic setting of the directory': {
        cloudformation: null,
        terraform: 'azurerm_monitor_aad_diagnostic_setting',
        // prettier-ignore
        rows: [
          ['pass',      'changes and sign-ins', null, { enabled_log: [{ category: 'AuditLogs' }, { category: 'SignInLogs' }] }],
          ['fail',      'changes alone', null, { enabled_log: [{ category: 'AuditLogs' }] }],
          ['fail',      'an older block is off', null, { log: [{ category: 'AuditLogs', enabled: true }, { category: 'SignInLogs', enabled: false }] }],
          ['undecided', 'they are settled at deployment', null, { enabled_log: unknown }],
        ],
      },
    },
    'logs-kept': {
      'log profile': {
        ...profile,
        // prettier-ignore
        rows: [
          ['pass',      'for a year', null, kept(true, 365)],
          ['fail',      'for a week', null, kept(true, 7)],
          ['pass',      'no policy takes them away', null, kept(false, 0)],
          ['undecided', 'no policy is written', null, whole],
          ['undecided', 'the days are settled at deployment', null, kept(true, unknown)],
        ],
      },
    },
  },
};
