import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { known, map, orElse, otherwise, unknown, type Settled } from '../../model/value';
import type { Service } from '../service';
import { alwaysEncrypted } from './key-custody';
import { attachedPolicies, companionPolicyFacts, resourcePolicyFacts, type PolicyPlaces } from './resource-policy';
import { secretFacts } from './secret-facts';
import { transitEnforcement, withTransitEnforcement, type PlaintextRequest } from './transit-policy';

const topics = ['AWS::SNS::Topic', 'aws_sns_topic'];

const places: PolicyPlaces = {
  noun: 'SNS topic',
  inline: [null, 'policy'],
  companions: [
    {
      types: ['AWS::SNS::TopicPolicy', 'aws_sns_topic_policy'],
      target: ['Topics', 'arn'],
      document: ['PolicyDocument', 'policy'],
    },
    { types: ['AWS::SNS::TopicInlinePolicy'], target: ['TopicArn', null], document: ['PolicyDocument', null] },
  ],
};

const publishing: PlaintextRequest = { action: 'sns:Publish' };

export const sns: Service = {
  name: 'sns',
  types: {
    cloudformation: [
      'AWS::SNS::Subscription',
      'AWS::SNS::Topic',
      'AWS::SNS::TopicInlinePolicy',
      'AWS::SNS::TopicPolicy',
    ],
    terraform: [
      'aws_sns_platform_application',
      // Spending limits and the sender's name of text messages.
      'aws_sns_sms_preferences',
      'aws_sns_topic',
      // Masks what messages say; it lets nobody in.
      'aws_sns_topic_data_protection_policy',
      'aws_sns_topic_policy',
      'aws_sns_topic_subscription',
    ],
  },
  facts(resource, graph) {
    switch (resource.type) {
      case 'AWS::SNS::Topic':
      case 'aws_sns_topic':
        return topicFacts(resource, graph);
      case 'AWS::SNS::Subscription':
      case 'aws_sns_topic_subscription':
        return subscriptionFacts(resource);
      case 'aws_sns_platform_application':
        return secretFacts(resource, 'SNS platform application', [
          ['platform credential', resource.properties.get('platform_credential')],
        ]);
      default:
        return withTransitEnforcement(companionPolicyFacts(resource, topics, graph, places), publishing);
    }
  },
};

function* topicFacts(topic: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: places.noun, subject: topic };
  yield {
    kind: 'storage-at-rest',
    ...about,
    // AWS encrypts the disks below every topic; whether messages are encrypted with a key of the account is a switch,
    // and off. That is less than server-side encryption, and more than nothing.
    // https://docs.aws.amazon.com/sns/latest/dg/sns-data-encryption.html
    encryption: alwaysEncrypted(
      property(topic, 'KmsMasterKeyId', 'kms_master_key_id'),
      graph,
      'provider-disk',
      'SNS encrypts its disks; messages are encrypted with a key only when told to',
    ),
  };
  const attached = attachedPolicies(topic, graph, places);
  yield* resourcePolicyFacts(topic, places.noun, attached);
  yield transitEnforcement(topic, places.noun, attached, publishing);
  const inline = property(topic, 'Subscription', null).list();
  if (inline.state === 'unknown')
    yield deliveryFact(topic, property(topic, 'Subscription', null), property(topic, 'Subscription', null));
  if (inline.state === 'known')
    for (const subscription of inline.value)
      yield deliveryFact(topic, subscription.get('Protocol'), subscription.get('Endpoint'));
  yield* recordFacts(topic, graph);
}

/** Whether deliveries are recorded and traced, and what of messages is masked. */
function* recordFacts(topic: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: places.noun, subject: topic };
  const roles = deliveryRoles.map((key) =>
    is(property(topic, null, key).present(), (written) => written, 'role that records deliveries'),
  );
  const written = is(property(topic, 'DeliveryStatusLogging', null).present(), (on) => on, 'record of deliveries');
  yield {
    kind: 'audit-log',
    scope: 'execution',
    kept: settledTruth(any(written, ...roles), { id: topic.id, path: [] }),
    ...about,
  };
  yield {
    kind: 'tracing',
    on: map(
      otherwise(
        property(topic, 'TracingConfig', 'tracing_config').text(),
        'PassThrough',
        'passed through unless told otherwise',
      ),
      (mode) => mode === 'Active',
    ),
    ...about,
  };
  const [policy] = graph.companions(topic, ['aws_sns_topic_data_protection_policy'], 'arn').certain;
  const masked = property(topic, 'DataProtectionPolicy', null).present();
  yield {
    kind: 'masking',
    on: policy ? known(true, masked.at, 'a policy stands beside it') : masked,
    ...about,
    ...(policy && { related: [policy] }),
  };
}

const deliveryRoles = ['application', 'firehose', 'http', 'lambda', 'sqs'].flatMap((protocol) => [
  `${protocol}_failure_feedback_role_arn`,
  `${protocol}_success_feedback_role_arn`,
]);

function* subscriptionFacts(subscription: Resource): Iterable<Fact> {
  yield deliveryFact(
    subscription,
    property(subscription, 'Protocol', 'protocol'),
    property(subscription, 'Endpoint', 'endpoint'),
  );
  yield {
    kind: 'failed-messages',
    noun: 'SNS subscription',
    subject: subscription,
    kept: property(subscription, 'RedrivePolicy', 'redrive_policy').present(),
  };
}

/** Only the protocol `http` sends messages in plain text to an address of the customer's. */
const deliveryFact = (subject: Resource, protocol: Property, endpoint: Property): Fact => ({
  kind: 'data-in-transit',
  noun: topics.includes(subject.type) ? places.noun : 'SNS subscription',
  subject,
  plaintext: isPlain(protocol, endpoint),
});

/** An address that says `http` decides where the protocol is not known. */
const isPlain = (protocol: Property, endpoint: Property): Settled<boolean> => {
  const address = endpoint.text();
  if (protocol.text().state !== 'known' && address.state === 'known' && address.value.startsWith('http://'))
    return known(true, endpoint.at);
  return orElse(
    map(protocol.text(), (name) => name.toLowerCase() === 'http'),
    () => unknown('no protocol is written', protocol.at),
  );
};
