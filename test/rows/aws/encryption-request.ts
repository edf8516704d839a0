import { refer, system, unknown, type Properties, type Row, type ServiceRows, type Table } from '../../support/row';

/** Whether somebody asked for encryption at rest, service by service. */

type Both = readonly [cloudformation: Properties | null, terraform: Properties | null];

const asked = (service: string, tables: Readonly<Record<string, Table>>): ServiceRows => ({
  service,
  controls: { 'encryption-explicit': tables },
});

/** Rows of a switch: left alone, on, off, and a parameter. */
const switchRows = (write: (on: unknown) => Both): readonly Row[] => [
  ['fail', 'nothing is said', write(undefined)[0] && {}, write(undefined)[1] && {}],
  ['pass', 'it is switched on', ...write(true)],
  ['fail', 'it is switched off', ...write(false)],
  ['undecided', 'it is a parameter', ...write(unknown)],
];

/** Rows of an algorithm, a type or a key that is named. */
const namedRows = (write: (name: unknown) => Both, name: string): readonly Row[] => [
  ['fail', 'nothing is said', write(name)[0] && {}, write(name)[1] && {}],
  ['pass', 'it is named', ...write(name)],
  ['undecided', 'it is a parameter', ...write(unknown)],
];

const results = (option: unknown, enforced?: unknown): Both => [
  { WorkGroupConfiguration: { ...(enforced !== undefined && { EnforceWorkGroupConfiguration: enforced }), ResultConfiguration: { EncryptionConfiguration: { EncryptionOption: option } } } },
  { configuration: [{ ...(enforced !== undefined && { enforce_workgroup_configuration: enforced }), result_configuration: [{ encryption_configuration: [{ encryption_option: option }] }] }] },
]; // prettier-ignore
const workgroup = { cloudformation: 'AWS::Athena::WorkGroup', terraform: 'aws_athena_workgroup' };
const enforced = (on: unknown): Both => [
  { WorkGroupConfiguration: { EnforceWorkGroupConfiguration: on } },
  { configuration: [{ enforce_workgroup_configuration: on }] },
];

export const athenaRequestRows: ServiceRows = {
  service: 'athena',
  controls: {
    'encryption-explicit': {
      'Athena workgroup': {
        ...workgroup,
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['pass', 'an option is named, for all clients', ...results('SSE_S3', true)],
          ['fail', 'an option is named, and clients may choose another', ...results('SSE_KMS', false)],
          ['undecided', 'the option is a parameter', ...results(unknown, true)],
          ['pass', 'Terraform enforces it unless told otherwise', null, results('SSE_S3')[1]],
          ['undecided', 'no default is documented', results('SSE_S3')[0], null],
        ],
      },
      'Athena database': {
        cloudformation: null,
        terraform: 'aws_athena_database',
        rows: namedRows((name) => [null, { encryption_configuration: [{ encryption_option: name }] }], 'SSE_S3'),
      },
    },
    'settings-enforced': {
      'Athena workgroup': {
        ...workgroup,
        rows: [
          ['pass', 'they are enforced', ...enforced(true)],
          ['fail', 'they are not enforced', ...enforced(false)],
          ['undecided', 'it is a parameter', ...enforced(unknown)],
          ['pass', 'Terraform enforces them unless told otherwise', null, {}],
          ['undecided', 'no default is documented', {}, null],
        ],
      },
    },
  },
};

const tableSwitch = (on: unknown): Both => [
  { SSESpecification: { SSEEnabled: on } },
  { server_side_encryption: [{ enabled: on }] },
];
export const dynamodbRequestRows = asked('dynamodb', {
  'DynamoDB table': {
    cloudformation: 'AWS::DynamoDB::Table',
    terraform: 'aws_dynamodb_table',
    rows: switchRows(tableSwitch),
  },
  'DynamoDB global table': {
    cloudformation: 'AWS::DynamoDB::GlobalTable',
    terraform: null,
    rows: [
      ['pass', 'it is switched on', { ...tableSwitch(true)[0], Replicas: [{ Region: 'eu-west-1' }] }, null],
      ['fail', 'nothing is said', { Replicas: [{ Region: 'eu-west-1' }] }, null],
      ['undecided', 'it is a parameter', { ...tableSwitch(unknown)[0], Replicas: [{ Region: 'eu-west-1' }] }, null],
    ],
  },
});

