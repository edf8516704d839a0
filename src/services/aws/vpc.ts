import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { all, not, settledTruth, truth } from '../../model/truth';
import { known } from '../../model/value';
import type { Service } from '../service';
import { flowFact, flowLogs, lonelyFlowLogFacts, vpcs } from './flow-log';
import { mapsPublicAddresses, subnets } from './public-address';
import { usageFact } from './usage';

export const vpc: Service = {
  name: 'vpc',
  types: {
    cloudformation: ['AWS::EC2::FlowLog', 'AWS::EC2::Subnet', 'AWS::EC2::VPC'],
    terraform: ['aws_default_subnet', 'aws_default_vpc', 'aws_flow_log', 'aws_subnet', 'aws_vpc'],
  },
  *facts(resource, graph) {
    if (subnets.includes(resource.type))
      yield {
        kind: 'public-endpoint',
        noun: 'machine in this subnet',
        subject: resource,
        role: 'compute',
        public: mapsPublicAddresses(resource),
      };
    if (vpcs.includes(resource.type)) yield flowFact(resource, graph);
    if (flowLogs.includes(resource.type)) yield* lonelyFlowLogFacts(resource, graph);
    if (resource.type.startsWith('aws_default_')) yield defaultNetworkFact(resource);
    else if (vpcs.includes(resource.type)) {
      yield defaultGroupFact(resource, graph);
      const key = resource.vocabulary === 'cloudformation' ? 'VpcId' : 'vpc_id';
      yield usageFact({ noun: 'VPC', subject: resource }, [], [graph.companions(resource, subnets, key, vpcs)]);
    }
  },
};

/** Terraform adopts a default network in order to use it: its resource deletes nothing by itself. */
const defaultNetworkFact = (network: Resource): Fact => ({
  kind: 'default-network',
  noun: network.type === 'aws_default_vpc' ? 'default VPC' : 'default subnet',
  subject: network,
  used: known(true, { id: network.id, path: [] }, 'adopted rather than created'),
});

/**
 * The default group of a new network lets its members reach each other, and everything out, until somebody takes its
 * rules away: Terraform by adopting it (what it then has, it says itself), the CDK by a resource of its own.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
 */
function defaultGroupFact(network: Resource, graph: ResourceGraph): Fact {
  const at = { id: network.id, path: [] };
  const [types, key] =
    network.vocabulary === 'cloudformation'
      ? [['Custom::VpcRestrictDefaultSG'], 'DefaultSecurityGroupId']
      : [['aws_default_security_group'], 'vpc_id'];
  const { certain, possible } = graph.companions(network, types, key, vpcs);
  return {
    kind: 'default-network',
    noun: 'default security group of VPC',
    subject: network,
    groupOpen: settledTruth(
      all(
        truth(true, at, 'the default security group keeps its rules'),
        ...certain.map(({ id }) => truth(false, { id, path: [] }, 'takes its rules in hand')),
        ...possible.map(({ resource: { id }, why }) =>
          not(truth(undefined, { id, path: [] }, `may take them in hand: ${why}`)),
        ),
      ),
      at,
    ),
    related: certain,
  };
}
