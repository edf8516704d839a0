import { unknown, type Properties, type ServiceRows } from '../../support/row';

type Both = readonly [cloudformation: Properties, terraform: Properties];

const session = (inputs: object, sessionType = 'Standard_Stream') => ({ schemaVersion: '1.0', sessionType, inputs });
const document = (content: object): Both => [
  { DocumentType: 'Session', Content: content },
  { document_type: 'Session', content: JSON.stringify(content) },
];
const bucket = (demanded?: boolean) => ({ s3BucketName: 'records', ...(demanded !== undefined && { s3EncryptionEnabled: demanded }) }); // prettier-ignore
const logGroup = (demanded: boolean) => ({ cloudWatchLogGroupName: 'records', cloudWatchEncryptionEnabled: demanded });

const asYaml = (demanded: boolean): Both => {
  const text = `schemaVersion: '1.0'\nsessionType: Standard_Stream\ninputs:\n  s3BucketName: 'records'\n  s3EncryptionEnabled: ${demanded}\n`;
  return [
    { DocumentType: 'Session', DocumentFormat: 'YAML', Content: text },
    { document_type: 'Session', document_format: 'YAML', content: text },
  ];
};
const contentOf = (content: unknown): Both => [
  { DocumentType: 'Session', Content: content },
  { document_type: 'Session', content },
];

export const sessionDocumentRows: ServiceRows = {
  service: 'ssm',
  controls: {
    'session-recorded': {
      'Session Manager document': {
        cloudformation: 'AWS::SSM::Document',
        terraform: 'aws_ssm_document',
        rows: [
          ['fail', 'no place for records is named', ...document(session({}))],
          ['fail', 'the names of both places are empty', ...document(session({ s3BucketName: '', s3EncryptionEnabled: true, cloudWatchLogGroupName: '', cloudWatchEncryptionEnabled: true }))],
          ['pass', 'an encrypted bucket is named', ...document(session(bucket(true)))],
          ['fail', 'any bucket will do', ...document(session(bucket(false)))],
          ['fail', 'whether the bucket must be encrypted is not said', ...document(session(bucket()))],
          ['pass', 'an encrypted log group is named', ...document(session(logGroup(true)))],
          ['fail', 'any log group will do', ...document(session({ ...bucket(true), ...logGroup(false) }))],
          ['pass', 'it is written in YAML', ...asYaml(true)],
          ['fail', 'it is written in YAML, and any bucket will do', ...asYaml(false)],
          ['undecided', 'the document cannot be read', ...contentOf('inputs: [')],
          ['undecided', 'the document is a text of something else', ...contentOf('nothing')],
          ['undecided', 'the document is a parameter', ...contentOf(unknown)],
          ['silent', 'it is for forwarding ports', ...document(session({}, 'Port'))],
          ['silent', 'it is for commands', { DocumentType: 'Command', Content: session({}) }, { document_type: 'Command', content: '{}' }],
          ['undecided', 'its type is a parameter', { DocumentType: unknown, Content: session(bucket(true)) }, { document_type: unknown, content: '{}' }],
        ],
      },
    },
  },
}; // prettier-ignore

const exec = (cloudformation: Properties, terraform: Properties): Both => [
  { Configuration: { ExecuteCommandConfiguration: cloudformation } },
  { configuration: [{ execute_command_configuration: [terraform] }] },
];
const logTo = (demanded: unknown): Both =>
  exec(
    { Logging: 'OVERRIDE', LogConfiguration: { CloudWatchLogGroupName: 'records', CloudWatchEncryptionEnabled: demanded } },
    { logging: 'OVERRIDE', log_configuration: [{ cloud_watch_log_group_name: 'records', cloud_watch_encryption_enabled: demanded }] },
  ); // prettier-ignore

export const executeCommandRows: ServiceRows = {
  service: 'ecs',
  controls: {
    'session-recorded': {
      'ECS cluster': {
        cloudformation: 'AWS::ECS::Cluster',
        terraform: 'aws_ecs_cluster',
        rows: [
          ['silent', 'nothing is said', {}, {}],
          ['pass', 'an encrypted log group is named', ...logTo(true)],
          ['fail', 'any log group will do', ...logTo(false)],
          ['pass', 'an encrypted bucket is named',
            ...exec(
              { Logging: 'OVERRIDE', LogConfiguration: { S3BucketName: 'records', S3EncryptionEnabled: true } },
              { logging: 'OVERRIDE', log_configuration: [{ s3_bucket_name: 'records', s3_bucket_encryption_enabled: true }] },
            )],
          ['fail', 'nothing is recorded', ...exec({ Logging: 'NONE' }, { logging: 'NONE' })],
          ['undecided', 'the log driver of each task decides', ...exec({ Logging: 'DEFAULT' }, { logging: 'DEFAULT' })],
          ['undecided', 'only a key is named', ...exec({ KmsKeyId: 'alias/ours' }, { kms_key_id: 'alias/ours' })],
          ['undecided', 'it is a parameter', ...logTo(unknown)],
        ],
      },
    },
  },
}; // prettier-ignore
