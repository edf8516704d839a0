import { coversCidr, isCidr } from '../../model/cidr';
import type { NetworkRule, PortRange } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { chain, known, otherwise, unknown, type Place, type Settled } from '../../model/value';
import { itemsOf } from '../aws/items';
import { protocolName } from '../aws/network-rule';

/** What a rule is about: a protocol, and ports of it. */
export interface Traffic {
  readonly protocol: Settled<string>;
  readonly ports: Settled<PortRange>;
}

/** What a rule is for: a tag, or an account that machines act with, which has no name before it is made. */
export interface Target {
  readonly name: Settled<string>;
  readonly account?: Resource;
}

/** A rule of a network or of a firewall policy. Rules are tried by priority, the lowest number first. */
export interface Rule {
  readonly subject: Resource;
  readonly at: Place;
  readonly incoming: Settled<boolean>;
  readonly allows: Settled<boolean>;
  /** No rule that is tried later gets to see its packets: it denies them, or passes them on to the next policy. */
  readonly denies: Settled<boolean>;
  readonly enabled: Settled<boolean>;
  readonly priority: Settled<number>;
  /** CIDR blocks of the other side. */
  readonly peers: readonly Settled<string>[];
  /** The rule is about fewer packets than its peers say: it names destinations as well, or countries. */
  readonly narrowed: Settled<boolean>;
  /** Tags, accounts or networks of the machines that it is for; none where it is for all of them. */
  readonly targets: readonly Target[];
  readonly traffic: readonly Traffic[];
  /** Of another rule: whether it is one of the same network or policy; left out where it certainly is. */
  readonly together?: Settled<boolean>;
}

const every: PortRange = { from: 0, to: 65535 };

/** What blocks of a protocol and its ports are about: a protocol without ports means all of them. */
export const trafficOf = (blocks: Property, protocolKey: string): readonly Traffic[] =>
  itemsOf(blocks).flatMap((block) => {
    const protocol = protocolName(block.get(protocolKey));
    const ports = block.get('ports').texts();
    if (ports.state === 'unknown') return [{ protocol, ports: unknown(ports.why, ports.at) }];
    const written = ports.state === 'known' ? ports.value : [];
    if (written.length === 0) return [{ protocol, ports: known(every, block.get('ports').at, 'no port is named') }];
    return written.map((text) => ({ protocol, ports: portsOf(text) }));
  });

const portsOf = (text: Settled<string>): Settled<PortRange> =>
  chain(text, (written) => {
    const [, from, to] = /^\s*(\d{1,5})(?:\s*-\s*(\d{1,5}))?\s*$/.exec(written) ?? [];
    if (from === undefined) return unknown('neither a port nor a range of ports', text.at);
    return known({ from: Number(from), to: Number(to ?? from) }, text.at);
  });

/** The texts of several lists; a list of which nothing is known is one text of which nothing is known. */
export const listed = (...lists: readonly Property[]): readonly Settled<string>[] =>
  lists.flatMap((list) => {
    const texts = otherwise(list.texts(), [], 'none');
    return texts.state === 'known' ? texts.value : [unknown<string>(texts.why, texts.at)];
  });

/** What the items of several lists name. */
export const targetsOf = (graph: ResourceGraph, ...lists: readonly Property[]): readonly Target[] =>
  lists.flatMap(itemsOf).map((item) => {
    const link = graph.follow(item, ['google_service_account']);
    return {
      name: otherwise(item.text(), '', 'nothing is named'),
      ...(link.state === 'linked' && { account: link.resource }),
    };
  });

/**
 * What a rule lets in or out, without the ports that a rule tried before denies to the same peers and machines. Where
 * nobody can say whether one does, or whether this one allows anything, nobody knows whom it lets through. A rule that
 * is switched off lets nobody through, and one that denies states nothing.
 */
