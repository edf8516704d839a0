import type { EncryptionState } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { chain, known, map, otherwise, unknown, type Settled, type Value } from '../../model/value';
import type { Context } from '../service';
import { databaseRequest } from './database-request';
import { eitherWay, encryptionBySwitch, keyCustody } from './key-custody';
import type { Spelling } from './resource-policy';

/** How a database, its cluster's instance, or a snapshot of it is encrypted. */
interface Store {
  /** Properties that name what its storage is, or is copied from: a cluster, a snapshot, a source. */
  readonly origins: readonly Spelling[];
  /** What its own properties decide although it is a copy; undefined where they decide nothing. */
  readonly own?: Own;
  /** Where it names its key, if it has a switch for its encryption. */
  readonly key?: Spelling;
  /** Its encryption where it is no copy. */
  readonly fresh: (store: Resource, graph: ResourceGraph, context: Context) => Settled<EncryptionState>;
}

type Own = (store: Resource, graph: ResourceGraph) => Settled<EncryptionState> | undefined;

const kmsKey: Spelling = ['KmsKeyId', 'kms_key_id'];
const withoutKey: Spelling = [null, null];

const flagOf = (store: Resource) => property(store, 'StorageEncrypted', 'storage_encrypted');

/** Not encrypted unless `StorageEncrypted` says so, then with a KMS key. */
const bySwitch =
  (because: string, key: Spelling = kmsKey): Store['fresh'] =>
  (store, graph) =>
    encryptionBySwitch(otherwise(flagOf(store).flag(), false, because), property(store, ...key), graph, {
      off: 'none',
      on: 'provider-kms',
    });

/** A key that is named encrypts the copy, whatever its source. */
const byKey =
  (key: Spelling): Own =>
  (store, graph) => {
    const named = property(store, ...key);
    const present = named.present();
    return present.state === 'known' && present.value
      ? keyCustody(named, graph, known('provider-kms', named.at))
      : undefined;
  };

/** A switch that is on encrypts the copy, whatever its source; so does a key. */
const bySwitchOrKey =
  (key: Spelling): Own =>
  (store, graph) => {
    const flag = flagOf(store).flag();
    return flag.state === 'known' && flag.value
      ? keyCustody(property(store, ...key), graph, known('provider-kms', flag.at))
      : byKey(key)(store, graph);
  };

/** Something that is always part or copy of something else. */
const neverFresh: Store['fresh'] = (store) => unknown('decided by what it belongs to', { id: store.id, path: [] });

/** What the provider reports of a snapshot that exists, in Terraform. */
const asReported =
  (attribute: string): Own =>
  (store, graph) => {
    const flag = property(store, null, attribute).flag();
    if (flag.state !== 'known') return undefined;
    return flag.value
      ? keyCustody(property(store, null, 'kms_key_id'), graph, known('provider-kms', flag.at))
      : known('none', flag.at);
  };

/** Resources that are there already, and keep what they were created with. */
export const isExisting = ({ action }: Resource): boolean => ['update', 'no-op', 'import'].includes(action);

const auroraEncryptsSince = '2026-02-18';

/**
 * Every Aurora cluster created since 2026-02-18 is encrypted, with a key that AWS owns where nothing else is said.
 * Multi-AZ DB clusters (engines mysql and postgres) are no Aurora, and not encrypted unless told to.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html
 */
const freshCluster: Store['fresh'] = (cluster, graph, context) => {
  const flag = flagOf(cluster).flag();
  const key = property(cluster, ...kmsKey);
  if (flag.state === 'known' && flag.value) return keyCustody(key, graph, known('provider-kms', flag.at));
  const engine = property(cluster, 'Engine', 'engine').text();
  const global = property(cluster, 'GlobalClusterIdentifier', 'global_cluster_identifier').present();
  // Only Aurora has global databases.
  const named = otherwise(
    map(engine, (name) => name.toLowerCase().startsWith('aurora')),
    false,
    'no engine is named',
  );
  const aurora = settledTruth(any(is(named, (yes) => yes, 'engine'), is(global, (yes) => yes, 'global database')), cluster.properties.at); // prettier-ignore
  return chain(eitherWay(aurora), (isAurora) =>
    isAurora
      ? auroraEncryption(flag, cluster, context, keyCustody(key, graph, known('provider-kms', flag.at)))
      : bySwitch('a Multi-AZ DB cluster is encrypted only when told to')(cluster, graph, context),
  );
};

