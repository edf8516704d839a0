import { isOpenToInternet } from '../../model/cidr';
import type { Fact, NetworkRule, PortRange } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, settledTruth, some, truth, type Truth } from '../../model/truth';
import { known, otherwise, unknown, type Settled } from '../../model/value';
import { itemsOf } from '../aws/items';

/** A database, and what it says of who may speak to it from outside. */
export interface Reach {
  readonly about: { readonly subject: Resource; readonly noun: string };
  /** Whether it has a public address. */
  readonly open: Settled<boolean>;
  readonly networks: Property;
  /** The property of a network that holds its CIDR block. */
  readonly key: string;
  readonly ports: Settled<PortRange>;
}

/**
 * A database with a public address answers the networks that are named, and nobody else but Google's own connectors, which
 * ask for a permission: it is open to the internet where those networks are.
 */
export function* reachFacts(reach: Reach): Iterable<Fact> {
  const { about, open, networks, key } = reach;
  const isOpen = is(open, (on) => on, 'public address');
  yield {
    kind: 'public-endpoint',
    role: 'store',
    public: settledTruth(all(isOpen, everyoneAmong(networks, key)), open.at),
    ...about,
  };
  yield { kind: 'public-endpoint', role: 'compute', public: open, ...about };
  yield* authorizedFacts(reach);
}

/** Whether the networks that are let in are the whole internet, one of them or all taken together. */
export function everyoneAmong(networks: Property, key: string): Truth {
  const items = itemsOf(networks).map((network) => otherwise(network.get(key).text(), '', 'no network is named'));
  const written = items.flatMap((one) => (one.state === 'known' ? [one.value] : []));
  return any(
    some(
      known(items, networks.at),
      (item) => is(item, (cidr) => isOpenToInternet([cidr]), 'authorized network'),
      'authorized networks',
    ),
    truth(isOpenToInternet(written), networks.at, 'authorized networks taken together'),
  );
}

/**
 * Addresses that may speak to a database from outside. They count only where it has a public address; with none written,
 * only Google's own connectors get through.
 */
function* authorizedFacts({ about, networks, key, ports, open }: Reach): Iterable<NetworkRule> {
  const list = networks.list();
  if (list.state === 'absent' || (open.state === 'known' && !open.value)) return;
  const rule = { kind: 'ingress-rule' as const, ports, protocol: known('tcp', networks.at), ...about };
  const unsettled = [list, open].find(({ state }) => state === 'unknown');
  if (list.state === 'unknown' || unsettled?.state === 'unknown') {
    yield { peers: unknown(unsettled?.state === 'unknown' ? unsettled.why : 'not settled', networks.at), ...rule };
    return;
  }
  for (const network of list.value) {
    const peer = otherwise(network.get(key).text(), '', 'no address is written');
    yield {
      peers:
        peer.state === 'known' && peer.value === ''
          ? unknown('no address is written', peer.at)
          : known([peer], network.at),
      ...rule,
    };
  }
}
