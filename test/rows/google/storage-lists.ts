import { unknown, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { keptStore, secretRows, terraformSetting } from './kept-store';

export const storageListsRows: ServiceRows = {
  service: 'cloud-storage-lists',
  controls: merged(keptStore('storage object', 'google_storage_bucket_object', 'kms_key_name'), {
    'customer-supplied-key-refused': {
      'storage object': {
        cloudformation: null,
        terraform: 'google_storage_bucket_object',
        rows: [
          ['fail', 'a key is brought', null, { customer_encryption: { encryption_key: unknown } }],
          ['pass', 'nothing is said', null, {}],
        ],
      },
    },
    'no-secret-in-clear': {
      'key of a storage object': secretRows('google_storage_bucket_object', 'customer_encryption.encryption_key'),
    },
    'no-long-lived-credentials': {
      'HMAC key': {
        cloudformation: null,
        terraform: 'google_storage_hmac_key',
        rows: [
          ['fail', 'nothing is said', null, { service_account_email: 's' }],
          ['pass', 'it is inactive', null, { service_account_email: 's', state: 'INACTIVE' }],
          ['undecided', 'its state is a variable', null, { service_account_email: 's', state: unknown }],
        ],
      },
    },
    'acl-not-public': {
      'list of a bucket elsewhere': {
          cloudformation: null,
          terraform: 'google_storage_bucket_acl',
          rows: [
            ['fail', 'everyone reads', null, { bucket: 'b', role_entity: ['OWNER:user-j@example.com', 'READER:allUsers'] }],
            ['fail', 'a predefined list is public', null, { bucket: 'b', predefined_acl: 'authenticatedRead' }],
            ['fail', 'what is put into it is public', null, { bucket: 'b', default_acl: 'publicread' }],
            ['pass', 'somebody reads', null, { bucket: 'b', role_entity: ['READER:user-j@example.com'] }],
            ['undecided', 'an entry is a variable', null, { bucket: 'b', role_entity: [unknown] }],
          ],
        }, // prettier-ignore
      'entry of the list of a bucket elsewhere': {
        cloudformation: null,
        terraform: 'google_storage_bucket_access_control',
        rows: [
          ['fail', 'everyone reads', null, { bucket: 'b', role: 'READER', entity: 'allUsers' }],
          ['pass', 'somebody reads', null, { bucket: 'b', role: 'READER', entity: 'user-j@example.com' }],
        ],
      },
      'entry of a list elsewhere': {
        cloudformation: null,
        terraform: 'google_storage_default_object_access_control',
        rows: [
          ['fail', 'everyone reads', null, { bucket: 'b', role: 'READER', entity: 'allUsers' }],
          ['pass', 'somebody reads', null, { bucket: 'b', role: 'READER', entity: 'user-j@example.com' }],
          ['undecided', 'who reads is a variable', null, { bucket: 'b', role: 'READER', entity: unknown }],
        ],
      },
      'storage object': terraformSetting(
        'google_storage_bucket_object',
        'predefined_acl',
        'private',
        'publicRead',
        'silent',
      ),
    },
    'acl-not-writable': {
      'entry of a list elsewhere': {
        cloudformation: null,
        terraform: 'google_storage_object_access_control',
        rows: [
          ['fail', 'everyone owns', null, { bucket: 'b', object: 'o', role: 'OWNER', entity: 'allUsers' }],
          ['pass', 'everyone reads', null, { bucket: 'b', object: 'o', role: 'READER', entity: 'allUsers' }],
        ],
      },
    },
  }),
};
