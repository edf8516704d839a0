import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth, truth } from '../../model/truth';
import { known, orElse, unknown } from '../../model/value';
import type { Service } from '../service';
import { deletionRefused } from './deletion';
import { encryptionOf } from './encryption';

/**
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/spanner_database (7.12, 2025-11)
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/spanner_instance
 */
export const spanner: Service = {
  name: 'spanner',
  types: {
    terraform: [
      'google_spanner_backup_schedule',
      'google_spanner_database',
      // Where data is kept and how much room there is: what is in it are databases.
      'google_spanner_instance',
      'google_spanner_instance_config',
      'google_spanner_instance_partition',
    ],
  },
  facts: (resource, graph) => (resource.type === 'google_spanner_database' ? databaseFacts(resource, graph) : []),
};

function* databaseFacts(database: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { subject: database, noun: 'Spanner database' };
  const { properties } = database;
  const encryption = properties.get('encryption_config');
  yield {
    kind: 'storage-at-rest',
    encryption: encryptionOf(encryption.get('kms_key_name'), encryption.get('kms_key_names')),
    requested: encryption.present(),
    ...about,
  };
  yield {
    kind: 'deletion-protection',
    on: deletionRefused(properties.get('deletion_protection'), properties.get('enable_drop_protection')),
    ...about,
  };
  const retention = properties.get('version_retention_period');
  yield {
    kind: 'versioning',
    on: known(true, retention.at, 'versions are kept for an hour at least'),
    ...about,
  };
  yield backupFact(database, graph);
}

/**
 * Backups are made by a schedule, or by that of the instance. Where the instance does not say whether it has one, the
 * documentation of Spanner says that it has, and that of the provider that it has not.
 *
 * @see https://docs.cloud.google.com/spanner/docs/backup#default-backup-schedules
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/spanner_instance#default_backup_schedule_type
 */
function backupFact(database: Resource, graph: ResourceGraph): Fact {
  const schedules = graph.companions(database, ['google_spanner_backup_schedule'], 'database');
  const link = graph.follow(database.properties.get('instance'), ['google_spanner_instance']);
  const instance = link.state === 'linked' ? link.resource : undefined;
  const at = database.properties.at;
  const scheduled = truth(
    schedules.certain.length > 0 ? true : schedules.possible.length > 0 ? undefined : false,
    at,
    schedules.possible[0]?.why ?? 'backup schedule',
  );
  const schedule = (instance ?? database).properties.get('default_backup_schedule_type');
  const byInstance = instance
    ? is(
        orElse(schedule.text(), () => unknown('whether new databases are backed up is not said', schedule.at)),
        (kind) => kind === 'AUTOMATIC',
        'default backup schedule of the instance',
      )
    : truth(undefined, at, 'the instance decides, and is not in sight');
  return {
    subject: database,
    noun: 'Spanner database',
    kind: 'backup',
    kept: settledTruth(any(scheduled, byInstance), at),
    related: schedules.certain,
  };
}
