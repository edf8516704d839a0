import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { map, otherwise } from '../../model/value';
import type { Service } from '../service';
import { durationInDays } from './duration';
import { encryptionOf } from './encryption';

/**
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/pubsub_topic (7.12, 2025-11)
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/pubsub_subscription
 */
export const pubsub: Service = {
  name: 'pubsub',
  types: {
    terraform: [
      // The older, cheaper kind, which has no keys and no policies.
      'google_pubsub_lite_reservation',
      'google_pubsub_lite_subscription',
      'google_pubsub_lite_topic',
      'google_pubsub_schema',
      'google_pubsub_subscription',
      'google_pubsub_topic',
    ],
  },
  facts(resource): Iterable<Fact> {
    if (resource.type === 'google_pubsub_topic') return topicFacts(resource);
    return resource.type === 'google_pubsub_subscription' ? subscriptionFacts(resource) : [];
  },
};

function* topicFacts(topic: Resource): Iterable<Fact> {
  const about = { subject: topic, noun: 'Pub/Sub topic' };
  const key = topic.properties.get('kms_key_name');
  yield { kind: 'storage-at-rest', encryption: encryptionOf(key), requested: key.present(), ...about };
  const retention = durationInDays(topic.properties.get('message_retention_duration').text());
  // Without, each subscription keeps what it has not handed over.
  if (retention.state !== 'absent')
    yield { kind: 'message-retention', days: otherwise(retention, 0, 'none'), ...about };
}

/** @see https://cloud.google.com/pubsub/docs/subscription-properties (seven days unless told otherwise) */
function* subscriptionFacts(subscription: Resource): Iterable<Fact> {
  const about = { subject: subscription, noun: 'Pub/Sub subscription' };
  const { properties } = subscription;
  yield {
    kind: 'message-retention',
    days: otherwise(
      durationInDays(properties.get('message_retention_duration').text()),
      7,
      'seven days unless told otherwise',
    ),
    ...about,
  };
  yield { kind: 'failed-messages', kept: properties.get('dead_letter_policy').present(), ...about };
  yield* pushFacts(subscription);
}

/** Messages that are sent to an endpoint: encrypted, and with a token that says who sent them. */
function* pushFacts(subscription: Resource): Iterable<Fact> {
  const push = subscription.properties.get('push_config');
  const present = push.present();
  if (present.state === 'known' && !present.value) return;
  const about = { subject: subscription, noun: 'Pub/Sub subscription' };
  yield {
    kind: 'data-in-transit',
    plaintext: map(otherwise(push.get('push_endpoint').text(), '', 'it is sent nowhere'), (url) =>
      /^http:/i.test(url.trim()),
    ),
    ...about,
  };
  yield {
    kind: 'delivery',
    signed: settledTruth(
      any(is(push.get('oidc_token').present(), (on) => on, 'token of who sends the messages')),
      push.at,
    ),
    ...about,
  };
}
