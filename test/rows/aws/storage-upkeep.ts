import { refer, system, unknown, type Properties, type Row, type ServiceRows, type System } from '../../support/row';

/** Upkeep of stores, streams, keys and records: what is kept, for how long, and on what it runs. */

type Both = readonly [cloudformation: Properties | System | null, terraform: Properties | System | null];

/** Rows of a setting with a value that fails, one that passes, and a parameter. */
const rows = (nothing: Row[0], write: (value: unknown) => Both, pass: unknown, fail: unknown): readonly Row[] => [
  [nothing, 'nothing is said', {}, {}],
  ['pass', 'it is written well', ...write(pass)],
  ['fail', 'it is written badly', ...write(fail)],
  ['undecided', 'it is a parameter', ...write(unknown)],
];
const selection = (type: string, properties: Properties) => ({ plan: { type, properties } });
const selected = (resources: unknown): Both => [
  system(
    {},
    selection('AWS::Backup::BackupSelection', { BackupSelection: { SelectionName: 'ours', Resources: resources } }),
  ),
  system({}, selection('aws_backup_selection', { name: 'ours', resources })),
];

const efs = { cloudformation: 'AWS::EFS::FileSystem', terraform: 'aws_efs_file_system' };
const point = { cloudformation: 'AWS::EFS::AccessPoint', terraform: 'aws_efs_access_point' };
const fileSystem = (kind: string) => ({ cloudformation: null, terraform: `aws_fsx_${kind}_file_system` });

// prettier-ignore
export const efsUpkeepRows: ServiceRows = {
  service: 'efs',
  controls: {
    'backup-kept': {
      'EFS file system': {
        ...efs,
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['pass', 'it is switched on', { BackupPolicy: { Status: 'ENABLED' } }, system({}, { policy: { type: 'aws_efs_backup_policy', properties: { file_system_id: refer(), backup_policy: [{ status: 'ENABLED' }] } } })],
          ['fail', 'it is switched off', { BackupPolicy: { Status: 'DISABLED' } }, system({}, { policy: { type: 'aws_efs_backup_policy', properties: { file_system_id: refer(), backup_policy: [{ status: 'DISABLED' }] } } })],
          ['undecided', 'it is a parameter', { BackupPolicy: { Status: unknown } }, system({}, { policy: { type: 'aws_efs_backup_policy', properties: { file_system_id: refer(), backup_policy: [{ status: unknown }] } } })],
          ['pass', 'it is in one zone, which EFS backs up', { AvailabilityZoneName: 'eu-west-1a' }, { availability_zone_name: 'eu-west-1a' }],
          ['pass', 'a backup plan selects it', system({}, selection('AWS::Backup::BackupSelection', { BackupSelection: { Resources: [refer('it', 'arn', 'Arn')] } })), system({}, selection('aws_backup_selection', { resources: [refer('it', 'arn')] }))],
          ['undecided', 'a backup plan selects by a pattern', ...selected(['*'])],
        ],
      },
      'backup policy of a file system elsewhere': {
        cloudformation: null,
        terraform: 'aws_efs_backup_policy',
        rows: [['fail', 'it is switched off', null, { file_system_id: 'fs-1', backup_policy: [{ status: 'DISABLED' }] }]],
      },
    },
    'copied-elsewhere': {
      'EFS file system': {
        ...efs,
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['pass', 'it is replicated', { ReplicationConfiguration: { Destinations: [{ Region: 'eu-west-2' }] } }, system({}, { copy: { type: 'aws_efs_replication_configuration', properties: { source_file_system_id: refer(), destination: [{ region: 'eu-west-2' }] } } })],
          ['undecided', 'it is a parameter', { ReplicationConfiguration: unknown }, null],
        ],
      },
    },
    'policy-lockout-avoided': {
      'EFS file system': {
        ...efs,
        rows: [
          ['pass', 'nothing is said', {}, {}],
          ['fail', 'the check is left out', { BypassPolicyLockoutSafetyCheck: true }, system({}, { policy: { type: 'aws_efs_file_system_policy', properties: { file_system_id: refer(), bypass_policy_lockout_safety_check: true, policy: '{}' } } })],
          ['undecided', 'it is a parameter', { BypassPolicyLockoutSafetyCheck: unknown }, null],
        ],
      },
      'policy of a file system elsewhere': {
        cloudformation: null,
        terraform: 'aws_efs_file_system_policy',
        rows: [['fail', 'the check is left out', null, { file_system_id: 'fs-1', bypass_policy_lockout_safety_check: true, policy: '{"Statement":[]}' }]],
      },
    },
    'file-user-enforced': {
      'EFS access point': {
        ...point,
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['pass', 'a user is given', { PosixUser: { Uid: '1000', Gid: '1000' } }, { posix_user: [{ uid: 1000, gid: 1000 }] }],
          ['undecided', 'it is a parameter', { PosixUser: unknown }, { posix_user: unknown }],
        ],
      },
    },
    'file-root-confined': {
      'EFS access point': {
        ...point,
        rows: [
          ...rows('fail', (path) => [{ RootDirectory: { Path: path } }, { root_directory: [{ path }] }], '/ours', '/'),
          ['fail', 'it says who would own the root', { RootDirectory: { CreationInfo: { OwnerGid: '1', OwnerUid: '1', Permissions: '755' } } }, null],
        ],
      },
    },
  },
};

