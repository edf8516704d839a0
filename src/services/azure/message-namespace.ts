import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { otherwise } from '../../model/value';
import { platformFacts, type PlatformShape } from './platform-facts';
import { at } from './platform-service';

/* Services that pass messages on are called from wherever their senders are, like the queues of other providers. */

/** What namespaces of Event Hubs and Service Bus spell alike. */
export const namespaceShape = {
  door: ['public_network_access_enabled'],
  oldestTls: ['minimum_tls_version', '1.2'],
  network: [],
  hasIdentity: true,
  isLogged: true,
} as const;

/** A namespace; or a rule beside it, whose key may do everything where it may manage. */
export function* namespaceFacts(
  resource: Resource,
  graph: ResourceGraph,
  type: string,
  shape: PlatformShape,
): Iterable<Fact> {
  if (resource.type === type) yield* platformFacts(shape, resource, graph);
  if (resource.type.endsWith('_authorization_rule')) yield authorizationFact(resource);
}

export const authorizationFact = (rule: Resource): Fact => ({
  noun: 'authorization rule',
  subject: rule,
  kind: 'administration',
  unlimited: otherwise(at(rule, 'manage').flag(), false, 'no management unless told otherwise'),
});
