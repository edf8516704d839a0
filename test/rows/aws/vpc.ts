import { merged } from '../../support/store-rows';
import { unknown, type ServiceRows } from '../../support/row';
import { vpcLogs } from './vpc-logs';

export const vpcRows: ServiceRows = {
  service: 'vpc',
  controls: merged(vpcLogs, {
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
