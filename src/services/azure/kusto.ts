import type { Service } from '../service';
import { platformFacts, type PlatformShape } from './platform-facts';

/**
 * Clusters are reached by Microsoft Entra identities alone, from everywhere unless told otherwise.
 *
 * @see https://learn.microsoft.com/azure/data-explorer/security-network-overview
 */
const kustoCluster: PlatformShape = {
  noun: 'Data Explorer cluster',
  keyBeside: {
    types: ['azurerm_kusto_cluster_customer_managed_key'],
    owner: 'cluster_id',
    keys: ['key_vault_id', 'managed_hsm_key_id'],
  },
  twice: ['double_encryption_enabled', 'disk_encryption_enabled'],
  door: ['public_network_access_enabled'],
  isStore: true,
  addresses: ['allowed_ip_ranges'],
  guards: ['virtual_network_configuration'],
  network: ['virtual_network_configuration'],
  outboundConfined: 'outbound_network_access_restricted',
  hasIdentity: true,
};

/** Databases, connections and assignments belong to clusters, and mean nothing by themselves. */
export const kusto: Service = {
  name: 'kusto',
  types: {
    terraform: [
      'azurerm_kusto_attached_database_configuration',
      'azurerm_kusto_cluster',
      'azurerm_kusto_cluster_customer_managed_key',
      'azurerm_kusto_cluster_managed_private_endpoint',
      'azurerm_kusto_cluster_principal_assignment',
      'azurerm_kusto_cosmosdb_data_connection',
      'azurerm_kusto_database',
      'azurerm_kusto_database_principal_assignment',
      'azurerm_kusto_eventgrid_data_connection',
      'azurerm_kusto_eventhub_data_connection',
      'azurerm_kusto_iothub_data_connection',
      'azurerm_kusto_script',
    ],
  },
  facts: (resource, graph) =>
    resource.type === 'azurerm_kusto_cluster' ? platformFacts(kustoCluster, resource, graph) : [],
};
