import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth, truth, type Truth } from '../../model/truth';
import { combine, map, otherwise, type Settled } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { isDefaultNetworkName, networkTypes } from './default-network';

const flowConfigs = 'google_network_management_vpc_flow_logs_config';

export const computeNetwork: Service = {
  name: 'compute-network',
  types: {
    terraform: [
      'google_compute_network',
      'google_compute_router_nat',
      'google_compute_subnetwork',
      'google_compute_vpn_tunnel',
      flowConfigs,
    ],
  },
  *facts(resource, graph) {
    if (resource.type === 'google_compute_network') yield* networkFacts(resource);
    if (resource.type === 'google_compute_router_nat') yield natLogFact(resource);
    if (resource.type === 'google_compute_subnetwork') yield* subnetworkFacts(resource, graph);
    if (resource.type === 'google_compute_vpn_tunnel') yield* tunnelFacts(resource);
  },
};

/**
 * A network makes subnetworks in every region and a route to the internet, unless it is told not to.
 *
 * @see https://docs.cloud.google.com/vpc/docs/vpc
 */
function* networkFacts(network: Resource): Iterable<Fact> {
  const about = { noun: 'network', subject: network };
  const { properties: written } = network;
  const automatic = otherwise(
    written.get('auto_create_subnetworks').flag(),
    true,
    'subnetworks are made in every region unless told otherwise',
  );
  yield { kind: 'network-placement', chosen: map(automatic, (on) => !on), ...about };
  yield {
    kind: 'default-network',
    used: map(otherwise(written.get('name').text(), '', 'no name is written'), isDefaultNetworkName),
    ...about,
  };
  const removed = otherwise(
    written.get('delete_default_routes_on_create').flag(),
    false,
    'a route to the internet is made unless told otherwise',
  );
  yield { kind: 'way-out', open: map(removed, (gone) => !gone), ...about };
}

/** Purposes of subnetworks in which no machine stands: nothing of theirs is recorded, and nobody calls from there. */
const withoutMachines: readonly string[] = [
  'GLOBAL_MANAGED_PROXY',
  'INTERNAL_HTTPS_LOAD_BALANCER',
  'PRIVATE_NAT',
  'PRIVATE_SERVICE_CONNECT',
  'REGIONAL_MANAGED_PROXY',
];

/**
 * Whether connections are recorded, and whether machines reach Google's services without leaving the network.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_subnetwork
 * @see https://docs.cloud.google.com/vpc/docs/private-google-access
 */
function* subnetworkFacts(subnetwork: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'subnetwork', subject: subnetwork };
  const { properties: written } = subnetwork;
  const purpose = written.get('purpose').text();
  if (purpose.state === 'known' && withoutMachines.includes(purpose.value)) return;
  yield { kind: 'audit-log', scope: 'flow', kept: flowsRecorded(subnetwork, graph), ...about };
  const privately = otherwise(
    written.get('private_ip_google_access').flag(),
    false,
    'services of Google are called by public addresses unless told otherwise',
  );
  yield { kind: 'network-path', path: 'public-name', open: map(privately, (on) => !on), ...about };
  const stack = otherwise(written.get('stack_type').text(), 'IPV4_ONLY', 'there is no IPv6 unless told otherwise');
  if (stack.state === 'known' && !stack.value.includes('IPV6')) return;
  const mode = otherwise(
    written.get('private_ipv6_google_access').text(),
    '',
    'services of Google are called by public addresses unless told otherwise',
  );
  yield {
    kind: 'network-path',
    path: 'public-name',
    open: combine({ stack, mode }, ({ stack: families, mode: text }) => {
      const closed = text === undefined ? undefined : /^ENABLE_/i.test(text);
      return closed === true ? false : families === undefined || closed === undefined ? undefined : true;
    }),
    ...about,
  };
}

/**
 * A block asks for records; an old switch does as well, and so does a configuration beside the subnetwork or its network.
 *
 * @see https://docs.cloud.google.com/vpc/docs/flow-logs
 */
function flowsRecorded(subnetwork: Resource, graph: ResourceGraph): Settled<boolean> {
  const { properties: written } = subnetwork;
  const network = graph.follow(written.get('network'), networkTypes);
  return settledTruth(
    any(
      is(written.get('log_config').present(), (given) => given, 'records of connections'),
      is(
        otherwise(written.get('enable_flow_logs').flag(), false, 'connections are recorded only when told to'),
        (on) => on,
        'records of connections',
      ),
      ...flowConfigsOf(subnetwork, 'subnet', graph),
      ...(network.state === 'linked' ? flowConfigsOf(network.resource, 'network', graph) : []),
    ),
    written.get('log_config').at,
  );
}

/** What configurations of flow logs ask for that name something, or may. */
function flowConfigsOf(target: Resource, key: string, graph: ResourceGraph): readonly Truth[] {
  const { certain, possible } = graph.companions(target, [flowConfigs], key);
  return [
    ...certain.map(({ properties }) =>
      is(
        otherwise(properties.get('state').text(), 'ENABLED', 'a configuration is on unless it is switched off'),
        (state) => state !== 'DISABLED',
        'configuration of flow logs',
      ),
    ),
    ...possible.map(({ resource, why }) =>
      truth(undefined, { id: resource.id, path: [key] }, `records may be asked for: ${why}`),
    ),
  ];
}

const natLogFact = (nat: Resource): Fact => ({
  kind: 'audit-log',
  noun: 'NAT gateway',
  subject: nat,
  scope: 'execution',
  kept: otherwise(
    nat.properties.get('log_config', 'enable').flag(),
    false,
    'connections are recorded only when told to',
  ),
});

/** @see https://docs.cloud.google.com/network-connectivity/docs/vpn/concepts/supported-ike-ciphers */
function* tunnelFacts(tunnel: Resource): Iterable<Fact> {
  const about = { noun: 'VPN tunnel', subject: tunnel };
  const { properties: written } = tunnel;
  yield {
    kind: 'data-in-transit',
    algorithmsCurrent: map(
      otherwise(written.get('ike_version').number(), 2, 'version 2 of IKE unless told otherwise'),
      (version) => version >= 2,
    ),
    ...about,
  };
  yield* secretFacts(tunnel, about.noun, [['shared secret', written.get('shared_secret')]]);
}
