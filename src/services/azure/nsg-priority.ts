import { coversCidr } from '../../model/cidr';
import type { PortRange } from '../../model/fact';
import { known, unknown, type Settled } from '../../model/value';
import { everyPort, type SecurityRule } from './nsg-rule';

/** What a rule opens to whom, after the rules that are tried before it. */
export interface Opening {
  readonly protocol: Settled<string>;
  readonly ports: Settled<PortRange>;
  readonly peers: Settled<readonly Settled<string>[]>;
  /** Ports of these that are denied to all of the peers before. */
  readonly except: readonly PortRange[];
}

/** Whether something holds; undefined where nobody can say. */
type Maybe = boolean | undefined;

const both = (...parts: readonly Maybe[]): Maybe =>
  parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;

const asMaybe = (value: Settled<boolean>): Maybe => (value.state === 'known' ? value.value : undefined);
const not = (value: Maybe): Maybe => (value === undefined ? undefined : !value);

/**
 * What a rule that allows lets through, when rules with lower numbers that deny come first. Where nobody can say whether
 * one of those does, nobody knows whom this one lets in.
 *
 * @see https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#security-rules (priority)
 */
export function openings(rule: SecurityRule, rules: readonly SecurityRule[]): readonly Opening[] {
  const before = rules.filter((other) => mayComeFirst(other, rule) !== false);
  return protocolsOf(rule, before).flatMap((protocol) =>
    rule.ports.flatMap((ports) => openingsOf(rule, before, protocol, ports)),
  );
}

/** Whether a rule denies in the direction of another, and is tried before it. */
const mayComeFirst = (other: SecurityRule, rule: SecurityRule): Maybe =>
  both(
    not(asMaybe(other.allows)),
    same(other.incoming, rule.incoming),
    other.priority.state === 'known' && rule.priority.state === 'known'
      ? other.priority.value < rule.priority.value
      : undefined,
  );

const same = <T>(one: Settled<T>, other: Settled<T>): Maybe =>
  one.state === 'known' && other.state === 'known' ? one.value === other.value : undefined;

/** A rule for all protocols, some of which are denied, is a rule for each of those that carry ports. */
const protocolsOf = ({ protocol }: SecurityRule, before: readonly SecurityRule[]): readonly Settled<string>[] =>
  protocol.state === 'known' &&
  protocol.value === 'all' &&
  before.some((denial) => denial.protocol.state === 'known' && denial.protocol.value !== 'all')
    ? [known('tcp', protocol.at), known('udp', protocol.at)]
    : [protocol];

function openingsOf(
  rule: SecurityRule,
  before: readonly SecurityRule[],
  protocol: Settled<string>,
  ports: Settled<PortRange>,
): readonly Opening[] {
  const at = rule.peers[0]?.at ?? rule.at;
  const shut = unsettledRule(rule);
  if (shut) return [{ protocol, ports, peers: unknown(shut.why, shut.at), except: [] }];
  const left = rule.peers.map((peer) => afterDenials(rule, before, protocol, ports, peer)).filter((one) => !one.denied);
  const [first] = left;
  if (first?.peer.state === 'unknown' && left.every(({ peer }) => peer.state === 'unknown'))
    return [{ protocol, ports, peers: unknown(first.peer.why, first.peer.at), except: [] }];
  const settled = left.filter(({ peer }) => peer.state === 'known');
  // What is denied to one of whom nothing is known says nothing of what is denied to the others.
  const doubtful = left.filter(({ peer }) => peer.state === 'unknown').map((one) => [one]);
  return [settled, ...doubtful].map((group) => ({
    protocol,
    ports,
    peers: known(
      group.map(({ peer }) => peer),
      at,
    ),
    except: inCommon(group.map(({ ranges }) => ranges)),
  }));
}

/** Whether the rule allows anything, and in which direction, must be known. */
const unsettledRule = ({ allows, incoming }: SecurityRule) =>
  allows.state === 'unknown' ? allows : incoming.state === 'unknown' ? incoming : undefined;

