import { policyTables } from '../../support/policy-rows';
import { refer, system, type ServiceRows } from '../../support/row';
import { keptStoreTables, merged } from '../../support/store-rows';

const tables = { cloudformation: 'AWS::S3Tables::TableBucket', terraform: 'aws_s3tables_table_bucket' };
const vectors = { cloudformation: 'AWS::S3Vectors::VectorBucket', terraform: 'aws_s3vectors_vector_bucket' };

export const s3TablesRows: ServiceRows = {
  service: 's3-tables',
  controls: merged(
    keptStoreTables({
      ...tables,
      noun: 'S3 table bucket',
      inCloudformation: (key) => ({ EncryptionConfiguration: { SSEAlgorithm: 'aws:kms', KMSKeyArn: key } }),
      inTerraform: (key) => ({ encryption_configuration: [{ sse_algorithm: 'aws:kms', kms_key_arn: key }] }),
      silent: [{}, {}],
    }),
    keptStoreTables({
      ...vectors,
      noun: 'S3 vector bucket',
      inCloudformation: (key) => ({ EncryptionConfiguration: { SseType: 'aws:kms', KmsKeyArn: key } }),
      inTerraform: (key) => ({ encryption_configuration: [{ sse_type: 'aws:kms', kms_key_arn: key }] }),
      silent: [{}, {}],
    }),
    policyTables({
      ...tables,
      noun: 'S3 table bucket',
      action: 's3tables:GetTableData',
      inCloudformation: (document) =>
        system({}, { rules: { type: 'AWS::S3Tables::TableBucketPolicy', properties: { TableBucketARN: refer(), ResourcePolicy: document } } }), // prettier-ignore
      inTerraform: (document) =>
        system({}, { rules: { type: 'aws_s3tables_table_bucket_policy', properties: { table_bucket_arn: refer('it', 'arn'), resource_policy: document } } }), // prettier-ignore
      withoutPolicy: [{}, {}],
    }),
    policyTables({
      ...vectors,
      noun: 'S3 vector bucket',
      action: 's3vectors:GetVectors',
      inCloudformation: (document) =>
        system({}, { rules: { type: 'AWS::S3Vectors::VectorBucketPolicy', properties: { VectorBucketArn: refer(), Policy: document } } }), // prettier-ignore
      inTerraform: (document) =>
        system({}, { rules: { type: 'aws_s3vectors_vector_bucket_policy', properties: { vector_bucket_arn: refer('it', 'arn'), policy: document } } }), // prettier-ignore
      withoutPolicy: [{}, {}],
    }),
    policyTables({
      cloudformation: 'AWS::S3Vectors::VectorBucket',
      terraform: null,
      noun: 'S3 vector bucket with a policy for its name',
      action: 's3vectors:GetVectors',
      inCloudformation: (document) =>
        system({ VectorBucketName: 'ours' }, { rules: { type: 'AWS::S3Vectors::VectorBucketPolicy', properties: { VectorBucketName: refer('it', 'name', 'VectorBucketName'), Policy: document } } }), // prettier-ignore
    }),
    policyTables({
      cloudformation: 'AWS::S3Tables::Table',
      terraform: 'aws_s3tables_table',
      noun: 'S3 table',
      action: 's3tables:GetTableData',
      inCloudformation: (document) =>
        system({}, { rules: { type: 'AWS::S3Tables::TablePolicy', properties: { TableARN: refer(), ResourcePolicy: document } } }), // prettier-ignore
      inTerraform: (document) =>
        system({ name: 'ours' }, { rules: { type: 'aws_s3tables_table_policy', properties: { name: refer('it', 'name'), table_bucket_arn: 'elsewhere', resource_policy: document } } }), // prettier-ignore
      withoutPolicy: [{}, {}],
    }),
    policyTables({
      noun: 'policy of a table elsewhere',
      cloudformation: 'AWS::S3Tables::TablePolicy',
      terraform: 'aws_s3tables_table_policy',
      action: 's3tables:GetTableData',
      inCloudformation: (document) => ({ TableARN: 'elsewhere', ResourcePolicy: document }),
      inTerraform: (document) => ({ table_bucket_arn: 'elsewhere', resource_policy: document }),
    }),
  ),
};
