import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { chain, known, map, otherwise, unknown, type Settled, type Value } from '../../model/value';
import type { Context } from '../service';
import {
  accessRecord,
  backupsFor,
  deletionGuard,
  engineUpgrades,
  exportsOneOf,
  finalCopy,
  portFact,
  type About,
} from './database-upkeep';
import { versionSupported } from './database-version';
import { keyedWhere, managedSecretFacts } from './managed-secret';

const engineOf = (database: Resource): Value<string> =>
  map(property(database, 'Engine', 'engine').text(), (name) => name.toLowerCase());

/**
 * The logs that tell who connected or what was asked, by engine. Error and slow query logs tell neither; SQL Server writes
 * sign-ins to its error log.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html (EnableCloudwatchLogsExports)
 */
const records: readonly (readonly [engine: RegExp, types: readonly string[]])[] = [
  [/^(mysql|mariadb|aurora$|aurora-mysql)/, ['audit', 'general']],
  [/postgres/, ['postgresql']],
  [/^oracle/, ['audit', 'listener']],
  [/^sqlserver/, ['error']],
];

function recordsAccess(engine: Value<string>): (type: string) => boolean {
  const types = engine.state === 'known' ? records.find(([names]) => names.test(engine.value))?.[1] : undefined;
  return (type) => types?.includes(type) ?? true;
}

/** Which logs tell something depends on the engine; with none exported there is nothing to tell. */
export function logFact(about: About): Fact {
  const engine = engineOf(about.subject);
  const exports = property(about.subject, 'EnableCloudwatchLogsExports', 'enabled_cloudwatch_logs_exports');
  const kept = exportsOneOf(exports, recordsAccess(engine));
  const open = engine.state === 'unknown' && kept.state === 'known' && kept.value;
  return accessRecord(about, open ? unknown('the engine decides which log is a record', engine.at) : kept);
}

/** Engines with dates of their own; the names of Aurora before it had two engines are MySQL's. */
const families: Readonly<Record<string, string>> = {
  aurora: 'aurora-mysql',
  'aurora-mysql': 'aurora-mysql',
  'aurora-postgresql': 'aurora-postgresql',
  mariadb: 'mariadb',
  mysql: 'mysql',
  postgres: 'postgres',
};

/** The engine's version; extended support is had unless it is declined. Engines without published dates say nothing. */
export function* versionFacts(about: About, context: Context): Iterable<Fact> {
  const { subject } = about;
  const engine = engineOf(subject);
  const version = property(subject, 'EngineVersion', 'engine_version').text();
  const family = engine.state === 'known' ? families[engine.value] : undefined;
  if (engine.state === 'known' && family === undefined) return;
  if (version.state === 'absent' && engine.state !== 'known') return;
  const lifecycle = otherwise(
    property(subject, 'EngineLifecycleSupport', 'engine_lifecycle_support').text(),
    'open-source-rds-extended-support',
    'extended support unless it is declined',
  );
  const extended = map(lifecycle, (name) => !name.endsWith('-disabled'));
  yield {
    kind: 'runtime',
    supported:
      family === undefined
        ? unknown('the engine decides, and is not known', version.at)
        : versionSupported(family, subject, version, context, extended),
    ...about,
  };
}

/** @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html */
const expiredAuthorities: Readonly<Record<string, string>> = {
  'rds-ca-2015': '2020-03-05',
  'rds-ca-2019': '2024-08-22',
};

/** The authority that signs the server's certificate, where one is named. */
export function* authorityFacts(about: About, context: Context): Iterable<Fact> {
  const named = property(about.subject, 'CACertificateIdentifier', 'ca_cert_identifier').text();
  if (named.state === 'absent') return;
  yield {
    kind: 'runtime',
    supported: chain(named, (name) => {
      const end = expiredAuthorities[name.toLowerCase()];
      const expired = end !== undefined && context.today > end;
      return known(
        !expired,
        named.at,
        expired ? `the certificate of ${name} ended on ${end}` : `certificate of ${name}`,
      );
    }),
    ...about,
  };
}

export const upgradeFact = (about: About): Fact =>
  engineUpgrades(
    about,
    otherwise(
      property(about.subject, 'AutoMinorVersionUpgrade', 'auto_minor_version_upgrade').flag(),
      true,
      'minor versions are installed automatically by default',
    ),
  );

export const isCustom = (database: Resource): boolean => {
  const engine = engineOf(database);
  return engine.state === 'known' && engine.value.startsWith('custom-');
};

const ports: readonly (readonly [engine: RegExp, port: number])[] = [
  [/postgres/, 5432],
  [/^(mysql|mariadb|aurora)/, 3306],
  [/^oracle/, 1521],
  [/^sqlserver/, 1433],
  [/^db2/, 50000],
];

