import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { chain, known, map, otherwise, unknown, type Settled } from '../../model/value';
import type { Service } from '../service';
import { networkTypes } from './default-network';
import { listed, ruleFacts, targetsOf, trafficOf, type Rule } from './firewall-rule';

/** The rules of a network. One without any lets nothing in and everything out. */
export const computeFirewall: Service = {
  name: 'compute-firewall',
  types: { terraform: ['google_compute_firewall'] },
  *facts(firewall, graph) {
    const rules = graph
      .ofType('google_compute_firewall')
      .filter((other) => other !== firewall && mayDeny(other))
      .map((other) => ({ ...ruleOf(other, graph), together: sharesNetwork(other, firewall, graph) }));
    const noun = 'firewall rule';
    yield* ruleFacts(noun, ruleOf(firewall, graph), rules);
    yield* upkeepFacts(firewall, noun);
  },
};

/**
 * What a firewall rule says. Without sources, one that lets in is for every address.
 *
 * @see https://docs.cloud.google.com/firewall/docs/firewalls
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_firewall
 */
function ruleOf(firewall: Resource, graph: ResourceGraph): Rule {
  const { properties: written } = firewall;
  const incoming = map(
    otherwise(written.get('direction').text(), 'INGRESS', 'incoming unless told otherwise'),
    (text) => text.toUpperCase() !== 'EGRESS',
  );
  const goesOut = incoming.state === 'known' && !incoming.value;
  const denies = isWritten(written.get('deny'));
  return {
    subject: firewall,
    at: written.at,
    incoming,
    allows: map(denies, (deny) => !deny),
    denies,
    enabled: map(
      otherwise(written.get('disabled').flag(), false, 'a rule is in force unless it is switched off'),
      (off) => !off,
    ),
    priority: otherwise(written.get('priority').number(), 1000, 'the priority is 1000 unless told otherwise'),
    peers: goesOut
      ? peersOf(written.get('destination_ranges'), [])
      : peersOf(written.get('source_ranges'), [written.get('source_tags'), written.get('source_service_accounts')]),
    narrowed: isWritten(written.get(goesOut ? 'source_ranges' : 'destination_ranges')),
    targets: targetsOf(graph, written.get('target_tags'), written.get('target_service_accounts')),
    traffic: trafficOf(written.get(denies.state === 'known' && denies.value ? 'deny' : 'allow'), 'protocol'),
  };
}

const isWritten = (property: Property): Settled<boolean> => property.present();

/** CIDR blocks that are written; every address where neither they nor another kind of peer is. */
function peersOf(ranges: Property, others: readonly Property[]): readonly Settled<string>[] {
  const written = ranges.present();
  if (!(written.state === 'known' && !written.value)) return listed(ranges);
  const named = settledTruth(any(...others.map((other) => is(other.present(), (given) => given, 'peers'))), ranges.at);
  if (others.length > 0 && named.state === 'unknown') return [unknown(named.why, named.at)];
  if (others.length > 0 && named.state === 'known' && named.value) return [];
  return [
    otherwise<string>(
      { state: 'absent', at: ranges.at },
      '0.0.0.0/0',
      'a rule that names no peer is for every address',
    ),
  ];
}

/** Most rules allow: only those that may deny say anything of another rule. */
function mayDeny({ properties }: Resource): boolean {
  const denies = isWritten(properties.get('deny'));
  return denies.state === 'unknown' || denies.value;
}

/** Whether two rules are of one network: one of the input, or one that both name. */
function sharesNetwork(one: Resource, other: Resource, graph: ResourceGraph): Settled<boolean> {
  const place = one.properties.get('network');
  const same = isSame(networkOf(one, graph), networkOf(other, graph));
  return same === undefined ? unknown('of which network it is, is not known', place.at) : known(same, place.at);
}

/** A network that is not in the input. Networks of several projects may have one name. */
interface Elsewhere {
  readonly name: string;
  /** Empty where the project is the one that the provider is set to; undefined where nobody can say. */
  readonly project: string | undefined;
}

/** A network of the input, or the name of another; undefined where nobody can say. */
function networkOf({ properties }: Resource, graph: ResourceGraph): Resource | Elsewhere | undefined {
  const link = graph.follow(properties.get('network'), networkTypes);
  if (link.state === 'linked') return link.resource;
  if (link.state !== 'outside') return undefined;
  const [, written] = /(?:^|\/)projects\/([^/]+)\//.exec(link.value) ?? [];
  const own = properties.get('project').text();
  const project = written ?? (own.state === 'known' ? own.value : own.state === 'absent' ? '' : undefined);
  return { name: link.value.slice(link.value.lastIndexOf('/') + 1), project };
}

function isSame(one: Resource | Elsewhere | undefined, other: Resource | Elsewhere | undefined): boolean | undefined {
  if (one === undefined || other === undefined) return undefined;
  if ('id' in one || 'id' in other) return one === other;
  if (one.name !== other.name) return false;
  if (one.project === undefined || other.project === undefined) return undefined;
  // A project that is written may be the one that the provider is set to.
  return one.project === other.project ? true : one.project === '' || other.project === '' ? undefined : false;
}

/** The rules that a new network called `default` comes with. */
const initialRules: ReadonlySet<string> = new Set([
  'default-allow-icmp',
  'default-allow-internal',
  'default-allow-rdp',
  'default-allow-ssh',
]);

/**
 * Whether the rule is one of those that the default network begins with, says what it is for, and is recorded.
 *
 * @see https://docs.cloud.google.com/firewall/docs/firewalls#more_rules_default_vpc
 * @see https://docs.cloud.google.com/firewall/docs/firewall-rules-logging
 */
function* upkeepFacts(firewall: Resource, noun: string): Iterable<Fact> {
  const about = { noun, subject: firewall };
  const { properties: written } = firewall;
  const name = otherwise(written.get('name').text(), '', 'no name is written');
  yield {
    kind: 'default-network',
    ...about,
    noun: `network of a ${noun}`,
    used: map(name, (text) => initialRules.has(text)),
  };
  yield {
    kind: 'description',
    given: map(otherwise(written.get('description').text(), '', 'no description is written'), (text) => text !== ''),
    ...about,
  };
  yield { kind: 'audit-log', scope: 'execution', kept: loggingOf(written), ...about };
}

/** An old switch says the same as the block. */
const loggingOf = (written: Property): Settled<boolean> =>
  chain(written.get('log_config').present(), (given) =>
    given
      ? known(true, written.get('log_config').at)
      : otherwise(written.get('enable_logging').flag(), false, 'what a rule does is recorded only when told to'),
  );
