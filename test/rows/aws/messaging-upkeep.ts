import { refer, system, unknown, type Properties, type Row, type ServiceRows } from '../../support/row';

/** Upkeep of queues, topics, streams and brokers: what is recorded, kept and mended. */

type Both = readonly [cloudformation: Properties | null, terraform: Properties | null];

/** Rows of a setting with a value that passes, one that fails, and a parameter. */
const rows = (nothing: Row[0], write: (value: unknown) => Both, pass: unknown, fail: unknown): readonly Row[] => [
  [nothing, 'nothing is said', {}, {}],
  ['pass', 'it is written well', ...write(pass)],
  ['fail', 'it is written badly', ...write(fail)],
  ['undecided', 'it is a parameter', ...write(unknown)],
];
/** Rows of something that is on where it is written. */
const written = (write: (value: unknown) => Both, value: unknown): readonly Row[] => [
  ['fail', 'nothing is said', {}, {}],
  ['pass', 'it is written', ...write(value)],
  ['undecided', 'it is a parameter', ...write(unknown)],
];

const queue = { cloudformation: 'AWS::SQS::Queue', terraform: 'aws_sqs_queue' };
const target = { deadLetterTargetArn: 'arn:aws:sqs:eu-west-1:111122223333:dead', maxReceiveCount: 3 };

// prettier-ignore
export const sqsUpkeepRows: ServiceRows = {
  service: 'sqs',
  controls: {
    'unhandled-messages-kept': {
      'SQS queue': {
        ...queue,
        rows: [
          ...written((policy) => [{ RedrivePolicy: policy }, { redrive_policy: policy === target ? JSON.stringify(policy) : policy }], target),
          ['pass', 'the policy stands beside it', null, system({}, { rules: { type: 'aws_sqs_queue_redrive_policy', properties: { queue_url: refer(), redrive_policy: JSON.stringify(target) } } })],
          ['silent', 'it takes what fails elsewhere', system({}, { other: { type: 'AWS::SQS::Queue', properties: { RedrivePolicy: { deadLetterTargetArn: refer('it', 'arn', 'Arn'), maxReceiveCount: 3 } } } }), null],
          ['silent', 'it takes what a subscription cannot deliver', system({}, { other: { type: 'AWS::SNS::Subscription', properties: { RedrivePolicy: { deadLetterTargetArn: refer('it', 'arn', 'Arn') } } } }), system({}, { other: { type: 'aws_sns_topic_subscription', properties: { redrive_policy: refer() } } })],
          ['silent', 'another queue names it in a policy beside that one', null, system({ arn: 'arn:aws:sqs:eu-west-1:111122223333:dead' }, { rules: { type: 'aws_sqs_queue_redrive_policy', properties: { queue_url: 'elsewhere', redrive_policy: JSON.stringify(target) } } })],
          ['fail', 'another queue names a third one', null, system({ arn: 'arn:aws:sqs:eu-west-1:111122223333:it' }, { other: { type: 'aws_sqs_queue', properties: { redrive_policy: JSON.stringify(target) } } })],
          ['fail', 'another queue names nobody', null, system({}, { other: { type: 'aws_sqs_queue', properties: { redrive_policy: 'no document' } } })],
          ['pass', 'it names itself', null, system({ redrive_policy: refer() })],
          ['silent', 'it says who may use it for what fails', { RedriveAllowPolicy: { redrivePermission: 'allowAll' } }, { redrive_allow_policy: '{"redrivePermission":"allowAll"}' }],
        ],
      },
    },
    'messages-kept-a-week': {
      'SQS queue': { ...queue, rows: rows('fail', (seconds) => [{ MessageRetentionPeriod: seconds }, { message_retention_seconds: seconds }], 1209600, 60) },
    },
    'resource-policy-actions-named': {
      'SQS queue and its account': {
        cloudformation: null,
        terraform: 'aws_sqs_queue',
        rows: [
          ['pass', 'the account decides by its own policies', null, { policy: everyAction('arn:aws:iam::111122223333:root') }],
          ['fail', 'a user is let in beside the account', null, { policy: everyAction('arn:aws:iam::111122223333:root', 'arn:aws:iam::111122223333:user/ours') }],
        ],
      },
    },
  },
};

