import type { EncryptionState, Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { any, is, not, settledTruth } from '../../model/truth';
import { chain, known, orElse, otherwise, unknown, type Settled } from '../../model/value';
import type { Context, Service } from '../service';
import { nodeFacts, nodePlacement, snapshotFact, userGroupFacts } from './cache-upkeep';
import { alwaysEncrypted, eitherWay, keyCustody } from './key-custody';
import { placementFact } from './network-placement';
import { secretFacts } from './secret-facts';
import { userFacts } from './cache-user';

const replicationGroups = ['AWS::ElastiCache::ReplicationGroup', 'aws_elasticache_replication_group'];
const clusters = ['AWS::ElastiCache::CacheCluster', 'aws_elasticache_cluster'];
const serverless = ['AWS::ElastiCache::ServerlessCache', 'aws_elasticache_serverless_cache'];
const users = ['AWS::ElastiCache::User', 'aws_elasticache_user'];

export const elasticache: Service = {
  name: 'elasticache',
  types: {
    cloudformation: [
      'AWS::ElastiCache::CacheCluster',
      'AWS::ElastiCache::ParameterGroup',
      'AWS::ElastiCache::ReplicationGroup',
      // Names EC2 security groups only, and so opens nothing to the internet.
      'AWS::ElastiCache::SecurityGroup',
      'AWS::ElastiCache::SecurityGroupIngress',
      'AWS::ElastiCache::ServerlessCache',
      'AWS::ElastiCache::ServerlessCacheSnapshot',
      'AWS::ElastiCache::SubnetGroup',
      'AWS::ElastiCache::User',
      'AWS::ElastiCache::UserGroup',
    ],
    terraform: [
      'aws_elasticache_cluster',
      'aws_elasticache_parameter_group',
      'aws_elasticache_replication_group',
      'aws_elasticache_security_group',
      'aws_elasticache_serverless_cache',
      'aws_elasticache_subnet_group',
      'aws_elasticache_user',
      'aws_elasticache_user_group',
      'aws_elasticache_user_group_association',
    ],
  },
  facts(resource, graph, context) {
    if (replicationGroups.includes(resource.type)) return replicationGroupFacts(resource, graph, context);
    if (clusters.includes(resource.type)) return clusterFacts(resource, graph, context);
    if (serverless.includes(resource.type)) return serverlessFacts(resource, graph);
    if (users.includes(resource.type)) return userFacts(resource, 'ElastiCache user');
    if (resource.type === 'AWS::ElastiCache::ServerlessCacheSnapshot') return snapshotFacts(resource, graph);
    return [];
  },
};

function* replicationGroupFacts(group: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const about = { noun: 'ElastiCache replication group', subject: group };
  yield { kind: 'storage-at-rest', encryption: groupEncryption(group, graph), ...about };
  yield { kind: 'data-in-transit', plaintext: acceptsPlaintext(group), ...about };
  yield* secretFacts(group, about.noun, [
    ['auth token', property(group, 'AuthToken', 'auth_token')],
    ['auth token', property(group, null, 'auth_token_wo')],
  ]);
  // A member of a global datastore has its primary's engine, users and settings.
  const member = isGlobalMember(group);
  if (member.state === 'known' && member.value) return;
  yield nodePlacement(about);
  yield* nodeFacts(about, engineOf(group), context);
  const tokens = [
    ['AuthToken', 'auth_token'],
    [null, 'auth_token_wo'],
  ] as const;
  yield* userGroupFacts(about, tokens, ['UserGroupIds', 'user_group_ids'], encryptedInTransit(group));
}

/** Valkey or Redis; the provider and the service take Redis where nothing is said. */
const engineOf = (group: Resource): Settled<string> =>
  otherwise(property(group, 'Engine', 'engine').text(), 'redis', 'Redis unless told otherwise');

const isGlobalMember = (group: Resource): Settled<boolean> =>
  property(group, 'GlobalReplicationGroupId', 'global_replication_group_id').present();

/**
 * Off by default for Redis, on for Valkey. The documentation of CloudFormation says off for both.
 *
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html
 */
function groupEncryption(group: Resource, graph: ResourceGraph): Settled<EncryptionState> {
  const written = property(group, 'AtRestEncryptionEnabled', 'at_rest_encryption_enabled');
  const on = orElse(written.flag(), () =>
    chain(eitherWay(isGlobalMember(group)), (member): Settled<boolean> => {
      if (member) return unknown('as the primary of its global datastore', written.at);
      return chain(engineOf(group), (engine): Settled<boolean> => {
        if (engine.toLowerCase() !== 'valkey') return known(false, written.at, 'off by default for Redis');
        return group.vocabulary === 'terraform'
          ? known(true, written.at, 'on by default for Valkey')
          : unknown('whether Valkey is encrypted by default is documented both ways', written.at);
      });
    }),
  );
  const key = property(group, 'KmsKeyId', 'kms_key_id');
  return chain(eitherWay(on), (encrypted): Settled<EncryptionState> =>
    encrypted
      ? keyCustody(key, graph, known('provider-key', on.at, on.state === 'known' ? on.because : undefined))
      : known('none', on.at, on.state === 'known' ? on.because : undefined),
  );
}

function encryptedInTransit(group: Resource): Settled<boolean> {
  const written = property(group, 'TransitEncryptionEnabled', 'transit_encryption_enabled');
  return orElse(written.flag(), () =>
    chain(eitherWay(isGlobalMember(group)), (member): Settled<boolean> => {
      if (member) return unknown('as the primary of its global datastore', written.at);
      return chain(engineOf(group), (engine): Settled<boolean> =>
        engine.toLowerCase() === 'valkey'
          ? unknown('Valkey wants it said', written.at)
          : known(false, written.at, 'off by default'),
      );
    }),
  );
}

/** Plain text is served unless TLS is switched on, and beside it in the mode `preferred`. */
function acceptsPlaintext(group: Resource): Settled<boolean> {
  const on = encryptedInTransit(group);
  const mode = otherwise(
    property(group, 'TransitEncryptionMode', 'transit_encryption_mode').text(),
    'required',
    'required unless told otherwise',
  );
  return settledTruth(
    any(
      is(on, (enabled) => !enabled, 'encryption in transit'),
      is(mode, (name) => name.toLowerCase() === 'preferred', 'mode of the encryption in transit'),
    ),
    on.at,
  );
}

/**
 * A cluster of its own cannot be encrypted at rest; Memcached keeps nothing on disk. One that belongs to a replication
 * group is as that is.
 */
function* clusterFacts(cluster: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const about = { noun: 'ElastiCache cluster', subject: cluster };
  const at = { id: cluster.id, path: [] };
  const named = property(cluster, null, 'replication_group_id');
  const link = graph.follow(named, replicationGroups);
  if (link.state !== 'absent') {
    const group = link.state === 'linked' ? link.resource : undefined;
    const why = 'as its replication group is, which is not here';
    const related = group ? { related: [group] } : {};
    yield {
      kind: 'storage-at-rest',
      encryption: group ? groupEncryption(group, graph) : unknown(why, named.at),
      ...about,
      ...related,
    };
    yield {
      kind: 'data-in-transit',
      plaintext: group ? acceptsPlaintext(group) : unknown(why, named.at),
      ...about,
      ...related,
    };
    return;
  }
  yield nodePlacement(about);
  const engine = property(cluster, 'Engine', 'engine').text();
  if (engine.state !== 'absent') yield* nodeFacts(about, engine, context);
  if (engine.state !== 'known')
    yield { kind: 'storage-at-rest', encryption: unknown('the engine decides', at), ...about };
  else if (engine.value.toLowerCase() !== 'memcached')
    yield {
      kind: 'storage-at-rest',
      encryption: known('none', at, 'only replication groups and serverless caches can be encrypted at rest'),
      ...about,
    };
  yield {
    kind: 'data-in-transit',
    plaintext: settledTruth(
      not(
        is(
          otherwise(
            property(cluster, 'TransitEncryptionEnabled', 'transit_encryption_enabled').flag(),
            false,
            'off by default',
          ),
          (on) => on,
          'encryption in transit',
        ),
      ),
      at,
    ),
    ...about,
  };
}

/** Serverless caches are always encrypted, at rest and in transit. */
function* serverlessFacts(cache: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'ElastiCache serverless cache', subject: cache };
  const key = property(cache, 'KmsKeyId', 'kms_key_id');
  yield {
    kind: 'storage-at-rest',
    encryption: alwaysEncrypted(key, graph, 'provider-key', 'serverless caches are always encrypted'),
    ...about,
  };
  yield {
    kind: 'data-in-transit',
    plaintext: known(false, { id: cache.id, path: [] }, 'serverless caches serve TLS only'),
    ...about,
  };
  yield placementFact(
    about,
    property(cache, 'SubnetIds', 'subnet_ids'),
    property(cache, 'SecurityGroupIds', 'security_group_ids'),
  );
  yield snapshotFact(about);
  const engine = property(cache, 'Engine', 'engine').text();
  if (engine.state === 'known' && engine.value.toLowerCase() !== 'memcached')
    yield* userGroupFacts(about, [], ['UserGroupId', 'user_group_id'], known(true, { id: cache.id, path: [] }));
}

function* snapshotFacts(snapshot: Resource, graph: ResourceGraph): Iterable<Fact> {
  const key = property(snapshot, 'KmsKeyId', null);
  yield {
    kind: 'storage-at-rest',
    noun: 'ElastiCache serverless snapshot',
    subject: snapshot,
    encryption: alwaysEncrypted(key, graph, 'provider-key', 'snapshots of serverless caches are always encrypted'),
  };
}
