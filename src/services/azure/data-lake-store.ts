import type { EncryptionState, Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { all, is, settledTruth } from '../../model/truth';
import { known, map, otherwise } from '../../model/value';
import type { Service } from '../service';
import { addressRuleFacts, lonelyAddressRuleFacts, type AddressRules } from './address-rule';
import { at } from './platform-service';

const stores = ['azurerm_data_lake_store'];

const rules: AddressRules = {
  types: ['azurerm_data_lake_store_firewall_rule'],
  servers: stores,
  server: ['account_name'],
  first: 'start_ip_address',
  last: 'end_ip_address',
  port: 443,
};

/** The first generation of Data Lake Storage, which version 4 of the provider does not know any more. */
export const dataLakeStore: Service = {
  name: 'data-lake-store',
  types: {
    terraform: [
      'azurerm_data_lake_analytics_account',
      'azurerm_data_lake_analytics_firewall_rule',
      ...stores,
      'azurerm_data_lake_store_file',
      ...rules.types,
      'azurerm_data_lake_store_virtual_network_rule',
    ],
  },
  facts(resource, graph) {
    if (stores.includes(resource.type)) return storeFacts(resource, graph);
    return rules.types.includes(resource.type)
      ? lonelyAddressRuleFacts(resource, graph, rules, 'firewall rule of a data lake store')
      : [];
  },
};

/**
 * The one store of Azure whose encryption could be switched off when it was made.
 *
 * @see https://learn.microsoft.com/previous-versions/azure/data-lake-store/data-lake-store-encryption
 */
function* storeFacts(store: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'data lake store', subject: store };
  const state = otherwise(at(store, 'encryption_state').text(), 'Enabled', 'encrypted unless told otherwise');
  yield {
    kind: 'storage-at-rest',
    encryption: map(state, (word): EncryptionState => (/^disabled$/i.test(word) ? 'none' : 'provider-key')),
    ...about,
  };
  const firewall = otherwise(at(store, 'firewall_state').text(), 'Enabled', 'on unless told otherwise');
  const azure = otherwise(at(store, 'firewall_allow_azure_ips').text(), 'Enabled', 'let in unless told otherwise');
  yield { kind: 'public-endpoint', role: 'store', public: map(firewall, (word) => /^disabled$/i.test(word)), ...about };
  yield {
    kind: 'network-path',
    path: 'foreign',
    open: settledTruth(
      all(
        is(firewall, (word) => !/^disabled$/i.test(word), 'firewall'),
        is(azure, (word) => !/^disabled$/i.test(word), 'addresses of Azure'),
      ),
      azure.at,
    ),
    ...about,
  };
  for (const fact of addressRuleFacts(about, graph, rules, known(true, store.properties.at, 'it has no other door')))
    if (fact.kind === 'ingress-rule') yield fact;
}
