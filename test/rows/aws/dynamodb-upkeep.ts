import { refer, system } from '../../support/row';
import { settingTables } from '../../support/setting-rows';

/** Backups, guards, upgrades, versions and records. */
export const dynamodbUpkeep = {
  'backup-kept': settingTables({
    'DynamoDB table': {
      types: ['AWS::DynamoDB::Table', 'aws_dynamodb_table'],
      path: ['PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', 'point_in_time_recovery.enabled'],
      pass: true,
      fail: false,
      silence: ['fail', 'fail'],
      more: [
        [
          'pass',
          'a backup plan names it',
          system(
            {},
            {
              plan: {
                type: 'AWS::Backup::BackupSelection',
                properties: { BackupSelection: { Resources: [refer('it', 'arn', 'Arn')] } },
              },
            },
          ),
          system({}, { plan: { type: 'aws_backup_selection', properties: { resources: [refer('it', 'arn')] } } }),
        ],
        [
          'undecided',
          'a backup plan chooses by tags',
          system(
            {},
            {
              plan: {
                type: 'AWS::Backup::BackupSelection',
                properties: { BackupSelection: { ListOfTags: [{ ConditionKey: 'backup' }] } },
              },
            },
          ),
          system({}, { plan: { type: 'aws_backup_selection', properties: { selection_tag: [{ key: 'backup' }] } } }),
        ],
        [
          'undecided',
          'a backup plan chooses by a pattern',
          system(
            {},
            { plan: { type: 'AWS::Backup::BackupSelection', properties: { BackupSelection: { Resources: ['*'] } } } },
          ),
          system({}, { plan: { type: 'aws_backup_selection', properties: { resources: ['*'] } } }),
        ],
      ],
    },
    'DynamoDB global table': {
      types: ['AWS::DynamoDB::GlobalTable', null],
      path: ['Replicas', null],
      pass: [{ PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } }, {}],
      fail: [{}],
      silence: ['fail', 'fail'],
    },
  }),
  'deletion-protected': settingTables({
    'DynamoDB table': {
      types: ['AWS::DynamoDB::Table', 'aws_dynamodb_table'],
      path: ['DeletionProtectionEnabled', 'deletion_protection_enabled'],
      pass: true,
      fail: false,
      silence: ['fail', 'fail'],
    },
    'DynamoDB global table': {
      types: ['AWS::DynamoDB::GlobalTable', null],
      path: ['Replicas', null],
      pass: [{ DeletionProtectionEnabled: true }],
      fail: [{ DeletionProtectionEnabled: true }, {}],
      silence: ['pass', 'pass'],
    },
  }),
};
