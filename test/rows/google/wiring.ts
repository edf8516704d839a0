import type { ServiceRows } from '../../support/row';

/** What only joins others is classified, and states nothing. */
export const googleWiringRows: ServiceRows = {
  service: 'google-wiring',
  controls: {
    'endpoint-not-public': {
      'static address': {
        cloudformation: null,
        terraform: 'google_compute_address',
        rows: [['silent', 'it waits for a machine that uses it', null, { name: 'front', address_type: 'EXTERNAL' }]],
      },
    },
  },
};
