import type { Fact, Runtime } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { any, is, not, settledTruth } from '../../model/truth';
import { chain, known, map, otherwise, unknown, type Settled } from '../../model/value';
import { supported } from '../aws/end-of-support';
import type { Context } from '../service';
import { guardedSince } from './deletion';
import { encryptionOf } from './encryption';
import { isAutopilot } from './gke-access';

/** What keeps a cluster current, recorded and encrypted. */
export function* clusterUpkeepFacts(cluster: Resource, context: Context): Iterable<Fact> {
  const about = { noun: 'GKE cluster', subject: cluster };
  const { properties: written } = cluster;
  yield { kind: 'storage-at-rest', ...about, noun: 'secrets of a GKE cluster', ...secretsEncryption(written) };
  yield* leastVersionFacts(about, written.get('min_master_version'), written, context);
  yield* versionFacts(about, written.get('node_version'), written, context);
  yield* alphaFacts(about, written);
  yield { kind: 'patching', of: 'engine', automatic: automaticUpgrades(cluster), ...about };
  yield { kind: 'audit-log', scope: 'access', kept: observed(written, 'logging_service', 'logging_config'), ...about };
  yield { kind: 'monitoring', detailed: observed(written, 'monitoring_service', 'monitoring_config'), ...about };
  yield {
    kind: 'deletion-protection',
    of: 'service',
    on: guardedSince(5, written.get('deletion_protection'), context),
    ...about,
  };
  yield* postureFacts(about, written);
}

/**
 * Secrets are encrypted once more, with a key of the customer's, when asked for.
 *
 * @see https://docs.cloud.google.com/kubernetes-engine/docs/how-to/encrypting-secrets
 */
function secretsEncryption(written: Property) {
  const encryption = written.get('database_encryption');
  const state = map(
    otherwise(
      encryption.get('state').text(),
      'DECRYPTED',
      'secrets are encrypted with a key of their own only when told to',
    ),
    (text) => text === 'ENCRYPTED' || text === 'ALL_OBJECTS_ENCRYPTION_ENABLED',
  );
  const key = encryption.get('key_name');
  return {
    encryption: chain(state, (on) =>
      on
        ? encryptionOf(key)
        : known('provider-key' as const, state.at, 'Google encrypts what it stores with keys of its own'),
    ),
    requested: state,
  };
}

/**
 * A control plane has a version at least: Google upgrades it before the support of its version ends, so that one which
 * has ended tells nothing of what runs.
 *
 * @see https://docs.cloud.google.com/kubernetes-engine/versioning
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster#min_master_version
 */
function* leastVersionFacts(...[about, version, ...rest]: Parameters<typeof versionFacts>): Iterable<Fact> {
  for (const fact of versionFacts(about, version, ...rest))
    if (!(fact.supported.state === 'known' && !fact.supported.value)) yield fact;
}

/** Whether the version that is asked for is still mended; the extended channel pays for longer. */
function* versionFacts(
  about: { readonly noun: string; readonly subject: Resource },
  version: Property,
  written: Property,
  context: Context,
): Iterable<Runtime> {
  const named = version.text();
  if (named.state === 'absent' || (named.state === 'known' && ['', '-', 'latest'].includes(named.value))) return;
  const today = supported(
    'gke',
    map(named, (text) => text.replace(/-gke.*$/, '')),
    context.today,
  );
  const channel = written.get('release_channel', 'channel').text();
  const extended = !(channel.state === 'absent' || (channel.state === 'known' && channel.value !== 'EXTENDED'));
  yield {
    kind: 'runtime',
    supported:
      extended && today.state === 'known' && !today.value
        ? unknown('it may be supported for longer in the extended channel', version.at)
        : today,
    ...about,
  };
}

/**
 * Clusters with alpha features go away after thirty days, and are not upgraded until then.
 *
 * @see https://docs.cloud.google.com/kubernetes-engine/docs/concepts/alpha-clusters
 */
function* alphaFacts(about: { readonly noun: string; readonly subject: Resource }, written: Property): Iterable<Fact> {
  const alpha = written.get('enable_kubernetes_alpha').flag();
  if (alpha.state === 'absent') return;
  yield { kind: 'runtime', supported: map(alpha, (on) => !on), ...about };
}

/**
 * Google upgrades every control plane; nodes follow in a release channel, which a new cluster is in unless it says that
 * it wants none.
 *
 * @see https://docs.cloud.google.com/kubernetes-engine/docs/concepts/release-channels
 */
function automaticUpgrades(cluster: Resource): Settled<boolean> {
  const channel = cluster.properties.get('release_channel', 'channel');
  const autopilot = isAutopilot(cluster);
  const named = otherwise(channel.text(), 'REGULAR', 'a new cluster is in the regular channel unless told otherwise');
  return settledTruth(
    any(
      is(autopilot, (on) => on, 'Autopilot'),
      not(is(named, (text) => text === 'UNSPECIFIED', 'release channel')),
    ),
    channel.at,
  );
}

/**
 * Records and measurements are kept unless their service is `none`, or no component is named.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster#logging_config
 */
function observed(written: Property, service: string, config: string): Settled<boolean> {
  const name = otherwise(written.get(service).text(), '', 'kept unless told otherwise');
  const components = map(written.get(config, 'enable_components').texts(), (list): boolean => list.length === 0);
  return settledTruth(
    not(
      any(
        is(name, (text) => text === 'none', service),
        is(otherwise(components, false, 'components are kept unless told otherwise'), (empty) => empty, 'no component'),
      ),
    ),
    name.at,
  );
}

/** @see https://docs.cloud.google.com/kubernetes-engine/docs/concepts/about-security-posture-dashboard */
function* postureFacts(
  about: { readonly noun: string; readonly subject: Resource },
  written: Property,
): Iterable<Fact> {
  const mode = written.get('security_posture_config', 'mode').text();
  if (mode.state !== 'absent') yield { kind: 'detector', on: map(mode, (text) => text !== 'DISABLED'), ...about };
  const scan = written.get('security_posture_config', 'vulnerability_mode').text();
  if (scan.state !== 'absent')
    yield { kind: 'image', scanned: map(scan, (text) => text !== 'VULNERABILITY_DISABLED'), ...about };
}

/**
 * Nodes are upgraded and repaired unless that is switched off: the provider says so since its version 5, and GKE where
 * nothing is written.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/version_5_upgrade
 * @see https://docs.cloud.google.com/kubernetes-engine/docs/how-to/node-auto-upgrades
 */
export function* poolUpkeepFacts(pool: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const { properties: written } = pool;
  const about = { noun: 'GKE node pool', subject: pool };
  const version = context.providerVersion('google');
  const given = written.get('management').present();
  const fallback = version === undefined || version >= 5 || (given.state === 'known' && !given.value);
  for (const key of ['auto_upgrade', 'auto_repair'])
    yield {
      kind: 'patching',
      of: 'guest-os',
      automatic: otherwise(
        written.get('management', key).flag(),
        fallback,
        'nodes are upgraded and repaired unless told otherwise',
      ),
      ...about,
    };
  const link = graph.follow(written.get('cluster'), ['google_container_cluster']);
  yield* versionFacts(
    about,
    written.get('version'),
    link.state === 'linked' ? link.resource.properties : written,
    context,
  );
}
