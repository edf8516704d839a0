import type { Fact, NetworkRule } from '../../model/fact';
import type { Companions, Link, ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { all, any, is, settledTruth, truth, type Truth } from '../../model/truth';
import { known, otherwise, unknown, type Place, type Settled } from '../../model/value';
import type { Service } from '../service';
import { balancersV2, classicBalancers, facesInternet } from './balancer';
import { itemsOf } from './items';
import { portRange, protocolName } from './network-rule';
import { prefixListCidrs } from './prefix-list';
import { groupDescriptions, ruleDescription } from './security-group-description';

const groups = ['AWS::EC2::SecurityGroup', 'aws_security_group', 'aws_default_security_group'];

const ruleTypes = {
  ingress: ['AWS::EC2::SecurityGroupIngress', 'aws_vpc_security_group_ingress_rule'],
  egress: ['AWS::EC2::SecurityGroupEgress', 'aws_vpc_security_group_egress_rule'],
  either: ['aws_security_group_rule'],
} as const;
const separateRules = Object.values(ruleTypes).flat();

type Direction = 'ingress' | 'egress';

export const securityGroup: Service = {
  name: 'security-group',
  types: {
    cloudformation: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupEgress', 'AWS::EC2::SecurityGroupIngress'],
    terraform: [
      'aws_default_security_group',
      'aws_security_group',
      'aws_security_group_rule',
      'aws_vpc_security_group_egress_rule',
      'aws_vpc_security_group_ingress_rule',
    ],
  },
  facts: (resource, graph) =>
    groups.includes(resource.type) ? groupFacts(resource, graph) : lonelyRuleFacts(resource, graph),
};

function* groupFacts(group: Resource, graph: ResourceGraph): Iterable<Fact> {
  const facing = internetFacing(group, graph);
  for (const direction of ['ingress', 'egress'] as const)
    for (const rule of itemsOf(written(group, direction))) yield ruleFact(rule, direction, group, group, graph, facing);
  for (const rule of separateRulesOf(group, graph).certain)
    for (const direction of directionsOf(rule)) yield ruleFact(rule.properties, direction, group, rule, graph, facing);
  if (group.vocabulary === 'cloudformation') yield* defaultEgressFacts(group, graph);
  yield* defaultGroupFacts(group, graph);
  yield* groupDescriptions(group, separateRulesOf(group, graph).certain);
}

const written = (group: Resource, direction: Direction): Property =>
  property(group, direction === 'ingress' ? 'SecurityGroupIngress' : 'SecurityGroupEgress', direction);

/** Groups of a default VPC are also named, rather than identified. */
const groupKeys = ({ vocabulary }: Resource): readonly string[] =>
  vocabulary === 'cloudformation' ? ['GroupId', 'GroupName'] : ['security_group_id'];

function separateRulesOf(group: Resource, graph: ResourceGraph): Companions {
  const found = groupKeys(group).map((key) => graph.companions(group, separateRules, key, groups));
  return {
    certain: [...new Set(found.flatMap(({ certain }) => certain))],
    possible: found.flatMap(({ possible }) => possible),
  };
}

/** A rule whose group is not managed here, or cannot be told, answers for itself. */
function* lonelyRuleFacts(rule: Resource, graph: ResourceGraph): Iterable<Fact> {
  const owners = groupKeys(rule).map((key) => graph.follow(rule.properties.get(key), groups));
  if (owners.some((owner) => owner.state === 'linked' && owner.resource.mode === 'managed')) return;
  const facing = candidatesFacing(owners, graph, { id: rule.id, path: [] });
  for (const direction of directionsOf(rule)) yield ruleFact(rule.properties, direction, rule, rule, graph, facing);
  yield ruleDescription('security group rule', rule, rule.properties, rule);
}

/** Whether the groups that a rule may belong to stand before public balancers: yes or no where they agree. */
function candidatesFacing(owners: readonly Link[], graph: ResourceGraph, at: Place): Settled<boolean> | undefined {
  const candidates = owners.flatMap((owner) => (owner.state === 'unknown' ? owner.candidates : []));
  if (candidates.length === 0) return undefined;
  const truths = candidates.map((group) => is(internetFacing(group, graph), (facing) => facing, 'group'));
  const [first] = truths;
  return first && truths.every(({ holds }) => holds === first.holds)
    ? settledTruth(first, at)
    : unknown('it may belong to one of several groups', at);
}

/**
 * EC2 lets everything out of a group that is created without egress rules; CloudFormation takes that away as soon as one
 * is written, inline or apart. (Terraform's provider takes it away in any case.)
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html
 */
function* defaultEgressFacts(group: Resource, graph: ResourceGraph): Iterable<NetworkRule> {
  const inline = written(group, 'egress').present();
  const { certain, possible } = separateRulesOf(group, graph);
  const letsOut = ({ type }: Resource): boolean => type === 'AWS::EC2::SecurityGroupEgress';
  const [maybe] = possible.filter(({ resource }) => letsOut(resource));
  if ((inline.state === 'known' && inline.value) || certain.some(letsOut)) return;
  const why = inline.state === 'unknown' ? inline.why : maybe?.why;
  const because = 'EC2 lets everything out of a group that has no egress rule';
  yield {
    kind: 'egress-rule',
    noun: 'security group',
    subject: group,
    peers:
      why === undefined
        ? known([known('0.0.0.0/0', inline.at, because), known('::/0', inline.at, because)], inline.at, because)
        : unknown(why, inline.at),
    protocol: known('all', inline.at, because),
    ports: known({ from: 0, to: 65535 }, inline.at, because),
    initial: because,
  };
}

/** The direction of a rule resource: by its type, or by what it says. One that does not say may be either. */
function directionsOf(rule: Resource): readonly Direction[] {
  if ((ruleTypes.ingress as readonly string[]).includes(rule.type)) return ['ingress'];
  if ((ruleTypes.egress as readonly string[]).includes(rule.type)) return ['egress'];
  const type = rule.properties.get('type').text();
  if (type.state !== 'known') return ['ingress', 'egress'];
  return type.value === 'ingress' ? ['ingress'] : ['egress'];
}

/** A rule that may be of the other direction lets nobody through for certain. */
function ofDirection<T>(holder: Resource, peers: Settled<T>): Settled<T> {
  const type = holder.type === 'aws_security_group_rule' ? holder.properties.get('type').text() : undefined;
  return type?.state === 'unknown' ? unknown(type.why, type.at) : peers;
}

function nounOf({ type }: Resource): string {
  if (type === 'aws_default_security_group') return 'default security group';
  return groups.includes(type) ? 'security group' : 'security group rule';
}

function ruleFact(
  rule: Property,
  direction: Direction,
  subject: Resource,
  holder: Resource,
  graph: ResourceGraph,
  facing?: Settled<boolean>,
): NetworkRule {
  const spelled = (cloudformation: string, ...terraform: readonly string[]): readonly Property[] =>
    holder.vocabulary === 'cloudformation' ? [rule.get(cloudformation)] : terraform.map((key) => rule.get(key));
  const [protocol = rule] = spelled('IpProtocol', holder.type.startsWith('aws_vpc_') ? 'ip_protocol' : 'protocol');
  const [from = rule] = spelled('FromPort', 'from_port');
  const [to = rule] = spelled('ToPort', 'to_port');
  return {
    kind: direction === 'ingress' ? 'ingress-rule' : 'egress-rule',
    noun: nounOf(subject),
    subject,
    peers: ofDirection(
      holder,
      peers(
        [...spelled('CidrIp', 'cidr_blocks', 'cidr_ipv4'), ...spelled('CidrIpv6', 'ipv6_cidr_blocks', 'cidr_ipv6')],
        spelled(
          direction === 'ingress' ? 'SourcePrefixListId' : 'DestinationPrefixListId',
          'prefix_list_ids',
          'prefix_list_id',
        ).flatMap((list) => prefixListCidrs(list, graph)),
      ),
    ),
    protocol: protocolName(protocol),
    ports: portRange(protocol, from, to),
    ...(facing && { internetFacing: facing }),
    ...(holder !== subject && { related: [holder] }),
  };
}

/** CIDR blocks of either family. A property that is not settled is one block of which nothing is known. */
function peers(
  properties: readonly Property[],
  listed: readonly Settled<string>[],
): Settled<readonly Settled<string>[]> {
  const at = properties[0]?.at ?? { id: '', path: [] };
  const written = properties.flatMap((one): readonly Settled<string>[] => {
    const texts = otherwise(one.texts(), [], 'no CIDR block');
    if (texts.state === 'known') return texts.value;
    return [unknown(texts.why, texts.at)];
  });
  return known([...written, ...listed], at);
}

/** Whether the group stands before a balancer that is meant for the internet. */
function internetFacing(group: Resource, graph: ResourceGraph): Settled<boolean> {
  const at: Place = { id: group.id, path: [] };
  const key = group.vocabulary === 'cloudformation' ? 'SecurityGroups' : 'security_groups';
  const { certain, possible } = graph.companions(group, [...balancersV2, ...classicBalancers], key, groups);
  const maybe = possible.map(({ resource, why }) =>
    all(truth(undefined, { id: resource.id, path: [key] }, `may be used by a balancer: ${why}`), isPublic(resource)),
  );
  return settledTruth(
    any(truth(false, at, 'no internet-facing balancer uses it'), ...certain.map(isPublic), ...maybe),
    at,
  );
}

const isPublic = (balancer: Resource): Truth => is(facesInternet(balancer), (facing) => facing, 'balancer');

/** A default group that has rules is in use by everything that names no group of its own. */
function* defaultGroupFacts(group: Resource, graph: ResourceGraph): Iterable<Fact> {
  if (group.type !== 'aws_default_security_group') return;
  const rules = (['ingress', 'egress'] as const).map((direction) => written(group, direction).list());
  const at: Place = { id: group.id, path: [] };
  const apart = separateRulesOf(group, graph).certain;
  yield {
    kind: 'default-network',
    noun: 'default security group',
    subject: group,
    used: settledTruth(
      any(
        ...rules.map((list) => is(otherwise(list, [], 'no rule'), (items) => items.length > 0, 'has rules')),
        ...apart.map(({ id }) => truth(true, { id, path: [] }, 'is a rule of it')),
      ),
      at,
    ),
    related: apart,
  };
}
