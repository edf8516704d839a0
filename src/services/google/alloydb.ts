import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { known, map, otherwise, unknown } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import type { Context, Service } from '../service';
import { encryptionOf } from './encryption';

/**
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/alloydb_cluster (7.12, 2025-11)
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/alloydb_instance
 */
export const alloydb: Service = {
  name: 'alloydb',
  types: {
    terraform: ['google_alloydb_backup', 'google_alloydb_cluster', 'google_alloydb_instance', 'google_alloydb_user'],
  },
  *facts(resource, _graph, context): Iterable<Fact> {
    const { properties, type } = resource;
    if (type === 'google_alloydb_cluster') yield* clusterFacts(resource, context);
    if (type === 'google_alloydb_instance') yield* instanceFacts(resource);
    if (type === 'google_alloydb_backup')
      yield {
        subject: resource,
        noun: 'AlloyDB backup',
        kind: 'storage-at-rest',
        encryption: encryptionOf(properties.get('encryption_config', 'kms_key_name')),
      };
    if (type === 'google_alloydb_user')
      yield* secretFacts(resource, 'AlloyDB user', [['password', properties.get('password')]]);
  },
};

function* clusterFacts(cluster: Resource, context: Context): Iterable<Fact> {
  const about = { subject: cluster, noun: 'AlloyDB cluster' };
  const { properties } = cluster;
  const key = properties.get('encryption_config', 'kms_key_name');
  yield { ...about, kind: 'storage-at-rest', encryption: encryptionOf(key), requested: key.present() };
  yield* secretFacts(cluster, about.noun, [['initial password', properties.get('initial_user', 'password')]]);
  yield {
    ...about,
    kind: 'backup',
    kept: settledTruth(
      any(
        ...['automated_backup_policy', 'continuous_backup_config'].map((key) =>
          is(
            otherwise(properties.get(key, 'enabled').flag(), true, 'backups are made unless told otherwise'),
            (on) => on,
            key.replace(/_/g, ' '),
          ),
        ),
      ),
      properties.at,
    ),
  };
  yield { ...about, kind: 'deletion-protection', on: deletionGuard(properties.get('deletion_protection'), context) };
  yield {
    ...about,
    kind: 'network-placement',
    chosen: settledTruth(
      any(
        is(properties.get('network_config', 'network').present(), (on) => on, 'network'),
        is(properties.get('psc_config', 'psc_enabled').present(), (on) => on, 'private service connect'),
      ),
      properties.at,
    ),
  };
}

/** @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/version_7_upgrade (since 7) */
const deletionGuard = (flag: Property, context: Context) => {
  const version = context.providerVersion('google');
  return version !== undefined && version < 7
    ? otherwise(flag.flag(), false, 'the provider deletes it when told to, before version 7')
    : otherwise(flag.flag(), true, 'the provider refuses to delete it by default');
};

function* instanceFacts(instance: Resource): Iterable<Fact> {
  const about = { subject: instance, noun: 'AlloyDB instance' };
  const { properties } = instance;
  const network = properties.get('network_config');
  yield {
    ...about,
    kind: 'public-endpoint',
    role: 'store',
    public: otherwise(network.get('enable_public_ip').flag(), false, 'it has no public address by default'),
  };
  yield* authorizedFacts(instance, network.get('authorized_external_networks'));
  const connection = properties.get('client_connection_config');
  yield {
    ...about,
    kind: 'transit-enforcement',
    enforced: settledTruth(
      any(
        is(
          map(
            otherwise(
              connection.get('ssl_config', 'ssl_mode').text(),
              'ENCRYPTED_ONLY',
              'plain text is refused by default',
            ),
            (mode) => (mode === 'SSL_MODE_UNSPECIFIED' ? 'ENCRYPTED_ONLY' : mode),
          ),
          (mode) => mode === 'ENCRYPTED_ONLY',
          'mode of encryption',
        ),
        is(
          otherwise(connection.get('require_connectors').flag(), false, 'not required by default'),
          (on) => on,
          'connectors required',
        ),
      ),
      connection.at,
    ),
  };
}

function* authorizedFacts(instance: Resource, networks: Property): Iterable<Fact> {
  const list = networks.list();
  if (list.state === 'absent') return;
  const about = {
    subject: instance,
    noun: 'AlloyDB instance',
    kind: 'ingress-rule' as const,
    ports: known({ from: 5432, to: 5432 }, networks.at),
    protocol: known('tcp', networks.at),
  };
  if (list.state === 'unknown') yield { ...about, peers: unknown(list.why, list.at) };
  else
    for (const network of list.value) {
      const peer = network.get('cidr_range').text();
      yield {
        ...about,
        peers: peer.state === 'absent' ? unknown('no address is written', peer.at) : known([peer], network.at),
      };
    }
}
