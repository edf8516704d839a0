import { refer, system, unknown, type Other, type Properties, type Row, type Table } from '../../support/row';
import { configuration, instance } from './ec2-start';

const template = (rows: readonly Row[]): Table => ({
  cloudformation: 'AWS::EC2::LaunchTemplate',
  terraform: 'aws_launch_template',
  rows,
});
const from = (cloudformation: Properties, terraform: Properties) =>
  [
    system(
      { LaunchTemplate: { LaunchTemplateId: refer('template') } },
      { template: { type: 'AWS::EC2::LaunchTemplate', properties: { LaunchTemplateData: cloudformation } } },
    ),
    system(
      { launch_template: [{ id: refer('template') }] },
      { template: { type: 'aws_launch_template', properties: terraform } },
    ),
  ] as const;
const elsewhere = [{ LaunchTemplate: { LaunchTemplateId: 'lt-1' } }, { launch_template: [{ id: 'lt-1' }] }] as const;
const attached = [
  { NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1' }] },
  { network_interface: [{ network_interface_id: 'eni-1', device_index: 0 }] },
] as const;
const primary = { primary_network_interface: [{ network_interface_id: 'eni-1' }] };
const user = (other: Other) => system({}, { user: other });

/** Where machines stand in the network, and what becomes of addresses. */
export const ec2Network: Readonly<Record<string, Readonly<Record<string, Table>>>> = {
  'placed-in-network': {
    'EC2 instance': instance([
      ['fail', 'nothing is said: it stands in the default network', {}, {}],
      ['pass', 'a subnet is named', { SubnetId: 'subnet-1' }, { subnet_id: 'subnet-1' }],
      ['undecided', 'the subnet is a parameter', { SubnetId: unknown }, { subnet_id: unknown }],
      ['fail', 'security groups alone are named', { SecurityGroupIds: ['sg-1'] }, { vpc_security_group_ids: ['sg-1'] }],
      ['pass', 'an interface is attached', ...attached],
      ['pass', 'a first interface is attached', null, primary],
      ['pass', 'an interface names a subnet', { NetworkInterfaces: [{ SubnetId: 'subnet-1' }] }, null],
      [
        'pass',
        'its launch template names a subnet',
        ...from({ NetworkInterfaces: [{ SubnetId: 'subnet-1' }] }, { network_interfaces: [{ subnet_id: 'subnet-1' }] }),
      ],
      [
        'pass',
        'its launch template attaches an interface',
        ...from(
          { NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1' }] },
          { network_interfaces: [{ network_interface_id: 'eni-1' }] },
        ),
      ],
      ['fail', 'its launch template names none', ...from({}, {})],
      ['undecided', 'its launch template is elsewhere', ...elsewhere],
    ]),
  },
  'security-groups-named': {
    'EC2 instance': instance([
      ['fail', 'nothing is said: it takes the default group', {}, {}],
      ['pass', 'a group is named', { SecurityGroupIds: ['sg-1'] }, { vpc_security_group_ids: ['sg-1'] }],
      ['pass', 'a group is named by name', { SecurityGroups: ['web'] }, { security_groups: ['web'] }],
      ['undecided', 'the groups are a parameter', { SecurityGroupIds: unknown }, { vpc_security_group_ids: unknown }],
      ['pass', 'an interface is attached', ...attached],
      ['pass', 'an interface names a group', { NetworkInterfaces: [{ GroupSet: ['sg-1'] }] }, null],
      [
        'pass',
        'its launch template names a group by name',
        ...from({ SecurityGroups: ['web'] }, { security_group_names: ['web'] }),
      ],
      [
        'pass',
        'its launch template names a group',
        ...from({ SecurityGroupIds: ['sg-1'] }, { vpc_security_group_ids: ['sg-1'] }),
      ],
      [
        'pass',
        'an interface of its launch template does',
        ...from({ NetworkInterfaces: [{ Groups: ['sg-1'] }] }, { network_interfaces: [{ security_groups: ['sg-1'] }] }),
      ],
      ['undecided', 'its launch template is elsewhere', ...elsewhere],
    ]),
  },
  'public-address-refused': {
    'launch configuration': configuration([
      ['fail', 'nothing is said: the subnets decide', {}, {}],
      ['fail', 'it asks for one', { AssociatePublicIpAddress: true }, { associate_public_ip_address: true }],
      ['pass', 'it refuses one', { AssociatePublicIpAddress: false }, { associate_public_ip_address: false }],
      [
        'undecided',
        'it is a parameter',
        { AssociatePublicIpAddress: unknown },
        { associate_public_ip_address: unknown },
      ],
    ]),
    'launch template': template([
      ['fail', 'nothing is said: the subnets decide', { LaunchTemplateData: {} }, {}],
      [
        'pass',
        'it refuses one',
        { LaunchTemplateData: { NetworkInterfaces: [{ AssociatePublicIpAddress: false }] } },
        { network_interfaces: [{ associate_public_ip_address: false }] },
      ],
      [
        'undecided',
        'it is a parameter',
        { LaunchTemplateData: { NetworkInterfaces: [{ AssociatePublicIpAddress: unknown }] } },
        { network_interfaces: [{ associate_public_ip_address: unknown }] },
      ],
    ]),
    'spot fleet': {
      cloudformation: 'AWS::EC2::SpotFleet',
      terraform: 'aws_spot_fleet_request',
      rows: [
        [
          'fail',
          'nothing is said: the subnets decide',
          { SpotFleetRequestConfigData: { LaunchSpecifications: [{ ImageId: 'ami-1' }] } },
          { launch_specification: [{ ami: 'ami-1' }] },
        ],
      ],
    },
  },
  'put-to-use': {
    'elastic address': {
      cloudformation: 'AWS::EC2::EIP',
      terraform: 'aws_eip',
      rows: [
        ['fail', "it is nobody's", {}, {}],
        ['pass', 'an instance has it', { InstanceId: 'i-1' }, { instance: 'i-1' }],
        ['pass', 'an interface has it', null, { network_interface: 'eni-1' }],
        ['undecided', 'whose it is is a parameter', { InstanceId: unknown }, { instance: unknown }],
        [
          'pass',
          'it is associated',
          user({ type: 'AWS::EC2::EIPAssociation', properties: { AllocationId: refer('it', 'id', 'AllocationId') } }),
          user({ type: 'aws_eip_association', properties: { allocation_id: refer() } }),
        ],
        [
          'pass',
          'a NAT gateway has it',
          user({ type: 'AWS::EC2::NatGateway', properties: { AllocationId: refer('it', 'id', 'AllocationId') } }),
          user({ type: 'aws_nat_gateway', properties: { allocation_id: refer() } }),
        ],
        [
          'pass',
          'a load balancer has it',
          user({
            type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
            properties: { SubnetMappings: [{ SubnetId: 's-1', AllocationId: refer('it', 'id', 'AllocationId') }] },
          }),
          user({ type: 'aws_lb', properties: { subnet_mapping: [{ subnet_id: 's-1', allocation_id: refer() }] } }),
        ],
        [
          'undecided',
          'an association may be of it',
          user({ type: 'AWS::EC2::EIPAssociation', properties: { AllocationId: unknown } }),
          user({ type: 'aws_eip_association', properties: { allocation_id: unknown } }),
        ],
      ],
    },
  },
};
