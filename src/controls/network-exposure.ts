import { addressesIn, isOpenToInternet } from '../model/cidr';
import type { NetworkRule, PortRange } from '../model/fact';
import { all, any, is, not, some, truth, type Truth } from '../model/truth';
import type { Settled } from '../model/value';

/** Ports of remote administration, databases, caches, queues and control planes: nothing the public is served from. */
const administrationPorts: readonly number[] = [
  20, 21, 22, 23, 111, 135, 137, 138, 139, 161, 389, 445, 636, 873, 1433, 1434, 1521, 2049, 2375, 2376, 2379, 2380, 2483,
  2484, 3020, 3306, 3389, 4333, 4505, 4506, 5432, 5439, 5500, 5601, 5672, 5900, 5984, 5985, 5986, 6379, 6443, 7000, 7001,
  7199, 8020, 8086, 8182, 8888, 9042, 9090, 9092, 9160, 9200, 9300, 10250, 11211, 11214, 11215, 27017, 27018, 27019, 50070,
  61620, 61621,
]; // prettier-ignore

/** Whether a rule lets the whole internet through: one of its peers, or all that are known taken together. */
export function openToInternet({ peers }: NetworkRule): Truth {
  const note = 'open to the internet';
  const known =
    peers.state === 'known' ? peers.value.flatMap((peer) => (peer.state === 'known' ? [peer.value] : [])) : [];
  const single = some(peers, (peer) => is(peer, (cidr) => isOpenToInternet([cidr]), shownPeer(peer)), note);
  if (single.holds === true || known.length < 2) return single;
  return any(single, truth(isOpenToInternet(known), peers.at, `${known.join(' and ')} together are ${note}`));
}

/** Whether a rule names a network of more addresses than that. */
export const namesNetwork = ({ peers }: NetworkRule, addresses: bigint): Truth =>
  some(peers, (peer) => is(peer, (cidr) => addressesIn(cidr) > addresses, shownPeer(peer)), 'peers');

const shownPeer = (peer: Settled<string>): string => (peer.state === 'known' ? `peer ${peer.value}` : 'peer');

const shownPorts = ({ ports }: NetworkRule): string => {
  if (ports.state === 'unknown') return 'ports';
  const { from, to } = ports.value;
  return from === to ? `port ${from}` : from <= 1 && to >= 65535 ? 'all ports' : `ports ${from} to ${to}`;
};

const within = (ports: PortRange, port: number): boolean => ports.from <= port && port <= ports.to;

/** Whether a rule opens a port that no rule before it denies. */
const opens = ({ except }: NetworkRule, ports: PortRange, port: number): boolean =>
  within(ports, port) && !except?.some((denied) => within(denied, port));

/** Whether a rule is about a protocol that services answer on, or about all protocols. A tunnel (ESP, GRE) has no ports. */
const carriesPorts = ({ protocol }: NetworkRule): Truth =>
  is(protocol, (name) => ['all', 'tcp', 'udp'].includes(name), 'protocol');

/** Whether a rule lets more than messages of the network itself through. */
const carriesData = ({ protocol }: NetworkRule): Truth =>
  not(is(protocol, (name) => ['icmp', 'icmpv6'].includes(name), 'protocol'));

export const reachesAdministration = (rule: NetworkRule): Truth =>
  all(
    carriesPorts(rule),
    is(rule.ports, (ports) => administrationPorts.some((port) => opens(rule, ports, port)), shownPorts(rule)),
  );

export const reachesAnyPort = (rule: NetworkRule): Truth => carriesData(rule);

const isEvery = ({ from, to }: PortRange): boolean => from <= 1 && to >= 65535;

const isStateless = ({ kind }: NetworkRule): boolean => kind.startsWith('network-acl-');

/** Whether a rule opens more than one port. Network ACLs keep no state and need ranges: only all ports count there. */
export const opensPortRange = (rule: NetworkRule): Truth =>
  all(
    is(rule.protocol, (name) => ['tcp', 'udp'].includes(name), 'protocol'),
    is(
      rule.ports,
      (ports) => (isStateless(rule) ? isEvery(ports) && !rule.except?.length : ports.from !== ports.to),
      shownPorts(rule),
    ),
  );

/** Whether a rule that somebody wrote is for every protocol. What EC2 adds by itself, nobody wrote. */
export const opensEveryProtocol = ({ protocol }: NetworkRule): Truth =>
  all(
    truth(!(protocol.state === 'known' && protocol.because !== undefined), protocol.at, 'somebody wrote the rule'),
    is(protocol, (name) => name === 'all', 'every protocol'),
  );

/** Whether what a rule says of messages has no effect. */
export const opensEveryMessage = ({ everyMessage, protocol }: NetworkRule): Truth =>
  truth(everyMessage !== undefined, protocol.at, everyMessage ?? 'messages');

/** Web ports of something that is meant to be public. */
export const servesWeb = ({ ports, internetFacing }: NetworkRule): Truth =>
  all(
    internetFacing
      ? is({ ...internetFacing, at: ports.at }, (facing) => facing, 'serves an internet-facing balancer')
      : truth(false, ports.at, 'serves no internet-facing balancer'),
    is(ports, ({ from, to }) => from === to && (from === 80 || from === 443), 'web port'),
  );

/**
 * Ports of remote administration in a network ACL. ACLs keep no state: ranges that begin above the well-known ports and
 * run to the end are the way back for answers, and do not count.
 */
export const reachesAdministrationStatelessly = (rule: NetworkRule): Truth =>
  all(
    carriesPorts(rule),
    is(
      rule.ports,
      (ports) =>
        [20, 21, 22, 23].some((port) => opens(rule, ports, port)) ||
        (opens(rule, ports, 3389) && !(ports.from >= 1024 && ports.to >= 60999)),
      shownPorts(rule),
    ),
  );
