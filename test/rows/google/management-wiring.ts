import type { ServiceRows } from '../../support/row';

export const managementWiringRows: ServiceRows = {
  service: 'google-management-wiring',
  controls: {
    'purpose-described': {
      tag: { cloudformation: null, terraform: 'google_tags_tag_key', rows: [['silent', 'nothing is said', null, {}]] },
    },
  },
};
