import { isOpenToInternet } from '../../model/cidr';
import type { NetworkPath } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { member, property, type Resource } from '../../model/resource';
import { all, any, is, settledTruth, truth, type Truth } from '../../model/truth';
import { otherwise } from '../../model/value';
import type { Service } from '../service';
import { itemsOf } from './items';
import { instances } from './machine';

const tables = ['AWS::EC2::RouteTable', 'aws_default_route_table', 'aws_route_table'];
const routes = ['AWS::EC2::Route', 'aws_route'];
/** A carrier gateway leads to the internet as well. */
const ways = [
  'AWS::EC2::CarrierGateway',
  'AWS::EC2::InternetGateway',
  'aws_ec2_carrier_gateway',
  'aws_internet_gateway',
];
const otherGateways = ['AWS::EC2::VPNGateway', 'aws_vpn_gateway'];

/** Tables hold routes; which subnets use a table does not matter to where it leads. */
export const route: Service = {
  name: 'route',
  types: {
    cloudformation: ['AWS::EC2::Route', 'AWS::EC2::RouteTable', 'AWS::EC2::SubnetRouteTableAssociation'],
    terraform: [
      'aws_default_route_table',
      'aws_main_route_table_association',
      'aws_route',
      'aws_route_table',
      'aws_route_table_association',
    ],
  },
  *facts(resource, graph) {
    if (tables.includes(resource.type)) yield* tableFacts(resource, graph);
    if (!routes.includes(resource.type)) return;
    const owner = graph.follow(property(resource, 'RouteTableId', 'route_table_id'), tables);
    const subject = owner.state === 'linked' && owner.resource.mode === 'managed' ? owner.resource : resource;
    if (subject === resource) yield* routeFacts('route', resource, resource.properties, resource, graph);
  },
};

function* tableFacts(table: Resource, graph: ResourceGraph): Iterable<NetworkPath> {
  for (const item of itemsOf(property(table, null, 'route')))
    yield* routeFacts('route table', table, item, table, graph);
  const key = table.vocabulary === 'cloudformation' ? 'RouteTableId' : 'route_table_id';
  for (const apart of graph.companions(table, routes, key, tables).certain)
    yield* routeFacts('route table', table, apart.properties, apart, graph);
}

function* routeFacts(
  noun: string,
  subject: Resource,
  written: Property,
  holder: Resource,
  graph: ResourceGraph,
): Iterable<NetworkPath> {
  const { vocabulary } = holder;
  const inline = holder === subject && noun === 'route table';
  const destinations = [
    member(written, vocabulary, 'DestinationCidrBlock', inline ? 'cidr_block' : 'destination_cidr_block'),
    member(written, vocabulary, 'DestinationIpv6CidrBlock', inline ? 'ipv6_cidr_block' : 'destination_ipv6_cidr_block'),
  ];
  const everywhere = destinations.map((one) =>
    is(otherwise(one.text(), '', 'no destination'), (cidr) => isOpenToInternet([cidr]), 'destination'),
  );
  const about = { noun, subject, ...(holder !== subject && { related: [holder] }) };
  const hops = { internet: leadsOut(written, vocabulary, graph), machine: leadsToMachine(written, vocabulary, graph) };
  for (const path of ['internet', 'machine'] as const)
    yield {
      kind: 'network-path',
      path,
      open: settledTruth(all(any(...everywhere), hops[path]), written.at),
      ...about,
    };
}

/** An interface that is not a machine's in sight may be one's elsewhere, or a firewall's. */
const ofMachine = { linked: true, absent: false, outside: undefined, unknown: undefined } as const;

/** Whether the next hop is a machine that forwards what others send. */
function leadsToMachine(written: Property, vocabulary: Resource['vocabulary'], graph: ResourceGraph): Truth {
  const card = member(written, vocabulary, 'NetworkInterfaceId', 'network_interface_id');
  return any(
    is(member(written, vocabulary, 'InstanceId', 'instance_id').present(), (named) => named, 'next hop'),
    truth(ofMachine[graph.follow(card, instances).state], card.at, 'interface that is the next hop'),
  );
}

/** Whether the next hop is a gateway to the internet. Behind a NAT gateway nobody can start a connection from outside. */
function leadsOut(written: Property, vocabulary: Resource['vocabulary'], graph: ResourceGraph): Truth {
  const nat = member(written, vocabulary, 'NatGatewayId', 'nat_gateway_id').present();
  if (nat.state === 'known' && nat.value) return truth(false, nat.at, 'it leads to a NAT gateway');
  const properties = [
    member(written, vocabulary, 'GatewayId', 'gateway_id'),
    member(written, vocabulary, 'CarrierGatewayId', 'carrier_gateway_id'),
  ];
  return any(...properties.map((property) => isWayOut(property, graph)));
}

function isWayOut(gateway: Property, graph: ResourceGraph): Truth {
  const link = graph.follow(gateway, [...ways, ...otherGateways]);
  const note = 'next hop';
  if (link.state === 'absent') return truth(false, gateway.at, 'no gateway');
  if (link.state === 'linked') return truth(ways.includes(link.resource.type), gateway.at, note);
  const text = otherwise(gateway.text(), '', 'no gateway');
  return is(text, (id) => /^(igw|cagw)-/.test(id), note);
}
