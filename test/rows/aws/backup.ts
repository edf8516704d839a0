import { policyTables } from '../../support/policy-rows';
import { refer, system, type ServiceRows } from '../../support/row';
import { keptStoreTables, merged } from '../../support/store-rows';

const types = { cloudformation: 'AWS::Backup::BackupVault', terraform: 'aws_backup_vault' };

export const backupRows: ServiceRows = {
  service: 'backup',
  controls: merged(
    keptStoreTables({
      ...types,
      noun: 'backup vault',
      inCloudformation: (key) => ({ EncryptionKeyArn: key }),
      inTerraform: (key) => ({ kms_key_arn: key }),
    }),
    keptStoreTables({
      noun: 'logically air-gapped backup vault',
      cloudformation: 'AWS::Backup::LogicallyAirGappedBackupVault',
      terraform: 'aws_backup_logically_air_gapped_vault',
      inCloudformation: (key) => ({ EncryptionKeyArn: key }),
      inTerraform: (key) => ({ encryption_key_arn: key }),
    }),
    policyTables({
      ...types,
      noun: 'backup vault',
      action: 'backup:CopyIntoBackupVault',
      inCloudformation: (document) => ({ AccessPolicy: document }),
      inTerraform: (document) =>
        system({ name: 'ours' }, { rules: { type: 'aws_backup_vault_policy', properties: { backup_vault_name: refer('it', 'name'), policy: document } } }), // prettier-ignore
      withoutPolicy: [{}, {}],
    }),
    policyTables({
      cloudformation: 'AWS::Backup::LogicallyAirGappedBackupVault',
      terraform: 'aws_backup_logically_air_gapped_vault',
      noun: 'logically air-gapped backup vault',
      action: 'backup:CopyFromBackupVault',
      inCloudformation: (document) => ({ AccessPolicy: document }),
      inTerraform: (document) =>
        system({ name: 'ours' }, { rules: { type: 'aws_backup_vault_policy', properties: { backup_vault_name: refer('it', 'name'), policy: document } } }), // prettier-ignore
      withoutPolicy: [{}, {}],
    }),
    policyTables({
      cloudformation: null,
      terraform: 'aws_backup_vault_policy',
      noun: 'policy of a vault elsewhere',
      action: 'backup:CopyIntoBackupVault',
      inTerraform: (document) => ({ backup_vault_name: 'elsewhere', policy: document }),
    }),
  ),
};
