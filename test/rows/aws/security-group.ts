import { securityGroupMore } from './security-group-description';
import { securityGroupScope } from './security-group-scope';
import { merged } from '../../support/store-rows';
import { refer, system, unknown, type Other, type ServiceRows, type Table } from '../../support/row';

const anywhere = '0.0.0.0/0';

/** One inline ingress rule, in each vocabulary. */
const inline = (from: number, to: number, cidr: unknown = anywhere, protocol: unknown = 'tcp') =>
  [
    { SecurityGroupIngress: [{ IpProtocol: protocol, FromPort: from, ToPort: to, CidrIp: cidr }] },
    { ingress: [{ protocol, from_port: from, to_port: to, cidr_blocks: [cidr] }] },
  ] as const;

const inline6 = (from: number, to: number, cidr: unknown) =>
  [
    { SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: from, ToPort: to, CidrIpv6: cidr }] },
    { ingress: [{ protocol: 'tcp', from_port: from, to_port: to, ipv6_cidr_blocks: [cidr] }] },
  ] as const;

/** Two rules for one port whose blocks are two halves of everything. */
const halves = [
  {
    SecurityGroupIngress: [
      { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: '0.0.0.0/1' },
      { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: '128.0.0.0/1' },
    ],
  },
  { ingress: [{ protocol: 'tcp', from_port: 22, to_port: 22, cidr_blocks: ['0.0.0.0/1', '128.0.0.0/1'] }] },
] as const;

const separate = (port: number, group: unknown, cidr: unknown = anywhere): readonly [Other, Other, Other] => [
  {
    type: 'AWS::EC2::SecurityGroupIngress',
    properties: { GroupId: group, IpProtocol: 'tcp', FromPort: port, ToPort: port, CidrIp: cidr },
  },
  {
    type: 'aws_security_group_rule',
    properties: { security_group_id: group, type: 'ingress', protocol: 'tcp', from_port: port, to_port: port, cidr_blocks: [cidr] },
  },
  {
    type: 'aws_vpc_security_group_ingress_rule',
    properties: { security_group_id: group, ip_protocol: 'tcp', from_port: port, to_port: port, cidr_ipv4: cidr },
  },
]; // prettier-ignore

const [ruleCfn, ruleTf, vpcRuleTf] = separate(22, refer());
const [closedCfn, closedTf] = separate(22, refer(), '10.0.0.0/8');
const [, ruleByValue] = separate(22, 'sg-0a1b2c3d');

const balancer = (port: number, scheme: string | undefined, group: unknown = refer()) => {
  const [cloudformation, terraform] = inline(port, port);
  return [
    system(cloudformation, {
      balancer: {
        type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
        properties: { SecurityGroups: [group], ...(scheme && { Scheme: scheme }) },
      },
    }),
    system(terraform, {
      balancer: {
        type: 'aws_lb',
        properties: { security_groups: [group], ...(scheme && { internal: scheme === 'internal' }) },
      },
    }),
  ] as const;
};

const group = (rows: Table['rows']): Record<string, Table> => ({
  'security group': { cloudformation: 'AWS::EC2::SecurityGroup', terraform: 'aws_security_group', rows },
});

/** The rule itself is the subject: its group is not here. */
const lonely = (rows: Table['rows'], terraform = 'aws_security_group_rule'): Table => ({
  cloudformation: 'AWS::EC2::SecurityGroupIngress',
  terraform,
  rows,
});

const egress = (cidr: unknown, protocol: unknown = '-1') =>
  [
    { SecurityGroupEgress: [{ IpProtocol: protocol, CidrIp: cidr }] },
    { egress: [{ protocol, from_port: 0, to_port: 0, cidr_blocks: [cidr] }] },
  ] as const;

