import { policyTables } from '../../support/policy-rows';
import { refer, system, unknown, type ServiceRows, type Table } from '../../support/row';
import { secretTable } from '../../support/secret-rows';
import { merged } from '../../support/store-rows';
import { codebuildSettings } from './codebuild-settings';

const types = { cloudformation: 'AWS::CodeBuild::Project', terraform: 'aws_codebuild_project' };
const project = (rows: Table['rows']): Record<string, Table> => ({ 'CodeBuild project': { ...types, rows } });
const report = (rows: Table['rows']): Record<string, Table> => ({
  'CodeBuild report group': {
    cloudformation: 'AWS::CodeBuild::ReportGroup',
    terraform: 'aws_codebuild_report_group',
    rows,
  },
});

const artifacts = (disabled: unknown, key?: string) =>
  [
    { Artifacts: { Type: 'S3', EncryptionDisabled: disabled }, EncryptionKey: key },
    { artifacts: [{ type: 'S3', encryption_disabled: disabled }], encryption_key: key },
  ] as const;
const exported = (disabled: unknown) =>
  [
    { ExportConfig: { S3Destination: { Bucket: 'a', EncryptionDisabled: disabled } } },
    { export_config: [{ s3_destination: [{ bucket: 'a', encryption_disabled: disabled }] }] },
  ] as const;
const privileged = (mode: unknown) =>
  [
    { Environment: { Image: 'a', PrivilegedMode: mode } },
    { environment: [{ image: 'a', privileged_mode: mode }] },
  ] as const;
const variable = (value: unknown, type?: string) =>
  [
    { Environment: { EnvironmentVariables: [{ Name: 'DB_PASSWORD', Value: value, Type: type }] } },
    { environment: [{ environment_variable: [{ name: 'DB_PASSWORD', value, type }] }] },
  ] as const;
const credential = { cloudformation: 'AWS::CodeBuild::SourceCredential', terraform: 'aws_codebuild_source_credential' };

export const codebuildRows: ServiceRows = {
  service: 'codebuild',
  controls: merged(
    policyTables({
      noun: 'CodeBuild project',
      cloudformation: null,
      terraform: 'aws_codebuild_project',
      action: 'codebuild:BatchGetProjects',
      inTerraform: (policy) =>
        system(
          { name: 'ours' },
          { policy: { type: 'aws_codebuild_resource_policy', properties: { resource_arn: refer('it', 'arn'), policy } } },
        ), // prettier-ignore
    }),
    policyTables({
      noun: 'CodeBuild report group',
      cloudformation: null,
      terraform: 'aws_codebuild_report_group',
      action: 'codebuild:BatchGetReportGroups',
      inTerraform: (policy) =>
        system(
          { name: 'ours' },
          { policy: { type: 'aws_codebuild_resource_policy', properties: { resource_arn: refer('it', 'arn'), policy } } },
        ), // prettier-ignore
    }),
    policyTables({
      noun: 'policy of a project elsewhere',
      cloudformation: null,
      terraform: 'aws_codebuild_resource_policy',
      action: 'codebuild:BatchGetProjects',
      inTerraform: (policy) => ({ resource_arn: 'elsewhere', policy }),
    }),
    {
      'storage-encrypted': project([
        ['pass', 'nothing is said', ...artifacts(undefined)],
        ['fail', 'it is switched off', ...artifacts(true)],
        ['fail', 'it is switched off, as text', ...artifacts('true')],
        ['pass', 'it is not', ...artifacts(false)],
        ['undecided', 'it is a parameter', ...artifacts(unknown)],
        [
          'fail',
          'it is switched off for artifacts beside them',
          { Artifacts: { Type: 'S3' }, SecondaryArtifacts: [{ EncryptionDisabled: true }, { Type: 'S3' }] },
          { artifacts: [{ type: 'S3' }], secondary_artifacts: [{ encryption_disabled: true }, { type: 'S3' }] },
        ],
      ]),
      'customer-managed-key': project([
        ['fail', 'no key is named', ...artifacts(undefined)],
        ['pass', 'a key is named', ...artifacts(undefined, 'alias/ours')],
        ['fail', 'a key is named and nothing is encrypted', ...artifacts(true, 'alias/ours')],
      ]),
      'not-privileged': project([
        ['pass', 'nothing is said', {}, {}],
        ['fail', 'builds are privileged', ...privileged(true)],
        ['pass', 'builds are not', ...privileged(false)],
        ['undecided', 'it is a parameter', ...privileged(unknown)],
      ]),
      'storage-not-public': project([
        ['pass', 'nothing is said', {}, {}],
        ['fail', 'everyone may read', { Visibility: 'PUBLIC_READ' }, { project_visibility: 'PUBLIC_READ' }],
        ['pass', 'it is private', { Visibility: 'PRIVATE' }, { project_visibility: 'PRIVATE' }],
        ['undecided', 'it is a parameter', { Visibility: unknown }, { project_visibility: unknown }],
      ]),
      'no-secret-in-clear': {
        ...project([
          ['silent', 'it has no variables', {}, {}],
          ['fail', 'a variable holds a password', ...variable('hunter-2-hunter')],
          ['fail', 'it does, and says so', ...variable('hunter-2-hunter', 'PLAINTEXT')],
          ['silent', 'a variable names a parameter', ...variable('db-password', 'PARAMETER_STORE')],
          ['silent', 'a variable names a secret', ...variable('db-password', 'SECRETS_MANAGER')],
        ]),
        'CodeBuild source credential': secretTable({
          ...credential,
          inCloudformation: (Token) => ({ AuthType: 'PERSONAL_ACCESS_TOKEN', Token }),
          inTerraform: (token) => ({ auth_type: 'PERSONAL_ACCESS_TOKEN', token }),
        }),
        'CodeBuild source credential that points': {
          ...credential,
          rows: [
            [
              'silent',
              'the token is an ARN',
              { AuthType: 'SECRETS_MANAGER', Token: 'arn:aws:secretsmanager:a:b:c' },
              { auth_type: 'SECRETS_MANAGER', token: 'arn:aws:secretsmanager:a:b:c' },
            ],
          ],
        },
      },
    },
    {
      'storage-encrypted': report([
        ['silent', 'nothing is exported', {}, {}],
        ['pass', 'nothing is said', ...exported(undefined)],
        ['fail', 'it is switched off', ...exported(true)],
        ['undecided', 'it is a parameter', ...exported(unknown)],
      ]),
    },
    codebuildSettings,
  ),
};
