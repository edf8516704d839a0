import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { terraformSetting, terraformTable } from '../../support/terraform-rows';
import { passwordTable, platformTables } from './platform-tables';

const hubs = 'azurerm_eventhub_namespace';
const bus = 'azurerm_servicebus_namespace';
const topic = 'azurerm_eventgrid_topic';
const iot = 'azurerm_iothub';
const signalr = 'azurerm_signalr_service';

const rulesTable = (type: string, block: string) =>
  terraformTable(
    type,
    ['pass', 'others are kept out', { [block]: [{ default_action: 'Deny' }] }],
    ['fail', 'others are let in', { [block]: [{ default_action: 'Allow' }] }],
    ['undecided', 'it is settled at deployment', { [block]: [{ default_action: unknown }] }],
  );

export const eventHubsRows: ServiceRows = {
  service: 'event-hubs',
  controls: merged(
    platformTables({
      noun: 'Event Hubs namespace',
      type: hubs,
      keyBeside: ['azurerm_eventhub_namespace_customer_managed_key', 'eventhub_namespace_id', 'key_vault_key_ids'],
      door: ['public_network_access_enabled', false, true],
      localAuth: 'local_authentication_enabled',
      tls: ['minimum_tls_version', '1.2', '1.0'],
      hasIdentity: true,
      isLogged: true,
      isPlaced: true,
    }),
    {
      'front-private': { 'rules of an Event Hubs namespace': rulesTable(hubs, 'network_rulesets') },
      'administration-confined': {
        'authorization rule of a hub': terraformSetting(
          'azurerm_eventhub_authorization_rule',
          'manage',
          [false, true],
          'pass',
        ),
      },
    },
  ),
};

export const serviceBusRows: ServiceRows = {
  service: 'service-bus',
  controls: merged(
    platformTables({
      noun: 'Service Bus namespace',
      type: bus,
      key: 'customer_managed_key.key_vault_key_id',
      keyBeside: ['azurerm_servicebus_namespace_customer_managed_key', 'namespace_id', 'key_vault_key_id'],
      door: ['public_network_access_enabled', false, true],
      localAuth: 'local_auth_enabled',
      tls: ['minimum_tls_version', '1.2', '1.1'],
      hasIdentity: true,
      isLogged: true,
      isPlaced: true,
      twice: 'customer_managed_key.infrastructure_encryption_enabled',
    }),
    {
      'front-private': { 'rules of a Service Bus namespace': rulesTable(bus, 'network_rule_set') },
      'administration-confined': {
        'authorization rule of a namespace': terraformSetting(
          'azurerm_servicebus_namespace_authorization_rule',
          'manage',
          [false, true],
          'pass',
        ),
      },
    },
  ),
};

export const eventGridRows: ServiceRows = {
  service: 'event-grid',
  controls: merged(
    ...[topic, 'azurerm_eventgrid_domain'].map((type) =>
      platformTables({
        noun: type,
        type,
        door: ['public_network_access_enabled', false, true],
        localAuth: 'local_auth_enabled',
        hasIdentity: true,
        isPlaced: true,
      }),
    ),
    platformTables({
      noun: 'Event Grid namespace',
      type: 'azurerm_eventgrid_namespace',
      door: ['public_network_access', 'Disabled', 'Enabled'],
      hasIdentity: true,
    }),
    {
      'front-private': {
        'rules of an Event Grid topic': terraformTable(
          topic,
          ['pass', 'a few addresses are let in', { inbound_ip_rule: [{ ip_mask: '203.0.113.0/24' }] }],
          ['fail', 'every address is let in', { inbound_ip_rule: [{ ip_mask: '0.0.0.0/0' }] }],
          ['undecided', 'the rules are settled at deployment', { inbound_ip_rule: unknown }],
        ),
      },
    },
  ),
};

export const iotHubRows: ServiceRows = {
  service: 'iot-hub',
  controls: merged(
    platformTables({
      noun: 'IoT hub',
      type: iot,
      door: ['public_network_access_enabled', false, true],
      localAuth: 'local_authentication_enabled',
      tls: ['min_tls_version', '1.2', '1.0'],
      hasIdentity: true,
      isLogged: true,
    }),
    platformTables({
      noun: 'IoT provisioning service',
      type: 'azurerm_iothub_dps',
      door: ['public_network_access_enabled', false, true],
    }),
    {
      'front-private': { 'rules of an IoT hub': rulesTable(iot, 'network_rule_set') },
      'no-secret-in-clear': {
        'IoT hub': passwordTable(iot, 'file_upload.connection_string'),
        'endpoint of an IoT hub': passwordTable('azurerm_iothub_endpoint_eventhub', 'connection_string'),
      },
    },
  ),
};

const acl = (default_action: unknown, of: unknown = refer(), allowed_request_types: unknown = []) => {
  const properties = { signalr_service_id: of, default_action, public_network: [{ allowed_request_types }] };
  return system({}, { rules: { type: 'azurerm_signalr_service_network_acl', properties } });
};

export const signalrRows: ServiceRows = {
  service: 'signalr',
  controls: merged(
    ...[signalr, 'azurerm_web_pubsub'].map((type) =>
      platformTables({
        noun: type,
        type,
        door: ['public_network_access_enabled', false, true],
        localAuth: 'local_auth_enabled',
        hasIdentity: true,
        isPlaced: true,
      }),
    ),
    {
      'front-private': {
        'rules of a SignalR service': terraformTable(
          signalr,
          ['pass', 'others are kept out', acl('Deny')],
          ['fail', 'others are let in', acl('Allow')],
          ['undecided', 'nobody can tell whose rules they are', acl('Deny', unknown)],
          ['fail', 'clients of the public network are let in', acl('Deny', refer(), ['ClientConnection'])],
          ['undecided', 'which are let in is settled at deployment', acl('Deny', refer(), unknown)],
        ),
      },
      'local-auth-disabled': {
        'SignalR service': terraformSetting(signalr, 'aad_auth_enabled', [true, false], 'pass'),
      },
      'peers-authenticated': {
        'SignalR service': terraformSetting(signalr, 'tls_client_cert_enabled', [true, false], 'fail'),
      },
      'execution-logged': {
        'SignalR service': terraformSetting(signalr, 'connectivity_logs_enabled', [true, false], 'fail', {}, [
          'pass',
          'messages are recorded',
          { messaging_logs_enabled: true },
        ]),
      },
      'cross-origin-confined': {
        'SignalR service': terraformTable(
          signalr,
          ['fail', 'every site may call it', { cors: [{ allowed_origins: ['*'] }] }],
          ['pass', 'one site may', { cors: [{ allowed_origins: ['https://example.com'] }] }],
          ['undecided', 'it is settled at deployment', { cors: [{ allowed_origins: unknown }] }],
        ),
      },
    },
  ),
};