function everyAction(...principals: readonly string[]): string {
  const statement = { Effect: 'Allow', Principal: { AWS: principals }, Action: 'sqs:*', Resource: '*' };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}

const topic = { cloudformation: 'AWS::SNS::Topic', terraform: 'aws_sns_topic' };
const subscription = { cloudformation: 'AWS::SNS::Subscription', terraform: 'aws_sns_topic_subscription' };

// prettier-ignore
export const snsUpkeepRows: ServiceRows = {
  service: 'sns',
  controls: {
    'execution-logged': {
      'SNS topic': {
        ...topic,
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['pass', 'deliveries are recorded', { DeliveryStatusLogging: [{ Protocol: 'sqs', FailureFeedbackRoleArn: 'arn:aws:iam::111122223333:role/records' }] }, { sqs_failure_feedback_role_arn: 'arn:aws:iam::111122223333:role/records' }],
          ['undecided', 'it is a parameter', { DeliveryStatusLogging: unknown }, { lambda_failure_feedback_role_arn: unknown }],
        ],
      },
    },
    'requests-traced': { 'SNS topic': { ...topic, rows: rows('fail', (mode) => [{ TracingConfig: mode }, { tracing_config: mode }], 'Active', 'PassThrough') } },
    'sensitive-data-masked': {
      'SNS topic': {
        ...topic,
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['pass', 'a policy masks', { DataProtectionPolicy: { Name: 'mask' } }, system({}, { policy: { type: 'aws_sns_topic_data_protection_policy', properties: { arn: refer('it', 'arn'), policy: '{"Name":"mask"}' } } })],
        ],
      },
    },
    'service-encryption-on': {
      'SNS topic': {
        ...topic,
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['pass', "AWS's own key is named", { KmsMasterKeyId: 'alias/aws/sns' }, { kms_master_key_id: 'alias/aws/sns' }],
          ['fail', 'the key is the empty text', { KmsMasterKeyId: '' }, { kms_master_key_id: '' }],
          ['undecided', 'it is a parameter that may be left out', { KmsMasterKeyId: { 'Fn::If': ['Encrypted', 'alias/aws/sns', { Ref: 'AWS::NoValue' }] } }, null],
        ],
      },
    },
    'unhandled-messages-kept': {
      'SNS subscription': { ...subscription, rows: written((policy) => [{ RedrivePolicy: policy }, { redrive_policy: policy === target ? JSON.stringify(policy) : policy }], target) },
    },
    'transit-encrypted': {
      'SNS subscription to an address': {
        ...subscription,
        rows: [['fail', 'the address says so', { Protocol: unknown, Endpoint: 'http://example.com' }, { protocol: unknown, endpoint: 'http://example.com' }]],
      },
    },
  },
};

// prettier-ignore
export const kinesisUpkeepRows: ServiceRows = {
  service: 'kinesis',
  controls: {
    'messages-kept-a-week': {
      'Kinesis stream': { cloudformation: 'AWS::Kinesis::Stream', terraform: 'aws_kinesis_stream', rows: rows('fail', (hours) => [{ RetentionPeriodHours: hours }, { retention_period: hours }], 168, 24) },
    },
  },
};

const firehose = {
  cloudformation: 'AWS::KinesisFirehose::DeliveryStream',
  terraform: 'aws_kinesis_firehose_delivery_stream',
};
const delivery = (cloudformation: Properties, terraform: Properties): Both => [
  { ExtendedS3DestinationConfiguration: { BucketARN: 'arn:aws:s3:::ours', ...cloudformation } },
  { extended_s3_configuration: [{ bucket_arn: 'arn:aws:s3:::ours', ...terraform }] },
];
const errors = (on: unknown): Both =>
  delivery({ CloudWatchLoggingOptions: { Enabled: on } }, { cloudwatch_logging_options: [{ enabled: on }] });
