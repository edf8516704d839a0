import type { PublicEndpoint } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { member, property, type Resource } from '../../model/resource';
import { absent, known, otherwise, unknown, type Settled, type Value } from '../../model/value';
import { inherited, instances, type Machine } from './machine';

export const subnets = ['AWS::EC2::Subnet', 'aws_subnet', 'aws_default_subnet'];
export const elasticAddresses = ['AWS::EC2::EIP', 'AWS::EC2::EIPAssociation', 'aws_eip', 'aws_eip_association'];

/** The property by which an elastic address names its instance. */
export const instanceKey = ({ vocabulary, type }: Pick<Resource, 'vocabulary' | 'type'>): string =>
  vocabulary === 'cloudformation' ? 'InstanceId' : type === 'aws_eip' ? 'instance' : 'instance_id';

/**
 * Whether whatever starts in a subnet gets a public address.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html
 */
export function mapsPublicAddresses(subnet: Resource): Settled<boolean> {
  const isDefault = subnet.type === 'aws_default_subnet';
  return otherwise(
    property(subnet, 'MapPublicIpOnLaunch', 'map_public_ip_on_launch').flag(),
    isDefault,
    isDefault ? 'default subnets assign public addresses' : 'subnets assign none unless told to',
  );
}

/** What a machine says of itself, or its launch template for it: to be given a public address or not. */
export function writtenAddress(machine: Machine): Value<boolean> {
  const interfaces = machine.vocabulary === 'cloudformation' ? 'NetworkInterfaces' : 'network_interfaces';
  return inherited(machine, (written) => {
    const flag = member(written, machine.vocabulary, 'AssociatePublicIpAddress', 'associate_public_ip_address').flag();
    return flag.state === 'absent' ? ofInterfaces(written.get(interfaces), machine) : flag;
  });
}

/** One interface with a public address is enough. */
function ofInterfaces(list: Property, { vocabulary }: Machine): Value<boolean> {
  const items = list.list();
  if (items.state === 'absent') return items;
  if (items.state === 'unknown') return unknown(items.why, items.at);
  const flags = items.value.map((item) =>
    member(item, vocabulary, 'AssociatePublicIpAddress', 'associate_public_ip_address').flag(),
  );
  return (
    flags.find((flag) => flag.state === 'known' && flag.value) ??
    flags.find((flag) => flag.state === 'unknown') ??
    flags.find((flag) => flag.state === 'known') ??
    absent(list.at)
  );
}

/** States whether an instance has a public address: an elastic one, one it asks for, or one its subnet assigns. */
export function instanceAddress(
  about: { readonly noun: string; readonly subject: Resource },
  machine: Machine,
  graph: ResourceGraph,
): PublicEndpoint {
  const { subject } = about;
  const elastic = elasticAddresses.flatMap((type) => {
    const key = instanceKey({ vocabulary: subject.vocabulary, type });
    return graph.companions(subject, [type], key, instances).certain;
  });
  const [address] = elastic;
  if (address) {
    const at = { id: address.id, path: [instanceKey(address)] };
    return {
      kind: 'public-endpoint',
      role: 'compute',
      public: known(true, at, 'an elastic address'),
      related: elastic,
      ...about,
    };
  }
  const written = writtenAddress(machine);
  const { address: open, related } = written.state === 'absent' ? bySubnet(machine, graph) : { address: written };
  return { kind: 'public-endpoint', role: 'compute', public: open, ...about, ...(related && { related }) };
}

/** A machine that says nothing leaves it to its subnet; which one a machine without one starts in, only the account knows. */
function bySubnet(
  { written, vocabulary, template }: Machine,
  graph: ResourceGraph,
): { readonly address: Settled<boolean>; readonly related?: readonly Resource[] } {
  const keys = vocabulary === 'cloudformation' ? ['SubnetId', 'NetworkInterfaces.SubnetId'] : ['subnet_id', 'network_interfaces.subnet_id']; // prettier-ignore
  const sources = [written, ...(template.state === 'linked' ? [template.written] : [])];
  const properties = sources.flatMap((source) => keys.map((key) => source.get(...key.split('.'))));
  for (const subnet of properties) {
    const link = graph.follow(subnet, subnets);
    if (link.state === 'linked') return { address: mapsPublicAddresses(link.resource), related: [link.resource] };
    if (link.state !== 'absent')
      return { address: unknown('its subnet, which decides, is not in the input', subnet.at) };
  }
  const attached = member(written, vocabulary, 'NetworkInterfaces.NetworkInterfaceId', 'network_interface').present();
  const primary = member(written, vocabulary, null, 'primary_network_interface').present();
  for (const own of [attached, primary])
    if (own.state === 'known' && own.value)
      return { address: known(false, own.at, 'an interface that is attached gets no address of the subnet') };
  const place = member(written, vocabulary, 'SubnetId', 'subnet_id').at;
  return { address: unknown('it names no subnet: the default subnet decides', place) };
}
