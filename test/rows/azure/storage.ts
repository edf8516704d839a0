import { refer, system, unknown, type Properties, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { terraformSetting, terraformTable } from '../../support/terraform-rows';
import { platformTables } from './platform-tables';

const account = 'azurerm_storage_account';
const container = 'azurerm_storage_container';
const rules = (properties: Properties) =>
  system({}, { rules: { type: 'azurerm_storage_account_network_rules', properties: { storage_account_id: refer(), ...properties } } }); // prettier-ignore
const beside = (type: string, properties: Properties = {}, of: unknown = refer()) =>
  system({}, { other: { type, properties: { storage_account_id: of, ...properties } } });
const inAccount = (of: Properties, it: Properties) =>
  system({ storage_account_id: refer('account'), ...it }, { account: { type: account, properties: of } });
const ownKey = { customer_managed_key: [{ key_vault_key_id: 'https://vault.vault.azure.net/keys/key' }] };
const ofBlobs = (name: string) => ({
  setting: {
    type: 'azurerm_monitor_diagnostic_setting',
    properties: {
      target_resource_id: `/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/${name}/blobServices/default`,
      enabled_log: [{ category: 'StorageRead' }],
    },
  },
});
const logged = { read: true, write: true, delete: true, version: '1.0' };

const partTable = (type: string, key: string) =>
  terraformTable(
    type,
    ['fail', 'its account has no key of its own', inAccount({}, {})],
    ['fail', 'the key of the account does not cover it', inAccount(ownKey, {})],
    ['pass', 'the key of the account covers it', inAccount({ ...ownKey, [key]: 'Account' }, {})],
    ['undecided', 'whether it is covered is settled at deployment', inAccount({ ...ownKey, [key]: unknown }, {})],
    ['silent', 'its account is not in sight', { storage_account_id: 'elsewhere' }],
  );

const scoped = (scope: Properties) =>
  system({ default_encryption_scope: refer('scope', 'name') }, { scope: { type: 'azurerm_storage_encryption_scope', properties: scope } }); // prettier-ignore
const scopeTable = (type: string) =>
  terraformTable(
    type,
    ['silent', 'no scope is named: the key of the account holds', {}],
    ['pass', 'its scope has a key of its own', scoped({ source: 'Microsoft.KeyVault' })],
    ['fail', 'its scope has a key of Microsoft', scoped({ source: 'Microsoft.Storage' })],
    ['undecided', 'its scope is not in sight', { default_encryption_scope: 'elsewhere' }],
  );

const policyTable = (type: string) =>
  terraformTable(
    type,
    ['silent', 'no policy is stored', {}],
    ['fail', 'a stored policy allows everything', { acl: [{ id: 'a', access_policy: [{ permissions: 'rwdl' }] }] }],
    ['pass', 'a stored policy allows to read', { acl: [{ id: 'a', access_policy: [{ permissions: 'r' }] }] }],
    ['undecided', 'what it allows is settled at deployment', { acl: [{ id: 'a', access_policy: [{ permissions: unknown }] }] }], // prettier-ignore
  );

export const storageRows: ServiceRows = {
  service: 'azure-storage',
  controls: merged(
    platformTables({
      noun: 'storage account',
      type: account,
      key: 'customer_managed_key.key_vault_key_id',
      keyBeside: ['azurerm_storage_account_customer_managed_key', 'storage_account_id', 'key_vault_key_id'],
      door: ['public_network_access_enabled', false, true],
      isStore: true,
      localAuth: 'shared_access_key_enabled',
      tls: ['min_tls_version', 'TLS1_2', 'TLS1_0'],
      twice: 'infrastructure_encryption_enabled',
      isPlaced: true,
    }),
    {
      'ingress-not-open': {
        'network rules of the account': terraformTable(
          account,
          ['pass', 'others are kept out', { network_rules: [{ default_action: 'Deny' }] }],
          ['fail', 'others are let in', { network_rules: [{ default_action: 'Allow', ip_rules: ['203.0.113.4'] }] }],
          ['fail', 'an address rule lets everybody in', { network_rules: [{ default_action: 'Deny', ip_rules: ['0.0.0.0/1', '128.0.0.0/1'] }] }], // prettier-ignore
          [
            'undecided',
            'the default action is settled at deployment',
            { network_rules: [{ default_action: unknown }] },
          ],
          ['pass', 'rules beside it keep others out', rules({ default_action: 'Deny' })],
          ['fail', 'rules beside it let others in', rules({ default_action: 'Allow' })],
          ['undecided', 'nobody can tell whose rules they are', beside('azurerm_storage_account_network_rules', { default_action: 'Deny' }, unknown)], // prettier-ignore
        ),
        'network rules of an account elsewhere': terraformTable(
          'azurerm_storage_account_network_rules',
          ['pass', 'others are kept out', { storage_account_id: 'elsewhere', default_action: 'Deny' }],
          ['fail', 'others are let in', { storage_account_id: 'elsewhere', default_action: 'Allow' }],
          ['undecided', 'it is settled at deployment', { storage_account_id: 'elsewhere', default_action: unknown }],
        ),
        'storage account, in words': terraformTable(
          account,
          ['pass', 'it is shut', { public_network_access: 'Disabled' }],
          ['pass', 'a perimeter guards it', { public_network_access: 'SecuredByPerimeter' }],
          ['fail', 'it is open', { public_network_access: 'Enabled' }],
        ),
        'storage sync service': terraformSetting('azurerm_storage_sync', 'incoming_traffic_policy', ['AllowVirtualNetworksOnly', 'AllowAllTraffic'], 'fail'), // prettier-ignore
      },
      'placed-in-network': {
        'subnets of a storage account': terraformTable(
          account,
          ['pass', 'a subnet is let in', { network_rules: [{ default_action: 'Deny', virtual_network_subnet_ids: ['subnet'] }] }], // prettier-ignore
          [
            'pass',
            'rules beside it let one in',
            rules({ default_action: 'Deny', virtual_network_subnet_ids: ['subnet'] }),
          ],
          ['undecided', 'the subnets are settled at deployment', { network_rules: [{ default_action: 'Deny', virtual_network_subnet_ids: unknown }] }], // prettier-ignore
        ),
      },
      'public-access-blocked': {
        'storage account': terraformSetting(account, 'allow_nested_items_to_be_public', [false, true], 'pass', {}, [
          'fail',
          'it is allowed in the spelling of version 2',
          { allow_blob_public_access: true },
        ]),
      },
      'public-access-block-explicit': {
        'storage account': terraformTable(
          account,
          ['fail', 'nothing is said', {}],
          ['pass', 'it is written', { allow_nested_items_to_be_public: false }],
          ['undecided', 'whether it is written is settled at deployment', { allow_nested_items_to_be_public: unknown }],
        ),
      },
      'transit-encrypted': {
        'storage account': terraformSetting(account, 'https_traffic_only_enabled', [true, false], 'pass', {}, [
          'fail',
          'it is off in the spelling of version 3',
          { enable_https_traffic_only: false },
        ]),
      },
      'local-secrets-refused': {
        'local users of an account': terraformTable(
          account,
          ['fail', 'local users come in by SFTP', { shared_access_key_enabled: false, sftp_enabled: true }],
          ['pass', 'local users are refused', { shared_access_key_enabled: false, sftp_enabled: true, local_user_enabled: false }], // prettier-ignore
          ['pass', 'there is no SFTP for them to come in by', { shared_access_key_enabled: false, local_user_enabled: true }], // prettier-ignore
          ['undecided', 'SFTP is settled at deployment', { shared_access_key_enabled: false, sftp_enabled: unknown }],
        ),
      },
      versioned: {
        'storage account': terraformTable(
          account,
          ['fail', 'nothing is said', {}],
          ['pass', 'versions are kept', { blob_properties: [{ versioning_enabled: true }] }],
          ['pass', 'deleted blobs are kept for some days', { blob_properties: [{ delete_retention_policy: [{}] }] }],
          ['fail', 'they are kept for no day', { blob_properties: [{ delete_retention_policy: [{ days: 0 }] }] }],
          ['undecided', 'it is settled at deployment', { blob_properties: [{ versioning_enabled: unknown }] }],
          ['silent', 'it holds files alone', { account_kind: 'FileStorage' }],
        ),
      },
      'final-copy-kept': {
        'storage account': terraformTable(
          account,
          ['fail', 'nothing is said', {}],
          ['pass', 'deleted containers are kept for some days', { blob_properties: [{ container_delete_retention_policy: [{ days: 7 }] }] }], // prettier-ignore
          ['undecided', 'for how long is settled at deployment', { blob_properties: [{ container_delete_retention_policy: [{ days: unknown }] }] }], // prettier-ignore
        ),
      },
      'copies-immutable': {
        'storage account': terraformTable(
          account,
          ['fail', 'nothing is said', {}],
          ['pass', 'its policy is locked', { immutability_policy: [{ state: 'Locked' }] }],
          ['fail', 'its policy can be taken away', { immutability_policy: [{ state: 'Unlocked' }] }],
          ['undecided', 'it is settled at deployment', { immutability_policy: [{ state: unknown }] }],
        ),
        'immutability policy': terraformSetting('azurerm_storage_container_immutability_policy', 'locked', [true, false], 'fail'), // prettier-ignore
      },
      'copied-elsewhere': {
        'storage account': terraformSetting(account, 'account_replication_type', ['GZRS', 'ZRS'], 'fail'),
      },
      'lifecycle-set': {
        'storage account': terraformTable(
          account,
          ['fail', 'nothing is said', {}],
          ['pass', 'a policy takes old blobs away', beside('azurerm_storage_management_policy')],
          ['undecided', 'nobody can tell whose policy it is', beside('azurerm_storage_management_policy', {}, unknown)],
        ),
      },
      'website-not-hosted': {
        'storage account': terraformTable(
          account,
          ['pass', 'nothing is said', {}],
          ['fail', 'it serves pages', { static_website: [{ index_document: 'index.html' }] }],
          ['fail', 'a resource beside it lets it serve pages', beside('azurerm_storage_account_static_website')],
          ['undecided', 'it is settled at deployment', { static_website: unknown }],
        ),
      },
      'cross-origin-confined': {
        'storage account': terraformTable(
          account,
          ['silent', 'nothing is said', {}],
          ['fail', 'every site may call it', { blob_properties: [{ cors_rule: [{ allowed_origins: ['*'] }] }] }],
          [
            'pass',
            'one site may',
            { blob_properties: [{ cors_rule: [{ allowed_origins: ['https://example.com'] }] }] },
          ],
          ['undecided', 'it is settled at deployment', { queue_properties: [{ cors_rule: [{ allowed_origins: unknown }] }] }], // prettier-ignore
        ),
      },
      'access-logged': {
        'storage account': terraformTable(
          account,
          ['fail', 'nothing is said', {}],
          ['pass', 'a diagnostic setting sends its log', system({}, { setting: { type: 'azurerm_monitor_diagnostic_setting', properties: { target_resource_id: refer(), enabled_log: [{ category: 'StorageRead' }] } } })], // prettier-ignore
          ['pass', 'one of its blobs does, by an id', system({ name: 'records' }, ofBlobs('records'))],
          ['fail', 'it is of the blobs of another account', system({ name: 'default' }, ofBlobs('records'))],
          ['pass', 'the analytics of its queues do', { queue_properties: [{ logging: [logged] }] }],
          ['fail', 'they leave reading out', { queue_properties: [{ logging: [{ ...logged, read: false }] }] }],
          ['pass', 'a resource beside it switches them on', beside('azurerm_storage_account_queue_properties', { logging: [logged] })], // prettier-ignore
          [
            'undecided',
            'it is settled at deployment',
            { queue_properties: [{ logging: [{ ...logged, read: unknown }] }] },
          ],
        ),
      },
      'storage-not-public': {
        'storage container': terraformSetting(
          container,
          'container_access_type',
          ['private', 'blob'],
          'pass',
          {},
          ['fail', 'lists of its blobs are public as well', { container_access_type: 'container' }],
          ['pass', 'its account refuses it', inAccount({ allow_nested_items_to_be_public: false }, { container_access_type: 'blob' })], // prettier-ignore
          ['fail', 'its account allows it', inAccount({ allow_nested_items_to_be_public: true }, { container_access_type: 'blob' })], // prettier-ignore
          ['undecided', 'what its account says is settled at deployment', inAccount({ allow_nested_items_to_be_public: unknown }, { container_access_type: 'blob' })], // prettier-ignore
        ),
      },
      'customer-managed-key': {
        'storage container': scopeTable(container),
        'data lake file system': scopeTable('azurerm_storage_data_lake_gen2_filesystem'),
        'encryption scope': terraformSetting('azurerm_storage_encryption_scope', 'source', ['Microsoft.KeyVault', 'Microsoft.Storage'], 'fail'), // prettier-ignore
        'storage queue': partTable('azurerm_storage_queue', 'queue_encryption_key_type'),
        'storage table': partTable('azurerm_storage_table', 'table_encryption_key_type'),
      },
      'storage-encrypted': {
        'encryption scope': terraformTable('azurerm_storage_encryption_scope', ['pass', 'its source is settled at deployment', { source: unknown }]), // prettier-ignore
        'storage queue': terraformTable('azurerm_storage_queue', ['pass', 'nothing is said', inAccount({}, {})]),
      },
      'encrypted-twice': {
        'encryption scope': terraformSetting('azurerm_storage_encryption_scope', 'infrastructure_encryption_required', [true, false], 'fail'), // prettier-ignore
      },
      'administration-confined': {
        'file share': policyTable('azurerm_storage_share'),
        'storage table': policyTable('azurerm_storage_table'),
      },
      'transit-enforced': {
        'file share': terraformSetting('azurerm_storage_share', 'enabled_protocol', ['SMB', 'NFS'], 'pass'),
      },
      'no-long-lived-credentials': {
        'local user': terraformSetting('azurerm_storage_account_local_user', 'ssh_password_enabled', [false, true], 'pass', {}, ['fail', 'it has a key', { ssh_key_enabled: true }]), // prettier-ignore
      },
    },
  ),
};
