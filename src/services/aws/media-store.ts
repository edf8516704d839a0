import { known } from '../../model/value';
import type { Service } from '../service';
import { encryptedStoreFacts, type EncryptedStore } from './encrypted-store';

const stores: readonly EncryptedStore[] = [
  {
    types: ['AWS::MediaStore::Container', 'aws_media_store_container'],
    places: {
      noun: 'MediaStore container',
      inline: ['Policy', null],
      companions: [
        { types: ['aws_media_store_container_policy'], target: [null, 'container_name'], document: [null, 'policy'] },
      ],
    },
    // https://docs.aws.amazon.com/mediastore/latest/ug/data-protection.html
    encryption: (container) => known('provider-key', { id: container.id, path: [] }, 'MediaStore always encrypts'),
  },
];

export const mediaStore: Service = {
  name: 'media-store',
  types: {
    cloudformation: ['AWS::MediaStore::Container'],
    terraform: ['aws_media_store_container', 'aws_media_store_container_policy'],
  },
  facts: (resource, graph) => encryptedStoreFacts(resource, graph, stores),
};
