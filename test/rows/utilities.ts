import type { ServiceRows } from '../support/row';

export const utilitiesRows: ServiceRows = {
  service: 'utilities',
  controls: {
    'no-secret-in-clear': {
      'generated password': {
        cloudformation: null,
        terraform: 'random_password',
        rows: [['silent', 'it exists in the state only', null, { length: 32 }]],
      },
    },
  },
};
