import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { map, otherwise } from '../../model/value';
import { isSecretName } from '../aws/environment-secrets';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { platformFacts, type PlatformShape } from './platform-facts';
import { placementFact, publicNetwork, storeFirewallFact } from './platform-network';
import { at, switched, type About } from './platform-service';

const store: PlatformShape = {
  noun: 'App Configuration store',
  keys: ['encryption.key_vault_key_identifier'],
  localAuth: ['local_auth_enabled'],
  hasIdentity: true,
};

/** Features are switches of an application, and mean nothing by themselves. */
export const appConfiguration: Service = {
  name: 'app-configuration',
  types: {
    terraform: ['azurerm_app_configuration', 'azurerm_app_configuration_feature', 'azurerm_app_configuration_key'],
  },
  facts(resource, graph) {
    if (resource.type === 'azurerm_app_configuration') return storeFacts(resource, graph);
    return resource.type === 'azurerm_app_configuration_key' ? keyFacts(resource) : [];
  },
};

/**
 * A deleted store can be had back for some days, and be deleted for good before, unless purging is refused.
 *
 * @see https://learn.microsoft.com/azure/azure-app-configuration/concept-soft-delete
 */
function* storeFacts(subject: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: store.noun, subject };
  yield* platformFacts(store, subject, graph);
  yield* networkFacts(about, graph);
  yield {
    kind: 'deletion-protection',
    of: 'service',
    on: switched(subject, ['purge_protection_enabled'], false, 'purging is possible unless told otherwise'),
    ...about,
  };
  const days = otherwise(at(subject, 'soft_delete_retention_days').number(), 7, 'seven days unless told otherwise');
  yield { kind: 'final-copy', kept: map(days, (count) => count > 0), ...about };
}

/**
 * Where nothing is written, the door is open until there is a private endpoint.
 *
 * @see https://learn.microsoft.com/azure/azure-app-configuration/howto-disable-public-access
 */
function* networkFacts(about: About, graph: ResourceGraph): Iterable<Fact> {
  const path = 'public_network_access';
  const door = at(about.subject, path);
  const placement = placementFact(about, graph);
  yield placement;
  const open =
    door.text().state === 'absent' ? map(placement.chosen, (inside) => !inside) : publicNetwork(about.subject, [path]);
  yield storeFirewallFact(about, open);
}

/** A value that goes by the name of a secret; a reference to a vault is none. */
function* keyFacts(key: Resource): Iterable<Fact> {
  const name = at(key, 'key').text();
  if (name.state === 'known' && isSecretName(name.value))
    yield* secretFacts(key, 'App Configuration key', [[`value of ${name.value}`, at(key, 'value')]]);
}