const withKey = (key: unknown): Both => {
  const [cloudformation, terraform] = delivery(
    { EncryptionConfiguration: { KMSEncryptionConfig: { AWSKMSKeyARN: key } } },
    { kms_key_arn: key },
  );
  const source = {
    KinesisStreamSourceConfiguration: { KinesisStreamARN: 'arn:aws:kinesis:eu-west-1:111122223333:stream/ours' },
  };
  return [
    { ...source, ...cloudformation },
    {
      kinesis_source_configuration: [{ kinesis_stream_arn: 'arn:aws:kinesis:eu-west-1:111122223333:stream/ours' }],
      ...terraform,
    },
  ];
};

// prettier-ignore
export const firehoseUpkeepRows: ServiceRows = {
  service: 'firehose',
  controls: {
    'execution-logged': {
      'Firehose stream': {
        ...firehose,
        rows: [
          ['silent', 'it has no destination', {}, {}],
          ['fail', 'nothing is said', ...delivery({}, {})],
          ['pass', 'errors are recorded', ...errors(true)],
          ['fail', 'errors are not recorded', ...errors(false)],
          ['undecided', 'it is a parameter', ...errors(unknown)],
        ],
      },
    },
    'customer-managed-key': {
      'what a Firehose stream delivers': {
        ...firehose,
        rows: [
          ['pass', 'a key is named', ...withKey('arn:aws:kms:eu-west-1:111122223333:key/1234')],
          ['fail', "the key is AWS's own", ...withKey('alias/aws/s3')],
        ],
      },
    },
  },
};

const cluster = { cloudformation: 'AWS::MSK::Cluster', terraform: 'aws_msk_cluster' };
const brokerLogs = (on: unknown): Both => [
  { LoggingInfo: { BrokerLogs: { CloudWatchLogs: { Enabled: on } } } },
  { logging_info: [{ broker_logs: [{ cloudwatch_logs: [{ enabled: on }] }] }] },
];

// prettier-ignore
export const mskUpkeepRows: ServiceRows = {
  service: 'msk',
  controls: {
    'access-logged': { 'MSK cluster': { ...cluster, rows: rows('fail', brokerLogs, true, false) } },
    'monitored-in-detail': { 'MSK cluster': { ...cluster, rows: rows('fail', (level) => [{ EnhancedMonitoring: level }, { enhanced_monitoring: level }], 'PER_BROKER', 'DEFAULT') } },
    'runtime-supported': { 'MSK cluster': { ...cluster, rows: rows('undecided', (version) => [{ KafkaVersion: version }, { kafka_version: version }], '3.9.x', '2.8.1') } },
  },
};

const broker = { cloudformation: 'AWS::AmazonMQ::Broker', terraform: 'aws_mq_broker' };
const engine = (cloudformation: Properties, terraform: Properties, name = 'ACTIVEMQ'): Both => [
  { EngineType: name, ...cloudformation },
  { engine_type: name, ...terraform },
];
const logs = (general: unknown, audit: unknown, name?: string): Both =>
  engine({ Logs: { General: general, Audit: audit } }, { logs: [{ general, audit }] }, name);
const version = (value: unknown, name?: string): Both =>
  engine({ EngineVersion: value }, { engine_version: value }, name);

