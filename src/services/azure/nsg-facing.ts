import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { all, any, is, settledTruth, some, truth, type Truth } from '../../model/truth';
import { known, type Settled } from '../../model/value';
import { itemsOf } from '../aws/items';

const groups = ['azurerm_network_security_group'];
const subnets = ['azurerm_subnet'];
const interfaces = ['azurerm_network_interface'];
const balancers = ['azurerm_application_gateway', 'azurerm_lb'];

/**
 * Whether a group stands before a public front: it guards the subnet of an application gateway, or machines behind a load
 * balancer, which hands on what it is sent as it is. Both need the web ports open to everybody.
 *
 * @see https://learn.microsoft.com/azure/application-gateway/configuration-infrastructure#network-security-groups
 * @see https://learn.microsoft.com/azure/load-balancer/load-balancer-overview (secure by default)
 */
export function internetFacing(group: Resource, graph: ResourceGraph): Settled<boolean> {
  const { at } = group.properties;
  const guarded = guardedSubnets(group, graph);
  const cards = [
    ...through(
      group,
      'azurerm_network_interface_security_group_association',
      'network_interface_id',
      interfaces,
      graph,
    ),
    ...guarded.flatMap((subnet) => graph.companions(subnet, interfaces, 'ip_configuration.subnet_id', subnets).certain),
  ];
  return settledTruth(
    any(
      truth(false, at, 'it guards nothing behind a public front'),
      ...guarded.flatMap((subnet) =>
        graph
          .companions(subnet, ['azurerm_application_gateway'], 'gateway_ip_configuration.subnet_id', subnets)
          .certain.map((gateway) => isPublic(gateway)),
      ),
      ...cards.flatMap((card) => balancersOf(card, graph).map(isPublic)),
    ),
    at,
  );
}

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
    .certain.flatMap(({ properties }) => {
      const pool = graph.follow(properties.get('backend_address_pool_id'), ['azurerm_lb_backend_address_pool']);
      if (pool.state !== 'linked') return [];
      const balancer = graph.follow(pool.resource.properties.get('loadbalancer_id'), balancers);
      return balancer.state === 'linked' ? [balancer.resource] : [];
    });

const isPublic = ({ properties }: Resource): Truth =>
  some(
    known(itemsOf(properties.get('frontend_ip_configuration')), properties.at),
    (front) =>
      all(
        is(front.get('public_ip_address_id').present(), (set) => set, 'public address of the front'),
        truth(true, front.at, 'front'),
      ),
    'fronts',
  );
