import {
  refer,
  system,
  unknown,
  type Other,
  type Properties,
  type Row,
  type ServiceRows,
  type Table,
} from '../../support/row';
import { merged } from '../../support/store-rows';
import { networkAclScope } from './network-acl-scope';

interface Written {
  readonly number?: unknown;
  readonly action?: unknown;
  readonly cidr?: unknown;
  readonly cidr6?: unknown;
  readonly protocol?: unknown;
  readonly from?: unknown;
  readonly to?: unknown;
  readonly egress?: unknown;
}

const entry = (rule: Written, list: unknown = refer()): Properties => ({
  NetworkAclId: list,
  RuleNumber: rule.number ?? 100,
  RuleAction: rule.action ?? 'allow',
  Protocol: rule.protocol ?? 6,
  CidrBlock: rule.cidr6 === undefined ? (rule.cidr ?? '0.0.0.0/0') : undefined,
  Ipv6CidrBlock: rule.cidr6,
  Egress: rule.egress,
  PortRange: { From: rule.from ?? 22, To: rule.to ?? rule.from ?? 22 },
});
const separate = (rule: Written, list: unknown = refer()): Properties => ({
  network_acl_id: list,
  rule_number: rule.number ?? 100,
  rule_action: rule.action ?? 'allow',
  protocol: rule.protocol ?? 'tcp',
  cidr_block: rule.cidr6 === undefined ? (rule.cidr ?? '0.0.0.0/0') : '',
  ipv6_cidr_block: rule.cidr6,
  egress: rule.egress,
  from_port: rule.from ?? 22,
  to_port: rule.to ?? rule.from ?? 22,
});
const inline = (rule: Written): Properties => ({
  rule_no: rule.number ?? 100,
  action: rule.action ?? 'allow',
  protocol: rule.protocol ?? 'tcp',
  cidr_block: rule.cidr6 === undefined ? (rule.cidr ?? '0.0.0.0/0') : '',
  ipv6_cidr_block: rule.cidr6 ?? '',
  from_port: rule.from ?? 22,
  to_port: rule.to ?? rule.from ?? 22,
});

/** A list with rules: as resources of their own, and written inside. */
const rules = (...written: readonly Written[]) => {
  const others = (type: string, render: (rule: Written) => Properties): Record<string, Other> =>
    Object.fromEntries(written.map((rule, index) => [`rule${String(index)}`, { type, properties: render(rule) }]));
  return [system({}, others('AWS::EC2::NetworkAclEntry', entry)), { ingress: written.map(inline) }] as const;
};
const apart = (...written: readonly Written[]) =>
  system(
    {},
    Object.fromEntries(
      written.map((rule, index) => [
        `rule${String(index)}`,
        { type: 'aws_network_acl_rule', properties: separate(rule) },
      ]),
    ),
  );

const deny = (rule: Written): Written => ({ number: 50, action: 'deny', ...rule });
const everything: Written = { protocol: -1, from: 0, to: 0 };

const list = (terraform: string, rows: readonly Row[]): Table => ({
  cloudformation: terraform === 'aws_network_acl' ? 'AWS::EC2::NetworkAcl' : null,
  terraform,
  rows,
});

