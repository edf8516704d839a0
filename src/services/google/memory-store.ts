import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { known, map, otherwise, type Settled } from '../../model/value';
import type { Context, Service } from '../service';
import { guardedSince } from './deletion';
import { encryptionOf } from './encryption';

/** How one kind of store in memory spells what all of them have. */
interface Kind {
  readonly noun: string;
  readonly key?: string;
  /** Whether clients must sign in. */
  readonly signIn: (properties: Property) => Settled<boolean>;
  /** Whether connections are encrypted. */
  readonly encrypted: (properties: Property) => Settled<boolean>;
  readonly persistence?: readonly [path: string, off: readonly string[]];
  readonly guarded?: boolean;
  /** It stands in the network that it names. */
  readonly network?: boolean;
}

const not =
  (...off: readonly string[]) =>
  (mode: string): boolean =>
    !off.includes(mode);

const kinds: Readonly<Record<string, Kind>> = {
  google_memcache_instance: {
    noun: 'Memcached instance',
    // Memcached has neither: whoever reaches it reads it.
    signIn: ({ at }) => known(false, at, 'Memcached has no sign-in'),
    encrypted: ({ at }) => known(false, at, 'Memcached has no encryption'),
    network: true,
  },
  google_memorystore_instance: {
    noun: 'Memorystore instance',
    key: 'kms_key',
    signIn: (properties) =>
      map(
        otherwise(properties.get('authorization_mode').text(), 'AUTH_DISABLED', 'nobody must sign in by default'),
        not('AUTH_DISABLED'),
      ),
    encrypted: (properties) =>
      map(
        otherwise(
          properties.get('transit_encryption_mode').text(),
          'TRANSIT_ENCRYPTION_DISABLED',
          'plain text by default',
        ),
        not('TRANSIT_ENCRYPTION_DISABLED'),
      ),
    persistence: ['persistence_config.mode', ['DISABLED']],
    guarded: true,
  },
  google_redis_cluster: {
    noun: 'Redis cluster',
    key: 'kms_key',
    signIn: (properties) =>
      map(
        otherwise(properties.get('authorization_mode').text(), 'AUTH_MODE_DISABLED', 'nobody must sign in by default'),
        not('AUTH_MODE_DISABLED'),
      ),
    encrypted: (properties) =>
      map(
        otherwise(
          properties.get('transit_encryption_mode').text(),
          'TRANSIT_ENCRYPTION_MODE_DISABLED',
          'plain text by default',
        ),
        not('TRANSIT_ENCRYPTION_MODE_DISABLED'),
      ),
    persistence: ['persistence_config.mode', ['DISABLED', 'PERSISTENCE_MODE_UNSPECIFIED']],
    guarded: true,
  },
  google_redis_instance: {
    noun: 'Redis instance',
    key: 'customer_managed_key',
    signIn: (properties) => otherwise(properties.get('auth_enabled').flag(), false, 'nobody must sign in by default'),
    encrypted: (properties) =>
      map(
        otherwise(properties.get('transit_encryption_mode').text(), 'DISABLED', 'plain text by default'),
        not('DISABLED'),
      ),
    persistence: ['persistence_config.persistence_mode', ['DISABLED']],
    network: true,
  },
};

/**
 * Stores that keep their data in memory: Redis, Valkey and Memcached. They are reached from inside their network only.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/redis_instance (7.12, 2025-11)
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/redis_cluster
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/memorystore_instance
 * @see https://docs.cloud.google.com/memorystore/docs/valkey/about-in-transit-encryption
 * @see https://cloud.google.com/memorystore/docs/memcached/memcached-overview
 */
export const memoryStore: Service = {
  name: 'memorystore',
  types: {
    terraform: [
      ...Object.keys(kinds),
      // Ways into an instance, which has the facts.
      'google_memorystore_instance_desired_user_created_endpoints',
      'google_redis_cluster_user_created_connections',
    ],
  },
  facts(resource, _graph, context): Iterable<Fact> {
    const kind = kinds[resource.type];
    return kind ? storeFacts(resource, kind, context) : [];
  },
};

function* storeFacts(store: Resource, kind: Kind, context: Context): Iterable<Fact> {
  const about = { subject: store, noun: kind.noun };
  const { properties } = store;
  yield { kind: 'sign-in', required: kind.signIn(properties), inside: true, ...about };
  yield { kind: 'data-in-transit', plaintext: map(kind.encrypted(properties), (on) => !on), ...about };
  if (kind.key !== undefined) {
    const key = properties.get(kind.key);
    yield { kind: 'storage-at-rest', encryption: encryptionOf(key), requested: key.present(), ...about };
  }
  if (kind.persistence) yield { kind: 'backup', kept: isKept(properties, kind.persistence), ...about };
  if (kind.network)
    yield {
      kind: 'network-placement',
      chosen: map(
        otherwise(properties.get('authorized_network').text(), 'default', 'the default network'),
        (name) => !/(^|\/)default$/.test(name),
      ),
      ...about,
    };
  if (kind.guarded)
    yield {
      kind: 'deletion-protection',
      on: guardedSince(6, properties.get('deletion_protection_enabled'), context),
      ...about,
    };
}

/** Copies on disk, made as it goes or once a day. */
const isKept = (properties: Property, [path, off]: NonNullable<Kind['persistence']>): Settled<boolean> =>
  settledTruth(
    any(
      is(
        otherwise(properties.get(...path.split('.')).text(), off[0] ?? '', 'nothing is written to disk by default'),
        not(...off),
        'persistence',
      ),
      is(properties.get('automated_backup_config').present(), (on) => on, 'automatic backups'),
    ),
    properties.at,
  );
