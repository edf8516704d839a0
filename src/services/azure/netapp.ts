import type { EncryptionState, Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { isOpenToInternet } from '../../model/cidr';
import { any, is, not, settledTruth, some, truth } from '../../model/truth';
import { map, otherwise } from '../../model/value';
import { itemsOf } from '../aws/items';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { at, storedFact, switched } from './platform-service';

/** Pools, snapshots and quotas belong to accounts and volumes, and mean nothing by themselves. */
export const netapp: Service = {
  name: 'netapp',
  types: {
    terraform: [
      'azurerm_netapp_account',
      'azurerm_netapp_account_encryption',
      'azurerm_netapp_backup_policy',
      'azurerm_netapp_backup_vault',
      'azurerm_netapp_pool',
      'azurerm_netapp_snapshot',
      'azurerm_netapp_snapshot_policy',
      'azurerm_netapp_volume',
      'azurerm_netapp_volume_group_oracle',
      'azurerm_netapp_volume_group_sap_hana',
      'azurerm_netapp_volume_quota_rule',
    ],
  },
  facts(resource, graph) {
    if (resource.type === 'azurerm_netapp_volume') return volumeFacts(resource);
    return resource.type === 'azurerm_netapp_account' ? accountFacts(resource, graph) : [];
  },
};

function* accountFacts(account: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'NetApp account', subject: account };
  const companions = graph.companions(account, ['azurerm_netapp_account_encryption'], 'netapp_account_id');
  yield storedFact(about, { companions, companionKeys: ['encryption_key'] });
  yield* secretFacts(account, about.noun, [['password of the directory', at(account, 'active_directory.password')]]);
}

/**
 * A volume stands in a subnet of one's own; its rules say which clients of the network may mount it.
 *
 * @see https://learn.microsoft.com/azure/azure-netapp-files/faq-security
 */
function* volumeFacts(volume: Resource): Iterable<Fact> {
  const about = { noun: 'NetApp volume', subject: volume };
  const source = map(
    otherwise(
      at(volume, 'encryption_key_source').text(),
      'Microsoft.NetApp',
      'keys of Microsoft unless told otherwise',
    ),
    (word): EncryptionState => (/keyvault/i.test(word) ? 'customer-key' : 'provider-key'),
  );
  yield {
    kind: 'storage-at-rest',
    encryption: source.state === 'known' ? source : { ...source, among: ['customer-key', 'provider-key'] },
    ...about,
  };
  yield* accessFacts(volume);
  const encrypted = ['kerberos_enabled', 'smb3_protocol_encryption_enabled'].map((key) =>
    is(switched(volume, [key], false, 'off unless told otherwise'), (on) => on, 'encryption on the way'),
  );
  yield { kind: 'transit-enforcement', enforced: settledTruth(any(...encrypted), volume.properties.at), ...about };
  const copies = ['data_protection_snapshot_policy', 'data_protection_backup_policy'].map((key) => at(volume, key));
  yield {
    kind: 'backup',
    ...about,
    kept: settledTruth(any(...copies.map((copy) => is(copy.present(), (set) => set, 'copies by policy'))), volume.properties.at), // prettier-ignore
  };
  yield { kind: 'remote-copy', kept: at(volume, 'data_protection_replication').present(), ...about };
}

/** One rule for every address lets in whoever is in the network. */
function* accessFacts(volume: Resource): Iterable<Fact> {
  const rules = itemsOf(at(volume, 'export_policy_rule'));
  const open = rules.map((rule) =>
    some(
      otherwise(rule.get('allowed_clients').texts(), [], 'no client'),
      (client) => is(client, (cidr) => isOpenToInternet([cidr]), 'clients'),
      'clients',
    ),
  );
  const { at: place } = at(volume, 'export_policy_rule');
  yield {
    noun: 'NetApp volume',
    subject: volume,
    kind: 'endpoint-policy',
    confined: settledTruth(not(any(truth(false, place, 'no rule for everybody'), ...open)), place),
  };
}
