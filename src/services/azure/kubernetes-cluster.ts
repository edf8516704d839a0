import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { all, any, is, settledTruth } from '../../model/truth';
import { known, map, orElse, otherwise, type Settled } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import type { Context, Service } from '../service';
import { clusterUpkeep, nodePoolUpkeep } from './kubernetes-upkeep';
import { endpointFact } from './platform-network';
import { at, localAuthFact, storedFact, switched, type About } from './platform-service';

const noun = 'AKS cluster';

/**
 * Azure Kubernetes Service.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster
 */
export const kubernetesCluster: Service = {
  name: 'kubernetes-cluster',
  types: { terraform: ['azurerm_kubernetes_cluster', 'azurerm_kubernetes_cluster_node_pool'] },
  facts: (resource, graph, context) =>
    resource.type === 'azurerm_kubernetes_cluster'
      ? clusterFacts(resource, graph, context)
      : nodePoolFacts(resource, context),
};

function* clusterFacts(cluster: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const about = { noun, subject: cluster };
  yield* storageFacts(about);
  yield* accessFacts(about);
  yield* networkFacts(about);
  yield nodeAddress(about, 'default_node_pool.');
  yield* secretFacts(cluster, noun, [
    ['client secret of the service principal', at(cluster, 'service_principal.client_secret')],
    ['password of the Windows administrator', at(cluster, 'windows_profile.admin_password')],
  ]);
  yield* clusterUpkeep(about, graph, context);
}

/** The disks of nodes and volumes; the key of the cluster's own store is stated where one is named. */
function* storageFacts(about: About): Iterable<Fact> {
  const { subject } = about;
  yield nodeStorage(about, 'default_node_pool.', 'disk_encryption_set_id');
  const store = at(subject, 'key_management_service.key_vault_key_id');
  const named = store.present();
  if (named.state === 'unknown' || named.value) yield storedFact(about, { keys: [store] });
}

/**
 * Disks are always encrypted; what lies on the machine's host beside them (the temporary disk, caches) is when asked for.
 *
 * @see https://learn.microsoft.com/azure/aks/enable-host-encryption
 */
function nodeStorage(about: About, pool: string, key?: string): Fact {
  const stored = storedFact(about, key === undefined ? {} : { keys: [at(about.subject, key)] });
  const host = switched(
    about.subject,
    [`${pool}host_encryption_enabled`, `${pool}enable_host_encryption`],
    false,
    'host encryption is off unless told otherwise',
  );
  return { ...stored, twice: host };
}

/** Who is let in, and whether those who are let in are told apart. */
function* accessFacts(about: About): Iterable<Fact> {
  const { subject } = about;
  const refused = switched(subject, ['local_account_disabled'], false, 'local accounts are kept unless disabled');
  yield { ...localAuthFact(about, refused), cloudIdentity: directorySignIn(subject) };
  yield { kind: 'inner-access', fineGrained: roleBased(subject), ...about };
  const identity = at(subject, 'identity').present();
  const pods = switched(
    subject,
    ['workload_identity_enabled'],
    false,
    'workload identity is off unless told otherwise',
  );
  yield {
    kind: 'machine-role',
    given: settledTruth(
      all(
        is(identity, (set) => set, 'identity'),
        is(pods, (on) => on, 'workload identity'),
      ),
      identity.at,
    ),
    ...about,
  };
}

/**
 * Without the integration of Entra, the certificate of the local administrator is the only way in.
 *
 * @see https://learn.microsoft.com/azure/aks/manage-local-accounts-managed-azure-ad
 */
function directorySignIn(cluster: Resource): Settled<boolean> {
  const blocks = [
    at(cluster, 'azure_active_directory_role_based_access_control'),
    at(cluster, 'role_based_access_control.azure_active_directory'),
  ];
  return settledTruth(
    any(...blocks.map((block) => is(block.present(), (set) => set, 'sign-in with Microsoft Entra'))),
    blocks[0]?.at ?? cluster.properties.at,
  );
}

/** Provider version 2 wrote it as a block; where both are written, neither may switch it off. */
function roleBased(cluster: Resource): Settled<boolean> {
  const because = 'role-based access control is on unless told otherwise';
  const spellings = ['role_based_access_control_enabled', 'role_based_access_control.enabled'];
  const parts = spellings.map((path) =>
    is(switched(cluster, [path], true, because), (on) => on, 'role-based access control'),
  );
  return settledTruth(all(...parts), at(cluster, 'role_based_access_control_enabled').at);
}

function* networkFacts(about: About): Iterable<Fact> {
  const { subject } = about;
  const hidden = switched(
    subject,
    ['private_cluster_enabled', 'private_link_enabled'],
    false,
    'the API server has a public address unless told otherwise',
  );
  const ranges = ['api_server_access_profile.authorized_ip_ranges', 'api_server_authorized_ip_ranges'];
  yield endpointFact(
    about,
    'store',
    map(hidden, (on) => !on),
    { addresses: ranges.map((range) => at(subject, range)) },
  );
  yield { kind: 'network-path', path: 'mesh', open: podsMeshed(subject), ...about };
  yield { kind: 'public-endpoint', role: 'front', public: applicationRouting(subject), ...about };
}

/**
 * Without a network policy every pod reaches every other.
 *
 * @see https://learn.microsoft.com/azure/aks/use-network-policies
 */
const podsMeshed = (cluster: Resource): Settled<boolean> =>
  map(
    otherwise(at(cluster, 'network_profile.network_policy').text(), '', 'no network policy is chosen'),
    (policy) => policy === '' || policy.toLowerCase() === 'none',
  );

/** The add-on puts an ingress controller with a public address in front of the cluster. */
const applicationRouting = (cluster: Resource): Settled<boolean> =>
  switched(
    cluster,
    ['http_application_routing_enabled', 'addon_profile.http_application_routing.enabled'],
    false,
    'the add-on is off unless told otherwise',
  );

function nodeAddress(about: About, pool: string): Fact {
  const { subject } = about;
  return {
    kind: 'public-endpoint',
    role: 'compute',
    public: orElse(at(subject, `${pool}node_public_ip_enabled`).flag(), () =>
      otherwise(
        at(subject, `${pool}enable_node_public_ip`).flag(),
        false,
        'nodes have no public address unless told otherwise',
      ),
    ),
    ...about,
  };
}

function* nodePoolFacts(pool: Resource, context: Context): Iterable<Fact> {
  const about = { noun: 'AKS node pool', subject: pool };
  yield nodeStorage(about, '');
  yield nodeAddress(about, '');
  const subnet = at(pool, 'vnet_subnet_id').present();
  yield {
    kind: 'network-placement',
    chosen: subnet.state === 'known' ? known(subnet.value, subnet.at) : subnet,
    ...about,
  };
  yield* nodePoolUpkeep(about, context);
}