function auroraEncryption(
  flag: Value<boolean>,
  cluster: Resource,
  context: Context,
  whenOn: Settled<EncryptionState>,
): Settled<EncryptionState> {
  const whenOff: Settled<EncryptionState> =
    context.today < auroraEncryptsSince
      ? known('none', flag.at, `Aurora encrypts only when told to before ${auroraEncryptsSince}`)
      : isExisting(cluster) || (flag.state === 'known' && cluster.action === 'unknown')
        ? unknown(
            `Aurora encrypts every new cluster since ${auroraEncryptsSince}; an older one may be unencrypted`,
            flag.at,
          )
        : known('provider-key', flag.at, `Aurora encrypts every new cluster since ${auroraEncryptsSince}`);
  return chain(eitherWay(otherwise(flag, false, 'not said')), (on) => (on ? whenOn : whenOff));
}

const rdsInstance: Store = {
  origins: [
    ['DBClusterIdentifier', null],
    ['SourceDBInstanceIdentifier', 'replicate_source_db'],
    ['SourceDBClusterIdentifier', null],
    ['SourceDbiResourceId', 'restore_to_point_in_time.source_dbi_resource_id'],
    [null, 'restore_to_point_in_time.source_db_instance_identifier'],
    ['SourceDBInstanceAutomatedBackupsArn', 'restore_to_point_in_time.source_db_instance_automated_backups_arn'],
    ['DBSnapshotIdentifier', 'snapshot_identifier'],
    ['DBClusterSnapshotIdentifier', null],
  ],
  key: kmsKey,
  fresh: (store, graph, context) => {
    const engine = property(store, 'Engine', 'engine').text();
    if (engine.state === 'known' && engine.value.startsWith('aurora')) return neverFresh(store, graph, context);
    return bySwitch('RDS encrypts an instance only when told to')(store, graph, context);
  },
};

const rdsCluster: Store = {
  origins: [
    ['SnapshotIdentifier', 'snapshot_identifier'],
    ['SourceDBClusterIdentifier', 'restore_to_point_in_time.source_cluster_identifier'],
    ['SourceDbClusterResourceId', 'restore_to_point_in_time.source_cluster_resource_id'],
    ['ReplicationSourceIdentifier', 'replication_source_identifier'],
  ],
  own: byKey(kmsKey),
  key: kmsKey,
  fresh: freshCluster,
};

/** New global databases hold Aurora clusters, which are encrypted. */
const rdsGlobalCluster: Store = {
  origins: [['SourceDBClusterIdentifier', 'source_db_cluster_identifier']],
  key: withoutKey,
  fresh: (store, _, context) => {
    const flag = flagOf(store).flag();
    return auroraEncryption(flag, store, context, known('provider-kms', flag.at));
  },
};

const globalCluster = (because: string): Store => ({
  origins: [['SourceDBClusterIdentifier', 'source_db_cluster_identifier']],
  key: withoutKey,
  fresh: bySwitch(because, withoutKey),
});

const snapshotOf = (...origins: readonly Spelling[]): Store => ({
  origins,
  own: (store, graph) => asReported('encrypted')(store, graph) ?? asReported('storage_encrypted')(store, graph),
  fresh: neverFresh,
});

const copyOf = (...origins: readonly Spelling[]): Store => ({ origins, own: byKey(kmsKey), fresh: neverFresh });

const memberOf = (...origins: readonly Spelling[]): Store => ({ origins, fresh: neverFresh });

const documentCluster: Store = {
  origins: [
    ['SnapshotIdentifier', 'snapshot_identifier'],
    ['SourceDBClusterIdentifier', 'restore_to_point_in_time.source_cluster_identifier'],
  ],
  own: bySwitchOrKey(kmsKey),
  key: kmsKey,
  fresh: bySwitch('DocumentDB encrypts a cluster only when told to'),
};

const neptuneKey: Spelling = ['KmsKeyId', 'kms_key_arn'];
const neptuneCluster: Store = {
  origins: [
    ['SnapshotIdentifier', 'snapshot_identifier'],
    ['SourceDBClusterIdentifier', 'replication_source_identifier'],
  ],
  own: bySwitchOrKey(neptuneKey),
  key: neptuneKey,
  fresh: bySwitch('Neptune encrypts a cluster only when told to', neptuneKey),
};

const instanceOfCluster: Spelling = ['DBClusterIdentifier', 'cluster_identifier'];
const snapshotOfCluster: Spelling = ['DBClusterIdentifier', 'db_cluster_identifier'];

