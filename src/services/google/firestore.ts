import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth, truth } from '../../model/truth';
import { map, otherwise } from '../../model/value';
import type { Service } from '../service';
import { encryptionOf } from './encryption';

/**
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/firestore_database (7.12, 2025-11)
 */
export const firestore: Service = {
  name: 'firestore',
  types: {
    terraform: [
      'google_datastore_index',
      'google_firestore_backup_schedule',
      'google_firestore_database',
      'google_firestore_document',
      'google_firestore_field',
      'google_firestore_index',
      'google_firestore_user_creds',
      // Says who reads what by a text of its own language, that nobody reads here.
      'google_firebaserules_release',
      'google_firebaserules_ruleset',
    ],
  },
  facts: (resource, graph) => (resource.type === 'google_firestore_database' ? databaseFacts(resource, graph) : []),
};

function* databaseFacts(database: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { subject: database, noun: 'Firestore database' };
  const { properties } = database;
  const key = properties.get('cmek_config', 'kms_key_name');
  yield { kind: 'storage-at-rest', encryption: encryptionOf(key), requested: key.present(), ...about };
  yield {
    kind: 'deletion-protection',
    on: map(
      otherwise(
        properties.get('delete_protection_state').text(),
        'DELETE_PROTECTION_DISABLED',
        'it may be deleted by default',
      ),
      (state) => state === 'DELETE_PROTECTION_ENABLED',
    ),
    ...about,
  };
  const recovery = map(
    otherwise(
      properties.get('point_in_time_recovery_enablement').text(),
      'POINT_IN_TIME_RECOVERY_DISABLED',
      'off by default',
    ),
    (state) => state === 'POINT_IN_TIME_RECOVERY_ENABLED',
  );
  const schedules = graph.companions(database, ['google_firestore_backup_schedule'], 'database');
  const scheduled = truth(
    schedules.certain.length > 0 ? true : schedules.possible.length > 0 ? undefined : false,
    properties.at,
    schedules.possible[0]?.why ?? 'backup schedule',
  );
  yield {
    kind: 'backup',
    kept: settledTruth(
      any(
        is(recovery, (on) => on, 'recovery to a point in time'),
        scheduled,
      ),
      properties.at,
    ),
    related: schedules.certain,
    ...about,
  };
}
