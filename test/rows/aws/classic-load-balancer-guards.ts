import { deciding } from '../../support/deciding-rows';
import { unknown, type Table } from '../../support/row';

const types = { cloudformation: 'AWS::ElasticLoadBalancing::LoadBalancer', terraform: 'aws_elb' };
const uploaded = 'arn:aws:iam::111122223333:server-certificate/ours';

export const classicLoadBalancerGuards: Readonly<Record<string, Readonly<Record<string, Table>>>> = {
  'access-logged': {
    'classic load balancer': deciding(
      types,
      {
        cloudformation: (Enabled) => ({ AccessLoggingPolicy: { S3BucketName: 'ours', Enabled } }),
        terraform: (enabled) => ({ access_logs: [{ bucket: 'ours', enabled }] }),
      },
      'fail',
      [
        ['pass', true],
        ['fail', false],
      ],
    ),
    'classic load balancer that names a bucket': {
      ...types,
      rows: [
        ['pass', 'Terraform switches it on', null, { access_logs: [{ bucket: 'ours' }] }],
        ['fail', 'CloudFormation must say so', { AccessLoggingPolicy: { S3BucketName: 'ours' } }, null],
      ],
    },
  },
  'requests-spread': {
    'classic load balancer': {
      ...types,
      rows: [
        ['fail', 'nothing is said in CloudFormation', {}, null],
        ['pass', 'the Terraform provider switches it on', null, {}],
        ['pass', 'it is switched on', { CrossZone: true }, { cross_zone_load_balancing: true }],
        ['fail', 'it is switched off', { CrossZone: false }, { cross_zone_load_balancing: false }],
        ['undecided', 'it is a parameter', { CrossZone: unknown }, { cross_zone_load_balancing: unknown }],
      ],
    },
  },
  'requests-normalized': {
    'classic load balancer': deciding(types, { terraform: (mode) => ({ desync_mitigation_mode: mode }) }, 'pass', [
      ['pass', 'strictest'],
      ['fail', 'monitor'],
    ]),
  },
  'certificate-managed': {
    'classic load balancer': deciding(
      types,
      {
        cloudformation: (arn) => ({ Listeners: [{ Protocol: 'HTTPS', SSLCertificateId: arn }] }),
        terraform: (arn) => ({ listener: [{ lb_protocol: 'https', ssl_certificate_id: arn }] }),
      },
      'silent',
      [
        ['pass', 'arn:aws:acm:eu-west-1:111122223333:certificate/1234'],
        ['fail', uploaded],
      ],
    ),
  },
  'backend-encrypted': {
    'classic load balancer': deciding(
      types,
      {
        cloudformation: (InstanceProtocol) => ({ Listeners: [{ Protocol: 'HTTPS', InstanceProtocol }] }),
        terraform: (protocol) => ({ listener: [{ lb_protocol: 'https', instance_protocol: protocol }] }),
      },
      'silent',
      [
        ['fail', 'HTTP'],
        ['pass', 'HTTPS'],
        ['silent', 'TCP'],
        ['undecided', 'QUIC'],
      ],
    ),
  },
};
