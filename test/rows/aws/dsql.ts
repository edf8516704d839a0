import { policyTables } from '../../support/policy-rows';
import { keptStoreTables, merged } from '../../support/store-rows';
import type { ServiceRows } from '../../support/row';

const cluster = { cloudformation: 'AWS::DSQL::Cluster', terraform: 'aws_dsql_cluster' };
const noun = 'Aurora DSQL cluster';

export const dsqlRows: ServiceRows = {
  service: 'dsql',
  controls: merged(
    keptStoreTables({
      noun,
      ...cluster,
      inCloudformation: (key) => ({ KmsEncryptionKey: key }),
      inTerraform: (key) => ({ kms_encryption_key: key }),
    }),
    policyTables({
      noun,
      ...cluster,
      terraform: null,
      action: 'dsql:DbConnect',
      inCloudformation: (document) => ({ PolicyDocument: document }),
      withoutPolicy: [{}, null],
    }),
  ),
};
