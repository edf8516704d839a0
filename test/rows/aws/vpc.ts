import { merged } from '../../support/store-rows';
import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { vpcLogs } from './vpc-logs';

const withSubnet = (network: unknown) =>
  [
    system({}, { part: { type: 'AWS::EC2::Subnet', properties: { VpcId: network } } }),
    system({}, { part: { type: 'aws_subnet', properties: { vpc_id: network } } }),
  ] as const;

export const vpcRows: ServiceRows = {
  service: 'vpc',
  controls: merged(vpcLogs, {
    'put-to-use': {
      VPC: {
        cloudformation: 'AWS::EC2::VPC',
        terraform: 'aws_vpc',
        rows: [
          ['fail', 'it has no subnet', {}, {}],
          ['pass', 'it has a subnet', ...withSubnet(refer())],
          ['undecided', 'a subnet may be of it', ...withSubnet(unknown)],
        ],
      },
    },
    'no-public-address': {
      subnet: {
        cloudformation: 'AWS::EC2::Subnet',
        terraform: 'aws_subnet',
        // prettier-ignore
        rows: [
          ['pass',      'nothing is said',             {},                               {}],
          ['pass',      'it assigns none',             { MapPublicIpOnLaunch: false },   { map_public_ip_on_launch: false }],
          ['fail',      'it assigns public addresses', { MapPublicIpOnLaunch: true },    { map_public_ip_on_launch: true }],
          ['fail',      'it does, as text',            { MapPublicIpOnLaunch: 'true' },  { map_public_ip_on_launch: 'true' }],
          ['undecided', 'it is a parameter',           { MapPublicIpOnLaunch: unknown }, { map_public_ip_on_launch: unknown }],
        ],
      },
      'default subnet': {
        cloudformation: null,
        terraform: 'aws_default_subnet',
        rows: [
          ['fail', 'nothing is said', null, {}],
          ['pass', 'it assigns none', null, { map_public_ip_on_launch: false }],
        ],
      },
    },
    'default-network-unused': {
      'default VPC': {
        cloudformation: null,
        terraform: 'aws_default_vpc',
        rows: [['fail', 'it is adopted', null, {}]],
      },
      'default subnet': {
        cloudformation: null,
        terraform: 'aws_default_subnet',
        rows: [['fail', 'it is adopted', null, {}]],
      },
      subnet: {
        cloudformation: 'AWS::EC2::Subnet',
        terraform: 'aws_subnet',
        rows: [['silent', 'it is no default', {}, {}]],
      },
    },
  }),
};
