import type { Service } from '../service';
import { encryptedStoreFacts, withKey, type EncryptedStore } from './encrypted-store';

const stores: readonly EncryptedStore[] = [
  {
    types: ['AWS::AIOps::InvestigationGroup'],
    places: { noun: 'CloudWatch investigation group', inline: ['InvestigationGroupPolicy', null] },
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Investigations-Security.html
    encryption: withKey(
      ['EncryptionConfig.KmsKeyId', null],
      'provider-key',
      'CloudWatch investigations are always encrypted',
    ),
  },
];

export const aiOperations: Service = {
  name: 'ai-operations',
  types: { cloudformation: ['AWS::AIOps::InvestigationGroup'] },
  facts: (resource, graph) => encryptedStoreFacts(resource, graph, stores),
};
