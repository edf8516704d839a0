import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { all, is, not, settledTruth } from '../../model/truth';
import { map, otherwise, type Settled } from '../../model/value';
import type { Service } from '../service';
import { platformFacts, type PlatformShape } from './platform-facts';
import { at, switched, type About } from './platform-service';

/** @see https://learn.microsoft.com/azure/backup/backup-azure-recovery-services-vault-overview */
const recoveryVault: PlatformShape = {
  noun: 'Recovery Services vault',
  keys: ['encryption.key_id'],
  twice: ['encryption.infrastructure_encryption_enabled'],
  door: ['public_network_access_enabled'],
  hasIdentity: true,
};

const backupVault: PlatformShape = {
  noun: 'Backup vault',
  keyBeside: {
    types: ['azurerm_data_protection_backup_vault_customer_managed_key'],
    owner: 'data_protection_backup_vault_id',
    keys: ['key_vault_key_id'],
  },
  hasIdentity: true,
};

const machines = ['azurerm_linux_virtual_machine', 'azurerm_virtual_machine', 'azurerm_windows_virtual_machine'];

/** Instances, fabrics and mappings belong to vaults, and mean nothing by themselves. */
export const azureBackup: Service = {
  name: 'azure-backup',
  types: {
    terraform: [
      'azurerm_backup_container_storage_account',
      'azurerm_backup_policy_file_share',
      'azurerm_backup_policy_vm',
      'azurerm_backup_policy_vm_workload',
      'azurerm_backup_protected_file_share',
      'azurerm_backup_protected_vm',
      'azurerm_data_protection_backup_instance_blob_storage',
      'azurerm_data_protection_backup_instance_data_lake_storage',
      'azurerm_data_protection_backup_instance_disk',
      'azurerm_data_protection_backup_instance_kubernetes_cluster',
      'azurerm_data_protection_backup_instance_mysql_flexible_server',
      'azurerm_data_protection_backup_instance_postgresql',
      'azurerm_data_protection_backup_instance_postgresql_flexible_server',
      'azurerm_data_protection_backup_policy_blob_storage',
      'azurerm_data_protection_backup_policy_data_lake_storage',
      'azurerm_data_protection_backup_policy_disk',
      'azurerm_data_protection_backup_policy_kubernetes_cluster',
      'azurerm_data_protection_backup_policy_mysql_flexible_server',
      'azurerm_data_protection_backup_policy_postgresql',
      'azurerm_data_protection_backup_policy_postgresql_flexible_server',
      'azurerm_data_protection_backup_vault',
      'azurerm_data_protection_backup_vault_customer_managed_key',
      'azurerm_data_protection_resource_guard',
      'azurerm_recovery_services_vault',
      'azurerm_recovery_services_vault_resource_guard_association',
      'azurerm_site_recovery_fabric',
      'azurerm_site_recovery_hyperv_network_mapping',
      'azurerm_site_recovery_hyperv_replication_policy',
      'azurerm_site_recovery_hyperv_replication_policy_association',
      'azurerm_site_recovery_network_mapping',
      'azurerm_site_recovery_protection_container',
      'azurerm_site_recovery_protection_container_mapping',
      'azurerm_site_recovery_replicated_vm',
      'azurerm_site_recovery_replication_policy',
      'azurerm_site_recovery_replication_recovery_plan',
      'azurerm_site_recovery_services_vault_hyperv_site',
      'azurerm_site_recovery_vmware_replicated_vm',
      'azurerm_site_recovery_vmware_replication_policy',
      'azurerm_site_recovery_vmware_replication_policy_association',
    ],
  },
  facts(resource, graph) {
    switch (resource.type) {
      case 'azurerm_backup_policy_file_share':
      case 'azurerm_backup_policy_vm':
        return policyFacts(resource);
      case 'azurerm_backup_protected_vm':
        return protectedFacts(resource, graph);
      case 'azurerm_data_protection_backup_vault':
        return backupVaultFacts(resource, graph);
      case 'azurerm_recovery_services_vault':
        return recoveryVaultFacts(resource, graph);
      default:
        return [];
    }
  },
};

/**
 * What is deleted from a vault can be had back for some days unless that is switched off; a locked vault keeps everything
 * for its time.
 *
 * @see https://learn.microsoft.com/azure/backup/secure-by-default
 * @see https://learn.microsoft.com/azure/backup/backup-azure-immutable-vault-concept
 */
function* recoveryVaultFacts(vault: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: recoveryVault.noun, subject: vault };
  yield* platformFacts(recoveryVault, vault, graph);
  const soft = switched(vault, ['soft_delete_enabled'], true, 'on unless told otherwise');
  yield { kind: 'deletion-protection', on: soft, ...about };
  yield lockFact(about);
  yield copyFact(about, 'storage_mode_type', 'GeoRedundant');
  yield restoreFact(about);
}

function* backupVaultFacts(vault: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: backupVault.noun, subject: vault };
  yield* platformFacts(backupVault, vault, graph);
  const soft = otherwise(at(vault, 'soft_delete').text(), 'On', 'on unless told otherwise');
  yield { kind: 'deletion-protection', on: map(soft, (word) => !/^off$/i.test(word)), ...about };
  yield lockFact(about);
  yield copyFact(about, 'redundancy', '');
  yield restoreFact(about);
}

const lockFact = (about: About): Fact => ({
  kind: 'immutability',
  locked: map(
    otherwise(at(about.subject, 'immutability').text(), 'Disabled', 'not locked unless told otherwise'),
    (word) => /^locked$/i.test(word),
  ),
  ...about,
});

/** Whether backups are kept in another region as well. */
const copyFact = (about: About, path: string, initial: string): Fact => ({
  kind: 'remote-copy',
  kept: map(otherwise(at(about.subject, path).text(), initial, 'as the provider says unless told otherwise'), (word) =>
    /^georedundant$/i.test(word),
  ),
  ...about,
});

/** Whether they can be had back from there before the region is declared lost. */
const restoreFact = (about: About): Fact => ({
  kind: 'redundancy',
  of: 'data',
  kept: switched(about.subject, ['cross_region_restore_enabled'], false, 'off unless told otherwise'),
  ...about,
});

/** How long a policy keeps what it makes every day. */
function* policyFacts(policy: Resource): Iterable<Fact> {
  const days = at(policy, 'retention_daily.count').number();
  if (days.state === 'absent') return;
  yield { noun: 'backup policy', subject: policy, kind: 'backup', kept: map(days, (count) => count > 0), days };
}

/**
 * A machine that is not managed here is backed up while its protection has not been stopped.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/backup_protected_vm
 */
function* protectedFacts(item: Resource, graph: ResourceGraph): Iterable<Fact> {
  const machine = graph.follow(at(item, 'source_vm_id'), machines);
  if (machine.state === 'linked' && machine.resource.mode === 'managed') return;
  yield { noun: 'protected virtual machine', subject: item, kind: 'backup', kept: isProtected(item) };
}

/** It has a policy, and nobody stopped it. */
function isProtected(item: Resource): Settled<boolean> {
  const state = otherwise(at(item, 'protection_state').text(), 'Protected', 'protected unless told otherwise');
  const policy = at(item, 'backup_policy_id').present();
  return settledTruth(
    all(
      is(policy, (set) => set, 'policy'),
      not(is(state, (word) => /^(protectionstopped|backupssuspended)$/i.test(word), 'state of the protection')),
    ),
    policy.at,
  );
}
