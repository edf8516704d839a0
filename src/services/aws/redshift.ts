import type { EncryptionState, Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { chain, map, orElse, otherwise, known, unknown, type Settled } from '../../model/value';
import type { Context, Service } from '../service';
import { administratorName } from './administrator-name';
import { isExisting } from './database-encryption';
import { attachedParameter, familyOf, isOn, isUsed, parameterOf, type GroupUsers } from './database-parameter';
import { requested } from './encryption-request';
import { eitherWay, encryptionBySwitch } from './key-custody';
import { attachedPolicies, companionPolicyFacts, resourcePolicyFacts, type PolicyPlaces } from './resource-policy';
import { upkeepFacts } from './redshift-upkeep';
import { secretFacts } from './secret-facts';

const clusters = ['AWS::Redshift::Cluster', 'aws_redshift_cluster'];
const groups = ['AWS::Redshift::ClusterParameterGroup', 'aws_redshift_parameter_group'];
const snapshots = ['AWS::Redshift::Snapshot', 'aws_redshift_cluster_snapshot'];

const places: PolicyPlaces = {
  noun: 'Redshift cluster',
  inline: ['NamespaceResourcePolicy', null],
  companions: [{ types: ['aws_redshift_resource_policy'], target: [null, 'resource_arn'], document: [null, 'policy'] }],
};

/** @see https://docs.aws.amazon.com/redshift/latest/mgmt/behavior-changes.html (security defaults of 2025-01-10) */
export const redshift: Service = {
  name: 'redshift',
  types: {
    cloudformation: [
      'AWS::Redshift::Cluster',
      'AWS::Redshift::ClusterParameterGroup',
      'AWS::Redshift::ClusterSubnetGroup',
      'AWS::Redshift::EventSubscription',
      'AWS::Redshift::Snapshot',
    ],
    terraform: [
      'aws_redshift_cluster',
      'aws_redshift_cluster_snapshot',
      'aws_redshift_event_subscription',
      'aws_redshift_logging',
      'aws_redshift_parameter_group',
      'aws_redshift_resource_policy',
      'aws_redshift_subnet_group',
    ],
  },
  facts(resource, graph, context) {
    if (clusters.includes(resource.type)) return clusterFacts(resource, graph, context);
    if (groups.includes(resource.type)) return groupFacts(resource, graph);
    if (snapshots.includes(resource.type)) return snapshotFacts(resource, graph);
    return companionPolicyFacts(resource, clusters, graph, places);
  },
};

function* clusterFacts(cluster: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const about = { noun: places.noun, subject: cluster };
  yield { kind: 'storage-at-rest', encryption: encryption(cluster, graph), ...about, ...request(cluster) };
  yield { kind: 'public-endpoint', role: 'store', public: isPublic(cluster, context), ...about };
  const named = property(cluster, 'ClusterParameterGroupName', 'cluster_parameter_group_name');
  const { value, group, family } = attachedParameter(named, groups, graph, 'require_ssl');
  const byDefault = (): Settled<boolean> =>
    family.state === 'absent' && isExisting(cluster)
      ? unknown('the default parameter group of older clusters does not require TLS', named.at)
      : requiredInFamily(otherwise(family, 'redshift-2.0', 'new clusters use default.redshift-2.0 since 2025-01'));
  yield {
    kind: 'transit-enforcement',
    enforced: orElse(map(value, isOn), byDefault),
    ...about,
    ...(group && { related: [group] }),
  };
  yield* resourcePolicyFacts(cluster, places.noun, attachedPolicies(cluster, graph, places));
  yield* administratorName(about, property(cluster, 'MasterUsername', 'master_username'));
  yield* secretFacts(cluster, places.noun, [
    ['master password', property(cluster, 'MasterUserPassword', 'master_password')],
    ['master password', property(cluster, null, 'master_password_wo')],
  ]);
  yield* upkeepFacts(about, graph);
}

/**
 * New clusters are encrypted, with a key that AWS owns where none is named; a request that says otherwise fails. A cluster
 * that is there already, or is restored, may be older than that.
 */
function encryption(cluster: Resource, graph: ResourceGraph): Settled<EncryptionState> {
  const hsm = property(cluster, 'HsmConfigurationIdentifier', null).present();
  return chain(eitherWay(hsm), (own) =>
    own ? known('customer-key', hsm.at, 'a key of your own hardware module') : encryptionByKey(cluster, graph),
  );
}

function encryptionByKey(cluster: Resource, graph: ResourceGraph): Settled<EncryptionState> {
  const written = property(cluster, 'Encrypted', 'encrypted').flag();
  const key = property(cluster, 'KmsKeyId', 'kms_key_id');
  const copied = copiedFrom(cluster);
  if (written.state === 'absent' && copied) return unknown(copied, written.at);
  return encryptionBySwitch(otherwise(written, true, 'Redshift encrypts every new cluster since 2025-01'), key, graph, {
    off: 'none',
    on: 'provider-key',
  });
}

/** What is restored is encrypted as its snapshot is, unless somebody writes otherwise. */
function request(cluster: Resource): { readonly requested?: Settled<boolean> } {
  const written = property(cluster, 'Encrypted', 'encrypted').flag();
  const hsm = property(cluster, 'HsmConfigurationIdentifier', null).present();
  if (hsm.state === 'unknown' || hsm.value) return { requested: hsm };
  if (written.state === 'absent' && copiedFrom(cluster)) return {};
  return { requested: requested(written, property(cluster, 'KmsKeyId', 'kms_key_id')) };
}

function copiedFrom(cluster: Resource): string | undefined {
  if (isExisting(cluster)) return 'clusters created before 2025-01 may be unencrypted';
  const sources = [
    property(cluster, 'SnapshotIdentifier', 'snapshot_identifier'),
    property(cluster, null, 'snapshot_arn'),
  ];
  const restored = sources.map((source) => source.present()).some(({ state, ...rest }) => state === 'unknown' || ('value' in rest && rest.value)); // prettier-ignore
  return restored ? 'a restored cluster may be encrypted as its snapshot is' : undefined;
}

/** Private by default; version 5 of the Terraform provider and older make it public. */
function isPublic(cluster: Resource, context: Context): Settled<boolean> {
  const version = cluster.vocabulary === 'terraform' ? context.providerVersion('aws') : undefined;
  const older = version !== undefined && version < 6;
  return otherwise(
    property(cluster, 'PubliclyAccessible', 'publicly_accessible').flag(),
    older,
    older ? `version ${version} of the provider makes it public by default` : 'private by default since 2025-01',
  );
}

const requiredInFamily = (family: Settled<string>): Settled<boolean> =>
  map(family, (name) => /^redshift-([2-9]|\d\d)/.test(name));

const users: GroupUsers = [
  [['AWS::Redshift::Cluster'], 'ClusterParameterGroupName'],
  [['aws_redshift_cluster'], 'cluster_parameter_group_name'],
];

/** A parameter group that no cluster here uses answers for itself. */
function* groupFacts(group: Resource, graph: ResourceGraph): Iterable<Fact> {
  if (isUsed(group, users, graph)) return;
  yield {
    kind: 'transit-enforcement',
    noun: 'Redshift parameter group',
    subject: group,
    enforced: orElse(map(parameterOf(group, 'require_ssl'), isOn), () =>
      requiredInFamily(otherwise(familyOf(group), 'redshift-1.0', 'no family is named')),
    ),
  };
}

/** A snapshot is encrypted as its cluster is. */
function* snapshotFacts(snapshot: Resource, graph: ResourceGraph): Iterable<Fact> {
  const named = property(snapshot, 'ClusterIdentifier', 'cluster_identifier');
  const link = graph.follow(named, clusters);
  const cluster = link.state === 'linked' ? link.resource : undefined;
  yield {
    kind: 'storage-at-rest',
    noun: 'Redshift snapshot',
    subject: snapshot,
    encryption: cluster
      ? encryption(cluster, graph)
      : unknown('encrypted as its cluster is, which is not here', named.at),
    ...(cluster && { related: [cluster] }),
  };
}
