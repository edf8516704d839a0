import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { known, map, otherwise } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import type { Context, Service } from '../service';
import { reachFacts } from './authorized-networks';
import { guardedSince } from './deletion';
import { encryptionOf } from './encryption';

/**
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/alloydb_cluster (7.12, 2025-11)
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/alloydb_instance
 * @see https://docs.cloud.google.com/alloydb/docs/instance-ssl (plain text is refused by default)
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

const postgresPort = { from: 5432, to: 5432 };

function* clusterFacts(cluster: Resource, context: Context): Iterable<Fact> {
  const about = { subject: cluster, noun: 'AlloyDB cluster' };
  const { properties } = cluster;
  const key = properties.get('encryption_config', 'kms_key_name');
  yield { kind: 'storage-at-rest', encryption: encryptionOf(key), requested: key.present(), ...about };
  yield* secretFacts(cluster, about.noun, [['initial password', properties.get('initial_user', 'password')]]);
  yield {
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
    ...about,
  };
  yield { kind: 'deletion-protection', on: guardedSince(7, properties.get('deletion_protection'), context), ...about };
  yield {
    kind: 'network-placement',
    ...about,
    chosen: settledTruth(
      any(
        is(properties.get('network_config', 'network').present(), (on) => on, 'network'),
        // Up to version 5 of the provider.
        is(properties.get('network').present(), (on) => on, 'network'),
        is(
          otherwise(properties.get('psc_config', 'psc_enabled').flag(), false, 'off by default'),
          (on) => on,
          'private service connect',
        ),
      ),
      properties.at,
    ),
  };
}

function* instanceFacts(instance: Resource): Iterable<Fact> {
  const about = { subject: instance, noun: 'AlloyDB instance' };
  const { properties } = instance;
  const network = properties.get('network_config');
  const open = otherwise(network.get('enable_public_ip').flag(), false, 'it has no public address by default');
  const networks = network.get('authorized_external_networks');
  yield* reachFacts({ about, open, networks, key: 'cidr_range', ports: known(postgresPort, networks.at) });
  const connection = properties.get('client_connection_config');
  yield {
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
    ...about,
  };
}
