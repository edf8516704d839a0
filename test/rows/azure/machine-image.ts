import { unknown, type ServiceRows } from '../../support/row';
import { terraformSetting as setting, terraformTable as table } from '../../support/terraform-rows';

const image = 'azurerm_image';
const version = 'azurerm_shared_image_version';
const gallery = 'azurerm_shared_image_gallery';

export const machineImageRows: ServiceRows = {
  service: 'machine-image',
  controls: {
    'storage-encrypted': { image: table(image, ['pass', 'nothing is said', { os_disk: [{ os_type: 'Linux' }] }]) },
    'customer-managed-key': {
      image: setting(image, 'os_disk.disk_encryption_set_id', ['/set', ''], 'silent'),
      version: table(
        version,
        ['pass', 'every copy has a key', { target_region: [{ name: 'a', disk_encryption_set_id: '/set' }] }],
        [
          'fail',
          'one copy has none',
          { target_region: [{ name: 'a', disk_encryption_set_id: '/set' }, { name: 'b' }] },
        ],
        [
          'undecided',
          'it is settled at deployment',
          { target_region: [{ name: 'a', disk_encryption_set_id: unknown }] },
        ],
      ),
    },
    'snapshot-not-public': { gallery: setting(gallery, 'sharing.permission', ['Private', 'Community'], 'pass') },
    'snapshot-not-shared': { gallery: setting(gallery, 'sharing.permission', ['Private', 'Groups'], 'pass') },
  },
};
