import { grantsSome, type Power } from '../model/policy-questions';
import { not } from '../model/truth';
import { control } from './control';

const on = (service: string, name: string, ...actions: readonly string[]): readonly Power[] =>
  actions.map((action) => ({ action: `${service}:${action}`, on: { service, name } }));

/**
 * Reads that hand out data or credentials wherever they are, and the kind of resource they work on.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const sensitive: readonly Power[] = [
  ...on('codecommit', '*', 'GitPull'),
  ...on('dynamodb', 'table/*', 'BatchGetItem', 'GetItem', 'Query', 'Scan'),
  ...on('ec2', 'instance/*', 'GetPasswordData'),
  ...on('kinesis', 'stream/*', 'GetRecords'),
  ...on('kms', 'key/*', 'Decrypt'),
  ...on('rds', 'db:*', 'DownloadCompleteDBLogFile', 'DownloadDBLogFilePortion'),
  ...on('rds-db', 'dbuser:*', 'connect'),
  ...on('redshift', 'dbuser:*', 'GetClusterCredentials'),
  ...on('s3', '*/*', 'GetObject', 'GetObjectVersion'),
  ...on('secretsmanager', 'secret:*', 'GetSecretValue'),
  ...on('sqs', '*', 'ReceiveMessage'),
  ...on('ssm', 'parameter/*', 'GetParameter', 'GetParameterHistory', 'GetParameters', 'GetParametersByPath'),
  { action: 'sts:AssumeRole', on: { service: 'iam', name: 'role/*' } },
];

export const iamNoSensitiveReach = control({
  id: 'iam-no-sensitive-reach',
  area: 'identity-access',
  severity: 'medium',
  gate: 'warn',
  judges: 'policy-document',
  title: 'Reads of data and credentials are confined to named resources',
  failure: 'can read data or credentials of every resource',
  why: 'Reading changes nothing and gives everything away: secrets, objects and keys of the whole account.',
  fix: 'Name the secrets, keys, buckets or roles that are needed.',
  yieldsTo: ['iam-no-admin', 'iam-no-inverted-grant', 'iam-no-wildcard-action'],
  holds: ({ role, document }) =>
    role === 'identity' ? not(grantsSome(document, sensitive, 'sensitive reads')) : undefined,
});
