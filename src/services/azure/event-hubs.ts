import type { Service } from '../service';
import { namespaceFacts, namespaceShape } from './message-namespace';
import type { PlatformShape } from './platform-facts';

/** @see https://learn.microsoft.com/azure/event-hubs/network-security */
const eventHubNamespace: PlatformShape = {
  noun: 'Event Hubs namespace',
  keyBeside: {
    types: ['azurerm_eventhub_namespace_customer_managed_key'],
    owner: 'eventhub_namespace_id',
    keys: ['key_vault_key_ids'],
  },
  defaultAction: ['network_rulesets.default_action'],
  localAuth: ['local_authentication_enabled'],
  ...namespaceShape,
};

/** Hubs, groups and rules belong to namespaces, and mean nothing by themselves. */
export const eventHubs: Service = {
  name: 'event-hubs',
  types: {
    terraform: [
      'azurerm_eventhub',
      'azurerm_eventhub_authorization_rule',
      'azurerm_eventhub_cluster',
      'azurerm_eventhub_consumer_group',
      'azurerm_eventhub_namespace',
      'azurerm_eventhub_namespace_authorization_rule',
      'azurerm_eventhub_namespace_customer_managed_key',
      'azurerm_eventhub_namespace_disaster_recovery_config',
      'azurerm_eventhub_namespace_schema_group',
    ],
  },
  facts: (resource, graph) => namespaceFacts(resource, graph, 'azurerm_eventhub_namespace', eventHubNamespace),
};
