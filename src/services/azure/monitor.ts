import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { all, any, is, settledTruth, some, truth, type Truth } from '../../model/truth';
import { known, otherwise } from '../../model/value';
import { itemsOf } from '../aws/items';
import type { Service } from '../service';
import { retentionOf } from './flow-log';
import { at, switched } from './platform-service';

/** Where each kind of alert says whom it tells. */
const actions: Readonly<Record<string, string>> = {
  azurerm_monitor_activity_log_alert: 'action.action_group_id',
  azurerm_monitor_metric_alert: 'action.action_group_id',
  azurerm_monitor_scheduled_query_rules_alert: 'action.action_group',
  azurerm_monitor_scheduled_query_rules_alert_v2: 'action.action_groups',
  azurerm_monitor_smart_detector_alert_rule: 'action_group.ids',
};
const profiles = ['azurerm_monitor_log_profile'];
const directorySettings = ['azurerm_monitor_aad_diagnostic_setting'];

/**
 * Alerts and whom they tell, and the records of what is done in a subscription and in its directory.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/monitor_activity_log_alert
 */
export const monitor: Service = {
  name: 'azure-monitor',
  types: {
    terraform: [
      ...Object.keys(actions),
      ...profiles,
      ...directorySettings,
      // Rules for alerts that go off elsewhere, and places where measurements are taken in.
      'azurerm_monitor_alert_processing_rule_action_group',
      'azurerm_monitor_alert_processing_rule_suppression',
      'azurerm_monitor_alert_prometheus_rule_group',
      'azurerm_monitor_data_collection_endpoint',
      'azurerm_monitor_data_collection_rule',
      'azurerm_monitor_scheduled_query_rules_log',
      'azurerm_monitor_workspace',
    ],
  },
  *facts(resource) {
    if (actions[resource.type] !== undefined) yield alarmFact(resource);
    if (profiles.includes(resource.type)) yield* profileFacts(resource);
    if (directorySettings.includes(resource.type)) yield directoryFact(resource);
  },
};

const isOn = (resource: Resource): Truth =>
  is(switched(resource, ['enabled'], true, 'on unless told otherwise'), (on) => on, 'switched on');

function alarmFact(alert: Resource): Fact {
  const [block = '', key = ''] = (actions[alert.type] ?? '').split('.');
  const told = some(
    known(itemsOf(at(alert, block)), at(alert, block).at),
    (action) => is(action.get(key).present(), (set) => set, 'whom it tells'),
    'nobody is told',
  );
  return {
    kind: 'alarm',
    noun: 'alert',
    subject: alert,
    reachesSomeone: settledTruth(all(isOn(alert), told), alert.properties.at),
  };
}

/** What is done is writing, deleting and calling; `global` is what belongs to no region. */
const categories = ['action', 'delete', 'write'];

/**
 * The older way to keep the activity log of a subscription.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/platform/activity-log (legacy collection methods)
 */
function* profileFacts(profile: Resource): Iterable<Fact> {
  const about = { noun: 'log profile', subject: profile };
  yield {
    kind: 'audit-log',
    scope: 'trail',
    kept: settledTruth(
      all(
        ...categories.map((category) => holds(profile, 'categories', category)),
        holds(profile, 'locations', 'global'),
      ),
      profile.properties.at,
    ),
    ...about,
  };
  yield { kind: 'retention', days: retentionOf(profile), ...about };
}

const holds = (profile: Resource, list: string, wanted: string): Truth =>
  some(
    otherwise(at(profile, list).texts(), [], 'none is written'),
    (one) => is(one, (text) => text.toLowerCase() === wanted, `${list} hold "${wanted}"`),
    `${list} leave "${wanted}" out`,
  );

/**
 * Sign-ins, and changes of the directory.
 *
 * @see https://learn.microsoft.com/entra/identity/monitoring-health/concept-diagnostic-settings-logs-options
 */
function directoryFact(setting: Resource): Fact {
  const logs = [...itemsOf(at(setting, 'enabled_log')), ...itemsOf(at(setting, 'log'))];
  const sends = (wanted: string): Truth =>
    any(
      truth(false, setting.properties.at, `it leaves "${wanted}" out`),
      ...logs.map((log) =>
        all(
          is(otherwise(log.get('enabled').flag(), true, 'sent where it is written'), (on) => on, 'log'),
          is(otherwise(log.get('category').text(), '', 'not named'), (text) => text === wanted, 'category'),
        ),
      ),
    );
  return {
    kind: 'audit-log',
    noun: 'diagnostic setting of the directory',
    subject: setting,
    scope: 'trail',
    kept: settledTruth(all(sends('AuditLogs'), sends('SignInLogs')), setting.properties.at),
  };
}
