import { deciding } from '../../support/deciding-rows';
import { refer, system, unknown, type Row, type Table } from '../../support/row';

const balancer = { cloudformation: 'AWS::ElasticLoadBalancingV2::LoadBalancer', terraform: 'aws_lb' };
const listener = { cloudformation: 'AWS::ElasticLoadBalancingV2::Listener', terraform: 'aws_lb_listener' };
const attached = { cloudformation: 'AWS::ElasticLoadBalancingV2::ListenerCertificate', terraform: 'aws_lb_listener_certificate' }; // prettier-ignore
const group = { cloudformation: 'AWS::ElasticLoadBalancingV2::TargetGroup', terraform: 'aws_lb_target_group' };

const attribute = (Key: unknown, terraform: (value: unknown) => object) => ({
  cloudformation: (value: unknown) => ({ LoadBalancerAttributes: [{ Key, Value: value }] }),
  terraform: (value: unknown) => terraform(value) as Record<string, unknown>,
});

/** What a balancer says of itself by its attributes. */
const attributes: Readonly<Record<string, Readonly<Record<string, Table>>>> = {
  'access-logged': {
    'load balancer': deciding(
      balancer,
      attribute('access_logs.s3.enabled', (enabled) => ({ access_logs: [{ bucket: 'ours', enabled }] })),
      'fail',
      [
        ['pass', 'true'],
        ['fail', 'false'],
      ],
    ),
    'balancer below HTTP': {
      ...balancer,
      rows: [
        ['fail', 'nothing is said', { Type: 'network' }, { load_balancer_type: 'network' }],
        ['silent', 'a gateway keeps no such log', { Type: 'gateway' }, { load_balancer_type: 'gateway' }],
        ['undecided', 'the list is a parameter', { LoadBalancerAttributes: unknown }, { access_logs: unknown }],
        ['undecided', 'a key is a parameter', { LoadBalancerAttributes: [{ Key: unknown, Value: 'true' }] }, null],
      ],
    },
  },
  'removal-guarded': {
    'load balancer': deciding(
      balancer,
      attribute('deletion_protection.enabled', (value) => ({ enable_deletion_protection: value })),
      'fail',
      [
        ['pass', 'true'],
        ['fail', 'false'],
      ],
    ),
  },
  'requests-spread': {
    'balancer below HTTP': {
      ...balancer,
      rows: [
        ['fail', 'nothing is said', { Type: 'network' }, { load_balancer_type: 'network' }],
        [
          'pass',
          'it is switched on',
          { Type: 'network', LoadBalancerAttributes: [{ Key: 'load_balancing.cross_zone.enabled', Value: 'true' }] },
          { load_balancer_type: 'network', enable_cross_zone_load_balancing: true },
        ],
        [
          'undecided',
          'it is a parameter',
          { Type: 'gateway', LoadBalancerAttributes: [{ Key: 'load_balancing.cross_zone.enabled', Value: unknown }] },
          { load_balancer_type: 'gateway', enable_cross_zone_load_balancing: unknown },
        ],
        ['undecided', 'its kind is a parameter', { Type: unknown }, { load_balancer_type: unknown }],
        ['silent', 'an application balancer always does', {}, {}],
      ],
    },
  },
  'requests-normalized': {
    'load balancer': deciding(
      balancer,
      attribute('routing.http.drop_invalid_header_fields.enabled', (value) => ({ drop_invalid_header_fields: value })),
      'fail',
      [
        ['pass', 'true'],
        ['fail', 'false'],
      ],
    ),
    'balancer and its desync mode': deciding(
      balancer,
      {
        cloudformation: (mode) => ({
          LoadBalancerAttributes: [
            { Key: 'routing.http.drop_invalid_header_fields.enabled', Value: 'true' },
            { Key: 'routing.http.desync_mitigation_mode', Value: mode },
          ],
        }),
        terraform: (mode) => ({ drop_invalid_header_fields: true, desync_mitigation_mode: mode }),
      },
      undefined,
      [
        ['pass', 'strictest'],
        ['pass', 'defensive'],
        ['fail', 'monitor'],
      ],
    ),
    'balancer below HTTP': {
      ...balancer,
      rows: [['silent', 'it handles no requests', { Type: 'network' }, { load_balancer_type: 'network' }]],
    },
  },
};

const uploaded = 'arn:aws:iam::111122223333:server-certificate/ours';
const managed = 'arn:aws:acm:eu-west-1:111122223333:certificate/1234';
const showing = {
  cloudformation: (arn: unknown) => ({ Protocol: 'HTTPS', Certificates: [{ CertificateArn: arn }] }),
  terraform: (arn: unknown) => ({ protocol: 'HTTPS', certificate_arn: arn }),
};
const beside = (cloudformation: string, terraform: string): Row => [
  cloudformation.includes('IAM') ? 'fail' : 'pass',
  `it is made beside it: ${terraform}`,
  system(showing.cloudformation(refer('shown')), { shown: { type: cloudformation, properties: {} } }),
  system(showing.terraform(refer('shown', 'arn')), { shown: { type: terraform, properties: {} } }),
];

