import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { known, map, otherwise, unknown, type Settled } from '../../model/value';
import { itemsOf } from '../aws/items';
import type { Service } from '../service';
import { listed, ruleFacts, targetsOf, trafficOf, type Rule } from './firewall-rule';
import { sameText } from './written-text';

/** Rules of their own, and where each names its policy. */
const separate: Readonly<Record<string, string>> = {
  google_compute_firewall_policy_rule: 'firewall_policy',
  google_compute_network_firewall_policy_rule: 'firewall_policy',
  google_compute_region_network_firewall_policy_rule: 'firewall_policy',
};

const policies = [
  'google_compute_firewall_policy',
  'google_compute_network_firewall_policy',
  'google_compute_region_network_firewall_policy',
];

export const firewallPolicy: Service = {
  name: 'firewall-policy',
  types: {
    terraform: [
      'google_compute_firewall_policy_rule',
      'google_compute_firewall_policy_with_rules',
      'google_compute_network_firewall_policy_rule',
      'google_compute_network_firewall_policy_with_rules',
      'google_compute_region_network_firewall_policy_rule',
      'google_compute_region_network_firewall_policy_with_rules',
    ],
  },
  *facts(resource, graph) {
    const key = separate[resource.type];
    if (key === undefined) {
      const rules = itemsOf(resource.properties.get('rule')).map((rule) => ruleOf(resource, rule, graph));
      for (const rule of rules) yield* ruleFacts('firewall policy', rule, rules);
      return;
    }
    const rule = ruleOf(resource, resource.properties, graph);
    yield* ruleFacts('firewall policy rule', rule, siblings(resource, key, graph));
    yield {
      kind: 'audit-log',
      scope: 'execution',
      noun: 'firewall policy rule',
      subject: resource,
      kept: otherwise(
        resource.properties.get('enable_logging').flag(),
        false,
        'what a rule does is recorded only when told to',
      ),
    };
  },
};

/** The other rules of a policy, and those that may be. */
function siblings(rule: Resource, key: string, graph: ResourceGraph): readonly Rule[] {
  const place = rule.properties.get(key);
  const policy = graph.follow(place, policies);
  if (policy.state === 'linked') {
    const { certain, possible } = graph.companions(policy.resource, Object.keys(separate), key, policies);
    return [
      ...certain.filter((other) => other !== rule).map((other) => ruleOf(other, other.properties, graph)),
      ...possible
        .filter(({ resource }) => resource !== rule)
        .map(({ resource, why }) => ({
          ...ruleOf(resource, resource.properties, graph),
          together: unknown<boolean>(why, place.at),
        })),
    ];
  }
  return graph
    .ofType(rule.type)
    .filter((other) => other !== rule)
    .map((other) => {
      const same = sameText(place, other.properties.get(key));
      return {
        ...ruleOf(other, other.properties, graph),
        together: same === undefined ? unknown('of which policy it is, is not known', place.at) : known(same, place.at),
      };
    });
}

/**
 * What a rule of a policy says. One that passes a packet on to the next policy keeps it from the later rules of its own.
 *
 * @see https://docs.cloud.google.com/firewall/docs/firewall-policies-rule-details
 */
function ruleOf(subject: Resource, written: Property, graph: ResourceGraph): Rule {
  const match = written.get('match');
  const action = map(otherwise(written.get('action').text(), '', 'no action is written'), (text) => text.toLowerCase());
  const incoming = map(
    otherwise(written.get('direction').text(), 'INGRESS', 'incoming unless told otherwise'),
    (text) => text.toUpperCase() !== 'EGRESS',
  );
  const goesOut = incoming.state === 'known' && !incoming.value;
  const side = goesOut ? 'dest' : 'src';
  const traffic = ['layer4_configs', 'layer4_config'].flatMap((key) => trafficOf(match.get(key), 'ip_protocol'));
  return {
    subject,
    at: written.at,
    incoming,
    allows: map(action, (text) => ['allow', 'apply_security_profile_group'].includes(text)),
    denies: map(action, (text) => text === 'deny' || text === 'goto_next'),
    enabled: map(
      otherwise(written.get('disabled').flag(), false, 'a rule is in force unless it is switched off'),
      (off) => !off,
    ),
    priority: otherwise(written.get('priority').number(), 2147483647, 'no priority is written'),
    peers: peersOf(match, side),
    narrowed: isNarrowed(match, side, goesOut ? 'src' : 'dest'),
    targets: targetsOf(
      graph,
      written.get('target_service_accounts'),
      written.get('target_resources'),
      ...['target_secure_tags', 'target_secure_tag'].flatMap((key) =>
        itemsOf(written.get(key)).map((tag) => tag.get('name')),
      ),
    ),
    traffic,
  };
}

/** Kinds of peers that are no CIDR blocks. */
const otherPeers = [
  'address_groups',
  'fqdns',
  'networks',
  'region_codes',
  'secure_tags',
  'secure_tag',
  'threat_intelligences',
];

/** Where packets come from or go to, whatever their addresses: two names of one property. */
const scopes = ['network_scope', 'network_context'];
const everywhere: readonly string[] = ['', 'INTERNET', 'UNSPECIFIED'];

/** CIDR blocks of the far side: none where only packets count that the internet does not see. */
function peersOf(match: Property, side: string): readonly Settled<string>[] {
  const scope = scopes
    .map((key) => otherwise(match.get(`${side}_${key}`).text(), '', 'from everywhere unless told otherwise'))
    .find((one) => !(one.state === 'known' && everywhere.includes(one.value)));
  if (scope) return scope.state === 'known' ? [] : [unknown(scope.why, scope.at)];
  const ranges = match.get(`${side}_ip_ranges`);
  const present = ranges.present();
  if (!(present.state === 'known' && !present.value)) return listed(ranges);
  const others = any(...otherPeers.map((key) => is(match.get(`${side}_${key}`).present(), (given) => given, 'peers')));
  const named = settledTruth(others, ranges.at);
  if (named.state === 'unknown') return [unknown(named.why, named.at)];
  return named.value ? [] : [known('0.0.0.0/0', ranges.at, 'a rule that names no peer is for every address')];
}

/** Whether a rule says something of the near side too, or from where its peers' packets come. */
const isNarrowed = (match: Property, far: string, near: string): Settled<boolean> =>
  settledTruth(
    any(
      ...[
        ...['ip_ranges', ...otherPeers, ...scopes].map((key) => `${near}_${key}`),
        ...scopes.map((key) => `${far}_${key}`),
      ].map((key) => is(match.get(key).present(), (given) => given, 'packets that the rule is for')),
    ),
    match.at,
  );
