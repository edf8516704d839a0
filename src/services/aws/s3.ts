import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { matchesGlob, shown } from '../../model/policy-patterns';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { all, any, not, settledTruth } from '../../model/truth';
import type { Place } from '../../model/value';
import type { Context, Service } from '../service';
import {
  attachedPolicies,
  belongsTo,
  companionPolicyFacts,
  resourcePolicyFacts,
  type PolicyPlaces,
} from './resource-policy';
import {
  aclIsPublic,
  aclIsWritable,
  aclsWithoutEffect,
  objectOwnership,
  ownershipControls,
  possibleAcls,
} from './s3-acl';
import { bucketEncryption, configuredEncryption } from './s3-encryption';
import { loneRecordFacts, recordFacts } from './s3-records';
import { blockStateOf, blockSwitches, publicAccessBlock, type PublicAccessBlockState } from './s3-public-access-block';
import { transitEnforcement, withTransitEnforcement, type PlaintextRequest } from './transit-policy';

export const buckets = ['AWS::S3::Bucket', 'aws_s3_bucket'];

/** Companions of a bucket may also belong to a directory bucket, which then speaks for them. */
const owners = [...buckets, 'aws_s3_directory_bucket'];

const places: PolicyPlaces = {
  noun: 'S3 bucket',
  inline: [null, 'policy'],
  companions: [
    {
      types: ['AWS::S3::BucketPolicy', 'aws_s3_bucket_policy'],
      target: ['Bucket', 'bucket'],
      document: ['PolicyDocument', 'policy'],
    },
  ],
};

/** Companions that configure what is recorded, kept, shown or taken away. */
const recordCompanions = [
  'aws_s3_bucket_cors_configuration',
  'aws_s3_bucket_lifecycle_configuration',
  'aws_s3_bucket_logging',
  'aws_s3_bucket_object_lock_configuration',
  'aws_s3_bucket_replication_configuration',
  'aws_s3_bucket_versioning',
  'aws_s3_bucket_website_configuration',
];

/** Companions that configure a bucket in ways that none of the concerns is about: none lets anybody in. */
const silentCompanions = [
  'aws_s3_bucket_abac',
  'aws_s3_bucket_accelerate_configuration',
  'aws_s3_bucket_analytics_configuration',
  'aws_s3_bucket_intelligent_tiering_configuration',
  'aws_s3_bucket_inventory',
  'aws_s3_bucket_metadata_configuration',
  'aws_s3_bucket_metric',
  'aws_s3_bucket_notification',
  'aws_s3_bucket_request_payment_configuration',
];

export const s3: Service = {
  name: 's3',
  types: {
    cloudformation: ['AWS::S3::Bucket', 'AWS::S3::BucketPolicy'],
    terraform: [
      'aws_s3_account_public_access_block',
      'aws_s3_bucket',
      'aws_s3_bucket_acl',
      'aws_s3_bucket_ownership_controls',
      'aws_s3_bucket_policy',
      'aws_s3_bucket_public_access_block',
      'aws_s3_bucket_server_side_encryption_configuration',
      ...recordCompanions,
      ...silentCompanions,
    ],
  },
  facts(resource, graph, context) {
    if (buckets.includes(resource.type)) return bucketFacts(resource, graph, context);
    if (places.companions?.some(({ types }) => types.includes(resource.type)))
      return withTransitEnforcement(
        companionPolicyFacts(resource, owners, graph, places),
        ...plaintextRequests(property(resource, 'Bucket', 'bucket')),
      );
    return belongsTo(resource.properties.get('bucket'), owners, graph) ? [] : lonelyFacts(resource, graph);
  },
};

function* bucketFacts(bucket: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const about = { noun: places.noun, subject: bucket };
  const block = publicAccessBlock(bucket, graph, context);
  yield { kind: 'storage-at-rest', ...about, ...bucketEncryption(bucket, graph) };
  yield {
    kind: 'public-access-block',
    complete: block.complete,
    explicit: block.explicit,
    switches: block.switches,
    related: block.related,
    ...about,
  };
  yield* aclFacts(bucket, graph, block);
  const attached = attachedPolicies(bucket, graph, places);
  yield* resourcePolicyFacts(bucket, places.noun, attached, block.refusesPolicies);
  yield transitEnforcement(
    bucket,
    places.noun,
    attached,
    ...plaintextRequests(property(bucket, 'BucketName', 'bucket')),
  );
  yield* recordFacts(bucket, graph);
}

