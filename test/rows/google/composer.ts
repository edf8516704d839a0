import { unknown, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { keptStore, terraformSetting } from './kept-store';

const environment = 'google_composer_environment';

const config = (more: object) => ({ config: [more] });
const asking = (...values: readonly unknown[]) =>
  config({ web_server_network_access_control: [{ allowed_ip_range: values.map((value) => ({ value })) }] });

export const composerRows: ServiceRows = {
  service: 'composer',
  controls: merged(keptStore('environment', environment, 'config.encryption_config.kms_key_name'), {
    'no-public-address': {
      environment: {
        cloudformation: null,
        terraform: environment,
        rows: [
          ['fail', 'nothing is said', null, {}],
          [
            'pass',
            'it is a private one',
            null,
            config({ private_environment_config: [{ enable_private_endpoint: true }] }),
          ],
          ['pass', 'the third generation says so', null, config({ enable_private_environment: true })],
          ['undecided', 'it is settled at apply', null, config({ enable_private_environment: unknown })],
        ],
      },
    },
    'front-private': {
      'web server': {
        cloudformation: null,
        terraform: environment,
        rows: [
          ['fail', 'nothing is said', null, {}],
          ['pass', 'a network is named', null, asking('10.0.0.0/8')],
          ['fail', 'everyone may ask', null, asking('10.0.0.0/8', '0.0.0.0/0')],
          ['undecided', 'it is settled at apply', null, asking(unknown)],
        ],
      },
    },
    'role-not-shared': {
      environment: terraformSetting(
        environment,
        'config.node_config.service_account',
        'own@p.iam.gserviceaccount.com',
        '1-compute@developer.gserviceaccount.com',
        'fail',
      ),
    },
    'runtime-supported': {
      environment: {
        cloudformation: null,
        terraform: environment,
        rows: [
          ['silent', 'no image is named', null, {}],
          [
            'fail',
            'it is of the first generation',
            null,
            config({ software_config: [{ image_version: 'composer-1.20.12-airflow-2.4.3' }] }),
          ],
          [
            'fail',
            'it is of the beginnings of the second',
            null,
            config({ software_config: [{ image_version: 'composer-2.0.32-airflow-2.3.4' }] }),
          ],
          [
            'pass',
            'it is the newest of its generation',
            null,
            config({ software_config: [{ image_version: 'composer-2-airflow-2.9' }] }),
          ],
          [
            'pass',
            'it is the newest, by two digits',
            null,
            config({ software_config: [{ image_version: 'composer-3-airflow-2.10' }] }),
          ],
          [
            'pass',
            'it is the newest of all that have a number',
            null,
            config({ software_config: [{ image_version: 'composer-3-airflow-2' }] }),
          ],
          [
            'silent',
            'it is called like the newest',
            null,
            config({ software_config: [{ image_version: 'my-composer-2-airflow-2.9' }] }),
          ],
          [
            'silent',
            'its end is not known',
            null,
            config({ software_config: [{ image_version: 'composer-3-airflow-2.10.2-build.1' }] }),
          ],
          [
            'silent',
            'it is no image of an environment',
            null,
            config({ software_config: [{ image_version: 'my-composer-1' }] }),
          ],
          ['undecided', 'it is settled at apply', null, config({ software_config: [{ image_version: unknown }] })],
        ],
      },
    },
    'no-secret-in-clear': {
      environment: {
        cloudformation: null,
        terraform: environment,
        rows: [
          [
            'fail',
            'a variable is a secret',
            null,
            config({ software_config: [{ env_variables: { DB_PASSWORD: 'troubador' } }] }),
          ],
        ],
      },
      'secret of an environment': {
        cloudformation: null,
        terraform: 'google_composer_user_workloads_secret',
        rows: [
          ['fail', 'it is written in the open', null, { data: { password: 'dHJvdWJhZG9y' } }],
          ['silent', 'it is settled at apply', null, { data: unknown }],
        ],
      },
    },
  }),
};
