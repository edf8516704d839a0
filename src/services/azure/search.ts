import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { map } from '../../model/value';
import type { Service } from '../service';
import { platformFacts, type PlatformShape } from './platform-facts';
import { at, storedFact, switched } from './platform-service';

const search: PlatformShape = {
  noun: 'search service',
  door: ['public_network_access_enabled'],
  isStore: true,
  addresses: ['allowed_ips'],
  network: [],
  hasIdentity: true,
  isLogged: true,
};

export const aiSearch: Service = {
  name: 'azure-search',
  types: { terraform: ['azurerm_search_service', 'azurerm_search_shared_private_link_service'] },
  facts: (resource, graph) => (resource.type === 'azurerm_search_service' ? searchFacts(resource, graph) : []),
};

/**
 * Keys alone are accepted unless told otherwise; with a mode for refusals, identities are as well. A key of one's own is
 * named index by index; the service can insist on one.
 *
 * @see https://learn.microsoft.com/azure/search/search-security-enable-roles
 * @see https://learn.microsoft.com/azure/search/search-security-manage-encryption-keys
 */
function* searchFacts(service: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: search.noun, subject: service };
  yield* platformFacts(search, service, graph);
  const enforced = switched(service, ['customer_managed_key_enforcement_enabled'], false, 'no unless told otherwise');
  const stored = storedFact(about);
  yield {
    ...stored,
    encryption: map(enforced.state === 'unknown' ? { ...enforced, among: [true, false] } : enforced, (on) =>
      on ? ('customer-key' as const) : ('provider-key' as const),
    ),
  };
  const local = switched(service, ['local_authentication_enabled'], true, 'keys are accepted unless told otherwise');
  const mode = at(service, 'authentication_failure_mode').present();
  yield {
    kind: 'local-auth',
    cloudIdentity: settledTruth(
      any(
        is(local, (on) => !on, 'identities alone'),
        is(mode, (set) => set, 'identities beside keys'),
      ),
      mode.at,
    ),
    refused: map(local, (on) => !on),
    ...about,
  };
}