// prettier-ignore
export const fsxUpkeepRows: ServiceRows = {
  service: 'fsx',
  controls: {
    'backup-kept': {
      'FSx file system': {
        cloudformation: 'AWS::FSx::FileSystem',
        terraform: null,
        rows: [
          ['pass', 'nothing is said: 30 days', { FileSystemType: 'WINDOWS' }, null],
          ['pass', 'OpenZFS says nothing: 30 days', { FileSystemType: 'OPENZFS' }, null],
          ['fail', 'backups are switched off', { FileSystemType: 'OPENZFS', OpenZFSConfiguration: { AutomaticBackupRetentionDays: 0 } }, null],
          ['fail', 'backups of Windows are switched off', { FileSystemType: 'WINDOWS', WindowsConfiguration: { AutomaticBackupRetentionDays: 0 } }, null],
          ['fail', 'backups of ONTAP are switched off', { FileSystemType: 'ONTAP', OntapConfiguration: { AutomaticBackupRetentionDays: 0 } }, null],
          ['pass', 'they are kept for a week', { FileSystemType: 'OPENZFS', OpenZFSConfiguration: { AutomaticBackupRetentionDays: 7 } }, null],
          ['undecided', 'it is a parameter', { FileSystemType: 'OPENZFS', OpenZFSConfiguration: { AutomaticBackupRetentionDays: unknown } }, null],
          ['fail', 'Lustre that is to last says nothing', { FileSystemType: 'LUSTRE', LustreConfiguration: { DeploymentType: 'PERSISTENT_2' } }, null],
          ['silent', 'it is for scratch', { FileSystemType: 'LUSTRE' }, null],
          ['undecided', 'it may be for scratch', { FileSystemType: 'LUSTRE', LustreConfiguration: { DeploymentType: unknown } }, null],
        ],
      },
      'FSx for Windows': { ...fileSystem('windows'), rows: [
        ['pass', 'nothing is said: 7 days', null, {}],
        ['fail', 'backups are switched off', null, { automatic_backup_retention_days: 0 }],
      ] },
      'FSx for ONTAP': { ...fileSystem('ontap'), rows: [['fail', 'nothing is said', null, {}], ['pass', 'they are kept for a week', null, { automatic_backup_retention_days: 7 }]] },
      'FSx for OpenZFS': { ...fileSystem('openzfs'), rows: [['fail', 'nothing is said', null, {}], ['undecided', 'it is a parameter', null, { automatic_backup_retention_days: unknown }], ['pass', 'a backup plan selects it', null, system({}, selection('aws_backup_selection', { resources: [refer('it', 'arn')] }))]] },
      'FSx for Lustre': { ...fileSystem('lustre'), rows: [['silent', 'it is for scratch', null, {}], ['pass', 'they are kept for a week', null, { deployment_type: 'PERSISTENT_2', automatic_backup_retention_days: 7 }]] },
    },
  },
};

