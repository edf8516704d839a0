import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { at } from './platform-service';

/** Where jobs keep what they sign in elsewhere with. */
const secrets: readonly (readonly [name: string, path: string])[] = [
  ['account key', 'account_key'],
  ['account key', 'job_storage_account.account_key'],
  ['password', 'password'],
  ['storage key', 'storage_account_key'],
  ['key of a policy', 'shared_access_policy_key'],
];

const keepers = [
  'azurerm_stream_analytics_job',
  'azurerm_stream_analytics_job_storage_account',
  'azurerm_stream_analytics_output_blob',
  'azurerm_stream_analytics_output_eventhub',
  'azurerm_stream_analytics_output_mssql',
  'azurerm_stream_analytics_output_servicebus_queue',
  'azurerm_stream_analytics_output_servicebus_topic',
  'azurerm_stream_analytics_output_synapse',
  'azurerm_stream_analytics_output_table',
  'azurerm_stream_analytics_reference_input_blob',
  'azurerm_stream_analytics_reference_input_mssql',
  'azurerm_stream_analytics_stream_input_blob',
  'azurerm_stream_analytics_stream_input_eventhub',
  'azurerm_stream_analytics_stream_input_eventhub_v2',
  'azurerm_stream_analytics_stream_input_iothub',
];

/** Jobs that compute on data of other stores: what is judged is what they sign in with. */
export const streamAnalytics: Service = {
  name: 'stream-analytics',
  types: {
    terraform: [
      ...keepers,
      // What a job runs, and where it sends results to without a secret.
      'azurerm_stream_analytics_cluster',
      'azurerm_stream_analytics_function_javascript_uda',
      'azurerm_stream_analytics_function_javascript_udf',
      'azurerm_stream_analytics_job_schedule',
      'azurerm_stream_analytics_managed_private_endpoint',
      'azurerm_stream_analytics_output_cosmosdb',
      'azurerm_stream_analytics_output_function',
      'azurerm_stream_analytics_output_powerbi',
    ],
  },
  facts: (resource) => (keepers.includes(resource.type) ? keeperFacts(resource) : []),
};

function* keeperFacts(keeper: Resource): Iterable<Fact> {
  yield* secretFacts(
    keeper,
    'Stream Analytics resource',
    secrets.map(([name, path]) => [name, at(keeper, path)] as const),
  );
}
