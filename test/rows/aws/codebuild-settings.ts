import { unknown, type Row, type Table } from '../../support/row';

const project = (rows: readonly Row[]): Record<string, Table> => ({
  'CodeBuild project and its surroundings': {
    cloudformation: 'AWS::CodeBuild::Project',
    terraform: 'aws_codebuild_project',
    rows,
  },
});
const image = (name: unknown) => [{ Environment: { Image: name } }, { environment: [{ image: name }] }] as const;
const logs = (group: unknown, bucket?: unknown) =>
  [
    { LogsConfig: { CloudWatchLogs: { Status: group }, S3Logs: { Status: bucket } } },
    { logs_config: [{ cloudwatch_logs: [{ status: group }], s3_logs: [{ status: bucket }] }] },
  ] as const;
const bucketLogs = (disabled: unknown) =>
  [
    { LogsConfig: { S3Logs: { Status: 'ENABLED', EncryptionDisabled: disabled } } },
    { logs_config: [{ s3_logs: [{ status: 'ENABLED', encryption_disabled: disabled }] }] },
  ] as const;
const source = (address: unknown) =>
  [{ Source: { Type: 'GITHUB', Location: address } }, { source: [{ type: 'GITHUB', location: address }] }] as const;
const second = (address: unknown) =>
  [
    { SecondarySources: [{ Type: 'GITHUB', Location: address }] },
    { secondary_sources: [{ type: 'GITHUB', location: address }] },
  ] as const;
const unchecked = (off: unknown) =>
  [
    { Source: { Type: 'GITHUB_ENTERPRISE', InsecureSsl: off } },
    { source: [{ type: 'GITHUB_ENTERPRISE', insecure_ssl: off }] },
  ] as const;

export const codebuildSettings: Readonly<Record<string, Readonly<Record<string, Table>>>> = {
  'runtime-supported': project([
    ['silent', 'its image is its own', ...image('registry.example.com/build:1')],
    ['fail', 'nobody mends its image', ...image('aws/codebuild/standard:4.0')],
    ['pass', 'its image is supported', ...image('aws/codebuild/standard:7.0')],
    ['pass', 'a release of its image is named', ...image('aws/codebuild/standard:7.0-24.10.29')],
    ['undecided', 'nobody knows its image', ...image('aws/codebuild/standard:99.0')],
  ]),
  'access-logged': project([
    ['pass', 'nothing is said', {}, {}],
    ['fail', 'both logs are off', ...logs('DISABLED', 'DISABLED')],
    ['fail', 'the log group is off and no bucket is named', ...logs('DISABLED')],
    ['pass', 'a bucket keeps the log', ...logs('DISABLED', 'ENABLED')],
    ['undecided', 'it is a parameter', ...logs(unknown)],
  ]),
  'storage-encrypted': project([
    ['pass', 'its logs in a bucket are encrypted', ...bucketLogs(false)],
    ['fail', 'its logs in a bucket are not encrypted', ...bucketLogs(true)],
  ]),
  'no-secret-in-clear': project([
    ['silent', 'its address holds nobody', ...source('https://github.com/example/repository.git')],
    ['fail', 'its address holds a token', ...source('https://token@github.com/example/repository.git')],
    ['fail', 'a further address holds a password', ...second('https://me:secret@example.com/repository.git')],
  ]),
  'certificate-validated': project([
    ['silent', 'nothing is said', {}, {}],
    ['pass', 'certificates are checked', ...unchecked(false)],
    ['fail', 'certificates are not checked', ...unchecked(true)],
    ['undecided', 'it is a parameter', ...unchecked(unknown)],
  ]),
};