/** `*`, `bucket*` or `bucket/*`: every object. A prefix reaches some only. */
const reachesObjects = (pattern: string): boolean => /^[^/]*\/?\*+$/.test(pattern);
const reachesBucket = (pattern: string): boolean => !pattern.includes('/');

/** What must be refused in plain text: requests for the objects, and for the bucket itself. */
function plaintextRequests(name: Property): readonly PlaintextRequest[] {
  const parts = name.parts();
  const bucket = parts.state === 'absent' ? undefined : parts.state === 'known' ? shown(parts.value) : anyName;
  const ofBucket = (reaches: (pattern: string) => boolean) => (pattern: string) =>
    reaches(pattern) && (bucket === undefined || names(pattern, bucket));
  return [
    { action: 's3:GetObject', reaches: ofBucket(reachesObjects) },
    { action: 's3:PutObject', reaches: ofBucket(reachesObjects) },
    { action: 's3:ListBucket', reaches: ofBucket(reachesBucket) },
  ];
}

const anyName = '${...}';

/**
 * Whether an ARN is of a bucket. One with a hole is taken for it, and so is what is no ARN of a bucket; of a bucket
 * whose own name has a hole, other names may still be.
 */
function names(pattern: string, bucket: string): boolean | undefined {
  const named = /^arn:[^:]*:s3:::([^/]+)/.exec(pattern)?.[1];
  if (named === undefined || named.includes('${') || matchesGlob(named, bucket)) return true;
  return bucket.includes('${') ? undefined : false;
}

function* aclFacts(bucket: Resource, graph: ResourceGraph, block: PublicAccessBlockState): Iterable<Fact> {
  const about = { noun: places.noun, subject: bucket };
  const ownership = objectOwnership(bucket, graph);
  yield {
    kind: 'object-ownership',
    aclDisabled: ownership.aclDisabled,
    related: ownership.related,
    ...about,
  };
  const { certain } = graph.companions(bucket, ['aws_s3_bucket_acl'], 'bucket');
  const at: Place = { id: bucket.id, path: [] };
  const effective = not(aclsWithoutEffect(block, ownership));
  const possible = possibleAcls(bucket, graph);
  const granted = any(aclIsPublic(bucket), ...certain.map(aclIsPublic), ...possible);
  const written = any(aclIsWritable(bucket), ...certain.map(aclIsWritable), ...possible);
  yield {
    kind: 'acl-grant',
    public: settledTruth(all(granted, effective), at),
    writable: settledTruth(all(written, effective), at),
    related: certain,
    ...about,
  };
}

/** A companion whose bucket is not in the graph, or cannot be told, answers for itself. */
function* lonelyFacts(companion: Resource, graph: ResourceGraph): Iterable<Fact> {
  const subject = companion;
  const at: Place = { id: companion.id, path: [] };
  switch (companion.type) {
    case 'aws_s3_account_public_access_block':
    case 'aws_s3_bucket_public_access_block': {
      const noun =
        companion.type === 'aws_s3_bucket_public_access_block'
          ? 'S3 public access block'
          : "S3 account's public access block";
      const { complete, explicit, switches } = blockStateOf(blockSwitches(companion), at);
      yield { kind: 'public-access-block', noun, subject, complete, explicit, switches };
      return;
    }
    case 'aws_s3_bucket_acl':
      yield {
        kind: 'acl-grant',
        noun: 'S3 bucket ACL',
        subject,
        public: settledTruth(aclIsPublic(companion), at),
        writable: settledTruth(aclIsWritable(companion), at),
      };
      return;
    case 'aws_s3_bucket_ownership_controls':
      yield {
        kind: 'object-ownership',
        noun: 'S3 bucket of these ownership controls',
        subject,
        aclDisabled: ownershipControls(companion),
      };
      return;
    case 'aws_s3_bucket_server_side_encryption_configuration':
      yield {
        kind: 'storage-at-rest',
        noun: 'S3 bucket of this encryption configuration',
        subject,
        ...configuredEncryption(companion, graph),
      };
      return;
    default:
      yield* loneRecordFacts(companion);
  }
}
