import type { ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { keptStore, terraformSetting } from './kept-store';

const workbench = 'google_workbench_instance';
const instance = 'google_notebooks_instance';
const runtime = 'google_notebooks_runtime';
const template = 'google_colab_runtime_template';

const keys = [
  keptStore('workbench', workbench, 'gce_setup.boot_disk.kms_key'),
  keptStore('instance', instance, 'kms_key'),
  keptStore('runtime', runtime, 'virtual_machine.virtual_machine_config.encryption_config.kms_key'),
  keptStore('template', template, 'encryption_spec.kms_key_name'),
];

export const notebooksRows: ServiceRows = {
  service: 'notebooks',
  controls: merged(...keys, {
    'no-public-address': {
      workbench: terraformSetting(workbench, 'gce_setup.disable_public_ip', true, false, 'fail'),
      instance: terraformSetting(instance, 'no_public_ip', true, false, 'fail'),
      runtime: terraformSetting(
        runtime,
        'virtual_machine.virtual_machine_config.internal_ip_only',
        true,
        false,
        'fail',
      ),
    },
    'egress-confined': {
      template: terraformSetting(template, 'network_spec.enable_internet_access', false, true, 'pass'),
    },
    'not-privileged': {
      workbench: terraformSetting(workbench, 'gce_setup.metadata.notebook-disable-root', 'true', 'false', 'fail'),
      instance: terraformSetting(instance, 'metadata.notebook-disable-root', 'TRUE', 'FALSE', 'fail'),
    },
    'role-not-shared': {
      workbench: terraformSetting(
        workbench,
        'gce_setup.service_accounts.email',
        'own@p.iam.gserviceaccount.com',
        '1-compute@developer.gserviceaccount.com',
        'fail',
      ),
      instance: terraformSetting(
        instance,
        'service_account',
        'own@p.iam.gserviceaccount.com',
        '1-compute@developer.gserviceaccount.com',
        'fail',
      ),
    },
    'boot-verified': {
      workbench: terraformSetting(
        workbench,
        'gce_setup.shielded_instance_config.enable_secure_boot',
        true,
        false,
        'fail',
      ),
      instance: terraformSetting(instance, 'shielded_instance_config.enable_secure_boot', true, false, 'fail'),
    },
    'access-fine-grained': {
      workbench: terraformSetting(workbench, 'instance_owners', ['jane@example.com'], [], 'fail'),
    },
    'front-private': { workbench: terraformSetting(workbench, 'disable_proxy_access', true, false, 'fail') },
    'no-secret-in-clear': {
      workbench: {
        cloudformation: null,
        terraform: workbench,
        rows: [
          ['fail', 'an entry is a secret', null, { gce_setup: [{ metadata: { db_password: 'Tr0ub4dor-and-3' } }] }],
          ['silent', 'none is', null, { gce_setup: [{ metadata: { note: 'x' } }] }],
        ],
      },
    },
  }),
};
