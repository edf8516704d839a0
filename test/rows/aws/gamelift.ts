import { unknown, type ServiceRows, type Table } from '../../support/row';

const fleet = (rows: Table['rows']): Record<string, Table> => ({
  'GameLift fleet': { cloudformation: 'AWS::GameLift::Fleet', terraform: 'aws_gamelift_fleet', rows },
});
const rule = (from: unknown, to: unknown, range: unknown, protocol: unknown = 'TCP') =>
  [
    { EC2InboundPermissions: [{ FromPort: from, ToPort: to, IpRange: range, Protocol: protocol }] },
    { ec2_inbound_permission: [{ from_port: from, to_port: to, ip_range: range, protocol }] },
  ] as const;

export const gameliftRows: ServiceRows = {
  service: 'gamelift',
  controls: {
    'ingress-admin-not-open': fleet([
      ['silent', 'it opens no port', {}, {}],
      ['fail', 'SSH is open to everyone', ...rule(22, 22, '0.0.0.0/0')],
      ['fail', 'SSH is in a range that is', ...rule(1, 1000, '0.0.0.0/0')],
      ['pass', 'SSH is open to one network', ...rule(22, 22, '198.51.100.0/24')],
      ['pass', 'players reach the game', ...rule(1935, 1935, '0.0.0.0/0')],
      [
        'undecided',
        'its rules are a parameter',
        { EC2InboundPermissions: unknown },
        { ec2_inbound_permission: unknown },
      ],
      ['undecided', 'the network is a parameter', ...rule(22, 22, unknown)],
    ]),
    'ingress-not-open': fleet([
      ['fail', 'a port is open to everyone', ...rule(1935, 1935, '0.0.0.0/0', 'UDP')],
      ['pass', 'a port is open to one network', ...rule(1935, 1935, '198.51.100.0/24')],
    ]),
  },
};
