import type { Service } from '../service';
import { encryptedStoreFacts, withKey, type EncryptedStore } from './encrypted-store';

const stores: readonly EncryptedStore[] = [
  {
    types: ['AWS::Omics::SequenceStore'],
    places: { noun: 'HealthOmics sequence store', inline: ['S3AccessPolicy', null] },
    // https://docs.aws.amazon.com/omics/latest/dev/data-protection.html
    encryption: withKey(['SseConfig.KeyArn', null], 'provider-key', 'HealthOmics always encrypts'),
  },
];

export const omics: Service = {
  name: 'omics',
  types: { cloudformation: ['AWS::Omics::SequenceStore'] },
  facts: (resource, graph) => encryptedStoreFacts(resource, graph, stores),
};
