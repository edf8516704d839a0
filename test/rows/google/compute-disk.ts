import { refer, system, unknown, type ServiceRows, type System } from '../../support/row';
import { secretRows } from './kept-store';

/** A disk, a schedule that takes snapshots, and what it is attached to. */
const scheduled = (disk: unknown, policy: object): System =>
  system(
    { name: 'd' },
    {
      daily: { type: 'google_compute_resource_policy', properties: { name: 'daily', ...policy } },
      attachment: {
        type: 'google_compute_disk_resource_policy_attachment',
        properties: { name: refer('daily', 'name'), disk },
      },
    },
  );
const schedule = { snapshot_schedule_policy: [{ schedule: [{ daily_schedule: [{ days_in_cycle: 1 }] }] }] };

/** Kinds of disks and copies, and where each names its key. */
const stores: readonly (readonly [noun: string, type: string, block: string, key: string])[] = [
  ['disk', 'google_compute_disk', 'disk_encryption_key', 'kms_key_self_link'],
  ['regional disk', 'google_compute_region_disk', 'disk_encryption_key', 'kms_key_name'],
  ['image', 'google_compute_image', 'image_encryption_key', 'kms_key_self_link'],
  ['snapshot', 'google_compute_snapshot', 'snapshot_encryption_key', 'kms_key_self_link'],
  ['machine image', 'google_compute_machine_image', 'machine_image_encryption_key', 'kms_key_name'],
];

export const computeDiskRows: ServiceRows = {
  service: 'compute-disk',
  controls: {
    'storage-encrypted': Object.fromEntries(
      stores.map(([noun, terraform]) => [
        noun,
        { cloudformation: null, terraform, rows: [['pass', 'no key is named', null, {}]] },
      ]),
    ),
    'customer-managed-key': Object.fromEntries(
      stores.map(([noun, terraform, block, key]) => [
        noun,
        {
          cloudformation: null,
          terraform,
          rows: [
            ['fail', 'no key is named', null, {}],
            [
              'pass',
              'a key is named',
              null,
              { [block]: [{ [key]: 'projects/p/locations/l/keyRings/r/cryptoKeys/k' }] },
            ],
            ['undecided', 'it is settled at apply', null, { [block]: [{ [key]: unknown }] }],
          ],
        },
      ]),
    ),
    'no-secret-in-clear': {
      'key of a disk': secretRows('google_compute_disk', 'disk_encryption_key.raw_key'),
      'key of a source': secretRows('google_compute_snapshot', 'source_disk_encryption_key.raw_key'),
    },
    'backup-kept': {
      disk: {
        cloudformation: null,
        terraform: 'google_compute_disk',
        rows: [
          ['silent', 'the input holds no schedule', null, { name: 'd' }],
          ['pass', 'one is attached', null, scheduled('d', schedule)],
          ['pass', 'one is attached by reference', null, scheduled(refer('it', 'name'), schedule)],
          ['fail', 'it is attached to another', null, scheduled('other', schedule)],
          ['silent', 'the policy takes no snapshots', null, scheduled('d', {})],
          ['undecided', 'nobody knows what it is attached to', null, scheduled(unknown, schedule)],
          [
            'pass',
            'it names policies itself',
            null,
            system(
              { name: 'd', resource_policies: ['projects/p/regions/r/resourcePolicies/daily'] },
              { daily: { type: 'google_compute_resource_policy', properties: { name: 'daily', ...schedule } } },
            ),
          ],
        ],
      },
      'regional disk': {
        cloudformation: null,
        terraform: 'google_compute_region_disk',
        rows: [
          [
            'pass',
            'one is attached',
            null,
            system(
              { name: 'd' },
              {
                daily: { type: 'google_compute_resource_policy', properties: { name: 'daily', ...schedule } },
                attachment: {
                  type: 'google_compute_region_disk_resource_policy_attachment',
                  properties: { name: refer('daily', 'name'), disk: 'd' },
                },
              },
            ),
          ],
        ],
      },
      'snapshot schedule': {
        cloudformation: null,
        terraform: 'google_compute_resource_policy',
        rows: [
          ['pass', 'it has a schedule', null, schedule],
          ['silent', 'it is for something else', null, { group_placement_policy: [{ vm_count: 2 }] }],
          ['undecided', 'it is settled at apply', null, { snapshot_schedule_policy: unknown }],
        ],
      },
    },
    'backups-kept-a-week': {
      'snapshot schedule': {
        cloudformation: null,
        terraform: 'google_compute_resource_policy',
        rows: [
          ['pass', 'nothing is said of how long', null, schedule],
          [
            'pass',
            'two weeks',
            null,
            { snapshot_schedule_policy: [{ retention_policy: [{ max_retention_days: 14 }] }] },
          ],
          [
            'fail',
            'three days',
            null,
            { snapshot_schedule_policy: [{ retention_policy: [{ max_retention_days: 3 }] }] },
          ],
          [
            'undecided',
            'it is settled at apply',
            null,
            { snapshot_schedule_policy: [{ retention_policy: [{ max_retention_days: unknown }] }] },
          ],
        ],
      },
    },
  },
};
