import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { member, property, type Resource } from '../../model/resource';
import { map, otherwise } from '../../model/value';
import type { Service } from '../service';
import { itemsOf } from './items';
import { alwaysEncrypted } from './key-custody';
import { secretFacts } from './secret-facts';

const pipelines = ['AWS::CodePipeline::Pipeline', 'aws_codepipeline'];
const webhooks = ['AWS::CodePipeline::Webhook', 'aws_codepipeline_webhook'];

export const codePipeline: Service = {
  name: 'code-pipeline',
  types: {
    cloudformation: [
      // Kinds of actions of the customer's own.
      'AWS::CodePipeline::CustomActionType',
      'AWS::CodePipeline::Pipeline',
      'AWS::CodePipeline::Webhook',
    ],
    terraform: ['aws_codepipeline', 'aws_codepipeline_custom_action_type', 'aws_codepipeline_webhook'],
  },
  *facts(resource, graph) {
    if (pipelines.includes(resource.type)) yield* pipelineFacts(resource, graph);
    if (webhooks.includes(resource.type)) yield* webhookFacts(resource);
  },
};

/** @see https://docs.aws.amazon.com/codepipeline/latest/userguide/S3-artifact-encryption.html */
function* pipelineFacts(pipeline: Resource, graph: ResourceGraph): Iterable<Fact> {
  const noun = 'CodePipeline pipeline';
  const { vocabulary } = pipeline;
  const stores = [
    ...itemsOf(property(pipeline, 'ArtifactStore', 'artifact_store')),
    ...itemsOf(property(pipeline, 'ArtifactStores', null)).map((store) => store.get('ArtifactStore')),
  ];
  for (const store of stores)
    yield {
      kind: 'storage-at-rest',
      noun,
      subject: pipeline,
      encryption: alwaysEncrypted(
        member(store, vocabulary, 'EncryptionKey.Id', 'encryption_key.id'),
        graph,
        'provider-kms',
        'CodePipeline always encrypts artifacts',
      ),
    };
  const actions = itemsOf(property(pipeline, 'Stages', 'stage')).flatMap((stage) =>
    itemsOf(member(stage, vocabulary, 'Actions', 'action')),
  );
  yield* secretFacts(
    pipeline,
    noun,
    actions
      .map((action) => member(action, vocabulary, 'Configuration', 'configuration'))
      // Nobody can say whether an action of which nothing is known has a token at all.
      .filter((configuration) => configuration.entries().state === 'known')
      .map((configuration) => ['OAuth token', configuration.get('OAuthToken')] as const),
  );
}

/** @see https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_WebhookDefinition.html */
function* webhookFacts(webhook: Resource): Iterable<Fact> {
  const noun = 'CodePipeline webhook';
  const type = otherwise(property(webhook, 'Authentication', 'authentication').text(), 'UNAUTHENTICATED', 'nothing is asked');
  yield { kind: 'sign-in', noun, subject: webhook, required: map(type, (name) => name !== 'UNAUTHENTICATED') };
  yield* secretFacts(webhook, noun, [
    ['secret token', property(webhook, 'AuthenticationConfiguration.SecretToken', 'authentication_configuration.secret_token')],
  ]);
} // prettier-ignore
