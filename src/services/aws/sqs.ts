import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { chain, known, otherwise } from '../../model/value';
import type { Service } from '../service';
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
  const managed = otherwise(
    property(queue, 'SqsManagedSseEnabled', 'sqs_managed_sse_enabled').flag(),
    true,
    'SQS encrypts new queues with SSE-SQS since 2022-10',
  );
  yield {
    ...about,
    kind: 'storage-at-rest',
    encryption: keyCustody(
      property(queue, 'KmsMasterKeyId', 'kms_master_key_id'),
      graph,
      chain(eitherWay(managed), (on) =>
        known(on ? 'provider-key' : 'none', managed.at, managed.state === 'known' ? managed.because : undefined),
      ),
    ),
  };
  const attached = attachedPolicies(queue, graph, places);
  yield* resourcePolicyFacts(queue, places.noun, attached);
  yield transitEnforcement(queue, places.noun, attached, ...plaintextRequests);
}
