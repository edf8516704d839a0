import { policyTables } from '../../support/policy-rows';
import { type ServiceRows } from '../../support/row';
import { keptStoreTables, merged } from '../../support/store-rows';

export const omicsRows: ServiceRows = {
  service: 'omics',
  controls: merged(
    keptStoreTables({
      cloudformation: 'AWS::Omics::SequenceStore',
      terraform: null,
      noun: 'sequence store',
      inCloudformation: (key) => ({ SseConfig: { Type: 'KMS', KeyArn: key } }),
    }),
    policyTables({
      cloudformation: 'AWS::Omics::SequenceStore',
      terraform: null,
      noun: 'sequence store',
      action: 's3:GetObject',
      inCloudformation: (document) => ({ S3AccessPolicy: document }),
      withoutPolicy: [{}, null],
    }),
  ),
};
