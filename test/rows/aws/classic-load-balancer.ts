import { merged } from '../../support/store-rows';
import { refer, system, unknown, type Properties, type Row, type ServiceRows, type Table } from '../../support/row';
import { classicLoadBalancerGuards } from './classic-load-balancer-guards';
import { classicBalancerExposure } from './api-exposure';

const balancer = (rows: readonly Row[]): Table => ({
  cloudformation: 'AWS::ElasticLoadBalancing::LoadBalancer',
  terraform: 'aws_elb',
  rows,
});

const listens = (...protocols: readonly unknown[]) =>
  [
    { Listeners: protocols.map((Protocol) => ({ Protocol, LoadBalancerPort: '443', InstancePort: '80' })) },
    { listener: protocols.map((lb_protocol) => ({ lb_protocol, lb_port: 443, instance_port: 80 })) },
  ] as const;

const reference = 'Reference-Security-Policy';

/** An HTTPS listener with a negotiation policy. */
const negotiates = (
  attributes: Readonly<Record<string, unknown>>,
  port: unknown = 443,
  owner: unknown = refer('it', 'name'),
) =>
  [
    {
      Listeners: [{ Protocol: 'HTTPS', LoadBalancerPort: '443', PolicyNames: ['mine'] }],
      Policies: [
        { PolicyName: 'other', PolicyType: 'AppCookieStickinessPolicyType', Attributes: [] },
        {
          PolicyName: 'mine',
          PolicyType: 'SSLNegotiationPolicyType',
          Attributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
        },
      ],
    },
    system(listens('HTTPS')[1], {
      policy: {
        type: 'aws_lb_ssl_negotiation_policy',
        properties: {
          load_balancer: owner,
          lb_port: port,
          attribute: Object.entries(attributes).map(([name, value]) => ({ name, value })),
        },
      },
    }),
  ] as const;

const policy = (value: unknown): Properties => ({
  policy_name: 'mine',
  policy_type_name: 'SSLNegotiationPolicyType',
  policy_attribute: [{ name: reference, value }],
});

/** An HTTPS listener whose port is given a policy of its own. */
const given = (value: unknown) =>
  system(listens('HTTPS')[1], {
    policy: { type: 'aws_load_balancer_policy', properties: { ...policy(value), load_balancer_name: refer() } },
    given: {
      type: 'aws_load_balancer_listener_policy',
      properties: { load_balancer_name: refer(), load_balancer_port: 443, policy_names: ['mine'] },
    },
  });

