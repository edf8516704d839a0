import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { is, settledTruth } from '../../model/truth';
import { map, otherwise } from '../../model/value';
import { itemsOf } from '../aws/items';
import type { Service } from '../service';
import { at, storedFact } from './platform-service';

/**
 * Images that machines are started from, and the galleries that share them.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/shared_image_gallery
 * @see https://learn.microsoft.com/azure/virtual-machines/share-gallery-community
 */
export const machineImage: Service = {
  name: 'machine-image',
  types: {
    terraform: [
      'azurerm_image',
      // What an image is for and who made it: its versions hold the data.
      'azurerm_shared_image',
      'azurerm_shared_image_gallery',
      'azurerm_shared_image_version',
    ],
  },
  *facts(resource) {
    if (resource.type === 'azurerm_image') yield* keyFacts(resource, ['os_disk', 'data_disk']);
    if (resource.type === 'azurerm_shared_image_version') yield* keyFacts(resource, ['target_region']);
    if (resource.type === 'azurerm_shared_image_gallery') yield sharingFact(resource);
  },
};

function* keyFacts(image: Resource, blocks: readonly string[]): Iterable<Fact> {
  const about = { noun: 'machine image', subject: image };
  for (const block of blocks)
    for (const copy of itemsOf(at(image, block)))
      yield storedFact(about, { keys: [copy.get('disk_encryption_set_id')] });
}

/** A community gallery is there for everybody, a group of tenants for those that are named. */
function sharingFact(gallery: Resource): Fact {
  const permission = otherwise(at(gallery, 'sharing.permission').text(), 'Private', 'private unless told otherwise');
  return {
    noun: 'image gallery',
    subject: gallery,
    kind: 'sharing',
    public: map(permission, (word) => word === 'Community'),
    shared: settledTruth(
      is(permission, (word) => word !== 'Private', 'sharing'),
      permission.at,
    ),
  };
}
