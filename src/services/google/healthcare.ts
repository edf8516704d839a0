import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { map, otherwise } from '../../model/value';
import type { Service } from '../service';

/**
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/healthcare_fhir_store (7.12, 2025-11)
 */
export const healthcare: Service = {
  name: 'healthcare',
  types: {
    terraform: [
      // Stores of a dataset, whose key and policies are those of the dataset.
      'google_healthcare_consent_store',
      'google_healthcare_dicom_store',
      'google_healthcare_fhir_store',
      'google_healthcare_hl7_v2_store',
      'google_healthcare_pipeline_job',
      'google_healthcare_workspace',
    ],
  },
  facts: (store) => (store.type === 'google_healthcare_fhir_store' ? [versionFact(store)] : []),
};

const versionFact = (store: Resource): Fact => ({
  subject: store,
  noun: 'FHIR store',
  kind: 'versioning',
  on: map(
    otherwise(
      store.properties.get('disable_resource_versioning').flag(),
      false,
      'earlier versions are kept unless told otherwise',
    ),
    (off) => !off,
  ),
});