export const classicLoadBalancerRows: ServiceRows = {
  service: 'classic-load-balancer',
  controls: merged(classicLoadBalancerGuards, {
    'front-private': classicBalancerExposure,
    'transit-encrypted': {
      'classic load balancer': balancer([
        ['fail', 'it speaks HTTP', ...listens('HTTP')],
        ['fail', 'it speaks HTTP, in small letters', ...listens('http')],
        ['pass', 'it speaks HTTPS', ...listens('HTTPS')],
        ['pass', 'it speaks SSL', ...listens('ssl')],
        ['fail', 'one of two listeners speaks HTTP', ...listens('HTTPS', 'HTTP')],
        ['silent', 'it passes TCP through', ...listens('TCP')],
        ['undecided', 'the protocol is a parameter', ...listens(unknown)],
        ['undecided', 'the protocol is none', ...listens('GOPHER')],
        ['undecided', 'its listeners are a parameter', { Listeners: unknown }, { listener: unknown }],
      ]),
    },
    'tls-modern': {
      'classic load balancer': balancer([
        ['fail', 'no policy is named', ...listens('HTTPS')],
        ['silent', 'it speaks HTTP', ...listens('HTTP')],
        ['pass', 'a policy of TLS 1.2 is referred to', ...negotiates({ [reference]: 'ELBSecurityPolicy-TLS-1-2-2017-01' })],
        ['fail', 'a policy of TLS 1.0 is referred to', ...negotiates({ [reference]: 'ELBSecurityPolicy-2015-05' })],
        ['fail', 'a policy of SSL 3 is referred to', ...negotiates({ [reference]: 'ELBSecurityPolicy-2014-01' })],
        ['undecided', 'the policy is a parameter', ...negotiates({ [reference]: unknown })],
        ['fail', 'TLS 1.0 is switched on', ...negotiates({ 'Protocol-TLSv1.2': true, 'Protocol-TLSv1': 'true' })],
        ['pass', 'only TLS 1.2 is switched on', ...negotiates({ 'Protocol-TLSv1.2': 'true', 'Protocol-TLSv1': 'false' })],
        ['undecided', 'TLS 1.0 is a parameter', ...negotiates({ 'Protocol-TLSv1.2': true, 'Protocol-TLSv1': unknown })],
        ['undecided', 'no version is switched on', ...negotiates({ 'Server-Defined-Cipher-Order': true })],
        ['fail', 'the policy is of another port', null, negotiates({ [reference]: 'ELBSecurityPolicy-TLS-1-2-2017-01' }, 8443)[1]],
        ['undecided', 'the policy is of some port', null, negotiates({ [reference]: 'ELBSecurityPolicy-TLS-1-2-2017-01' }, unknown)[1]],
        ['undecided', 'the policy is of some balancer', null, negotiates({ [reference]: 'ELBSecurityPolicy-TLS-1-2-2017-01' }, 443, unknown)[1]],
        ['pass', 'a policy of its own is given to the port', null, given('ELBSecurityPolicy-TLS-1-2-2017-01')],
        ['fail', 'an old policy is given to the port', null, given('ELBSecurityPolicy-2016-08')],
        ['fail', 'the policies are not of this kind',
          { Listeners: [{ Protocol: 'HTTPS', PolicyNames: ['cookies'] }], Policies: [{ PolicyName: 'cookies', PolicyType: 'AppCookieStickinessPolicyType' }] }, null],
        ['undecided', 'the name of a policy is a parameter',
          { Listeners: [{ Protocol: 'HTTPS', PolicyNames: ['mine'] }], Policies: [{ PolicyName: unknown, PolicyType: 'SSLNegotiationPolicyType' }] }, null],
        ['fail', 'TLS 1.0 is switched on, and a parameter', { Listeners: [{ Protocol: 'HTTPS', PolicyNames: ['mine'] }], Policies: [
          { PolicyName: 'mine', PolicyType: 'SSLNegotiationPolicyType', Attributes: [{ Name: unknown, Value: true }, { Name: 'Protocol-TLSv1', Value: true }] }] }, null],
        ['undecided', 'the names of the policies are a parameter', { Listeners: [{ Protocol: 'HTTPS', PolicyNames: unknown }] }, null],
      ]),
      'policy without its balancer': {
        cloudformation: null,
        terraform: 'aws_lb_ssl_negotiation_policy',
        rows: [
          ['fail', 'it is old', null, { load_balancer: 'elsewhere', attribute: [{ name: reference, value: 'ELBSecurityPolicy-2016-08' }] }],
          ['pass', 'it wants TLS 1.2', null, { load_balancer: 'elsewhere', attribute: [{ name: reference, value: 'ELBSecurityPolicy-TLS-1-2-2017-01' }] }],
          ['silent', 'its balancer answers for it', null, system({ load_balancer: refer('balancer') }, { balancer: { type: 'aws_elb', properties: {} } })],
        ],
      },
      'named policy without its balancer': {
        cloudformation: null,
        terraform: 'aws_load_balancer_policy',
        rows: [
          ['fail', 'it is old', null, { ...policy('ELBSecurityPolicy-2016-08'), load_balancer_name: 'elsewhere' }],
          ['silent', 'it is about cookies', null, { policy_type_name: 'AppCookieStickinessPolicyType', load_balancer_name: 'elsewhere' }],
        ],
      },
      'policy of a port': {
        cloudformation: null,
        terraform: 'aws_load_balancer_listener_policy',
        rows: [['silent', 'it only names policies', null, { load_balancer_name: 'elsewhere', policy_names: ['mine'] }]],
      },
    }, // prettier-ignore
  }),
};
