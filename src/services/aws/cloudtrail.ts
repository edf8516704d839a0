import type { EncryptionState, Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { chain, known, type Settled } from '../../model/value';
import type { Service } from '../service';
import { eventDataStoreFacts, trailFacts } from './cloudtrail-trail';
import { encryptedStoreFacts, withKey, type EncryptedStore } from './encrypted-store';
import { eitherWay, keyCustody } from './key-custody';
import type { PolicyCompanion, PolicyOwner } from './resource-policy';
import { buckets } from './s3';
import { bucketEncryption } from './s3-encryption';

/**
 * Log files rest in a bucket, encrypted as the bucket encrypts unless the trail names a key.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html
 */
function trailEncryption(trail: Resource, graph: ResourceGraph): Settled<EncryptionState> {
  const key = property(trail, 'KMSKeyId', 'kms_key_id');
  const bucket = graph.follow(property(trail, 'S3BucketName', 's3_bucket_name'), buckets);
  const inherited: Settled<EncryptionState> =
    bucket.state === 'linked' && bucket.resource.mode === 'managed'
      ? bucketEncryption(bucket.resource, graph).encryption
      : known('provider-key', key.at, 'S3 encrypts the log files');
  return chain(eitherWay(key.present()), (named) => (named ? keyCustody(key, graph, inherited) : inherited));
}

const companions: readonly PolicyCompanion[] = [
  { types: ['AWS::CloudTrail::ResourcePolicy'], target: ['ResourceArn', null], document: ['ResourcePolicy', null] },
];

const trails = ['AWS::CloudTrail::Trail', 'aws_cloudtrail'];
const dataStores = ['AWS::CloudTrail::EventDataStore', 'aws_cloudtrail_event_data_store'];

const stores: readonly EncryptedStore[] = [
  {
    types: trails,
    places: { noun: 'CloudTrail trail' },
    encryption: trailEncryption,
  },
  {
    types: dataStores,
    places: { noun: 'CloudTrail event data store', companions },
    // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encryption-at-rest.html
    encryption: withKey(['KmsKeyId', 'kms_key_id'], 'provider-key', 'CloudTrail Lake always encrypts'),
  },
];

/** Views of, and ways into, an event data store: each has a policy of its own. */
const others: readonly PolicyOwner[] = [
  { types: ['AWS::CloudTrail::Channel'], places: { noun: 'CloudTrail channel', companions } },
  { types: ['AWS::CloudTrail::Dashboard'], places: { noun: 'CloudTrail dashboard', companions } },
];

export const cloudtrail: Service = {
  name: 'cloudtrail',
  types: {
    cloudformation: [
      'AWS::CloudTrail::Channel',
      'AWS::CloudTrail::Dashboard',
      'AWS::CloudTrail::EventDataStore',
      'AWS::CloudTrail::ResourcePolicy',
      'AWS::CloudTrail::Trail',
    ],
    terraform: [
      'aws_cloudtrail',
      'aws_cloudtrail_event_data_store',
      'aws_cloudtrail_organization_delegated_admin_account',
    ],
  },
  *facts(resource, graph): Iterable<Fact> {
    yield* encryptedStoreFacts(resource, graph, stores, others);
    if (trails.includes(resource.type)) yield* trailFacts(resource);
    if (dataStores.includes(resource.type)) yield* eventDataStoreFacts(resource);
  },
};
