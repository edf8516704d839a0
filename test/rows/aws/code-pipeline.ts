import { unknown, type ServiceRows } from '../../support/row';
import { secretTable } from '../../support/secret-rows';
import { keptStoreTables, merged } from '../../support/store-rows';

const pipeline = { cloudformation: 'AWS::CodePipeline::Pipeline', terraform: 'aws_codepipeline' };
const webhook = { cloudformation: 'AWS::CodePipeline::Webhook', terraform: 'aws_codepipeline_webhook' };

export const codePipelineRows: ServiceRows = {
  service: 'code-pipeline',
  controls: merged(
    keptStoreTables({
      ...pipeline,
      noun: 'CodePipeline pipeline',
      inCloudformation: (Id) => ({ ArtifactStore: { Type: 'S3', Location: 'a', EncryptionKey: { Type: 'KMS', Id } } }),
      inTerraform: (id) => ({ artifact_store: [{ type: 'S3', location: 'a', encryption_key: [{ type: 'KMS', id }] }] }),
      silent: [{ ArtifactStore: { Type: 'S3', Location: 'a' } }, { artifact_store: [{ type: 'S3', location: 'a' }] }],
    }),
    {
      'customer-managed-key': {
        'pipeline in several regions': {
          cloudformation: pipeline.cloudformation,
          terraform: null,
          rows: [
            [
              'fail',
              'one of two stores names no key',
              {
                ArtifactStores: [
                  { Region: 'a', ArtifactStore: { Type: 'S3', EncryptionKey: { Type: 'KMS', Id: 'alias/ours' } } },
                  { Region: 'b', ArtifactStore: { Type: 'S3' } },
                ],
              },
              null,
            ],
          ],
        },
      },
      'no-secret-in-clear': {
        'token of a pipeline': secretTable({
          ...pipeline,
          inCloudformation: (OAuthToken) => ({
            Stages: [{ Actions: [{ Configuration: { Owner: 'us', OAuthToken } }] }],
          }),
          inTerraform: (OAuthToken) => ({ stage: [{ action: [{ configuration: { Owner: 'us', OAuthToken } }] }] }),
        }),
        'actions of a pipeline': {
          ...pipeline,
          rows: [['silent', 'nothing is known of them', { Stages: unknown }, { stage: unknown }]],
        },
        'token of a webhook': secretTable({
          ...webhook,
          inCloudformation: (SecretToken) => ({ AuthenticationConfiguration: { SecretToken } }),
          inTerraform: (secret_token) => ({ authentication_configuration: [{ secret_token }] }),
        }),
      },
      'sign-in-required': {
        'CodePipeline webhook': {
          ...webhook,
          rows: [
            ['fail', 'nobody is asked', { Authentication: 'UNAUTHENTICATED' }, { authentication: 'UNAUTHENTICATED' }],
            ['pass', 'requests are signed', { Authentication: 'GITHUB_HMAC' }, { authentication: 'GITHUB_HMAC' }],
            ['undecided', 'it is a parameter', { Authentication: unknown }, { authentication: unknown }],
          ],
        },
      },
    },
  ),
};
