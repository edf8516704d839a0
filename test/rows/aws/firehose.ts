import { unknown, type Properties, type ServiceRows } from '../../support/row';
import { secretTable } from '../../support/secret-rows';

const types = {
  cloudformation: 'AWS::KinesisFirehose::DeliveryStream',
  terraform: 'aws_kinesis_firehose_delivery_stream',
};
const encrypted = (type: unknown, key?: unknown) =>
  [
    { DeliveryStreamEncryptionConfigurationInput: { KeyType: type, ...(key !== undefined && { KeyARN: key }) } },
    { server_side_encryption: [{ enabled: true, key_type: type, ...(key !== undefined && { key_arn: key }) }] },
  ] as const;
const key = 'arn:aws:kms:eu-west-1:111122223333:key/1234';

const secret = (inCloudformation: (secret: unknown) => Properties, inTerraform: (secret: unknown) => Properties) =>
  secretTable({ ...types, inCloudformation, inTerraform });

export const firehoseRows: ServiceRows = {
  service: 'firehose',
  controls: {
    'storage-encrypted': {
      'Firehose stream': {
        ...types,
        // prettier-ignore
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['fail', 'it is switched off', null, { server_side_encryption: [{ enabled: false }] }],
          ['fail', 'it is not switched on', null, { server_side_encryption: [{ key_arn: key }] }],
          ['pass', "AWS's key is asked for", ...encrypted('AWS_OWNED_CMK')],
          ['pass', 'it is switched on', null, { server_side_encryption: [{ enabled: true }] }],
          ['undecided', 'it is a parameter', { DeliveryStreamEncryptionConfigurationInput: unknown }, { server_side_encryption: [{ enabled: unknown }] }],
          ['pass', 'only whose key is a parameter', ...encrypted(unknown)],
          ['silent', 'it reads from a Kinesis stream, and keeps nothing', { KinesisStreamSourceConfiguration: { KinesisStreamARN: 'arn' } }, { kinesis_source_configuration: [{ kinesis_stream_arn: 'arn' }] }],
          ['silent', 'it reads from a Kafka cluster', { MSKSourceConfiguration: { TopicName: 't' } }, { msk_source_configuration: [{ topic_name: 't' }] }],
          ['undecided', 'its source is a parameter', { KinesisStreamSourceConfiguration: unknown }, { kinesis_source_configuration: unknown }],
        ],
      },
    },
    'customer-managed-key': {
      'Firehose stream': {
        ...types,
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['fail', "AWS's key is asked for", ...encrypted('AWS_OWNED_CMK')],
          ['pass', 'a key is named', ...encrypted('CUSTOMER_MANAGED_CMK', key)],
          ['undecided', 'the key is a parameter', ...encrypted('CUSTOMER_MANAGED_CMK', unknown)],
        ],
      },
    },
    'no-secret-in-clear': {
      'password of the Redshift destination': secret(
        (text) => ({ RedshiftDestinationConfiguration: { Password: text } }),
        (text) => ({ redshift_configuration: [{ password: text }] }),
      ),
      'token of the Splunk destination': secret(
        (text) => ({ SplunkDestinationConfiguration: { HECToken: text } }),
        (text) => ({ splunk_configuration: [{ hec_token: text }] }),
      ),
      'access key of the HTTP destination': secret(
        (text) => ({ HttpEndpointDestinationConfiguration: { EndpointConfiguration: { AccessKey: text } } }),
        (text) => ({ http_endpoint_configuration: [{ access_key: text }] }),
      ),
      'private key of the Snowflake destination': secret(
        (text) => ({ SnowflakeDestinationConfiguration: { PrivateKey: text } }),
        (text) => ({ snowflake_configuration: [{ private_key: text }] }),
      ),
    },
  },
};
