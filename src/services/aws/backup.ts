import type { Service } from '../service';
import { backupFacts } from './backup-facts';
import { encryptedStoreFacts, withKey, type EncryptedStore } from './encrypted-store';
import type { PolicyCompanion } from './resource-policy';

// https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html
const because = 'AWS Backup encrypts every vault';

const companions: readonly PolicyCompanion[] = [
  { types: ['aws_backup_vault_policy'], target: [null, 'backup_vault_name'], document: [null, 'policy'] },
];

const stores: readonly EncryptedStore[] = [
  {
    types: ['AWS::Backup::BackupVault', 'aws_backup_vault'],
    places: { noun: 'backup vault', inline: ['AccessPolicy', null], companions },
    encryption: withKey(['EncryptionKeyArn', 'kms_key_arn'], 'provider-kms', because),
  },
  {
    types: ['AWS::Backup::LogicallyAirGappedBackupVault', 'aws_backup_logically_air_gapped_vault'],
    places: { noun: 'logically air-gapped backup vault', inline: ['AccessPolicy', null], companions },
    encryption: withKey(['EncryptionKeyArn', 'encryption_key_arn'], 'provider-key', because),
  },
];

export const backup: Service = {
  name: 'backup',
  types: {
    cloudformation: [
      'AWS::Backup::BackupPlan',
      'AWS::Backup::BackupSelection',
      'AWS::Backup::BackupVault',
      'AWS::Backup::Framework',
      'AWS::Backup::LogicallyAirGappedBackupVault',
      'AWS::Backup::ReportPlan',
      'AWS::Backup::RestoreTestingPlan',
      'AWS::Backup::RestoreTestingSelection',
    ],
    terraform: [
      'aws_backup_framework',
      'aws_backup_global_settings',
      'aws_backup_logically_air_gapped_vault',
      'aws_backup_plan',
      'aws_backup_region_settings',
      'aws_backup_report_plan',
      'aws_backup_restore_testing_plan',
      'aws_backup_restore_testing_selection',
      'aws_backup_selection',
      'aws_backup_vault',
      'aws_backup_vault_lock_configuration',
      'aws_backup_vault_notifications',
      'aws_backup_vault_policy',
    ],
  },
  *facts(resource, graph) {
    yield* encryptedStoreFacts(resource, graph, stores);
    yield* backupFacts(resource, graph);
  },
};
