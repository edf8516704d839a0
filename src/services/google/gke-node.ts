import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, settledTruth } from '../../model/truth';
import { chain, known, map, orElse, otherwise, unknown, type Settled } from '../../model/value';
import { itemsOf } from '../aws/items';
import { encryptionOf } from './encryption';
import { hidesNodeAccount, isAutopilot } from './gke-access';
import { isDefaultAccount } from './machine-account';
import { bootFacts } from './shielded-machine';

const clusters = ['google_container_cluster'];

const elsewhere = 'its cluster decides, and is not in sight';
const ofDefault = 'nodes act with the default service account unless another is named';

/** What the nodes of a cluster's own pools, or of a pool beside it, are like. */
export function* nodeFacts(resource: Resource, graph: ResourceGraph): Iterable<Fact> {
  if (clusters.includes(resource.type)) yield* clusterNodeFacts(resource, graph);
  else yield* poolFacts(resource, graph);
}

/**
 * A cluster begins with a pool of its own, which its node settings are for, unless that is taken away at once; and pools
 * may be written inside it.
 */
function* clusterNodeFacts(cluster: Resource, graph: ResourceGraph): Iterable<Fact> {
  const { properties: written } = cluster;
  const noun = 'GKE cluster';
  yield {
    kind: 'public-endpoint',
    noun: `node of a ${noun}`,
    subject: cluster,
    role: 'compute',
    public: publicNodes(
      written.get('private_cluster_config', 'enable_private_nodes'),
      written.get('default_enable_private_nodes'),
    ),
  };
  const autopilot = isAutopilot(cluster);
  const defaults = written.get('cluster_autoscaling', 'auto_provisioning_defaults');
  const own = written.get('node_config', 'service_account');
  const account = isSet(own) || !isSet(defaults) ? own : defaults.get('service_account');
  const removed = removal(cluster);
  const isGone = removed.state === 'known' && removed.value;
  if (!isGone || isSet(defaults))
    yield {
      kind: 'machine-role',
      noun: `node of a ${noun}`,
      subject: cluster,
      shared: isDefaultAccount(account, graph, ofDefault),
    };
  if (autopilot.state === 'known' && autopilot.value) return;
  const nodes: readonly Node[] = [
    ...(isGone ? [] : [{ written: written.get('node_config'), removed }]),
    ...pools(written).map((pool) => ({ written: pool.get('node_config') })),
  ];
  if (nodes.length > 0) yield bootOf(noun, cluster, nodes, written.get('enable_shielded_nodes'));
  for (const node of nodes) yield* settingFacts(cluster, noun, node);
}

/** What is written of nodes. */
interface Node {
  readonly written: Property;
  /** They go away as soon as they are there, where that may be. */
  readonly removed?: Settled<boolean>;
}

const pools = (written: Property): readonly Property[] => itemsOf(written.get('node_pool'));

/** Somebody wrote it, or may have. */
const isWritten = (property: Property): boolean => {
  const present = property.present();
  return present.state === 'unknown' || present.value;
};

const isSet = (property: Property): boolean => {
  const present = property.present();
  return present.state === 'known' && present.value;
};

/** Whether the pool that a cluster begins with goes away as soon as it is there. */
const removal = ({ properties }: Resource): Settled<boolean> =>
  otherwise(properties.get('remove_default_node_pool').flag(), false, 'a cluster keeps its first pool by default');

function* poolFacts(pool: Resource, graph: ResourceGraph): Iterable<Fact> {
  const { properties: written } = pool;
  const noun = 'GKE node pool';
  const node = written.get('node_config');
  const link = graph.follow(written.get('cluster'), clusters);
  const cluster = link.state === 'linked' && link.resource.mode === 'managed' ? link.resource : undefined;
  const related = cluster ? [cluster] : [];
  const own = written.get('network_config', 'enable_private_nodes');
  // What the pool does not say is said of its cluster, once.
  if (!cluster || isWritten(own))
    yield {
      kind: 'public-endpoint',
      noun,
      subject: pool,
      role: 'compute',
      public: orElse(
        map(own.flag(), (on) => !on),
        () => unknown(elsewhere, own.at),
      ),
      related,
    };
  const metadata = node.get('workload_metadata_config');
  const given = isWritten(metadata)
    ? settledTruth(hidesNodeAccount(node), metadata.at)
    : cluster
      ? undefined
      : unknown<boolean>(elsewhere, metadata.at);
  yield {
    kind: 'machine-role',
    noun,
    subject: pool,
    ...(given && { given }),
    shared: isDefaultAccount(node.get('service_account'), graph, ofDefault),
    related,
  };
  yield bootOf(noun, pool, [{ written: node }], cluster?.properties.get('enable_shielded_nodes'));
  yield* settingFacts(pool, noun, { written: node });
}

