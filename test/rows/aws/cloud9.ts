import { refer, system, unknown, type ServiceRows } from '../../support/row';

const inSubnet = (mapped: boolean | undefined) =>
  [
    system(
      { ConnectionType: 'CONNECT_SSM', SubnetId: refer('subnet') },
      { subnet: { type: 'AWS::EC2::Subnet', properties: { MapPublicIpOnLaunch: mapped } } },
    ),
    system(
      { connection_type: 'CONNECT_SSM', subnet_id: refer('subnet') },
      { subnet: { type: 'aws_subnet', properties: { map_public_ip_on_launch: mapped } } },
    ),
  ] as const;

export const cloud9Rows: ServiceRows = {
  service: 'cloud9',
  controls: {
    'no-public-address': {
      'Cloud9 environment': {
        cloudformation: 'AWS::Cloud9::EnvironmentEC2',
        terraform: 'aws_cloud9_environment_ec2',
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['fail', 'it is reached by SSH', { ConnectionType: 'CONNECT_SSH' }, { connection_type: 'CONNECT_SSH' }],
          [
            'undecided',
            'its subnet is not known',
            { ConnectionType: 'CONNECT_SSM' },
            { connection_type: 'CONNECT_SSM' },
          ],
          ['pass', 'it is reached in a subnet without addresses', ...inSubnet(false)],
          ['pass', 'its subnet says nothing', ...inSubnet(undefined)],
          ['fail', 'its subnet assigns addresses', ...inSubnet(true)],
          ['undecided', 'it is a parameter', { ConnectionType: unknown }, { connection_type: unknown }],
        ],
      },
    },
  },
};
