import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { known } from '../../model/value';
import type { Service } from '../service';
import { mapsPublicAddresses, subnets } from './public-address';

export const vpc: Service = {
  name: 'vpc',
  types: {
    cloudformation: ['AWS::EC2::Subnet'],
    terraform: ['aws_default_subnet', 'aws_default_vpc', 'aws_subnet'],
  },
  *facts(resource) {
    if (subnets.includes(resource.type))
      yield {
        kind: 'public-endpoint',
        noun: 'machine in this subnet',
        subject: resource,
        role: 'compute',
        public: mapsPublicAddresses(resource),
      };
    if (resource.type.startsWith('aws_default_')) yield defaultNetworkFact(resource);
  },
};

/** Terraform adopts a default network in order to use it: its resource deletes nothing by itself. */
const defaultNetworkFact = (network: Resource): Fact => ({
  kind: 'default-network',
  noun: network.type === 'aws_default_vpc' ? 'default VPC' : 'default subnet',
  subject: network,
  used: known(true, { id: network.id, path: [] }, 'adopted rather than created'),
});
