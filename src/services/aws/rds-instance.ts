import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { known, orElse, otherwise, unknown, type Settled, type Value } from '../../model/value';
import type { Context } from '../service';
import { administratorName } from './administrator-name';
import { databaseEncryption } from './database-encryption';
import { tlsForced } from './rds-transit';
import {
  authorityFacts,
  guardFact,
  insightsFacts,
  instanceBackupFacts,
  isCustom,
  logFact,
  measured,
  passwordFacts,
  portFacts,
  upgradeFact,
  versionFacts,
} from './rds-upkeep';
import { secretFacts } from './secret-facts';

export const instanceTypes = ['AWS::RDS::DBInstance', 'aws_db_instance', 'aws_rds_cluster_instance'];
export const instanceGroups = ['AWS::RDS::DBParameterGroup', 'aws_db_parameter_group'];

/**
 * Whether users of an engine may sign in with IAM; MariaDB's since 10.6.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.RDS_Fea_Regions_DB-eng.Feature.IamDatabaseAuthentication.html
 */
function knowsIam(engine: Value<string>, version: Value<string>): boolean {
  if (engine.state !== 'known' || /^(mysql|postgres)/.test(engine.value)) return true;
  const older = version.state === 'known' && /^(5|10\.[0-5])(\.|$)/.test(version.value);
  return engine.value === 'mariadb' && !older;
}

/**
 * What an instance means. One that belongs to a cluster shares its storage; the cluster keeps the password, and says who
 * may sign in and how.
 */
export function* instanceFacts(instance: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const about = { noun: 'RDS instance', subject: instance };
  yield { kind: 'storage-at-rest', ...about, ...databaseEncryption(instance, graph, context) };
  yield {
    kind: 'public-endpoint',
    role: 'store',
    public: orElse(property(instance, 'PubliclyAccessible', 'publicly_accessible').flag(), () =>
      publicByDefault(instance),
    ),
    ...about,
  };
  yield { kind: 'monitoring', detailed: measured([instance, ...clusterOf(instance, graph)]), ...about };
  yield* insightsFacts(about, graph);
  yield* authorityFacts(about, context);
  // RDS Custom refuses automatic upgrades.
  if (!isCustom(instance)) yield upgradeFact(about);
  if (!belongsToCluster(instance)) {
    yield* ownFacts(instance, graph);
    yield* upkeepFacts(instance, graph, context);
  }
}

function clusterOf(instance: Resource, graph: ResourceGraph): readonly Resource[] {
  const link = graph.follow(property(instance, 'DBClusterIdentifier', 'cluster_identifier'), clusters);
  return link.state === 'linked' ? [link.resource] : [];
}

const clusters = ['AWS::RDS::DBCluster', 'aws_rds_cluster'];

/** What the cluster says where there is one. */
function* upkeepFacts(instance: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const about = { noun: 'RDS instance', subject: instance };
  yield* instanceBackupFacts(about);
  yield guardFact(about);
  if (!isCustom(instance)) yield logFact(about);
  yield* versionFacts(about, context);
  yield* portFacts(about);
  yield* passwordFacts(about, graph);
}

function belongsToCluster(instance: Resource): boolean {
  if (instance.type === 'aws_rds_cluster_instance') return true;
  const cluster = property(instance, 'DBClusterIdentifier', null).present();
  const engine = property(instance, 'Engine', 'engine').text();
  return (
    (cluster.state === 'known' && cluster.value) || (engine.state === 'known' && engine.value.startsWith('aurora'))
  );
}

function* ownFacts(instance: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'RDS instance', subject: instance };
  const engine = property(instance, 'Engine', 'engine').text();
  const version = property(instance, 'EngineVersion', 'engine_version').text();
  yield {
    kind: 'transit-enforcement',
    ...about,
    ...tlsForced(
      {
        resource: instance,
        engine,
        version,
        group: property(instance, 'DBParameterGroupName', 'parameter_group_name'),
        groupTypes: instanceGroups,
      },
      graph,
    ),
  };
  if (knowsIam(engine, version))
    yield { kind: 'local-auth', cloudIdentity: iamSignIn(instance, engine.state === 'known'), ...about };
  yield* administratorName(about, property(instance, 'MasterUsername', 'username'));
  yield* secretFacts(instance, about.noun, [
    ['master password', property(instance, 'MasterUserPassword', 'password')],
    ['master password', property(instance, null, 'password_wo')],
    ['TDE credential password', property(instance, 'TdeCredentialPassword', null)],
  ]);
}

/** An engine that is not known may be one that has no sign-in with IAM. */
function iamSignIn(instance: Resource, engineKnown: boolean): Settled<boolean> {
  const enabled = otherwise(
    property(instance, 'EnableIAMDatabaseAuthentication', 'iam_database_authentication_enabled').flag(),
    false,
    'sign-in with IAM is off by default',
  );
  return engineKnown || (enabled.state === 'known' && enabled.value)
    ? enabled
    : unknown('the engine is not known, and not every engine has sign-in with IAM', enabled.at);
}

/**
 * Terraform switches public access off. RDS decides by the subnet group: public without one (in the default VPC) or in
 * the one called `default`, private in others; Aurora is private.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
 */
function publicByDefault(instance: Resource): Settled<boolean> {
  const { at } = property(instance, 'PubliclyAccessible', 'publicly_accessible');
  if (instance.vocabulary === 'terraform') return known(false, at, 'private unless told otherwise');
  if (belongsToCluster(instance)) return known(false, at, 'Aurora instances are private unless told otherwise');
  const source = property(instance, 'SourceDBInstanceIdentifier', null).present();
  if (source.state === 'unknown' || source.value) return unknown('a replica follows the network of its source', at);
  const group = property(instance, 'DBSubnetGroupName', null);
  const present = group.present();
  const name = group.text();
  if (present.state === 'known' && !present.value)
    return known(true, at, 'public where neither this nor a subnet group is named');
  if (name.state === 'known') return publicInSubnetGroup(name.value, instance);
  if (group.references().length > 0) return known(false, at, 'private in a subnet group of your own');
  return unknown('the subnet group decides, and is not known', group.at);
}

function publicInSubnetGroup(name: string, instance: Resource): Settled<boolean> {
  const { at } = property(instance, 'PubliclyAccessible', null);
  return name === 'default'
    ? known(true, at, 'public in the default subnet group')
    : known(false, at, 'private in a subnet group of your own');
}