const stores: Readonly<Record<string, Store>> = {
  'AWS::RDS::DBInstance': rdsInstance,
  'AWS::RDS::DBCluster': rdsCluster,
  'AWS::RDS::DBShardGroup': memberOf(['DBClusterIdentifier', null]),
  'AWS::RDS::GlobalCluster': rdsGlobalCluster,
  'AWS::RDS::DBSnapshot': snapshotOf(['DBInstanceIdentifier', null]),
  'AWS::RDS::ClusterSnapshot': snapshotOf(snapshotOfCluster),
  aws_db_instance: rdsInstance,
  aws_db_instance_automated_backups_replication: copyOf([null, 'source_db_instance_arn']),
  aws_db_snapshot: snapshotOf([null, 'db_instance_identifier']),
  aws_db_snapshot_copy: copyOf([null, 'source_db_snapshot_identifier']),
  aws_db_cluster_snapshot: snapshotOf(snapshotOfCluster),
  aws_rds_cluster: rdsCluster,
  aws_rds_cluster_instance: memberOf(instanceOfCluster),
  aws_rds_cluster_snapshot_copy: copyOf([null, 'source_db_cluster_snapshot_identifier']),
  aws_rds_global_cluster: rdsGlobalCluster,
  aws_rds_shard_group: memberOf([null, 'db_cluster_identifier']),
  'AWS::DocDB::DBCluster': documentCluster,
  'AWS::DocDB::DBInstance': memberOf(instanceOfCluster),
  'AWS::DocDB::GlobalCluster': globalCluster('DocumentDB encrypts a global cluster only when told to'),
  aws_docdb_cluster: documentCluster,
  aws_docdb_cluster_instance: memberOf(instanceOfCluster),
  aws_docdb_cluster_snapshot: snapshotOf(snapshotOfCluster),
  aws_docdb_global_cluster: globalCluster('DocumentDB encrypts a global cluster only when told to'),
  'AWS::Neptune::DBCluster': neptuneCluster,
  'AWS::Neptune::DBInstance': memberOf(instanceOfCluster, ['DBSnapshotIdentifier', null]),
  'AWS::Neptune::GlobalCluster': globalCluster('Neptune encrypts a global cluster only when told to'),
  aws_neptune_cluster: neptuneCluster,
  aws_neptune_cluster_instance: memberOf(instanceOfCluster),
  aws_neptune_cluster_snapshot: snapshotOf(snapshotOfCluster),
  aws_neptune_global_cluster: globalCluster('Neptune encrypts a global cluster only when told to'),
};

/** Clusters first: their instances name them by the same property that an instance may be known by. */
const storeTypes = Object.keys(stores).sort((one, other) => Number(isInstance(one)) - Number(isInstance(other)));

function isInstance(type: string): boolean {
  return /instance$/i.test(type);
}

export interface DatabaseEncryption {
  readonly encryption: Settled<EncryptionState>;
  readonly requested?: Settled<boolean>;
  readonly related?: readonly Resource[];
}

/** A snapshot of a database that is restored from that snapshot would be followed for ever. */
const longestChain = 8;

/**
 * How a database is encrypted: by its own switch, or as the cluster it belongs to, or as what it is copied from.
 *
 * @returns unknown where it is a copy of something that is not in the graph.
 */
export function databaseEncryption(
  store: Resource,
  graph: ResourceGraph,
  context: Context,
  depth = longestChain,
): DatabaseEncryption {
  const at = { id: store.id, path: [] };
  const described = Object.hasOwn(stores, store.type) ? stores[store.type] : undefined;
  if (!described || depth === 0) return { encryption: unknown('not known what it is copied from', at) };
  const origins = described.origins.map((spelling) => property(store, ...spelling));
  const copied = any(...origins.map((origin) => is(origin.present(), (present) => present, 'made from another')));
  const request = databaseRequest(store, described.key, copied.holds === false);
  if (copied.holds === false) return { encryption: described.fresh(store, graph, context), ...request };
  const own = described.own?.(store, graph);
  if (own) return { encryption: own, ...request };
  for (const origin of origins) {
    const link = graph.follow(origin, storeTypes);
    if (link.state !== 'linked' || link.resource === store) continue;
    const { encryption } = databaseEncryption(link.resource, graph, context, depth - 1);
    return { encryption, ...request, related: [link.resource] };
  }
  const present = copied.because[0]?.at ?? at;
  return {
    encryption: unknown('inherited from what it belongs to or is copied from, which is not here', present),
    ...request,
  };
}
