import { policyTables } from '../../support/policy-rows';
import { refer, system, type ServiceRows } from '../../support/row';
import { keptStoreTables, merged } from '../../support/store-rows';

export const opensearchIngestionRows: ServiceRows = {
  service: 'opensearch-ingestion',
  controls: merged(
    keptStoreTables({
      cloudformation: 'AWS::OSIS::Pipeline',
      terraform: 'aws_osis_pipeline',
      noun: 'ingestion pipeline',
      inCloudformation: (key) => ({ EncryptionAtRestOptions: { KmsKeyArn: key } }),
      inTerraform: (key) => ({ encryption_at_rest_options: [{ kms_key_arn: key }] }),
    }),
    policyTables({
      cloudformation: 'AWS::OSIS::Pipeline',
      terraform: 'aws_osis_pipeline',
      noun: 'ingestion pipeline',
      action: 'osis:Ingest',
      inCloudformation: (document) => ({ ResourcePolicy: { Policy: document } }),
      inTerraform: (document) =>
        system(
          {},
          {
            rules: {
              type: 'aws_osis_resource_policy',
              properties: { resource_arn: refer('it', 'pipeline_arn'), policy: document },
            },
          },
        ),
      withoutPolicy: [{}, {}],
    }),
  ),
};
