import { refer, system, unknown, type ServiceRows } from '../../support/row';

const types = { cloudformation: 'AWS::RDS::DBSecurityGroup', terraform: 'aws_db_security_group' };
const separate = (group: unknown, cidr: string) => ({
  rule: { type: 'AWS::RDS::DBSecurityGroupIngress', properties: { DBSecurityGroupName: group, CIDRIP: cidr } },
});

export const databaseSecurityGroupRows: ServiceRows = {
  service: 'database-security-group',
  controls: {
    'ingress-admin-not-open': {
      'database security group': {
        ...types,
        // prettier-ignore
        rows: [
          ['fail',      'a rule lets everyone in', { DBSecurityGroupIngress: [{ CIDRIP: '0.0.0.0/0' }] }, { ingress: [{ cidr: '0.0.0.0/0' }] }],
          ['fail',      'one of several rules does', { DBSecurityGroupIngress: [{ CIDRIP: '10.0.0.0/8' }, { CIDRIP: '0.0.0.0/0' }] }, { ingress: [{ cidr: '10.0.0.0/8' }, { cidr: '0.0.0.0/0' }] }],
          ['pass',      'a rule lets a network in', { DBSecurityGroupIngress: [{ CIDRIP: '10.0.0.0/8' }] }, { ingress: [{ cidr: '10.0.0.0/8' }] }],
          ['pass',      'a rule lets a group in', { DBSecurityGroupIngress: [{ EC2SecurityGroupName: 'web' }] }, { ingress: [{ security_group_name: 'web' }] }],
          ['undecided', 'the network is a parameter', { DBSecurityGroupIngress: [{ CIDRIP: unknown }] }, { ingress: [{ cidr: unknown }] }],
          ['fail',      'a separate rule lets everyone in', system({}, separate(refer(), '0.0.0.0/0')), null],
        ],
      },
      'separate rule': {
        cloudformation: 'AWS::RDS::DBSecurityGroupIngress',
        terraform: null,
        // prettier-ignore
        rows: [
          ['fail',   'its group is not here', { DBSecurityGroupName: 'default', CIDRIP: '0.0.0.0/0' }, null],
          ['silent', 'its group is here', system({ DBSecurityGroupName: refer('group'), CIDRIP: '0.0.0.0/0' }, { group: { type: types.cloudformation, properties: {} } }), null],
        ],
      },
      'Redshift security group': {
        cloudformation: 'AWS::Redshift::ClusterSecurityGroup',
        terraform: 'aws_redshift_security_group',
        // prettier-ignore
        rows: [
          ['fail', 'a rule lets everyone in', system({}, { rule: { type: 'AWS::Redshift::ClusterSecurityGroupIngress', properties: { ClusterSecurityGroupName: refer(), CIDRIP: '0.0.0.0/0' } } }), { ingress: [{ cidr: '0.0.0.0/0' }] }],
        ],
      },
    },
    'ingress-peers-few': {
      'database security group': {
        cloudformation: 'AWS::RDS::DBSecurityGroup',
        terraform: 'aws_db_security_group',
        // prettier-ignore
        rows: [
          ['fail', 'a rule lets a large network in', { DBSecurityGroupIngress: [{ CIDRIP: '10.0.0.0/24' }] }, { ingress: [{ cidr: '10.0.0.0/24' }] }],
          ['pass', 'a rule lets a small network in', { DBSecurityGroupIngress: [{ CIDRIP: '10.0.0.0/28' }] }, { ingress: [{ cidr: '10.0.0.0/28' }] }],
          ['undecided', 'the network is a parameter', { DBSecurityGroupIngress: [{ CIDRIP: unknown }] }, { ingress: [{ cidr: unknown }] }],
        ],
      },
    },
  },
};