/**
 * Nodes have addresses on the internet unless they are told to do without.
 *
 * @see https://docs.cloud.google.com/kubernetes-engine/docs/how-to/private-clusters
 */
const publicNodes = (nodes: Property, byDefault: Property): Settled<boolean> =>
  map(
    orElse(nodes.flag(), () => otherwise(byDefault.flag(), false, 'nodes have public addresses unless told otherwise')),
    (on) => !on,
  );

/** Shielded nodes are on unless switched off; secure boot is off unless switched on. */
function bootOf(noun: string, subject: Resource, nodes: readonly Node[], shielded: Property | undefined): Fact {
  const at = { id: subject.id, path: [] };
  const on = shielded
    ? otherwise(shielded.flag(), true, 'shielded nodes are on unless they are switched off')
    : known(true, at);
  const facts = nodes.map(({ written, removed = known(false, written.at) }) => ({
    gone: is(removed, (yes) => yes, 'first pool taken away'),
    ...bootFacts(noun, subject, written.get('shielded_instance_config')),
  }));
  return {
    kind: 'boot-integrity',
    noun,
    subject,
    signed: settledTruth(
      all(
        ...facts.map(({ gone, signed }) =>
          any(
            gone,
            is(signed, (yes) => yes, 'secure boot'),
          ),
        ),
      ),
      at,
    ),
    measured: settledTruth(
      all(
        is(on, (yes) => yes, 'shielded nodes'),
        ...facts.map(({ gone, measured = known(true, at) }) =>
          any(
            gone,
            is(measured, (yes) => yes, 'integrity that is watched'),
          ),
        ),
      ),
      at,
    ),
  };
}

/** What decides by itself: the key of the disk, and metadata that is read without a header. */
function* settingFacts(
  subject: Resource,
  noun: string,
  { written, removed = known(false, written.at) }: Node,
): Iterable<Fact> {
  const about = { noun, subject };
  const key = written.get('boot_disk_kms_key');
  yield {
    kind: 'storage-at-rest',
    encryption: chain(removed, () => encryptionOf(key)),
    requested: chain(removed, () => key.present()),
    ...about,
  };
  yield {
    kind: 'instance-metadata',
    tokenRequired: chain(removed, () => legacyMetadataOff(written.get('metadata'))),
    ...about,
  };
  yield* imageFacts(about, written.get('image_type'));
}

/**
 * Old addresses of the metadata server answer requests without the header that keeps forged ones out. GKE switches them
 * off since 1.12; where metadata are written without saying so, the provider tries to undo that.
 *
 * @see https://docs.cloud.google.com/kubernetes-engine/docs/how-to/protecting-cluster-metadata
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster#metadata
 */
function legacyMetadataOff(metadata: Property): Settled<boolean> {
  const written = metadata.get('disable-legacy-endpoints');
  return orElse(written.flag(), () =>
    chain(metadata.present(), (given): Settled<boolean> =>
      given
        ? unknown('metadata that do not say so may switch the old addresses on again', written.at)
        : otherwise<boolean>({ state: 'absent', at: written.at }, true, 'GKE switches the old addresses off'),
    ),
  );
}

/**
 * Node images with Docker have gone with Kubernetes 1.24.
 *
 * @see https://docs.cloud.google.com/kubernetes-engine/docs/concepts/node-images
 */
function* imageFacts(about: { readonly noun: string; readonly subject: Resource }, image: Property): Iterable<Fact> {
  const type = image.text();
  if (type.state === 'absent') return;
  yield {
    kind: 'runtime',
    supported: map(type, (name) => !['COS', 'UBUNTU', 'WINDOWS_LTSC', 'WINDOWS_SAC'].includes(name.toUpperCase())),
    ...about,
  };
}
