import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { map, orElse, otherwise } from '../../model/value';
import type { Service } from '../service';
import { publicNetwork } from './platform-network';
import { at, localAuthFact, storedFact, switched, type About } from './platform-service';

const workspaces = ['azurerm_log_analytics_workspace'];
const clusters = ['azurerm_log_analytics_cluster'];
const clusterKeys = ['azurerm_log_analytics_cluster_customer_managed_key'];
const tables = ['azurerm_log_analytics_workspace_table'];

/**
 * Workspaces that records are sent to, and clusters that they may stand in.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/log_analytics_workspace
 */
export const logAnalytics: Service = {
  name: 'log-analytics',
  types: {
    terraform: [
      ...workspaces,
      ...clusters,
      ...clusterKeys,
      ...tables,
      // Where records go on to, and which accounts and tables belong to a workspace.
      'azurerm_log_analytics_data_export_rule',
      'azurerm_log_analytics_linked_storage_account',
      'azurerm_log_analytics_storage_insights',
      'azurerm_log_analytics_workspace_table_custom_log',
    ],
  },
  *facts(resource, graph) {
    if (workspaces.includes(resource.type)) yield* workspaceFacts(resource);
    if (clusters.includes(resource.type)) yield clusterFact(resource, graph);
    if (tables.includes(resource.type)) yield* tableFacts(resource);
  },
};

function* workspaceFacts(workspace: Resource): Iterable<Fact> {
  const about: About = { noun: 'Log Analytics workspace', subject: workspace };
  yield storedFact(about);
  yield {
    kind: 'retention',
    days: otherwise(
      at(workspace, 'retention_in_days').number(),
      30,
      'records are kept for 30 days unless told otherwise',
    ),
    ...about,
  };
  const disabled = orElse(at(workspace, 'local_authentication_disabled').flag(), () =>
    map(
      switched(workspace, ['local_authentication_enabled'], true, 'keys are accepted unless told otherwise'),
      (on) => !on,
    ),
  );
  yield localAuthFact(about, disabled);
  yield {
    kind: 'inner-access',
    fineGrained: switched(workspace, ['allow_resource_only_permissions'], true, 'by resource unless told otherwise'),
    ...about,
  };
  yield { kind: 'public-endpoint', role: 'front', public: reached(workspace), ...about };
}

/** Whoever signs in may ask, and whoever has a key may write, from every network unless told otherwise. */
const reached = (workspace: Resource) =>
  settledTruth(
    any(
      ...['ingestion', 'query'].map((what) =>
        is(
          publicNetwork(workspace, [`internet_${what}_access_type`, `internet_${what}_enabled`]),
          (open) => open,
          `public ${what}`,
        ),
      ),
    ),
    workspace.properties.at,
  );

function clusterFact(cluster: Resource, graph: ResourceGraph): Fact {
  const companions = graph.companions(cluster, clusterKeys, 'log_analytics_cluster_id', clusters);
  return storedFact(
    { noun: 'Log Analytics cluster', subject: cluster },
    { keys: companions.certain.map((key) => at(key, 'key_vault_key_id')), companions },
  );
}

/** A table may keep its records for another time than its workspace. */
function* tableFacts(table: Resource): Iterable<Fact> {
  const days = ['total_retention_in_days', 'retention_in_days'].map((path) => at(table, path).number());
  const written = days.find(({ state }) => state !== 'absent');
  if (!written || written.state === 'absent') return;
  yield {
    kind: 'retention',
    noun: 'table of a Log Analytics workspace',
    subject: table,
    days: otherwise(written, 30, 'as its workspace says'),
  };
}
