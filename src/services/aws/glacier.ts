import type { Service } from '../service';
import { encryptedStoreFacts, type EncryptedStore } from './encrypted-store';
import { known } from '../../model/value';

const stores: readonly EncryptedStore[] = [
  {
    types: ['aws_glacier_vault'],
    places: {
      noun: 'Glacier vault',
      inline: [null, 'access_policy'],
      companions: [{ types: ['aws_glacier_vault_lock'], target: [null, 'vault_name'], document: [null, 'policy'] }],
    },
    // https://docs.aws.amazon.com/amazonglacier/latest/dev/DataEncryption.html
    encryption: (vault) => known('provider-key', { id: vault.id, path: [] }, 'Glacier always encrypts'),
  },
];

export const glacier: Service = {
  name: 'glacier',
  types: { terraform: ['aws_glacier_vault', 'aws_glacier_vault_lock'] },
  facts: (resource, graph) => encryptedStoreFacts(resource, graph, stores),
};
