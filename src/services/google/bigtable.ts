import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { map, otherwise } from '../../model/value';
import type { Service } from '../service';
import { deletionRefused } from './deletion';
import { encryptionOf } from './encryption';

/**
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/bigtable_instance (7.12, 2025-11)
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/bigtable_table
 */
export const bigtable: Service = {
  name: 'bigtable',
  types: {
    terraform: [
      // Ways to see a table, and when what is old goes: the table has the facts.
      'google_bigtable_app_profile',
      'google_bigtable_authorized_view',
      'google_bigtable_gc_policy',
      'google_bigtable_instance',
      'google_bigtable_logical_view',
      'google_bigtable_materialized_view',
      'google_bigtable_schema_bundle',
      'google_bigtable_table',
    ],
  },
  facts(resource): Iterable<Fact> {
    if (resource.type === 'google_bigtable_instance') return instanceFacts(resource);
    return resource.type === 'google_bigtable_table' ? tableFacts(resource) : [];
  },
};

function* instanceFacts(instance: Resource): Iterable<Fact> {
  const about = { subject: instance, noun: 'Bigtable instance' };
  const { properties } = instance;
  const clusters = properties.get('cluster').list();
  const keys = clusters.state === 'known' ? clusters.value.map((cluster) => cluster.get('kms_key_name')) : [];
  const without = keys.find((key) => {
    const present = key.present();
    return present.state === 'known' && !present.value;
  });
  const [first] = without ? [without] : keys;
  yield {
    kind: 'storage-at-rest',
    encryption: encryptionOf(first ?? properties.get('cluster', 'kms_key_name')),
    ...about,
  };
  yield { kind: 'deletion-protection', on: deletionRefused(properties.get('deletion_protection')), ...about };
}

function* tableFacts(table: Resource): Iterable<Fact> {
  const about = { subject: table, noun: 'Bigtable table' };
  const { properties } = table;
  yield {
    kind: 'deletion-protection',
    on: map(
      otherwise(properties.get('deletion_protection').text(), 'UNPROTECTED', 'it may be deleted by default'),
      (state) => state === 'PROTECTED',
    ),
    ...about,
  };
  yield {
    kind: 'backup',
    kept: otherwise(
      map(properties.get('automated_backup_policy', 'retention_period').text(), (period) => /[1-9]/.test(period)),
      false,
      'no backups are made unless told to',
    ),
    ...about,
  };
}