export const networkAclRows: ServiceRows = {
  service: 'network-acl',
  controls: merged(networkAclScope, {
    'network-acl-not-open': {
      'network ACL': list('aws_network_acl', [
        ['silent', 'it has no rule', {}, {}],
        ['fail', 'SSH is open', ...rules({})],
        ['fail', 'a rule of its own opens SSH', null, apart({})],
        ['fail', 'RDP is open', ...rules({ from: 3389 })],
        ['fail', 'all protocols are open', ...rules(everything)],
        ['fail', 'the protocol is a number', ...rules({ protocol: '6' })],
        ['fail', 'UDP is open', ...rules({ protocol: 17 })],
        ['pass', 'ICMP is open', ...rules({ protocol: 1 })],
        ['fail', 'IPv6 is open', ...rules({ cidr6: '::/0' })],
        ['pass', 'one network is let in', ...rules({ cidr: '10.0.0.0/8' })],
        ['pass', 'a web port is open', ...rules({ from: 443 })],
        ['pass', 'the ports of answers are open', ...rules({ from: 1024, to: 65535 })],
        ['pass', 'the ports of answers are open, but for one', ...rules({ from: 1024, to: 65535 }, deny({ from: 5000 }))],
        ['fail', 'a range is wider than that of answers', ...rules({ from: 1000, to: 65535 })],
        ['silent', 'the rule denies', ...rules({ action: 'deny' })],
        ['fail', 'the action is in capitals', ...rules({ action: 'ALLOW' })],
        ['silent', 'the rule lets out', system({}, { rule: { type: 'AWS::EC2::NetworkAclEntry', properties: entry({ egress: true }) } }), apart({ egress: true })],
        ['silent', 'the rule lets out, inside', null, { egress: [inline({})] }],
        ['undecided', 'the block is a parameter', ...rules({ cidr: unknown })],
        ['undecided', 'the action is a parameter', ...rules({ action: unknown })],
        ['undecided', 'the direction is a parameter', null, apart({ egress: unknown })],
        ['undecided', 'all rules are a parameter', null, { ingress: unknown }],
        ['pass', 'the block is a parameter, and the port is none of these', ...rules({ cidr: unknown, from: 443 })],
        ['pass', 'an earlier rule denies it', ...rules({}, deny({}))],
        ['pass', 'an earlier rule denies more', ...rules({}, deny(everything))],
        ['fail', 'a later rule denies it', ...rules({}, deny({ number: 200 }))],
        ['fail', 'an earlier rule denies another port', ...rules({}, deny({ from: 24 }))],
        ['fail', 'FTP is open', ...rules({ from: 21 })],
        ['fail', 'an earlier rule denies another protocol', ...rules({}, deny({ protocol: 17 }))],
        ['fail', 'an earlier rule denies one network', ...rules({}, deny({ cidr: '198.51.100.0/24' }))],
        ['fail', 'an earlier rule denies the other family', ...rules({}, deny({ cidr6: '::/0' }))],
        ['fail', 'an earlier rule denies what goes out', null, apart({}, deny({ egress: true }))],
        ['fail', 'everything is open, and RDP left out of what is denied before', ...rules(everything, deny({ from: 20, to: 23 }), deny({ number: 60, protocol: 17 }))],
        ['fail', 'everything is open, and the ports denied before for TCP only', ...rules(everything, deny({ from: 20, to: 23 }), deny({ number: 60, from: 3389 }))],
        ['pass', 'everything is open, and all these ports denied before', ...rules(
          everything,
          deny({ from: 20, to: 23 }), deny({ number: 51, from: 3389 }),
          deny({ number: 52, protocol: 17, from: 20, to: 23 }), deny({ number: 53, protocol: 17, from: 3389 }),
        )],
        ['undecided', 'an earlier rule may deny it: its block is a parameter', ...rules({}, deny({ cidr: unknown }))],
        ['undecided', 'an earlier rule may deny it: its action is a parameter', ...rules({}, deny({ action: unknown }))],
        ['undecided', 'a rule may come before it', ...rules({}, deny({ number: unknown }))],
        ['undecided', 'an earlier rule may deny it: its ports are parameters', ...rules({}, deny({ from: unknown }))],
        ['fail', 'another rule, perhaps, denies one network', ...rules({}, deny({ cidr: '10.0.0.0/8', action: unknown }))],
      ]),
      'default network ACL': list('aws_default_network_acl', [
        ['silent', 'its rules are taken away', null, {}],
        ['fail', 'everything is open', null, rules(everything)[1]],
      ]),
      'rule without its list': {
        cloudformation: 'AWS::EC2::NetworkAclEntry',
        terraform: 'aws_network_acl_rule',
        rows: [
          ['fail', 'it opens SSH', entry({}, 'acl-1'), separate({}, 'acl-1')],
          ['pass', 'it lets one network in', entry({ cidr: '10.0.0.0/8' }, 'acl-1'), separate({ cidr: '10.0.0.0/8' }, 'acl-1')],
          ['fail', 'its list is a parameter', entry({}, unknown), separate({}, unknown)],
          ['fail', 'its list is only looked up', null,
            system(separate({}, refer('list')), { list: { type: 'aws_network_acl', data: true, properties: {} } })],
          ['silent', 'its list answers for it',
            system(entry({}, refer('list')), { list: { type: 'AWS::EC2::NetworkAcl', properties: {} } }),
            system(separate({}, refer('list')), { list: { type: 'aws_network_acl', properties: {} } })],
        ],
      },
    }, // prettier-ignore
  }),
};
