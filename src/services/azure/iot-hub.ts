import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { platformFacts, type PlatformShape } from './platform-facts';
import { at } from './platform-service';

/**
 * Hubs accept nothing older than TLS 1.2 since 2025-08-31.
 *
 * @see https://learn.microsoft.com/azure/iot-hub/iot-hub-ip-filtering
 * @see https://learn.microsoft.com/azure/iot-hub/iot-hub-tls-support
 */
const hub: PlatformShape = {
  noun: 'IoT hub',
  door: ['public_network_access_enabled'],
  defaultAction: ['network_rule_set.default_action'],
  localAuth: ['local_authentication_enabled'],
  oldestTls: ['min_tls_version', '1.2'],
  secrets: [['connection string of the storage', 'file_upload.connection_string']],
  hasIdentity: true,
  isLogged: true,
};

/** Routes, endpoints and certificates belong to hubs, and mean nothing by themselves. */
export const iotHub: Service = {
  name: 'iot-hub',
  types: {
    terraform: [
      'azurerm_iothub',
      'azurerm_iothub_certificate',
      'azurerm_iothub_consumer_group',
      'azurerm_iothub_device_update_account',
      'azurerm_iothub_device_update_instance',
      'azurerm_iothub_dps',
      'azurerm_iothub_dps_certificate',
      'azurerm_iothub_dps_shared_access_policy',
      'azurerm_iothub_endpoint_cosmosdb_account',
      'azurerm_iothub_endpoint_eventhub',
      'azurerm_iothub_endpoint_servicebus_queue',
      'azurerm_iothub_endpoint_servicebus_topic',
      'azurerm_iothub_endpoint_storage_container',
      'azurerm_iothub_enrichment',
      'azurerm_iothub_fallback_route',
      'azurerm_iothub_file_upload',
      'azurerm_iothub_route',
      'azurerm_iothub_shared_access_policy',
    ],
  },
  facts(resource, graph) {
    if (resource.type === 'azurerm_iothub') return platformFacts(hub, resource, graph);
    if (resource.type === 'azurerm_iothub_dps') {
      const shape = { noun: 'IoT provisioning service', door: ['public_network_access_enabled'] } as const;
      return platformFacts(shape, resource, graph);
    }
    return secretFacts(resource, 'endpoint of an IoT hub', [
      ['connection string', at(resource, 'connection_string')],
      ['key', at(resource, 'primary_key')],
    ]);
  },
};
