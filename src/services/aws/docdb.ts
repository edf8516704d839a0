import type { Fact, TlsVersion } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { map, otherwise, unknown, type Settled } from '../../model/value';
import type { Context, Service } from '../service';
import { administratorName } from './administrator-name';
import { clusterGuard, clusterUpkeep, type ClusterNames } from './database-cluster-upkeep';
import { databaseEncryption } from './database-encryption';
import { attachedParameter, isUsed, parameterOf, type GroupUsers } from './database-parameter';
import { alwaysEncrypted } from './key-custody';
import { managedSecretFacts } from './managed-secret';
import { authorityFacts } from './rds-upkeep';
import { secretFacts } from './secret-facts';

const clusters = ['AWS::DocDB::DBCluster', 'aws_docdb_cluster'];
const elasticClusters = ['AWS::DocDBElastic::Cluster', 'aws_docdbelastic_cluster'];
const groups = ['AWS::DocDB::DBClusterParameterGroup', 'aws_docdb_cluster_parameter_group'];
const stored: Readonly<Record<string, string>> = {
  'AWS::DocDB::DBInstance': 'DocumentDB instance',
  'AWS::DocDB::GlobalCluster': 'DocumentDB global cluster',
  aws_docdb_cluster_instance: 'DocumentDB instance',
  aws_docdb_cluster_snapshot: 'DocumentDB snapshot',
  aws_docdb_global_cluster: 'DocumentDB global cluster',
};

export const docdb: Service = {
  name: 'docdb',
  types: {
    cloudformation: [
      'AWS::DocDB::DBCluster',
      'AWS::DocDB::DBClusterParameterGroup',
      'AWS::DocDB::DBInstance',
      'AWS::DocDB::DBSubnetGroup',
      'AWS::DocDB::EventSubscription',
      'AWS::DocDB::GlobalCluster',
      'AWS::DocDBElastic::Cluster',
    ],
    terraform: [
      'aws_docdb_cluster',
      'aws_docdb_cluster_instance',
      'aws_docdb_cluster_parameter_group',
      'aws_docdb_cluster_snapshot',
      'aws_docdb_event_subscription',
      'aws_docdb_global_cluster',
      'aws_docdb_subnet_group',
      'aws_docdbelastic_cluster',
    ],
  },
  facts(resource, graph, context) {
    if (clusters.includes(resource.type)) return clusterFacts(resource, graph, context);
    if (elasticClusters.includes(resource.type)) return elasticFacts(resource, graph);
    if (groups.includes(resource.type)) return groupFacts(resource, graph);
    return storedFacts(resource, graph, context);
  },
};

function* storedFacts(resource: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const noun = stored[resource.type];
  if (noun === undefined) return;
  const about = { noun, subject: resource };
  yield { kind: 'storage-at-rest', ...about, ...databaseEncryption(resource, graph, context) };
  if (noun === 'DocumentDB global cluster') yield clusterGuard(about);
  if (noun === 'DocumentDB instance') yield* authorityFacts(about, context);
}

/** @see https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html (off by default) */
const names: ClusterNames = {
  engine: 'docdb',
  exports: ['EnableCloudwatchLogsExports', 'enabled_cloudwatch_logs_exports'],
  group: ['DBClusterParameterGroupName', 'db_cluster_parameter_group_name'],
  groupTypes: groups,
  auditParameter: 'audit_logs',
};

function* upkeepFacts(cluster: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const about = { noun: 'DocumentDB cluster', subject: cluster };
  yield* clusterUpkeep(about, names, graph, context);
  yield* managedSecretFacts(
    about,
    {
      managed: property(cluster, 'ManageMasterUserPassword', 'manage_master_user_password'),
      passwords: [
        property(cluster, 'MasterUserPassword', 'master_password'),
        property(cluster, null, 'master_password_wo'),
      ],
      ...(cluster.vocabulary === 'cloudformation' && { key: property(cluster, 'MasterUserSecretKmsKeyId', null) }),
    },
    graph,
  );
}

function* clusterFacts(cluster: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const about = { noun: 'DocumentDB cluster', subject: cluster };
  yield { kind: 'storage-at-rest', ...about, ...databaseEncryption(cluster, graph, context) };
  const named = property(cluster, 'DBClusterParameterGroupName', 'db_cluster_parameter_group_name');
  const { value, group } = attachedParameter(named, groups, graph, 'tls');
  yield { ...about, ...transitOf(otherwise(value, 'enabled', byDefault)), ...(group && { related: [group] }) };
  yield* administratorName(about, property(cluster, 'MasterUsername', 'master_username'));
  yield* secretFacts(cluster, about.noun, [
    ['master password', property(cluster, 'MasterUserPassword', 'master_password')],
    ['master password', property(cluster, null, 'master_password_wo')],
  ]);
  yield* upkeepFacts(cluster, graph, context);
}

const byDefault = 'TLS is on by default, from version 1.0';

/**
 * What the parameter `tls` means: with TLS the cluster speaks nothing else, without it speaks plain text only.
 *
 * @see https://docs.aws.amazon.com/documentdb/latest/developerguide/API_Parameter.html
 */
function transitOf(tls: Settled<string>): {
  readonly kind: 'data-in-transit';
  readonly plaintext: Settled<boolean>;
  readonly oldestTls?: Settled<TlsVersion>;
} {
  const setting = map(tls, (value) => value.toLowerCase());
  const plaintext = map(setting, (value) => value === 'disabled');
  if (setting.state === 'known' && setting.value === 'disabled') return { kind: 'data-in-transit', plaintext };
  return { kind: 'data-in-transit', plaintext, oldestTls: map(setting, oldest) };
}

const oldest = (setting: string): TlsVersion =>
  setting === 'tls1.3+' ? '1.3' : setting === 'tls1.2+' || setting.startsWith('fips') ? '1.2' : '1.0';

const users: GroupUsers = [
  [['AWS::DocDB::DBCluster'], 'DBClusterParameterGroupName'],
  [['aws_docdb_cluster'], 'db_cluster_parameter_group_name'],
];

/** A parameter group that no cluster here uses answers for itself. */
function* groupFacts(group: Resource, graph: ResourceGraph): Iterable<Fact> {
  if (isUsed(group, users, graph)) return;
  const tls = otherwise(parameterOf(group, 'tls'), 'enabled', byDefault);
  yield { noun: 'DocumentDB parameter group', subject: group, ...transitOf(tls) };
}

/** Elastic clusters are always encrypted, at rest and in transit. */
function* elasticFacts(cluster: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'DocumentDB elastic cluster', subject: cluster };
  const key = property(cluster, 'KmsKeyId', 'kms_key_id');
  yield {
    kind: 'storage-at-rest',
    encryption: alwaysEncrypted(key, graph, 'provider-kms', 'elastic clusters are always encrypted'),
    ...about,
  };
  const password = property(cluster, 'AdminUserPassword', 'admin_user_password');
  const kind = property(cluster, 'AuthType', 'auth_type').text();
  // With SECRET_ARN the property holds the name of a secret, not the secret.
  if (kind.state === 'known' && kind.value === 'PLAIN_TEXT')
    yield* secretFacts(cluster, about.noun, [['admin password', password]]);
  else if (kind.state !== 'known')
    yield {
      kind: 'secret-in-clear',
      secret: 'admin password',
      inClear: unknown('whether it is a password or the name of a secret', password.at),
      ...about,
    };
}
