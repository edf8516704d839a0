import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, some, truth, type Truth } from '../../model/truth';
import { known, otherwise, type Settled } from '../../model/value';
import { itemsOf } from '../aws/items';
import type { Service } from '../service';
import { flowFact, flowLogFacts, flowLogs, networks } from './flow-log';
import { companionThere, switched } from './platform-service';

const subnets = ['azurerm_subnet'];
const associations = ['azurerm_subnet_network_security_group_association'];
const routes = ['azurerm_route'];
const services = ['azurerm_private_link_service'];

/**
 * Networks, their subnets, and the records of what passes.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/virtual_network
 */
export const virtualNetwork: Service = {
  name: 'virtual-network',
  types: {
    terraform: [
      ...networks,
      ...subnets,
      ...flowLogs,
      ...routes,
      ...services,
      // A way to one service that stays private: the service asks whether it has one.
      'azurerm_private_endpoint',
    ],
  },
  *facts(resource, graph) {
    if (networks.includes(resource.type)) yield* networkFacts(resource, graph);
    if (subnets.includes(resource.type)) yield* subnetFacts(resource, graph);
    if (flowLogs.includes(resource.type)) yield* flowLogFacts(resource, graph);
    if (routes.includes(resource.type)) yield routeFact(resource);
    if (services.includes(resource.type)) yield* approvalFacts(resource);
  },
};

function* networkFacts(network: Resource, graph: ResourceGraph): Iterable<Fact> {
  yield flowFact(network, graph);
  for (const subnet of itemsOf(network.properties.get('subnet')))
    yield placement('subnet of a virtual network', network, subnet.get('name'), [
      isPresent(subnet.get('security_group')),
      isDelegated(subnet),
    ]);
}

/**
 * Everything is let in from everywhere in the network, and out, where no security group stands before a subnet.
 *
 * @see https://learn.microsoft.com/azure/virtual-network/network-security-group-how-it-works
 */
function* subnetFacts(subnet: Resource, graph: ResourceGraph): Iterable<Fact> {
  const guards = graph.companions(subnet, associations, 'subnet_id', subnets);
  const fact = placement('subnet', subnet, subnet.properties.get('name'), [
    ...companionThere(guards, 'security group'),
    isDelegated(subnet.properties),
  ]);
  yield guards.certain.length > 0 ? { ...fact, related: guards.certain } : fact;
  yield {
    kind: 'way-out',
    noun: 'subnet',
    subject: subnet,
    open: switched(subnet, ['default_outbound_access_enabled'], true, 'a way out is there unless told otherwise'),
  };
}

/** Subnets of Azure's own gateways and firewalls, which take no security group. */
const reserved = ['gatewaysubnet', 'azurefirewallsubnet', 'azurefirewallmanagementsubnet', 'routeserversubnet'];

const placement = (noun: string, subject: Resource, name: Property, guards: readonly Truth[]): Fact => ({
  kind: 'network-placement',
  noun,
  subject,
  chosen: known(true, subject.properties.at, 'it is part of a network of its own'),
  groupsNamed: settledTruth(
    any(
      truth(false, subject.properties.at, 'no security group'),
      ...guards,
      is(otherwise(name.text(), '', 'no name'), (text) => reserved.includes(text.toLowerCase()), 'name'),
    ),
    subject.properties.at,
  ),
});

const isPresent = (property: Property): Truth => is(property.present(), (set) => set, 'security group');

/** NetApp volumes are reached past security groups, unless told otherwise. */
const isDelegated = (subnet: Property): Truth =>
  some(
    known(itemsOf(subnet.get('delegation')), subnet.at),
    (delegation) =>
      is(
        otherwise(delegation.get('service_delegation', 'name').text(), '', 'not delegated'),
        (name) => name.toLowerCase() === 'microsoft.netapp/volumes',
        'delegation',
      ),
    'delegated to nobody',
  );

/** @see https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview */
function routeFact(route: Resource): Fact {
  const { properties } = route;
  const next = otherwise(properties.get('next_hop_type').text(), '', 'not written');
  const prefix = otherwise(properties.get('address_prefix').text(), '', 'not written');
  return {
    kind: 'network-path',
    noun: 'route',
    subject: route,
    path: 'internet',
    open: settledTruth(
      all(
        is(next, (hop) => hop.toLowerCase() === 'internet', 'next hop'),
        is(prefix, (text) => ['0.0.0.0/0', '::/0', 'internet'].includes(text.toLowerCase()), 'address prefix'),
      ),
      properties.at,
    ),
  };
}

/**
 * Whoever may see a service of one's own can ask for a private endpoint to it; subscriptions that are approved
 * automatically are let in unasked, and `*` is all of them.
 *
 * @see https://learn.microsoft.com/azure/private-link/private-link-service-overview#control-service-exposure
 */
function* approvalFacts(service: Resource): Iterable<Fact> {
  const list = service.properties.get('auto_approval_subscription_ids').texts();
  const approved: Settled<readonly Settled<string>[]> = otherwise(list, [], 'nobody is approved automatically');
  yield {
    kind: 'acceptance',
    noun: 'private link service',
    subject: service,
    required: settledTruth(
      not(some(approved, (one) => is(one, (id) => id === '*', 'approved automatically'), 'approved automatically')),
      service.properties.at,
    ),
  };
}
