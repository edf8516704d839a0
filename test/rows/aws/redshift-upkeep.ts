import { refer, system, unknown } from '../../support/row';
import { placementTables } from '../../support/placement-rows';
import { settingTables } from '../../support/setting-rows';

/** Backups, guards, upgrades, versions and records. */
export const redshiftUpkeep = {
  ...placementTables('Redshift cluster', {
    types: ['AWS::Redshift::Cluster', 'aws_redshift_cluster'],
    subnets: ['ClusterSubnetGroupName', 'cluster_subnet_group_name'],
    groups: ['VpcSecurityGroupIds', 'vpc_security_group_ids'],
  }),
  'backup-kept': settingTables({
    'Redshift cluster': {
      types: ['AWS::Redshift::Cluster', 'aws_redshift_cluster'],
      path: ['AutomatedSnapshotRetentionPeriod', 'automated_snapshot_retention_period'],
      pass: 7,
      fail: 0,
      silence: ['pass', 'pass'],
    },
  }),
  'backups-kept-a-week': settingTables({
    'Redshift cluster': {
      types: ['AWS::Redshift::Cluster', 'aws_redshift_cluster'],
      path: ['AutomatedSnapshotRetentionPeriod', 'automated_snapshot_retention_period'],
      pass: 7,
      fail: 1,
      silence: ['fail', 'fail'],
    },
  }),
  'final-copy-kept': settingTables({
    'Redshift cluster': {
      types: ['AWS::Redshift::Cluster', 'aws_redshift_cluster'],
      path: [null, 'skip_final_snapshot'],
      pass: false,
      fail: true,
      silence: ['fail', 'pass'],
    },
  }),
  'engine-upgrades-automatic': settingTables({
    'Redshift cluster': {
      types: ['AWS::Redshift::Cluster', 'aws_redshift_cluster'],
      path: ['AllowVersionUpgrade', 'allow_version_upgrade'],
      pass: true,
      fail: false,
      silence: ['pass', 'pass'],
    },
  }),
  'egress-confined': settingTables({
    'Redshift cluster': {
      types: ['AWS::Redshift::Cluster', 'aws_redshift_cluster'],
      path: ['EnhancedVpcRouting', 'enhanced_vpc_routing'],
      pass: true,
      fail: false,
      silence: ['fail', 'fail'],
    },
  }),
  'default-port-avoided': settingTables({
    'Redshift cluster': {
      types: ['AWS::Redshift::Cluster', 'aws_redshift_cluster'],
      path: ['Port', 'port'],
      pass: 5440,
      fail: 5439,
      silence: ['fail', 'fail'],
    },
  }),
  'secret-managed': settingTables({
    'Redshift cluster': {
      types: ['AWS::Redshift::Cluster', 'aws_redshift_cluster'],
      path: ['ManageMasterPassword', 'manage_master_password'],
      pass: true,
      fail: false,
      silence: ['fail', 'fail'],
      beside: [{ MasterUserPassword: 'x' }, { master_password: 'x' }],
    },
  }),
  'customer-managed-key': settingTables({
    'Redshift cluster with a managed password': {
      types: ['AWS::Redshift::Cluster', 'aws_redshift_cluster'],
      path: ['MasterPasswordSecretKmsKeyId', 'master_password_secret_kms_key_id'],
      pass: 'alias/ours',
      fail: 'alias/aws/secretsmanager',
      silence: ['fail', 'fail'],
      beside: [
        { KmsKeyId: 'alias/ours', ManageMasterPassword: true },
        { kms_key_id: 'alias/ours', manage_master_password: true },
      ],
    },
  }),
  'access-logged': {
    'Redshift cluster': {
      cloudformation: 'AWS::Redshift::Cluster',
      terraform: 'aws_redshift_cluster',
      rows: [
        ['fail', 'nothing is said', {}, {}],
        [
          'pass',
          'logs go to a bucket',
          { LoggingProperties: { BucketName: 'logs' } },
          system(
            {},
            {
              logging: {
                type: 'aws_redshift_logging',
                properties: { cluster_identifier: refer(), bucket_name: 'logs' },
              },
            },
          ),
        ],
        [
          'pass',
          'logs go to CloudWatch',
          { LoggingProperties: { LogDestinationType: 'cloudwatch', LogExports: ['userlog'] } },
          system(
            {},
            {
              logging: {
                type: 'aws_redshift_logging',
                properties: {
                  cluster_identifier: refer(),
                  log_destination_type: 'cloudwatch',
                  log_exports: ['userlog'],
                },
              },
            },
          ),
        ],
        [
          'fail',
          'logs go to CloudWatch, and none is named',
          null,
          system(
            {},
            {
              logging: {
                type: 'aws_redshift_logging',
                properties: { cluster_identifier: refer(), log_destination_type: 'cloudwatch' },
              },
            },
          ),
        ],
        ['pass', 'an older version of the provider logs', null, { logging: [{ enable: true }] }],
        [
          'undecided',
          'it is settled at deployment',
          { LoggingProperties: unknown },
          { logging: [{ enable: unknown }] },
        ],
      ] as const,
    },
  },
};
