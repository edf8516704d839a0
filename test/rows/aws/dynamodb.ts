import { policy, policyTables } from '../../support/policy-rows';
import { keptStoreTables, merged } from '../../support/store-rows';
import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { dynamodbUpkeep } from './dynamodb-upkeep';

const table = { cloudformation: 'AWS::DynamoDB::Table', terraform: 'aws_dynamodb_table' };
const global = { cloudformation: 'AWS::DynamoDB::GlobalTable', terraform: null };
const open = policy({ Effect: 'Allow', Principal: '*', Action: 'dynamodb:*', Resource: '*' });
const inTerraform = (document: unknown) =>
  system({}, { rules: { type: 'aws_dynamodb_resource_policy', properties: { resource_arn: refer('it', 'arn'), policy: document } } }); // prettier-ignore

export const dynamodbRows: ServiceRows = {
  service: 'dynamodb',
  controls: merged(
    dynamodbUpkeep,
    {
      'storage-encrypted': {
        'DynamoDB table': {
          ...table,
          // prettier-ignore
          rows: [
            ['pass', 'nothing is said: every table is encrypted', {}, {}],
            ['pass', 'a KMS key is switched off', { SSESpecification: { SSEEnabled: false } }, { server_side_encryption: [{ enabled: false }] }],
            ['pass', 'the switch is a parameter', { SSESpecification: { SSEEnabled: unknown } }, { server_side_encryption: [{ enabled: unknown }] }],
          ],
        },
        'DynamoDB global table': { ...global, rows: [['pass', 'nothing is said', { Replicas: [{ Region: 'eu-west-1' }] }, null]] }, // prettier-ignore
      },
      'customer-managed-key': {
        'DynamoDB table': {
          ...table,
          // prettier-ignore
          rows: [
            ['fail',      'nothing is said', {}, {}],
            ['fail',      'no key is named', { SSESpecification: { SSEEnabled: true } }, { server_side_encryption: [{ enabled: true }] }],
            ['pass',      'a key is named', { SSESpecification: { SSEEnabled: true, KMSMasterKeyId: 'alias/ours' } }, { server_side_encryption: [{ enabled: true, kms_key_arn: 'alias/ours' }] }],
            ['fail',      'a key is named, and switched off', { SSESpecification: { SSEEnabled: false, KMSMasterKeyId: 'alias/ours' } }, { server_side_encryption: [{ enabled: false, kms_key_arn: 'alias/ours' }] }],
            ['undecided', 'the switch is a parameter', { SSESpecification: { SSEEnabled: unknown, KMSMasterKeyId: 'alias/ours' } }, { server_side_encryption: [{ enabled: unknown, kms_key_arn: 'alias/ours' }] }],
            ['fail',      'a replica has no key', null, { server_side_encryption: [{ enabled: true, kms_key_arn: 'alias/ours' }], replica: [{ region_name: 'eu-west-1' }] }],
            ['pass',      'a replica has its key too', null, { server_side_encryption: [{ enabled: true, kms_key_arn: 'alias/ours' }], replica: [{ region_name: 'eu-west-1', kms_key_arn: 'alias/theirs' }] }],
          ],
        },
        'DynamoDB global table': {
          ...global,
          // prettier-ignore
          rows: [
            ['fail', 'one of two replicas has no key', { SSESpecification: { SSEEnabled: true }, Replicas: [{ Region: 'eu-west-1', SSESpecification: { KMSMasterKeyId: 'alias/ours' } }, { Region: 'eu-central-1' }] }, null],
            ['pass', 'each replica has one', { SSESpecification: { SSEEnabled: true }, Replicas: [{ Region: 'eu-west-1', SSESpecification: { KMSMasterKeyId: 'alias/ours' } }] }, null],
          ],
        },
      },
    },
    keptStoreTables({
      noun: 'DynamoDB table replica',
      cloudformation: null,
      terraform: 'aws_dynamodb_table_replica',
      inTerraform: (key) => ({ kms_key_arn: key }),
    }),
    policyTables({
      noun: 'DynamoDB table',
      ...table,
      action: 'dynamodb:GetItem',
      inCloudformation: (document) => ({ ResourcePolicy: { PolicyDocument: document } }),
      inTerraform,
      withoutPolicy: [{}, {}],
    }),
    policyTables({
      noun: 'DynamoDB table replica',
      cloudformation: null,
      terraform: 'aws_dynamodb_table_replica',
      action: 'dynamodb:GetItem',
      inTerraform,
    }),
    {
      'resource-policy-not-public': {
        'stream of a DynamoDB table': {
          ...table,
          rows: [['fail', 'everyone is let in', { StreamSpecification: { ResourcePolicy: { PolicyDocument: open } } }, null]], // prettier-ignore
        },
        'DynamoDB global table': {
          ...global,
          // prettier-ignore
          rows: [
            ['fail',      'a replica lets everyone in', { Replicas: [{ Region: 'eu-west-1' }, { Region: 'eu-central-1', ResourcePolicy: { PolicyDocument: open } }] }, null],
            ['fail',      'the stream of a replica does', { Replicas: [{ Region: 'eu-west-1', ReplicaStreamSpecification: { ResourcePolicy: { PolicyDocument: open } } }] }, null],
            ['undecided', 'the policy is settled at deployment', { Replicas: [{ Region: 'eu-west-1', ResourcePolicy: { PolicyDocument: unknown } }] }, null],
          ],
        },
        'DynamoDB table policy': {
          cloudformation: null,
          terraform: 'aws_dynamodb_resource_policy',
          // prettier-ignore
          rows: [
            ['fail', 'its table is not here', null, { resource_arn: 'arn:aws:dynamodb:eu-west-1:111122223333:table/main', policy: JSON.stringify(open) }],
          ],
        },
      },
    },
  ),
};