const cfnPlan = (rule: Properties) => ({ BackupPlan: { BackupPlanName: 'ours', BackupPlanRule: [rule] } });
const tfPlan = (rule: Properties) => ({ name: 'ours', rule: [rule] });
const vault = { cloudformation: 'AWS::Backup::BackupVault', terraform: 'aws_backup_vault' };

// prettier-ignore
export const backupUpkeepRows: ServiceRows = {
  service: 'backup',
  controls: {
    'backup-kept': {
      'backup plan': {
        cloudformation: 'AWS::Backup::BackupPlan',
        terraform: 'aws_backup_plan',
        rows: [
          ['fail', 'it has no rule', {}, {}],
          ['pass', 'backups are kept for ever', cfnPlan({ RuleName: 'daily' }), tfPlan({ rule_name: 'daily' })],
          ['pass', 'they are kept for a month', cfnPlan({ Lifecycle: { DeleteAfterDays: 30 } }), tfPlan({ lifecycle: [{ delete_after: 30 }] })],
          ['undecided', 'it is a parameter', cfnPlan({ Lifecycle: { DeleteAfterDays: unknown } }), tfPlan({ lifecycle: [{ delete_after: unknown }] })],
        ],
      },
      'backup selection': {
        cloudformation: 'AWS::Backup::BackupSelection',
        terraform: 'aws_backup_selection',
        rows: [
          ['fail', 'nothing is selected', {}, {}],
          ['pass', 'resources are named', { BackupSelection: { Resources: ['*'] } }, { resources: ['*'] }],
          ['pass', 'tags are named', { BackupSelection: { ListOfTags: [{ ConditionKey: 'backup', ConditionType: 'STRINGEQUALS', ConditionValue: 'yes' }] } }, { selection_tag: [{ key: 'backup', type: 'STRINGEQUALS', value: 'yes' }] }],
          ['pass', 'conditions are named', { BackupSelection: { Conditions: { StringEquals: [{ ConditionKey: 'a', ConditionValue: 'b' }] } } }, { condition: [{ string_equals: [{ key: 'a', value: 'b' }] }] }],
          ['undecided', 'it is a parameter', { BackupSelection: { Resources: unknown } }, { resources: unknown }],
        ],
      },
    },
    'copied-elsewhere': {
      'backup plan': {
        cloudformation: 'AWS::Backup::BackupPlan',
        terraform: 'aws_backup_plan',
        rows: [
          ['fail', 'it has no rule', {}, {}],
          ['fail', 'it copies nothing', cfnPlan({ RuleName: 'daily' }), tfPlan({ rule_name: 'daily' })],
          ['pass', 'it copies to another vault', cfnPlan({ CopyActions: [{ DestinationBackupVaultArn: 'elsewhere' }] }), tfPlan({ copy_action: [{ destination_vault_arn: 'elsewhere' }] })],
          ['undecided', 'it is a parameter', cfnPlan({ CopyActions: unknown }), tfPlan({ copy_action: unknown })],
        ],
      },
    },
    'removal-guarded': {
      'backup vault': {
        ...vault,
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['pass', 'it is locked', { LockConfiguration: { MinRetentionDays: 7 } }, system({ name: 'ours' }, { lock: { type: 'aws_backup_vault_lock_configuration', properties: { backup_vault_name: refer('it', 'name'), min_retention_days: 7 } } })],
          ['undecided', 'it is a parameter', { LockConfiguration: unknown }, null],
        ],
      },
      'lock of a vault elsewhere': {
        cloudformation: null,
        terraform: 'aws_backup_vault_lock_configuration',
        rows: [['pass', 'it is written', null, { backup_vault_name: 'elsewhere', min_retention_days: 7 }]],
      },
    },
  },
};

const group = { cloudformation: 'AWS::Logs::LogGroup', terraform: 'aws_cloudwatch_log_group' };

