import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, some } from '../../model/truth';
import { chain, known, map, orElse, otherwise, type Settled } from '../../model/value';
import { backupsFor } from '../aws/database-upkeep';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { addressRuleFacts, lonelyAddressRuleFacts, type AddressRules } from './address-rule';
import { crossOriginFacts, platformFacts, type PlatformShape } from './platform-facts';
import { endpointFact, publicNetwork } from './platform-network';
import { at, switched, type About } from './platform-service';

const account: PlatformShape = {
  noun: 'Cosmos DB account',
  keys: ['key_vault_key_id', 'managed_hsm_key_id'],
  door: ['public_network_access_enabled'],
  isStore: true,
  addresses: ['ip_range_filter'],
  guards: ['is_virtual_network_filter_enabled', 'virtual_network_rule'],
  localAuth: ['local_authentication_enabled', 'local_authentication_disabled'],
  oldestTls: ['minimal_tls_version', 'Tls12'],
  hasIdentity: true,
  isLogged: true,
};

const clusters = ['azurerm_cosmosdb_postgresql_cluster'];
const clusterRules: AddressRules = {
  types: ['azurerm_cosmosdb_postgresql_firewall_rule'],
  servers: clusters,
  server: ['cluster_id'],
  first: 'start_ip_address',
  last: 'end_ip_address',
  port: 5432,
};

/** Databases and containers belong to accounts, and are encrypted and reached as those are. */
export const cosmosdb: Service = {
  name: 'cosmosdb',
  types: {
    terraform: [
      'azurerm_cosmosdb_account',
      'azurerm_cosmosdb_cassandra_cluster',
      'azurerm_cosmosdb_cassandra_datacenter',
      'azurerm_cosmosdb_cassandra_keyspace',
      'azurerm_cosmosdb_cassandra_table',
      'azurerm_cosmosdb_gremlin_database',
      'azurerm_cosmosdb_gremlin_graph',
      'azurerm_cosmosdb_mongo_collection',
      'azurerm_cosmosdb_mongo_database',
      'azurerm_cosmosdb_mongo_role_definition',
      'azurerm_cosmosdb_mongo_user_definition',
      ...clusters,
      'azurerm_cosmosdb_postgresql_coordinator_configuration',
      ...clusterRules.types,
      'azurerm_cosmosdb_postgresql_node_configuration',
      'azurerm_cosmosdb_postgresql_role',
      'azurerm_cosmosdb_sql_container',
      'azurerm_cosmosdb_sql_database',
      'azurerm_cosmosdb_sql_dedicated_gateway',
      'azurerm_cosmosdb_sql_function',
      'azurerm_cosmosdb_sql_role_assignment',
      'azurerm_cosmosdb_sql_role_definition',
      'azurerm_cosmosdb_sql_stored_procedure',
      'azurerm_cosmosdb_sql_trigger',
      'azurerm_cosmosdb_table',
    ],
  },
  facts(resource, graph) {
    switch (resource.type) {
      case 'azurerm_cosmosdb_account':
        return accountFacts(resource, graph);
      case 'azurerm_cosmosdb_cassandra_cluster':
        return secretFacts(resource, 'Cassandra cluster', [
          ['administrator password', at(resource, 'default_admin_password')],
        ]);
      case 'azurerm_cosmosdb_mongo_user_definition':
        return secretFacts(resource, 'user of a Cosmos DB database', [['password', at(resource, 'password')]]);
      case 'azurerm_cosmosdb_postgresql_cluster':
        return clusterFacts(resource, graph);
      case 'azurerm_cosmosdb_postgresql_firewall_rule':
        return lonelyAddressRuleFacts(resource, graph, clusterRules, 'firewall rule of a Cosmos DB cluster');
      case 'azurerm_cosmosdb_postgresql_role':
        return secretFacts(resource, 'role of a Cosmos DB cluster', [['password', at(resource, 'password')]]);
      default:
        return [];
    }
  },
};

