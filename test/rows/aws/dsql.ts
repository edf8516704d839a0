import { policyTables } from '../../support/policy-rows';
import { keptStoreTables, merged } from '../../support/store-rows';
import { refer, system, type ServiceRows } from '../../support/row';
import { dsqlUpkeep } from './dsql-upkeep';

const cluster = { cloudformation: 'AWS::DSQL::Cluster', terraform: 'aws_dsql_cluster' };
const noun = 'Aurora DSQL cluster';

export const dsqlRows: ServiceRows = {
  service: 'dsql',
  controls: merged(
    dsqlUpkeep,
    keptStoreTables({
      noun,
      ...cluster,
      inCloudformation: (key) => ({ KmsEncryptionKey: key }),
      inTerraform: (key) => ({ kms_encryption_key: key }),
    }),
    policyTables({
      noun,
      ...cluster,
      action: 'dsql:DbConnect',
      inCloudformation: (document) => ({ PolicyDocument: document }),
      inTerraform: (document) =>
        system({}, { rules: { type: 'aws_dsql_cluster_policy', properties: { identifier: refer('it', 'identifier'), policy: document } } }), // prettier-ignore
      withoutPolicy: [{}, {}],
    }),
    policyTables({
      noun: 'policy of a cluster elsewhere',
      cloudformation: null,
      terraform: 'aws_dsql_cluster_policy',
      action: 'dsql:DbConnect',
      inTerraform: (document) => ({ identifier: 'elsewhere', policy: document }),
    }),
  ),
};
