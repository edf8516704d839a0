import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { platformFacts, type PlatformShape } from './platform-facts';
import { at } from './platform-service';
import { connectionSecret } from './setting-secrets';

/** @see https://learn.microsoft.com/azure/data-factory/data-factory-private-link */
const factory: PlatformShape = {
  noun: 'data factory',
  keys: ['customer_managed_key_id'],
  keyBeside: {
    types: ['azurerm_data_factory_customer_managed_key'],
    owner: 'data_factory_id',
    keys: ['customer_managed_key_id'],
  },
  door: ['public_network_enabled'],
  network: ['managed_virtual_network_enabled'],
  hasIdentity: true,
};

/** What linked services sign in with where they use no managed identity. */
const secrets: readonly (readonly [name: string, path: string])[] = [
  ['password', 'password'],
  ['password', 'basic_authentication.password'],
  ['access token', 'access_token'],
  ['account key', 'account_key'],
  ['account key', 'storage_account_key'],
  ['key of a function', 'key'],
  ['key of a search service', 'search_service_key'],
  ['key of a service principal', 'service_principal_key'],
  ['passphrase', 'private_key_passphrase'],
  ['private key', 'private_key_content_base64'],
  ['signature', 'sas_uri'],
];

const connections = ['connection_string', 'connection_string_insecure'];

const linked = [
  'azure_blob_storage', 'azure_databricks', 'azure_file_storage', 'azure_function', 'azure_search', 'azure_sql_database',
  'azure_table_storage', 'cosmosdb', 'cosmosdb_mongoapi', 'data_lake_storage_gen2', 'key_vault', 'kusto', 'mysql', 'odata',
  'odbc', 'postgresql', 'sftp', 'snowflake', 'sql_managed_instance', 'sql_server', 'synapse', 'web',
].map((name) => `azurerm_data_factory_linked_service_${name}`); // prettier-ignore

const parts = [
  'credential_service_principal', 'credential_user_managed_identity', 'custom_dataset', 'customer_managed_key', 'data_flow',
  'dataset_azure_blob', 'dataset_azure_sql_table', 'dataset_binary', 'dataset_cosmosdb_sqlapi', 'dataset_delimited_text',
  'dataset_http', 'dataset_json', 'dataset_mysql', 'dataset_parquet', 'dataset_postgresql', 'dataset_snowflake',
  'dataset_sql_server_table', 'flowlet_data_flow', 'integration_runtime_azure', 'integration_runtime_azure_ssis',
  'integration_runtime_managed', 'integration_runtime_self_hosted', 'linked_custom_service', 'managed_private_endpoint',
  'pipeline', 'trigger_blob_event', 'trigger_custom_event', 'trigger_schedule', 'trigger_tumbling_window',
].map((name) => `azurerm_data_factory_${name}`); // prettier-ignore

/** Data sets, flows and triggers belong to factories, and mean nothing by themselves. */
export const dataFactory: Service = {
  name: 'data-factory',
  types: { terraform: ['azurerm_data_factory', ...linked, ...parts] },
  facts: (resource, graph) => {
    if (resource.type === 'azurerm_data_factory') return platformFacts(factory, resource, graph);
    return linked.includes(resource.type) ? linkFacts(resource) : [];
  },
};

function* linkFacts(link: Resource): Iterable<Fact> {
  yield* secretFacts(link, 'linked service of a data factory', [
    ...secrets.map(([name, path]) => [name, at(link, path)] as const),
    ...connections.flatMap((path) => connectionSecret(at(link, path))),
  ]);
}
