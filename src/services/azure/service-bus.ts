import type { Service } from '../service';
import { namespaceFacts, namespaceShape } from './message-namespace';
import type { PlatformShape } from './platform-facts';

/** @see https://learn.microsoft.com/azure/service-bus-messaging/network-security */
const serviceBusNamespace: PlatformShape = {
  noun: 'Service Bus namespace',
  keys: ['customer_managed_key.key_vault_key_id'],
  keyBeside: {
    types: ['azurerm_servicebus_namespace_customer_managed_key'],
    owner: 'namespace_id',
    keys: ['key_vault_key_id'],
  },
  twice: ['customer_managed_key.infrastructure_encryption_enabled'],
  defaultAction: ['network_rule_set.default_action'],
  localAuth: ['local_auth_enabled'],
  ...namespaceShape,
};

/** Queues, topics and rules belong to namespaces, and mean nothing by themselves. */
export const serviceBus: Service = {
  name: 'service-bus',
  types: {
    terraform: [
      'azurerm_servicebus_namespace',
      'azurerm_servicebus_namespace_authorization_rule',
      'azurerm_servicebus_namespace_customer_managed_key',
      'azurerm_servicebus_namespace_disaster_recovery_config',
      'azurerm_servicebus_namespace_network_rule_set',
      'azurerm_servicebus_queue',
      'azurerm_servicebus_queue_authorization_rule',
      'azurerm_servicebus_subscription',
      'azurerm_servicebus_subscription_rule',
      'azurerm_servicebus_topic',
      'azurerm_servicebus_topic_authorization_rule',
    ],
  },
  facts: (resource, graph) => namespaceFacts(resource, graph, 'azurerm_servicebus_namespace', serviceBusNamespace),
};
