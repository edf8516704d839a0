import { property } from '../../model/resource';
import { known, type Place } from '../../model/value';
import type { Service } from '../service';
import { attachedPolicies, companionPolicyFacts, resourcePolicyFacts, type PolicyPlaces } from './resource-policy';
import { configuredEncryption, ruleEncryption } from './s3-encryption';

const directoryBuckets = ['AWS::S3Express::DirectoryBucket', 'aws_s3_directory_bucket'];

const places: PolicyPlaces = {
  noun: 'S3 directory bucket',
  companions: [
    {
      types: ['AWS::S3Express::BucketPolicy', 'aws_s3_bucket_policy'],
      target: ['Bucket', 'bucket'],
      document: ['PolicyDocument', 'policy'],
    },
  ],
};

/**
 * Directory buckets: always encrypted, never public. Their block of public access and their ownership cannot be changed.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-security.html
 */
export const s3Express: Service = {
  name: 's3-express',
  types: {
    cloudformation: ['AWS::S3Express::AccessPoint', 'AWS::S3Express::BucketPolicy', 'AWS::S3Express::DirectoryBucket'],
    terraform: ['aws_s3_directory_bucket'],
  },
  *facts(resource, graph) {
    const at: Place = { id: resource.id, path: [] };
    const always = known(true, at, 'directory buckets always block public access');
    const companionTypes = ['aws_s3_bucket_server_side_encryption_configuration'];
    if (resource.type === 'AWS::S3Express::BucketPolicy') {
      yield* companionPolicyFacts(resource, directoryBuckets, graph, places);
      return;
    }
    const isAccessPoint = resource.type === 'AWS::S3Express::AccessPoint';
    const noun = isAccessPoint ? 'S3 directory bucket access point' : places.noun;
    const about = { noun, subject: resource };
    if (!isAccessPoint) {
      const [companion] = graph.companions(resource, companionTypes, 'bucket').certain;
      const rule = 'BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault';
      yield {
        kind: 'storage-at-rest',
        ...about,
        ...(companion
          ? configuredEncryption(companion, graph)
          : ruleEncryption(
              property(resource, `${rule}.SSEAlgorithm`, null),
              property(resource, `${rule}.KMSMasterKeyID`, null),
              graph,
            )),
        ...(companion && { related: [companion] }),
      };
    }
    yield { kind: 'public-access-block', complete: always, explicit: known(true, at, 'always on'), ...about };
    const attached = attachedPolicies(resource, graph, isAccessPoint ? { noun, inline: ['Policy', null] } : places);
    yield* resourcePolicyFacts(resource, noun, attached, always);
  },
};
