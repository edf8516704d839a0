import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { is, not, settledTruth, some, type Truth } from '../../model/truth';
import { known, map, otherwise } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { addressRuleFacts, lonelyAddressRuleFacts, type AddressRules } from './address-rule';
import { doorShut, publicNetwork } from './platform-network';
import { at, storedFact } from './platform-service';

const clusters = ['azurerm_mongo_cluster'];
const rules: AddressRules = {
  types: ['azurerm_mongo_cluster_firewall_rule'],
  servers: clusters,
  server: ['mongo_cluster_id'],
  first: 'start_ip_address',
  last: 'end_ip_address',
  // A cluster listens at 10260, and speaks what MongoDB speaks at its own port.
  port: 27017,
};

/**
 * Azure DocumentDB, once Cosmos DB for MongoDB (vCore). Its firewall lets nobody in until a rule says so.
 *
 * @see https://learn.microsoft.com/azure/documentdb/security
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mongo_cluster
 */
export const mongoCluster: Service = {
  name: 'mongo-cluster',
  types: { terraform: [...clusters, ...rules.types, 'azurerm_mongo_cluster_user'] },
  *facts(resource, graph) {
    if (clusters.includes(resource.type)) yield* clusterFacts(resource, graph);
    if (rules.types.includes(resource.type))
      yield* lonelyAddressRuleFacts(resource, graph, rules, 'firewall rule of a MongoDB cluster');
  },
};

function* clusterFacts(cluster: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'MongoDB cluster', subject: cluster };
  yield storedFact(about, { keys: [at(cluster, 'customer_managed_key.key_vault_key_id')] });
  const door = 'public_network_access';
  const open = publicNetwork(cluster, [door]);
  yield doorShut(about, open, at(cluster, door));
  yield* addressRuleFacts(about, graph, rules, open);
  const ways = otherwise(at(cluster, 'authentication_methods').texts(), [known('NativeAuth', cluster.properties.at)], 'passwords unless told otherwise'); // prettier-ignore
  const accepts = (way: string): Truth => some(ways, (one) => is(one, (word) => word === way, 'method'), way);
  yield {
    kind: 'local-auth',
    cloudIdentity: settledTruth(accepts('MicrosoftEntraID'), ways.at),
    refused: settledTruth(not(accepts('NativeAuth')), ways.at),
    ...about,
  };
  yield* secretFacts(cluster, about.noun, [['administrator password', at(cluster, 'administrator_password')]]);
  yield {
    kind: 'redundancy',
    of: 'data',
    kept: map(
      otherwise(at(cluster, 'high_availability_mode').text(), 'Disabled', 'no standby unless told otherwise'),
      (mode) => mode.toLowerCase() !== 'disabled',
    ),
    ...about,
  };
}
