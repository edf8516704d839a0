import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth, truth, type Truth } from '../../model/truth';
import { known, map, otherwise, type Settled } from '../../model/value';
import type { Context, Service } from '../service';
import { encryptedByDefault } from './ebs';
import { snapshotEncryption } from './ebs-snapshot';
import { itemsOf } from './items';
import { encryptionBySwitch } from './key-custody';
import { ownerNamed } from './machine-image';

const images = ['aws_ami', 'aws_ami_copy', 'aws_ami_from_instance'];

/** Machine images: what their snapshots hold, and whom they are shared with. CloudFormation has no resource for them. */
export const ami: Service = {
  name: 'ami',
  types: { terraform: [...images, 'aws_ami_launch_permission', 'aws_ec2_image_block_public_access'] },
  facts(resource, graph, context) {
    if (resource.mode === 'data') return lookupFacts(resource);
    if (images.includes(resource.type)) return imageFacts(resource, graph, context);
    if (resource.type === 'aws_ami_launch_permission') return lonelyPermissionFacts(resource, graph);
    return [guardFact(resource)];
  },
};

/** A look-up that nothing uses answers for itself. */
function* lookupFacts(image: Resource): Iterable<Fact> {
  if (image.type === 'aws_ami')
    yield { kind: 'image', noun: 'look-up of a machine image', subject: image, trusted: ownerNamed(image) };
}

function* imageFacts(image: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const about = { noun: 'machine image', subject: image };
  if (image.type === 'aws_ami_copy') {
    const written = image.properties.get('encrypted');
    yield {
      kind: 'storage-at-rest',
      encryption: encryptionBySwitch(
        encryptedByDefault(written.flag(), graph, context, written.at),
        image.properties.get('kms_key_id'),
        graph,
        { off: 'none', on: 'provider-kms' },
      ),
      ...about,
    };
  }
  if (image.type === 'aws_ami')
    for (const device of itemsOf(image.properties.get('ebs_block_device')))
      yield { kind: 'storage-at-rest', encryption: deviceEncryption(device, graph, context), ...about };
  yield sharingFact(image, graph);
}

/** A device that names a snapshot is what the snapshot is. */
function deviceEncryption(device: Property, graph: ResourceGraph, context: Context) {
  const snapshot = device.get('snapshot_id');
  const named = snapshot.present();
  const written = device.get('encrypted').flag();
  if (written.state !== 'known' && named.state === 'known' && named.value)
    return snapshotEncryption(snapshot, graph, context);
  return map(encryptedByDefault(written, graph, context, device.get('encrypted').at), (on) =>
    on ? ('provider-kms' as const) : ('none' as const),
  );
}

/** Images are their owner's alone until somebody shares them. */
function sharingFact(image: Resource, graph: ResourceGraph): Fact {
  const at = { id: image.id, path: [] };
  const { certain, possible } = graph.companions(image, ['aws_ami_launch_permission'], 'image_id', images);
  const maybe = possible.map(({ resource, why }) => ({ why, ...grantsEveryone(resource) })).map(perhaps);
  return {
    kind: 'sharing',
    noun: 'machine image',
    subject: image,
    public: settledTruth(any(truth(false, at, 'shared with nobody'), ...certain.map(grantsEveryone), ...maybe), at),
    shared: settledTruth(
      any(
        truth(false, at, 'shared with nobody'),
        ...certain.map(({ id }) => truth(true, { id, path: [] }, 'lets another account use it')),
        ...possible.map(({ resource: { id }, why }) =>
          truth(undefined, { id, path: [] }, `may be of this image: ${why}`),
        ),
      ),
      at,
    ),
    related: certain,
  };
}

const grantsEveryone = (permission: Resource): Truth =>
  is(
    otherwise(permission.properties.get('group').text(), '', 'names an account or organization'),
    (group) => group === 'all',
    'launch permission',
  );

/** A permission that may be another image's. */
const perhaps = ({ holds, because, why }: Truth & { readonly why: string }): Truth => ({
  holds: holds === false ? false : undefined,
  because: because.map(({ at }) => ({ at, note: `may be of this image: ${why}` })),
});

/** A permission whose image is not managed here, or cannot be told, answers for itself. */
function* lonelyPermissionFacts(permission: Resource, graph: ResourceGraph): Iterable<Fact> {
  const image = graph.follow(permission.properties.get('image_id'), images);
  if (image.state === 'linked' && image.resource.mode === 'managed') return;
  yield {
    kind: 'sharing',
    noun: 'machine image of this permission',
    subject: permission,
    public: settledTruth(grantsEveryone(permission), { id: permission.id, path: ['group'] }),
    shared: known(true, { id: permission.id, path: [] }, 'lets another account use it'),
  };
}

function guardFact(guard: Resource): Fact {
  const state = guard.properties.get('state');
  const written: Settled<string> = otherwise(state.text(), 'unblocked', 'not said');
  return {
    kind: 'public-access-block',
    noun: 'guard of machine images',
    subject: guard,
    complete: map(written, (text) => text === 'block-new-sharing'),
    explicit: known(true, state.at),
  };
}
