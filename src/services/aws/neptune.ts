import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { known, otherwise } from '../../model/value';
import type { Context, Service } from '../service';
import { clusterGuard, clusterUpkeep, type ClusterNames } from './database-cluster-upkeep';
import { databaseEncryption } from './database-encryption';
import { engineUpgrades } from './database-upkeep';
import { alwaysEncrypted } from './key-custody';

const nouns: Readonly<Record<string, string>> = {
  'AWS::Neptune::DBCluster': 'Neptune cluster',
  'AWS::Neptune::DBInstance': 'Neptune instance',
  'AWS::Neptune::GlobalCluster': 'Neptune global cluster',
  aws_neptune_cluster: 'Neptune cluster',
  aws_neptune_cluster_instance: 'Neptune instance',
  aws_neptune_cluster_snapshot: 'Neptune snapshot',
  aws_neptune_global_cluster: 'Neptune global cluster',
};

export const neptune: Service = {
  name: 'neptune',
  types: {
    cloudformation: [
      'AWS::Neptune::DBCluster',
      'AWS::Neptune::DBClusterParameterGroup',
      'AWS::Neptune::DBInstance',
      'AWS::Neptune::DBParameterGroup',
      'AWS::Neptune::DBSubnetGroup',
      'AWS::Neptune::EventSubscription',
      'AWS::Neptune::GlobalCluster',
      'AWS::NeptuneGraph::Graph',
    ],
    terraform: [
      'aws_neptune_cluster',
      'aws_neptune_cluster_instance',
      'aws_neptune_cluster_parameter_group',
      'aws_neptune_cluster_snapshot',
      'aws_neptune_event_subscription',
      'aws_neptune_global_cluster',
      'aws_neptune_parameter_group',
      'aws_neptune_subnet_group',
      'aws_neptunegraph_graph',
    ],
  },
  facts(resource, graph, context) {
    if (resource.type === 'AWS::NeptuneGraph::Graph' || resource.type === 'aws_neptunegraph_graph')
      return analyticsFacts(resource, graph);
    return storeFacts(resource, graph, context);
  },
};

function* storeFacts(store: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const noun = nouns[store.type];
  if (noun === undefined) return;
  const about = { noun, subject: store };
  yield { kind: 'storage-at-rest', ...about, ...databaseEncryption(store, graph, context) };
  if (noun === 'Neptune cluster') yield* [...clusterFacts(store), ...clusterUpkeep(about, names, graph, context)];
  if (noun === 'Neptune global cluster') yield clusterGuard(about);
  if (noun === 'Neptune instance') {
    const upgrades = property(store, 'AutoMinorVersionUpgrade', 'auto_minor_version_upgrade').flag();
    yield engineUpgrades(about, otherwise(upgrades, true, 'minor versions are installed automatically by default'));
    yield {
      kind: 'public-endpoint',
      role: 'store',
      public: otherwise(
        property(store, 'PubliclyAccessible', 'publicly_accessible').flag(),
        false,
        'private unless told otherwise',
      ),
      ...about,
    };
  }
}

/** @see https://docs.aws.amazon.com/neptune/latest/userguide/auditing.html (off by default) */
const names: ClusterNames = {
  engine: 'neptune',
  exports: ['EnableCloudwatchLogsExports', 'enable_cloudwatch_logs_exports'],
  group: ['DBClusterParameterGroupName', 'neptune_cluster_parameter_group_name'],
  groupTypes: ['AWS::Neptune::DBClusterParameterGroup', 'aws_neptune_cluster_parameter_group'],
  auditParameter: 'neptune_enable_audit_log',
};

function* clusterFacts(cluster: Resource): Iterable<Fact> {
  const about = { noun: 'Neptune cluster', subject: cluster };
  yield {
    kind: 'local-auth',
    cloudIdentity: otherwise(
      property(cluster, 'IamAuthEnabled', 'iam_database_authentication_enabled').flag(),
      false,
      'sign-in with IAM is off by default',
    ),
    ...about,
  };
  // https://docs.aws.amazon.com/neptune/latest/userguide/security-ssl.html
  yield {
    kind: 'data-in-transit',
    plaintext: known(false, { id: cluster.id, path: [] }, 'Neptune serves HTTPS only since engine version 1.0.4.0'),
    ...about,
  };
}

/** A graph of Neptune Analytics: always encrypted, private unless told otherwise (AWS::NeptuneGraph::Graph). */
function* analyticsFacts(store: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'Neptune Analytics graph', subject: store };
  const key = property(store, 'KmsKeyIdentifier', 'kms_key_identifier');
  yield {
    kind: 'storage-at-rest',
    encryption: alwaysEncrypted(key, graph, 'provider-key', 'always encrypted, with a key of AWS by default'),
    ...about,
  };
  yield {
    kind: 'public-endpoint',
    role: 'store',
    public: otherwise(
      property(store, 'PublicConnectivity', 'public_connectivity').flag(),
      false,
      'private unless told otherwise',
    ),
    ...about,
  };
}
