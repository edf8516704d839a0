import { policyTables } from '../../support/policy-rows';
import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { keptStoreTables, merged } from '../../support/store-rows';

const types = { cloudformation: 'AWS::Kinesis::Stream', terraform: 'aws_kinesis_stream' };
const encrypted = (key: unknown) =>
  [{ StreamEncryption: { EncryptionType: 'KMS', KeyId: key } }, { encryption_type: 'KMS', kms_key_id: key }] as const;

export const kinesisRows: ServiceRows = {
  service: 'kinesis',
  controls: merged(
    {
      'storage-encrypted': {
        'Kinesis stream': {
          ...types,
          rows: [
            ['fail', 'nothing is said', {}, {}],
            ['fail', 'no encryption is asked for', null, { encryption_type: 'NONE' }],
            ['fail', 'a key is named, but not used', null, { kms_key_id: 'alias/ours' }],
            ['pass', 'it is switched on', ...encrypted('alias/aws/kinesis')],
            ['undecided', 'it is a parameter', { StreamEncryption: unknown }, { encryption_type: unknown }],
          ],
        },
      },
      'customer-managed-key': {
        'Kinesis stream': {
          ...types,
          rows: [
            ['fail', "the key is AWS's own", ...encrypted('alias/aws/kinesis')],
            ['pass', 'a key is named', ...encrypted('alias/ours')],
            ['undecided', 'the key is a parameter', ...encrypted(unknown)],
          ],
        },
      },
    },
    policyTables({
      ...types,
      noun: 'Kinesis stream',
      action: 'kinesis:GetRecords',
      inCloudformation: (document) =>
        system({}, { rules: { type: 'AWS::Kinesis::ResourcePolicy', properties: { ResourceArn: refer('it', 'arn', 'Arn'), ResourcePolicy: document } } }), // prettier-ignore
      inTerraform: (document) =>
        system({}, { rules: { type: 'aws_kinesis_resource_policy', properties: { resource_arn: refer('it', 'arn'), policy: document } } }), // prettier-ignore
      withoutPolicy: [{}, {}],
    }),
    policyTables({
      cloudformation: 'AWS::Kinesis::StreamConsumer',
      terraform: 'aws_kinesis_stream_consumer',
      noun: 'Kinesis stream consumer',
      action: 'kinesis:SubscribeToShard',
      inCloudformation: (document) =>
        system({}, { rules: { type: 'AWS::Kinesis::ResourcePolicy', properties: { ResourceArn: refer(), ResourcePolicy: document } } }), // prettier-ignore
      inTerraform: (document) =>
        system({}, { rules: { type: 'aws_kinesis_resource_policy', properties: { resource_arn: refer('it', 'arn'), policy: document } } }), // prettier-ignore
      withoutPolicy: [{}, {}],
    }),
    policyTables({
      cloudformation: 'AWS::Kinesis::ResourcePolicy',
      terraform: 'aws_kinesis_resource_policy',
      noun: 'policy of a stream elsewhere',
      action: 'kinesis:GetRecords',
      inCloudformation: (document) => ({ ResourceArn: 'elsewhere', ResourcePolicy: document }),
      inTerraform: (document) => ({ resource_arn: 'elsewhere', policy: document }),
    }),
    keptStoreTables({
      noun: 'Kinesis video stream',
      cloudformation: 'AWS::KinesisVideo::Stream',
      terraform: 'aws_kinesis_video_stream',
      inCloudformation: (key) => ({ KmsKeyId: key }),
      inTerraform: (key) => ({ kms_key_id: key }),
    }),
  ),
};
