import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { itemsOf } from '../aws/items';
import { secretFacts } from '../aws/secret-facts';
import { snapshotFacts } from './disk-snapshot';
import { diskEncryption } from './encryption';
import type { Machine } from './machine';
import { imageFacts } from './machine-image';

/** The disks of a machine or template: their keys, what the first begins with, and copies of them. */
export function* machineDiskFacts({ subject, noun, get }: Machine, graph: ResourceGraph): Iterable<Fact> {
  for (const disk of [...itemsOf(get('boot_disk')), ...itemsOf(get('attached_disk'))])
    yield* diskFacts(
      subject,
      `disk of a ${noun}`,
      disk.get('kms_key_self_link'),
      disk.get('disk_encryption_key_raw'),
      disk.get('disk_encryption_key_rsa'),
    );
  for (const disk of itemsOf(get('disk')))
    yield* diskFacts(
      subject,
      `disk of a ${noun}`,
      disk.get('disk_encryption_key', 'kms_key_self_link'),
      disk.get('disk_encryption_key', 'raw_key'),
      disk.get('disk_encryption_key', 'rsa_encrypted_key'),
    );
  const keysOfSources = [
    ...itemsOf(get('boot_disk')).map((disk) => disk.get('initialize_params')),
    ...itemsOf(get('disk')),
  ].flatMap((source) =>
    ['source_image_encryption_key', 'source_snapshot_encryption_key'].map((key) => source.get(key, 'raw_key')),
  );
  yield* secretFacts(
    subject,
    noun,
    keysOfSources.map((key) => ['key of what the disk is made from', key] as const),
  );
  const images = [
    ...itemsOf(get('boot_disk')).map((disk) => disk.get('initialize_params', 'image')),
    ...itemsOf(get('disk')).map((disk) => disk.get('source_image')),
  ];
  yield* imageFacts(subject, noun, images, graph);
  yield* snapshotFacts(subject, noun, graph);
}

/** How a disk is encrypted. A key that is brought along stands in the state, and here. */
export function* diskFacts(
  subject: Resource,
  noun: string,
  key: Property,
  ...supplied: readonly Property[]
): Iterable<Fact> {
  yield {
    kind: 'storage-at-rest',
    noun,
    subject,
    encryption: diskEncryption(key, ...supplied),
    requested: key.present(),
  };
  yield* secretFacts(
    subject,
    noun,
    supplied.map((raw) => ['disk encryption key', raw] as const),
  );
}
