import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { chain, known, otherwise, unknown, type Settled } from '../../model/value';
import type { Service } from '../service';
import { mapsPublicAddresses, subnets } from './public-address';

const environments = ['AWS::Cloud9::EnvironmentEC2', 'aws_cloud9_environment_ec2'];

export const cloud9: Service = {
  name: 'cloud9',
  types: {
    cloudformation: ['AWS::Cloud9::EnvironmentEC2'],
    // Who may work in an environment beside its owner: none of the concerns so far.
    terraform: ['aws_cloud9_environment_ec2', 'aws_cloud9_environment_membership'],
  },
  *facts(resource, graph) {
    if (!environments.includes(resource.type)) return;
    yield {
      kind: 'public-endpoint',
      noun: 'Cloud9 environment',
      subject: resource,
      role: 'compute',
      public: publicAddress(resource, graph),
    };
  },
};

/**
 * Cloud9 reaches a machine by SSH at a public address, unless told to go through Systems Manager: then the subnet decides.
 *
 * @see https://docs.aws.amazon.com/cloud9/latest/user-guide/vpc-settings.html
 */
function publicAddress(environment: Resource, graph: ResourceGraph): Settled<boolean> {
  const type = otherwise(
    property(environment, 'ConnectionType', 'connection_type').text(),
    'CONNECT_SSH',
    'Cloud9 connects by SSH unless told otherwise',
  );
  return chain(type, (name): Settled<boolean> => {
    if (name === 'CONNECT_SSH') return known(true, type.at, type.state === 'known' ? type.because : undefined);
    const subnet = property(environment, 'SubnetId', 'subnet_id');
    const link = graph.follow(subnet, subnets);
    return link.state === 'linked'
      ? mapsPublicAddresses(link.resource)
      : unknown('its subnet, which decides, is not in the input', subnet.at);
  });
}
