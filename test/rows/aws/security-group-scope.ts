import { refer, system, unknown, type Row, type Table } from '../../support/row';

const group = (rows: readonly Row[]): Record<string, Table> => ({
  'security group': { cloudformation: 'AWS::EC2::SecurityGroup', terraform: 'aws_security_group', rows },
});

const rule = (direction: 'ingress' | 'egress', from: number, to: number, cidr: unknown, protocol: unknown = 'tcp') => {
  const key = direction === 'ingress' ? 'SecurityGroupIngress' : 'SecurityGroupEgress';
  return [
    { [key]: [{ IpProtocol: protocol, FromPort: from, ToPort: to, CidrIp: cidr }] },
    { [direction]: [{ protocol, from_port: from, to_port: to, cidr_blocks: [cidr] }] },
  ] as const;
};
const v6 = (direction: 'ingress' | 'egress', cidr: unknown) => {
  const key = direction === 'ingress' ? 'SecurityGroupIngress' : 'SecurityGroupEgress';
  return [
    { [key]: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIpv6: cidr }] },
    { [direction]: [{ protocol: 'tcp', from_port: 443, to_port: 443, ipv6_cidr_blocks: [cidr] }] },
  ] as const;
};
const toGroup = [
  { SecurityGroupEgress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, DestinationSecurityGroupId: 'sg-1' }] },
  { egress: [{ protocol: 'tcp', from_port: 443, to_port: 443, security_groups: ['sg-1'] }] },
] as const;

/** How much the rules of a group let through: ports, protocols and networks. */
export const securityGroupScope: Readonly<Record<string, Readonly<Record<string, Table>>>> = {
  'egress-ports-named': group([
    ['fail', 'a range is let out', ...rule('egress', 8000, 8100, '10.0.0.0/8')],
    ['pass', 'one port is let out', ...rule('egress', 443, 443, '10.0.0.0/8')],
    ['pass', 'ICMP has no ports', ...rule('egress', 3, 4, '10.0.0.0/8', 'icmp')],
    ['undecided', 'the protocol is a parameter', ...rule('egress', 8000, 8100, '10.0.0.0/8', unknown)],
  ]),
  'network-ports-named': {
    'security group with egress rules': {
      cloudformation: 'AWS::EC2::SecurityGroup',
      terraform: 'aws_security_group',
      rows: [['silent', 'a range is let out', ...rule('egress', 8000, 8100, '10.0.0.0/8')]],
    },
  },
  'egress-protocol-named': group([
    ['fail', 'every protocol is let out', ...rule('egress', 0, 0, '10.0.0.0/8', '-1')],
    ['pass', 'one protocol is let out', ...rule('egress', 443, 443, '10.0.0.0/8')],
    ['undecided', 'the protocol is a parameter', ...rule('egress', 443, 443, '10.0.0.0/8', unknown)],
    ['pass', 'nobody wrote the rule that lets everything out', {}, null],
  ]),
  'egress-stated': group([
    ['fail', 'no rule is written: EC2 lets everything out', {}, null],
    ['silent', 'no rule is written: the provider lets nothing out', null, {}],
    ['pass', 'a rule is written', ...rule('egress', 443, 443, '0.0.0.0/0')],
    ['undecided', 'the rules are a parameter', { SecurityGroupEgress: unknown }, null],
    [
      'undecided',
      'a rule may belong to it',
      system(
        {},
        { rule: { type: 'AWS::EC2::SecurityGroupEgress', properties: { GroupId: unknown, IpProtocol: '-1' } } },
      ),
      null,
    ],
    [
      'pass',
      'a rule is written apart',
      system(
        {},
        { rule: { type: 'AWS::EC2::SecurityGroupEgress', properties: { GroupId: refer(), IpProtocol: '-1' } } },
      ),
      null,
    ],
  ]),
  'ingress-peers-single': group([
    ['fail', 'it is open to a network', ...rule('ingress', 443, 443, '10.0.0.0/31')],
    ['fail', 'it is open to a network of IPv6', ...v6('ingress', '2001:db8::/127')],
    ['pass', 'it is open to one address', ...rule('ingress', 443, 443, '10.0.0.1/32')],
    ['pass', 'it is open to one address of IPv6', ...v6('ingress', '2001:db8::1/128')],
    ['pass', 'the address has no prefix', ...rule('ingress', 443, 443, '10.0.0.1')],
    ['undecided', 'the address is a parameter', ...rule('ingress', 443, 443, unknown)],
    ['silent', 'it lets nobody in', ...rule('egress', 443, 443, '10.0.0.0/8')],
  ]),
  'egress-peers-single': group([
    ['fail', 'a network is let out to', ...rule('egress', 443, 443, '10.0.0.0/31')],
    ['fail', 'a network of IPv6 is', ...v6('egress', '::/0')],
    ['pass', 'one address is let out to', ...rule('egress', 443, 443, '10.0.0.1/32')],
    ['pass', 'a group is let out to', ...toGroup],
    ['undecided', 'the address is a parameter', ...rule('egress', 443, 443, unknown)],
    ['silent', 'nobody wrote the rule that lets everything out', {}, null],
  ]),
  'ingress-peers-few': {
    ...group([
      ['fail', 'it is open to 256 addresses', ...rule('ingress', 443, 443, '10.0.0.0/24')],
      ['pass', 'it is open to 128 addresses', ...rule('ingress', 443, 443, '10.0.0.0/25')],
      ['fail', 'it is open to a network of IPv6', ...v6('ingress', '2001:db8::/64')],
      ['pass', 'it is open to one address of IPv6', ...v6('ingress', '2001:db8::1/128')],
      ['undecided', 'the network is a parameter', ...rule('ingress', 443, 443, unknown)],
    ]),
  },
};
