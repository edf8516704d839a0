import { unknown, type ServiceRows, type Table } from '../../support/row';
import { merged } from '../../support/store-rows';
import { terraformSetting, terraformTable } from '../../support/terraform-rows';
import { passwordTable, platformTables } from './platform-tables';

const door = ['public_network_access_enabled', false, true] as const;
const openShift = 'azurerm_redhat_openshift_cluster';
const visible = (profile: string): Table =>
  terraformTable(
    openShift,
    ['fail', 'it is public', { [profile]: [{ visibility: 'Public' }] }],
    ['pass', 'it is private', { [profile]: [{ visibility: 'Private' }] }],
    ['undecided', 'that is settled at deployment', { [profile]: [{ visibility: unknown }] }],
  );
const callers = (type: string, block: string): Table =>
  terraformTable(
    type,
    ['silent', 'nothing is said', {}],
    ['fail', 'every site may call it', { [block]: [{ allowed_origins: ['*'] }] }],
    ['pass', 'one site may', { [block]: [{ allowed_origins: ['https://example.com'] }] }],
    ['undecided', 'that is settled at deployment', { [block]: [{ allowed_origins: unknown }] }],
  );
const keyed = (type: string, key: string): Table =>
  terraformTable(
    type,
    ['fail', 'nothing is said', {}],
    ['pass', 'it names a key', { encryption: [{ [key]: 'https://vault.vault.azure.net/keys/key' }] }],
    ['undecided', 'that is settled at deployment', { encryption: [{ [key]: unknown }] }],
  );

export const platformAppsRows: ServiceRows = {
  service: 'platform-apps',
  controls: merged(
    platformTables({
      noun: 'bot',
      type: 'azurerm_bot_service_azure_bot',
      key: 'cmk_key_vault_key_url',
      door,
      localAuth: 'local_authentication_enabled',
    }),
    platformTables({
      noun: 'registration of a bot',
      type: 'azurerm_bot_channels_registration',
      key: 'cmk_key_vault_url',
      door,
    }),
    platformTables({
      noun: 'Grafana workspace',
      type: 'azurerm_dashboard_grafana',
      door,
      hasIdentity: true,
      isPlaced: true,
    }),
    platformTables({
      noun: 'Healthcare service',
      type: 'azurerm_healthcare_service',
      key: 'cosmosdb_key_vault_key_versionless_id',
      door,
      isPlaced: true,
    }),
    platformTables({
      noun: 'DICOM service',
      type: 'azurerm_healthcare_dicom_service',
      key: 'encryption_key_url',
      door,
    }),
    platformTables({
      noun: 'IoT Central application',
      type: 'azurerm_iotcentral_application',
      door,
      isPlaced: true,
    }),
    platformTables({
      noun: 'Maps account',
      type: 'azurerm_maps_account',
      localAuth: 'local_authentication_enabled',
    }),
    platformTables({
      noun: 'Purview account',
      type: 'azurerm_purview_account',
      door: ['public_network_enabled', false, true],
      isPlaced: true,
    }),
    {
      'customer-managed-key': {
        'volume group of an elastic SAN': keyed('azurerm_elastic_san_volume_group', 'key_vault_key_id'),
        'load test': keyed('azurerm_load_test', 'key_url'),
        'OpenShift cluster': terraformTable(
          openShift,
          ['fail', 'nothing is said', {}],
          ['pass', 'its disks have a set of keys', { main_profile: [{ disk_encryption_set_id: 'set' }] }],
        ),
      },
      'cross-origin-confined': {
        'Maps account': callers('azurerm_maps_account', 'cors'),
        'FHIR service': callers('azurerm_healthcare_fhir_service', 'cors'),
        'Healthcare service': callers('azurerm_healthcare_service', 'cors_configuration'),
      },
      'administration-confined': {
        'rule of a relay': terraformSetting('azurerm_relay_namespace_authorization_rule', 'manage', [false, true], 'pass'),
        'rule of a notification hub': terraformSetting('azurerm_notification_hub_authorization_rule', 'manage', [false, true], 'pass'),
      }, // prettier-ignore
      'endpoint-not-public': { 'OpenShift cluster': visible('api_server_profile') },
      'front-private': { 'OpenShift cluster': visible('ingress_profile') },
      'no-secret-in-clear': {
        'Grafana workspace': passwordTable('azurerm_dashboard_grafana', 'smtp.password'),
        'notification hub': passwordTable('azurerm_notification_hub', 'gcm_credential.api_key'),
        'OpenShift cluster': passwordTable(openShift, 'service_principal.client_secret'),
      },
    },
  ),
};
