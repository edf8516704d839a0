import { policyTables } from '../../support/policy-rows';
import { refer, system, type ServiceRows } from '../../support/row';
import { keptStoreTables, merged } from '../../support/store-rows';

const trail = { cloudformation: 'AWS::CloudTrail::Trail', terraform: 'aws_cloudtrail' };
const encryptedBucket = {
  cloudformation: {
    type: 'AWS::S3::Bucket',
    properties: {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'alias/ours' } },
        ],
      },
    },
  },
  terraform: {
    type: 'aws_s3_bucket',
    properties: {
      server_side_encryption_configuration: [
        { rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: 'aws:kms', kms_master_key_id: 'alias/ours' }] }] }, // prettier-ignore
      ],
    },
  },
};

/** A view of an event data store, or a way into one, with its policy. */
const beside = (noun: string, cloudformation: string, action: string) =>
  policyTables({
    noun,
    cloudformation,
    terraform: null,
    action,
    inCloudformation: (document) =>
      system({}, { rules: { type: 'AWS::CloudTrail::ResourcePolicy', properties: { ResourceArn: refer(), ResourcePolicy: document } } }), // prettier-ignore
    withoutPolicy: [{}, null],
  });

export const cloudtrailRows: ServiceRows = {
  service: 'cloudtrail',
  controls: merged(
    keptStoreTables({
      ...trail,
      noun: 'CloudTrail trail',
      inCloudformation: (key) => ({ KMSKeyId: key, S3BucketName: 'elsewhere' }),
      inTerraform: (key) => ({ kms_key_id: key, s3_bucket_name: 'elsewhere' }),
    }),
    {
      'customer-managed-key': {
        'CloudTrail trail and its bucket': {
          ...trail,
          rows: [
            ['pass', 'its bucket encrypts with a customer key', system({ S3BucketName: refer('logs') }, { logs: encryptedBucket.cloudformation }), system({ s3_bucket_name: refer('logs') }, { logs: encryptedBucket.terraform })], // prettier-ignore
            ['fail', 'its bucket says nothing', system({ S3BucketName: refer('logs') }, { logs: { type: 'AWS::S3::Bucket', properties: {} } }), system({ s3_bucket_name: refer('logs') }, { logs: { type: 'aws_s3_bucket', properties: {} } })], // prettier-ignore
          ],
        },
      },
    },
    keptStoreTables({
      noun: 'CloudTrail event data store',
      cloudformation: 'AWS::CloudTrail::EventDataStore',
      terraform: 'aws_cloudtrail_event_data_store',
      inCloudformation: (key) => ({ KmsKeyId: key }),
      inTerraform: (key) => ({ kms_key_id: key }),
    }),
    policyTables({
      noun: 'CloudTrail event data store',
      cloudformation: 'AWS::CloudTrail::EventDataStore',
      terraform: null,
      action: 'cloudtrail:StartQuery',
      inCloudformation: (document) =>
        system({}, { rules: { type: 'AWS::CloudTrail::ResourcePolicy', properties: { ResourceArn: refer(), ResourcePolicy: document } } }), // prettier-ignore
      withoutPolicy: [{}, null],
    }),
    beside('CloudTrail channel', 'AWS::CloudTrail::Channel', 'cloudtrail-data:PutAuditEvents'),
    beside('CloudTrail dashboard', 'AWS::CloudTrail::Dashboard', 'cloudtrail:StartDashboardRefresh'),
    policyTables({
      noun: 'policy of an event data store elsewhere',
      cloudformation: 'AWS::CloudTrail::ResourcePolicy',
      terraform: null,
      action: 'cloudtrail:StartQuery',
      inCloudformation: (document) => ({ ResourceArn: 'elsewhere', ResourcePolicy: document }),
    }),
  ),
};