// prettier-ignore
export const cloudwatchLogsUpkeepRows: ServiceRows = {
  service: 'cloudwatch-logs',
  controls: {
    'logs-kept': {
      'log group': {
        ...group,
        rows: [
          ...rows('pass', (days) => [{ RetentionInDays: days }, { retention_in_days: days }], 365, 30),
          ['pass', 'it is kept for ever in so many words', null, { retention_in_days: 0 }],
        ],
      },
    },
    'removal-guarded': {
      'log group': {
        ...group,
        rows: [
          ...rows('fail', (on) => [{ DeletionProtectionEnabled: on }, { deletion_protection_enabled: on }], true, false),
          ['pass', 'it stays when it leaves the code', null, { skip_destroy: true }],
        ],
      },
    },
    'sensitive-data-masked': {
      'log group': {
        ...group,
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['pass', 'a policy masks', { DataProtectionPolicy: { Name: 'mask' } }, system({}, { policy: { type: 'aws_cloudwatch_log_data_protection_policy', properties: { log_group_name: refer('it', 'name'), policy_document: '{"Name":"mask"}' } } })],
          ['undecided', 'it is a parameter', { DataProtectionPolicy: unknown }, null],
        ],
      },
    },
  },
};

const key = { cloudformation: 'AWS::KMS::Key', terraform: 'aws_kms_key' };

