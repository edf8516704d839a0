import type { Link, ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { known, map, otherwise, unknown, type Settled } from '../../model/value';
import { itemsOf } from './items';
import type { Machine } from './machine';

const images = ['aws_ami', 'aws_ami_copy'];

/**
 * What follows from the image that a machine starts from, where it is created or looked up beside it; else the fallback.
 * Images elsewhere are taken for public ones, which are never encrypted and bound by the account's settings alone. An
 * image that is not known may also be one of those beside the machine: where they differ, nobody can say.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-intro.html (images with encrypted volumes stay private)
 */
export function byImage<T>(
  machine: Machine,
  graph: ResourceGraph,
  read: (image: Resource) => Settled<T> | undefined,
  fallback: Settled<T>,
): Settled<T> {
  const { link, named } = imageOf(machine, graph);
  if (link.state === 'linked') return read(link.resource) ?? fallback;
  if (link.state !== 'unknown') return fallback;
  const { document } = graph.byIdentity(named.at.id) ?? {};
  const possible = link.candidates.length > 0 ? link.candidates : graph.ofType(...images).filter((one) => one.document === document); // prettier-ignore
  const outcomes = possible.map((image) => read(image) ?? fallback);
  const same = outcomes.every((one) => one.state === 'known' && fallback.state === 'known' && one.value === fallback.value); // prettier-ignore
  return same ? fallback : unknown(`its image decides, and is not known: ${link.why}`, named.at);
}

/** What a machine says of its image, or else its launch template. */
function imageOf(machine: Machine, graph: ResourceGraph): { readonly link: Link; readonly named: Property } {
  const { template, vocabulary, written } = machine;
  const keys = vocabulary === 'cloudformation' ? ['ImageId'] : ['ami', 'image_id'];
  const named = [written, ...(template.state === 'linked' ? [template.written] : [])].flatMap((place) =>
    keys.map((key) => place.get(key)),
  );
  const links = named.map((one) => ({ link: graph.follow(one, images), named: one }));
  return links.find(({ link }) => link.state !== 'absent') ?? { link: { state: 'absent' }, named: written };
}

/** Whether the root volume of an image is encrypted; undefined where nobody shows it. */
export function imageEncryption(image: Resource): Settled<boolean> | undefined {
  const { properties, type } = image;
  if (type === 'aws_ami_copy')
    return otherwise(properties.get('encrypted').flag(), false, 'a copy of an image is encrypted only when told to');
  const root = textOf(properties.get('root_device_name'));
  const devices = [...itemsOf(properties.get('block_device_mappings')), ...itemsOf(properties.get('ebs_block_device'))];
  const device = devices.find((one) => root !== undefined && textOf(one.get('device_name')) === root);
  if (!device) return undefined;
  const flag = device.get('ebs', 'encrypted').flag();
  return otherwise(flag.state === 'absent' ? device.get('encrypted').flag() : flag, false, 'the image says nothing');
}

function textOf(property: Property): string | undefined {
  const text = property.text();
  return text.state === 'known' ? text.value : undefined;
}

/**
 * Whether the image that a machine looks up is of an owner that somebody named: by owner, by number, or by a filter that
 * says so. A name alone is anybody's to use.
 *
 * @returns undefined where the machine looks none up.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/finding-an-ami.html
 */
export function imageTrust(
  machine: Machine,
  graph: ResourceGraph,
): { readonly image: Resource; readonly trusted: Settled<boolean> } | undefined {
  const { link } = imageOf(machine, graph);
  if (link.state !== 'linked' || link.resource.mode !== 'data') return undefined;
  return { image: link.resource, trusted: ownerNamed(link.resource) };
}

const ownerFilters: readonly string[] = ['owner-alias', 'owner-id', 'image-id'];

/** Whether a look-up of an image says whose it must be. */
export function ownerNamed({ properties }: Resource): Settled<boolean> {
  const owners = properties.get('owners');
  const named = owners.present();
  if (named.state === 'unknown' || named.value) return named;
  const filters = itemsOf(properties.get('filter')).map((filter) => filter.get('name').text());
  const open = filters.find((name) => name.state === 'unknown');
  const byFilter = filters.some((name) => name.state === 'known' && ownerFilters.includes(name.value));
  if (byFilter) return known(true, owners.at, 'a filter names the owner');
  if (open?.state === 'unknown') return unknown(open.why, open.at);
  return map(named, () => false);
}
