import { policyTables } from '../../support/policy-rows';
import { type ServiceRows } from '../../support/row';
import { keptStoreTables, merged } from '../../support/store-rows';

export const aiOperationsRows: ServiceRows = {
  service: 'ai-operations',
  controls: merged(
    keptStoreTables({
      cloudformation: 'AWS::AIOps::InvestigationGroup',
      terraform: null,
      noun: 'investigation group',
      inCloudformation: (key) => ({ EncryptionConfig: { KmsKeyId: key } }),
    }),
    policyTables({
      cloudformation: 'AWS::AIOps::InvestigationGroup',
      terraform: null,
      noun: 'investigation group',
      action: 'aiops:GetInvestigation',
      inCloudformation: (document) => ({ InvestigationGroupPolicy: document }),
      withoutPolicy: [{}, null],
    }),
  ),
};
