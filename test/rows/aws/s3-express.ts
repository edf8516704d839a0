import { policy } from '../../support/policy-rows';
import { refer, system, unknown, type ServiceRows } from '../../support/row';

const types = { cloudformation: 'AWS::S3Express::DirectoryBucket', terraform: 'aws_s3_directory_bucket' };
const everyone = policy({ Effect: 'Allow', Principal: '*', Action: 's3express:CreateSession', Resource: '*' });
const inverted = policy({ Effect: 'Allow', NotPrincipal: { AWS: '111122223333' }, Action: '*', Resource: '*' });
const withPolicy = (document: unknown) =>
  [
    system(
      {},
      { rules: { type: 'AWS::S3Express::BucketPolicy', properties: { Bucket: refer(), PolicyDocument: document } } },
    ),
    system({}, { rules: { type: 'aws_s3_bucket_policy', properties: { bucket: refer(), policy: typeof document === 'object' ? JSON.stringify(document) : document } } }), // prettier-ignore
  ] as const;
const encrypted = (algorithm: unknown, key: unknown) =>
  [
    { BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: algorithm, KMSMasterKeyID: key } }] } }, // prettier-ignore
    system({}, { encryption: { type: 'aws_s3_bucket_server_side_encryption_configuration', properties: { bucket: refer(), rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: algorithm, kms_master_key_id: key }] }] } } }), // prettier-ignore
  ] as const;

export const s3ExpressRows: ServiceRows = {
  service: 's3-express',
  controls: {
    'storage-encrypted': {
      'S3 directory bucket': { ...types, rows: [['pass', 'nothing is said', {}, {}]] },
    },
    'customer-managed-key': {
      'S3 directory bucket': {
        ...types,
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['pass', 'a key is named', ...encrypted('aws:kms', 'alias/ours')],
          ['undecided', 'the key is a parameter', ...encrypted('aws:kms', unknown)],
        ],
      },
    },
    'public-access-blocked': {
      'S3 directory bucket': { ...types, rows: [['pass', 'it is so always', {}, {}]] },
      'access point': {
        cloudformation: 'AWS::S3Express::AccessPoint',
        terraform: null,
        rows: [['pass', 'it is so always', {}, null]],
      },
    },
    'resource-policy-not-public': {
      'S3 directory bucket': { ...types, rows: [['pass', 'public policies are refused', ...withPolicy(everyone)]] },
      'policy of a directory bucket elsewhere': {
        cloudformation: 'AWS::S3Express::BucketPolicy',
        terraform: null,
        rows: [['fail', 'everyone is let in', { Bucket: 'elsewhere', PolicyDocument: everyone }, null]],
      },
    },
    'iam-no-inverted-grant': {
      'S3 directory bucket': {
        ...types,
        rows: [
          ['fail', 'everyone but an account is let in', ...withPolicy(inverted)],
          ['undecided', 'the policy is a parameter', ...withPolicy(unknown)],
        ],
      },
    },
  },
};
