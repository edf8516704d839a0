import { refer, system, unknown, type Row, type ServiceRows } from '../../support/row';

const types = { cloudformation: 'AWS::EC2::Route', terraform: 'aws_route' };
const to = (DestinationCidrBlock: unknown, GatewayId: unknown) =>
  [
    { DestinationCidrBlock, GatewayId },
    { destination_cidr_block: DestinationCidrBlock, gateway_id: GatewayId },
  ] as const;
const via = (DestinationCidrBlock: unknown, InstanceId: unknown) =>
  [
    { DestinationCidrBlock, InstanceId },
    { destination_cidr_block: DestinationCidrBlock, instance_id: InstanceId },
    { cidr_block: DestinationCidrBlock, instance_id: InstanceId },
  ] as const;
const both = ([cloudformation, terraform]: ReturnType<typeof via>) => [cloudformation, terraform] as const;
const through = (verdict: 'pass' | 'fail', cloudformation: string, terraform: string): Row => [
  verdict,
  `the gateway is made beside it: ${terraform}`,
  system(to('0.0.0.0/0', refer('gateway'))[0], { gateway: { type: cloudformation, properties: {} } }),
  system(to('0.0.0.0/0', refer('gateway'))[1], { gateway: { type: terraform, properties: {} } }),
];

export const routeRows: ServiceRows = {
  service: 'route',
  controls: {
    'route-not-through-machine': {
      route: {
        ...types,
        rows: [
          ['pass', 'everything goes to a gateway', ...to('0.0.0.0/0', 'igw-1')],
          ['fail', 'everything goes to a machine', ...both(via('0.0.0.0/0', 'i-1'))],
          ['pass', 'one network goes to a machine', ...both(via('10.0.0.0/8', 'i-1'))],
          ['undecided', 'the destination is a parameter', ...both(via(unknown, 'i-1'))],
          ['undecided', 'whether there is a machine is a parameter', ...both(via('0.0.0.0/0', unknown))],
          [
            'undecided',
            'everything goes to an interface elsewhere',
            { DestinationCidrBlock: '0.0.0.0/0', NetworkInterfaceId: 'eni-1' },
            { destination_cidr_block: '0.0.0.0/0', network_interface_id: 'eni-1' },
          ],
          [
            'fail',
            'everything goes to an interface of a machine',
            system(
              { DestinationCidrBlock: '0.0.0.0/0', NetworkInterfaceId: refer('machine') },
              { machine: { type: 'AWS::EC2::Instance', properties: {} } },
            ),
            system(
              {
                destination_cidr_block: '0.0.0.0/0',
                network_interface_id: refer('machine', 'primary_network_interface_id'),
              },
              { machine: { type: 'aws_instance', properties: {} } },
            ),
          ],
        ],
      },
      'route table': {
        cloudformation: 'AWS::EC2::RouteTable',
        terraform: 'aws_route_table',
        rows: [
          ['fail', 'a route in it leads to a machine', null, { route: [via('0.0.0.0/0', 'i-1')[2]] }],
          [
            'pass',
            'a route in it leads to a gateway',
            null,
            { route: [{ cidr_block: '0.0.0.0/0', gateway_id: 'igw-1' }] },
          ],
        ],
      },
    },
    'route-not-to-internet': {
      route: {
        ...types,
        rows: [
          ['fail', 'everything goes to an internet gateway', ...to('0.0.0.0/0', 'igw-1')],
          [
            'fail',
            'everything goes to a carrier gateway',
            null,
            { destination_cidr_block: '0.0.0.0/0', carrier_gateway_id: 'cagw-1' },
          ],
          [
            'fail',
            'so does the other family',
            { DestinationIpv6CidrBlock: '::/0', GatewayId: 'igw-1' },
            { destination_ipv6_cidr_block: '::/0', gateway_id: 'igw-1' },
          ],
          ['pass', 'one network goes there', ...to('192.168.0.0/16', 'igw-1')],
          ['pass', 'everything goes to a virtual private gateway', ...to('0.0.0.0/0', 'vgw-1')],
          [
            'pass',
            'everything goes to a NAT gateway',
            { DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1' },
            { destination_cidr_block: '0.0.0.0/0', nat_gateway_id: 'nat-1' },
          ],
          ['undecided', 'the destination is a parameter', ...to(unknown, 'igw-1')],
          ['undecided', 'the gateway is a parameter', ...to('0.0.0.0/0', unknown)],
          through('fail', 'AWS::EC2::InternetGateway', 'aws_internet_gateway'),
          through('pass', 'AWS::EC2::VPNGateway', 'aws_vpn_gateway'),
          [
            'silent',
            'its table answers for it',
            system({ RouteTableId: refer('table') }, { table: { type: 'AWS::EC2::RouteTable', properties: {} } }),
            system({ route_table_id: refer('table') }, { table: { type: 'aws_route_table', properties: {} } }),
          ],
        ],
      },
      'route table': {
        cloudformation: 'AWS::EC2::RouteTable',
        terraform: 'aws_route_table',
        rows: [
          ['silent', 'it has no routes', {}, {}],
          [
            'fail',
            'a route in it leads everywhere',
            null,
            { route: [{ cidr_block: '0.0.0.0/0', gateway_id: 'igw-1' }] },
          ],
          ['undecided', 'its routes are a parameter', null, { route: unknown }],
          [
            'pass',
            'a route in it leads to a NAT gateway',
            null,
            { route: [{ cidr_block: '0.0.0.0/0', nat_gateway_id: 'nat-1' }] },
          ],
          [
            'fail',
            'a route beside it leads everywhere',
            system(
              {},
              {
                way: {
                  type: types.cloudformation,
                  properties: { RouteTableId: refer(), ...to('0.0.0.0/0', 'igw-1')[0] },
                },
              },
            ),
            system(
              {},
              {
                way: { type: types.terraform, properties: { route_table_id: refer(), ...to('0.0.0.0/0', 'igw-1')[1] } },
              },
            ),
          ],
        ],
      },
    },
  },
};
