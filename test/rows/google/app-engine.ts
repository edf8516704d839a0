import { unknown, type ServiceRows } from '../../support/row';
import { secretRows, terraformSetting } from './kept-store';

const version = 'google_app_engine_standard_app_version';

export const appEngineRows: ServiceRows = {
  service: 'app-engine',
  controls: {
    'transit-enforced': {
      version: {
        cloudformation: null,
        terraform: version,
        rows: [
          ['silent', 'no handler is written', null, {}],
          ['pass', 'every handler turns plain text away', null, { handlers: [{ security_level: 'SECURE_ALWAYS' }] }],
          ['fail', 'one does not', null, { handlers: [{ security_level: 'SECURE_ALWAYS' }, { url_regex: '.*' }] }],
          ['undecided', 'it is settled at apply', null, { handlers: [{ security_level: unknown }] }],
        ],
      },
    },
    'runtime-supported': { version: terraformSetting(version, 'runtime', 'nodejs22', 'nodejs12', 'silent') },
    'role-not-shared': {
      version: terraformSetting(
        version,
        'service_account',
        'own@p.iam.gserviceaccount.com',
        'p@appspot.gserviceaccount.com',
        'fail',
      ),
    },
    'egress-confined': {
      version: terraformSetting(
        version,
        'vpc_access_connector.egress_setting',
        'ALL_TRAFFIC',
        'PRIVATE_RANGES_ONLY',
        'fail',
      ),
    },
    'no-secret-in-clear': {
      version: {
        cloudformation: null,
        terraform: version,
        rows: [
          ['fail', 'a variable holds one', null, { env_variables: { DB_PASSWORD: 'Tr0ub4dor-and-3' } }],
          ['silent', 'none does', null, { env_variables: { COLOUR: 'blue' } }],
        ],
      },
      application: secretRows('google_app_engine_application', 'iap.oauth2_client_secret'),
    },
    'front-private': {
      'firewall rule': {
        cloudformation: null,
        terraform: 'google_app_engine_firewall_rule',
        rows: [
          ['fail', 'everyone is let in', null, { action: 'ALLOW', source_range: '*' }],
          ['pass', 'a network is', null, { action: 'ALLOW', source_range: '10.0.0.0/8' }],
          ['pass', 'everyone is kept out', null, { action: 'DENY', source_range: '*' }],
          ['undecided', 'the range is settled at apply', null, { action: 'ALLOW', source_range: unknown }],
          ['undecided', 'the action is', null, { action: unknown, source_range: '*' }],
        ],
      },
      settings: terraformSetting(
        'google_app_engine_service_network_settings',
        'network_settings.ingress_traffic_allowed',
        'INGRESS_TRAFFIC_ALLOWED_INTERNAL_ONLY',
        'INGRESS_TRAFFIC_ALLOWED_ALL',
        'fail',
      ),
    },
  },
};
