import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { any, is, settledTruth, some } from '../../model/truth';
import { map, otherwise } from '../../model/value';
import type { Context, Service } from '../service';
import { databaseEncryption } from './database-encryption';
import { isUsed, type GroupUsers } from './database-parameter';
import { deletionGuard } from './database-upkeep';
import { alwaysEncrypted } from './key-custody';
import { clusterFacts, clusterGroups, clusterTypes, shardGroupFacts } from './rds-cluster';
import { instanceFacts, instanceGroups, instanceTypes } from './rds-instance';
import { tlsForcedByGroup } from './rds-transit';

const snapshots: Readonly<Record<string, string>> = {
  'AWS::RDS::ClusterSnapshot': 'RDS cluster snapshot',
  'AWS::RDS::DBSnapshot': 'RDS snapshot',
  aws_db_cluster_snapshot: 'RDS cluster snapshot',
  aws_db_instance_automated_backups_replication: 'replica of RDS backups',
  aws_db_snapshot: 'RDS snapshot',
  aws_db_snapshot_copy: 'RDS snapshot copy',
  aws_rds_cluster_snapshot_copy: 'RDS cluster snapshot copy',
};

/** Subnet and option groups, endpoints and subscriptions belong to it, and mean nothing by themselves. */
export const rds: Service = {
  name: 'rds',
  types: {
    cloudformation: [
      'AWS::RDS::ClusterSnapshot',
      'AWS::RDS::DBCluster',
      'AWS::RDS::DBClusterParameterGroup',
      'AWS::RDS::DBInstance',
      'AWS::RDS::DBParameterGroup',
      'AWS::RDS::DBProxy',
      'AWS::RDS::DBProxyEndpoint',
      'AWS::RDS::DBProxyTargetGroup',
      'AWS::RDS::DBShardGroup',
      'AWS::RDS::DBSnapshot',
      'AWS::RDS::DBSubnetGroup',
      'AWS::RDS::EventSubscription',
      'AWS::RDS::GlobalCluster',
      'AWS::RDS::Integration',
      'AWS::RDS::OptionGroup',
    ],
    terraform: [
      'aws_db_cluster_snapshot',
      'aws_db_event_subscription',
      'aws_db_instance',
      'aws_db_instance_automated_backups_replication',
      'aws_db_option_group',
      'aws_db_parameter_group',
      'aws_db_proxy',
      'aws_db_proxy_default_target_group',
      'aws_db_proxy_endpoint',
      'aws_db_proxy_target',
      'aws_db_snapshot',
      'aws_db_snapshot_copy',
      'aws_db_subnet_group',
      'aws_rds_cluster',
      'aws_rds_cluster_activity_stream',
      'aws_rds_cluster_endpoint',
      'aws_rds_cluster_instance',
      'aws_rds_cluster_parameter_group',
      'aws_rds_cluster_snapshot_copy',
      'aws_rds_export_task',
      'aws_rds_global_cluster',
      'aws_rds_integration',
      'aws_rds_shard_group',
    ],
  },
  facts(resource, graph, context) {
    const { type } = resource;
    if (instanceTypes.includes(type)) return instanceFacts(resource, graph, context);
    if (clusterTypes.includes(type)) return clusterFacts(resource, graph, context);
    if (instanceGroups.includes(type) || clusterGroups.includes(type)) return parameterGroupFacts(resource, graph);
    if (Object.hasOwn(snapshots, type)) return snapshotFacts(resource, graph, context);
    switch (type) {
      case 'AWS::RDS::DBProxy':
      case 'aws_db_proxy':
        return proxyFacts(resource);
      case 'AWS::RDS::DBShardGroup':
      case 'aws_rds_shard_group':
        return shardGroupFacts(resource, graph, context);
      case 'AWS::RDS::GlobalCluster':
      case 'aws_rds_global_cluster':
        return globalClusterFacts(resource, graph, context);
      case 'AWS::RDS::Integration':
      case 'aws_rds_integration':
        return keyedFacts(resource, graph, 'RDS integration');
      case 'aws_rds_export_task':
        return keyedFacts(resource, graph, 'RDS export task');
      default:
        return [];
    }
  },
};