// prettier-ignore
export const kmsUpkeepRows: ServiceRows = {
  service: 'kms',
  controls: {
    'key-enabled': {
      'KMS key': { ...key, rows: rows('pass', (on) => [{ Enabled: on }, { is_enabled: on }], true, false) },
      'KMS replica key': { cloudformation: 'AWS::KMS::ReplicaKey', terraform: 'aws_kms_replica_key', rows: [['fail', 'it is disabled', { Enabled: false }, { enabled: false }]] },
    },
    'key-rotated-yearly': {
      'KMS key': {
        ...key,
        rows: [
          ['fail', 'nothing is said: it never rotates', {}, {}],
          ['pass', 'it rotates: every year', { EnableKeyRotation: true }, { enable_key_rotation: true }],
          ['pass', 'it rotates every 90 days', { EnableKeyRotation: true, RotationPeriodInDays: 90 }, { enable_key_rotation: true, rotation_period_in_days: 90 }],
          ['fail', 'it rotates every two years', { EnableKeyRotation: true, RotationPeriodInDays: 730 }, { enable_key_rotation: true, rotation_period_in_days: 730 }],
          ['undecided', 'it is a parameter', { EnableKeyRotation: true, RotationPeriodInDays: unknown }, { enable_key_rotation: true, rotation_period_in_days: unknown }],
        ],
      },
    },
    'key-single-region': {
      'KMS key': { ...key, rows: rows('pass', (many) => [{ MultiRegion: many }, { multi_region: many }], false, true) },
      'KMS replica key': {
        cloudformation: 'AWS::KMS::ReplicaKey',
        terraform: 'aws_kms_replica_key',
        rows: [['fail', 'it is a copy', { PrimaryKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/mrk-1' }, { primary_key_arn: 'arn:aws:kms:eu-west-1:111122223333:key/mrk-1' }]],
      },
    },
    'policy-lockout-avoided': {
      'KMS key': {
        ...key,
        rows: [
          ...rows('pass', (left) => [{ BypassPolicyLockoutSafetyCheck: left }, { bypass_policy_lockout_safety_check: left }], false, true),
          ['fail', 'the check of a policy beside it is left out', null, system({}, { rules: { type: 'aws_kms_key_policy', properties: { key_id: refer(), policy: '{"Statement":[]}', bypass_policy_lockout_safety_check: true } } })],
        ],
      },
    },
  },
};

const secret = { cloudformation: 'AWS::SecretsManager::Secret', terraform: 'aws_secretsmanager_secret' };
const lambda = 'arn:aws:lambda:eu-west-1:111122223333:function:rotate';
const rotated = (rule: Properties, terraform: Properties): Both => [
  system(
    {},
    {
      schedule: {
        type: 'AWS::SecretsManager::RotationSchedule',
        properties: { SecretId: refer(), RotationLambdaARN: lambda, RotationRules: rule },
      },
    },
  ),
  system(
    {},
    {
      schedule: {
        type: 'aws_secretsmanager_secret_rotation',
        properties: { secret_id: refer(), rotation_lambda_arn: lambda, rotation_rules: [terraform] },
      },
    },
  ),
];
const every = (expression: string): Both =>
  rotated({ ScheduleExpression: expression }, { schedule_expression: expression });

// prettier-ignore
export const secretsManagerUpkeepRows: ServiceRows = {
  service: 'secrets-manager',
  controls: {
    'secret-rotated': {
      'Secrets Manager secret': {
        ...secret,
        rows: [
          ['fail', 'nothing rotates it', {}, {}],
          ['pass', 'it rotates every month', ...rotated({ AutomaticallyAfterDays: 30 }, { automatically_after_days: 30 })],
          ['fail', 'it rotates twice a year', ...rotated({ AutomaticallyAfterDays: 180 }, { automatically_after_days: 180 })],
          ['fail', 'its schedule has no interval', ...rotated({ Duration: '2h' }, { duration: '2h' })],
          ['undecided', 'it is a parameter', ...rotated({ AutomaticallyAfterDays: unknown }, { automatically_after_days: unknown })],
          ['pass', 'it rotates every few hours', ...every('rate(4 hours)')],
          ['fail', 'it rotates every 180 days', ...every('rate(180 days)')],
          ['pass', 'it rotates by a calendar', ...every('cron(0 12 * * ? *)')],
          ['pass', 'it rotates every third month', ...every('cron(0 12 1 */3 ? *)')],
          ['fail', 'it rotates once a year', ...every('cron(0 12 1 1 ? *)')],
          ['pass', 'its schedule names the attachment to its database', system({}, { attachment: { type: 'AWS::SecretsManager::SecretTargetAttachment', properties: { SecretId: refer() } }, schedule: { type: 'AWS::SecretsManager::RotationSchedule', properties: { SecretId: refer('attachment'), HostedRotationLambda: { RotationType: 'MySQLSingleUser' }, RotationRules: { AutomaticallyAfterDays: 30 } } } }), null],
          ['fail', 'no function rotates it', system({}, { schedule: { type: 'AWS::SecretsManager::RotationSchedule', properties: { SecretId: refer(), RotationRules: { AutomaticallyAfterDays: 30 } } } }), system({}, { schedule: { type: 'aws_secretsmanager_secret_rotation', properties: { secret_id: refer(), rotation_rules: [{ automatically_after_days: 30 }] } } })],
          ['undecided', 'a schedule may be its own', null, system({}, { schedule: { type: 'aws_secretsmanager_secret_rotation', properties: { secret_id: unknown, rotation_rules: [{ automatically_after_days: 30 }] } } })],
        ],
      },
      'secret elsewhere': {
        cloudformation: 'AWS::SecretsManager::RotationSchedule',
        terraform: 'aws_secretsmanager_secret_rotation',
        rows: [['fail', 'it rotates twice a year', { SecretId: 'elsewhere', RotationRules: { AutomaticallyAfterDays: 180 } }, { secret_id: 'elsewhere', rotation_rules: [{ automatically_after_days: 180 }] }]],
      },
    },
    'copied-elsewhere': {
      'Secrets Manager secret': {
        ...secret,
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['pass', 'it is replicated', { ReplicaRegions: [{ Region: 'eu-west-2' }] }, { replica: [{ region: 'eu-west-2' }] }],
          ['undecided', 'it is a parameter', { ReplicaRegions: unknown }, { replica: unknown }],
        ],
      },
    },
    'secret-managed': {
      'Secrets Manager secret': {
        cloudformation: 'AWS::SecretsManager::Secret',
        terraform: null,
        rows: [
          ['silent', 'nothing is said', {}, null],
          ['pass', 'Secrets Manager makes it', { GenerateSecretString: {} }, null],
          ['fail', 'somebody hands it over', { SecretString: 'not-a-real-secret' }, null],
          ['undecided', 'it is a parameter', { GenerateSecretString: unknown }, null],
        ],
      },
    },
    'deletion-protected': {
      'Secrets Manager secret': {
        cloudformation: null,
        terraform: 'aws_secretsmanager_secret',
        rows: [
          ['pass', 'nothing is said: 30 days', null, {}],
          ['fail', 'it is gone at once', null, { recovery_window_in_days: 0 }],
          ['undecided', 'it is a parameter', null, { recovery_window_in_days: unknown }],
        ],
      },
    },
  },
};
