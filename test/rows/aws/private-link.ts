import { unknown, type ServiceRows } from '../../support/row';

export const privateLinkRows: ServiceRows = {
  service: 'private-link',
  controls: {
    'connection-accepted': {
      'VPC endpoint service': {
        cloudformation: 'AWS::EC2::VPCEndpointService',
        terraform: 'aws_vpc_endpoint_service',
        rows: [
          ['undecided', 'nothing is said', {}, null],
          ['pass', 'requests are accepted by hand', { AcceptanceRequired: true }, { acceptance_required: true }],
          ['pass', 'they are, as text', { AcceptanceRequired: 'true' }, { acceptance_required: 'true' }],
          ['fail', 'requests are accepted at once', { AcceptanceRequired: false }, { acceptance_required: false }],
          ['undecided', 'it is a parameter', { AcceptanceRequired: unknown }, { acceptance_required: unknown }],
        ],
      },
    },
  },
};
