import { coversCidr } from '../../model/cidr';
import type { Fact, NetworkRule, PortRange } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { known, map, otherwise, unknown, type Place, type Settled, type Unknown, type Value } from '../../model/value';
import type { Service } from '../service';
import { itemsOf } from './items';
import { portRange, protocolName } from './network-rule';
import { usageFact } from './usage';

const lists = ['AWS::EC2::NetworkAcl', 'aws_network_acl', 'aws_default_network_acl'];
const associations = ['AWS::EC2::SubnetNetworkAclAssociation', 'aws_network_acl_association'];
const separateRules = ['AWS::EC2::NetworkAclEntry', 'aws_network_acl_rule'];

export const networkAcl: Service = {
  name: 'network-acl',
  types: {
    cloudformation: ['AWS::EC2::NetworkAcl', 'AWS::EC2::NetworkAclEntry'],
    terraform: ['aws_default_network_acl', 'aws_network_acl', 'aws_network_acl_rule'],
  },
  facts: (resource, graph) =>
    lists.includes(resource.type) ? listFacts(resource, graph) : lonelyRuleFacts(resource, graph),
};

/** A rule of a list, which are tried in the order of their numbers until one matches. */
interface Rule {
  readonly at: Place;
  readonly holder: Resource;
  readonly number: Settled<number>;
  readonly allows: Settled<boolean>;
  readonly incoming: Settled<boolean>;
  readonly peers: readonly Settled<string>[];
  readonly protocol: Settled<string>;
  readonly ports: Settled<PortRange>;
}

function* listFacts(list: Resource, graph: ResourceGraph): Iterable<Fact> {
  const apart = graph.companions(list, separateRules, listKey(list), lists).certain;
  const rules = [...inlineRules(list), ...apart.map(separateRule)];
  const noun = list.type === 'aws_default_network_acl' ? 'default network ACL' : 'network ACL';
  for (const rule of rules) yield* ruleFacts({ noun, subject: list }, rule, rules);
  // What no other list is named for uses the default one.
  if (list.type !== 'aws_default_network_acl')
    yield usageFact(
      { noun, subject: list },
      [property(list, null, 'subnet_ids')],
      [graph.companions(list, associations, listKey(list), lists)],
    );
}

const listKey = ({ vocabulary }: Resource): string =>
  vocabulary === 'cloudformation' ? 'NetworkAclId' : 'network_acl_id';

/** A rule whose list is not managed here, or cannot be told, answers for itself. */
function* lonelyRuleFacts(resource: Resource, graph: ResourceGraph): Iterable<NetworkRule> {
  const owner = graph.follow(resource.properties.get(listKey(resource)), lists);
  if (owner.state === 'linked' && owner.resource.mode === 'managed') return;
  const rule = separateRule(resource);
  yield* ruleFacts({ noun: 'network ACL rule', subject: resource }, rule, [rule]);
}

/** What is written inside a list, which only Terraform does. */
function inlineRules(list: Resource): readonly Rule[] {
  return (['ingress', 'egress'] as const).flatMap((direction) =>
    itemsOf(property(list, null, direction)).map((item) => ({
      at: item.at,
      holder: list,
      number: otherwise(item.get('rule_no').number(), 0, 'not numbered'),
      allows: actionAllows(item.get('action').text()),
      incoming: known(direction === 'ingress', item.at),
      peers: peersOf(item.get('cidr_block'), item.get('ipv6_cidr_block')),
      protocol: protocolName(item.get('protocol')),
      ports: portRange(item.get('protocol'), item.get('from_port'), item.get('to_port')),
    })),
  );
}

function separateRule(holder: Resource): Rule {
  const cloudformation = holder.vocabulary === 'cloudformation';
  const get = (cfn: string, terraform: string): Property =>
    holder.properties.get(...(cloudformation ? cfn : terraform).split('.'));
  const protocol = get('Protocol', 'protocol');
  return {
    at: holder.properties.at,
    holder,
    number: otherwise(get('RuleNumber', 'rule_number').number(), 0, 'not numbered'),
    allows: actionAllows(get('RuleAction', 'rule_action').text()),
    incoming: map(otherwise(get('Egress', 'egress').flag(), false, 'incoming unless told otherwise'), (out) => !out),
    peers: peersOf(get('CidrBlock', 'cidr_block'), get('Ipv6CidrBlock', 'ipv6_cidr_block')),
    protocol: protocolName(protocol),
    ports: portRange(protocol, get('PortRange.From', 'from_port'), get('PortRange.To', 'to_port')),
  };
}

/** A rule must say whether it allows; what does not say is not known to deny. */
const actionAllows = (action: Value<string>): Settled<boolean> =>
  action.state === 'absent'
    ? unknown('the rule does not say whether it allows', action.at)
    : map(action, (text) => text.toLowerCase() === 'allow');

