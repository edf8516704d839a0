import { property } from '../../model/resource';
import { orElse, unknown } from '../../model/value';
import type { Service } from '../service';

const services = ['AWS::EC2::VPCEndpointService', 'aws_vpc_endpoint_service'];

export const privateLink: Service = {
  name: 'private-link',
  types: {
    // Who may ask for a connection, and who is told: the service itself says whether they are asked back.
    cloudformation: [
      'AWS::EC2::VPCEndpointConnectionNotification',
      'AWS::EC2::VPCEndpointService',
      'AWS::EC2::VPCEndpointServicePermissions',
    ],
    terraform: [
      'aws_vpc_endpoint_connection_accepter',
      'aws_vpc_endpoint_connection_notification',
      'aws_vpc_endpoint_service',
      'aws_vpc_endpoint_service_allowed_principal',
    ],
  },
  *facts(resource) {
    if (!services.includes(resource.type)) return;
    const written = property(resource, 'AcceptanceRequired', 'acceptance_required').flag();
    yield {
      kind: 'acceptance',
      noun: 'VPC endpoint service',
      subject: resource,
      required: orElse(written, () => unknown('nothing is said, and what EC2 does then is not documented', written.at)),
    };
  },
};
