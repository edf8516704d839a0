import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { map, otherwise } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { addressRuleFacts, lonelyAddressRuleFacts, type AddressRules } from './address-rule';
import { platformFacts, type PlatformShape } from './platform-facts';
import { storeFirewallFact, placementFact, publicNetwork } from './platform-network';
import { at, companionThere, identityFact, storedFact, switched, tlsFact } from './platform-service';

const caches = ['azurerm_redis_cache'];

const rules: AddressRules = {
  types: ['azurerm_redis_firewall_rule'],
  servers: caches,
  server: ['redis_cache_name'],
  first: 'start_ip',
  last: 'end_ip',
  port: 6380,
};

const managed: PlatformShape = {
  noun: 'Managed Redis instance',
  keys: ['customer_managed_key.key_vault_key_id'],
  door: ['public_network_access'],
  isStore: true,
  hasIdentity: true,
  network: [],
};

export const redis: Service = {
  name: 'azure-redis',
  types: {
    terraform: [
      'azurerm_managed_redis',
      'azurerm_managed_redis_access_policy_assignment',
      'azurerm_managed_redis_geo_replication',
      ...caches,
      'azurerm_redis_cache_access_policy',
      'azurerm_redis_cache_access_policy_assignment',
      'azurerm_redis_enterprise_cluster',
      'azurerm_redis_enterprise_database',
      ...rules.types,
      'azurerm_redis_linked_server',
    ],
  },
  facts(resource, graph) {
    switch (resource.type) {
      case 'azurerm_managed_redis':
        return managedFacts(resource, graph);
      case 'azurerm_redis_cache':
        return cacheFacts(resource, graph);
      case 'azurerm_redis_enterprise_cluster':
        return [
          tlsFact({ noun: 'Redis enterprise cluster', subject: resource }, at(resource, 'minimum_tls_version'), '1.2'),
        ];
      case 'azurerm_redis_enterprise_database':
        return [protocolFact(resource, 'Redis enterprise database', 'client_protocol')];
      case 'azurerm_redis_firewall_rule':
        return lonelyAddressRuleFacts(resource, graph, rules, 'firewall rule of a Redis cache');
      default:
        return [];
    }
  },
};

/**
 * A cache lets everybody in who has a key, unless it is in a network or has a firewall rule.
 *
 * @see https://learn.microsoft.com/azure/azure-cache-for-redis/cache-network-isolation
 */
function* cacheFacts(cache: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'Redis cache', subject: cache };
  yield storedFact(about);
  const open = publicNetwork(cache, ['public_network_access_enabled']);
  const found = graph.companions(cache, rules.types, 'redis_cache_name', rules.servers);
  const subnet = at(cache, 'subnet_id');
  const guards = [is(subnet.present(), (set) => set, 'subnet'), ...companionThere(found, 'firewall rule')];
  yield storeFirewallFact(about, open, { guards }, rules.port);
  yield* addressRuleFacts(about, graph, rules, open);
  yield placementFact(about, graph, [subnet]);
  const plain = switched(cache, ['non_ssl_port_enabled', 'enable_non_ssl_port'], false, 'off unless told otherwise');
  yield { ...tlsFact(about, at(cache, 'minimum_tls_version'), '1.2'), plaintext: plain };
  yield* signInFacts(cache);
  yield identityFact(about);
  yield* upkeepFacts(cache);
}

/**
 * Keys are accepted, and Microsoft Entra identities are not, unless told otherwise.
 *
 * @see https://learn.microsoft.com/azure/azure-cache-for-redis/cache-azure-active-directory-for-authentication
 */
function* signInFacts(cache: Resource): Iterable<Fact> {
  const about = { noun: 'Redis cache', subject: cache };
  const settings = 'redis_configuration';
  const accepted = switched(cache, ['access_keys_authentication_enabled'], true, 'accepted unless told otherwise');
  yield {
    kind: 'local-auth', cloudIdentity: switched(cache, [`${settings}.active_directory_authentication_enabled`], false, 'off unless told otherwise'), refused: map(accepted, (on) => !on), ...about,
  }; // prettier-ignore
  // Only a cache in a network of one's own may do without.
  yield {
    kind: 'sign-in', inside: true, required: switched(cache, [`${settings}.authentication_enabled`, `${settings}.enable_authentication`], true, 'callers need a key unless told otherwise'), ...about,
  }; // prettier-ignore
  yield* secretFacts(
    cache,
    about.noun,
    ['rdb_storage_connection_string', 'aof_storage_connection_string_0', 'aof_storage_connection_string_1'].map(
      (key) => ['connection string of the storage', at(cache, `${settings}.${key}`)] as const,
    ),
  );
}

/**
 * Only a premium cache can be kept on disk. Version 4 of Redis is retired.
 *
 * @see https://learn.microsoft.com/azure/azure-cache-for-redis/cache-how-to-premium-persistence
 * @see https://learn.microsoft.com/azure/azure-cache-for-redis/cache-retired-features (2023-06-30)
 */
function* upkeepFacts(cache: Resource): Iterable<Fact> {
  const about = { noun: 'Redis cache', subject: cache };
  const sku = at(cache, 'sku_name').text();
  if (sku.state === 'known' && sku.value.toLowerCase() === 'premium')
    yield {
      kind: 'backup', kept: settledTruth(
        any(
          ...['rdb_backup_enabled', 'aof_backup_enabled'].map((key) =>
            is(switched(cache, [`redis_configuration.${key}`], false, 'off unless told otherwise'), (on) => on, 'copies on disk'),
          ),
        ),
        at(cache, 'redis_configuration').at,
      ), ...about,
    }; // prettier-ignore
  const version = otherwise(at(cache, 'redis_version').text(), '6', 'version 6 unless told otherwise');
  yield { kind: 'runtime', supported: map(version, (name) => !/^4(\.|$)/.test(name)), ...about };
}

function* managedFacts(instance: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: managed.noun, subject: instance };
  yield* platformFacts(managed, instance, graph);
  yield protocolFact(instance, managed.noun, 'default_database.client_protocol');
  const keys = at(instance, 'default_database.access_keys_authentication_enabled').flag();
  yield {
    kind: 'local-auth',
    cloudIdentity: map(otherwise(keys, false, 'keys are refused unless told otherwise'), () => true),
    refused: map(otherwise(keys, false, 'keys are refused unless told otherwise'), (on) => !on),
    ...about,
  };
  yield {
    kind: 'redundancy',
    of: 'data',
    kept: switched(instance, ['high_availability_enabled'], true, 'two nodes unless told otherwise'),
    ...about,
  };
  const copies = ['persistence_redis_database_backup_frequency', 'persistence_append_only_file_backup_frequency'];
  yield {
    kind: 'final-copy',
    kept: settledTruth(
      any(
        ...copies.map((key) => is(at(instance, `default_database.${key}`).present(), (set) => set, 'copies on disk')),
      ),
      instance.properties.at,
    ),
    ...about,
  };
}

/** TLS is required unless plain text is asked for. */
const protocolFact = (subject: Resource, noun: string, path: string): Fact => ({
  noun,
  subject,
  kind: 'data-in-transit',
  plaintext: map(
    otherwise(at(subject, path).text(), 'Encrypted', 'TLS unless told otherwise'),
    (word) => word.toLowerCase() !== 'encrypted',
  ),
});
