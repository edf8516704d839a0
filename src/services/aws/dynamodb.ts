import type { EncryptionState, Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { any, every, is, settledTruth } from '../../model/truth';
import { chain, known, otherwise, type Settled } from '../../model/value';
import type { Service } from '../service';
import { inBackupPlan } from './backup-plan';
import { deletionGuard } from './database-upkeep';
import { alwaysEncrypted, eitherWay, keyCustody } from './key-custody';
import { policyDocument } from './policy-document';
import { ownersPolicyFacts, type PolicyOwner, type PolicyPlaces } from './resource-policy';

const tables = ['AWS::DynamoDB::Table', 'aws_dynamodb_table'];
const replicas = ['aws_dynamodb_table_replica'];
const companion = {
  types: ['aws_dynamodb_resource_policy'],
  target: [null, 'resource_arn'],
  document: [null, 'policy'],
} as const;

const places: PolicyPlaces = {
  noun: 'DynamoDB table',
  inline: ['ResourcePolicy.PolicyDocument', null],
  companions: [companion],
};
const policyOwners: readonly PolicyOwner[] = [
  { types: tables, places },
  { types: replicas, places: { noun: 'DynamoDB table replica', companions: [companion] } },
];

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html (always, since 2018-11) */
export const dynamodb: Service = {
  name: 'dynamodb',
  types: {
    cloudformation: ['AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table'],
    terraform: [
      'aws_dynamodb_global_table',
      'aws_dynamodb_resource_policy',
      'aws_dynamodb_table',
      'aws_dynamodb_table_replica',
    ],
  },
  *facts(resource, graph) {
    if (tables.includes(resource.type)) yield* tableFacts(resource, graph);
    if (resource.type === 'AWS::DynamoDB::GlobalTable') yield* globalTableFacts(resource, graph);
    if (replicas.includes(resource.type)) yield* replicaFacts(resource, graph);
    yield* ownersPolicyFacts(resource, policyOwners, graph);
  },
};

/** A key that AWS owns, unless a KMS key is switched on: AWS's own in the account, or one that is named. */
function encryption(enabled: Settled<boolean>, key: Property, graph: ResourceGraph): Settled<EncryptionState> {
  const because = enabled.state === 'known' ? enabled.because : undefined;
  return chain(eitherWay(enabled), (on): Settled<EncryptionState> =>
    on
      ? keyCustody(key, graph, known('provider-kms', enabled.at))
      : known('provider-key', enabled.at, because ?? 'DynamoDB encrypts every table since 2018-11'),
  );
}

const switchOf = (table: Resource): Settled<boolean> =>
  otherwise(
    property(table, 'SSESpecification.SSEEnabled', 'server_side_encryption.enabled').flag(),
    false,
    'DynamoDB encrypts with a key that AWS owns by default',
  );

/** The encryption of a table or of one of its copies, which the switch of the table asks for. */
const encryptionOf = (enabled: Settled<boolean>, key: Property, graph: ResourceGraph) => ({
  kind: 'storage-at-rest' as const,
  encryption: encryption(enabled, key, graph),
  requested: enabled,
});

function* tableFacts(table: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: places.noun, subject: table };
  const enabled = switchOf(table);
  const key = property(table, 'SSESpecification.KMSMasterKeyId', 'server_side_encryption.kms_key_arn');
  yield { ...about, ...encryptionOf(enabled, key, graph) };
  for (const replica of itemsOf(property(table, null, 'replica')))
    yield { ...about, ...encryptionOf(enabled, replica.get('kms_key_arn'), graph) };
  const recovery = otherwise(
    property(
      table,
      'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
      'point_in_time_recovery.enabled',
    ).flag(),
    false,
    'point-in-time recovery is off by default',
  );
  yield { kind: 'backup', ...about, ...inBackupPlan(table, recovery, graph) };
  yield deletionGuard(about, property(table, 'DeletionProtectionEnabled', 'deletion_protection_enabled').flag());
  const stream = policyDocument(property(table, 'StreamSpecification.ResourcePolicy.PolicyDocument', null));
  if (stream) yield { kind: 'policy-document', role: 'resource', document: stream, ...about };
}

/** A list of which nothing is known is one item of which nothing is known. */
function itemsOf(list: Property): readonly Property[] {
  const items = otherwise(list.list(), [], 'none');
  return items.state === 'known' ? items.value : [list];
}

/** A table in several regions: each replica has its own key and policy. */
function* globalTableFacts(table: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'DynamoDB global table', subject: table };
  const enabled = switchOf(table);
  yield* replicatedUpkeep(table, graph);
  for (const replica of itemsOf(table.properties.get('Replicas'))) {
    const key = replica.get('SSESpecification', 'KMSMasterKeyId');
    yield { ...about, ...encryptionOf(enabled, key, graph) };
    for (const policy of ['ResourcePolicy', 'ReplicaStreamSpecification.ResourcePolicy']) {
      const document = policyDocument(replica.get(...policy.split('.'), 'PolicyDocument'));
      if (document) yield { kind: 'policy-document', role: 'resource', document, ...about };
    }
  }
}

/** Replicas hold the same data: one that can be recovered is enough, and each must be guarded. */
function* replicatedUpkeep(table: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'DynamoDB global table', subject: table };
  const replicas = itemsOf(table.properties.get('Replicas'));
  const recovered = replicas.map((replica) => {
    const flag = replica.get('PointInTimeRecoverySpecification', 'PointInTimeRecoveryEnabled').flag();
    return is(otherwise(flag, false, 'off by default'), (on) => on, 'point-in-time recovery');
  });
  const { at } = table.properties;
  yield { kind: 'backup', ...about, ...inBackupPlan(table, settledTruth(any(...recovered), at), graph) };
  const guarded = every(
    known(replicas, at),
    (replica) =>
      is(otherwise(replica.get('DeletionProtectionEnabled').flag(), false, 'off by default'), (on) => on, 'replica'),
    'replicas',
  );
  yield { kind: 'deletion-protection', on: settledTruth(guarded, at), ...about };
}

function* replicaFacts(replica: Resource, graph: ResourceGraph): Iterable<Fact> {
  yield {
    kind: 'storage-at-rest',
    noun: 'DynamoDB table replica',
    subject: replica,
    encryption: alwaysEncrypted(
      property(replica, null, 'kms_key_arn'),
      graph,
      'provider-key',
      'DynamoDB encrypts every table since 2018-11',
    ),
  };
}
