import { property } from '../../model/resource';
import type { Service } from '../service';
import { encryptedStoreFacts, type EncryptedStore } from './encrypted-store';
import type { PolicyOwner, Spelling } from './resource-policy';
import { byAlgorithm } from './s3-encryption';

/** Always encrypted, with keys of S3 unless told otherwise. */
const byType =
  (algorithm: Spelling, key: Spelling): EncryptedStore['encryption'] =>
  (store, graph) =>
    byAlgorithm(property(store, ...algorithm), property(store, ...key), graph);

const stores: readonly EncryptedStore[] = [
  {
    types: ['AWS::S3Tables::TableBucket', 'aws_s3tables_table_bucket'],
    places: {
      noun: 'S3 table bucket',
      companions: [
        {
          types: ['AWS::S3Tables::TableBucketPolicy', 'aws_s3tables_table_bucket_policy'],
          target: ['TableBucketARN', 'table_bucket_arn'],
          document: ['ResourcePolicy', 'resource_policy'],
        },
      ],
    },
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-encryption.html
    encryption: byType(
      ['EncryptionConfiguration.SSEAlgorithm', 'encryption_configuration.sse_algorithm'],
      ['EncryptionConfiguration.KMSKeyArn', 'encryption_configuration.kms_key_arn'],
    ),
  },
  {
    types: ['AWS::S3Vectors::VectorBucket', 'aws_s3vectors_vector_bucket'],
    places: {
      noun: 'S3 vector bucket',
      companions: [
        {
          types: ['AWS::S3Vectors::VectorBucketPolicy', 'aws_s3vectors_vector_bucket_policy'],
          target: ['VectorBucketArn', 'vector_bucket_arn'],
          document: ['Policy', 'policy'],
        },
        {
          types: ['AWS::S3Vectors::VectorBucketPolicy'],
          target: ['VectorBucketName', null],
          document: ['Policy', null],
        },
      ],
    },
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-vectors-data-encryption.html
    encryption: byType(
      ['EncryptionConfiguration.SseType', 'encryption_configuration.sse_type'],
      ['EncryptionConfiguration.KmsKeyArn', 'encryption_configuration.kms_key_arn'],
    ),
  },
];

/** A table lies in its bucket, and has a policy of its own. */
const table: PolicyOwner = {
  types: ['AWS::S3Tables::Table', 'aws_s3tables_table'],
  places: {
    noun: 'S3 table',
    companions: [
      {
        types: ['AWS::S3Tables::TablePolicy', 'aws_s3tables_table_policy'],
        target: ['TableARN', 'name'],
        document: ['ResourcePolicy', 'resource_policy'],
      },
    ],
  },
};

export const s3Tables: Service = {
  name: 's3-tables',
  types: {
    cloudformation: [
      // Names within buckets that have the facts.
      'AWS::S3Tables::Namespace',
      'AWS::S3Tables::Table',
      'AWS::S3Tables::TableBucket',
      'AWS::S3Tables::TableBucketPolicy',
      'AWS::S3Tables::TablePolicy',
      'AWS::S3Vectors::Index',
      'AWS::S3Vectors::VectorBucket',
      'AWS::S3Vectors::VectorBucketPolicy',
    ],
    terraform: [
      'aws_s3tables_namespace',
      'aws_s3tables_table',
      'aws_s3tables_table_bucket',
      'aws_s3tables_table_bucket_policy',
      'aws_s3tables_table_policy',
      'aws_s3vectors_index',
      'aws_s3vectors_vector_bucket',
      'aws_s3vectors_vector_bucket_policy',
    ],
  },
  facts: (resource, graph) => encryptedStoreFacts(resource, graph, stores, [table]),
};
