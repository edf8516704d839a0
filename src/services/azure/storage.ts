import type { EncryptionState, Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, truth } from '../../model/truth';
import { chain, known, map, otherwise, unknown, type Settled } from '../../model/value';
import { eitherWay } from '../aws/key-custody';
import { itemsOf } from '../aws/items';
import type { Context, Service } from '../service';
import { storeFirewallFact } from './platform-network';
import { at, storedFact } from './platform-service';
import { accountFacts, accountOf, accountTypes, anonymousAllowed } from './storage-account';

const scopes = ['azurerm_storage_encryption_scope'];

/** Blobs, entities, queues and paths belong to what holds them; what moves data between stores holds none. */
export const storage: Service = {
  name: 'azure-storage',
  types: {
    terraform: [
      ...accountTypes,
      'azurerm_storage_account_customer_managed_key',
      'azurerm_storage_account_local_user',
      'azurerm_storage_account_network_rules',
      'azurerm_storage_account_queue_properties',
      'azurerm_storage_account_static_website',
      'azurerm_storage_blob',
      'azurerm_storage_blob_inventory_policy',
      'azurerm_storage_container',
      'azurerm_storage_container_immutability_policy',
      'azurerm_storage_data_lake_gen2_filesystem',
      'azurerm_storage_data_lake_gen2_path',
      'azurerm_storage_encryption_scope',
      'azurerm_storage_management_policy',
      'azurerm_storage_mover',
      'azurerm_storage_mover_agent',
      'azurerm_storage_mover_job_definition',
      'azurerm_storage_mover_project',
      'azurerm_storage_mover_source_endpoint',
      'azurerm_storage_mover_target_endpoint',
      'azurerm_storage_object_replication',
      'azurerm_storage_queue',
      'azurerm_storage_share',
      'azurerm_storage_share_directory',
      'azurerm_storage_share_file',
      'azurerm_storage_sync',
      'azurerm_storage_sync_cloud_endpoint',
      'azurerm_storage_sync_group',
      'azurerm_storage_sync_server_endpoint',
      'azurerm_storage_table',
      'azurerm_storage_table_entity',
    ],
  },
  facts(resource, graph, context) {
    switch (resource.type) {
      case 'azurerm_storage_account':
        return accountFacts(resource, graph, context);
      case 'azurerm_storage_account_local_user':
        return localUserFacts(resource);
      case 'azurerm_storage_account_network_rules':
        return lonelyRulesFacts(resource, graph);
      case 'azurerm_storage_container':
        return containerFacts(resource, graph, context);
      case 'azurerm_storage_container_immutability_policy':
        return immutabilityFacts(resource);
      case 'azurerm_storage_data_lake_gen2_filesystem':
        return scopedFacts(resource, 'data lake file system', at(resource, 'default_encryption_scope'), graph);
      case 'azurerm_storage_encryption_scope':
        return scopeFacts(resource);
      case 'azurerm_storage_queue':
        return partFacts(resource, 'storage queue', 'queue_encryption_key_type', graph);
      case 'azurerm_storage_share':
        return shareFacts(resource);
      case 'azurerm_storage_sync':
        return syncFacts(resource);
      case 'azurerm_storage_table':
        return tableFacts(resource, graph);
      default:
        return [];
    }
  },
};

/**
 * A container is private unless told otherwise; what is told has no effect where the account refuses it.
 *
 * @see https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-configure
 */
function* containerFacts(container: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const about = { noun: 'storage container', subject: container };
  const written = otherwise(at(container, 'container_access_type').text(), 'private', 'private unless told otherwise');
  const account = accountOf(container, graph);
  const allowed = account?.mode === 'managed' ? anonymousAllowed(account, context) : undefined;
  yield {
    kind: 'public-switch',
    public: settledTruth(
      all(
        not(is(written, (access) => access.toLowerCase() === 'private', 'access without signing in')),
        ...(allowed ? [is(allowed, (on) => on, 'public containers in the account')] : []),
      ),
      written.at,
    ),
    ...about,
  };
  yield* scopedFacts(container, about.noun, at(container, 'default_encryption_scope'), graph);
}

/** A scope of one's own has a key of its own; without one, the account's key holds, and the account answers for it. */
function* scopedFacts(part: Resource, noun: string, scope: Property, graph: ResourceGraph): Iterable<Fact> {
  const set = scope.present();
  if (set.state === 'known' && !set.value) return;
  const link = graph.follow(scope, scopes);
  const encryption: Settled<EncryptionState> =
    link.state === 'linked'
      ? scopeKey(link.resource)
      : unknown('the encryption scope is not in sight', scope.at, ['customer-key', 'provider-key']);
  yield { noun, subject: part, kind: 'storage-at-rest', encryption };
}

const scopeKey = (scope: Resource): Settled<EncryptionState> =>
  map(
    otherwise(at(scope, 'source').text(), 'Microsoft.Storage', 'keys of Microsoft unless told otherwise'),
    (source) => (source.toLowerCase() === 'microsoft.keyvault' ? 'customer-key' : 'provider-key'),
  );

