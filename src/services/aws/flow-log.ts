import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { all, any, is, settledTruth, truth, type Truth } from '../../model/truth';
import { otherwise } from '../../model/value';
import { subnets } from './public-address';

export const vpcs = ['AWS::EC2::VPC', 'aws_default_vpc', 'aws_vpc'];
export const flowLogs = ['AWS::EC2::FlowLog', 'aws_flow_log'];
const watched = [...vpcs, ...subnets];

/** Where a flow log names what it watches: by one property in CloudFormation, by one a kind in Terraform. */
const keysOf = ({ vocabulary }: Resource): readonly string[] =>
  vocabulary === 'cloudformation' ? ['ResourceId'] : ['vpc_id', 'subnet_id', 'eni_id'];

/**
 * A log of what was let in alone does not show who tried the doors.
 *
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-6
 */
const records = (log: Resource): Truth =>
  is(
    otherwise(property(log, 'TrafficType', 'traffic_type').text(), 'ALL', 'all traffic where nothing is said'),
    (type) => type.toUpperCase() !== 'ACCEPT',
    'traffic that the flow log records',
  );

/** A network's connections are recorded by a log of its own, or by one of each of its subnets. */
export function flowFact(network: Resource, graph: ResourceGraph): Fact {
  const at = { id: network.id, path: [] };
  const own = logged(network, graph);
  const key = network.vocabulary === 'cloudformation' ? 'VpcId' : 'vpc_id';
  const parts = graph.companions(network, subnets, key, vpcs).certain.map((subnet) => logged(subnet, graph));
  return {
    kind: 'audit-log',
    noun: network.type === 'aws_default_vpc' ? 'default VPC' : 'VPC',
    subject: network,
    scope: 'flow',
    kept: settledTruth(any(own.kept, ...(parts.length > 0 ? [all(...parts.map(({ kept }) => kept))] : [])), at),
    related: own.logs,
  };
}

function logged(target: Resource, graph: ResourceGraph): { readonly kept: Truth; readonly logs: readonly Resource[] } {
  const found = keysOf(target).map((key) => graph.companions(target, flowLogs, key, watched));
  const logs = found.flatMap(({ certain }) => certain);
  const possible = found.flatMap((companions) => companions.possible);
  const kept = any(
    truth(false, { id: target.id, path: [] }, 'no flow log'),
    ...logs.map(records),
    ...possible.map(({ resource: { id }, why }) =>
      truth(undefined, { id, path: [] }, `may be a flow log of it: ${why}`),
    ),
  );
  return { kept, logs };
}

/** A flow log whose network is not managed here answers for itself. */
export function* lonelyFlowLogFacts(log: Resource, graph: ResourceGraph): Iterable<Fact> {
  const links = keysOf(log).map((key) => graph.follow(log.properties.get(key), watched));
  if (links.some((link) => link.state === 'linked' && link.resource.mode === 'managed')) return;
  yield {
    kind: 'audit-log',
    noun: 'network of this flow log',
    subject: log,
    scope: 'flow',
    kept: settledTruth(records(log), { id: log.id, path: [] }),
  };
}
