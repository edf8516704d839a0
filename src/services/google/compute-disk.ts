import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { snapshotDays, snapshotFacts } from './disk-snapshot';
import { diskFacts } from './machine-disk';

/** Where each kind of disk or copy names the key it is encrypted with, and keys of what it is made from. */
const keys: Readonly<
  Record<string, { readonly noun: string; readonly own: string; readonly sources: readonly string[] }>
> = {
  google_compute_disk: {
    noun: 'disk',
    own: 'disk_encryption_key',
    sources: ['source_image_encryption_key', 'source_snapshot_encryption_key'],
  },
  google_compute_region_disk: { noun: 'disk', own: 'disk_encryption_key', sources: ['source_snapshot_encryption_key'] },
  google_compute_image: {
    noun: 'image',
    own: 'image_encryption_key',
    sources: ['source_disk_encryption_key', 'source_image_encryption_key', 'source_snapshot_encryption_key'],
  },
  google_compute_machine_image: { noun: 'machine image', own: 'machine_image_encryption_key', sources: [] },
  google_compute_snapshot: {
    noun: 'snapshot',
    own: 'snapshot_encryption_key',
    sources: ['source_disk_encryption_key'],
  },
};

export const computeDisk: Service = {
  name: 'compute-disk',
  types: {
    terraform: [
      'google_compute_disk',
      'google_compute_disk_resource_policy_attachment',
      'google_compute_image',
      // A copy that lies on the disks of its zone: it is deleted with them, and encrypted as they are.
      'google_compute_instant_snapshot',
      'google_compute_machine_image',
      'google_compute_region_disk',
      'google_compute_region_disk_resource_policy_attachment',
      'google_compute_resource_policy',
      // Attaches a policy to a machine, and says nothing of its disks.
      'google_compute_resource_policy_attachment',
      'google_compute_snapshot',
      // Says in which region snapshots are kept.
      'google_compute_snapshot_settings',
    ],
  },
  *facts(resource, graph) {
    yield* storeFacts(resource, graph);
    if (resource.type === 'google_compute_resource_policy') yield* scheduleFacts(resource);
  },
};

function* storeFacts(store: Resource, graph: ResourceGraph): Iterable<Fact> {
  const place = keys[store.type];
  if (!place) return;
  const { noun, own, sources } = place;
  const key = store.properties.get(own);
  // An old spelling, up to version 1 of the provider.
  const older: readonly Property[] = noun === 'disk' ? [store.properties.get('disk_encryption_key_raw')] : [];
  yield* diskFacts(store, noun, keyName(key), key.get('raw_key'), key.get('rsa_encrypted_key'), ...older);
  yield* secretFacts(
    store,
    noun,
    sources.map((source) => ['key of what it is made from', store.properties.get(source, 'raw_key')] as const),
  );
  if (noun === 'disk') yield* snapshotFacts(store, noun, graph);
}

/** Machine images spell it otherwise. */
function keyName(key: Property): Property {
  const named = key.get('kms_key_name').present();
  return named.state === 'known' && !named.value ? key.get('kms_key_self_link') : key.get('kms_key_name');
}

function* scheduleFacts(policy: Resource): Iterable<Fact> {
  const schedule = policy.properties.get('snapshot_schedule_policy').present();
  if (schedule.state === 'known' && !schedule.value) return;
  yield { kind: 'backup', noun: 'snapshot schedule', subject: policy, kept: schedule, days: snapshotDays(policy) };
}
