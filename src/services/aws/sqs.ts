import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { perGraph } from '../../model/per-graph';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { chain, known, map, otherwise } from '../../model/value';
import type { Service } from '../service';
import { requestedEither } from './encryption-request';
import { eitherWay, keyCustody } from './key-custody';
import { attachedPolicies, companionPolicyFacts, resourcePolicyFacts, type PolicyPlaces } from './resource-policy';
import { transitEnforcement, withTransitEnforcement, type PlaintextRequest } from './transit-policy';

const queues = ['AWS::SQS::Queue', 'aws_sqs_queue'];

const places: PolicyPlaces = {
  noun: 'SQS queue',
  inline: [null, 'policy'],
  companions: [
    {
      types: ['AWS::SQS::QueuePolicy', 'aws_sqs_queue_policy'],
      target: ['Queues', 'queue_url'],
      document: ['PolicyDocument', 'policy'],
    },
    { types: ['AWS::SQS::QueueInlinePolicy'], target: ['Queue', null], document: ['PolicyDocument', null] },
  ],
};

const plaintextRequests: readonly PlaintextRequest[] = [
  { action: 'sqs:SendMessage' },
  { action: 'sqs:ReceiveMessage' },
];

export const sqs: Service = {
  name: 'sqs',
  types: {
    cloudformation: ['AWS::SQS::Queue', 'AWS::SQS::QueuePolicy', 'AWS::SQS::QueueInlinePolicy'],
    terraform: [
      'aws_sqs_queue',
      'aws_sqs_queue_policy',
      // Which queue takes the letters that fail is no concern of any control.
      'aws_sqs_queue_redrive_allow_policy',
      'aws_sqs_queue_redrive_policy',
    ],
  },
  facts: (resource, graph) =>
    queues.includes(resource.type)
      ? queueFacts(resource, graph)
      : withTransitEnforcement(companionPolicyFacts(resource, queues, graph, places), ...plaintextRequests),
};

function* queueFacts(queue: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: places.noun, subject: queue };
  const written = property(queue, 'SqsManagedSseEnabled', 'sqs_managed_sse_enabled').flag();
  const managed = otherwise(written, true, 'SQS encrypts new queues with SSE-SQS since 2022-10');
  const key = property(queue, 'KmsMasterKeyId', 'kms_master_key_id');
  yield {
    kind: 'storage-at-rest',
    encryption: keyCustody(
      key,
      graph,
      chain(eitherWay(managed), (on) =>
        known(on ? 'provider-key' : 'none', managed.at, managed.state === 'known' ? managed.because : undefined),
      ),
    ),
    requested: requestedEither(written, key),
    ...about,
  };
  const attached = attachedPolicies(queue, graph, places);
  yield* resourcePolicyFacts(queue, places.noun, attached);
  yield transitEnforcement(queue, places.noun, attached, ...plaintextRequests);
  yield* messageFacts(queue, graph);
}

/**
 * Messages wait for four days unless told otherwise. A queue that takes the failed messages of others needs none itself.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
 */
function* messageFacts(queue: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: places.noun, subject: queue };
  yield {
    kind: 'message-retention',
    days: map(
      otherwise(
        property(queue, 'MessageRetentionPeriod', 'message_retention_seconds').number(),
        345600,
        'four days unless told otherwise',
      ),
      (seconds) => seconds / 86400,
    ),
    ...about,
  };
  const companions = graph.companions(queue, ['aws_sqs_queue_redrive_policy'], 'queue_url').certain;
  const written = property(queue, 'RedrivePolicy', 'redrive_policy').present();
  if (!takesFailedMessages(queue, graph))
    yield {
      kind: 'failed-messages',
      kept: companions.length > 0 ? known(true, written.at, 'a redrive policy stands beside it') : written,
      related: companions,
      ...about,
    };
}

/** Another resource names it as its dead-letter queue. */
function takesFailedMessages(queue: Resource, graph: ResourceGraph): boolean {
  const allowed = property(queue, 'RedriveAllowPolicy', 'redrive_allow_policy').present();
  return (allowed.state === 'known' && allowed.value) || deadLetterQueues(graph, queue.id) !== undefined;
}

/** What names a queue as its dead-letter queue, by the id of the queue. */
const deadLetterQueues = perGraph((graph) => {
  const sources = graph.ofType(
    ...queues,
    'AWS::SNS::Subscription',
    'aws_sns_topic_subscription',
    'aws_sqs_queue_redrive_policy',
  );
  const named = sources.flatMap((source) =>
    ['RedrivePolicy', 'redrive_policy'].flatMap((key) => {
      const policy = source.properties.get(key);
      const referred = policy.references().flatMap(({ id }) => (id === source.id ? [] : id));
      return [...referred, ...namedIn(policy, graph)].map((id) => [id, source] as const);
    }),
  );
  return new Map(named);
});

function namedIn(policy: Property, graph: ResourceGraph): readonly string[] {
  const document = policy.document();
  if (document.state !== 'known') return [];
  const link = graph.follow(document.value.get('deadLetterTargetArn'), queues);
  return link.state === 'linked' ? [link.resource.id] : [];
}
