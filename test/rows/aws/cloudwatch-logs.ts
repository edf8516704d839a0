import { policyTables } from '../../support/policy-rows';
import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { keptStoreTables, merged } from '../../support/store-rows';

const types = { cloudformation: 'AWS::Logs::LogGroup', terraform: 'aws_cloudwatch_log_group' };

const called = (statement: object) => ({
  Create: JSON.stringify({
    service: 'CloudWatchLogs',
    action: 'putResourcePolicy',
    parameters: {
      policyName: 'ours',
      policyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 'logs:PutLogEvents', Resource: '*', ...statement }],
      }),
    },
  }),
});

export const cloudwatchLogsRows: ServiceRows = {
  service: 'cloudwatch-logs',
  controls: merged(
    keptStoreTables({
      ...types,
      noun: 'log group',
      inCloudformation: (key) => ({ KmsKeyId: key }),
      inTerraform: (key) => ({ kms_key_id: key }),
    }),
    policyTables({
      noun: 'log group',
      cloudformation: 'AWS::Logs::LogGroup',
      terraform: null,
      action: 'logs:PutLogEvents',
      inCloudformation: (document) => ({ ResourcePolicyDocument: document }),
      withoutPolicy: [{}, null],
    }),
    policyTables({
      noun: 'resource policy of the account',
      cloudformation: 'AWS::Logs::ResourcePolicy',
      terraform: 'aws_cloudwatch_log_resource_policy',
      action: 'logs:PutLogEvents',
      inCloudformation: (document) => ({ PolicyName: 'ours', PolicyDocument: document }),
      inTerraform: (document) => ({ policy_name: 'ours', policy_document: document }),
    }),
    {
      'resource-policy-not-public': {
        'policy that the CDK sets': {
          cloudformation: 'Custom::CloudwatchLogResourcePolicy',
          terraform: null,
          rows: [
            ['fail', 'everyone is let in', called({ Principal: '*' }), null],
            ['pass', 'a service is let in', called({ Principal: { Service: 'es.amazonaws.com' } }), null],
            ['undecided', 'the call is a parameter', { Create: unknown }, null],
          ],
        },
      },
    },
    policyTables({
      noun: 'log destination',
      cloudformation: 'AWS::Logs::Destination',
      terraform: 'aws_cloudwatch_log_destination',
      action: 'logs:PutSubscriptionFilter',
      inCloudformation: (document) => ({ DestinationPolicy: document }),
      inTerraform: (document) =>
        system({ name: 'ours' }, { rules: { type: 'aws_cloudwatch_log_destination_policy', properties: { destination_name: refer('it', 'name'), access_policy: document } } }), // prettier-ignore
      withoutPolicy: [{}, {}],
    }),
    policyTables({
      noun: 'log delivery destination',
      cloudformation: 'AWS::Logs::DeliveryDestination',
      terraform: 'aws_cloudwatch_log_delivery_destination',
      action: 'logs:CreateDelivery',
      inCloudformation: (document) => ({ DeliveryDestinationPolicy: { DeliveryDestinationPolicy: document } }),
      inTerraform: (document) =>
        system({ name: 'ours' }, { rules: { type: 'aws_cloudwatch_log_delivery_destination_policy', properties: { delivery_destination_name: refer('it', 'name'), delivery_destination_policy: document } } }), // prettier-ignore
      withoutPolicy: [{}, {}],
    }),
  ),
};