const volume = (on: unknown): Both => [{ Encrypted: on }, { encrypted: on }];
export const ebsRequestRows = asked('ebs', {
  'EBS volume': {
    cloudformation: 'AWS::EC2::Volume',
    terraform: 'aws_ebs_volume',
    rows: [
      ...switchRows(volume),
      ['pass', 'a key is named', { KmsKeyId: 'alias/ours' }, { kms_key_id: 'alias/ours' }],
      [
        'silent',
        'the account encrypts all volumes',
        null,
        system({}, { account: { type: 'aws_ebs_encryption_by_default', properties: { enabled: true } } }),
      ],
    ],
  },
});

const device = (on: unknown): Both => [
  { BlockDeviceMappings: [{ DeviceName: '/dev/sdf', Ebs: { Encrypted: on } }] },
  { ebs_block_device: [{ device_name: '/dev/sdf', encrypted: on }] },
];
export const ec2RequestRows = asked('ec2', {
  'EC2 instance': {
    cloudformation: 'AWS::EC2::Instance',
    terraform: 'aws_instance',
    rows: [
      ['pass', 'what is written is encrypted', ...device(true)],
      ['fail', 'what is written is not', ...device(false)],
      ['fail', 'what is written says nothing', ...device(undefined)],
      ['undecided', 'it is a parameter', ...device(unknown)],
      ['silent', 'no volume is written', {}, {}],
    ],
  },
});

export const ecrRequestRows = asked('ecr', {
  'ECR repository': {
    cloudformation: 'AWS::ECR::Repository',
    terraform: 'aws_ecr_repository',
    rows: [
      ['fail', 'nothing is said', {}, {}],
      ['pass', 'a type is named', { EncryptionConfiguration: { EncryptionType: 'AES256' } }, { encryption_configuration: [{ encryption_type: 'AES256' }] }],
      ['undecided', 'all of it is a parameter', { EncryptionConfiguration: unknown }, { encryption_configuration: unknown }],
    ],
  },
}); // prettier-ignore