interface Left {
  readonly peer: Settled<string>;
  readonly denied: boolean;
  readonly ranges: readonly PortRange[];
}

/** What is left of a peer: nothing, itself but for some ports, or something of which nothing is known. */
function afterDenials(
  rule: SecurityRule,
  before: readonly SecurityRule[],
  protocol: Settled<string>,
  ports: Settled<PortRange>,
  peer: Settled<string>,
): Left {
  const ranges: PortRange[] = [];
  const doubts: SecurityRule[] = [];
  for (const denial of before) {
    const denies = both(
      mayComeFirst(denial, rule),
      coversProtocol(denial.protocol, protocol),
      coversPeer(denial, peer),
      coversNear(denial.near, rule.near),
      asMaybe(denial.everySourcePort),
    );
    if (denies === false) continue;
    for (const range of denial.ports) {
      if (denies && range.state === 'known') ranges.push(range.value);
      if ((!denies || range.state === 'unknown') && overlaps(range, ports) !== false) doubts.push(denial);
    }
  }
  const [doubt] = doubts;
  if (isWithin(ports, ranges)) return { peer, denied: true, ranges };
  if (ports.state === 'unknown' && ranges.length > 0)
    return { peer: unknown(ports.why, ports.at), denied: false, ranges };
  return doubt
    ? { peer: unknown('nobody can say whether a rule with a lower number denies it', doubt.at), denied: false, ranges }
    : { peer, denied: false, ranges };
}

function coversProtocol(denied: Settled<string>, allowed: Settled<string>): Maybe {
  if (denied.state === 'known' && denied.value === 'all') return true;
  return same(denied, allowed);
}

function coversPeer({ peers }: SecurityRule, peer: Settled<string>): Maybe {
  const covered = peers.some(
    (wider) => wider.state === 'known' && peer.state === 'known' && coversCidr(wider.value, peer.value),
  );
  if (covered) return true;
  return peers.some(({ state }) => state === 'unknown') ? undefined : false;
}

/** Everything that stands in the network of the group. Networks may have addresses of IPv6 beside those of IPv4. */
const everything: readonly string[] = ['*', 'any', 'virtualnetwork'];

const isEverything = (near: readonly Settled<string>[]): boolean =>
  near.some((one) => one.state === 'known' && everything.includes(one.value.toLowerCase()));

function coversNear(denied: readonly Settled<string>[], allowed: readonly Settled<string>[]): Maybe {
  if (isEverything(denied)) return true;
  if (denied.length === 0 || [...denied, ...allowed].some(({ state }) => state === 'unknown')) return undefined;
  if (allowed.length === 0) return undefined;
  return allowed.every((one) => denied.some((wider) => coversText(wider, one)));
}

const coversText = (wider: Settled<string>, one: Settled<string>): boolean =>
  wider.state === 'known' &&
  one.state === 'known' &&
  (wider.value.toLowerCase() === one.value.toLowerCase() || coversCidr(wider.value, one.value));

function overlaps(one: Settled<PortRange>, other: Settled<PortRange>): Maybe {
  if (one.state === 'unknown' || other.state === 'unknown') return undefined;
  return one.value.from <= other.value.to && other.value.from <= one.value.to;
}

/** Whether ports are all in some of the ranges, which may join. Of ports that are not known, all there are must be. */
function isWithin(ports: Settled<PortRange>, ranges: readonly PortRange[]): boolean {
  const { from, to } = ports.state === 'known' ? ports.value : everyPort;
  let next = from;
  for (const range of [...ranges].sort((a, b) => a.from - b.from))
    if (range.from <= next && range.to >= next) next = range.to + 1;
  return next > to;
}

/** Ranges that stand in every list. */
const inCommon = ([first = [], ...others]: readonly (readonly PortRange[])[]): readonly PortRange[] =>
  first.filter((range) => others.every((list) => list.some(({ from, to }) => from === range.from && to === range.to)));
