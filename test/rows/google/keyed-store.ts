import { type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { keptStore, terraformSetting } from './kept-store';

export const keyedStoreRows: ServiceRows = {
  service: 'google-keyed-store',
  controls: merged(
    keptStore('Document AI processor', 'google_document_ai_processor', 'kms_key_name'),
    keptStore('Healthcare dataset', 'google_healthcare_dataset', 'encryption_spec.kms_key_name'),
    keptStore('Kafka cluster', 'google_managed_kafka_cluster', 'gcp_config.kms_key'),
    keptStore('Dataproc metastore', 'google_dataproc_metastore_service', 'encryption_config.kms_key'),
    keptStore('workflow', 'google_workflows_workflow', 'crypto_key_name'),
    {
      'deletion-protected': {
        metastore: terraformSetting('google_dataproc_metastore_service', 'deletion_protection', true, false, 'fail'),
        'certificate authority': terraformSetting(
          'google_privateca_certificate_authority',
          'deletion_protection',
          true,
          false,
          'pass',
        ),
      },
    },
  ),
};
