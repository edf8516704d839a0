import type { DeletionProtection, Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property } from '../../model/resource';
import { otherwise } from '../../model/value';
import type { Context } from '../service';
import { auditFact } from './database-audit';
import { backupsFor, deletionGuard, finalCopy, type About } from './database-upkeep';
import { versionSupported } from './database-version';
import type { Spelling } from './resource-policy';

/** What differs between the services whose clusters follow the pattern of RDS. */
export interface ClusterNames {
  /** The engine whose versions it runs. */
  readonly engine: 'docdb' | 'neptune';
  /** Which logs go to CloudWatch. */
  readonly exports: Spelling;
  /** The parameter group, its types, and its parameter that switches the audit log on. */
  readonly group: Spelling;
  readonly groupTypes: readonly string[];
  readonly auditParameter: string;
}

export const clusterGuard = (about: About): DeletionProtection =>
  deletionGuard(about, property(about.subject, 'DeletionProtection', 'deletion_protection').flag());

/** Backups, the guard against deletion, the last copy, the audit log and the version of a cluster. */
export function* clusterUpkeep(
  about: About,
  names: ClusterNames,
  graph: ResourceGraph,
  context: Context,
): Iterable<Fact> {
  const { subject } = about;
  const days = property(subject, 'BackupRetentionPeriod', 'backup_retention_period').number();
  yield backupsFor(about, otherwise(days, 1, 'one day by default'));
  yield clusterGuard(about);
  yield finalCopy(about, 'Delete');
  yield auditFact(
    about,
    {
      exports: property(subject, ...names.exports),
      group: property(subject, ...names.group),
      groupTypes: names.groupTypes,
      parameter: names.auditParameter,
    },
    graph,
  );
  const version = property(subject, 'EngineVersion', 'engine_version').text();
  yield { kind: 'runtime', supported: versionSupported(names.engine, subject, version, context), ...about };
}
