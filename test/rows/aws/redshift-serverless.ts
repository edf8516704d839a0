import { policyTables } from '../../support/policy-rows';
import { secretTable } from '../../support/secret-rows';
import { keptStoreTables, merged } from '../../support/store-rows';
import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { redshiftServerlessUpkeep } from './redshift-serverless-upkeep';

const namespace = { cloudformation: 'AWS::RedshiftServerless::Namespace', terraform: 'aws_redshiftserverless_namespace' }; // prettier-ignore
const workgroup = { cloudformation: 'AWS::RedshiftServerless::Workgroup', terraform: 'aws_redshiftserverless_workgroup' }; // prettier-ignore
const noun = 'Redshift Serverless namespace';

const requires = (value: unknown) =>
  [
    { ConfigParameters: [{ ParameterKey: 'datestyle', ParameterValue: 'ISO' }, { ParameterKey: 'require_ssl', ParameterValue: value }] },
    { config_parameter: [{ parameter_key: 'datestyle', parameter_value: 'ISO' }, { parameter_key: 'require_ssl', parameter_value: value }] },
  ] as const; // prettier-ignore

export const redshiftServerlessRows: ServiceRows = {
  service: 'redshift-serverless',
  controls: merged(
    redshiftServerlessUpkeep,
    keptStoreTables({
      noun,
      ...namespace,
      inCloudformation: (key) => ({ KmsKeyId: key }),
      inTerraform: (key) => ({ kms_key_id: key }),
    }),
    policyTables({
      noun,
      ...namespace,
      action: 'redshift-serverless:RestoreFromSnapshot',
      inCloudformation: (document) => ({ NamespaceResourcePolicy: document }),
      inTerraform: (document) =>
        system({}, { rules: { type: 'aws_redshiftserverless_resource_policy', properties: { resource_arn: refer('it', 'arn'), policy: document } } }), // prettier-ignore
    }),
    {
      'no-secret-in-clear': {
        [noun]: secretTable({
          ...namespace,
          inCloudformation: (secret) => ({ AdminUserPassword: secret }),
          inTerraform: (secret) => ({ admin_user_password: secret }),
        }),
      },
      'endpoint-not-public': {
        'Redshift Serverless workgroup': {
          ...workgroup,
          // prettier-ignore
          rows: [
            ['pass',      'nothing is said', {}, {}],
            ['fail',      'it is switched on', { PubliclyAccessible: true }, { publicly_accessible: true }],
            ['undecided', 'it is a parameter', { PubliclyAccessible: unknown }, { publicly_accessible: unknown }],
          ],
        },
      },
      'transit-enforced': {
        'Redshift Serverless workgroup': {
          ...workgroup,
          rows: [
            ['pass', 'TLS is required', ...requires('true')],
            ['fail', 'TLS is not required', ...requires('false')],
            ['undecided', 'nothing is said', {}, {}],
            ['undecided', 'it is a parameter', ...requires(unknown)],
          ],
        },
      },
    },
  ),
};
