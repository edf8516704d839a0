import { refer, system, unknown, type Properties, type Row, type Table } from '../../support/row';

const list = (rows: readonly Row[]): Record<string, Table> => ({
  'network ACL': { cloudformation: 'AWS::EC2::NetworkAcl', terraform: 'aws_network_acl', rows },
});

interface Written {
  readonly egress?: unknown;
  readonly action?: string;
  readonly protocol?: unknown;
  readonly cidr?: unknown;
  readonly cidr6?: unknown;
  readonly ports?: readonly [from: number, to: number];
}

/** A list with one rule, as a resource of its own. */
function withRule({ egress = false, action = 'allow', protocol = 6, cidr, cidr6, ports }: Written) {
  const [from, to] = ports ?? [];
  const entry: Properties = {
    NetworkAclId: refer(),
    RuleNumber: 100,
    RuleAction: action,
    Egress: egress,
    Protocol: protocol,
    CidrBlock: cidr,
    Ipv6CidrBlock: cidr6,
    ...(ports && { PortRange: { From: from, To: to } }),
  };
  const rule: Properties = {
    network_acl_id: refer(),
    rule_number: 100,
    rule_action: action,
    egress,
    protocol,
    cidr_block: cidr,
    ipv6_cidr_block: cidr6,
    ...(ports && { from_port: from, to_port: to }),
  };
  return [
    system({}, { rule: { type: 'AWS::EC2::NetworkAclEntry', properties: entry } }),
    system({}, { rule: { type: 'aws_network_acl_rule', properties: rule } }),
  ] as const;
}
const inside = (direction: 'ingress' | 'egress', rule: Properties): Properties => ({
  [direction]: [{ rule_no: 100, action: 'allow', protocol: 'tcp', cidr_block: '10.0.0.0/8', ...rule }],
});
const network = '10.0.0.0/8';

/** How much the rules of a list let through, either way, and whom they deny. */
export const networkAclScope: Readonly<Record<string, Readonly<Record<string, Table>>>> = {
  'network-ports-named': list([
    ['fail', 'every port is let in', ...withRule({ cidr: network, ports: [0, 65535] })],
    ['fail', 'every port is let out', ...withRule({ cidr: network, egress: true, ports: [0, 65535] })],
    ['fail', 'every port is let out, inside', null, inside('egress', { from_port: 0, to_port: 65535 })],
    ['pass', 'a range is let out', ...withRule({ cidr: network, egress: true, ports: [1024, 65535] })],
    ['pass', 'a range is let in', ...withRule({ cidr: network, ports: [0, 1023] })],
    ['silent', 'it is denied', ...withRule({ cidr: network, action: 'deny', ports: [0, 65535] })],
    ['undecided', 'the protocol is a parameter', ...withRule({ cidr: network, protocol: unknown, ports: [0, 65535] })],
  ]),
  'network-protocol-named': list([
    ['fail', 'every protocol is let in', ...withRule({ cidr: network, protocol: -1 })],
    ['fail', 'every protocol is let out', ...withRule({ cidr: network, protocol: -1, egress: true })],
    ['pass', 'one protocol is', ...withRule({ cidr: network, ports: [443, 443] })],
    ['fail', 'it is ICMPv6, of an IPv4 block', ...withRule({ cidr: '0.0.0.0/0', protocol: 58 })],
    ['pass', 'it is ICMPv6, of an IPv6 block', ...withRule({ cidr6: '::/0', protocol: 58 })],
    ['pass', 'it is ICMP', ...withRule({ cidr: '0.0.0.0/0', protocol: 1 })],
    ['undecided', 'the protocol is a parameter', ...withRule({ cidr: network, protocol: unknown })],
  ]),
  'network-denial-whole': {
    ...list([
      ['silent', 'nothing is denied', ...withRule({ cidr: network })],
      ['fail', 'one network is denied', ...withRule({ cidr: '203.0.113.0/24', action: 'deny' })],
      [
        'fail',
        'one network is denied to go out to',
        ...withRule({ cidr: '203.0.113.0/24', action: 'deny', egress: true }),
      ],
      ['pass', 'everybody is denied', ...withRule({ cidr: '0.0.0.0/0', action: 'DENY' })],
      ['pass', 'everybody of IPv6 is denied', ...withRule({ cidr6: '::/0', action: 'deny' })],
      ['undecided', 'the block is a parameter', ...withRule({ cidr: unknown, action: 'deny' })],
    ]),
    'rule without its list': {
      cloudformation: 'AWS::EC2::NetworkAclEntry',
      terraform: 'aws_network_acl_rule',
      rows: [
        [
          'fail',
          'one of its two blocks is a network',
          { NetworkAclId: 'acl-1', RuleAction: 'deny', CidrBlock: '192.0.2.1/32', Ipv6CidrBlock: '::/0' },
          { network_acl_id: 'acl-1', rule_action: 'deny', cidr_block: '192.0.2.1/32', ipv6_cidr_block: '::/0' },
        ],
        [
          'pass',
          'both are everybody',
          { NetworkAclId: 'acl-1', RuleAction: 'deny', CidrBlock: '0.0.0.0/0', Ipv6CidrBlock: '::/0' },
          { network_acl_id: 'acl-1', rule_action: 'deny', cidr_block: '0.0.0.0/0', ipv6_cidr_block: '::/0' },
        ],
      ],
    },
  },
  'put-to-use': {
    ...list([
      ['fail', 'no subnet is associated with it', {}, {}],
      ['pass', 'subnets are named', null, { subnet_ids: ['subnet-1'] }],
      [
        'pass',
        'a subnet is associated with it',
        system({}, { use: { type: 'AWS::EC2::SubnetNetworkAclAssociation', properties: { NetworkAclId: refer() } } }),
        system({}, { use: { type: 'aws_network_acl_association', properties: { network_acl_id: refer() } } }),
      ],
      [
        'undecided',
        'a subnet may be',
        system({}, { use: { type: 'AWS::EC2::SubnetNetworkAclAssociation', properties: { NetworkAclId: unknown } } }),
        system({}, { use: { type: 'aws_network_acl_association', properties: { network_acl_id: unknown } } }),
      ],
    ]),
    'default network ACL': {
      cloudformation: null,
      terraform: 'aws_default_network_acl',
      rows: [['silent', 'subnets without another have it', null, {}]],
    },
  },
};
