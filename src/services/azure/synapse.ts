import type { EncryptionState, Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { is, settledTruth, truth } from '../../model/truth';
import { chain, known, type Settled } from '../../model/value';
import { administratorName } from '../aws/administrator-name';
import { eitherWay } from '../aws/key-custody';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { addressRuleFacts, lonelyAddressRuleFacts, type AddressRules } from './address-rule';
import { wayOut } from './platform-facts';
import { doorShut, placementFact, publicNetwork } from './platform-network';
import { at, identityFact, localAuthFact, storedFact, switched, type About } from './platform-service';
import { alertFacts, auditFact, auditRetentionFacts, lonelyScanFacts, scanFact } from './sql-watch';

const workspaces = ['azurerm_synapse_workspace'];
const pools = ['azurerm_synapse_sql_pool'];

const rules: AddressRules = {
  types: ['azurerm_synapse_firewall_rule'],
  servers: workspaces,
  server: ['synapse_workspace_id'],
  first: 'start_ip_address',
  last: 'end_ip_address',
  port: 1433,
};

/** Who watches a workspace or a pool: the same resources, in two spellings. */
interface Watched {
  readonly owners: readonly string[];
  readonly key: string;
  readonly prefix: string;
  readonly alertKey: string;
}
const watchedWorkspace: Watched = {
  owners: workspaces,
  key: 'synapse_workspace_id',
  prefix: 'azurerm_synapse_workspace',
  alertKey: 'workspace_security_alert_policy_id',
};
const watchedPool: Watched = {
  owners: pools,
  key: 'sql_pool_id',
  prefix: 'azurerm_synapse_sql_pool',
  alertKey: 'sql_pool_security_alert_policy_id',
};

/** Runtimes, links and roles belong to workspaces, and mean nothing by themselves. */
export const synapse: Service = {
  name: 'synapse',
  types: {
    terraform: [
      'azurerm_synapse_firewall_rule',
      'azurerm_synapse_integration_runtime_azure',
      'azurerm_synapse_integration_runtime_self_hosted',
      'azurerm_synapse_linked_service',
      'azurerm_synapse_managed_private_endpoint',
      'azurerm_synapse_private_link_hub',
      'azurerm_synapse_role_assignment',
      'azurerm_synapse_spark_pool',
      'azurerm_synapse_sql_pool',
      'azurerm_synapse_sql_pool_extended_auditing_policy',
      'azurerm_synapse_sql_pool_security_alert_policy',
      'azurerm_synapse_sql_pool_vulnerability_assessment',
      'azurerm_synapse_sql_pool_vulnerability_assessment_baseline',
      'azurerm_synapse_sql_pool_workload_classifier',
      'azurerm_synapse_sql_pool_workload_group',
      'azurerm_synapse_workspace',
      'azurerm_synapse_workspace_aad_admin',
      'azurerm_synapse_workspace_extended_auditing_policy',
      'azurerm_synapse_workspace_key',
      'azurerm_synapse_workspace_security_alert_policy',
      'azurerm_synapse_workspace_sql_aad_admin',
      'azurerm_synapse_workspace_vulnerability_assessment',
    ],
  },
  facts(resource, graph) {
    switch (resource.type) {
      case 'azurerm_synapse_firewall_rule':
        return lonelyAddressRuleFacts(resource, graph, rules, 'firewall rule of a Synapse workspace');
      case 'azurerm_synapse_workspace':
        return workspaceFacts(resource, graph);
      case 'azurerm_synapse_sql_pool':
        return poolFacts(resource, graph);
      case 'azurerm_synapse_sql_pool_security_alert_policy':
        return lonelyAlertFacts(resource, graph, watchedPool);
      case 'azurerm_synapse_workspace_security_alert_policy':
        return lonelyAlertFacts(resource, graph, watchedWorkspace);
      case 'azurerm_synapse_sql_pool_vulnerability_assessment':
        return lonelyAssessmentFacts(resource, graph, watchedPool);
      case 'azurerm_synapse_workspace_vulnerability_assessment':
        return lonelyAssessmentFacts(resource, graph, watchedWorkspace);
      default:
        return [];
    }
  },
};

/** The firewall of a workspace lets nobody in until a rule says so. */
function* workspaceFacts(workspace: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'Synapse workspace', subject: workspace };
  yield storedFact(about, {
    keys: ['customer_managed_key.key_versionless_id', 'customer_managed_key.key_name'].map((key) => at(workspace, key)),
  });
  const door = 'public_network_access_enabled';
  const open = publicNetwork(workspace, [door]);
  yield doorShut(about, open, at(workspace, door));
  yield* addressRuleFacts(about, graph, rules, open);
  const network = switched(workspace, ['managed_virtual_network_enabled'], false, 'none unless told otherwise');
  yield placementFact(about, graph, [is(network, (on) => on, 'managed virtual network')]);
  yield wayOut(about, 'data_exfiltration_protection_enabled');
  yield localAuthFact(
    about,
    switched(workspace, ['azuread_authentication_only'], false, 'SQL logins are accepted unless told otherwise'),
  );
  yield* administratorName(about, at(workspace, 'sql_administrator_login'));
  yield* secretFacts(workspace, about.noun, [
    ['administrator password', at(workspace, 'sql_administrator_login_password')],
  ]);
  yield identityFact(about);
  yield* watchFacts(about, graph, watchedWorkspace);
}

