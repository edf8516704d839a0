import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth, some, truth, type Truth } from '../../model/truth';
import { known, otherwise, type Settled } from '../../model/value';
import { itemsOf } from '../aws/items';

const groups = ['azurerm_network_security_group'];
const subnets = ['azurerm_subnet'];
const interfaces = ['azurerm_network_interface'];
const balancers = ['azurerm_application_gateway', 'azurerm_lb'];
const scaleSets = [
  'azurerm_linux_virtual_machine_scale_set',
  'azurerm_orchestrated_virtual_machine_scale_set',
  'azurerm_windows_virtual_machine_scale_set',
];

/** What is a public front by itself, the property that names its subnet, and whether it has a public address. */
const fronts: readonly (readonly [type: string, subnet: string, isPublic: (front: Resource) => Truth])[] = [
  ['azurerm_application_gateway', 'gateway_ip_configuration.subnet_id', (gateway) => isPublic(gateway)],
  ['azurerm_api_management', 'virtual_network_configuration.subnet_id', (service) => isExternal(service)],
  ['azurerm_bastion_host', 'ip_configuration.subnet_id', (host) => hasAddress(host, 'ip_configuration')],
];

/**
 * Whether a group stands before a public front: it guards the subnet of an application gateway, a bastion or an API
 * Management service, or machines behind a load balancer, which hands on what it is sent as it is. They need the web ports
 * open to everybody.
 *
 * @see https://learn.microsoft.com/azure/application-gateway/configuration-infrastructure#network-security-groups
 * @see https://learn.microsoft.com/azure/bastion/bastion-nsg
 * @see https://learn.microsoft.com/azure/api-management/virtual-network-reference
 * @see https://learn.microsoft.com/azure/load-balancer/load-balancer-overview (secure by default)
 */
export function internetFacing(group: Resource, graph: ResourceGraph): Settled<boolean> {
  const { at } = group.properties;
  const guarded = guardedSubnets(group, graph);
  return settledTruth(
    any(
      truth(false, at, 'it guards nothing behind a public front'),
      ...guarded.flatMap((subnet) =>
        fronts.flatMap(([type, path, facing]) => graph.companions(subnet, [type], path, subnets).certain.map(facing)),
      ),
      ...guardedCards(group, guarded, graph).flatMap((card) => balancersOf(card, graph).map(isPublic)),
      ...guardedSets(group, guarded, graph).flatMap((set) => balancersOfSet(set, graph).map(isPublic)),
    ),
    at,
  );
}

const guardedCards = (group: Resource, guarded: readonly Resource[], graph: ResourceGraph): readonly Resource[] => [
  ...through(group, 'azurerm_network_interface_security_group_association', 'network_interface_id', interfaces, graph),
  ...guarded.flatMap((subnet) => graph.companions(subnet, interfaces, 'ip_configuration.subnet_id', subnets).certain),
];

/** Scale sets say themselves what guards the network interfaces of their machines. */
const guardedSets = (group: Resource, guarded: readonly Resource[], graph: ResourceGraph): readonly Resource[] => [
  ...graph.companions(group, scaleSets, 'network_interface.network_security_group_id', groups).certain,
  ...guarded.flatMap(
    (subnet) => graph.companions(subnet, scaleSets, 'network_interface.ip_configuration.subnet_id', subnets).certain,
  ),
];

/** What an association of its own joins to a group. */
const through = (
  group: Resource,
  association: string,
  key: string,
  types: readonly string[],
  graph: ResourceGraph,
): readonly Resource[] =>
  graph.companions(group, [association], 'network_security_group_id', groups).certain.flatMap(({ properties }) => {
    const link = graph.follow(properties.get(key), types);
    return link.state === 'linked' ? [link.resource] : [];
  });

const guardedSubnets = (group: Resource, graph: ResourceGraph): readonly Resource[] =>
  through(group, 'azurerm_subnet_network_security_group_association', 'subnet_id', subnets, graph);

/** The balancers that send to a network interface, by the pools that it is in. */
const balancersOf = (card: Resource, graph: ResourceGraph): readonly Resource[] =>
  graph
    .companions(
      card,
      ['azurerm_network_interface_backend_address_pool_association'],
      'network_interface_id',
      interfaces,
    )
    .certain.flatMap(({ properties }) => balancersOfPools(properties.get('backend_address_pool_id'), graph));

/** The same of a scale set, which names the pools itself. */
const balancersOfSet = ({ properties }: Resource, graph: ResourceGraph): readonly Resource[] =>
  balancersOfPools(properties.get('network_interface', 'ip_configuration', 'load_balancer_backend_address_pool_ids'), graph); // prettier-ignore

const balancersOfPools = (pools: Property, graph: ResourceGraph): readonly Resource[] =>
  graph.followAll(pools, ['azurerm_lb_backend_address_pool']).flatMap((pool) => {
    if (pool.state !== 'linked') return [];
    const balancer = graph.follow(pool.resource.properties.get('loadbalancer_id'), balancers);
    return balancer.state === 'linked' ? [balancer.resource] : [];
  });

const isPublic = (balancer: Resource): Truth => hasAddress(balancer, 'frontend_ip_configuration');

const hasAddress = ({ properties }: Resource, block: string): Truth =>
  some(
    known(itemsOf(properties.get(block)), properties.at),
    (front) => is(front.get('public_ip_address_id').present(), (set) => set, 'public address of the front'),
    'fronts',
  );

const isExternal = ({ properties }: Resource): Truth =>
  is(
    otherwise(properties.get('virtual_network_type').text(), 'None', 'in no network unless told otherwise'),
    (type) => type.toLowerCase() === 'external',
    'type of the network',
  );