/** Terraform's state writes the empty text for the family that a rule is not about. */
const peersOf = (...properties: readonly Property[]): readonly Settled<string>[] =>
  properties.flatMap((one) => {
    const text = one.text();
    return text.state === 'absent' || (text.state === 'known' && text.value === '') ? [] : [text];
  });

/**
 * States what a rule lets in or out, without the ports that an earlier rule denies to the same peers. Where nobody can say
 * whether an earlier rule does, or whether this one allows anything, nobody knows whom it lets in.
 */
function* ruleFacts(
  about: { readonly noun: string; readonly subject: Resource },
  rule: Rule,
  rules: readonly Rule[],
): Iterable<NetworkRule> {
  const related = rule.holder === about.subject ? {} : { related: [rule.holder] };
  if (isKnown(rule.allows, false)) {
    const { protocol, ports } = rule;
    yield { kind: 'network-acl-denial', peers: known(rule.peers, rule.at), protocol, ports, ...about, ...related };
    return;
  }
  const denials = rules.filter((other) => other !== rule && mayDeny(other, rule));
  for (const protocol of protocolsOf(rule, denials)) {
    const relevant = denials.filter((denial) => coversProtocol(denial.protocol, protocol) !== false);
    const doubt =
      firstUnknown(rule.allows, rule.incoming) ?? relevant.map((denial) => doubtOf(denial, rule)).find(Boolean);
    const except = relevant.flatMap((denial) =>
      !doubtOf(denial, rule) && denial.ports.state === 'known' ? [denial.ports.value] : [],
    );
    const at = rule.peers[0]?.at ?? rule.at;
    yield {
      kind: isKnown(rule.incoming, false) ? 'network-acl-egress-rule' : 'network-acl-rule',
      peers: isDenied(rule.ports, except)
        ? known([], at, 'an earlier rule denies it')
        : doubt
          ? unknown(doubt.why, doubt.at)
          : known(rule.peers, at),
      ports: rule.ports,
      protocol,
      ...about,
      ...(except.length > 0 && { except }),
      ...(lacksFamily(rule) && { everyMessage: 'ICMPv6 of an IPv4 block: every message passes, whatever is written' }),
      ...related,
    };
  }
}

/**
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-networkaclentry.html (Protocol)
 */
const lacksFamily = ({ protocol, peers }: Rule): boolean =>
  isKnown(protocol, 'icmpv6') && peers.every((peer) => peer.state === 'known' && !peer.value.includes(':'));

const isKnown = <T>(value: Settled<T>, wanted: T): boolean => value.state === 'known' && value.value === wanted;

const firstUnknown = (...values: readonly Settled<unknown>[]): Unknown | undefined =>
  values.find((value) => value.state === 'unknown');

/** Whether another rule denies, as far as is known, some of what a rule allows to all its peers, and is tried before it. */
function mayDeny(other: Rule, rule: Rule): boolean {
  if (isKnown(other.allows, true) || isKnown(other.incoming, isKnown(rule.incoming, false))) return false;
  if (other.number.state === 'known' && rule.number.state === 'known' && other.number.value >= rule.number.value)
    return false;
  if (other.peers.some((peer) => peer.state === 'unknown')) return true;
  return rule.peers.every(
    (peer) =>
      peer.state === 'unknown' ||
      other.peers.some((wider) => wider.state === 'known' && coversCidr(wider.value, peer.value)),
  );
}

/** What keeps open whether a denial holds. */
const doubtOf = (denial: Rule, rule: Rule): Unknown | undefined =>
  firstUnknown(
    denial.allows,
    denial.incoming,
    denial.number,
    rule.number,
    denial.protocol,
    denial.ports,
    ...denial.peers,
    ...rule.peers,
  );

/** A rule for all protocols, some of which are denied, is a rule for each of those that carry ports. */
const protocolsOf = ({ protocol }: Rule, denials: readonly Rule[]): readonly Settled<string>[] =>
  isKnown(protocol, 'all') && denials.some((denial) => !isKnown(denial.protocol, 'all'))
    ? [known('tcp', protocol.at), known('udp', protocol.at)]
    : [protocol];

function coversProtocol(denied: Settled<string>, allowed: Settled<string>): boolean | undefined {
  if (isKnown(denied, 'all')) return true;
  return denied.state === 'known' && allowed.state === 'known' ? denied.value === allowed.value : undefined;
}

const isDenied = (ports: Settled<PortRange>, except: readonly PortRange[]): boolean =>
  ports.state === 'known' && except.some(({ from, to }) => from <= ports.value.from && ports.value.to <= to);
