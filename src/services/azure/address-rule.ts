import type { Fact, NetworkPath, NetworkRule } from '../../model/fact';
import type { Companions, ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { all, any, is, settledTruth, truth, type Truth } from '../../model/truth';
import { chain, combine, known, otherwise, unknown, type Settled } from '../../model/value';
import { at, type About } from './platform-service';

/** How the firewall rules of a kind of server are written: resources of their own with a first and a last address. */
export interface AddressRules {
  readonly types: readonly string[];
  readonly servers: readonly string[];
  /** What the rules call their server, by its id or by its name. */
  readonly server: readonly string[];
  readonly first: string;
  readonly last: string;
  readonly port: number;
}

const companions = (server: Resource, graph: ResourceGraph, rules: AddressRules): Companions => {
  const found = rules.server.map((key) => graph.companions(server, rules.types, key, rules.servers));
  return {
    certain: found.flatMap(({ certain }) => certain),
    possible: found.flatMap(({ possible }) => possible),
  };
};

/**
 * What the firewall rules of a server let in. They have no effect while the door to the public network is shut.
 *
 * @see https://learn.microsoft.com/azure/azure-sql/database/firewall-configure
 */
export function* addressRuleFacts(
  about: About,
  graph: ResourceGraph,
  rules: AddressRules,
  open: Settled<boolean>,
): Iterable<Fact> {
  const { certain, possible } = companions(about.subject, graph, rules);
  for (const rule of certain) yield ruleFact({ related: [rule], ...about }, rule, rules, open);
  yield {
    ...about,
    ...azureWide(
      [
        truth(false, about.subject.properties.at, 'no rule lets other customers of Azure in'),
        ...certain.map((rule) => letsAzureIn(rule, rules)),
        ...possible.map(({ resource, why }) =>
          all(truth(undefined, resource.properties.at, `may be a rule of it: ${why}`), letsAzureIn(resource, rules)),
        ),
      ],
      open,
    ),
    ...(certain.length > 0 && { related: certain }),
  };
}

/** A rule whose server is not managed here answers for itself. */
export function* lonelyAddressRuleFacts(
  rule: Resource,
  graph: ResourceGraph,
  rules: AddressRules,
  noun: string,
): Iterable<Fact> {
  const owners = rules.server.map((key) => graph.follow(at(rule, key), rules.servers));
  if (owners.some((owner) => owner.state === 'linked' && owner.resource.mode === 'managed')) return;
  const about = { subject: rule, noun };
  const open = known(true, rule.properties.at, 'a rule is written for an open door');
  yield ruleFact(about, rule, rules, open);
  yield { ...about, ...azureWide([letsAzureIn(rule, rules)], open) };
}

/**
 * A rule from 0.0.0.0 to 0.0.0.0 stands for every service of Azure, whoever it belongs to.
 *
 * @see https://learn.microsoft.com/azure/azure-sql/database/firewall-configure#connections-from-inside-azure
 */
const azureWide = (rules: readonly Truth[], open: Settled<boolean>): Omit<NetworkPath, 'noun' | 'subject'> => ({
  kind: 'network-path',
  path: 'foreign',
  open: settledTruth(
    all(
      is(open, (on) => on, 'public network access'),
      any(...rules),
    ),
    open.at,
  ),
});

const letsAzureIn = (rule: Resource, { first, last }: AddressRules): Truth =>
  all(
    ...[first, last].map((key) =>
      is(address(rule, key), (text) => text === '0.0.0.0', 'rule for every service of Azure, other customers included'),
    ),
  );

const address = (rule: Resource, key: string): Settled<string> => otherwise(at(rule, key).text(), '', 'not written');

function ruleFact(
  about: About & { readonly related?: readonly Resource[] },
  rule: Resource,
  rules: AddressRules,
  open: Settled<boolean>,
): NetworkRule {
  const { at: place } = at(rule, rules.first);
  return {
    kind: 'ingress-rule',
    ...about,
    peers: chain(open, (on): Settled<readonly Settled<string>[]> => (on ? peers(rule, rules) : known([], open.at, 'the door is shut'))), // prettier-ignore
    ports: known({ from: rules.port, to: rules.port }, place, `the port is always ${String(rules.port)}`),
    protocol: known('tcp', place, 'the protocol is always TCP'),
  };
}

function peers(rule: Resource, { first, last }: AddressRules): Settled<readonly Settled<string>[]> {
  const ends = { from: address(rule, first), to: address(rule, last) };
  const { at: place } = ends.from;
  const range = combine(ends, ({ from, to }) =>
    from === undefined || to === undefined ? undefined : { from: addressNumber(from), to: addressNumber(to) },
  );
  return chain(range, ({ from, to }): Settled<readonly Settled<string>[]> => {
    if (from === undefined || to === undefined || to < from) return unknown('no range of addresses', place);
    const cidrs = from === 0 && to === 0 ? [] : rangeCidrs(from, to);
    return known(cidrs.map((cidr) => known(cidr, place)), place); // prettier-ignore
  });
}

/** An IPv4 address as a number; undefined where the text is none. */
function addressNumber(text: string): number | undefined {
  const parts = text.trim().split('.');
  const bytes = parts.map(Number);
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part)) && bytes.every((byte) => byte < 256)
    ? bytes.reduce((sum, byte) => sum * 256 + byte, 0)
    : undefined;
}

/** The fewest CIDR blocks that are a range of addresses: each as large as its first address and the rest allow. */
function rangeCidrs(from: number, to: number): readonly string[] {
  const cidrs: string[] = [];
  for (let first = from; first <= to;) {
    let bits = 0;
    while (bits < 32 && first % 2 ** (bits + 1) === 0 && first + 2 ** (bits + 1) - 1 <= to) bits += 1;
    cidrs.push(`${[24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256).join('.')}/${String(32 - bits)}`);
    first += 2 ** bits;
  }
  return cidrs;
}
