import { known } from '../../model/value';
import type { Service } from '../service';
import { encryptedStoreFacts, type EncryptedStore } from './encrypted-store';
import type { PolicyOwner } from './resource-policy';

// https://docs.aws.amazon.com/AmazonS3/latest/s3-outposts/S3OutpostsIAM.html
const neverPublic = 'S3 on Outposts always blocks public access';

const stores: readonly EncryptedStore[] = [
  {
    types: ['AWS::S3Outposts::Bucket', 'aws_s3control_bucket'],
    places: {
      noun: 'S3 bucket on Outposts',
      companions: [
        {
          types: ['AWS::S3Outposts::BucketPolicy', 'aws_s3control_bucket_policy'],
          target: ['Bucket', 'bucket'],
          document: ['PolicyDocument', 'policy'],
        },
      ],
      neverPublic,
    },
    // https://docs.aws.amazon.com/AmazonS3/latest/s3-outposts/s3-outposts-data-encryption.html
    encryption: (bucket) => known('provider-key', { id: bucket.id, path: [] }, 'S3 on Outposts always encrypts'),
  },
];

/** The only way to the objects of such a bucket, from within a VPC. */
const accessPoint: PolicyOwner = {
  types: ['AWS::S3Outposts::AccessPoint'],
  places: { noun: 'S3 access point on Outposts', inline: ['Policy', null], neverPublic },
};

export const s3Outposts: Service = {
  name: 's3-outposts',
  types: {
    cloudformation: [
      'AWS::S3Outposts::AccessPoint',
      'AWS::S3Outposts::Bucket',
      'AWS::S3Outposts::BucketPolicy',
      // Addresses in a VPC.
      'AWS::S3Outposts::Endpoint',
    ],
    terraform: [
      'aws_s3control_bucket',
      'aws_s3control_bucket_lifecycle_configuration',
      'aws_s3control_bucket_policy',
      'aws_s3outposts_endpoint',
    ],
  },
  facts: (resource, graph) => encryptedStoreFacts(resource, graph, stores, [accessPoint]),
};
