import type { Fact } from '../../model/fact';
import type { Companions, ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, truth } from '../../model/truth';
import { known, map, otherwise, type Settled } from '../../model/value';
import { administratorName } from '../aws/administrator-name';
import { backupsFor } from '../aws/database-upkeep';
import { versionSupported } from '../aws/database-version';
import { secretFacts } from '../aws/secret-facts';
import type { Context, Service } from '../service';
import { addressRuleFacts, lonelyAddressRuleFacts } from './address-rule';
import { diagnosticLogFact } from './diagnostics';
import { openSourceParts, openSourceServers, type OpenSourceServer } from './open-source-server';
import { doorShut, placementFact, publicNetwork } from './platform-network';
import { at, companionSays, companionThere, storedFact, switched, tlsVersion, type About } from './platform-service';
import { flexibleTransit, parameterFacts, parametersOf } from './server-parameter';
import { alertFacts } from './sql-watch';

export const openSourceDatabase: Service = {
  name: 'azure-database',
  types: {
    terraform: [
      ...openSourceServers.flatMap(({ type, rules, parameters, keys, subnets, administrators }) => [
        type,
        ...rules.types,
        ...[parameters, keys, subnets, administrators].filter((one) => one !== undefined),
      ]),
      ...openSourceParts,
    ],
  },
  facts(resource, graph, context) {
    for (const kind of openSourceServers) {
      if (resource.type === kind.type) return serverFacts(resource, kind, graph, context);
      if (kind.rules.types.includes(resource.type))
        return lonelyAddressRuleFacts(resource, graph, kind.rules, `firewall rule of a ${kind.noun}`);
      if (resource.type === kind.parameters) return lonelyParameterFacts(resource, kind, graph);
    }
    return [];
  },
};

function* serverFacts(
  server: Resource,
  kind: OpenSourceServer,
  graph: ResourceGraph,
  context: Context,
): Iterable<Fact> {
  const about = { noun: kind.noun, subject: server };
  const parameters = parametersOf(server, graph, kind.parameters);
  yield* encryptionFacts(about, kind, graph);
  yield* networkFacts(about, kind, graph);
  yield kind.flexible ? flexibleTransit(about, parameters) : singleTransit(about);
  yield* signInFacts(about, kind, graph);
  yield* upkeepFacts(about, kind, context);
  for (const one of parameters.certain) yield* parameterFacts(about, one);
  if (kind.flexible) yield diagnosticLogFact(about, graph);
  const alerts = at(server, 'threat_detection_policy');
  const set = alerts.present();
  if (set.state === 'unknown' || set.value) yield* alertFacts(about, alerts);
}

const beside = (about: About, type: string | undefined, graph: ResourceGraph): Companions =>
  type === undefined ? { certain: [], possible: [] } : parametersOf(about.subject, graph, type);

function* encryptionFacts(about: About, kind: OpenSourceServer, graph: ResourceGraph): Iterable<Fact> {
  const { subject } = about;
  yield storedFact(about, {
    keys: ['key_vault_key_id', 'managed_hsm_key_id'].map((key) => at(subject, `customer_managed_key.${key}`)),
    companions: beside(about, kind.keys, graph),
    ...(!kind.flexible && {
      twice: switched(subject, ['infrastructure_encryption_enabled'], false, 'once unless told otherwise'),
    }),
  });
}

/** A flexible server in a subnet of one's own has no public door; another's firewall lets nobody in until a rule says so. */
function* networkFacts(about: About, kind: OpenSourceServer, graph: ResourceGraph): Iterable<Fact> {
  const { subject } = about;
  const doors = ['public_network_access_enabled', 'public_network_access'];
  const subnet = at(subject, 'delegated_subnet_id');
  const door = publicNetwork(subject, doors);
  const open = settledTruth(
    all(
      is(door, (on) => on, 'public network access'),
      not(is(subnet.present(), (set) => set, 'subnet')),
    ),
    door.at,
  );
  yield doorShut(about, open, at(subject, doors[0] ?? ''));
  yield* addressRuleFacts(about, graph, kind.rules, open);
  const rules = beside(about, kind.subnets, graph);
  yield placementFact(about, graph, [
    subnet,
    any(truth(false, door.at, 'no virtual network rule'), ...companionThere(rules, 'virtual network rule')),
  ]);
}

/**
 * Single servers say themselves whether plain text is refused, and which TLS.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_server
 */
