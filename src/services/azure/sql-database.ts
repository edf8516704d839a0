import type { EncryptionState, Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth, type Truth } from '../../model/truth';
import { chain, known, map, otherwise, type Settled } from '../../model/value';
import { backupsFor } from '../aws/database-upkeep';
import { eitherWay } from '../aws/key-custody';
import { secretFacts } from '../aws/secret-facts';
import { at, switched, type About } from './platform-service';
import { protector, serverAudits, sqlServers } from './sql';
import { alertFacts, auditFact, auditRetentionFacts } from './sql-watch';

export const sqlDatabases = ['azurerm_mssql_database', 'azurerm_sql_database'];
const databasePolicies = ['azurerm_mssql_database_extended_auditing_policy'];

/** A database of a SQL server shares its server's network, and its key and audit unless it has its own. */
export function* sqlDatabaseFacts(database: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'SQL database', subject: database };
  const server = serverOf(database, graph);
  yield* encryptionFacts(about, server, graph);
  const audits = graph.companions(database, databasePolicies, 'database_id', sqlDatabases);
  const blocks = [at(database, 'extended_auditing_policy')];
  const covered: readonly Truth[] = server ? [serverAudits(server, graph)] : [];
  yield auditFact(about, audits, blocks, covered);
  yield* auditRetentionFacts(about, audits.certain, blocks);
  const alerts = at(database, 'threat_detection_policy');
  const set = alerts.present();
  if (set.state === 'unknown' || set.value) yield* alertFacts(about, alerts);
  yield* backupFacts(about);
  yield* secretFacts(database, about.noun, [
    ['administrator password', at(database, 'import.administrator_login_password')],
    ['storage key', at(database, 'import.storage_key')],
  ]);
}

function serverOf(database: Resource, graph: ResourceGraph): Resource | undefined {
  for (const key of ['server_id', 'server_name']) {
    const link = graph.follow(at(database, key), sqlServers);
    if (link.state === 'linked' && link.resource.mode === 'managed') return link.resource;
  }
  return undefined;
}

/**
 * Transparent encryption is on unless told otherwise (which data warehouses alone may be); the disks below are encrypted
 * in any case.
 *
 * @see https://learn.microsoft.com/azure/azure-sql/database/transparent-data-encryption-tde-overview
 */
function* encryptionFacts(about: About, server: Resource | undefined, graph: ResourceGraph): Iterable<Fact> {
  const { subject } = about;
  const own = at(subject, 'transparent_data_encryption_key_vault_key_id').present();
  const on = switched(subject, ['transparent_data_encryption_enabled'], true, 'on unless told otherwise');
  const inherited = server && protector(server, graph);
  const named = settledTruth(
    any(
      is(own, (set) => set, 'key'),
      ...(inherited ? [is(inherited, (set) => set, 'key of the server')] : []),
    ),
    own.at,
  );
  yield {
    kind: 'storage-at-rest',
    encryption: chain(eitherWay(on), (transparent): Settled<EncryptionState> =>
      transparent
        ? map(eitherWay(named), (key): EncryptionState => (key ? 'customer-key' : 'provider-key'))
        : known('provider-disk', on.at),
    ),
    ...about,
    ...(server && { related: [server] }),
  };
  if (own.state === 'unknown' || own.value)
    yield {
      kind: 'key',
      rotated: switched(
        subject,
        ['transparent_data_encryption_key_automatic_rotation_enabled'],
        false,
        'new versions of the key are taken up when told to',
      ),
      ...about,
    };
}

/**
 * Backups reach back seven days and are kept in another region unless told otherwise.
 *
 * @see https://learn.microsoft.com/azure/azure-sql/database/automated-backups-overview
 */
function* backupFacts(about: About): Iterable<Fact> {
  const { subject } = about;
  const days = at(subject, 'short_term_retention_policy.retention_days').number();
  yield backupsFor(about, otherwise(days, 7, 'seven days unless told otherwise'));
  if (subject.type !== 'azurerm_mssql_database') return;
  const place = at(subject, 'storage_account_type').text();
  const geo = switched(subject, ['geo_backup_enabled'], true, 'on unless told otherwise');
  yield {
    kind: 'remote-copy',
    kept: chain(geo, (on) =>
      on
        ? map(otherwise(place, 'Geo', 'in another region unless told otherwise'), (kind) => /^geo/i.test(kind))
        : known(false, geo.at),
    ),
    ...about,
  };
  yield {
    kind: 'redundancy',
    of: 'data',
    kept: switched(subject, ['zone_redundant'], false, 'in one zone unless told otherwise'),
    ...about,
  };
}

/** A policy for a database that is not managed here answers for itself. */
export function* lonelyAuditFacts(policy: Resource, graph: ResourceGraph): Iterable<Fact> {
  const owners = ['database_id', 'server_id'].map((key) =>
    graph.follow(at(policy, key), [...sqlDatabases, ...sqlServers]),
  );
  if (owners.some((owner) => owner.state === 'linked' && owner.resource.mode === 'managed')) return;
  const about = { noun: 'auditing policy', subject: policy };
  yield auditFact(about, { certain: [policy], possible: [] });
  yield* auditRetentionFacts(about, [policy]);
}
