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
  },
};
