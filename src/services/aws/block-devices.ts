import type { EncryptionState, StorageAtRest } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { noProperty, type Property } from '../../model/property';
import { member, type Resource } from '../../model/resource';
import { absent, chain, narrow, orElse, unknown, type Settled, type Unknown, type Value } from '../../model/value';
import type { Context } from '../service';
import { encryptedByDefault, volumeRequest } from './ebs';
import { itemsOf } from './items';
import { encryptionBySwitch } from './key-custody';
import { byImage, imageEncryption } from './machine-image';
import type { Machine } from './machine';

/** An EBS volume that a machine starts with. */
interface Device {
  readonly encrypted: Property;
  readonly key: Property;
  /** By what it is attached as: `likely` under a name that may be the root's, `unknown` under one that is not known. */
  readonly root: 'yes' | 'no' | 'likely' | 'unknown';
  readonly name: Value<string>;
  /** Why it may not be there at all. */
  readonly doubt?: Unknown;
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
  const devices = [...own, ...inherited.flatMap((device) => unlessOverridden(device, own))];
  const related = template.state === 'linked' ? { related: [template.resource] } : undefined;
  const state = (encrypted: Settled<boolean>, key: Property) =>
    encryptionBySwitch(encrypted, key, graph, { off: 'none', on: 'provider-kms' });

  for (const { encrypted, key, root, name, doubt } of devices) {
    const written = encrypted.flag();
    const asData = encryptedByDefault(written, graph, context, encrypted.at);
    const asRoot = orElse(written, () => unwritten(machine, graph, context, encrypted));
    const settled = root === 'no' ? asData : root === 'unknown' ? agreed(asRoot, asData, name) : asRoot;
    yield {
      kind: 'storage-at-rest',
      ...about,
      ...related,
      encryption: unlessDoubtful(state(settled, key), doubt),
      // What may not be there is not asked about.
      ...(!doubt && volumeRequest(written, key, graph)),
    };
  }
  if (devices.some(({ root }) => root === 'yes' || root === 'likely')) return;
  const place = member(machine.written, vocabulary, 'BlockDeviceMappings', rootKey(about.subject));
  const perhapsRoot = devices.find(({ root }) => root === 'unknown')?.name;
  const doubt = perhapsRoot?.state === 'unknown' ? perhapsRoot : undefined;
  yield {
    kind: 'storage-at-rest',
    encryption:
      template.state === 'unknown'
        ? unknown(template.why, template.at)
        : unlessDoubtful(state(unwritten(machine, graph, context, place), place.get(noProperty)), doubt),
    ...about,
    ...related,
  };
}

/** A volume that may not be there has its faults only perhaps: it may as well have none. */
const unlessDoubtful = (encryption: Settled<EncryptionState>, doubt: Unknown | undefined): Settled<EncryptionState> =>
  doubt
    ? chain(encryption, (state) => narrow(unknown<EncryptionState>(doubt.why, doubt.at, [state, 'customer-key'])))
    : encryption;

/** What a volume is as the root and as another, where both are the same. */
function agreed(asRoot: Settled<boolean>, asData: Settled<boolean>, name: Value<string>): Settled<boolean> {
  if (asRoot.state === 'unknown' || asData.state === 'unknown' || asRoot.value === asData.value) return asRoot;
  return unknown(name.state === 'unknown' ? name.why : 'it may be the root volume', name.at);
}

/** An unwritten volume is encrypted where its image is, or where the account encrypts all new volumes. */
function unwritten(machine: Machine, graph: ResourceGraph, context: Context, place: Property): Settled<boolean> {
  const byDefault = encryptedByDefault(absent(place.at), graph, context, place.at);
  return chain(byDefault, (on) => (on ? byDefault : byImage(machine, graph, imageEncryption, byDefault)));
}

const rootKey = ({ type }: Resource): string =>
  type === 'aws_launch_template' ? 'block_device_mappings' : 'root_block_device';

/** A volume of the launch template, where the machine does not write another in its place. */
function unlessOverridden(device: Device, own: readonly Device[]): readonly Device[] {
  const isSame = ({ name, root }: Device): boolean =>
    (name.state === 'known' && device.name.state === 'known' && name.value === device.name.value) ||
    (root === 'yes' && (device.root === 'yes' || device.root === 'likely'));
  if (own.some(isSame)) return [];
  const doubt = [device.name, ...own.map(({ name }) => name)].find(({ state }) => state === 'unknown');
  return [own.length > 0 && doubt?.state === 'unknown' ? { ...device, doubt } : device];
}

function devicesOf(written: Property, vocabulary: Machine['vocabulary']): readonly Device[] {
  if (vocabulary === 'cloudformation') return mapped(written.get('BlockDeviceMappings'), 'DeviceName', 'Ebs', 'Encrypted', 'KmsKeyId', 'NoDevice'); // prettier-ignore
  return [
    ...mapped(written.get('block_device_mappings'), 'device_name', 'ebs', 'encrypted', 'kms_key_id', 'no_device'),
    ...itemsOf(written.get('root_block_device')).map((block) => deviceOf(block, 'yes')),
    ...itemsOf(written.get('ebs_block_device')).flatMap((block) =>
      unlessTaken(block.get('no_device'), namedDevice(block, block.get('device_name').text())),
    ),
  ];
}

/** Only a name that some images give their root volume may be the root's. */
const namedDevice = (block: Property, name: Value<string>): Device => ({
  ...deviceOf(block, name.state === 'absent' ? 'no' : rootBy(name)),
  name,
});

const deviceOf = (block: Property, root: Device['root']): Device => ({
  encrypted: block.get('encrypted'),
  key: block.get('kms_key_id'),
  root,
  name: absent(block.at),
});

function rootBy(name: Value<string>): Device['root'] {
  if (name.state === 'unknown') return 'unknown';
  return name.state === 'known' && isDataDevice(name.value) ? 'no' : 'likely';
}

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
    if (volume.state === 'known' && !volume.value) return [];
    const device = mapping.get(name).text();
    return unlessTaken(mapping.get(none), {
      encrypted: mapping.get(ebs, encrypted),
      key: mapping.get(ebs, key),
      root: rootBy(device),
      name: device,
    });
  });
}

/** Taken away by anything that is set, by the empty text too: that is how CloudFormation says it. */
function unlessTaken(none: Property, device: Device): readonly Device[] {
  const taken = none.text();
  if (taken.state === 'unknown') return [{ ...device, doubt: taken }];
  return taken.state === 'known' && taken.value !== 'false' ? [] : [device];
}

/**
 * Names from the second disk on. The first is the root, whatever partition the image boots from.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/device_naming.html
 */
const isDataDevice = (name: string): boolean => /^(\/dev\/)?(sd|xvd)[b-z][a-z]?\d{0,2}$/.test(name);
