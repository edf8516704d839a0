import { isOpenToInternet } from '../../model/cidr';
import type { NetworkPlacement, NetworkRule, PublicAccessBlock, PublicEndpoint } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, some, truth, type Truth } from '../../model/truth';
import { chain, known, map, orElse, otherwise, type Settled, type Value } from '../../model/value';
import { azureTypes } from './diagnostics';
import type { About } from './platform-service';

/**
 * Whether the door to the public network is open. The switch is a boolean (`public_network_access_enabled`) or a word
 * (`public_network_access`: `Enabled`, `Disabled`, `SecuredByPerimeter`); it is open unless told otherwise.
 *
 * @see https://learn.microsoft.com/security/benchmark/azure/mcsb-v2-network-security (NS-2)
 */
export const publicNetwork = (resource: Resource, paths: readonly string[], initial = true): Settled<boolean> =>
  paths.reduceRight<Settled<boolean>>(
    (rest, path) => orElse(switchAt(resource.properties.get(...path.split('.'))), () => rest),
    known(initial, resource.properties.get(...(paths[0] ?? '').split('.')).at, `public network access is ${initial ? 'on' : 'off'} unless told otherwise`),
  ); // prettier-ignore

const switchAt = (property: Property): Value<boolean> =>
  map(property.text(), (text) => ['true', 'enabled'].includes(text.toLowerCase()));

/** The door of a service that lets nobody in by its firewall until a rule says so: is it shut for good? */
export const doorShut = (about: About, open: Settled<boolean>, written: Property): PublicAccessBlock => ({
  kind: 'public-access-block',
  complete: map(open, (on) => !on),
  explicit: written.present(),
  ...about,
});

/**
 * The firewall of a store that nobody comes into without a key or an identity, and that is open unless told otherwise: of
 * a storage account, a vault. Microsoft rates an open one low or medium: a rule for everybody, as of a port, rather than a
 * store whose password alone stands before the data.
 *
 * @see https://learn.microsoft.com/azure/defender-for-cloud/recommendations-reference-networking
 */
export function storeFirewallFact(
  about: About,
  open: Settled<boolean>,
  rules: NetworkRules = {},
  port = 443,
): NetworkRule {
  const { public: reached } = endpointFact(about, 'store', open, rules);
  return {
    kind: 'ingress-rule',
    peers: chain(reached, (everybody): Settled<readonly Settled<string>[]> => {
      const because = reached.state === 'known' ? reached.because : undefined;
      return known(everybody ? [known('0.0.0.0/0', reached.at, because)] : [], reached.at, because);
    }),
    ports: known({ from: port, to: port }, reached.at, `the port is always ${String(port)}`),
    protocol: known('tcp', reached.at, 'the protocol is always TCP'),
    ...about,
  };
}

/** Who is let in by the rules of a service that lets everybody in unless told otherwise. */
export interface NetworkRules {
  /** `Allow` or `Deny`: what becomes of whoever no rule names. */
  readonly defaultAction?: readonly Property[];
  /** Lists of addresses: where one is not empty, others are kept out (or, with a default action, only under `Deny`). */
  readonly addresses?: readonly Property[];
  /** Blocks and switches that keep others out where they are set: rules for subnets. */
  readonly guards?: readonly Truth[];
}

/** Whether a service can be reached from the whole internet, its door and its rules taken together. */
export function endpointFact(
  about: About,
  role: PublicEndpoint['role'],
  open: Settled<boolean>,
  { defaultAction, addresses = [], guards = [] }: NetworkRules = {},
): PublicEndpoint {
  const lists = addresses.map((list) => otherwise(list.texts(), [], 'no address is named'));
  const opened = lists.map((list) => some(list, (one) => is(one, isEverybody, shown(one)), 'addresses let in'));
  const kept = defaultAction
    ? [denies(defaultAction)]
    : lists.map((list) => is(list, (items) => items.length > 0, 'addresses let in'));
  const confined = any(truth(false, open.at, 'every network is let in'), ...kept, ...guards);
  return {
    kind: 'public-endpoint',
    role,
    public: settledTruth(
      all(
        is(open, (on) => on, 'public network access'),
        any(not(confined), ...opened),
      ),
      open.at,
    ),
    ...about,
  };
}

const isEverybody = (cidr: string): boolean => isOpenToInternet([cidr]);

const shown = (one: Settled<string>): string => (one.state === 'known' ? `address ${one.value}` : 'address');

/** The first of the spellings that is written counts; without a default action, everybody is let in. */
function denies(spellings: readonly Property[]): Truth {
  const [first] = spellings;
  const at = first?.at ?? { id: '', path: [] };
  const action = spellings.reduceRight<Settled<string>>(
    (rest, property) => orElse(property.text(), () => rest),
    known('Allow', at, 'whoever no rule names is let in unless told otherwise'),
  );
  return is(action, (text) => text.toLowerCase() === 'deny', 'default action');
}

const endpoints = ['azurerm_private_endpoint'];

/**
 * Whether a service is placed in a network of one's own: by one of the blocks and ids given, or by a private endpoint of
 * the same input.
 *
 * @see https://learn.microsoft.com/azure/private-link/private-endpoint-overview
 */
export function placementFact(
  about: About,
  graph: ResourceGraph,
  written: readonly (Property | Truth)[] = [],
): NetworkPlacement {
  const target = 'private_service_connection.private_connection_resource_id';
  const { certain, possible } = graph.companions(about.subject, endpoints, target, azureTypes(graph));
  const { at } = about.subject.properties;
  return {
    kind: 'network-placement',
    chosen: settledTruth(
      any(
        truth(false, at, 'no network and no private endpoint'),
        ...written.map((one) => ('holds' in one ? one : is(one.present(), (set) => set, 'network'))),
        ...certain.map(({ id }) => truth(true, { id, path: [] }, 'private endpoint')),
        ...possible.map(({ resource: { id }, why }) => truth(undefined, { id, path: [] }, `private endpoint: ${why}`)),
      ),
      at,
    ),
    ...about,
    ...(certain.length > 0 && { related: certain }),
  };
}
