import { deciding } from '../../support/deciding-rows';
import { refer, system, type Table } from '../../support/row';

const group = { cloudformation: 'AWS::EC2::SecurityGroup', terraform: 'aws_security_group' };
const rule = { cloudformation: 'AWS::EC2::SecurityGroupIngress', terraform: 'aws_vpc_security_group_ingress_rule' };
const leaving = { cloudformation: 'AWS::EC2::SecurityGroupEgress', terraform: 'aws_vpc_security_group_egress_rule' };
const listed = (Cidr: unknown) => ({
  cloudformation: system(
    { SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, SourcePrefixListId: refer('list') }] },
    { list: { type: 'AWS::EC2::PrefixList', properties: { Entries: [{ Cidr }] } } },
  ),
  terraform: system(
    { ingress: [{ protocol: 'tcp', from_port: 22, to_port: 22, prefix_list_ids: [refer('list')] }] },
    { list: { type: 'aws_ec2_managed_prefix_list', properties: { entry: [{ cidr: Cidr }] } } },
  ),
});

export const securityGroupMore: Readonly<Record<string, Readonly<Record<string, Table>>>> = {
  'purpose-described': {
    'security group': deciding(
      group,
      { cloudformation: (GroupDescription) => ({ GroupDescription }), terraform: (text) => ({ description: text }) },
      'fail',
      [
        ['pass', 'web servers'],
        ['fail', ''],
        ['fail', 'Managed by Terraform'],
      ],
    ),
    'rule of a security group': deciding(
      group,
      {
        cloudformation: (Description) => ({ GroupDescription: 'ours', SecurityGroupIngress: [{ Description }] }),
        terraform: (text) => ({ description: 'ours', ingress: [{ description: text }] }),
      },
      undefined,
      [
        ['pass', 'from the office'],
        ['fail', ''],
      ],
    ),
    'rule of a group elsewhere': deciding(
      rule,
      {
        cloudformation: (Description) => ({ GroupId: 'sg-1', Description }),
        terraform: (text) => ({ security_group_id: 'sg-1', description: text }),
      },
      'fail',
      [['pass', 'from the office']],
    ),
  },
  'ingress-admin-not-open': {
    'security group with a prefix list': {
      ...group,
      rows: [
        ['fail', 'the list is everybody', listed('0.0.0.0/0').cloudformation, listed('0.0.0.0/0').terraform],
        ['pass', 'the list is a network', listed('10.0.0.0/8').cloudformation, listed('10.0.0.0/8').terraform],
        [
          'pass',
          'the list is from elsewhere',
          { SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, SourcePrefixListId: 'pl-1' }] },
          { ingress: [{ protocol: 'tcp', from_port: 22, to_port: 22, prefix_list_ids: ['pl-1'] }] },
        ],
        [
          'fail',
          'an entry beside the list is everybody',
          null,
          system(
            { ingress: [{ protocol: 'tcp', from_port: 22, to_port: 22, prefix_list_ids: [refer('list')] }] },
            {
              list: { type: 'aws_ec2_managed_prefix_list', properties: {} },
              entry: {
                type: 'aws_ec2_managed_prefix_list_entry',
                properties: { prefix_list_id: refer('list'), cidr: '0.0.0.0/0' },
              },
            },
          ),
        ],
        [
          'pass',
          'an entry beside the list is of another list',
          null,
          system(
            { ingress: [{ protocol: 'tcp', from_port: 22, to_port: 22, prefix_list_ids: [refer('list')] }] },
            {
              list: { type: 'aws_ec2_managed_prefix_list', properties: { entry: [{ description: 'nothing' }] } },
              entry: {
                type: 'aws_ec2_managed_prefix_list_entry',
                properties: { prefix_list_id: 'pl-1', cidr: '0.0.0.0/0' },
              },
            },
          ),
        ],
      ],
    },
  },
  'egress-confined': {
    'rule for what leaves a group elsewhere': deciding(
      leaving,
      {
        cloudformation: (CidrIp) => ({ GroupId: 'sg-1', IpProtocol: '-1', CidrIp }),
        terraform: (cidr) => ({ security_group_id: 'sg-1', ip_protocol: '-1', cidr_ipv4: cidr }),
      },
      undefined,
      [
        ['fail', '0.0.0.0/0'],
        ['pass', '10.0.0.0/8'],
      ],
    ),
    'rule for what leaves a group elsewhere, by IPv6': deciding(
      leaving,
      {
        cloudformation: (CidrIpv6) => ({ GroupId: 'sg-1', IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIpv6 }),
        terraform: (cidr) => ({
          security_group_id: 'sg-1',
          ip_protocol: 'tcp',
          from_port: 443,
          to_port: 443,
          cidr_ipv6: cidr,
        }),
      },
      undefined,
      [
        ['fail', '::/0'],
        ['pass', 'fd00::/8'],
      ],
    ),
  },
};