export const loadBalancerGuards: Readonly<Record<string, Readonly<Record<string, Table>>>> = {
  ...attributes,
  'certificate-managed': {
    listener: deciding(listener, showing, 'silent', [
      ['pass', managed],
      ['fail', uploaded],
      ['undecided', 'ours'],
    ]),
    'listener with a certificate beside it': {
      ...listener,
      rows: [
        beside('AWS::CertificateManager::Certificate', 'aws_acm_certificate'),
        beside('AWS::IAM::ServerCertificate', 'aws_iam_server_certificate'),
        [
          'fail',
          'a further certificate was uploaded',
          system(showing.cloudformation(managed), {
            more: {
              type: attached.cloudformation,
              properties: { ListenerArn: refer(), Certificates: [{ CertificateArn: uploaded }] },
            },
          }),
          system(showing.terraform(managed), {
            more: { type: attached.terraform, properties: { listener_arn: refer(), certificate_arn: uploaded } },
          }),
        ],
        [
          'fail',
          'a further certificate was uploaded, by the older name of its type',
          null,
          system(showing.terraform(managed), {
            more: {
              type: 'aws_alb_listener_certificate',
              properties: { listener_arn: refer(), certificate_arn: uploaded },
            },
          }),
        ],
      ],
    },
    'listener below HTTP': {
      ...listener,
      rows: [
        [
          'fail',
          'a certificate was uploaded',
          { Protocol: 'TLS', Certificates: [{ CertificateArn: uploaded }] },
          { protocol: 'TLS', certificate_arn: uploaded },
        ],
        [
          'silent',
          'it ends no TLS',
          { Protocol: 'TCP', Certificates: [{ CertificateArn: uploaded }] },
          { protocol: 'TCP', certificate_arn: uploaded },
        ],
      ],
    },
    'certificate of a listener': {
      ...attached,
      rows: [
        [
          'silent',
          'the listener beside it answers for it',
          system(
            { ListenerArn: refer('listener'), Certificates: [{ CertificateArn: uploaded }] },
            { listener: { type: listener.cloudformation, properties: { Protocol: 'HTTPS' } } },
          ),
          system(
            { listener_arn: refer('listener', 'arn'), certificate_arn: uploaded },
            { listener: { type: listener.terraform, properties: { protocol: 'HTTPS' } } },
          ),
        ],
        [
          'fail',
          'the listener is looked up',
          null,
          system(
            { listener_arn: refer('listener', 'arn'), certificate_arn: uploaded },
            { listener: { type: listener.terraform, properties: { arn: 'arn:1' }, data: true } },
          ),
        ],
      ],
    },
    'certificate of a listener elsewhere': deciding(
      attached,
      {
        cloudformation: (arn) => ({ ListenerArn: 'arn:1', Certificates: [{ CertificateArn: arn }] }),
        terraform: (arn) => ({ listener_arn: 'arn:1', certificate_arn: arn }),
      },
      undefined,
      [
        ['pass', managed],
        ['fail', uploaded],
      ],
    ),
  },
  'peers-authenticated': {
    'listener below HTTP': {
      ...listener,
      rows: [['silent', 'it cannot ask for a certificate', { Protocol: 'TLS' }, { protocol: 'TLS' }]],
    },
    listener: deciding(
      listener,
      {
        cloudformation: (Mode) => ({ Protocol: 'HTTPS', MutualAuthentication: { Mode } }),
        terraform: (mode) => ({ protocol: 'HTTPS', mutual_authentication: [{ mode }] }),
      },
      'silent',
      [
        ['pass', 'verify'],
        ['fail', 'passthrough'],
        ['fail', 'off'],
      ],
    ),
    'encrypted listener': {
      ...listener,
      rows: [['fail', 'nothing is said', { Protocol: 'HTTPS' }, { protocol: 'HTTPS' }]],
    },
  },
  'backend-encrypted': {
    'target group': deciding(
      group,
      { cloudformation: (Protocol) => ({ Protocol }), terraform: (protocol) => ({ protocol }) },
      'undecided',
      [
        ['fail', 'HTTP'],
        ['pass', 'HTTPS'],
        ['pass', 'TLS'],
        ['silent', 'TCP'],
      ],
    ),
    'target group of functions': {
      ...group,
      rows: [
        ['silent', 'they are called through an API', { TargetType: 'lambda' }, { target_type: 'lambda' }],
        [
          'undecided',
          'it may be of functions',
          { TargetType: unknown, Protocol: 'HTTP' },
          { target_type: unknown, protocol: 'HTTP' },
        ],
      ],
    },
  },
};
