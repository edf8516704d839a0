import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { map } from '../../model/value';
import { itemsOf } from '../aws/items';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { endpointFact, placementFact } from './platform-network';
import { at, storedFact, switched, tlsFact, type About } from './platform-service';

/**
 * HDInsight: clusters of machines for open-source analytics.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/hdinsight_kafka_cluster
 * @see https://learn.microsoft.com/azure/hdinsight/disk-encryption
 * @see https://learn.microsoft.com/azure/hdinsight/transport-layer-security
 */
export const hdinsight: Service = {
  name: 'hdinsight',
  types: {
    terraform: [
      'azurerm_hdinsight_hadoop_cluster',
      'azurerm_hdinsight_hbase_cluster',
      'azurerm_hdinsight_interactive_query_cluster',
      'azurerm_hdinsight_kafka_cluster',
      'azurerm_hdinsight_spark_cluster',
    ],
  },
  facts: (cluster, graph) => clusterFacts({ noun: 'HDInsight cluster', subject: cluster }, graph),
};

function* clusterFacts(about: About, graph: ResourceGraph): Iterable<Fact> {
  const { subject } = about;
  const host = switched(subject, ['disk_encryption.encryption_at_host_enabled'], false, 'off unless told otherwise');
  yield { ...storedFact(about, { keys: [at(subject, 'disk_encryption.key_vault_key_id')] }), twice: host };
  yield tlsFact(about, at(subject, 'tls_min_version'), '1.2');
  const inside = at(subject, 'encryption_in_transit_enabled').flag();
  // Only some kinds of cluster have the switch.
  if (inside.state !== 'absent') yield { kind: 'backend-transit', plaintext: map(inside, (on) => !on), ...about };
  const hidden = switched(
    subject,
    ['network.private_link_enabled'],
    false,
    'reached at a public address unless told otherwise',
  );
  yield endpointFact(
    about,
    'front',
    map(hidden, (on) => !on),
  );
  yield placementFact(about, graph, [at(subject, 'roles.head_node.subnet_id')]);
  const logs = ['monitor', 'extension'].map((block) => is(at(subject, block).present(), (set) => set, 'log'));
  yield { kind: 'audit-log', scope: 'execution', kept: settledTruth(any(...logs), subject.properties.at), ...about };
  yield* secretFacts(subject, about.noun, secretsOf(subject));
}

const nodes = ['head_node', 'worker_node', 'zookeeper_node', 'edge_node', 'kafka_management_node'];

const secretsOf = (cluster: Resource) => [
  ['password of the gateway', at(cluster, 'gateway.password')] as const,
  ...nodes.map((node) => ['password of the nodes', at(cluster, `roles.${node}.password`)] as const),
  ...['ambari', 'hive', 'oozie'].map(
    (store) => ['password of a metastore', at(cluster, `metastores.${store}.password`)] as const,
  ),
  ...itemsOf(at(cluster, 'storage_account')).map(
    (account) => ['key of the storage account', account.get('storage_account_key')] as const,
  ),
  ['key of the log workspace', at(cluster, 'monitor.primary_key')] as const,
  ['key of the log workspace', at(cluster, 'extension.primary_key')] as const,
  ['password of the domain user', at(cluster, 'security_profile.domain_user_password')] as const,
];
