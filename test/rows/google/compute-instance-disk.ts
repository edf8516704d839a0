import { refer, system, unknown, type Properties, type Row, type Table } from '../../support/row';

const machine = 'google_compute_instance';
const template = 'google_compute_instance_template';

const rows = (terraform: string, list: readonly Row[]): Table => ({ cloudformation: null, terraform, rows: list });

/** A machine that is made from a template beside it. */
const fromTemplate = (it: Properties, properties: Properties) =>
  system({ source_instance_template: refer('model'), ...it }, { model: { type: template, properties } });

/** A snapshot schedule, and what it is attached to. */
function schedules(disk: unknown) {
  return {
    daily: {
      type: 'google_compute_resource_policy',
      properties: {
        name: 'daily',
        snapshot_schedule_policy: [{ schedule: [{ daily_schedule: [{ days_in_cycle: 1 }] }] }],
      },
    },
    attachment: {
      type: 'google_compute_disk_resource_policy_attachment',
      properties: { name: refer('daily', 'name'), disk },
    },
  };
}

/** Disks of machines, what they begin with, and whether what they start is checked. */
export const machineDiskTables: Readonly<Record<string, Readonly<Record<string, Table>>>> = {
  'storage-encrypted': {
    'disk of a machine': rows(machine, [['pass', 'no key is named', null, { boot_disk: [{ auto_delete: true }] }]]),
  },
  'customer-managed-key': {
    'disk of a machine': rows(machine, [
      ['fail', 'no key is named', null, { boot_disk: [{ auto_delete: true }] }],
      [
        'pass',
        'a key is named',
        null,
        { boot_disk: [{ kms_key_self_link: 'projects/p/locations/l/keyRings/r/cryptoKeys/k' }] },
      ],
      [
        'fail',
        'one disk has none',
        null,
        { boot_disk: [{ kms_key_self_link: 'k' }], attached_disk: [{ source: 'd' }] },
      ],
      ['undecided', 'it is settled at apply', null, { boot_disk: [{ kms_key_self_link: unknown }] }],
    ]),
    'disk of a template': rows(template, [
      ['pass', 'a key is named', null, { disk: [{ disk_encryption_key: [{ kms_key_self_link: 'k' }] }] }],
      ['fail', 'none is', null, { disk: [{ source_image: 'debian-cloud/debian-12' }] }],
      [
        'undecided',
        'it is settled at apply',
        null,
        { disk: [{ disk_encryption_key: [{ kms_key_self_link: unknown }] }] },
      ],
    ]),
  },
  'customer-supplied-key-refused': {
    'disk of a machine': rows(machine, [
      ['fail', 'a key is brought along', null, { boot_disk: [{ disk_encryption_key_raw: 'aGVsbG8=' }] }],
      ['pass', 'none is', null, { boot_disk: [{}] }],
      ['undecided', 'it is settled at apply', null, { boot_disk: [{ disk_encryption_key_raw: unknown }] }],
    ]),
  },
  'image-from-trusted-owner': {
    machine: rows(machine, [
      [
        'pass',
        'Google publishes it',
        null,
        { boot_disk: [{ initialize_params: [{ image: 'debian-cloud/debian-12' }] }] },
      ],
      [
        'pass',
        'it is named by its address',
        null,
        {
          boot_disk: [
            {
              initialize_params: [
                { image: 'https://www.googleapis.com/compute/v1/projects/cos-cloud/global/images/family/cos-stable' },
              ],
            },
          ],
        },
      ],
      ['pass', 'a family is named', null, { boot_disk: [{ initialize_params: [{ image: 'debian-12' }] }] }],
      [
        'pass',
        'it is of the same project',
        null,
        { project: 'own', boot_disk: [{ initialize_params: [{ image: 'projects/own/global/images/i' }] }] },
      ],
      [
        'pass',
        'it is made beside it',
        null,
        system(
          { boot_disk: [{ initialize_params: [{ image: refer('image') }] }] },
          { image: { type: 'google_compute_image', properties: { name: 'i' } } },
        ),
      ],
      [
        'undecided',
        'it is of another project',
        null,
        { boot_disk: [{ initialize_params: [{ image: 'projects/stranger/global/images/i' }] }] },
      ],
      ['undecided', 'it is settled at apply', null, { boot_disk: [{ initialize_params: [{ image: unknown }] }] }],
    ]),
  },
  'boot-verified': {
    machine: rows(machine, [
      ['fail', 'nothing is said', null, {}],
      ['pass', 'secure boot is on', null, { shielded_instance_config: [{ enable_secure_boot: true }] }],
      [
        'fail',
        'integrity is not watched',
        null,
        { shielded_instance_config: [{ enable_secure_boot: true, enable_integrity_monitoring: false }] },
      ],
      [
        'fail',
        'there is no virtual TPM',
        null,
        { shielded_instance_config: [{ enable_secure_boot: true, enable_vtpm: false }] },
      ],
      ['undecided', 'it is settled at apply', null, { shielded_instance_config: [{ enable_secure_boot: unknown }] }],
    ]),
    'machine from a template': rows('google_compute_instance_from_template', [
      [
        'pass',
        'the template switches it on',
        null,
        fromTemplate({}, { shielded_instance_config: [{ enable_secure_boot: true }] }),
      ],
      ['undecided', 'the template is not in sight', null, { source_instance_template: 'elsewhere' }],
    ]),
  },
  'backup-kept': {
    machine: rows(machine, [
      ['silent', 'the input holds no schedule', null, { name: 'm' }],
      ['pass', 'a schedule is attached to its disk', null, system({ name: 'm' }, schedules('m'))],
      ['fail', 'a schedule is there, and not attached', null, system({ name: 'm' }, schedules('other'))],
      ['undecided', 'nobody knows which disk it is attached to', null, system({ name: 'm' }, schedules(unknown))],
    ]),
  },
};
