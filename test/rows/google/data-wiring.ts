import type { ServiceRows } from '../../support/row';

export const dataWiringRows: ServiceRows = {
  service: 'google-data-wiring',
  controls: {
    'storage-encrypted': {
      lake: {
        cloudformation: null,
        terraform: 'google_dataplex_lake',
        rows: [['silent', 'nothing is said', null, {}]],
      },
    },
  },
};
