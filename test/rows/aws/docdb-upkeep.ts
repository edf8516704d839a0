import { refer, system, unknown } from '../../support/row';
import { settingTables } from '../../support/setting-rows';

/** Backups, guards, upgrades, versions and records. */
export const docdbUpkeep = {
  'backup-kept': settingTables({
    'DocumentDB cluster': {
      types: ['AWS::DocDB::DBCluster', 'aws_docdb_cluster'],
      path: ['BackupRetentionPeriod', 'backup_retention_period'],
      pass: 7,
      fail: 0,
      silence: ['pass', 'pass'],
    },
  }),
  'backups-kept-a-week': settingTables({
    'DocumentDB cluster': {
      types: ['AWS::DocDB::DBCluster', 'aws_docdb_cluster'],
      path: ['BackupRetentionPeriod', 'backup_retention_period'],
      pass: 7,
      fail: 1,
      silence: ['fail', 'fail'],
    },
  }),
  'deletion-protected': settingTables({
    'DocumentDB cluster': {
      types: ['AWS::DocDB::DBCluster', 'aws_docdb_cluster'],
      path: ['DeletionProtection', 'deletion_protection'],
      pass: true,
      fail: false,
      silence: ['fail', 'fail'],
    },
    'DocumentDB global cluster': {
      types: ['AWS::DocDB::GlobalCluster', 'aws_docdb_global_cluster'],
      path: ['DeletionProtection', 'deletion_protection'],
      pass: true,
      fail: false,
      silence: ['fail', 'fail'],
    },
  }),
  'final-copy-kept': settingTables({
    'DocumentDB cluster': {
      types: ['AWS::DocDB::DBCluster', 'aws_docdb_cluster'],
      path: [null, 'skip_final_snapshot'],
      pass: false,
      fail: true,
      silence: ['fail', 'pass'],
    },
  }),
  'runtime-supported': {
    'DocumentDB cluster': {
      cloudformation: 'AWS::DocDB::DBCluster',
      terraform: 'aws_docdb_cluster',
      rows: [
        ['pass', 'it is supported', { EngineVersion: '5.0.0' }, { engine_version: '5.0.0' }],
        ['pass', 'nothing is said', {}, {}],
        ['undecided', 'it is a parameter', { EngineVersion: unknown }, { engine_version: unknown }],
        ['undecided', 'it is there, and shows no version', null, system({}, {}, 'no-op')],
      ] as const,
    },
    ...settingTables({
      'DocumentDB instance by its authority': {
        types: ['AWS::DocDB::DBInstance', 'aws_docdb_cluster_instance'],
        path: ['CACertificateIdentifier', 'ca_cert_identifier'],
        pass: 'rds-ca-rsa2048-g1',
        fail: 'rds-ca-2019',
        silence: ['silent', 'silent'],
      },
    }),
  },
  'customer-managed-key': settingTables({
    'DocumentDB cluster with a managed password': {
      types: ['AWS::DocDB::DBCluster', null],
      path: ['MasterUserSecretKmsKeyId', null],
      pass: 'alias/ours',
      fail: 'alias/aws/secretsmanager',
      silence: ['fail', 'fail'],
      beside: [{ StorageEncrypted: true, KmsKeyId: 'alias/ours', ManageMasterUserPassword: true }, {}],
    },
  }),
  'access-logged': {
    'DocumentDB cluster': {
      cloudformation: 'AWS::DocDB::DBCluster',
      terraform: 'aws_docdb_cluster',
      rows: [
        ['fail', 'nothing is exported', {}, {}],
        [
          'fail',
          'another log is',
          { EnableCloudwatchLogsExports: ['profiler'] },
          { enabled_cloudwatch_logs_exports: ['profiler'] },
        ],
        [
          'undecided',
          'it is exported, and the parameter is not shown',
          { EnableCloudwatchLogsExports: ['audit'] },
          { enabled_cloudwatch_logs_exports: ['audit'] },
        ],
        [
          'pass',
          'it is exported, and switched on',
          system(
            { DBClusterParameterGroupName: refer('group'), EnableCloudwatchLogsExports: ['audit'] },
            {
              group: {
                type: 'AWS::DocDB::DBClusterParameterGroup',
                properties: { Parameters: { audit_logs: 'enabled' } },
              },
            },
          ),
          system(
            { db_cluster_parameter_group_name: refer('group'), enabled_cloudwatch_logs_exports: ['audit'] },
            {
              group: {
                type: 'aws_docdb_cluster_parameter_group',
                properties: { parameter: [{ name: 'audit_logs', value: 'enabled' }] },
              },
            },
          ),
        ],
        [
          'fail',
          'it is exported, and switched off',
          system(
            { DBClusterParameterGroupName: refer('group'), EnableCloudwatchLogsExports: ['audit'] },
            {
              group: {
                type: 'AWS::DocDB::DBClusterParameterGroup',
                properties: { Parameters: { audit_logs: 'disabled' } },
              },
            },
          ),
          system(
            { db_cluster_parameter_group_name: refer('group'), enabled_cloudwatch_logs_exports: ['audit'] },
            {
              group: {
                type: 'aws_docdb_cluster_parameter_group',
                properties: { parameter: [{ name: 'audit_logs', value: 'disabled' }] },
              },
            },
          ),
        ],
      ] as const,
    },
  },
  'secret-managed': settingTables({
    'DocumentDB cluster': {
      types: ['AWS::DocDB::DBCluster', 'aws_docdb_cluster'],
      path: ['ManageMasterUserPassword', 'manage_master_user_password'],
      pass: true,
      fail: false,
      silence: ['fail', 'fail'],
      beside: [{ MasterUserPassword: 'x' }, { master_password: 'x' }],
    },
  }),
};
