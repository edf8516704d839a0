import { refer, system, unknown, type Properties, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { keptStore, terraformSetting } from './kept-store';

const type = 'google_storage_bucket';
const noun = 'storage bucket';

/** The bucket with a list beside it. */
const listed = (entries: unknown, more: Properties = {}) =>
  system(more, {
    list: { type: 'google_storage_bucket_acl', properties: { bucket: refer('it', 'name'), role_entity: entries } },
  });

export const storageBucketRows: ServiceRows = {
  service: 'cloud-storage',
  controls: merged(keptStore(noun, type, 'encryption.default_kms_key_name'), {
    'public-access-blocked': {
      [noun]: terraformSetting(type, 'public_access_prevention', 'enforced', 'inherited', 'fail'),
    },
    'public-access-block-explicit': {
      [noun]: terraformSetting(type, 'public_access_prevention', 'enforced', 'inherited', 'fail'),
    },
    'bucket-acl-disabled': {
      [noun]: terraformSetting(type, 'uniform_bucket_level_access', true, false, 'fail', [
        ['pass', 'the name of earlier versions', null, { bucket_policy_only: true }],
      ]),
    },
    'acl-not-public': {
      [noun]: {
        cloudformation: null,
        terraform: type,
        rows: [
          ['fail', 'a predefined list is public', null, { predefined_acl: 'publicRead' }],
          ['pass', 'a predefined list is private', null, { predefined_acl: 'projectPrivate' }],
          ['undecided', 'the list is a variable', null, { predefined_acl: unknown }],
          ['silent', 'nothing is said', null, {}],
          ['fail', 'a list beside it lets everyone read', null, listed(['READER:allUsers'])],
          ['pass', 'a list beside it lets somebody read', null, listed(['READER:user-jane@example.com'])],
          ['undecided', 'the list beside it is a variable', null, listed(unknown)],
          ['pass', 'lists are switched off', null, listed(['READER:allUsers'], { uniform_bucket_level_access: true })],
          ['pass', 'everyone is refused', null, listed(['READER:allUsers'], { public_access_prevention: 'enforced' })],
        ],
      },
    },
    'acl-not-writable': {
      [noun]: {
        cloudformation: null,
        terraform: type,
        rows: [
          ['fail', 'everyone writes', null, { predefined_acl: 'publicReadWrite' }],
          ['pass', 'everyone reads', null, { predefined_acl: 'publicRead' }],
          ['fail', 'a list beside it lets everyone write', null, listed(['WRITER:allUsers'])],
        ],
      },
    },
    versioned: {
      [noun]: {
        cloudformation: null,
        terraform: type,
        rows: [
          ['pass', 'nothing is said: what is deleted stays for a week', null, {}],
          ['fail', 'it is gone at once', null, { soft_delete_policy: { retention_duration_seconds: 0 } }],
          ['pass', 'versions are kept', null, { versioning: { enabled: true }, soft_delete_policy: { retention_duration_seconds: 0 } }],
          ['undecided', 'how long it stays is a variable', null, { soft_delete_policy: { retention_duration_seconds: unknown } }],
        ],
      },
    }, // prettier-ignore
    'copies-immutable': {
      [noun]: {
        cloudformation: null,
        terraform: type,
        rows: [
          ['pass', 'its retention is locked', null, { retention_policy: { is_locked: true, retention_period: 3600 } }],
          ['fail', 'its retention may be changed', null, { retention_policy: { retention_period: 3600 } }],
          ['fail', 'nothing is said', null, {}],
          ['undecided', 'the lock is a variable', null, { retention_policy: { is_locked: unknown, retention_period: 3600 } }],
        ],
      },
    }, // prettier-ignore
    'lifecycle-set': {
      [noun]: {
        cloudformation: null,
        terraform: type,
        rows: [
          ['pass', 'a rule stands there', null, { lifecycle_rule: [{ action: { type: 'Delete' }, condition: { age: 3 } }] }],
          ['fail', 'nothing is said', null, {}],
        ],
      },
    }, // prettier-ignore
    'website-not-hosted': {
      [noun]: {
        cloudformation: null,
        terraform: type,
        rows: [
          ['fail', 'it serves pages', null, { website: { main_page_suffix: 'index.html' } }],
          ['pass', 'nothing is said', null, {}],
        ],
      },
    },
    'cross-origin-confined': {
      [noun]: {
        cloudformation: null,
        terraform: type,
        rows: [
          ['fail', 'pages of every site may call', null, { cors: [{ origin: ['*'], method: ['GET'] }] }],
          ['pass', 'pages of one site may', null, { cors: [{ origin: ['https://example.com'], method: ['GET'] }] }],
          ['pass', 'nothing is said', null, {}],
          ['undecided', 'the site is a variable', null, { cors: [{ origin: [unknown], method: ['GET'] }] }],
        ],
      },
    },
    'access-logged': {
      [noun]: {
        cloudformation: null,
        terraform: type,
        rows: [
          ['pass', 'a bucket takes its records', null, { logging: { log_bucket: 'logs' } }],
          ['fail', 'nothing is said', null, {}],
          ['undecided', 'the bucket is a variable', null, { logging: unknown }],
          ['silent', 'it takes the records of others', null, system({ name: 'logs' }, { other: { type, properties: { name: 'o', logging: { log_bucket: refer('it', 'name') } } } })],
        ],
      },
    }, // prettier-ignore
    'firewall-filters': {
      [noun]: {
        cloudformation: null,
        terraform: type,
        rows: [
          ['pass', 'some addresses may come', null, { ip_filter: { mode: 'Enabled', public_network_source: { allowed_ip_cidr_ranges: ['203.0.113.0/24'] } } }],
          ['fail', 'every address may come', null, { ip_filter: { mode: 'Enabled', public_network_source: { allowed_ip_cidr_ranges: ['0.0.0.0/0'] } } }],
          ['fail', 'the filter is off', null, { ip_filter: { mode: 'Disabled' } }],
          ['undecided', 'the mode is a variable', null, { ip_filter: { mode: unknown } }],
          ['silent', 'nothing is said', null, {}],
        ],
      },
    }, // prettier-ignore
  }),
};
