import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { terraformSetting } from './kept-store';

const key = 'google_service_account_key';

export const serviceAccountRows: ServiceRows = {
  service: 'google-service-account',
  controls: {
    'no-long-lived-credentials': {
      'service account key': {
        cloudformation: null,
        terraform: key,
        rows: [
          ['fail', 'it is made', null, { service_account_id: 's' }],
          ['undecided', 'its certificate is uploaded', null, { service_account_id: 's', public_key_data: 'x' }],
          ['pass', 'it is replaced from time to time', null, system({ service_account_id: 's', keepers: { rotation: refer('clock', 'rotation_rfc3339') } }, { clock: { type: 'time_rotating', properties: { rotation_days: 30 } } })],
          ['fail', 'it is kept by something else', null, { service_account_id: 's', keepers: { reason: 'x' } }],
        ],
      }, // prettier-ignore
      'API key': {
        cloudformation: null,
        terraform: 'google_apikeys_key',
        rows: [['fail', 'it is made', null, { name: 'k' }]],
      },
    },
    'certificate-key-strong': {
      'service account key': terraformSetting(key, 'key_algorithm', 'KEY_ALG_RSA_2048', 'KEY_ALG_RSA_1024', 'pass'),
    },
    'access-fine-grained': {
      'API key': {
        cloudformation: null,
        terraform: 'google_apikeys_key',
        rows: [
          ['fail', 'nothing is said', null, { name: 'k' }],
          ['pass', 'it is for one service', null, { name: 'k', restrictions: { api_targets: [{ service: 'translate.googleapis.com' }] } }],
          ['undecided', 'what it is for is a variable', null, { name: 'k', restrictions: { api_targets: unknown } }],
        ],
      }, // prettier-ignore
    },
  },
};
