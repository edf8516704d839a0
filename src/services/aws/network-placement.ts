import type { NetworkPlacement } from '../../model/fact';
import type { Property } from '../../model/property';
import { member, type Resource } from '../../model/resource';
import { any, is, settledTruth, truth, type Truth } from '../../model/truth';
import { itemsOf } from './items';
import type { Machine } from './machine';

interface About {
  readonly noun: string;
  readonly subject: Resource;
}

/** States whether something is placed in a network that it names, and whether it names security groups there. */
export function placementFact(about: About, subnets: Property, groups?: Property): NetworkPlacement {
  return {
    kind: 'network-placement',
    chosen: subnets.present(),
    ...about,
    ...(groups && { groupsNamed: groups.present() }),
  };
}

/** Where an instance, or the launch template that it starts from, names subnets and security groups. */
interface Names {
  readonly subnet: string;
  readonly groups: readonly string[];
  readonly interfaces: readonly string[];
  /** Below an interface. */
  readonly interfaceSubnet: string;
  readonly interfaceId: string;
  readonly interfaceGroups: string;
}

const ofInstances: Readonly<Record<Machine['vocabulary'], Names>> = {
  cloudformation: {
    subnet: 'SubnetId',
    groups: ['SecurityGroupIds', 'SecurityGroups'],
    interfaces: ['NetworkInterfaces'],
    interfaceSubnet: 'SubnetId',
    interfaceId: 'NetworkInterfaceId',
    interfaceGroups: 'GroupSet',
  },
  terraform: {
    subnet: 'subnet_id',
    groups: ['vpc_security_group_ids', 'security_groups'],
    interfaces: ['network_interface', 'primary_network_interface'],
    interfaceSubnet: 'network_interface_id',
    interfaceId: 'network_interface_id',
    interfaceGroups: 'network_interface_id',
  },
};

const ofTemplates: typeof ofInstances = {
  cloudformation: {
    ...ofInstances.cloudformation,
    interfaceGroups: 'Groups',
  },
  terraform: {
    subnet: 'network_interfaces.subnet_id',
    groups: ['vpc_security_group_ids', 'security_group_names'],
    interfaces: ['network_interfaces'],
    interfaceSubnet: 'subnet_id',
    interfaceId: 'network_interface_id',
    interfaceGroups: 'security_groups',
  },
};

/** An instance that names no subnet is started in the default network; an interface that is attached has both of its own. */
export function instancePlacement(about: About, machine: Machine): NetworkPlacement {
  const { template, written, vocabulary } = machine;
  const own = placesOf(written, ofInstances[vocabulary], vocabulary);
  const inherited =
    template.state === 'linked' ? placesOf(template.written, ofTemplates[vocabulary], vocabulary) : undefined;
  const doubt = template.state === 'unknown' ? [truth(undefined, template.at, template.why)] : [];
  const { at } = written;
  return {
    kind: 'network-placement',
    chosen: settledTruth(
      any(truth(false, at, 'it names no subnet'), ...own.subnets, ...(inherited?.subnets ?? []), ...doubt),
      at,
    ),
    groupsNamed: settledTruth(
      any(truth(false, at, 'it names no security group'), ...own.groups, ...(inherited?.groups ?? []), ...doubt),
      at,
    ),
    ...about,
    ...(template.state === 'linked' && { related: [template.resource] }),
  };
}

function placesOf(written: Property, names: Names, vocabulary: Machine['vocabulary']) {
  const read = (from: Property, key: string): Property => member(from, vocabulary, key, key);
  const interfaces = names.interfaces.flatMap((key) => itemsOf(read(written, key)));
  const below = (key: string): readonly Truth[] => interfaces.map((one) => isNamed(read(one, key)));
  const attached = below(names.interfaceId);
  return {
    subnets: [isNamed(read(written, names.subnet)), ...below(names.interfaceSubnet), ...attached],
    groups: [...names.groups.map((key) => isNamed(read(written, key))), ...below(names.interfaceGroups), ...attached],
  };
}

const isNamed = (property: Property): Truth => is(property.present(), (named) => named, 'network');
