import { refer, system, unknown, type Properties, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { terraformSetting, terraformTable } from '../../support/terraform-rows';
import { addressRuleTables, passwordTable, platformTables } from './platform-tables';

const disk = 'azurerm_managed_disk';
const keySet = 'azurerm_disk_encryption_set';
const vault = 'azurerm_recovery_services_vault';
const backupVault = 'azurerm_data_protection_backup_vault';
const store = 'azurerm_app_configuration';
const volume = 'azurerm_netapp_volume';
const lake = 'azurerm_data_lake_store';

const withSet = (encryption_type: unknown) =>
  system({ disk_encryption_set_id: refer('keys') }, { keys: { type: keySet, properties: { encryption_type } } });

export const managedDiskRows: ServiceRows = {
  service: 'managed-disk',
  controls: merged(
    platformTables({
      noun: 'managed disk',
      type: disk,
      key: 'disk_encryption_set_id',
      door: ['public_network_access_enabled', false, true],
    }),
    platformTables({ noun: 'disk encryption set', type: keySet, key: 'key_vault_key_id' }),
    {
      'storage-encrypted': {
        'disk snapshot': terraformTable('azurerm_snapshot', ['pass', 'nothing is said', {}]),
      },
      'customer-managed-key': {
        'disk of a confidential machine': terraformTable(disk, [
          'pass',
          'a set of keys is named',
          { secure_vm_disk_encryption_set_id: 'keys' },
        ]),
      },
      'encrypted-twice': {
        'managed disk': terraformTable(
          disk,
          ['fail', 'nothing is said', {}],
          [
            'pass',
            'the machine encrypts it as well',
            { encryption_settings: [{ disk_encryption_key: [{ secret_url: 'secret' }] }] },
          ],
          ['fail', 'the machine does not', { encryption_settings: [{ enabled: false }] }],
          ['pass', 'its set has two keys', withSet('EncryptionAtRestWithPlatformAndCustomerKeys')],
          ['fail', 'its set has one key', withSet('EncryptionAtRestWithCustomerKey')],
          ['undecided', 'its set is not in sight', { disk_encryption_set_id: 'elsewhere' }],
        ),
        'disk encryption set': terraformSetting(
          keySet,
          'encryption_type',
          ['EncryptionAtRestWithPlatformAndCustomerKeys', 'EncryptionAtRestWithCustomerKey'],
          'fail',
        ),
      },
      'front-private': {
        'export of a disk': terraformSetting(disk, 'network_access_policy', ['DenyAll', 'AllowAll'], 'fail', {}, [
          'pass',
          'private access is named',
          { network_access_policy: 'AllowPrivate', disk_access_id: 'access' },
        ]),
      },
      'key-rotation': {
        'disk encryption set': terraformSetting(keySet, 'auto_key_rotation_enabled', [true, false], 'fail'),
      },
    },
  ),
};

export const azureBackupRows: ServiceRows = {
  service: 'azure-backup',
  controls: merged(
    platformTables({
      noun: 'Recovery Services vault',
      type: vault,
      key: 'encryption.key_id',
      door: ['public_network_access_enabled', false, true],
      hasIdentity: true,
      twice: 'encryption.infrastructure_encryption_enabled',
    }),
    platformTables({
      noun: 'Backup vault',
      type: backupVault,
      keyBeside: [
        'azurerm_data_protection_backup_vault_customer_managed_key',
        'data_protection_backup_vault_id',
        'key_vault_key_id',
      ],
      hasIdentity: true,
    }),
    {
      'deletion-protected': {
        'Recovery Services vault': terraformSetting(vault, 'soft_delete_enabled', [true, false], 'pass'),
        'Backup vault': terraformSetting(backupVault, 'soft_delete', ['AlwaysOn', 'Off'], 'pass'),
      },
      'copies-immutable': {
        'Recovery Services vault': terraformSetting(vault, 'immutability', ['Locked', 'Unlocked'], 'fail'),
        'Backup vault': terraformSetting(backupVault, 'immutability', ['Locked', 'Disabled'], 'fail'),
      },
      'copied-elsewhere': {
        'Recovery Services vault': terraformSetting(
          vault,
          'storage_mode_type',
          ['GeoRedundant', 'LocallyRedundant'],
          'pass',
        ),
        'Backup vault': terraformSetting(backupVault, 'redundancy', ['GeoRedundant', 'LocallyRedundant'], 'fail'),
      },
      'data-nodes-redundant': {
        'Recovery Services vault': terraformSetting(vault, 'cross_region_restore_enabled', [true, false], 'fail'),
      },
      'backup-kept': {
        'protected machine': terraformTable(
          'azurerm_backup_protected_vm',
          ['pass', 'it has a policy', { backup_policy_id: 'policy' }],
          ['fail', 'it has none', {}],
          ['fail', 'its protection was stopped', { backup_policy_id: 'policy', protection_state: 'ProtectionStopped' }],
          [
            'undecided',
            'its state is settled at deployment',
            { backup_policy_id: 'policy', protection_state: unknown },
          ],
        ),
        'backup policy': terraformSetting('azurerm_backup_policy_vm', 'retention_daily.count', [30, 0], 'silent'),
      },
      'backups-kept-a-week': {
        'backup policy': terraformSetting('azurerm_backup_policy_vm', 'retention_daily.count', [30, 3], 'silent'),
      },
    },
  ),
};

const reached = (properties: Properties) =>
  system(properties, {
    endpoint: {
      type: 'azurerm_private_endpoint',
      properties: { private_service_connection: [{ private_connection_resource_id: refer() }] },
    },
  });

export const appConfigurationRows: ServiceRows = {
  service: 'app-configuration',
  controls: merged(
    platformTables({
      noun: 'App Configuration store',
      type: store,
      key: 'encryption.key_vault_key_identifier',
      door: ['public_network_access', 'Disabled', 'Enabled'],
      isStore: true,
      localAuth: 'local_auth_enabled',
      hasIdentity: true,
      isPlaced: true,
    }),
    {
      'ingress-not-open': {
        'App Configuration store with a private endpoint': terraformTable(
          store,
          ['pass', 'nothing is said', reached({})],
          ['fail', 'the door is open all the same', reached({ public_network_access: 'Enabled' })],
        ),
      },
      'removal-guarded': {
        'App Configuration store': terraformSetting(store, 'purge_protection_enabled', [true, false], 'fail'),
      },
      'final-copy-kept': {
        'App Configuration store': terraformSetting(store, 'soft_delete_retention_days', [7, 0], 'pass'),
      },
      'no-secret-in-clear': {
        'App Configuration key': passwordTable('azurerm_app_configuration_key', 'value', { key: 'database:password' }),
        'key that is no secret': terraformTable('azurerm_app_configuration_key', [
          'silent',
          'it is called otherwise',
          { key: 'colour', value: 'blue' },
        ]),
      },
    },
  ),
};

export const netappRows: ServiceRows = {
  service: 'netapp',
  controls: merged(
    platformTables({
      noun: 'NetApp account',
      type: 'azurerm_netapp_account',
      keyBeside: ['azurerm_netapp_account_encryption', 'netapp_account_id', 'encryption_key'],
    }),
    {
      'customer-managed-key': {
        'NetApp volume': terraformSetting(
          volume,
          'encryption_key_source',
          ['Microsoft.KeyVault', 'Microsoft.NetApp'],
          'fail',
        ),
      },
      'storage-encrypted': {
        'NetApp volume': terraformTable(volume, [
          'pass',
          'whose key it is is settled at deployment',
          { encryption_key_source: unknown },
        ]),
      },
      'transit-enforced': {
        'NetApp volume': terraformSetting(volume, 'kerberos_enabled', [true, false], 'fail', {}, [
          'pass',
          'SMB is encrypted',
          { smb3_protocol_encryption_enabled: true },
        ]),
      },
      'endpoint-policy-confined': {
        'NetApp volume': terraformTable(
          volume,
          ['pass', 'nothing is said', {}],
          ['fail', 'every client may mount it', { export_policy_rule: [{ allowed_clients: ['0.0.0.0/0'] }] }],
          ['pass', 'a few clients may', { export_policy_rule: [{ allowed_clients: ['10.0.0.0/24'] }] }],
          ['undecided', 'who may is settled at deployment', { export_policy_rule: [{ allowed_clients: unknown }] }],
        ),
      },
      'backup-kept': {
        'NetApp volume': terraformTable(
          volume,
          ['fail', 'nothing is said', {}],
          [
            'pass',
            'snapshots are made by a policy',
            { data_protection_snapshot_policy: [{ snapshot_policy_id: 'policy' }] },
          ],
          ['undecided', 'it is settled at deployment', { data_protection_snapshot_policy: unknown }],
        ),
      },
      'copied-elsewhere': {
        'NetApp volume': terraformTable(
          volume,
          ['fail', 'nothing is said', {}],
          ['pass', 'it is replicated', { data_protection_replication: [{ remote_volume_location: 'westus' }] }],
          ['undecided', 'it is settled at deployment', { data_protection_replication: unknown }],
        ),
      },
      'no-secret-in-clear': {
        'NetApp account': passwordTable('azurerm_netapp_account', 'active_directory.password'),
      },
    },
  ),
};

export const dataLakeStoreRows: ServiceRows = {
  service: 'data-lake-store',
  controls: {
    'storage-encrypted': {
      'data lake store': terraformSetting(lake, 'encryption_state', ['Enabled', 'Disabled'], 'pass'),
    },
    'endpoint-not-public': {
      'data lake store': terraformSetting(lake, 'firewall_state', ['Enabled', 'Disabled'], 'pass'),
    },
    'network-account-confined': {
      'data lake store': terraformSetting(lake, 'firewall_allow_azure_ips', ['Disabled', 'Enabled'], 'fail'),
    },
    'ingress-not-open':
      addressRuleTables(
        ['data lake store', lake],
        ['azurerm_data_lake_store_firewall_rule', 'account_name', 'start_ip_address', 'end_ip_address'],
        { isAdministration: false },
      )['ingress-not-open'] ?? {},
  },
};
