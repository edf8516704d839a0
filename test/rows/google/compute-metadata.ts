import { unknown, type ServiceRows } from '../../support/row';
import { terraformSetting } from './kept-store';

const project = 'google_compute_project_metadata';
const item = 'google_compute_project_metadata_item';

export const computeMetadataRows: ServiceRows = {
  service: 'compute-metadata',
  controls: {
    'local-auth-disabled': {
      project: terraformSetting(project, 'metadata.enable-oslogin', true, false, 'fail'),
      entry: {
        cloudformation: null,
        terraform: item,
        rows: [
          ['pass', 'it switches OS Login on', null, { key: 'enable-oslogin', value: 'TRUE' }],
          ['fail', 'it switches it off', null, { key: 'enable-oslogin', value: 'FALSE' }],
          ['silent', 'it is about something else', null, { key: 'note', value: 'TRUE' }],
          ['undecided', 'it is settled at apply', null, { key: 'enable-oslogin', value: unknown }],
        ],
      },
    },
    'local-secrets-refused': {
      project: {
        cloudformation: null,
        terraform: project,
        rows: [
          ['fail', 'nothing is said', null, {}],
          ['pass', 'keys are blocked', null, { metadata: { 'block-project-ssh-keys': 'true' } }],
          [
            'fail',
            'keys are written as well',
            null,
            { metadata: { 'block-project-ssh-keys': 'true', 'ssh-keys': 'jane:ssh-ed25519 AAAA' } },
          ],
          [
            'fail',
            'keys are written by their older name',
            null,
            { metadata: { 'block-project-ssh-keys': 'true', sshKeys: 'jane:ssh-rsa AAAA' } },
          ],
          ['undecided', 'it is settled at apply', null, { metadata: unknown }],
        ],
      },
    },
    'no-long-lived-credentials': {
      project: {
        cloudformation: null,
        terraform: project,
        rows: [
          ['fail', 'keys are written', null, { metadata: { 'ssh-keys': 'jane:ssh-ed25519 AAAA' } }],
          ['fail', 'keys are written by their older name', null, { metadata: { sshKeys: 'jane:ssh-rsa AAAA' } }],
          ['silent', 'none are', null, { metadata: {} }],
          ['undecided', 'it is settled at apply', null, { metadata: { 'ssh-keys': unknown } }],
        ],
      },
    },
    'endpoint-not-public': {
      'serial console': terraformSetting(project, 'metadata.serial-port-enable', 'FALSE', 'TRUE', 'silent'),
      'serial console of a zone': terraformSetting(
        'google_compute_instance_settings',
        'metadata.items.serial-port-enable',
        'FALSE',
        'TRUE',
        'silent',
      ),
    },
    'no-secret-in-clear': {
      project: {
        cloudformation: null,
        terraform: project,
        rows: [
          ['fail', 'an entry is a secret', null, { metadata: { db_password: 'Tr0ub4dor-and-3' } }],
          ['silent', 'none is', null, { metadata: { note: 'x' } }],
        ],
      },
    },
  },
};
