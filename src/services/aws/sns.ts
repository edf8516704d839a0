import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { map, orElse, unknown, type Settled } from '../../model/value';
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
        return [deliveryFact(resource, property(resource, 'Protocol', 'protocol'))];
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
    ...about,
    kind: 'storage-at-rest',
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
  if (inline.state === 'unknown') yield deliveryFact(topic, property(topic, 'Subscription', null));
  if (inline.state === 'known')
    for (const subscription of inline.value) yield deliveryFact(topic, subscription.get('Protocol'));
}

/** Only the protocol `http` sends messages in plain text to an address of the customer's. */
const deliveryFact = (subject: Resource, protocol: Property): Fact => ({
  kind: 'data-in-transit',
  noun: topics.includes(subject.type) ? places.noun : 'SNS subscription',
  subject,
  plaintext: isPlain(protocol),
});

const isPlain = (protocol: Property): Settled<boolean> =>
  orElse(
    map(protocol.text(), (name) => name.toLowerCase() === 'http'),
    () => unknown('no protocol is written', protocol.at),
  );
