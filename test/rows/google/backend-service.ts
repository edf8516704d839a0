import { unknown, type ServiceRows, type Table } from '../../support/row';
import { secretRows, terraformSetting } from './kept-store';

const service = 'google_compute_backend_service';
const regional = 'google_compute_region_backend_service';

const guarded = (terraform: string): Table => ({
  cloudformation: null,
  terraform,
  rows: [
    ['fail', 'nothing is said', null, {}],
    ['pass', 'a policy is named', null, { security_policy: 'p' }],
    ['pass', 'a policy at the edge is', null, { edge_security_policy: 'p' }],
    ['undecided', 'it is settled at apply', null, { security_policy: unknown }],
  ],
});

export const backendServiceRows: ServiceRows = {
  service: 'backend-service',
  controls: {
    'firewall-attached': {
      service: {
        ...guarded(service),
        rows: [
          ...guarded(service).rows,
          ['silent', 'it faces its own network', null, { load_balancing_scheme: 'INTERNAL_MANAGED' }],
          ['silent', 'it passes connections on', null, { protocol: 'TCP' }],
        ],
      },
      bucket: guarded('google_compute_backend_bucket'),
      'regional service': {
        cloudformation: null,
        terraform: regional,
        rows: [
          ['silent', 'nothing is said', null, {}],
          ['silent', 'it passes connections of the internet on', null, { load_balancing_scheme: 'EXTERNAL' }],
          ['fail', 'it knows requests of the internet', null, { load_balancing_scheme: 'EXTERNAL_MANAGED' }],
        ],
      },
    },
    'backend-encrypted': {
      service: terraformSetting(service, 'protocol', 'HTTPS', 'HTTP', 'fail'),
      'regional service': terraformSetting(regional, 'protocol', 'HTTPS', 'HTTP', 'silent', [
        ['fail', 'it knows requests', null, { load_balancing_scheme: 'INTERNAL_MANAGED' }],
        ['undecided', 'what it knows is settled at apply', null, { load_balancing_scheme: unknown }],
      ]),
    },
    'access-logged': { service: terraformSetting(service, 'log_config.enable', true, false, 'fail') },
    'sign-in-required': {
      service: {
        cloudformation: null,
        terraform: service,
        rows: [
          ['pass', 'a proxy asks callers to sign in', null, { iap: [{ enabled: true }] }],
          ['silent', 'the application may ask itself', null, { iap: [{ enabled: false }] }],
        ],
      },
    },
    'no-secret-in-clear': {
      'OAuth client': secretRows(service, 'iap.oauth2_client_secret'),
      'signed addresses': secretRows('google_compute_backend_service_signed_url_key', 'key_value'),
    },
  },
};
