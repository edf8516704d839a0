import { refer, system, unknown } from '../../support/row';
import { settingTables } from '../../support/setting-rows';

/** An instance of a cluster that is encrypted with a key of ours, with a key for Performance Insights. */
const insights = (key: unknown) =>
  system(
    { cluster_identifier: refer('main'), performance_insights_enabled: true, performance_insights_kms_key_id: key },
    {
      main: {
        type: 'aws_rds_cluster',
        properties: { engine: 'aurora-mysql', storage_encrypted: true, kms_key_id: 'alias/ours' },
      },
    },
  );

/** Backups, guards, upgrades, versions and records. */
export const rdsUpkeep = {
  'backup-kept': settingTables({
    'RDS instance': {
      types: ['AWS::RDS::DBInstance', 'aws_db_instance'],
      path: ['BackupRetentionPeriod', 'backup_retention_period'],
      pass: 7,
      fail: 0,
      silence: ['pass', 'fail'],
      beside: [{ Engine: 'mysql' }, { engine: 'mysql' }],
      more: [
        ['silent', 'it is a replica', { SourceDBInstanceIdentifier: 'main' }, { replicate_source_db: 'main' }],
        ['undecided', 'it is restored', { DBSnapshotIdentifier: 'nightly' }, { snapshot_identifier: 'nightly' }],
        ['silent', 'its cluster is backed up', { Engine: 'aurora-mysql' }, { engine: 'aurora-mysql' }],
      ],
    },
    'RDS cluster': {
      types: ['AWS::RDS::DBCluster', 'aws_rds_cluster'],
      path: ['BackupRetentionPeriod', 'backup_retention_period'],
      pass: 7,
      fail: 0,
      silence: ['pass', 'pass'],
      beside: [{ Engine: 'aurora-mysql' }, { engine: 'aurora-mysql' }],
    },
  }),
  'backups-kept-a-week': settingTables({
    'RDS instance': {
      types: ['AWS::RDS::DBInstance', 'aws_db_instance'],
      path: ['BackupRetentionPeriod', 'backup_retention_period'],
      pass: 7,
      fail: 6,
      silence: ['fail', 'fail'],
      beside: [{ Engine: 'mysql' }, { engine: 'mysql' }],
    },
    'RDS cluster': {
      types: ['AWS::RDS::DBCluster', 'aws_rds_cluster'],
      path: ['BackupRetentionPeriod', 'backup_retention_period'],
      pass: 35,
      fail: 1,
      silence: ['fail', 'fail'],
      beside: [{ Engine: 'aurora-mysql' }, { engine: 'aurora-mysql' }],
    },
  }),
  'deletion-protected': settingTables({
    'RDS instance': {
      types: ['AWS::RDS::DBInstance', 'aws_db_instance'],
      path: ['DeletionProtection', 'deletion_protection'],
      pass: true,
      fail: false,
      silence: ['fail', 'fail'],
      beside: [{ Engine: 'mysql' }, { engine: 'mysql' }],
      more: [
        ['undecided', 'the engine is a parameter', { Engine: unknown }, { engine: unknown }],
        ['silent', 'its cluster is guarded', { Engine: 'aurora-mysql' }, { engine: 'aurora-mysql' }],
      ],
    },
    'RDS cluster': {
      types: ['AWS::RDS::DBCluster', 'aws_rds_cluster'],
      path: ['DeletionProtection', 'deletion_protection'],
      pass: true,
      fail: false,
      silence: ['fail', 'fail'],
      beside: [{ Engine: 'aurora-mysql' }, { engine: 'aurora-mysql' }],
    },
    'RDS global cluster': {
      types: ['AWS::RDS::GlobalCluster', 'aws_rds_global_cluster'],
      path: ['DeletionProtection', 'deletion_protection'],
      pass: true,
      fail: false,
      silence: ['fail', 'fail'],
    },
  }),
  'engine-upgrades-automatic': settingTables({
    'RDS instance': {
      types: ['AWS::RDS::DBInstance', 'aws_db_instance'],
      path: ['AutoMinorVersionUpgrade', 'auto_minor_version_upgrade'],
      pass: true,
      fail: false,
      silence: ['pass', 'pass'],
      beside: [{ Engine: 'mysql' }, { engine: 'mysql' }],
      more: [['silent', 'it is RDS Custom', { Engine: 'custom-oracle-ee' }, { engine: 'custom-oracle-ee' }]],
    },
    'RDS cluster': {
      types: ['AWS::RDS::DBCluster', 'aws_rds_cluster'],
      path: ['AutoMinorVersionUpgrade', 'auto_minor_version_upgrade'],
      pass: true,
      fail: false,
      silence: ['pass', 'pass'],
      beside: [{ Engine: 'aurora-mysql' }, { engine: 'aurora-mysql' }],
    },
    'RDS instance of a cluster': {
      types: ['AWS::RDS::DBInstance', 'aws_rds_cluster_instance'],
      path: ['AutoMinorVersionUpgrade', 'auto_minor_version_upgrade'],
      pass: true,
      fail: false,
      silence: ['pass', 'pass'],
      beside: [{ Engine: 'aurora-mysql' }, { engine: 'aurora-mysql' }],
    },
  }),
  'runtime-supported': settingTables({
    'RDS instance': {
      types: ['AWS::RDS::DBInstance', 'aws_db_instance'],
      path: ['EngineVersion', 'engine_version'],
      pass: '8.4',
      fail: '5.6',
      silence: ['pass', 'pass'],
      beside: [{ Engine: 'mysql' }, { engine: 'mysql' }],
      more: [
        [
          'fail',
          'extended support is declined',
          {
            Engine: 'mysql',
            EngineVersion: '5.7',
            EngineLifecycleSupport: 'open-source-rds-extended-support-disabled',
          },
          {
            engine: 'mysql',
            engine_version: '5.7',
            engine_lifecycle_support: 'open-source-rds-extended-support-disabled',
          },
        ],
        [
          'pass',
          'it has extended support',
          { Engine: 'mysql', EngineVersion: '5.7.44' },
          { engine: 'mysql', engine_version: '5.7.44' },
        ],
        [
          'fail',
          'it is an old MariaDB',
          { Engine: 'mariadb', EngineVersion: '10.2' },
          { engine: 'mariadb', engine_version: '10.2' },
        ],
        [
          'silent',
          'its engine has no published dates',
          { Engine: 'oracle-ee', EngineVersion: '12' },
          { engine: 'oracle-ee', engine_version: '12' },
        ],
        ['undecided', 'it is there, and shows no version', null, system({ engine: 'mysql' }, {}, 'no-op')],
      ],
    },
    'RDS instance by its authority': {
      types: ['AWS::RDS::DBInstance', 'aws_db_instance'],
      path: ['CACertificateIdentifier', 'ca_cert_identifier'],
      pass: 'rds-ca-rsa2048-g1',
      fail: 'rds-ca-2019',
      silence: ['pass', 'pass'],
      beside: [{ Engine: 'mysql' }, { engine: 'mysql' }],
    },
    'RDS instance of a cluster': {
      types: ['AWS::RDS::DBInstance', 'aws_rds_cluster_instance'],
      path: ['CACertificateIdentifier', 'ca_cert_identifier'],
      pass: 'rds-ca-ecc384-g1',
      fail: 'rds-ca-2015',
      silence: ['silent', 'silent'],
      beside: [{ Engine: 'aurora-mysql' }, { engine: 'aurora-mysql' }],
    },
    'RDS cluster': {
      types: ['AWS::RDS::DBCluster', 'aws_rds_cluster'],
      path: ['EngineVersion', 'engine_version'],
      pass: '8.0.mysql_aurora.3.04.0',
      fail: '5.6.10a',
      silence: ['pass', 'pass'],
      beside: [{ Engine: 'aurora-mysql' }, { engine: 'aurora-mysql' }],
      more: [
        [
          'pass',
          'its engine lifecycle is said',
          {
            Engine: 'aurora-mysql',
            EngineVersion: '8.0.mysql_aurora.3.04.0',
            EngineLifecycleSupport: 'open-source-rds-extended-support-disabled',
          },
          {
            engine: 'aurora-mysql',
            engine_version: '8.0.mysql_aurora.3.04.0',
            engine_lifecycle_support: 'open-source-rds-extended-support-disabled',
          },
        ],
      ],
    },
  }),
  'access-logged': settingTables({
    'RDS instance': {
      types: ['AWS::RDS::DBInstance', 'aws_db_instance'],
      path: ['EnableCloudwatchLogsExports', 'enabled_cloudwatch_logs_exports'],
      pass: ['audit'],
      fail: ['error', 'slowquery'],
      silence: ['fail', 'fail'],
      beside: [{ Engine: 'mysql' }, { engine: 'mysql' }],
      more: [
        [
          'pass',
          'PostgreSQL has one log',
          { Engine: 'postgres', EnableCloudwatchLogsExports: ['postgresql'] },
          { engine: 'postgres', enabled_cloudwatch_logs_exports: ['postgresql'] },
        ],
        [
          'pass',
          'SQL Server writes sign-ins to its error log',
          { Engine: 'sqlserver-ex', EnableCloudwatchLogsExports: ['error'] },
          { engine: 'sqlserver-ex', enabled_cloudwatch_logs_exports: ['error'] },
        ],
      ],
    },
    'RDS cluster': {
      types: ['AWS::RDS::DBCluster', 'aws_rds_cluster'],
      path: ['EnableCloudwatchLogsExports', 'enabled_cloudwatch_logs_exports'],
      pass: ['general'],
      fail: [],
      silence: ['fail', 'fail'],
      beside: [{ Engine: 'aurora-mysql' }, { engine: 'aurora-mysql' }],
      more: [
        [
          'pass',
          'its activities are streamed',
          null,
          system(
            { engine: 'aurora-mysql' },
            { stream: { type: 'aws_rds_cluster_activity_stream', properties: { resource_arn: refer('it', 'arn') } } },
          ),
        ],
      ],
    },
  }),
  'final-copy-kept': settingTables({
    'RDS instance': {
      types: ['AWS::RDS::DBInstance', 'aws_db_instance'],
      path: [null, 'skip_final_snapshot'],
      pass: false,
      fail: true,
      silence: ['pass', 'pass'],
      beside: [{ Engine: 'mysql' }, { engine: 'mysql' }],
      more: [
        [
          'pass',
          'its automatic backups stay',
          { Engine: 'mysql', DeleteAutomatedBackups: false },
          { engine: 'mysql', skip_final_snapshot: true, delete_automated_backups: false },
        ],
      ],
    },
    'RDS cluster': {
      types: ['AWS::RDS::DBCluster', 'aws_rds_cluster'],
      path: [null, 'skip_final_snapshot'],
      pass: false,
      fail: true,
      silence: ['pass', 'pass'],
      beside: [{ Engine: 'aurora-mysql' }, { engine: 'aurora-mysql' }],
    },
  }),
  'monitored-in-detail': settingTables({
    'RDS instance': {
      types: ['AWS::RDS::DBInstance', 'aws_db_instance'],
      path: ['MonitoringInterval', 'monitoring_interval'],
      pass: 60,
      fail: 0,
      silence: ['fail', 'fail'],
      beside: [{ Engine: 'mysql' }, { engine: 'mysql' }],
    },
    'RDS instance by queries': {
      types: ['AWS::RDS::DBInstance', 'aws_db_instance'],
      path: ['EnablePerformanceInsights', 'performance_insights_enabled'],
      pass: true,
      fail: false,
      silence: ['fail', 'fail'],
      beside: [{ Engine: 'mysql' }, { engine: 'mysql' }],
    },
    'RDS instance of a cluster': {
      types: [null, 'aws_rds_cluster_instance'],
      path: [null, 'monitoring_interval'],
      pass: 60,
      fail: 0,
      silence: ['fail', 'fail'],
      beside: [{ Engine: 'aurora-mysql' }, { engine: 'aurora-mysql' }],
    },
    'RDS instance of a cluster, by queries': {
      types: [null, 'aws_rds_cluster_instance'],
      path: [null, 'performance_insights_enabled'],
      pass: true,
      fail: false,
      silence: ['fail', 'fail'],
      beside: [{ Engine: 'aurora-mysql' }, { engine: 'aurora-mysql' }],
      more: [
        [
          'pass',
          'its cluster is measured',
          null,
          system(
            { cluster_identifier: refer('main') },
            { main: { type: 'aws_rds_cluster', properties: { engine: 'aurora-mysql', monitoring_interval: 60 } } },
          ),
        ],
      ],
    },
  }),
  'customer-managed-key': {
    'RDS instance of a cluster with Performance Insights': {
      cloudformation: null,
      terraform: 'aws_rds_cluster_instance',
      rows: [
        ['pass', 'both keys are ours', null, insights('alias/ours')],
        ['fail', "the key of Performance Insights is AWS's own", null, insights('alias/aws/rds')],
        ['undecided', 'it is a parameter', null, insights(unknown)],
      ] as const,
    },
    ...settingTables({
      'RDS instance with Performance Insights': {
        types: ['AWS::RDS::DBInstance', 'aws_db_instance'],
        path: ['PerformanceInsightsKMSKeyId', 'performance_insights_kms_key_id'],
        pass: 'alias/ours',
        fail: 'alias/aws/rds',
        silence: ['fail', 'fail'],
        beside: [
          { Engine: 'mysql', StorageEncrypted: true, KmsKeyId: 'alias/ours', EnablePerformanceInsights: true },
          { engine: 'mysql', storage_encrypted: true, kms_key_id: 'alias/ours', performance_insights_enabled: true },
        ],
      },
      'RDS instance with a managed password': {
        types: ['AWS::RDS::DBInstance', 'aws_db_instance'],
        path: ['MasterUserSecret.KmsKeyId', 'master_user_secret_kms_key_id'],
        pass: 'alias/ours',
        fail: 'alias/aws/secretsmanager',
        silence: ['fail', 'fail'],
        beside: [
          { Engine: 'mysql', StorageEncrypted: true, KmsKeyId: 'alias/ours', ManageMasterUserPassword: true },
          { engine: 'mysql', storage_encrypted: true, kms_key_id: 'alias/ours', manage_master_user_password: true },
        ],
      },
      'RDS cluster with a managed password': {
        types: ['AWS::RDS::DBCluster', 'aws_rds_cluster'],
        path: ['MasterUserSecret.KmsKeyId', 'master_user_secret_kms_key_id'],
        pass: 'alias/ours',
        fail: 'alias/aws/secretsmanager',
        silence: ['fail', 'fail'],
        beside: [
          { Engine: 'aurora-mysql', StorageEncrypted: true, KmsKeyId: 'alias/ours', ManageMasterUserPassword: true },
          {
            engine: 'aurora-mysql',
            storage_encrypted: true,
            kms_key_id: 'alias/ours',
            manage_master_user_password: true,
          },
        ],
      },
    }),
  },
  'secret-managed': settingTables({
    'RDS instance': {
      types: ['AWS::RDS::DBInstance', 'aws_db_instance'],
      path: ['ManageMasterUserPassword', 'manage_master_user_password'],
      pass: true,
      fail: false,
      silence: ['fail', 'fail'],
      beside: [
        { Engine: 'mysql', MasterUserPassword: 'x' },
        { engine: 'mysql', password: 'x' },
      ],
      more: [
        [
          'pass',
          'the password is kept by Secrets Manager',
          { Engine: 'mysql', MasterUserPassword: '{{resolve:secretsmanager:main:SecretString:password}}' },
          system(
            { engine: 'mysql', password: refer('secret', 'secret_string') },
            { secret: { type: 'aws_secretsmanager_secret_version', properties: {}, data: true } },
          ),
        ],
        ['silent', 'no password is set', { Engine: 'mysql' }, { engine: 'mysql' }],
      ],
    },
    'RDS cluster': {
      types: ['AWS::RDS::DBCluster', 'aws_rds_cluster'],
      path: ['ManageMasterUserPassword', 'manage_master_user_password'],
      pass: true,
      fail: false,
      silence: ['fail', 'fail'],
      beside: [
        { Engine: 'aurora-mysql', MasterUserPassword: 'x' },
        { engine: 'aurora-mysql', master_password: 'x' },
      ],
    },
  }),
  'default-port-avoided': settingTables({
    'RDS instance': {
      types: ['AWS::RDS::DBInstance', 'aws_db_instance'],
      path: ['Port', 'port'],
      pass: 13306,
      fail: 3306,
      silence: ['fail', 'fail'],
      beside: [{ Engine: 'mysql' }, { engine: 'mysql' }],
    },
    'RDS cluster': {
      types: ['AWS::RDS::DBCluster', 'aws_rds_cluster'],
      path: ['Port', 'port'],
      pass: 13306,
      fail: 3306,
      silence: ['fail', 'fail'],
      beside: [{ Engine: 'aurora-mysql' }, { engine: 'aurora-mysql' }],
    },
  }),
};
