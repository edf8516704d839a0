import { policyTables } from '../../support/policy-rows';
import { refer, system, type ServiceRows } from '../../support/row';
import { keptStoreTables, merged } from '../../support/store-rows';

export const prometheusRows: ServiceRows = {
  service: 'prometheus',
  controls: merged(
    keptStoreTables({
      cloudformation: 'AWS::APS::Workspace',
      terraform: 'aws_prometheus_workspace',
      noun: 'Prometheus workspace',
      inCloudformation: (key) => ({ KmsKeyArn: key }),
      inTerraform: (key) => ({ kms_key_arn: key }),
    }),
    policyTables({
      cloudformation: 'AWS::APS::Workspace',
      terraform: 'aws_prometheus_workspace',
      noun: 'Prometheus workspace',
      action: 'aps:QueryMetrics',
      inCloudformation: (document) =>
        system(
          {},
          {
            rules: {
              type: 'AWS::APS::ResourcePolicy',
              properties: { WorkspaceArn: refer('it', 'arn', 'Arn'), PolicyDocument: document },
            },
          },
        ),
      inTerraform: (document) =>
        system(
          {},
          {
            rules: {
              type: 'aws_prometheus_resource_policy',
              properties: { workspace_id: refer(), policy_document: document },
            },
          },
        ),
      withoutPolicy: [{}, {}],
    }),
    policyTables({
      cloudformation: 'AWS::APS::ResourcePolicy',
      terraform: 'aws_prometheus_resource_policy',
      noun: 'policy of a workspace elsewhere',
      action: 'aps:QueryMetrics',
      inCloudformation: (document) => ({ WorkspaceArn: 'elsewhere', PolicyDocument: document }),
      inTerraform: (document) => ({ workspace_id: 'elsewhere', policy_document: document }),
    }),
  ),
};
