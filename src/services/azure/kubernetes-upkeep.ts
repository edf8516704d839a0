import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { map, orElse, otherwise, type Settled } from '../../model/value';
import { supported } from '../aws/end-of-support';
import type { Context } from '../service';
import { diagnosticLogFact } from './diagnostics';
import { at, type About } from './platform-service';

/** What keeps a cluster sound: a version that is mended, who moves it to the next, records of what is asked of it. */
export function* clusterUpkeep(about: About, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const { subject } = about;
  const version = at(subject, 'kubernetes_version').text();
  // Without a version AKS takes the one that it recommends that day.
  if (version.state !== 'absent')
    yield {
      kind: 'runtime',
      supported: supported('aks', otherwise(version, '', 'none'), context.today, longTerm(subject)),
      ...about,
    };
  yield { kind: 'patching', of: 'engine', automatic: clusterUpgraded(subject), ...about };
  yield { kind: 'patching', of: 'guest-os', automatic: nodesUpgraded(subject), ...about };
  yield diagnosticLogFact(about, graph, ['kube-audit', 'kube-audit-admin']);
  yield { kind: 'audit-log', scope: 'execution', kept: containersLogged(subject), ...about };
  yield { kind: 'detector', on: at(subject, 'microsoft_defender').present(), ...about };
}

const longTerm = (cluster: Resource): Settled<boolean> =>
  map(
    otherwise(
      at(cluster, 'support_plan').text(),
      'KubernetesOfficial',
      'the community supports it unless told otherwise',
    ),
    (plan) => plan === 'AKSLongTermSupport',
  );

/**
 * Whether AKS upgrades the cluster by itself.
 *
 * @see https://learn.microsoft.com/azure/aks/auto-upgrade-cluster
 */
const clusterUpgraded = (cluster: Resource): Settled<boolean> =>
  map(
    orElse(at(cluster, 'automatic_upgrade_channel').text(), () =>
      otherwise(
        at(cluster, 'automatic_channel_upgrade').text(),
        'none',
        'nobody upgrades it unless a channel is chosen',
      ),
    ),
    (channel) => channel.toLowerCase() !== 'none' && channel !== '',
  );

/**
 * Whether the system of the nodes is mended by itself: by new images (the default of provider version 4 and later), by
 * security patches, or by the system's own updates (`Unmanaged`).
 *
 * @see https://learn.microsoft.com/azure/aks/auto-upgrade-node-os-image
 */
const nodesUpgraded = (cluster: Resource): Settled<boolean> =>
  map(
    orElse(at(cluster, 'node_os_upgrade_channel').text(), () =>
      otherwise(
        at(cluster, 'node_os_channel_upgrade').text(),
        'NodeImage',
        'nodes get new images unless told otherwise',
      ),
    ),
    (channel) => channel.toLowerCase() !== 'none',
  );

function containersLogged(cluster: Resource): Settled<boolean> {
  const agents = ['oms_agent.log_analytics_workspace_id', 'addon_profile.oms_agent.log_analytics_workspace_id'];
  return settledTruth(
    any(...agents.map((agent) => is(at(cluster, agent).present(), (set) => set, 'agent of Log Analytics'))),
    cluster.properties.at,
  );
}

/** A node pool that names a version stays at it until somebody names another. */
export function* nodePoolUpkeep(about: About, context: Context): Iterable<Fact> {
  const version = at(about.subject, 'orchestrator_version').text();
  if (version.state === 'absent') return;
  // The support plan is the cluster's: what is within long-term support may be had.
  yield { kind: 'runtime', supported: supported('aks', otherwise(version, '', 'none'), context.today), ...about };
}
