import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { any, is, settledTruth, type Truth } from '../../model/truth';
import { map, otherwise, type Settled } from '../../model/value';
import { accessRecord, backupsFor, engineUpgrades, finalCopy, portFact, type About } from './database-upkeep';
import { managedSecretFacts } from './managed-secret';
import { placementFact } from './network-placement';

/** @see https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateCluster.html (defaults) */
export function* upkeepFacts(about: About, graph: ResourceGraph): Iterable<Fact> {
  const { subject } = about;
  const days = property(subject, 'AutomatedSnapshotRetentionPeriod', 'automated_snapshot_retention_period').number();
  yield backupsFor(about, otherwise(days, 1, 'one day by default'));
  yield finalCopy(about, 'Delete');
  const upgrades = property(subject, 'AllowVersionUpgrade', 'allow_version_upgrade').flag();
  yield engineUpgrades(about, otherwise(upgrades, true, 'new versions are installed by default'));
  yield* logFacts(about, graph);
  yield wayOut(about);
  yield placementFact(
    about,
    property(subject, 'ClusterSubnetGroupName', 'cluster_subnet_group_name'),
    property(subject, 'VpcSecurityGroupIds', 'vpc_security_group_ids'),
  );
  yield portFact(about, property(subject, 'Port', 'port').number(), 5439);
  yield* managedSecretFacts(
    about,
    {
      managed: property(subject, 'ManageMasterPassword', 'manage_master_password'),
      passwords: [
        property(subject, 'MasterUserPassword', 'master_password'),
        property(subject, null, 'master_password_wo'),
      ],
      key: property(subject, 'MasterPasswordSecretKmsKeyId', 'master_password_secret_kms_key_id'),
    },
    graph,
  );
}

/**
 * Data that is loaded and unloaded leaves the network unless enhanced routing keeps it there.
 *
 * @see https://docs.aws.amazon.com/redshift/latest/mgmt/enhanced-vpc-routing.html
 */
export function wayOut(about: About): Fact {
  const routed = property(about.subject, 'EnhancedVpcRouting', 'enhanced_vpc_routing').flag();
  return {
    kind: 'way-out',
    open: map(otherwise(routed, false, 'traffic to other services leaves the network by default'), (on) => !on),
    ...about,
  };
}

/** In CloudFormation a property; in Terraform a companion, or a block of older versions of the provider. */
function* logFacts(about: About, graph: ResourceGraph): Iterable<Fact> {
  const { subject } = about;
  if (subject.vocabulary === 'cloudformation') {
    yield accessRecord(about, property(subject, 'LoggingProperties', null).present());
    return;
  }
  const { certain, possible } = graph.companions(subject, ['aws_redshift_logging'], 'cluster_identifier');
  const block = otherwise(property(subject, null, 'logging.enable').flag(), false, 'audit logging is off by default');
  const kept = settledTruth(
    any(
      is(block, (on) => on, 'audit logging'),
      ...certain.map(delivers),
      ...possible.map(({ resource, why }): Truth => ({
        holds: undefined,
        because: [{ at: { id: resource.id, path: [] }, note: why }],
      })),
    ),
    block.at,
  );
  yield { ...accessRecord(about, kept), related: certain };
}

/** Logs go to a bucket, or to CloudWatch those that are named. */
function delivers(logging: Resource): Truth {
  const type = otherwise(property(logging, null, 'log_destination_type').text(), 's3', 'to a bucket by default');
  const named: Settled<boolean> = property(logging, null, 'log_exports').present();
  return any(
    is(type, (name) => name.toLowerCase() !== 'cloudwatch', 'destination of the logs'),
    is(named, (some) => some, 'exported logs'),
  );
}
