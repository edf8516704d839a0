import type { Service } from '../service';
import { clusterAccessFacts } from './gke-access';
import { nodeFacts } from './gke-node';
import { clusterUpkeepFacts, poolUpkeepFacts } from './gke-upkeep';

export const gke: Service = {
  name: 'gke',
  types: { terraform: ['google_container_cluster', 'google_container_node_pool'] },
  *facts(resource, graph, context) {
    if (resource.type === 'google_container_cluster') {
      yield* clusterAccessFacts(resource);
      yield* clusterUpkeepFacts(resource, context);
    } else yield* poolUpkeepFacts(resource, graph, context);
    yield* nodeFacts(resource, graph);
  },
};