export function* portFacts(about: About): Iterable<Fact> {
  const engine = engineOf(about.subject);
  const initial = engine.state === 'known' ? ports.find(([names]) => names.test(engine.value))?.[1] : undefined;
  if (initial !== undefined) yield portFact(about, property(about.subject, 'Port', 'port').number(), initial);
}

/** Whether its load is measured: the operating system's, or the queries'. An instance may have it from its cluster. */
export function measured(databases: readonly Resource[]): Settled<boolean> {
  const [first] = databases;
  return settledTruth(
    any(
      ...databases.flatMap((database) => [
        is(
          otherwise(
            property(database, 'MonitoringInterval', 'monitoring_interval').number(),
            0,
            'not measured unless told to',
          ),
          (seconds) => seconds > 0,
          'enhanced monitoring',
        ),
        is(insightsOf(database), (on) => on, 'Performance Insights'),
      ]),
    ),
    { id: first?.id ?? '', path: [] },
  );
}

const insightsOf = (database: Resource): Settled<boolean> =>
  otherwise(
    property(
      database,
      database.type === 'AWS::RDS::DBCluster' ? 'PerformanceInsightsEnabled' : 'EnablePerformanceInsights',
      'performance_insights_enabled',
    ).flag(),
    false,
    'off by default',
  );

/** What Performance Insights keeps holds parts of queries. */
export const insightsFacts = (about: About, graph: ResourceGraph): Iterable<Fact> =>
  keyedWhere(
    about,
    insightsOf(about.subject),
    property(about.subject, 'PerformanceInsightsKMSKeyId', 'performance_insights_kms_key_id'),
    graph,
  );

export const passwordFacts = (about: About, graph: ResourceGraph): Iterable<Fact> =>
  managedSecretFacts(
    about,
    {
      managed: property(about.subject, 'ManageMasterUserPassword', 'manage_master_user_password'),
      passwords: [
        property(about.subject, 'MasterUserPassword', clusterOf(about) ? 'master_password' : 'password'),
        property(about.subject, null, clusterOf(about) ? 'master_password_wo' : 'password_wo'),
      ],
      key: property(about.subject, 'MasterUserSecret.KmsKeyId', 'master_user_secret_kms_key_id'),
    },
    graph,
  );

const clusterOf = ({ subject }: About): boolean => subject.type === 'aws_rds_cluster';

const replicaOf = [
  ['SourceDBInstanceIdentifier', 'replicate_source_db'],
  ['SourceDBClusterIdentifier', null],
] as const;
const restoredFrom = [
  ['DBSnapshotIdentifier', 'snapshot_identifier'],
  ['SourceDbiResourceId', 'restore_to_point_in_time'],
  ['SourceDBInstanceAutomatedBackupsArn', null],
] as const;

const mayBe = (resource: Resource, origins: readonly (readonly [string, string | null])[]): boolean =>
  origins.some(([cloudformation, terraform]) => {
    const present = property(resource, cloudformation, terraform).present();
    return present.state === 'unknown' || present.value;
  });

/** The backups of an instance that is no replica, and what stays of it. */
export function* instanceBackupFacts(about: About): Iterable<Fact> {
  const { subject } = about;
  if (mayBe(subject, replicaOf)) return;
  const days = property(subject, 'BackupRetentionPeriod', 'backup_retention_period').number();
  const terraform = subject.vocabulary === 'terraform';
  const initial = terraform ? 0 : 1;
  const because = terraform ? 'the provider switches backups off unless told otherwise' : 'one day by default';
  yield backupsFor(
    about,
    days.state === 'absent' && mayBe(subject, restoredFrom)
      ? unknown('as what it is restored from, unless told otherwise', days.at)
      : otherwise(days, initial, because),
  );
  const stays = finalCopy(about, 'Snapshot');
  const taken = otherwise(
    property(subject, 'DeleteAutomatedBackups', 'delete_automated_backups').flag(),
    true,
    'automatic backups go with the instance by default',
  );
  yield {
    ...stays,
    kept: settledTruth(
      any(
        is(stays.kept, (kept) => kept, 'final snapshot'),
        is(taken, (gone) => !gone, 'automatic backups are deleted'),
      ),
      stays.kept.at,
    ),
  };
}

/** An instance whose engine is not known may be Aurora's, and be guarded by its cluster. */
export function guardFact(about: About): Fact {
  const guard = deletionGuard(about, property(about.subject, 'DeletionProtection', 'deletion_protection').flag());
  const engine = engineOf(about.subject);
  const open = guard.on.state === 'known' && !guard.on.value && engine.state === 'unknown';
  return open ? { ...guard, on: unknown('an instance of Aurora is guarded by its cluster', engine.at) } : guard;
}

/** Clusters are always backed up, for a day at least. */
export const clusterBackupFact = (about: About): Fact =>
  backupsFor(
    about,
    otherwise(
      property(about.subject, 'BackupRetentionPeriod', 'backup_retention_period').number(),
      1,
      'one day by default',
    ),
  );
