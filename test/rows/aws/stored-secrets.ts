import { refer, system, unknown, type Properties, type Row, type ServiceRows } from '../../support/row';

type Write = ((secret: unknown) => Properties) | null;

/** Rows for a secret that a service is handed, or takes from a store. */
const handed = (c: Write, t: Write, silent: readonly [Properties | null, Properties | null]): readonly Row[] => {
  const beside = { kept: { type: 'aws_secretsmanager_secret_version', properties: { secret_id: 'ours' } } };
  const both = (secret: unknown) => [c?.(secret) ?? null, t?.(secret) ?? null] as const;
  return [
    ['fail', 'it is written', ...both('not-a-real-secret')],
    ['fail', 'it is a parameter', ...both(unknown)],
    ['fail', 'none is named', ...silent],
    ...(c
      ? ([
          ['pass', 'Secrets Manager keeps it', c('{{resolve:secretsmanager:ours}}'), null],
          ['pass', 'Parameter Store keeps it', c('{{resolve:ssm-secure:ours}}'), null],
        ] as const)
      : []),
    ...(t
      ? ([['pass', 'Secrets Manager keeps it', null, system(t(refer('kept', 'secret_string')), beside)]] as const)
      : []),
  ];
};

const stream = {
  cloudformation: 'AWS::KinesisFirehose::DeliveryStream',
  terraform: 'aws_kinesis_firehose_delivery_stream',
};

/** A destination of a stream, and the switch by which its secret is taken from Secrets Manager. */
function destination(key: string, secret: string, block: string, argument: string) {
  const [c, t] = [(properties: Properties) => ({ [key]: properties }), (properties: Properties) => ({ [block]: [properties] })]; // prettier-ignore
  const taken = (flag: unknown) =>
    [
      c({ SecretsManagerConfiguration: { Enabled: flag } }),
      t({ secrets_manager_configuration: [{ enabled: flag }] }),
    ] as const;
  return {
    ...stream,
    rows: [
      ...handed(
        (value) => c({ [secret]: value }),
        (value) => t({ [argument]: value }),
        [c({ RetryOptions: {} }), t({ retry_duration: 60 })],
      ),
      ['pass', 'it is taken from Secrets Manager', ...taken(true)],
      ['fail', 'it is not taken from Secrets Manager', ...taken(false)],
      ['undecided', 'whether it is taken from Secrets Manager is a parameter', ...taken(unknown)],
    ] as readonly Row[],
  };
}

export const firehoseSecrets: ServiceRows = {
  service: 'firehose',
  controls: {
    'secret-managed': {
      'stream to Redshift': destination('RedshiftDestinationConfiguration', 'Password', 'redshift_configuration', 'password'), // prettier-ignore
      'stream to Splunk': destination('SplunkDestinationConfiguration', 'HECToken', 'splunk_configuration', 'hec_token'), // prettier-ignore
      'stream to Snowflake': destination('SnowflakeDestinationConfiguration', 'PrivateKey', 'snowflake_configuration', 'private_key'), // prettier-ignore
      'stream to a bucket': { ...stream, rows: [['silent', 'it signs in to nothing', {}, {}]] },
    },
  },
};

export const directorySecrets: ServiceRows = {
  service: 'directory-service',
  controls: {
    'secret-managed': {
      directory: {
        cloudformation: 'AWS::DirectoryService::MicrosoftAD',
        terraform: 'aws_directory_service_directory',
        rows: handed(
          (Password) => ({ Password }),
          (password) => ({ password }),
          [{}, {}],
        ),
      },
    },
  },
};

export const loginSecrets: ServiceRows = {
  service: 'iam',
  controls: {
    'secret-managed': {
      'IAM user': {
        cloudformation: 'AWS::IAM::User',
        terraform: null,
        rows: [
          ...handed((Password) => ({ LoginProfile: { Password } }), null, [{ LoginProfile: { PasswordResetRequired: true } }, null]), // prettier-ignore
          ['silent', 'it has no password', {}, null],
        ],
      },
    },
  },
};

export const mqSecrets: ServiceRows = {
  service: 'mq',
  controls: {
    'secret-managed': {
      'Amazon MQ broker': {
        cloudformation: 'AWS::AmazonMQ::Broker',
        terraform: 'aws_mq_broker',
        rows: [
          ...handed(
            (Password) => ({ Users: [{ Password }] }),
            (password) => ({ user: [{ password }] }),
            [{ Users: [{ Username: 'ours' }] }, { user: [{ username: 'ours' }] }],
          ),
          ['silent', 'it has no users of its own', {}, {}],
        ],
      },
    },
  },
};

const session = (kmsKeyId: unknown) =>
  [
    { DocumentType: 'Session', Content: { sessionType: 'Standard_Stream', inputs: { kmsKeyId } } },
    {
      document_type: 'Session',
      content: JSON.stringify({ sessionType: 'Standard_Stream', inputs: { kmsKeyId } }),
    },
  ] as const;

export const sessionKeyRows: ServiceRows = {
  service: 'ssm',
  controls: {
    'storage-encrypted': {
      'Session Manager document': {
        cloudformation: 'AWS::SSM::Document',
        terraform: 'aws_ssm_document',
        rows: [
          ['pass', 'no key is named: TLS is always there', ...session('')],
          ['silent', 'it is about commands', { DocumentType: 'Command' }, { document_type: 'Command' }],
        ],
      },
    },
    'customer-managed-key': {
      'Session Manager document': {
        cloudformation: 'AWS::SSM::Document',
        terraform: 'aws_ssm_document',
        rows: [
          ['fail', 'no key is named', ...session('')],
          ['pass', 'a key is named', ...session('arn:aws:kms:eu-west-1:111122223333:key/1234')],
          ['pass', 'a key is named in YAML', null, { document_type: 'Session', content: "inputs:\n  kmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/1234'\n" }], // prettier-ignore
          ['fail', 'YAML names no key', null, { document_type: 'Session', content: "inputs:\n  kmsKeyId: ''\n" }],
          ['undecided', 'the settings are a parameter', { DocumentType: 'Session', Content: unknown }, { document_type: 'Session', content: unknown }], // prettier-ignore
          ['silent', 'it is about commands', { DocumentType: 'Command' }, { document_type: 'Command' }],
        ],
      },
    },
  },
};
