import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { map, otherwise } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { authorizationFact } from './message-namespace';
import { crossOriginFacts, platformFacts, type PlatformShape } from './platform-facts';
import { endpointFact } from './platform-network';
import { at, storedFact } from './platform-service';

/** Platform services that are what their shape says, and no more. */
const shapes: Readonly<Record<string, PlatformShape>> = {
  azurerm_bot_channels_registration: {
    noun: 'bot',
    keys: ['cmk_key_vault_url'],
    door: ['public_network_access_enabled'],
    secrets: [['Application Insights API key', 'developer_app_insights_api_key']],
  },
  azurerm_bot_service_azure_bot: {
    noun: 'bot',
    keys: ['cmk_key_vault_key_url'],
    door: ['public_network_access_enabled'],
    localAuth: ['local_authentication_enabled'],
    secrets: [
      ['Application Insights API key', 'developer_app_insights_api_key'],
      ['key of LUIS', 'luis_key'],
    ],
  },
  azurerm_dashboard_grafana: {
    noun: 'Grafana workspace',
    door: ['public_network_access_enabled'],
    network: [],
    secrets: [['password for sending mail', 'smtp.password']],
    hasIdentity: true,
  },
  azurerm_elastic_san_volume_group: {
    noun: 'volume group of an elastic SAN',
    keys: ['encryption.key_vault_key_id'],
  },
  azurerm_healthcare_dicom_service: {
    noun: 'DICOM service',
    keys: ['encryption_key_url'],
    door: ['public_network_access_enabled'],
  },
  azurerm_healthcare_fhir_service: { noun: 'FHIR service' },
  azurerm_healthcare_service: {
    noun: 'Healthcare service',
    keys: ['cosmosdb_key_vault_key_versionless_id'],
    door: ['public_network_access_enabled'],
    network: [],
  },
  azurerm_iotcentral_application: {
    noun: 'IoT Central application',
    door: ['public_network_access_enabled'],
    network: [],
  },
  azurerm_load_test: { noun: 'load test', keys: ['encryption.key_url'] },
  azurerm_maps_account: {
    noun: 'Maps account',
    localAuth: ['local_authentication_enabled'],
  },
  azurerm_notification_hub: {
    noun: 'notification hub',
    secrets: [
      ['token for Apple', 'apns_credential.token'],
      ['API key for Google', 'gcm_credential.api_key'],
      ['private key for browsers', 'browser_credential.vapid_private_key'],
    ],
  },
  azurerm_purview_account: { noun: 'Purview account', door: ['public_network_enabled'], network: [] },
};

const openShift = ['azurerm_redhat_openshift_cluster'];
const rules = [
  'azurerm_notification_hub_authorization_rule',
  'azurerm_relay_hybrid_connection_authorization_rule',
  'azurerm_relay_namespace_authorization_rule',
];

/**
 * Smaller platform services, each a type or two of the provider's. Namespaces and workspaces hold them together.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs
 */
export const platformApps: Service = {
  name: 'platform-apps',
  types: {
    terraform: [
      ...Object.keys(shapes),
      ...openShift,
      ...rules,
      'azurerm_elastic_san',
      'azurerm_elastic_san_volume',
      'azurerm_healthcare_workspace',
      'azurerm_notification_hub_namespace',
      'azurerm_relay_hybrid_connection',
      'azurerm_relay_namespace',
    ],
  },
  *facts(resource, graph) {
    const shape = shapes[resource.type];
    if (shape) yield* appFacts(shape, resource, graph);
    if (openShift.includes(resource.type)) yield* openShiftFacts(resource);
    if (rules.includes(resource.type)) yield authorizationFact(resource);
  },
};

function* appFacts(shape: PlatformShape, subject: Resource, graph: ResourceGraph): Iterable<Fact> {
  yield* platformFacts(shape, subject, graph);
  const about = { noun: shape.noun, subject };
  for (const rules of ['cors', 'cors_configuration'])
    yield* crossOriginFacts(about, at(subject, rules), 'allowed_origins');
}

/** @see https://learn.microsoft.com/azure/openshift/howto-create-private-cluster-4x */
function* openShiftFacts(subject: Resource): Iterable<Fact> {
  const about = { noun: 'OpenShift cluster', subject };
  yield storedFact(about, { keys: [at(subject, 'main_profile.disk_encryption_set_id')] });
  const visibility = (profile: string) =>
    map(
      otherwise(at(subject, `${profile}.visibility`).text(), 'Public', 'public unless told otherwise'),
      (word) => word.toLowerCase() === 'public',
    );
  yield endpointFact(about, 'store', visibility('api_server_profile'));
  yield endpointFact(about, 'front', visibility('ingress_profile'));
  yield* secretFacts(subject, about.noun, [
    ['client secret', at(subject, 'service_principal.client_secret')],
    ['pull secret', at(subject, 'cluster_profile.pull_secret')],
  ]);
}
