import { unknown, type ServiceRows } from '../../support/row';
import { terraformSetting } from './kept-store';

export const cloudBuildRows: ServiceRows = {
  service: 'cloud-build',
  controls: {
    'no-public-address': {
      'worker pool': terraformSetting(
        'google_cloudbuild_worker_pool',
        'worker_config.no_external_ip',
        true,
        false,
        'fail',
      ),
    },
    'role-not-shared': {
      'build trigger': {
        cloudformation: null,
        terraform: 'google_cloudbuild_trigger',
        rows: [
          ['pass', 'an account is named', null, { service_account: 's' }],
          ['fail', 'nothing is said', null, {}],
          ['undecided', 'it is a variable', null, { service_account: unknown }],
        ],
      },
    },
  },
};
