import { unknown, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { keptStore, secretRows, terraformSetting } from './kept-store';

const type = 'google_secret_manager_secret';

export const googleSecretManagerRows: ServiceRows = {
  service: 'google-secret-manager',
  controls: merged(
    keptStore('secret', type, 'replication.auto.customer_managed_encryption.kms_key_name'),
    keptStore('regional secret', 'google_secret_manager_regional_secret', 'customer_managed_encryption.kms_key_name'),
    keptStore('parameter', 'google_parameter_manager_parameter', 'kms_key'),
    {
      'customer-managed-key': {
        'secret in several places': {
          cloudformation: null,
          terraform: type,
          rows: [
            ['fail', 'one place has no key', null, { replication: { user_managed: { replicas: [{ location: 'a', customer_managed_encryption: { kms_key_name: 'k' } }, { location: 'b' }] } } }],
            ['pass', 'each has', null, { replication: { user_managed: { replicas: [{ location: 'a', customer_managed_encryption: { kms_key_name: 'k' } }] } } }],
          ],
        }, // prettier-ignore
      },
      'secret-rotated': {
        secret: terraformSetting(type, 'rotation.rotation_period', '2592000s', '63072000s', 'fail'),
      },
      'final-copy-kept': {
        secret: {
          cloudformation: null,
          terraform: type,
          rows: [
            ['pass', 'what is destroyed stays for a while', null, { version_destroy_ttl: '86400s' }],
            ['fail', 'nothing is said', null, {}],
            ['undecided', 'how long is a variable', null, { version_destroy_ttl: unknown }],
          ],
        },
      },
      'deletion-protected': { secret: terraformSetting(type, 'deletion_protection', true, false, 'silent') },
      'no-secret-in-clear': {
        'version of a secret': secretRows('google_secret_manager_secret_version', 'secret_data'),
        'version that is only written': secretRows('google_secret_manager_secret_version', 'secret_data_wo'),
      },
    },
  ),
};