const secrets = (kinds: unknown): Both => [
  { EncryptionConfig: [{ Resources: kinds, Provider: { KeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/1' } }] },
  { encryption_config: [{ resources: kinds, provider: [{ key_arn: 'arn:aws:kms:eu-west-1:111122223333:key/1' }] }] },
];
export const eksRequestRows = asked('eks', {
  'EKS cluster': {
    cloudformation: 'AWS::EKS::Cluster',
    terraform: 'aws_eks_cluster',
    rows: [
      ['fail', 'nothing is said', {}, {}],
      ['pass', 'secrets are named', ...secrets(['secrets'])],
      ['fail', 'nothing that can be encrypted is named', ...secrets([])],
      ['fail', 'something else is named', ...secrets(['pods'])],
      ['undecided', 'it is a parameter', ...secrets(unknown)],
    ],
  },
});

const mode = (name: unknown): Both => [
  { EncryptionConfiguration: { S3Encryptions: [{ S3EncryptionMode: 'SSE-KMS' }], CloudWatchEncryption: { CloudWatchEncryptionMode: name }, JobBookmarksEncryption: { JobBookmarksEncryptionMode: 'CSE-KMS' } } },
  { encryption_configuration: [{ s3_encryption: [{ s3_encryption_mode: 'SSE-KMS' }], cloudwatch_encryption: [{ cloudwatch_encryption_mode: name }], job_bookmarks_encryption: [{ job_bookmarks_encryption_mode: 'CSE-KMS' }] }] },
]; // prettier-ignore
const security = { cloudformation: 'AWS::Glue::SecurityConfiguration', terraform: 'aws_glue_security_configuration' };
const crawlerWith = (name: unknown) =>
  [
    system({ CrawlerSecurityConfiguration: refer('rules') }, { rules: { type: security.cloudformation, properties: mode(name)[0] ?? {} } }),
    system({ security_configuration: refer('rules') }, { rules: { type: security.terraform, properties: mode(name)[1] ?? {} } }),
  ] as const; // prettier-ignore
export const glueRequestRows = asked('glue', {
  'Glue security configuration': {
    ...security,
    rows: [
      ['fail', 'nothing is said', {}, {}],
      ['pass', 'every mode encrypts', ...mode('SSE-KMS')],
      ['fail', 'logs are left out', ...mode('DISABLED')],
      ['undecided', 'a mode is a parameter', ...mode(unknown)],
    ],
  },
  'Glue crawler': {
    cloudformation: 'AWS::Glue::Crawler',
    terraform: 'aws_glue_crawler',
    rows: [
      ['fail', 'it has no security configuration', {}, {}],
      ['pass', 'its security configuration encrypts logs', ...crawlerWith('SSE-KMS')],
      ['fail', 'its security configuration leaves logs out', ...crawlerWith('DISABLED')],
      [
        'undecided',
        'its security configuration is elsewhere',
        { CrawlerSecurityConfiguration: 'elsewhere' },
        { security_configuration: 'elsewhere' },
      ],
    ],
  },
});

export const keyspacesRequestRows = asked('keyspaces', {
  'Keyspaces table': {
    cloudformation: 'AWS::Cassandra::Table',
    terraform: 'aws_keyspaces_table',
    rows: namedRows(
      (name) => [{ EncryptionSpecification: { EncryptionType: name } }, { encryption_specification: [{ type: name }] }],
      'AWS_OWNED_KMS_KEY',
    ),
  },
});

export const mqRequestRows = asked('mq', {
  'Amazon MQ broker': {
    cloudformation: 'AWS::AmazonMQ::Broker',
    terraform: 'aws_mq_broker',
    rows: [
      ['fail', 'nothing is said', {}, {}],
      ['pass', "AWS's own key is asked for", { EncryptionOptions: { UseAwsOwnedKey: true } }, { encryption_options: [{ use_aws_owned_key: true }] }],
      ['undecided', 'all of it is a parameter', { EncryptionOptions: unknown }, { encryption_options: unknown }],
    ],
  },
}); // prettier-ignore

const stored = (on: unknown, more: Properties = {}, terraform: Properties = {}): Both => [
  { StorageEncrypted: on, ...more },
  { storage_encrypted: on, ...terraform },
];
const databaseRows: readonly Row[] = switchRows(stored);
const copied: Both = [{ SnapshotIdentifier: 'before' }, { snapshot_identifier: 'before' }];
const clusterRows: readonly Row[] = [
  ...databaseRows,
  ['silent', 'it is restored, and encrypted as its snapshot is', ...copied],
];
export const docdbRequestRows = asked('docdb', {
  'DocumentDB cluster': {
    cloudformation: 'AWS::DocDB::DBCluster',
    terraform: 'aws_docdb_cluster',
    rows: clusterRows,
  },
});
export const neptuneRequestRows = asked('neptune', {
  'Neptune cluster': {
    cloudformation: 'AWS::Neptune::DBCluster',
    terraform: 'aws_neptune_cluster',
    rows: clusterRows,
  },
});

export const rdsRequestRows = asked('rds', {
  'RDS instance': {
    cloudformation: 'AWS::RDS::DBInstance',
    terraform: 'aws_db_instance',
    rows: [
      ...databaseRows,
      ['pass', 'a key is named', { KmsKeyId: 'alias/ours' }, { kms_key_id: 'alias/ours' }],
      [
        'fail',
        'a key is named, and it is switched off',
        ...stored(false, { KmsKeyId: 'alias/ours' }, { kms_key_id: 'alias/ours' }),
      ],
      ['silent', 'it is a replica', { SourceDBInstanceIdentifier: 'main' }, { replicate_source_db: 'main' }],
      [
        'pass',
        'it is a replica, and it is switched on',
        ...stored(true, { SourceDBInstanceIdentifier: 'main' }, { replicate_source_db: 'main' }),
      ],
      ['silent', 'its cluster decides', { Engine: 'aurora-mysql' }, { engine: 'aurora-mysql' }],
    ],
  },
  'RDS cluster': {
    cloudformation: 'AWS::RDS::DBCluster',
    terraform: 'aws_rds_cluster',
    rows: [
      ...clusterRows,
      ['fail', 'Aurora encrypts by itself', { Engine: 'aurora-mysql' }, { engine: 'aurora-mysql' }],
      [
        'silent',
        'serverless clusters are always encrypted',
        { Engine: 'aurora-mysql', EngineMode: 'serverless' },
        { engine: 'aurora-mysql', engine_mode: 'serverless' },
      ],
    ],
  },
});

export const redshiftRequestRows = asked('redshift', {
  'Redshift cluster': {
    cloudformation: 'AWS::Redshift::Cluster',
    terraform: 'aws_redshift_cluster',
    rows: [
      ...switchRows(volume),
      ['pass', 'a key is named', { KmsKeyId: 'alias/ours' }, { kms_key_id: 'alias/ours' }],
      ['pass', 'a hardware module keeps the key', { HsmConfigurationIdentifier: 'ours' }, null],
      ['silent', 'it is restored, and encrypted as its snapshot is', ...copied],
    ],
  },
});

const rule = (algorithm: unknown) => ({
  rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: algorithm }] }],
});
const bucketRule = (algorithm: unknown): Properties => ({
  BucketEncryption: {
    ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: algorithm } }],
  },
});
const configuration = 'aws_s3_bucket_server_side_encryption_configuration';
const ruleBeside = (algorithm: unknown, bucket: unknown = refer()) =>
  system({}, { rules: { type: configuration, properties: { bucket, ...rule(algorithm) } } });
