import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { map, otherwise } from '../../model/value';
import type { Service } from '../service';
import { calledWith } from './cdk-custom-call';
import { encryptedStoreFacts, withKey, type EncryptedStore } from './encrypted-store';
import { policyFacts, type PolicyPlaces } from './resource-policy';

const logGroups = ['AWS::Logs::LogGroup', 'aws_cloudwatch_log_group'];

const stores: readonly EncryptedStore[] = [
  {
    types: logGroups,
    places: { noun: 'log group', inline: ['ResourcePolicyDocument', null] },
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
    encryption: withKey(['KmsKeyId', 'kms_key_id'], 'provider-key', 'CloudWatch Logs always encrypts'),
  },
];

/** The CDK lets a domain of OpenSearch write its logs by a call. */
const customPolicy = 'Custom::CloudwatchLogResourcePolicy';

/** Others that hold a policy: for logs of the account as a whole, or for what other accounts send. */
const others: readonly (readonly [types: readonly string[], places: PolicyPlaces])[] = [
  [
    ['AWS::Logs::ResourcePolicy', 'aws_cloudwatch_log_resource_policy'],
    { noun: 'CloudWatch Logs resource policy', inline: ['PolicyDocument', 'policy_document'] },
  ],
  [
    [customPolicy],
    { noun: 'CloudWatch Logs resource policy', inline: (custom) => calledWith(custom, 'policyDocument') },
  ],
  [
    ['AWS::Logs::Destination', 'aws_cloudwatch_log_destination'],
    {
      noun: 'log destination',
      inline: ['DestinationPolicy', null],
      companions: [
        {
          types: ['aws_cloudwatch_log_destination_policy'],
          target: [null, 'destination_name'],
          document: [null, 'access_policy'],
        },
      ],
    },
  ],
  [
    ['AWS::Logs::DeliveryDestination', 'aws_cloudwatch_log_delivery_destination'],
    {
      noun: 'log delivery destination',
      inline: ['DeliveryDestinationPolicy.DeliveryDestinationPolicy', null],
      companions: [
        {
          types: ['aws_cloudwatch_log_delivery_destination_policy'],
          target: [null, 'delivery_destination_name'],
          document: [null, 'delivery_destination_policy'],
        },
      ],
    },
  ],
];

export const cloudwatchLogs: Service = {
  name: 'cloudwatch-logs',
  types: {
    cloudformation: [
      // Filters, queries, streams and deliveries read or write log groups, which have the facts.
      'AWS::Logs::AccountPolicy',
      'AWS::Logs::Delivery',
      'AWS::Logs::DeliveryDestination',
      'AWS::Logs::DeliverySource',
      'AWS::Logs::Destination',
      'AWS::Logs::LogAnomalyDetector',
      'AWS::Logs::LogGroup',
      'AWS::Logs::LogStream',
      'AWS::Logs::MetricFilter',
      'AWS::Logs::QueryDefinition',
      'AWS::Logs::ResourcePolicy',
      'AWS::Logs::SubscriptionFilter',
      'AWS::Logs::Transformer',
      customPolicy,
    ],
    terraform: [
      'aws_cloudwatch_log_account_policy',
      'aws_cloudwatch_log_anomaly_detector',
      'aws_cloudwatch_log_data_protection_policy',
      'aws_cloudwatch_log_delivery',
      'aws_cloudwatch_log_delivery_destination',
      'aws_cloudwatch_log_delivery_destination_policy',
      'aws_cloudwatch_log_delivery_source',
      'aws_cloudwatch_log_destination',
      'aws_cloudwatch_log_destination_policy',
      'aws_cloudwatch_log_group',
      'aws_cloudwatch_log_index_policy',
      'aws_cloudwatch_log_metric_filter',
      'aws_cloudwatch_log_resource_policy',
      'aws_cloudwatch_log_stream',
      'aws_cloudwatch_log_subscription_filter',
      'aws_cloudwatch_log_transformer',
      'aws_cloudwatch_query_definition',
    ],
  },
  *facts(resource, graph): Iterable<Fact> {
    yield* encryptedStoreFacts(resource, graph, stores);
    if (logGroups.includes(resource.type)) yield* keepingFacts(resource, graph);
    for (const [types, places] of others) yield* policyFacts(resource, types, graph, places);
  },
};

/**
 * Log groups keep everything for ever unless told otherwise, and can be deleted.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html
 */
function* keepingFacts(group: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'log group', subject: group };
  const days = property(group, 'RetentionInDays', 'retention_in_days').number();
  yield {
    kind: 'retention',
    days: map(otherwise(days, Infinity, 'kept for ever unless told otherwise'), (count) =>
      count === 0 ? Infinity : count,
    ),
    ...about,
  };
  const guards = [
    property(group, 'DeletionProtectionEnabled', 'deletion_protection_enabled').flag(),
    // The group stays where it is when it is taken out of the code.
    property(group, null, 'skip_destroy').flag(),
  ].map((flag) => is(otherwise(flag, false, 'off unless told otherwise'), (on) => on, 'deletion protection'));
  yield {
    kind: 'deletion-protection',
    of: 'records',
    on: settledTruth(any(...guards), { id: group.id, path: [] }),
    ...about,
  };
  const [policy] = graph.companions(group, ['aws_cloudwatch_log_data_protection_policy'], 'log_group_name').certain;
  const masked = (policy ?? group).properties.get(policy ? 'policy_document' : 'DataProtectionPolicy').present();
  yield { kind: 'masking', on: masked, ...about, ...(policy && { related: [policy] }) };
}
