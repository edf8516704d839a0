import { unknown, type ServiceRows } from '../../support/row';
import { terraformSetting } from './kept-store';

const zone = 'google_dns_managed_zone';

export const cloudDnsRows: ServiceRows = {
  service: 'cloud-dns',
  controls: {
    'zone-signed': {
      zone: terraformSetting(zone, 'dnssec_config.state', 'on', 'off', 'fail', [
        ['silent', 'it is for a network of its own', null, { visibility: 'private' }],
        ['fail', 'it is for everyone', null, { visibility: 'public' }],
        ['undecided', 'whom it is for is settled at apply', null, { visibility: unknown }],
        ['pass', 'it is signed, whomever it is for', null, { visibility: unknown, dnssec_config: [{ state: 'on' }] }],
      ]),
    },
    'algorithms-current': {
      zone: {
        cloudformation: null,
        terraform: zone,
        rows: [
          ['silent', 'no key is written', null, { dnssec_config: [{ state: 'on' }] }],
          [
            'pass',
            'the keys are of today',
            null,
            { dnssec_config: [{ state: 'on', default_key_specs: [{ algorithm: 'rsasha256' }] }] },
          ],
          [
            'fail',
            'one is not',
            null,
            {
              dnssec_config: [
                { state: 'on', default_key_specs: [{ algorithm: 'rsasha256' }, { algorithm: 'rsasha1' }] },
              ],
            },
          ],
          [
            'undecided',
            'it is settled at apply',
            null,
            { dnssec_config: [{ state: 'on', default_key_specs: [{ algorithm: unknown }] }] },
          ],
        ],
      },
    },
    'access-logged': {
      zone: terraformSetting(zone, 'cloud_logging_config.enable_logging', true, false, 'fail'),
      policy: terraformSetting('google_dns_policy', 'enable_logging', true, false, 'fail'),
    },
  },
};