/**
 * Transparent encryption of a pool is off unless told otherwise; the storage below is encrypted in any case.
 *
 * @see https://learn.microsoft.com/azure/synapse-analytics/sql-data-warehouse/sql-data-warehouse-encryption-tde
 */
function* poolFacts(pool: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'Synapse SQL pool', subject: pool };
  const on = switched(pool, ['data_encrypted'], false, 'transparent encryption is off unless told otherwise');
  yield {
    kind: 'storage-at-rest',
    encryption: chain(eitherWay(on), (transparent): Settled<EncryptionState> =>
      known(transparent ? 'provider-key' : 'provider-disk', on.at, on.state === 'known' ? on.because : undefined),
    ),
    ...about,
  };
  yield {
    kind: 'remote-copy',
    kept: switched(pool, ['geo_backup_policy_enabled'], true, 'in another region unless told otherwise'),
    ...about,
  };
  yield* watchFacts(about, graph, watchedPool);
}

function* watchFacts(about: About, graph: ResourceGraph, { owners, key, prefix, alertKey }: Watched): Iterable<Fact> {
  const { subject } = about;
  const audits = graph.companions(subject, [`${prefix}_extended_auditing_policy`], key, owners);
  yield auditFact(about, audits);
  yield* auditRetentionFacts(about, audits.certain);
  const policies = [`${prefix}_security_alert_policy`];
  const alerts = graph.companions(subject, policies, key, owners);
  for (const policy of alerts.certain) {
    yield* alertFacts({ related: [policy], ...about }, policy.properties);
    const scans = graph.companions(policy, [`${prefix}_vulnerability_assessment`], alertKey, policies);
    const fact = scanFact(about, scans);
    yield { ...fact, related: [policy, ...scans.certain] };
  }
  if (alerts.certain.length === 0 && alerts.possible.length === 0)
    yield { kind: 'detector', on: settledTruth(truth(false, subject.properties.at, 'no alert policy'), subject.properties.at), ...about }; // prettier-ignore
}

/** A policy whose workspace or pool is not managed here answers for itself, with the assessment that names it. */
function* lonelyAlertFacts(policy: Resource, graph: ResourceGraph, watched: Watched): Iterable<Fact> {
  if (isManaged(policy, graph, watched)) return;
  const about = { noun: 'security alert policy', subject: policy };
  yield* alertFacts(about, policy.properties);
  const types = [`${watched.prefix}_vulnerability_assessment`];
  yield scanFact(about, graph.companions(policy, types, watched.alertKey, [policy.type]));
}

const isManaged = (policy: Resource, graph: ResourceGraph, { key, owners }: Watched): boolean => {
  const link = graph.follow(at(policy, key), owners);
  return link.state === 'linked' && link.resource.mode === 'managed';
};

function* lonelyAssessmentFacts(one: Resource, graph: ResourceGraph, { alertKey, prefix }: Watched): Iterable<Fact> {
  const link = graph.follow(at(one, alertKey), [`${prefix}_security_alert_policy`]);
  if (link.state !== 'linked') yield* lonelyScanFacts(one, 'vulnerability assessment');
}
