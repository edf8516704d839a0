import type { AuditLog, Fact } from '../../model/fact';
import type { Companions, Link, ResourceGraph } from '../../model/graph';
import { oncePerGraph } from '../../model/per-graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, settledTruth, truth, type Truth } from '../../model/truth';
import { otherwise, type Settled } from '../../model/value';
import { itemsOf } from '../aws/items';
import type { Service } from '../service';

const settings = ['azurerm_monitor_diagnostic_setting'];

/** Groups of categories that hold whatever shows who did what. */
const wholeGroups = ['alllogs', 'audit'];

/** What a diagnostic setting may send, where the provider spells it one way and in older versions the other. */
const logBlocks = ['enabled_log', 'log'];

/** The diagnostic settings of a resource, and whether one of them sends its log anywhere. */
export interface DiagnosticLogs {
  readonly kept: Truth;
  readonly settings: readonly Resource[];
}

/**
 * Whether a diagnostic setting of the same input sends the log of a resource somewhere. Azure keeps no resource log
 * unless one does.
 *
 * @param categories those that count, in lower case; any where none are named. The groups `allLogs` and `audit` always do.
 * @see https://learn.microsoft.com/azure/azure-monitor/platform/diagnostic-settings
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/monitor_diagnostic_setting
 */
export function diagnosticLogs(
  resource: Resource,
  graph: ResourceGraph,
  categories?: readonly string[],
): DiagnosticLogs {
  const { certain, possible } = settingsOf(resource, graph);
  const kept = any(
    truth(false, resource.properties.at, 'no diagnostic setting'),
    ...certain.map((setting) => sendsLog(setting, categories)),
    ...possible.map(({ resource: setting, why }) =>
      all(
        truth(undefined, setting.properties.get('target_resource_id').at, `may be a diagnostic setting of it: ${why}`),
        sendsLog(setting, categories),
      ),
    ),
  );
  return { kept, settings: certain };
}

/** Blobs, queues, tables and files of a storage account have settings of their own, by an id below the account's. */
const below = /\/(blob|file|queue|table)services\/default\/?$/i;
const accounts = ['azurerm_storage_account'];

/** The id of the account, where that of one of its services is written out: "default" is not the name of what is meant. */
function accountId({ properties }: Resource): string | undefined {
  const text = properties.get('target_resource_id').text();
  return text.state === 'known' && below.test(text.value) ? text.value.replace(below, '') : undefined;
}

const isCalled = ({ properties }: Resource, id: string): boolean =>
  ['id', 'name'].some((key) => {
    const text = properties.get(key).text();
    return text.state === 'known' && [id, id.slice(id.lastIndexOf('/') + 1)].includes(text.value);
  });

function settingsOf(resource: Resource, graph: ResourceGraph): Companions {
  const { certain, possible } = graph.companions(resource, settings, 'target_resource_id', azureTypes(graph));
  const named = accounts.includes(resource.type)
    ? graph.ofType(...settings).filter((setting) => {
        const id = setting.mode === 'managed' ? accountId(setting) : undefined;
        return id !== undefined && isCalled(resource, id);
      })
    : [];
  const direct = certain.filter((setting) => accountId(setting) === undefined);
  return { certain: [...direct, ...named], possible };
}

/** What a setting is of. */
function targetOf(setting: Resource, graph: ResourceGraph): Link {
  const id = accountId(setting);
  if (id === undefined) return graph.follow(setting.properties.get('target_resource_id'), azureTypes(graph));
  const [resource] = graph.ofType(...accounts).filter((account) => isCalled(account, id));
  return resource ? { state: 'linked', resource } : { state: 'outside', value: id };
}

/** The fact of {@link diagnosticLogs}, for what records requests by a diagnostic setting alone. */
export function diagnosticLogFact(
  about: { readonly subject: Resource; readonly noun: string },
  graph: ResourceGraph,
  categories?: readonly string[],
): AuditLog {
  const { kept, settings: related } = diagnosticLogs(about.subject, graph, categories);
  return {
    kind: 'audit-log',
    scope: 'access',
    kept: settledTruth(kept, about.subject.properties.at),
    ...about,
    ...(related.length > 0 && { related }),
  };
}

/** Everything that a setting may be of: one that leads to another type is certainly not of this resource. */
export const azureTypes = oncePerGraph((graph): readonly string[] =>
  [...new Set(graph.resources.map(({ type }) => type))].filter((type) => type.startsWith('azurerm_')),
);

const sendsLog = (setting: Resource, categories?: readonly string[]): Truth =>
  any(
    truth(false, setting.properties.get('enabled_log').at, 'it sends no log'),
    ...logsOf(setting).map((log) => all(isEnabled(log), categories ? isOfCategory(log, categories) : isLog(log))),
  );

const logsOf = ({ properties }: Resource): readonly Property[] =>
  logBlocks.flatMap((block) => itemsOf(properties.get(block)));

/** A block of the older spelling can be switched off; one of the newer is a log that is sent. */
const isEnabled = (log: Property): Truth =>
  is(otherwise(log.get('enabled').flag(), true, 'sent where it is written'), (on) => on, 'log');

const isLog = (log: Property): Truth => is(log.present(), (present) => present, 'log');

const isOfCategory = (log: Property, categories: readonly string[]): Truth =>
  any(
    is(categoryOf(log), (name) => categories.includes(name.toLowerCase()), 'category'),
    is(groupOf(log), (name) => wholeGroups.includes(name.toLowerCase()), 'group of categories'),
  );

const categoryOf = (log: Property): Settled<string> => otherwise(log.get('category').text(), '', 'not named');
const groupOf = (log: Property): Settled<string> => otherwise(log.get('category_group').text(), '', 'not named');

/**
 * A setting of a subscription keeps its activity log: who changed what. One of a resource belongs to that resource; of
 * one that is not in sight, it answers for itself.
 */
export const diagnostics: Service = {
  name: 'diagnostics',
  types: { terraform: settings },
  facts: (setting, graph) => settingFacts(setting, graph),
};

function* settingFacts(setting: Resource, graph: ResourceGraph): Iterable<Fact> {
  const target = setting.properties.get('target_resource_id');
  const link = targetOf(setting, graph);
  const about = { subject: setting, noun: 'diagnostic setting' };
  if (isSubscription(target) || (link.state === 'linked' && link.resource.type === 'azurerm_subscription')) {
    yield { kind: 'audit-log', scope: 'trail', kept: settledTruth(keepsActivity(setting), target.at), ...about };
    return;
  }
  if (link.state === 'linked' && link.resource.mode === 'managed') return;
  yield { kind: 'audit-log', scope: 'access', kept: settledTruth(sendsLog(setting), target.at), ...about };
}

function isSubscription(target: Property): boolean {
  const text = target.text();
  return text.state === 'known' && /^\/subscriptions\/[^/]+\/?$/i.test(text.value);
}

/**
 * Categories of the activity log that say who changed resources, policies and permissions, and what was noticed.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/platform/activity-log-schema#categories
 */
const activityCategories = ['administrative', 'security', 'alert', 'policy'];

const keepsActivity = (setting: Resource): Truth =>
  all(
    ...activityCategories.map((category) =>
      any(
        truth(false, setting.properties.get('enabled_log').at, `it leaves "${category}" out`),
        ...logsOf(setting).map((log) => all(isEnabled(log), isOfCategory(log, [category]))),
      ),
    ),
  );
