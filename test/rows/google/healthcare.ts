import { type ServiceRows } from '../../support/row';
import { terraformSetting } from './kept-store';

export const healthcareRows: ServiceRows = {
  service: 'healthcare',
  controls: {
    versioned: {
      'FHIR store': terraformSetting(
        'google_healthcare_fhir_store',
        'disable_resource_versioning',
        false,
        true,
        'pass',
      ),
    },
  },
};
