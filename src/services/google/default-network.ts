import type { DefaultNetwork } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth, some, type Truth } from '../../model/truth';
import { otherwise, unknown, type Settled } from '../../model/value';

export const networkTypes: readonly string[] = ['google_compute_network'];
export const subnetworkTypes: readonly string[] = ['google_compute_subnetwork'];

/** Whether a text names the network, or a subnetwork of it, that a project begins with. */
export const isDefaultNetworkName = (name: string): boolean =>
  name === 'default' || /\/(networks|subnetworks)\/default$/.test(name);

/**
 * Whether a property names the default network, which every project begins with and everything may join.
 *
 * @see https://docs.cloud.google.com/vpc/docs/vpc#default-network
 */
export function namesDefaultNetwork(network: Property, graph: ResourceGraph): Settled<boolean> {
  const link = graph.follow(network, [...networkTypes, ...subnetworkTypes]);
  const name = link.state === 'linked' ? link.resource.properties.get('name') : network;
  const text = name.text();
  if (link.state === 'linked' && text.state !== 'known') return { state: 'known', value: false, at: network.at };
  const named = otherwise(text, '', 'no network is named');
  return named.state === 'known'
    ? { ...named, value: isDefaultNetworkName(named.value), at: network.at }
    : unknown(named.why, network.at);
}

/** Whether something that has network interfaces stands in the default network with one of them. */
export function defaultNetworkFact(
  subject: Resource,
  noun: string,
  interfaces: Settled<readonly Property[]>,
  graph: ResourceGraph,
): DefaultNetwork {
  const inDefault = (one: Property): Truth =>
    any(...['network', 'subnetwork'].map((key) => is(namesDefaultNetwork(one.get(key), graph), (yes) => yes, key)));
  return {
    kind: 'default-network',
    noun: `network of a ${noun}`,
    subject,
    used: settledTruth(some(interfaces, inDefault, 'network interfaces'), interfaces.at),
  };
}
