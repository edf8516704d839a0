import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth, type Truth } from '../../model/truth';
import { chain, known, map, otherwise, unknown, type Settled } from '../../model/value';
import { accessRecord, engineUpgrades, type About } from '../aws/database-upkeep';
import type { Context } from '../service';
import { deletionRefused } from './deletion';
import { sqlEngine, sqlFlag } from './sql-flags';

/** What is kept of an instance, what is recorded of its use, and who keeps it current. */
export function* sqlUpkeepFacts(about: About, context: Context): Iterable<Fact> {
  const { subject } = about;
  const { properties } = subject;
  if (!mayBeReplica(subject)) yield* backupFacts(about);
  yield {
    kind: 'deletion-protection',
    on: deletionRefused(
      properties.get('deletion_protection'),
      properties.get('settings', 'deletion_protection_enabled'),
    ),
    ...about,
  };
  yield accessRecord(about, recorded(subject));
  yield {
    kind: 'monitoring',
    detailed: otherwise(
      properties.get('settings', 'insights_config', 'query_insights_enabled').flag(),
      false,
      'off by default',
    ),
    ...about,
  };
  const version = properties.get('database_version');
  yield engineUpgrades(about, known(true, version.at, 'Cloud SQL installs minor versions by itself'));
  yield { kind: 'runtime', supported: supported(subject, context), ...about };
}

const mayBeReplica = ({ properties }: Resource): boolean => {
  const master = properties.get('master_instance_name').present();
  const kind = properties.get('instance_type').text();
  if (kind.state === 'known') return kind.value !== 'CLOUD_SQL_INSTANCE';
  return master.state === 'unknown' || master.value;
};

/**
 * Backups are made where somebody asked for them, and the last seven are kept.
 *
 * @see https://cloud.google.com/sql/docs/mysql/backup-recovery/backups (one a day; seven by default)
 * @see https://cloud.google.com/sql/docs/mysql/admin-api/rest/v1/instances#backupconfiguration
 */
function* backupFacts(about: About): Iterable<Fact> {
  const { properties } = about.subject;
  const backups = properties.get('settings', 'backup_configuration');
  const origin = properties.get('clone').present();
  const silent = backups.present();
  const copied = (origin.state === 'unknown' || origin.value) && silent.state === 'known' && !silent.value;
  const kept: Settled<boolean> = copied
    ? unknown('as the instance that it is copied from', backups.at)
    : otherwise(backups.get('enabled').flag(), false, 'no backups are made unless told to');
  const count = otherwise(
    backups.get('backup_retention_settings', 'retained_backups').number(),
    7,
    'the last seven are kept by default',
  );
  yield {
    kind: 'backup',
    kept,
    days: chain(kept, (on): Settled<number> => (on ? count : known(0, kept.at, 'no backups are made'))),
    ...about,
  };
  const recovery = settledTruth(
    any(
      isOn(backups.get('point_in_time_recovery_enabled').flag(), 'recovery to a point in time'),
      isOn(backups.get('binary_log_enabled').flag(), 'binary log'),
    ),
    backups.at,
  );
  yield {
    kind: 'versioning',
    on: copied ? unknown('as the instance that it is copied from', backups.at) : recovery,
    ...about,
  };
}

const isOn = (flag: Parameters<typeof otherwise<boolean>>[0], note: string): Truth =>
  is(otherwise(flag, false, 'off by default'), (on) => on, note);

/** The flags by which each engine records who connects or what is asked, and the values that do. */
const records: Readonly<Record<string, readonly (readonly [flag: string, values: readonly string[]])[]>> = {
  mysql: [
    ['cloudsql_mysql_audit', ['on']],
    ['general_log', ['on']],
  ],
  postgres: [
    ['cloudsql.enable_pgaudit', ['on']],
    ['log_connections', ['on']],
    ['log_statement', ['ddl', 'mod', 'all']],
  ],
  sqlserver: [],
};

/**
 * @see https://cloud.google.com/sql/docs/postgres/flags
 * @see https://cloud.google.com/sql/docs/mysql/flags
 * @see https://cloud.google.com/sql/docs/sqlserver/db-audit
 */
function recorded(instance: Resource): Settled<boolean> {
  const engine = sqlEngine(instance);
  const audit = instance.properties.get('settings', 'sql_server_audit_config', 'bucket').present();
  if (engine === undefined)
    return unknown('the engine decides which flag makes a record', instance.properties.get('database_version').at);
  return settledTruth(
    any(
      is(audit, (on) => on, 'bucket for audit files'),
      ...(records[engine] ?? []).map(([flag, values]) =>
        is(
          map(otherwise(sqlFlag(instance, flag), 'off', 'off by default'), (value) => value.replace(/^'|'$/g, '')),
          (value) => values.includes(value),
          flag,
        ),
      ),
    ),
    instance.properties.get('settings', 'database_flags').at,
  );
}

/** The first version that Google gives up, extended support and all: SQL Server 2017. */
const firstEnd = '2027-10-12';

/**
 * Google mends every version that it offers, some of them at a price.
 *
 * @see https://cloud.google.com/sql/docs/mysql/db-versions (5.6 and 5.7 until 2028-02-01, 8.0 until 2029-07-01; 2025-12)
 */
const supported = ({ properties }: Resource, { today }: Context): Settled<boolean> => {
  const version = properties.get('database_version');
  if (today >= firstEnd) return unknown('when its support ends is not known here', version.at);
  return map(otherwise(version.text(), '', 'the version that Google chooses'), () => true);
};