function* globalClusterFacts(cluster: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  yield {
    kind: 'storage-at-rest',
    noun: 'RDS global cluster',
    subject: cluster,
    ...databaseEncryption(cluster, graph, context),
  };
  const about = { noun: 'RDS global cluster', subject: cluster };
  yield deletionGuard(about, property(cluster, 'DeletionProtection', 'deletion_protection').flag());
}

/** Always encrypted; a key may be named. */
function* keyedFacts(resource: Resource, graph: ResourceGraph, noun: string): Iterable<Fact> {
  const key = property(resource, 'KMSKeyId', 'kms_key_id');
  yield {
    kind: 'storage-at-rest',
    noun,
    subject: resource,
    encryption: alwaysEncrypted(key, graph, 'provider-key', 'encrypted with a key of AWS unless one is named'),
  };
}

/** A snapshot is encrypted as what it was taken of; `all` shares it with every account. */
function* snapshotFacts(snapshot: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const about = { noun: snapshots[snapshot.type] ?? 'RDS snapshot', subject: snapshot };
  yield { kind: 'storage-at-rest', ...about, ...databaseEncryption(snapshot, graph, context) };
  const shared = property(snapshot, null, 'shared_accounts');
  if (snapshot.vocabulary === 'cloudformation' || snapshot.type.endsWith('_replication')) return;
  const accounts = otherwise(shared.texts(), [], 'shared with nobody');
  yield {
    kind: 'sharing',
    public: settledTruth(
      some(accounts, (account) => is(account, (name) => name === 'all', 'shared account'), 'shared accounts'),
      shared.at,
    ),
    shared: map(accounts, (list) => list.length > 0),
    ...about,
  };
}

/** A proxy accepts plain text, and passwords, unless told otherwise. */
function* proxyFacts(proxy: Resource): Iterable<Fact> {
  const about = { noun: 'RDS proxy', subject: proxy };
  yield {
    kind: 'transit-enforcement',
    enforced: otherwise(property(proxy, 'RequireTLS', 'require_tls').flag(), false, 'TLS is optional by default'),
    ...about,
  };
  const scheme = otherwise(property(proxy, 'DefaultAuthScheme', 'default_auth_scheme').text(), 'NONE', 'no default');
  const auth = property(proxy, 'Auth', 'auth');
  const ways = otherwise(auth.list(), [], 'no authentication is named');
  yield {
    kind: 'local-auth',
    cloudIdentity: settledTruth(
      any(
        is(scheme, (name) => name === 'IAM_AUTH', 'default authentication'),
        some(
          ways,
          (way) =>
            is(
              otherwise(
                way.get(proxy.vocabulary === 'cloudformation' ? 'IAMAuth' : 'iam_auth').text(),
                'DISABLED',
                'off by default',
              ),
              (value) => value === 'REQUIRED' || value === 'ENABLED',
              'sign-in with IAM',
            ),
          'authentication',
        ),
      ),
      auth.at,
    ),
    ...about,
  };
}

const users: GroupUsers = [
  [['AWS::RDS::DBInstance'], 'DBParameterGroupName'],
  [['AWS::RDS::DBCluster'], 'DBInstanceParameterGroupName'],
  [['AWS::RDS::DBCluster'], 'DBClusterParameterGroupName'],
  [['aws_db_instance'], 'parameter_group_name'],
  [['aws_rds_cluster_instance'], 'db_parameter_group_name'],
  [['aws_rds_cluster'], 'db_instance_parameter_group_name'],
  [['aws_rds_cluster'], 'db_cluster_parameter_group_name'],
];

/** A parameter group that no database here uses answers for itself. */
function* parameterGroupFacts(group: Resource, graph: ResourceGraph): Iterable<Fact> {
  if (isUsed(group, users, graph)) return;
  const enforced = tlsForcedByGroup(group);
  const noun = clusterGroups.includes(group.type) ? 'RDS cluster parameter group' : 'RDS parameter group';
  if (enforced) yield { kind: 'transit-enforcement', noun, subject: group, enforced };
}
