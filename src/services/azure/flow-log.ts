import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { all, any, is, settledTruth, truth, type Truth } from '../../model/truth';
import { chain, known, otherwise, unknown, type Settled } from '../../model/value';
import { azureTypes } from './diagnostics';
import { at } from './platform-service';

export const flowLogs = ['azurerm_network_watcher_flow_log'];
export const networks = ['azurerm_virtual_network'];
const subnets = ['azurerm_subnet'];

/**
 * What a flow log watches: a network, a subnet, a network interface, or a security group, for which no new ones can be
 * made since 2025-06.
 *
 * @see https://learn.microsoft.com/azure/network-watcher/vnet-flow-logs-overview
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_watcher_flow_log
 */
const targetKeys = ['target_resource_id', 'network_security_group_id'];

const isOn = (log: Resource): Truth =>
  is(otherwise(at(log, 'enabled').flag(), false, 'not switched on'), (on) => on, 'flow log');

/** A network's connections are recorded by a log of its own, or by one of each of its subnets. */
export function flowFact(network: Resource, graph: ResourceGraph): Fact {
  const own = logsOf(network, graph);
  const parts = graph
    .companions(network, subnets, 'virtual_network_name', networks)
    .certain.map((subnet) => subnetLogged(subnet, graph));
  return {
    kind: 'audit-log',
    noun: 'virtual network',
    subject: network,
    scope: 'flow',
    kept: settledTruth(any(own.kept, ...(parts.length > 0 ? [all(...parts)] : [])), network.properties.at),
    ...(own.logs.length > 0 && { related: own.logs }),
  };
}

/** By a log of the subnet, or of the security group that guards it. */
function subnetLogged(subnet: Resource, graph: ResourceGraph): Truth {
  const guards = graph
    .companions(subnet, ['azurerm_subnet_network_security_group_association'], 'subnet_id', subnets)
    .certain.flatMap(({ properties }) => {
      const group = graph.follow(properties.get('network_security_group_id'), ['azurerm_network_security_group']);
      return group.state === 'linked' ? [group.resource] : [];
    });
  return any(...[subnet, ...guards].map((one) => logsOf(one, graph).kept));
}

function logsOf(target: Resource, graph: ResourceGraph): { readonly kept: Truth; readonly logs: readonly Resource[] } {
  const found = targetKeys.map((key) => graph.companions(target, flowLogs, key, azureTypes(graph)));
  const logs = found.flatMap(({ certain }) => certain);
  return {
    logs,
    kept: any(
      truth(false, target.properties.at, 'no flow log'),
      ...logs.map(isOn),
      ...found.flatMap(({ possible }) =>
        possible.map(({ resource, why }) =>
          all(truth(undefined, resource.properties.at, `may be a flow log of it: ${why}`), isOn(resource)),
        ),
      ),
    ),
  };
}

/** How long a log is kept; and, unless its network says it, whether it is written at all. */
export function* flowLogFacts(log: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'flow log', subject: log };
  yield { kind: 'retention', days: retentionOf(log), ...about };
  const network = graph.follow(at(log, 'target_resource_id'), [...networks, ...subnets]);
  if (network.state === 'linked' && network.resource.mode === 'managed') return;
  yield { kind: 'audit-log', scope: 'flow', kept: settledTruth(isOn(log), log.properties.at), ...about };
}

/** Nothing takes records away where the policy is off, or counts no days. */
export function retentionOf(log: Resource): Settled<number> {
  const policy = at(log, 'retention_policy');
  const days = otherwise(policy.get('days').number(), 0, 'no days are named');
  const on = policy.get('enabled').flag();
  if (on.state === 'absent') return unknown('no retention policy is written', policy.at);
  return chain(otherwise(on, false, ''), (enabled) =>
    enabled
      ? chain(days, (count): Settled<number> =>
          count > 0 ? known(count, days.at) : known(Infinity, days.at, '0 days are for ever'),
        )
      : known(Infinity, on.at, 'no policy takes them away'),
  );
}
