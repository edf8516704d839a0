import type { Service } from '../service';
import { encryptedStoreFacts, withKey, type EncryptedStore } from './encrypted-store';

const stores: readonly EncryptedStore[] = [
  {
    types: ['AWS::OSIS::Pipeline', 'aws_osis_pipeline'],
    places: {
      noun: 'OpenSearch Ingestion pipeline',
      inline: ['ResourcePolicy.Policy', null],
      companions: [{ types: ['aws_osis_resource_policy'], target: [null, 'resource_arn'], document: [null, 'policy'] }],
    },
    // What a pipeline buffers.
    // https://docs.aws.amazon.com/opensearch-service/latest/developerguide/osis-features-overview.html
    encryption: withKey(
      ['EncryptionAtRestOptions.KmsKeyArn', 'encryption_at_rest_options.kms_key_arn'],
      'provider-key',
      'OpenSearch Ingestion always encrypts its buffers',
    ),
  },
];

export const opensearchIngestion: Service = {
  name: 'opensearch-ingestion',
  types: {
    cloudformation: ['AWS::OSIS::Pipeline'],
    terraform: ['aws_osis_pipeline', 'aws_osis_resource_policy'],
  },
  facts: (resource, graph) => encryptedStoreFacts(resource, graph, stores),
};