export function* ruleFacts(noun: string, rule: Rule, others: readonly Rule[]): Iterable<NetworkRule> {
  if (is(rule.allows, false)) return;
  const kind = is(rule.incoming, false) ? 'egress-rule' : 'ingress-rule';
  const denials = others.filter((other) => other !== rule && verdictOn(other, rule) !== 'no');
  for (const { protocol, ports } of rule.traffic) {
    const about = denials.filter((denial) =>
      denial.traffic.some((one) => coversProtocol(one.protocol, protocol) !== false),
    );
    const certain = about.filter((denial) => verdictOn(denial, rule) === 'yes');
    const except = certain.flatMap((denial) =>
      denial.traffic.flatMap((one) =>
        coversProtocol(one.protocol, protocol) === true && one.ports.state === 'known' ? [one.ports.value] : [],
      ),
    );
    const doubtful = about.find(
      (denial) =>
        !certain.includes(denial) ||
        denial.traffic.some(
          (one) => one.ports.state === 'unknown' || coversProtocol(one.protocol, protocol) === undefined,
        ),
    );
    yield {
      kind,
      noun,
      subject: rule.subject,
      peers: peersLeft(rule, ports, except, doubtful),
      ports,
      protocol,
      ...(except.length > 0 && { except }),
    };
  }
}

function peersLeft(
  rule: Rule,
  ports: Settled<PortRange>,
  except: readonly PortRange[],
  doubtful: Rule | undefined,
): Settled<readonly Settled<string>[]> {
  const at = rule.peers[0]?.at ?? rule.at;
  if (is(rule.enabled, false)) return known([], rule.enabled.at, 'the rule is switched off');
  if (ports.state === 'known' && except.some((denied) => covers(denied, ports.value)))
    return known([], at, 'a rule tried before denies it, or passes it on');
  const open = [rule.allows, rule.enabled, rule.incoming].find(({ state }) => state === 'unknown');
  if (open?.state === 'unknown') return unknown(open.why, open.at);
  if (doubtful) return unknown('a rule tried before may deny it', doubtful.at);
  return known(rule.peers, at);
}

const covers = (outer: PortRange, inner: PortRange): boolean => outer.from <= inner.from && inner.to <= outer.to;

const is = <T>(value: Settled<T>, wanted: T): boolean => value.state === 'known' && value.value === wanted;

/** Whether a rule that may deny is tried before another, for all its peers and machines. */
function verdictOn(denial: Rule, rule: Rule): 'yes' | 'no' | 'perhaps' {
  const parts = [
    denial.together ? truthOf(denial.together, (same) => same) : true,
    truthOf(denial.denies, (denies) => denies),
    truthOf(denial.enabled, (on) => on),
    truthOf(denial.narrowed, (narrowed) => !narrowed),
    sameDirection(denial, rule),
    comesFirst(denial.priority, rule.priority),
    everyCovered(rule.peers, denial.peers, coversPeer),
    denial.targets.length === 0
      ? true
      : rule.targets.length === 0
        ? false
        : everyCovered(rule.targets, denial.targets, isSameTarget),
  ];
  if (parts.includes(false)) return 'no';
  return parts.includes(undefined) ? 'perhaps' : 'yes';
}

const truthOf = <T>(value: Settled<T>, test: (value: T) => boolean): boolean | undefined =>
  value.state === 'known' ? test(value.value) : undefined;

const sameDirection = (one: Rule, other: Rule): boolean | undefined =>
  one.incoming.state === 'known' && other.incoming.state === 'known'
    ? one.incoming.value === other.incoming.value
    : undefined;

/** Of two rules of one priority, the one that denies counts. */
const comesFirst = (one: Settled<number>, other: Settled<number>): boolean | undefined =>
  one.state === 'known' && other.state === 'known' ? one.value <= other.value : undefined;

/** Whether each of some things is covered by one of others. */
function everyCovered<T>(
  inner: readonly T[],
  outer: readonly T[],
  covered: (outer: T, inner: T) => boolean | undefined,
): boolean | undefined {
  const verdicts = inner.map((one) => {
    const outcomes = outer.map((other) => covered(other, one));
    return outcomes.includes(true) ? true : outcomes.includes(undefined) ? undefined : false;
  });
  return verdicts.includes(false) ? false : verdicts.includes(undefined) ? undefined : true;
}

const coversPeer = (outer: Settled<string>, inner: Settled<string>): boolean | undefined =>
  outer.state === 'known' && inner.state === 'known'
    ? isCidr(outer.value) && isCidr(inner.value) && coversCidr(outer.value, inner.value)
    : undefined;

function isSameTarget(one: Target, other: Target): boolean | undefined {
  if (one.name.state === 'known' && other.name.state === 'known') return one.name.value === other.name.value;
  return one.account && other.account ? one.account === other.account : undefined;
}

const coversProtocol = (outer: Settled<string>, inner: Settled<string>): boolean | undefined => {
  if (is(outer, 'all')) return true;
  return outer.state === 'known' && inner.state === 'known' ? outer.value === inner.value : undefined;
};
