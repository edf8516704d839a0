import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { usageFact } from './usage';

const addresses = ['AWS::EC2::EIP', 'aws_eip'];

/** What takes an elastic address, and where it names it. */
const users: Readonly<Record<Resource['vocabulary'], readonly (readonly [types: readonly string[], path: string])[]>> =
  {
    cloudformation: [
      [['AWS::EC2::EIPAssociation', 'AWS::EC2::NatGateway'], 'AllocationId'],
      [['AWS::EC2::EIPAssociation'], 'EIP'],
      [['AWS::EC2::NatGateway'], 'SecondaryAllocationIds'],
      [['AWS::ElasticLoadBalancingV2::LoadBalancer'], 'SubnetMappings.AllocationId'],
      [['AWS::Transfer::Server'], 'EndpointDetails.AddressAllocationIds'],
    ],
    terraform: [
      [['aws_eip_association', 'aws_nat_gateway', 'aws_nat_gateway_eip_association'], 'allocation_id'],
      [['aws_eip_association'], 'public_ip'],
      [['aws_nat_gateway'], 'secondary_allocation_ids'],
      [['aws_alb', 'aws_lb'], 'subnet_mapping.allocation_id'],
      [['aws_transfer_server'], 'endpoint_details.address_allocation_ids'],
    ],
  };

/** An address that nothing takes is paid for, and leads nowhere. */
export function* addressUsage(address: Resource, graph: ResourceGraph): Iterable<Fact> {
  if (!addresses.includes(address.type)) return;
  yield usageFact(
    { noun: 'elastic address', subject: address },
    [property(address, 'InstanceId', 'instance'), property(address, null, 'network_interface')],
    users[address.vocabulary].map(([types, path]) => graph.companions(address, types, path)),
  );
}
