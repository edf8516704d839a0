import { refer, system } from '../../support/row';
import { settingTables } from '../../support/setting-rows';

/** Backups, guards, upgrades, versions and records. */
export const neptuneUpkeep = {
  'backup-kept': settingTables({
    'Neptune cluster': {
      types: ['AWS::Neptune::DBCluster', 'aws_neptune_cluster'],
      path: ['BackupRetentionPeriod', 'backup_retention_period'],
      pass: 7,
      fail: 0,
      silence: ['pass', 'pass'],
    },
  }),
  'backups-kept-a-week': settingTables({
    'Neptune cluster': {
      types: ['AWS::Neptune::DBCluster', 'aws_neptune_cluster'],
      path: ['BackupRetentionPeriod', 'backup_retention_period'],
      pass: 7,
      fail: 1,
      silence: ['fail', 'fail'],
    },
  }),
  'deletion-protected': settingTables({
    'Neptune cluster': {
      types: ['AWS::Neptune::DBCluster', 'aws_neptune_cluster'],
      path: ['DeletionProtection', 'deletion_protection'],
      pass: true,
      fail: false,
      silence: ['fail', 'fail'],
    },
    'Neptune global cluster': {
      types: ['AWS::Neptune::GlobalCluster', 'aws_neptune_global_cluster'],
      path: ['DeletionProtection', 'deletion_protection'],
      pass: true,
      fail: false,
      silence: ['fail', 'fail'],
    },
  }),
  'final-copy-kept': settingTables({
    'Neptune cluster': {
      types: ['AWS::Neptune::DBCluster', 'aws_neptune_cluster'],
      path: [null, 'skip_final_snapshot'],
      pass: false,
      fail: true,
      silence: ['fail', 'pass'],
    },
  }),
  'engine-upgrades-automatic': settingTables({
    'Neptune instance': {
      types: ['AWS::Neptune::DBInstance', 'aws_neptune_cluster_instance'],
      path: ['AutoMinorVersionUpgrade', 'auto_minor_version_upgrade'],
      pass: true,
      fail: false,
      silence: ['pass', 'pass'],
    },
  }),
  'runtime-supported': settingTables({
    'Neptune cluster': {
      types: ['AWS::Neptune::DBCluster', 'aws_neptune_cluster'],
      path: ['EngineVersion', 'engine_version'],
      pass: '1.4.5.1',
      fail: '1.2.1.0',
      silence: ['pass', 'pass'],
    },
  }),
  'access-logged': {
    'Neptune cluster': {
      cloudformation: 'AWS::Neptune::DBCluster',
      terraform: 'aws_neptune_cluster',
      rows: [
        ['fail', 'nothing is exported', {}, {}],
        [
          'fail',
          'another log is',
          { EnableCloudwatchLogsExports: ['profiler'] },
          { enable_cloudwatch_logs_exports: ['profiler'] },
        ],
        [
          'undecided',
          'it is exported, and the parameter is not shown',
          { EnableCloudwatchLogsExports: ['audit'] },
          { enable_cloudwatch_logs_exports: ['audit'] },
        ],
        [
          'pass',
          'it is exported, and switched on',
          system(
            { DBClusterParameterGroupName: refer('group'), EnableCloudwatchLogsExports: ['audit'] },
            {
              group: {
                type: 'AWS::Neptune::DBClusterParameterGroup',
                properties: { Parameters: { neptune_enable_audit_log: '1' } },
              },
            },
          ),
          system(
            { neptune_cluster_parameter_group_name: refer('group'), enable_cloudwatch_logs_exports: ['audit'] },
            {
              group: {
                type: 'aws_neptune_cluster_parameter_group',
                properties: { parameter: [{ name: 'neptune_enable_audit_log', value: '1' }] },
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
                type: 'AWS::Neptune::DBClusterParameterGroup',
                properties: { Parameters: { neptune_enable_audit_log: '0' } },
              },
            },
          ),
          system(
            { neptune_cluster_parameter_group_name: refer('group'), enable_cloudwatch_logs_exports: ['audit'] },
            {
              group: {
                type: 'aws_neptune_cluster_parameter_group',
                properties: { parameter: [{ name: 'neptune_enable_audit_log', value: '0' }] },
              },
            },
          ),
        ],
      ] as const,
    },
  },
};
