import { deciding } from '../../support/deciding-rows';
import { unknown, type ServiceRows } from '../../support/row';

const accepting = (text: unknown) =>
  [{ AutoAcceptSharedAttachments: text }, { auto_accept_shared_attachments: text }] as const;

export const transitGatewayRows: ServiceRows = {
  service: 'transit-gateway',
  controls: {
    'connection-accepted': {
      'transit gateway': {
        cloudformation: 'AWS::EC2::TransitGateway',
        terraform: 'aws_ec2_transit_gateway',
        rows: [
          ['pass', 'nothing is said', {}, {}],
          ['fail', 'requests are accepted at once', ...accepting('enable')],
          ['pass', 'requests are accepted by hand', ...accepting('disable')],
          ['undecided', 'it is a parameter', ...accepting(unknown)],
        ],
      },
    },
    'network-segmented': {
      'transit gateway': deciding(
        { cloudformation: 'AWS::EC2::TransitGateway', terraform: 'aws_ec2_transit_gateway' },
        {
          cloudformation: (DefaultRouteTableAssociation) => ({ DefaultRouteTableAssociation }),
          terraform: (text) => ({ default_route_table_association: text }),
        },
        'fail',
        [
          ['fail', 'enable'],
          ['pass', 'disable'],
        ],
      ),
      'transit gateway that propagates': deciding(
        { cloudformation: 'AWS::EC2::TransitGateway', terraform: 'aws_ec2_transit_gateway' },
        {
          cloudformation: (DefaultRouteTablePropagation) => ({ DefaultRouteTablePropagation }),
          terraform: (text) => ({ default_route_table_propagation: text }),
        },
        undefined,
        [
          ['fail', 'enable'],
          ['pass', 'disable'],
        ],
      ),
    },
  },
};
