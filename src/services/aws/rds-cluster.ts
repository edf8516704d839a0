import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { known, orElse, otherwise, unknown, type Settled } from '../../model/value';
import type { Context } from '../service';
import { administratorName } from './administrator-name';
import { databaseEncryption } from './database-encryption';
import { accessRecord, deletionGuard, finalCopy } from './database-upkeep';
import { tlsForced } from './rds-transit';
import { clusterBackupFact, logFact, passwordFacts, portFacts, upgradeFact, versionFacts } from './rds-upkeep';
import { secretFacts } from './secret-facts';

export const clusterTypes = ['AWS::RDS::DBCluster', 'aws_rds_cluster'];
export const clusterGroups = ['AWS::RDS::DBClusterParameterGroup', 'aws_rds_cluster_parameter_group'];

/** What an Aurora cluster or a Multi-AZ DB cluster means. */
export function* clusterFacts(cluster: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const about = { noun: 'RDS cluster', subject: cluster };
  const engine = property(cluster, 'Engine', 'engine').text();
  yield { kind: 'storage-at-rest', ...about, ...databaseEncryption(cluster, graph, context) };
  yield {
    kind: 'transit-enforcement',
    ...about,
    ...tlsForced(
      {
        resource: cluster,
        engine,
        version: property(cluster, 'EngineVersion', 'engine_version').text(),
        group: property(cluster, 'DBClusterParameterGroupName', 'db_cluster_parameter_group_name'),
        groupTypes: clusterGroups,
      },
      graph,
    ),
  };
  const multiAz = engine.state === 'known' && !engine.value.startsWith('aurora');
  // Sign-in with IAM, by its property, is Aurora's; instances of an Aurora cluster say themselves whether they are public.
  if (multiAz && cluster.vocabulary === 'cloudformation')
    yield { kind: 'public-endpoint', role: 'store', public: multiAzIsPublic(cluster), ...about };
  if (!multiAz)
    yield {
      kind: 'local-auth',
      cloudIdentity: otherwise(
        property(cluster, 'EnableIAMDatabaseAuthentication', 'iam_database_authentication_enabled').flag(),
        false,
        'sign-in with IAM is off by default',
      ),
      ...about,
    };
  yield* administratorName(about, property(cluster, 'MasterUsername', 'master_username'));
  yield* secretFacts(cluster, about.noun, [
    ['master password', property(cluster, 'MasterUserPassword', 'master_password')],
    ['master password', property(cluster, null, 'master_password_wo')],
  ]);
  yield* upkeepFacts(cluster, graph, context);
}

/** A stream of database activities records everything, in a service of its own. */
const activityStreams = ['aws_rds_cluster_activity_stream'];

function* upkeepFacts(cluster: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const about = { noun: 'RDS cluster', subject: cluster };
  yield clusterBackupFact(about);
  yield deletionGuard(about, property(cluster, 'DeletionProtection', 'deletion_protection').flag());
  yield finalCopy(about, 'Snapshot');
  const [stream] = graph.companions(cluster, activityStreams, 'resource_arn').certain;
  yield stream
    ? accessRecord(about, known(true, { id: stream.id, path: [] }, 'a stream of its activities is kept'))
    : logFact(about);
  yield upgradeFact(about);
  yield* versionFacts(about, context);
  yield* portFacts(about);
  yield* passwordFacts(about, graph);
}

/** Public without a subnet group, or in the one called `default`, unless told otherwise (AWS::RDS::DBCluster). */
function multiAzIsPublic(cluster: Resource): Settled<boolean> {
  const written = property(cluster, 'PubliclyAccessible', null);
  return orElse(written.flag(), () => {
    const group = property(cluster, 'DBSubnetGroupName', null);
    const name = group.text();
    if (name.state === 'absent')
      return known(true, written.at, 'public where neither this nor a subnet group is named');
    if (name.state === 'known')
      return known(name.value === 'default', written.at, `what RDS does in subnet group "${name.value}"`);
    return group.references().length > 0
      ? known(false, written.at, 'private in a subnet group of your own')
      : unknown('the subnet group decides, and is not known', group.at);
  });
}

/** The data access of an Aurora Limitless cluster. Whether it is public by default depends on its network. */
export function* shardGroupFacts(group: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const about = { noun: 'RDS shard group', subject: group };
  yield { kind: 'storage-at-rest', ...about, ...databaseEncryption(group, graph, context) };
  const written = property(group, 'PubliclyAccessible', 'publicly_accessible');
  yield {
    kind: 'public-endpoint',
    role: 'store',
    public: orElse(written.flag(), () => unknown('its network decides whether it is public', written.at)),
    ...about,
  };
}