function singleTransit(about: About): Fact {
  const { subject } = about;
  const enforced = switched(
    subject,
    ['ssl_enforcement_enabled'],
    false,
    'plain text is accepted where nobody says otherwise',
  );
  const version = at(subject, 'ssl_minimal_tls_version_enforced').text();
  return {
    kind: 'data-in-transit',
    plaintext: map(enforced, (on) => !on),
    oldestTls: tlsVersion(otherwise(version, 'TLS1_2', 'TLS 1.2 unless told otherwise')),
    ...about,
  };
}

/**
 * Passwords are accepted unless told otherwise; whether Microsoft Entra identities are let in is a switch of the server,
 * or an administrator beside it.
 *
 * @see https://learn.microsoft.com/azure/postgresql/security/security-entra-concepts
 */
function* signInFacts(about: About, kind: OpenSourceServer, graph: ResourceGraph): Iterable<Fact> {
  const { subject } = about;
  if (kind.administrators !== undefined) {
    // Only PostgreSQL has switches for it: elsewhere, an administrator is all it takes.
    const hasSwitches = kind.versions !== undefined;
    const path = 'authentication.active_directory_auth_enabled';
    const { at: place } = hasSwitches ? at(subject, path) : subject.properties;
    const identities = hasSwitches
      ? [is(switched(subject, [path], false, 'off unless told otherwise'), (on) => on, 'Microsoft Entra')]
      : [];
    const administrators = companionSays(
      beside(about, kind.administrators, graph),
      (one) => is(at(one, one.type.includes('postgresql_flexible') ? 'principal_name' : 'login').present(), (set) => set, 'administrator'), // prettier-ignore
      truth(false, place, 'no Microsoft Entra administrator'),
    );
    yield {
      kind: 'local-auth',
      cloudIdentity: settledTruth(any(...identities, administrators), place),
      ...about,
      ...(hasSwitches && { refused: passwordsRefused(subject) }),
    };
  }
  yield* administratorName(about, at(subject, 'administrator_login'));
  yield* secretFacts(
    subject,
    about.noun,
    ['administrator_login_password', 'administrator_login_password_wo', 'administrator_password', 'administrator_password_wo']
      .map((key) => ['administrator password', at(subject, key)] as const),
  ); // prettier-ignore
}

const passwordsRefused = (server: Resource): Settled<boolean> =>
  map(
    switched(server, ['authentication.password_auth_enabled'], true, 'passwords are accepted unless told otherwise'),
    (accepted) => !accepted,
  );

/**
 * Backups reach back seven days unless told otherwise, in the same region.
 *
 * @see https://learn.microsoft.com/azure/postgresql/backup-restore/concepts-backup-restore
 */
function* upkeepFacts(about: About, kind: OpenSourceServer, context: Context): Iterable<Fact> {
  const { subject } = about;
  yield backupsFor(
    about,
    otherwise(at(subject, 'backup_retention_days').number(), 7, 'seven days unless told otherwise'),
  );
  yield {
    kind: 'remote-copy',
    kept: switched(subject, ['geo_redundant_backup_enabled'], false, 'in one region unless told otherwise'),
    ...about,
  };
  if (kind.flexible) {
    const mode = at(subject, 'high_availability.mode').text();
    yield {
      kind: 'redundancy',
      of: 'data',
      kept: map(otherwise(mode, '', 'no standby unless told otherwise'), (name) => name !== ''),
      ...about,
    };
  }
  yield* runtimeFacts(about, kind, context);
}

function* runtimeFacts(about: About, { retired, versions }: OpenSourceServer, context: Context): Iterable<Fact> {
  const version = at(about.subject, 'version').text();
  if (retired !== undefined)
    yield {
      kind: 'runtime',
      supported: known(
        context.today <= retired,
        about.subject.properties.at,
        `the service is retired since ${retired}`,
      ),
      ...about,
    };
  else if (versions !== undefined)
    yield { kind: 'runtime', supported: versionSupported(versions, about.subject, version, context), ...about };
}

/** A parameter whose server is not managed here answers for itself. */
function* lonelyParameterFacts(written: Resource, kind: OpenSourceServer, graph: ResourceGraph): Iterable<Fact> {
  const owners = ['server_id', 'server_name'].map((key) => graph.follow(at(written, key), [kind.type]));
  if (owners.some((owner) => owner.state === 'linked' && owner.resource.mode === 'managed')) return;
  yield* parameterFacts({ noun: `parameter of a ${kind.noun}`, subject: written }, written);
}