/** A web rule that belongs to one of two groups, and the groups that a public balancer uses. */
const ofEither = (...balanced: readonly string[]) => {
  const [{ properties }] = separate(443, { 'Fn::If': ['Either', { Ref: 'first' }, { Ref: 'second' }] });
  const other = { type: 'AWS::EC2::SecurityGroup', properties: {} };
  const used = balanced.map((name) => refer(name));
  return system(properties, {
    first: other,
    second: other,
    balancer: { type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', properties: { SecurityGroups: used } },
  });
};

export const securityGroupRows: ServiceRows = {
  service: 'security-group',
  controls: merged(securityGroupMore, securityGroupScope, {
    'ingress-admin-not-open': {
      ...group([
        ['silent', 'no rule is written', {}, {}],
        ['fail', 'SSH is open', ...inline(22, 22)],
        ['fail', 'a database is open', ...inline(5432, 5432)],
        ['fail', 'a range holds RDP', ...inline(3000, 4000)],
        ['fail', 'all ports of TCP are open', ...inline(0, 65535)],
        ['fail', 'all protocols are open, whatever the ports say', ...inline(443, 443, anywhere, '-1')],
        ['fail', 'all protocols are open, the number unquoted', ...inline(0, 0, anywhere, -1)],
        ['fail', 'the protocol is a number', ...inline(22, 22, anywhere, '6')],
        ['fail', 'the protocol is in capitals', ...inline(22, 22, anywhere, 'TCP')],
        ['pass', 'the protocol is ICMP', ...inline(-1, -1, anywhere, 'icmp')],
        ['pass', 'the protocol is ICMP, as a number', ...inline(-1, -1, anywhere, '1')],
        ['pass', 'the protocol is a tunnel without ports', ...inline(0, 0, anywhere, '50')],
        ['pass', 'the protocol is nonsense', ...inline(22, 22, anywhere, 'constructor')],
        ['pass', 'only a web port is open', ...inline(443, 443)],
        ['pass', 'SSH is open to a private network', ...inline(22, 22, '10.0.0.0/8')],
        ['pass', 'SSH is open to one host', ...inline(22, 22, '203.0.113.7/32')],
        ['fail', 'SSH is open to half of the internet', ...inline(22, 22, '128.0.0.0/1')],
        ['fail', 'two halves are open', ...halves],
        ['fail', 'the block has host bits', ...inline(22, 22, '10.0.0.1/0')],
        ['fail', 'IPv6 is open', ...inline6(22, 22, '::/0')],
        ['fail', 'IPv6 is open, spelled out', ...inline6(22, 22, '0:0:0:0:0:0:0:0/0')],
        ['pass', 'IPv6 is confined', ...inline6(22, 22, '2001:db8::/32')],
        ['undecided', 'the block is a parameter', ...inline(22, 22, unknown)],
        ['pass', 'the block is a parameter, and the port is none of these', ...inline(8081, 8081, unknown)],
        ['undecided', 'the protocol is a parameter', ...inline(22, 22, anywhere, unknown)],
        ['undecided', 'all rules are a parameter', { SecurityGroupIngress: unknown }, { ingress: unknown }],
        ['undecided', 'the ports are parameters',
          { SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: unknown, ToPort: unknown, CidrIp: anywhere }] },
          { ingress: [{ protocol: 'tcp', from_port: unknown, to_port: unknown, cidr_blocks: [anywhere] }] }],
        ['fail', 'the ports are not named', { SecurityGroupIngress: [{ IpProtocol: 'tcp', CidrIp: anywhere }] }, null],
        ['pass', 'another group is the peer',
          { SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, SourceSecurityGroupId: refer('other') }] },
          { ingress: [{ protocol: 'tcp', from_port: 22, to_port: 22, security_groups: [refer('other')] }] }],
        ['fail', 'one block of several is open', null,
          { ingress: [{ protocol: 'tcp', from_port: 22, to_port: 22, cidr_blocks: ['10.0.0.0/8', unknown, anywhere] }] }],
        ['undecided', 'one block of several is a parameter', null,
          { ingress: [{ protocol: 'tcp', from_port: 22, to_port: 22, cidr_blocks: ['10.0.0.0/8', unknown] }] }],
        ['fail', 'a rule of its own opens it', system({}, { rule: ruleCfn }), system({}, { rule: ruleTf })],
        ['fail', 'a rule of its own (VPC) opens it', null, system({}, { rule: vpcRuleTf })],
        ['fail', 'a rule names the group by its id', null, system({ id: 'sg-0a1b2c3d' }, { rule: ruleByValue })],
        ['fail', 'a rule names the group of a default VPC',
          system({}, { rule: { type: 'AWS::EC2::SecurityGroupIngress', properties: { GroupName: refer(), IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: anywhere } } }),
          null],
        ['silent', 'a rule belongs to another group', null, system({ id: 'sg-1' }, { rule: ruleByValue })],
        ['pass', 'a rule of its own is confined', system({}, { rule: closedCfn }), system({}, { rule: closedTf })],
        ['silent', 'the rule lets out, not in', null,
          system({}, { rule: { type: 'aws_security_group_rule', properties: { ...ruleTf.properties, type: 'egress' } } })],
        ['undecided', 'the direction of a rule is a parameter', null,
          system({}, { rule: { type: 'aws_security_group_rule', properties: { ...ruleTf.properties, type: unknown } } })],
      ]),
      'rule without its group': lonely([
        ['fail', 'it opens SSH', { ...ruleCfn.properties, GroupId: 'sg-elsewhere' }, { ...ruleTf.properties, security_group_id: 'sg-elsewhere' }],
        ['fail', 'its group is a parameter', { ...ruleCfn.properties, GroupId: unknown }, { ...ruleTf.properties, security_group_id: unknown }],
        ['pass', 'it is confined', { ...closedCfn.properties, GroupId: 'sg-elsewhere' }, { ...closedTf.properties, security_group_id: 'sg-elsewhere' }],
        ['silent', 'its group answers for it',
          system({ ...ruleCfn.properties, GroupId: refer('group') }, { group: { type: 'AWS::EC2::SecurityGroup', properties: {} } }),
          system({ ...ruleTf.properties, security_group_id: refer('group') }, { group: { type: 'aws_security_group', properties: {} } })],
        ['fail', 'its group is only looked up', null,
          system({ ...ruleTf.properties, security_group_id: refer('group') }, { group: { type: 'aws_security_group', properties: {}, data: true } })],
      ]),
      'VPC rule without its group': lonely([
        ['fail', 'it opens SSH', null, { ...vpcRuleTf.properties, security_group_id: 'sg-elsewhere' }],
        ['fail', 'it opens IPv6', null, { security_group_id: 'sg-elsewhere', ip_protocol: '-1', cidr_ipv6: '::/0' }],
      ], 'aws_vpc_security_group_ingress_rule'),
      'default security group': {
        cloudformation: null,
        terraform: 'aws_default_security_group',
        rows: [
          ['fail', 'it opens everything', null, inline(0, 0, anywhere, '-1')[1]],
          ['pass', 'it lets its members talk', null, { ingress: [{ protocol: '-1', self: true, from_port: 0, to_port: 0 }] }],
        ],
      },
    }, // prettier-ignore
    'ingress-not-open': {
      ...group([
        ['fail', 'a web port is open', ...inline(443, 443)],
        ['fail', 'a high port is open', ...inline(8081, 8081)],
        ['fail', 'a tunnel is open', ...inline(0, 0, anywhere, '50')],
        ['fail', 'an administration port is open, which another control says too', ...inline(22, 22)],
        ['pass', 'ICMP is open', ...inline(-1, -1, anywhere, 'icmp')],
        ['pass', 'it is confined', ...inline(443, 443, '10.0.0.0/8')],
        ['undecided', 'the block is a parameter', ...inline(443, 443, unknown)],
        ['pass', 'it stands before a public balancer', ...balancer(443, 'internet-facing')],
        ['pass', 'it stands before a balancer that says nothing', ...balancer(80, undefined)],
        ['fail', 'the balancer is internal', ...balancer(443, 'internal')],
        ['fail', 'the balancer is public, and the port is no web port', ...balancer(8081, 'internet-facing')],
        ['undecided', 'the groups of the balancer are not known', ...balancer(443, 'internet-facing', unknown)],
        ['fail', 'the balancer is internal, whatever its groups', ...balancer(443, 'internal', unknown)],
        [
          'pass',
          'it stands before a classic balancer',
          system(inline(443, 443)[0], {
            balancer: { type: 'AWS::ElasticLoadBalancing::LoadBalancer', properties: { SecurityGroups: [refer()] } },
          }),
          system(inline(443, 443)[1], { balancer: { type: 'aws_elb', properties: { security_groups: [refer()] } } }),
        ],
      ]),
      'rule without its group': lonely([
        ['fail', "neither of its groups is a balancer's", ofEither(), null],
        ['pass', "both of its groups are a public balancer's", ofEither('first', 'second'), null],
        ['undecided', "one of its groups is a public balancer's", ofEither('second'), null],
      ]),
    },
    'egress-confined': {
      ...group([
        ['fail', 'everything is let out', ...egress(anywhere)],
        ['pass', 'one network is let out to', ...egress('10.0.0.0/8')],
        ['undecided', 'the block is a parameter', ...egress(unknown)],
      ]),
      'security group without egress rules': {
        cloudformation: 'AWS::EC2::SecurityGroup',
        terraform: null,
        rows: [
          ['fail', 'no rule is written: EC2 lets everything out', {}, null],
          ['fail', 'the list is empty: EC2 lets everything out', { SecurityGroupEgress: [] }, null],
          ['pass', 'one rule is written', { SecurityGroupEgress: [{ IpProtocol: '-1', CidrIp: '127.0.0.1/32' }] }, null],
          ['pass', 'one rule is written apart', system({}, { rule: { type: 'AWS::EC2::SecurityGroupEgress', properties: { GroupId: refer(), IpProtocol: '-1', CidrIp: '127.0.0.1/32' } } }), null],
          ['undecided', 'a rule may belong to it', system({}, { rule: { type: 'AWS::EC2::SecurityGroupEgress', properties: { GroupId: unknown, IpProtocol: '-1', CidrIp: '127.0.0.1/32' } } }), null],
          ['undecided', 'the rules are a parameter', { SecurityGroupEgress: unknown }, null],
        ],
      },
      'security group of Terraform without egress rules': {
        cloudformation: null,
        terraform: 'aws_security_group',
        rows: [['silent', 'the provider removes the rule that lets everything out', null, {}]],
      },
    }, // prettier-ignore
    'network-ports-named': {
      ...group([
        ['fail', 'a range is opened', ...inline(8000, 8100, '10.0.0.0/8')],
        ['pass', 'one port is opened', ...inline(443, 443, '10.0.0.0/8')],
        ['pass', 'ICMP has no ports', ...inline(3, 4, '10.0.0.0/8', 'icmp')],
        ['undecided', 'the protocol is a parameter', ...inline(8000, 8100, '10.0.0.0/8', unknown)],
      ]),
    },
    'network-protocol-named': {
      ...group([
        ['fail', 'every protocol is opened', ...inline(0, 0, '10.0.0.0/8', '-1')],
        ['pass', 'one protocol is opened', ...inline(443, 443, '10.0.0.0/8')],
        ['undecided', 'the protocol is a parameter', ...inline(443, 443, '10.0.0.0/8', unknown)],
      ]),
    },
    'default-network-unused': {
      'default security group': {
        cloudformation: null,
        terraform: 'aws_default_security_group',
        rows: [
          ['pass', 'it has no rules', null, {}],
          ['pass', 'its lists are empty', null, { ingress: [], egress: [] }],
          ['fail', 'it has a rule', null, { ingress: [{ protocol: '-1', self: true }] }],
          ['fail', 'a rule of its own belongs to it', null, system({}, { rule: closedTf })],
          ['undecided', 'its rules are not known', null, { ingress: unknown }],
        ],
      },
      'other security group': {
        cloudformation: 'AWS::EC2::SecurityGroup',
        terraform: 'aws_security_group',
        rows: [['silent', 'it is no default', ...inline(443, 443)]],
      },
    },
  }),
};