// prettier-ignore
export const mqUpkeepRows: ServiceRows = {
  service: 'mq',
  controls: {
    'access-logged': {
      'Amazon MQ broker': {
        ...broker,
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['pass', 'both logs are on', ...logs(true, true)],
          ['fail', 'the audit log is off', ...logs(true, false)],
          ['pass', 'RabbitMQ has no audit log', ...logs(true, false, 'RabbitMQ')],
          ['fail', 'the general log is off', ...logs(false, true, 'RabbitMQ')],
          ['undecided', 'it is a parameter', ...logs(unknown, true)],
        ],
      },
    },
    'runtime-supported': {
      'Amazon MQ broker': {
        ...broker,
        rows: [
          ['pass', 'no version is named: the newest', ...engine({}, {})],
          ['pass', 'the version is still mended', ...version('5.18')],
          ['fail', 'the version is not mended any more', ...version('5.15.0')],
          ['fail', 'the version of RabbitMQ is not mended any more', ...version('3.7.6', 'RabbitMQ')],
          ['pass', 'the version of RabbitMQ is still mended', ...version('3.13', 'RABBITMQ')],
          ['undecided', 'it is a parameter', ...version(unknown)],
          ['undecided', 'the engine is not known', ...version('3.13', 'other')],
        ],
      },
      'Amazon MQ configuration': {
        cloudformation: 'AWS::AmazonMQ::Configuration',
        terraform: 'aws_mq_configuration',
        rows: [['fail', 'the version is not mended any more', ...version('5.15.0')]],
      },
    },
    'engine-upgrades-automatic': {
      'Amazon MQ broker': {
        ...broker,
        rows: [
          ['pass', 'no version is named', {}, {}],
          ['fail', 'nothing is said of an old version', null, version('5.17.6')[1]],
          ['pass', 'CloudFormation switches it on', version('5.17.6')[0], null],
          ['pass', 'it is switched on', ...engine({ EngineVersion: '5.17.6', AutoMinorVersionUpgrade: true }, { engine_version: '5.17.6', auto_minor_version_upgrade: true })],
          ['fail', 'it is switched off', ...engine({ EngineVersion: '5.17.6', AutoMinorVersionUpgrade: false }, { engine_version: '5.17.6', auto_minor_version_upgrade: false })],
          ['undecided', 'it is a parameter', ...engine({ EngineVersion: '5.17.6', AutoMinorVersionUpgrade: unknown }, { engine_version: '5.17.6', auto_minor_version_upgrade: unknown })],
          ['pass', 'a newer version is always upgraded', ...version('5.18')],
          ['pass', 'a newer RabbitMQ is always upgraded', ...version('3.13', 'RabbitMQ')],
        ],
      },
    },
    'users-in-directory': {
      'Amazon MQ broker': { ...broker, rows: rows('fail', (strategy) => [{ AuthenticationStrategy: strategy }, { authentication_strategy: strategy }], 'LDAP', 'SIMPLE') },
    },
  },
};

const bus = { cloudformation: 'AWS::Events::EventBus', terraform: 'aws_cloudwatch_event_bus' };

// prettier-ignore
export const eventbridgeUpkeepRows: ServiceRows = {
  service: 'eventbridge',
  controls: {
    'execution-logged': { 'event bus': { ...bus, rows: rows('fail', (level) => [{ LogConfig: { Level: level } }, { log_config: [{ level }] }], 'ERROR', 'OFF') } },
    'unhandled-messages-kept': { 'event bus': { ...bus, rows: written((arn) => [{ DeadLetterConfig: { Arn: arn } }, { dead_letter_config: [{ arn }] }], 'arn:aws:sqs:eu-west-1:111122223333:dead') } },
  },
};

const environment = { cloudformation: 'AWS::MWAA::Environment', terraform: 'aws_mwaa_environment' };
const airflow = (names: readonly (readonly [string, string])[], on: unknown): Both => [
  { LoggingConfiguration: Object.fromEntries(names.map(([name]) => [name, { Enabled: on }])) },
  { logging_configuration: [Object.fromEntries(names.map(([, name]) => [name, [{ enabled: on }]]))] },
];
const web = [['WebserverLogs', 'webserver_logs']] as const;
const work = [['DagProcessingLogs', 'dag_processing_logs'], ['SchedulerLogs', 'scheduler_logs'], ['TaskLogs', 'task_logs'], ['WorkerLogs', 'worker_logs']] as const; // prettier-ignore

export const mwaaUpkeepRows: ServiceRows = {
  service: 'mwaa',
  controls: {
    'access-logged': {
      'MWAA environment': { ...environment, rows: rows('fail', (on) => airflow(web, on), true, false) },
    },
    'execution-logged': {
      'MWAA environment': {
        ...environment,
        rows: [
          ...rows('fail', (on) => airflow(work, on), true, false),
          ['fail', 'one of them is left out', ...airflow(work.slice(1), true)],
        ],
      },
    },
  },
};
