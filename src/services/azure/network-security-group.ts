import type { Fact, NetworkRule } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { known, unknown, type Settled } from '../../model/value';
import { itemsOf } from '../aws/items';
import type { Service } from '../service';
import { internetFacing } from './nsg-facing';
import { openings, type Opening } from './nsg-priority';
import { everyPort, securityRule, type SecurityRule } from './nsg-rule';

const groups = ['azurerm_network_security_group'];
const separateRules = ['azurerm_network_security_rule'];
const groupKey = 'network_security_group_name';

export const networkSecurityGroup: Service = {
  name: 'network-security-group',
  types: {
    terraform: [
      ...groups,
      ...separateRules,
      // Which group guards what: subnets and network interfaces ask them.
      'azurerm_network_interface_security_group_association',
      'azurerm_subnet_network_security_group_association',
    ],
  },
  *facts(resource, graph) {
    if (groups.includes(resource.type)) yield* groupFacts(resource, graph);
    if (separateRules.includes(resource.type)) yield* lonelyRuleFacts(resource, graph);
  },
};

interface About {
  readonly noun: string;
  readonly subject: Resource;
  readonly internetFacing?: Settled<boolean>;
}

function* groupFacts(group: Resource, graph: ResourceGraph): Iterable<Fact> {
  const { certain, possible } = graph.companions(group, separateRules, groupKey, groups);
  const removed = graph.removedCompanions(group, separateRules, groupKey);
  const uncertain = possible.map(({ resource }) => resource).filter((rule) => belongsTo(rule, group, graph));
  const rules = [
    ...inlineRules(group, [...certain, ...uncertain, ...removed]),
    ...certain.map(separateRule),
    ...possible.map(({ resource, why }) => perhaps(separateRule(resource), why)),
    defaultEgress(group),
  ];
  const about = { noun: 'network security group', subject: group, internetFacing: internetFacing(group, graph) };
  for (const rule of rules) {
    // What may be a rule of another group answers for itself; here it may only deny.
    if (rule.holder !== group && !belongsTo(rule.holder, group, graph)) continue;
    yield* ruleFacts(about, rule, rules);
    if (rule.initial === undefined) yield descriptionFact(about, rule);
  }
}

function belongsTo(rule: Resource, group: Resource, graph: ResourceGraph): boolean {
  const owner = graph.follow(rule.properties.get(groupKey), groups);
  return owner.state === 'linked' && owner.resource === group;
}

const separateRule = (rule: Resource): SecurityRule => securityRule(rule.properties, rule);

/** A rule that may not be there, or may be another group's, may allow and may deny. */
const perhaps = (rule: SecurityRule, why: string): SecurityRule => ({ ...rule, allows: unknown(why, rule.at) });

/**
 * The blocks of a group. Azure also lists the rules that stand apart there, and so does the state of a group that
 * writes none itself: what stands apart, or is taken away there, counts as it stands there.
 */
function inlineRules(group: Resource, apart: readonly Resource[]): readonly SecurityRule[] {
  const names = new Set(apart.map(({ properties }) => nameOf(properties)));
  return itemsOf(group.properties.get('security_rule'))
    .filter((item) => nameOf(item) === undefined || !names.has(nameOf(item)))
    .map((item) => securityRule(item, group));
}

const nameOf = (rule: Property): string | undefined => textOf(rule.get('name'));

function textOf(property: Property): string | undefined {
  const text = property.text();
  return text.state === 'known' ? text.value : undefined;
}

/**
 * Azure lets everything out to the internet by a rule of its own, AllowInternetOutBound, that is tried last.
 *
 * @see https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#default-security-rules
 */
function defaultEgress(group: Resource): SecurityRule {
  const { at } = group.properties.get('security_rule');
  const initial =
    'Azure lets everything out to the internet that no rule denies (AllowInternetOutBound, priority 65001)';
  return {
    at,
    holder: group,
    name: known('AllowInternetOutBound', at),
    description: known(true, at),
    priority: known(65001, at),
    allows: known(true, at, initial),
    incoming: known(false, at, initial),
    peers: [known('0.0.0.0/0', at, initial), known('::/0', at, initial)],
    near: [known('*', at)],
    everySourcePort: known(true, at),
    protocol: known('all', at, initial),
    ports: [known(everyPort, at, initial)],
    initial,
  };
}

/** A rule whose group is not managed here, or cannot be told, answers for itself; others of the same group count. */
function* lonelyRuleFacts(resource: Resource, graph: ResourceGraph): Iterable<Fact> {
  const owner = graph.follow(resource.properties.get(groupKey), groups);
  if (owner.state === 'linked' && owner.resource.mode === 'managed') return;
  const key = ownerKey(resource, graph);
  const rules = graph.ofType(...separateRules).flatMap((other): readonly SecurityRule[] => {
    const rule = separateRule(other);
    if (other === resource) return [rule];
    const theirs = ownerKey(other, graph);
    if (key !== undefined && theirs !== undefined) return key === theirs ? [rule] : [];
    return [perhaps(rule, 'nobody can say whether it is a rule of the same group')];
  });
  const own = rules.find(({ holder }) => holder === resource);
  if (!own) return;
  const about = { noun: 'network security rule', subject: resource };
  yield* ruleFacts(about, own, rules);
  yield descriptionFact(about, own);
}

/** By what the group of a rule can be told from others that are not managed here. */
function ownerKey(rule: Resource, graph: ResourceGraph): string | undefined {
  const name = rule.properties.get(groupKey);
  const owner = graph.follow(name, groups);
  if (owner.state === 'linked') return JSON.stringify(['looked up', owner.resource.id]);
  if (owner.state === 'outside')
    return JSON.stringify(['named', rule.document, owner.value, textOf(rule.properties.get('resource_group_name'))]);
  return name.symbol === undefined ? undefined : JSON.stringify(['symbol', name.symbol]);
}

function* ruleFacts(about: About, rule: SecurityRule, rules: readonly SecurityRule[]): Iterable<NetworkRule> {
  const related = rule.holder === about.subject ? {} : { related: [rule.holder] };
  const directions = rule.incoming.state === 'known' ? [rule.incoming.value] : [true, false];
  const denies = rule.allows.state === 'known' && !rule.allows.value;
  const opened = denies ? shut(rule) : openings(rule, rules);
  for (const incoming of directions)
    for (const { except, ...opening } of opened)
      yield {
        kind: incoming ? 'ingress-rule' : 'egress-rule',
        ...about,
        ...opening,
        ...(except.length > 0 && { except }),
        ...(rule.initial !== undefined && !isShut(opening) && { initial: rule.initial }),
        ...related,
      };
}

const isShut = ({ peers }: Pick<Opening, 'peers'>): boolean => peers.state === 'known' && peers.value.length === 0;

/** A rule that denies opens nothing. */
const shut = (rule: SecurityRule): readonly Opening[] =>
  rule.ports.map((ports) => ({
    protocol: rule.protocol,
    ports,
    peers: known([], rule.at, 'the rule denies'),
    except: [],
  }));

const descriptionFact = ({ noun, subject }: About, { description, holder }: SecurityRule): Fact => ({
  kind: 'description',
  noun,
  subject,
  given: description,
  ...(holder !== subject && { related: [holder] }),
});
