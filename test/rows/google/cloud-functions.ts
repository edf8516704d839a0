import { unknown, type ServiceRows } from '../../support/row';
import { keptStore, terraformSetting } from './kept-store';

const first = 'google_cloudfunctions_function';
const second = 'google_cloudfunctions2_function';
const account = 'own@p.iam.gserviceaccount.com';

export const cloudFunctionsRows: ServiceRows = {
  service: 'cloud-functions',
  controls: {
    'front-private': {
      function: terraformSetting(second, 'service_config.ingress_settings', 'ALLOW_INTERNAL_ONLY', 'ALLOW_ALL', 'fail'),
      'first generation': terraformSetting(first, 'ingress_settings', 'ALLOW_INTERNAL_AND_GCLB', 'ALLOW_ALL', 'fail'),
    },
    'egress-confined': {
      function: terraformSetting(
        second,
        'service_config.vpc_connector_egress_settings',
        'ALL_TRAFFIC',
        'PRIVATE_RANGES_ONLY',
        'fail',
      ),
      'first generation': terraformSetting(
        first,
        'vpc_connector_egress_settings',
        'ALL_TRAFFIC',
        'PRIVATE_RANGES_ONLY',
        'fail',
      ),
    },
    'role-not-shared': {
      function: terraformSetting(
        second,
        'service_config.service_account_email',
        account,
        '1-compute@developer.gserviceaccount.com',
        'fail',
      ),
      'first generation': terraformSetting(
        first,
        'service_account_email',
        account,
        'p@appspot.gserviceaccount.com',
        'fail',
      ),
    },
    'runtime-supported': {
      function: terraformSetting(second, 'build_config.runtime', 'nodejs22', 'nodejs18', 'silent', [
        ['undecided', 'its end is not known', null, { build_config: [{ runtime: 'cobol85' }] }],
        ['pass', 'its Python is mended', null, { build_config: [{ runtime: 'python313' }] }],
        ['fail', 'its Python is not any more', null, { build_config: [{ runtime: 'python39' }] }],
        ['fail', 'its Go is not any more', null, { build_config: [{ runtime: 'go123' }] }],
      ]),
      'first generation': terraformSetting(first, 'runtime', 'nodejs24', 'nodejs10', 'silent'),
    },
    'engine-upgrades-automatic': {
      function: {
        cloudformation: null,
        terraform: second,
        rows: [
          ['pass', 'nothing is said', null, {}],
          ['pass', 'updates come by themselves', null, { build_config: [{ automatic_update_policy: [{}] }] }],
          ['fail', 'they wait for a deployment', null, { build_config: [{ on_deploy_update_policy: [{}] }] }],
          ['undecided', 'it is settled at apply', null, { build_config: [{ on_deploy_update_policy: unknown }] }],
        ],
      },
    },
    'no-secret-in-clear': {
      function: {
        cloudformation: null,
        terraform: second,
        rows: [
          [
            'fail',
            'a variable holds one',
            null,
            { service_config: [{ environment_variables: { API_KEY: 'Tr0ub4dor-and-3' } }] },
          ],
          [
            'fail',
            'a variable of the build does',
            null,
            { build_config: [{ environment_variables: { API_KEY: 'Tr0ub4dor-and-3' } }] },
          ],
          ['silent', 'none does', null, { service_config: [{ environment_variables: { COLOUR: 'blue' } }] }],
        ],
      },
    },
    ...keptStore('function', second, 'kms_key_name'),
    'code-signed': {
      function: {
        cloudformation: null,
        terraform: second,
        rows: [
          ['fail', 'nothing is said', null, {}],
          ['pass', 'a policy is named', null, { service_config: [{ binary_authorization_policy: 'p' }] }],
          ['undecided', 'it is settled at apply', null, { service_config: [{ binary_authorization_policy: unknown }] }],
        ],
      },
    },
    'transit-enforced': {
      'first generation': {
        cloudformation: null,
        terraform: first,
        rows: [
          ['silent', 'events call it', null, {}],
          ['fail', 'it is called by HTTP, and nothing is said', null, { trigger_http: true }],
          [
            'pass',
            'plain text is refused',
            null,
            { trigger_http: true, https_trigger_security_level: 'SECURE_ALWAYS' },
          ],
          ['fail', 'plain text is not', null, { trigger_http: true, https_trigger_security_level: 'SECURE_OPTIONAL' }],
          ['undecided', 'it is settled at apply', null, { trigger_http: true, https_trigger_security_level: unknown }],
          ['undecided', 'nobody knows what calls it', null, { trigger_http: unknown }],
        ],
      },
    },
  },
};