export const s3RequestRows = asked('s3', {
  'S3 bucket': {
    cloudformation: 'AWS::S3::Bucket',
    terraform: 'aws_s3_bucket',
    rows: [
      ['fail', 'nothing is said', {}, {}],
      ['pass', 'an algorithm is named', bucketRule('AES256'), ruleBeside('AES256')],
      ['pass', 'it stands in the bucket itself', null, { server_side_encryption_configuration: [rule('aws:kms')] }],
      ['undecided', 'the algorithm is a parameter', bucketRule(unknown), ruleBeside(unknown)],
      ['undecided', 'a configuration may be its own', null, ruleBeside('AES256', unknown)],
    ],
  },
});

const objectIn = (bucket: Properties, object: Properties = {}) =>
  system({ bucket: refer('records'), ...object }, { records: { type: 'aws_s3_bucket', properties: bucket } });
export const s3ObjectRequestRows = asked('s3-object', {
  'S3 object': {
    cloudformation: null,
    terraform: 'aws_s3_object',
    rows: [
      ['fail', 'nothing is said', null, {}],
      ['pass', 'an algorithm is named', null, { server_side_encryption: 'AES256' }],
      ['pass', 'a key is named', null, { kms_key_id: 'alias/ours' }],
      ['undecided', 'the algorithm is a parameter', null, { server_side_encryption: unknown }],
      ['fail', 'neither it nor its bucket says anything', null, objectIn({})],
      ['pass', 'its bucket asks for it', null, objectIn({ server_side_encryption_configuration: [rule('AES256')] })],
    ],
  },
});

export const s3ExpressRequestRows = asked('s3-express', {
  'S3 directory bucket': {
    cloudformation: 'AWS::S3Express::DirectoryBucket',
    terraform: 'aws_s3_directory_bucket',
    rows: [
      ['fail', 'nothing is said', {}, {}],
      ['pass', 'an algorithm is named', bucketRule('AES256'), ruleBeside('AES256')],
      ['undecided', 'the algorithm is a parameter', bucketRule(unknown), ruleBeside(unknown)],
    ],
  },
});

export const sqsRequestRows = asked('sqs', {
  'SQS queue': {
    cloudformation: 'AWS::SQS::Queue',
    terraform: 'aws_sqs_queue',
    rows: [
      ...switchRows((on) => [{ SqsManagedSseEnabled: on }, { sqs_managed_sse_enabled: on }]),
      ['pass', 'a key is named', { KmsMasterKeyId: 'alias/ours' }, { kms_master_key_id: 'alias/ours' }],
      [
        'pass',
        'a key is named instead of its own',
        { SqsManagedSseEnabled: false, KmsMasterKeyId: 'alias/ours' },
        { sqs_managed_sse_enabled: false, kms_master_key_id: 'alias/ours' },
      ],
      ['fail', 'the key is the empty text', { KmsMasterKeyId: '' }, { kms_master_key_id: '' }],
    ],
  },
});

export const ssmRequestRows = asked('ssm', {
  'Parameter Store parameter': {
    cloudformation: 'AWS::SSM::Parameter',
    terraform: 'aws_ssm_parameter',
    rows: [
      ['pass', 'it is a SecureString', null, { type: 'SecureString' }],
      ['fail', 'it is plain', null, { type: 'String' }],
      ['undecided', 'its type is a parameter', null, { type: unknown }],
      ['silent', 'CloudFormation creates no SecureString', { Type: 'String' }, null],
    ],
  },
});