function* scopeFacts(scope: Resource): Iterable<Fact> {
  const encryption = scopeKey(scope);
  yield {
    noun: 'encryption scope',
    subject: scope,
    kind: 'storage-at-rest',
    encryption: encryption.state === 'known' ? encryption : { ...encryption, among: ['customer-key', 'provider-key'] },
    twice: otherwise(at(scope, 'infrastructure_encryption_required').flag(), false, 'once unless told otherwise'),
  };
}

/**
 * Queues and tables have the account's own key only where the account says so when it is made.
 *
 * @see https://learn.microsoft.com/azure/storage/common/account-encryption-key-create
 */
function* partFacts(part: Resource, noun: string, switchName: string, graph: ResourceGraph): Iterable<Fact> {
  const account = accountOf(part, graph);
  if (!account || account.mode === 'data') return;
  const companions = graph.companions(account, ['azurerm_storage_account_customer_managed_key'], 'storage_account_id');
  const keys = ['key_vault_key_id', 'managed_hsm_key_id'].map((key) => at(account, `customer_managed_key.${key}`));
  const fact = storedFact({ noun, subject: part }, { keys, companions });
  const type = otherwise(at(account, switchName).text(), 'Service', 'keys of the service unless told otherwise');
  const covered = eitherWay(map(type, (word) => word.toLowerCase() === 'account'));
  yield {
    ...fact,
    encryption: chain(covered, (on): Settled<EncryptionState> =>
      on ? fact.encryption : known('provider-key', type.at, 'the key of the account does not cover it'),
    ),
    related: [account],
  };
}

function* tableFacts(table: Resource, graph: ResourceGraph): Iterable<Fact> {
  yield* partFacts(table, 'storage table', 'table_encryption_key_type', graph);
  yield* sharedPolicyFacts(table, 'storage table');
}

/**
 * A share for NFS is not encrypted on the way unless its clients ask for it; one for SMB is.
 *
 * @see https://learn.microsoft.com/azure/storage/files/storage-files-planning#encryption-in-transit
 */
function* shareFacts(share: Resource): Iterable<Fact> {
  const about = { noun: 'file share', subject: share };
  const protocol = otherwise(at(share, 'enabled_protocol').text(), 'SMB', 'SMB unless told otherwise');
  yield {
    kind: 'transit-enforcement',
    enforced: map(protocol, (name) => name.toUpperCase() !== 'NFS'),
    ...about,
  };
  yield* sharedPolicyFacts(share, about.noun);
}

/**
 * Stored access policies: whoever holds a signature made with one may do what it says. With every permission, that is all.
 *
 * @see https://learn.microsoft.com/rest/api/storageservices/define-stored-access-policy
 */
function* sharedPolicyFacts(part: Resource, noun: string): Iterable<Fact> {
  for (const entry of itemsOf(at(part, 'acl')))
    for (const policy of itemsOf(entry.get('access_policy')))
      yield {
        noun,
        subject: part,
        kind: 'administration',
        unlimited: map(otherwise(policy.get('permissions').text(), '', 'no permission'), grantsEverything),
      };
}

/** `r`ead and `w`rite or `a`dd and `u`pdate, and `d`elete. */
const grantsEverything = (letters: string): boolean =>
  letters.includes('r') && letters.includes('d') && (letters.includes('w') || /a.*u|u.*a/.test(letters));

/** @see https://learn.microsoft.com/azure/storage/blobs/immutable-policy-configure-container-scope */
function* immutabilityFacts(policy: Resource): Iterable<Fact> {
  yield {
    noun: 'immutability policy',
    subject: policy,
    kind: 'immutability',
    locked: otherwise(at(policy, 'locked').flag(), false, 'not locked unless told otherwise'),
  };
}

function* localUserFacts(user: Resource): Iterable<Fact> {
  const about = { noun: 'local user of a storage account', subject: user };
  yield {
    kind: 'credential',
    longLived: settledTruth(
      any(
        truth(false, user.properties.at, 'no password and no key'),
        ...['ssh_password_enabled', 'ssh_key_enabled'].map((key) =>
          is(otherwise(at(user, key).flag(), false, 'off unless told otherwise'), (on) => on, key),
        ),
      ),
      user.properties.at,
    ),
    ...about,
  };
}

/** Network rules of an account that is not managed here answer for themselves. */
function* lonelyRulesFacts(rules: Resource, graph: ResourceGraph): Iterable<Fact> {
  const account = graph.follow(at(rules, 'storage_account_id'), accountTypes);
  if (account.state === 'linked' && account.resource.mode === 'managed') return;
  const open = known(true, rules.properties.at, 'rules are written for an open door');
  yield storeFirewallFact({ noun: 'network rules of a storage account', subject: rules }, open, {
    defaultAction: [at(rules, 'default_action')],
    addresses: [at(rules, 'ip_rules')],
  });
}

/** @see https://learn.microsoft.com/azure/storage/file-sync/file-sync-networking-endpoints */
function* syncFacts(sync: Resource): Iterable<Fact> {
  const policy = at(sync, 'incoming_traffic_policy');
  const word = otherwise(policy.text(), 'AllowAllTraffic', 'all traffic is let in unless told otherwise');
  const open = map(word, (text) => text.toLowerCase() !== 'allowvirtualnetworksonly');
  yield storeFirewallFact({ noun: 'storage sync service', subject: sync }, open);
}
