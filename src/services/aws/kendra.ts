import type { Service } from '../service';
import { encryptedStoreFacts, withKey, type EncryptedStore } from './encrypted-store';

const stores: readonly EncryptedStore[] = [
  {
    types: ['AWS::Kendra::Index', 'aws_kendra_index'],
    places: { noun: 'Kendra index' },
    // https://docs.aws.amazon.com/kendra/latest/dg/encryption-at-rest.html
    encryption: withKey(
      ['ServerSideEncryptionConfiguration.KmsKeyId', 'server_side_encryption_configuration.kms_key_id'],
      'provider-key',
      'Kendra always encrypts, with a key of AWS unless one is named',
    ),
  },
];

export const kendra: Service = {
  name: 'kendra',
  types: {
    cloudformation: [
      // What an index reads, and how it is asked.
      'AWS::Kendra::DataSource',
      'AWS::Kendra::Faq',
      'AWS::Kendra::Index',
    ],
    terraform: [
      'aws_kendra_data_source',
      'aws_kendra_experience',
      'aws_kendra_faq',
      'aws_kendra_index',
      'aws_kendra_query_suggestions_block_list',
      'aws_kendra_thesaurus',
    ],
  },
  facts: (resource, graph) => encryptedStoreFacts(resource, graph, stores),
};
