import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { is, not } from '../../model/truth';
import { map, otherwise } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { platformFacts, type PlatformShape } from './platform-facts';
import { endpointFact, placementFact } from './platform-network';
import { at, identityFact, localAuthFact, switched } from './platform-service';

/** @see https://learn.microsoft.com/azure/machine-learning/how-to-network-security-overview */
const workspace: PlatformShape = {
  noun: 'Machine Learning workspace',
  keys: ['encryption.key_id'],
  door: ['public_network_access_enabled', 'public_network_access'],
  hasIdentity: true,
};

/** Data stores, projects and outbound rules belong to workspaces, and mean nothing by themselves. */
export const machineLearning: Service = {
  name: 'machine-learning',
  types: {
    terraform: [
      'azurerm_ai_foundry',
      'azurerm_ai_foundry_project',
      'azurerm_machine_learning_compute_cluster',
      'azurerm_machine_learning_compute_instance',
      'azurerm_machine_learning_datastore_blobstorage',
      'azurerm_machine_learning_datastore_datalake_gen2',
      'azurerm_machine_learning_datastore_fileshare',
      'azurerm_machine_learning_inference_cluster',
      'azurerm_machine_learning_synapse_spark',
      'azurerm_machine_learning_workspace',
      'azurerm_machine_learning_workspace_network_outbound_rule_fqdn',
      'azurerm_machine_learning_workspace_network_outbound_rule_private_endpoint',
      'azurerm_machine_learning_workspace_network_outbound_rule_service_tag',
    ],
  },
  facts(resource, graph) {
    switch (resource.type) {
      case 'azurerm_ai_foundry':
      case 'azurerm_machine_learning_workspace':
        return workspaceFacts(resource, graph);
      case 'azurerm_machine_learning_compute_cluster':
        return computeFacts(resource, 'Machine Learning cluster', graph);
      case 'azurerm_machine_learning_compute_instance':
        return computeFacts(resource, 'Machine Learning instance', graph);
      case 'azurerm_machine_learning_datastore_blobstorage':
      case 'azurerm_machine_learning_datastore_datalake_gen2':
      case 'azurerm_machine_learning_datastore_fileshare':
        return storeFacts(resource);
      default:
        return [];
    }
  },
};

function* workspaceFacts(subject: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: workspace.noun, subject };
  yield* platformFacts(workspace, subject, graph);
  const mode = otherwise(
    at(subject, 'managed_network.isolation_mode').text(),
    'Disabled',
    'none unless told otherwise',
  );
  yield placementFact(about, graph, [not(is(mode, (word) => word.toLowerCase() === 'disabled', 'managed network'))]);
  yield {
    kind: 'masking',
    on: switched(subject, ['high_business_impact', 'high_business_impact_enabled'], false, 'off unless told otherwise'),
    ...about,
  };
}

/**
 * Machines that people and jobs compute on: they have public addresses, and accept keys, unless told otherwise.
 *
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-secure-training-vnet
 */
function* computeFacts(subject: Resource, noun: string, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun, subject };
  const addresses = switched(subject, ['node_public_ip_enabled'], true, 'public addresses unless told otherwise');
  yield endpointFact(about, 'compute', addresses);
  const local = switched(subject, ['local_auth_enabled'], true, 'keys are accepted unless told otherwise');
  yield localAuthFact(
    about,
    map(local, (on) => !on),
  );
  yield placementFact(about, graph, [at(subject, 'subnet_resource_id')]);
  yield identityFact(about);
  yield* secretFacts(subject, noun, [['password of the administrator', at(subject, 'ssh.admin_password')]]);
}

function* storeFacts(store: Resource): Iterable<Fact> {
  yield* secretFacts(store, 'data store of Machine Learning', [
    ['account key', at(store, 'account_key')],
    ['signature', at(store, 'shared_access_signature')],
    ['secret of a client', at(store, 'client_secret')],
  ]);
}
