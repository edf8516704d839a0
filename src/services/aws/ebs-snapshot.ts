import type { EncryptionState, Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { known, map, otherwise, unknown, type Settled } from '../../model/value';
import type { Context, Service } from '../service';
import { encryptedByDefault } from './ebs';
import { encryptionBySwitch } from './key-custody';

const guards = ['AWS::EC2::SnapshotBlockPublicAccess', 'aws_ebs_snapshot_block_public_access'];

export const ebsSnapshot: Service = {
  name: 'ebs-snapshot',
  types: {
    cloudformation: ['AWS::EC2::SnapshotBlockPublicAccess'],
    terraform: [
      'aws_ebs_snapshot',
      'aws_ebs_snapshot_block_public_access',
      'aws_ebs_snapshot_import',
      'aws_snapshot_create_volume_permission',
    ],
  },
  *facts(resource, graph, context) {
    if (guards.includes(resource.type)) yield guardFact(resource);
    else if (resource.type === 'aws_snapshot_create_volume_permission') yield sharingFact(resource);
    else
      yield {
        kind: 'storage-at-rest',
        noun: 'EBS snapshot',
        subject: resource,
        encryption: ownEncryption(resource, graph, context),
      };
  },
};

/**
 * How a snapshot that a property names is encrypted.
 *
 * @returns unknown where the snapshot is not in the graph.
 */
export function snapshotEncryption(
  snapshot: Property,
  graph: ResourceGraph,
  context: Context,
): Settled<EncryptionState> {
  const link = graph.follow(snapshot, ['aws_ebs_snapshot', 'aws_ebs_snapshot_copy', 'aws_ebs_snapshot_import']);
  return link.state === 'linked'
    ? ownEncryption(link.resource, graph, context)
    : unknown('its snapshot, which decides, is not in the input', snapshot.at);
}

/**
 * A snapshot is encrypted as its volume is; one that is imported or copied has a switch of its own.
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-snapshots.html#encryption-support
 */
function ownEncryption(snapshot: Resource, graph: ResourceGraph, context: Context): Settled<EncryptionState> {
  const encrypted = snapshot.properties.get('encrypted');
  const written = encrypted.flag();
  if (snapshot.type !== 'aws_ebs_snapshot' || written.state === 'known')
    return bySwitch(snapshot, encrypted, graph, context);
  const volume = graph.follow(snapshot.properties.get('volume_id'), ['aws_ebs_volume']);
  return volume.state === 'linked'
    ? bySwitch(volume.resource, volume.resource.properties.get('encrypted'), graph, context)
    : unknown('its volume, which decides, is not in the input', snapshot.properties.get('volume_id').at);
}

const bySwitch = (
  holder: Resource,
  encrypted: Property,
  graph: ResourceGraph,
  context: Context,
): Settled<EncryptionState> =>
  encryptionBySwitch(
    encryptedByDefault(encrypted.flag(), graph, context, encrypted.at),
    holder.properties.get('kms_key_id'),
    graph,
    { off: 'none', on: 'provider-kms' },
  );

/** The permission names one account: a snapshot is made public elsewhere. */
const sharingFact = (permission: Resource): Fact => ({
  kind: 'sharing',
  noun: 'EBS snapshot of this permission',
  subject: permission,
  public: map(
    otherwise(permission.properties.get('account_id').text(), '', 'names no account'),
    (account) => account === 'all',
  ),
  shared: known(true, { id: permission.id, path: [] }, 'lets another account use it'),
});

/** Whether the region refuses to share snapshots with everyone: those shared already, too. */
function guardFact(guard: Resource): Fact {
  const state = property(guard, 'State', 'state');
  return {
    kind: 'public-access-block',
    noun: 'guard of EBS snapshots',
    subject: guard,
    complete: map(otherwise(state.text(), 'unblocked', 'not said'), (text) => text.startsWith('block-')),
    explicit: known(true, state.at),
  };
}
