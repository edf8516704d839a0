import type { StorageAtRest } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { noProperty, type Property } from '../../model/property';
import { member, type Resource } from '../../model/resource';
import { absent, chain, orElse, otherwise, unknown, type Settled } from '../../model/value';
import type { Context } from '../service';
import { encryptedByDefault } from './ebs';
import { itemsOf } from './items';
import { encryptionBySwitch } from './key-custody';
import type { Machine } from './machine';

/** An EBS volume that a machine starts with. */
interface Device {
  readonly encrypted: Property;
  readonly key: Property;
  /** By what it is attached as; a volume of which nothing is known may be the root. */
  readonly root: 'yes' | 'no' | 'perhaps';
  readonly name: string | undefined;
}

/**
 * States how the EBS volumes of a machine are encrypted, each by itself. The root volume exists whether or not anybody
 * writes it: what nobody writes follows the image and the account.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIEncryption.html
 */
export function* storageFacts(
  about: { readonly noun: string; readonly subject: Resource },
  machine: Machine,
  graph: ResourceGraph,
  context: Context,
): Iterable<StorageAtRest> {
  const { template, vocabulary } = machine;
  const own = devicesOf(machine.written, vocabulary);
  const inherited = template.state === 'linked' ? devicesOf(template.written, vocabulary) : [];
  const devices = [...own, ...inherited.filter((device) => !isOverridden(device, own))];
  const image = imageEncryption(machine, graph);
  const related = template.state === 'linked' ? { related: [template.resource] } : undefined;
  const state = (encrypted: Settled<boolean>, key: Property) =>
    encryptionBySwitch(encrypted, key, graph, { off: 'none', on: 'provider-kms' });

  for (const { encrypted, key, root } of devices) {
    const written = encrypted.flag();
    const settled =
      root === 'no'
        ? encryptedByDefault(written, graph, context, encrypted.at)
        : orElse(written, () => unwritten(image, graph, context, encrypted));
    yield { ...about, ...related, kind: 'storage-at-rest', encryption: state(settled, key) };
  }
  if (devices.some(({ root }) => root !== 'no')) return;
  const place = member(machine.written, vocabulary, 'BlockDeviceMappings', rootKey(about.subject));
  yield {
    ...about,
    ...related,
    kind: 'storage-at-rest',
    encryption:
      template.state === 'unknown'
        ? unknown(template.why, template.at)
        : state(unwritten(image, graph, context, place), place.get(noProperty)),
  };
}

/** An unwritten volume is encrypted where its image is, or where the account encrypts all new volumes. */
function unwritten(
  image: Settled<boolean> | undefined,
  graph: ResourceGraph,
  context: Context,
  place: Property,
): Settled<boolean> {
  const byDefault = encryptedByDefault(absent(place.at), graph, context, place.at);
  return image ? chain(byDefault, (on) => (on ? byDefault : image)) : byDefault;
}

const rootKey = ({ type }: Resource): string =>
  type === 'aws_launch_template' ? 'block_device_mappings' : 'root_block_device';

const isOverridden = (device: Device, own: readonly Device[]): boolean =>
  own.some(
    ({ name, root }) => (name !== undefined && name === device.name) || (root === 'yes' && device.root !== 'no'),
  );

function devicesOf(written: Property, vocabulary: Machine['vocabulary']): readonly Device[] {
  if (vocabulary === 'cloudformation') return mapped(written.get('BlockDeviceMappings'), 'DeviceName', 'Ebs', 'Encrypted', 'KmsKeyId', 'NoDevice'); // prettier-ignore
  return [
    ...mapped(written.get('block_device_mappings'), 'device_name', 'ebs', 'encrypted', 'kms_key_id', 'no_device'),
    ...itemsOf(written.get('root_block_device')).map((block) => deviceOf(block, 'yes')),
    ...itemsOf(written.get('ebs_block_device'))
      .filter((block) => !isSet(block.get('no_device')))
      .map((block) => namedDevice(block, nameOf(block.get('device_name')))),
  ];
}

/** Only a name that some images give their root volume may be the root's. */
const namedDevice = (block: Property, name: string | undefined): Device => ({
  ...deviceOf(block, name !== undefined && !isDataDevice(name) ? 'perhaps' : 'no'),
  name,
});

const deviceOf = (block: Property, root: Device['root']): Device => ({
  encrypted: block.get('encrypted'),
  key: block.get('kms_key_id'),
  root,
  name: undefined,
});

/** A mapping that only names an instance store, or takes a device away, makes no volume. */
function mapped(
  mappings: Property,
  name: string,
  ebs: string,
  encrypted: string,
  key: string,
  none: string,
): readonly Device[] {
  return itemsOf(mappings).flatMap((mapping): readonly Device[] => {
    const volume = mapping.get(ebs).present();
    if ((volume.state === 'known' && !volume.value) || isSet(mapping.get(none))) return [];
    const device = nameOf(mapping.get(name));
    return [
      {
        encrypted: mapping.get(ebs, encrypted),
        key: mapping.get(ebs, key),
        root: device !== undefined && isDataDevice(device) ? 'no' : 'perhaps',
        name: device,
      },
    ];
  });
}

/** Set to anything, to the empty text too: that is how CloudFormation takes a device away. */
function isSet(property: Property): boolean {
  const text = property.text();
  return text.state === 'known' && text.value !== 'false';
}

function nameOf(property: Property): string | undefined {
  const text = property.text();
  return text.state === 'known' ? text.value : undefined;
}

/**
 * Names from the second disk on. The first is the root, whatever partition the image boots from.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/device_naming.html
 */
const isDataDevice = (name: string): boolean => /^(\/dev\/)?(sd|xvd)[b-z][a-z]?\d{0,2}$/.test(name);

/** Whether the root volume of the machine's image is encrypted, where the graph knows the image. */
function imageEncryption(machine: Machine, graph: ResourceGraph): Settled<boolean> | undefined {
  const image = imageOf(machine, graph);
  if (!image) return undefined;
  const { properties, type } = image;
  if (type === 'aws_ami_copy')
    return otherwise(properties.get('encrypted').flag(), false, 'a copy of an image is encrypted only when told to');
  const root = nameOf(properties.get('root_device_name'));
  const devices = [...itemsOf(properties.get('block_device_mappings')), ...itemsOf(properties.get('ebs_block_device'))];
  const device = devices.find((one) => root !== undefined && nameOf(one.get('device_name')) === root);
  if (!device) return undefined;
  const flag = device.get('ebs', 'encrypted').flag();
  return otherwise(flag.state === 'absent' ? device.get('encrypted').flag() : flag, false, 'the image says nothing');
}

/** The image that a machine starts from, where it is created or looked up beside it. */
export function imageOf(machine: Machine, graph: ResourceGraph): Resource | undefined {
  const sources = [machine.written, ...(machine.template.state === 'linked' ? [machine.template.written] : [])];
  for (const written of sources)
    for (const key of machine.vocabulary === 'cloudformation' ? ['ImageId'] : ['ami', 'image_id']) {
      const link = graph.follow(written.get(key), ['aws_ami', 'aws_ami_copy']);
      if (link.state === 'linked') return link.resource;
    }
  return undefined;
}