function* accountFacts(subject: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: account.noun, subject };
  yield* platformFacts(account, subject, graph);
  yield azureFact(about);
  yield keyPowerFact(about);
  yield* recoveryFacts(about);
  yield* crossOriginFacts(about, at(subject, 'cors_rule'), 'allowed_origins');
}

/**
 * The address 0.0.0.0 in the filter, or the bypass for Azure's services, lets in whatever runs in Azure.
 *
 * @see https://learn.microsoft.com/azure/cosmos-db/how-to-configure-firewall
 */
function azureFact(about: About): Fact {
  const { subject } = about;
  const filter = otherwise(at(subject, 'ip_range_filter').texts(), [], 'no address is named');
  const bypass = switched(subject, ['network_acl_bypass_for_azure_services'], false, 'off unless told otherwise');
  return {
    kind: 'network-path', path: 'foreign', open: settledTruth(
      all(
        is(publicNetwork(subject, ['public_network_access_enabled']), (on) => on, 'public network access'),
        any(
          some(filter, (one) => is(one, (text) => text.split(',').some((part) => part.trim() === '0.0.0.0'), 'address'), 'addresses'),
          is(bypass, (on) => on, 'bypass for services of Azure'),
        ),
      ),
      filter.at,
    ), ...about,
  }; // prettier-ignore
}

/**
 * Whoever holds a key of the account can change its databases and throughput, unless keys are refused that.
 *
 * @see https://learn.microsoft.com/azure/cosmos-db/role-based-access-control#prevent-sdk-changes
 */
function keyPowerFact(about: About): Fact {
  const { subject } = about;
  const writes = switched(
    subject,
    ['access_key_metadata_writes_enabled'],
    true,
    'keys may do so unless told otherwise',
  );
  const refused = switched(
    subject,
    ['local_authentication_disabled'],
    false,
    'keys are accepted unless told otherwise',
  );
  const accepted = orElse(at(subject, 'local_authentication_enabled').flag(), () => map(refused, (off) => !off));
  return {
    kind: 'administration',
    unlimited: settledTruth(
      all(
        is(writes, (on) => on, 'changes with a key of the account'),
        not(is(accepted, (on) => !on, 'keys of the account')),
      ),
      writes.at,
    ),
    ...about,
  };
}

/**
 * Backups are always made: every four hours and kept for eight unless told otherwise, or all the time.
 *
 * @see https://learn.microsoft.com/azure/cosmos-db/online-backup-and-restore
 */
function* recoveryFacts(about: About): Iterable<Fact> {
  const { subject } = about;
  const block = at(subject, 'backup');
  const type = map(otherwise(block.get('type').text(), 'Periodic', 'periodic unless told otherwise'), (text) => text.toLowerCase()); // prettier-ignore
  const days = chain(type, (kind): Settled<number> =>
    kind === 'continuous'
      ? map(otherwise(block.get('tier').text(), 'Continuous30Days', '30 days unless told otherwise'), (tier) => (tier.includes('7') ? 7 : 30)) // prettier-ignore
      : map(
          otherwise(block.get('retention_in_hours').number(), 8, 'eight hours unless told otherwise'),
          (hours) => hours / 24,
        ),
  );
  yield { ...backupsFor(about, days), kept: known(true, block.at, 'backups are always made') };
  yield {
    kind: 'redundancy',
    of: 'data',
    kept: switched(
      subject,
      ['automatic_failover_enabled', 'enable_automatic_failover'],
      false,
      'no other region takes over unless told otherwise',
    ),
    ...about,
  };
}

function* clusterFacts(cluster: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'Cosmos DB for PostgreSQL cluster', subject: cluster };
  const doors = ['coordinator_public_ip_access_enabled', 'node_public_ip_access_enabled'];
  const open = publicNetwork(cluster, doors.slice(0, 1));
  yield endpointFact(about, 'front', open);
  yield* addressRuleFacts(about, graph, clusterRules, open);
  yield* secretFacts(cluster, about.noun, [['administrator password', at(cluster, 'administrator_login_password')]]);
  yield {
    kind: 'redundancy',
    of: 'data',
    kept: switched(cluster, ['ha_enabled'], false, 'no standby unless told otherwise'),
    ...about,
  };
}
