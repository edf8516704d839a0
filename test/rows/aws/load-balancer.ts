import { merged } from '../../support/store-rows';
import {
  refer,
  system,
  unknown,
  type Other,
  type Properties,
  type Row,
  type ServiceRows,
  type Table,
} from '../../support/row';
import { loadBalancerGuards } from './load-balancer-guards';
import { balancerExposure } from './api-exposure';

const listener = (rows: readonly Row[], terraform = 'aws_lb_listener'): Table => ({
  cloudformation: 'AWS::ElasticLoadBalancingV2::Listener',
  terraform,
  rows,
});
const balancer = (rows: readonly Row[], terraform = 'aws_lb'): Table => ({
  cloudformation: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  terraform,
  rows,
});

const forward = [{ Type: 'forward', TargetGroupArn: 'arn:tg' }];
const forwardTf = [{ type: 'forward', target_group_arn: 'arn:tg' }];
const redirect = (protocol: unknown) =>
  [
    [{ Type: 'redirect', RedirectConfig: { Protocol: protocol, StatusCode: 'HTTP_301' } }],
    [{ type: 'redirect', redirect: [{ protocol, status_code: 'HTTP_301' }] }],
  ] as const;

const listens = (
  protocol: unknown,
  [cloudformation, terraform]: readonly [unknown, unknown] = [forward, forwardTf],
  policy?: unknown,
) =>
  [
    { Protocol: protocol, Port: 1, DefaultActions: cloudformation, SslPolicy: policy },
    { protocol, port: 1, default_action: terraform, ssl_policy: policy },
  ] as const;

const beside = ([cfn, tf]: readonly [Properties, Properties], [cfnRule, tfRule]: readonly [unknown, unknown], owner: unknown = refer()) =>
  [
    system(cfn, { rule: { type: 'AWS::ElasticLoadBalancingV2::ListenerRule', properties: { ListenerArn: owner, Actions: cfnRule } } }),
    system(tf, { rule: { type: 'aws_lb_listener_rule', properties: { listener_arn: owner, action: tfRule } } }),
  ] as const; // prettier-ignore

/** A listener that does not name its protocol, and its balancer. */
const of = (type: unknown) =>
  [
    system(
      { LoadBalancerArn: refer('balancer'), DefaultActions: forward },
      { balancer: { type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', properties: { Type: type } } },
    ),
    system(
      { load_balancer_arn: refer('balancer', 'arn'), default_action: forwardTf },
      { balancer: { type: 'aws_lb', properties: { load_balancer_type: type } } },
    ),
  ] as const;

const protectedBy = (cfn: Properties, tf: Properties, owner: unknown = refer()) => {
  const association = (type: string, key: string): Record<string, Other> => ({ wall: { type, properties: { [key]: owner } } });
  return [
    system(cfn, association('AWS::WAFv2::WebACLAssociation', 'ResourceArn')),
    system(tf, association('aws_wafv2_web_acl_association', 'resource_arn')),
  ] as const;
}; // prettier-ignore

export const loadBalancerRows: ServiceRows = {
  service: 'load-balancer',
  controls: merged(loadBalancerGuards, {
    'front-private': balancerExposure,
    'transit-encrypted': {
      listener: listener([
        ['fail', 'it speaks HTTP', ...listens('HTTP')],
        ['fail', 'it speaks HTTP, in small letters', ...listens('http')],
        ['pass', 'it speaks HTTPS', ...listens('HTTPS')],
        ['pass', 'it speaks TLS', ...listens('TLS')],
        ['silent', 'it passes TCP through', ...listens('TCP')],
        ['silent', 'it passes UDP through', ...listens('UDP')],
        ['undecided', 'the protocol is a parameter', ...listens(unknown)],
        ['pass', 'it redirects to HTTPS', ...listens('HTTP', redirect('HTTPS'))],
        ['fail', 'it redirects to HTTP', ...listens('HTTP', redirect('HTTP'))],
        ['fail', 'it redirects, and keeps the protocol', ...listens('HTTP', redirect(undefined))],
        ['undecided', 'it redirects to a parameter', ...listens('HTTP', redirect(unknown))],
        ['undecided', 'its actions are a parameter', ...listens('HTTP', [unknown, unknown])],
        ['fail', 'it redirects, but for one rule', ...beside(listens('HTTP', redirect('HTTPS')), [forward, forwardTf])],
        ['pass', 'it redirects, and so do its rules', ...beside(listens('HTTP', redirect('HTTPS')), redirect('HTTPS'))],
        ['undecided', 'it redirects, and a rule may be its own', ...beside(listens('HTTP', redirect('HTTPS')), [forward, forwardTf], unknown)],
        ['fail', 'only a rule redirects', ...beside(listens('HTTP'), redirect('HTTPS'))],
        ['fail', 'an application balancer listens, of no protocol', ...of(undefined)],
        ['silent', 'a gateway listens', ...of('gateway')],
        ['undecided', 'it names neither protocol nor balancer', { DefaultActions: forward }, { default_action: forwardTf }],
      ]),
      'listener by its other name': listener([['fail', 'it speaks HTTP', null, listens('HTTP')[1]]], 'aws_alb_listener'),
      'rule without its listener': {
        cloudformation: 'AWS::ElasticLoadBalancingV2::ListenerRule',
        terraform: 'aws_lb_listener_rule',
        rows: [
          ['undecided', 'it forwards', { ListenerArn: 'arn:1', Actions: forward }, { listener_arn: 'arn:1', action: forwardTf }],
          ['pass', 'it redirects to HTTPS', { ListenerArn: 'arn:1', Actions: redirect('HTTPS')[0] }, { listener_arn: 'arn:1', action: redirect('HTTPS')[1] }],
          ['pass', 'its listener is looked up, and speaks HTTPS', null,
            system({ listener_arn: 'arn:1', action: forwardTf }, { listener: { type: 'aws_lb_listener', data: true, properties: { arn: 'arn:1', protocol: 'HTTPS' } } })],
          ['fail', 'its listener is looked up, and speaks HTTP', null,
            system({ listener_arn: 'arn:1', action: forwardTf }, { listener: { type: 'aws_lb_listener', data: true, properties: { arn: 'arn:1', protocol: 'HTTP' } } })],
          ['silent', 'its listener answers for it',
            system({ ListenerArn: refer('listener'), Actions: forward }, { listener: { type: 'AWS::ElasticLoadBalancingV2::Listener', properties: listens('HTTP')[0] } }),
            system({ listener_arn: refer('listener'), action: forwardTf }, { listener: { type: 'aws_lb_listener', properties: listens('HTTP')[1] } })],
        ],
      },
    }, // prettier-ignore
    'tls-modern': {
      listener: listener([
        ['fail', 'no policy is named', ...listens('HTTPS')],
        ['fail', 'the policy is the default, by name', ...listens('HTTPS', undefined, 'ELBSecurityPolicy-2016-08')],
        ['fail', 'the policy accepts TLS 1.1', ...listens('HTTPS', undefined, 'ELBSecurityPolicy-TLS-1-1-2017-01')],
        ['fail', 'the policy accepts TLS 1.0 beside 1.3', ...listens('TLS', undefined, 'ELBSecurityPolicy-TLS13-1-0-2021-06')],
        ['fail', 'the policy has forward secrecy, and TLS 1.0', ...listens('HTTPS', undefined, 'ELBSecurityPolicy-FS-2018-06')],
        ['pass', 'the policy wants TLS 1.2', ...listens('HTTPS', undefined, 'ELBSecurityPolicy-TLS-1-2-Ext-2018-06')],
        ['pass', 'the policy wants TLS 1.2 or 1.3', ...listens('HTTPS', undefined, 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09')],
        ['pass', 'the policy wants TLS 1.3', ...listens('TLS', undefined, 'ELBSecurityPolicy-TLS13-1-3-2021-06')],
        ['pass', 'the policy has forward secrecy, and TLS 1.2', ...listens('HTTPS', undefined, 'ELBSecurityPolicy-FS-1-2-Res-2020-10')],
        ['undecided', 'the policy is a parameter', ...listens('HTTPS', undefined, unknown)],
        ['undecided', 'the policy is unheard of', ...listens('HTTPS', undefined, 'ELBSecurityPolicy-Tomorrow')],
        ['silent', 'it speaks HTTP', ...listens('HTTP')],
        ['silent', 'it passes TCP through', ...listens('TCP')],
      ]),
    }, // prettier-ignore
    'firewall-attached': {
      'load balancer': balancer([
        ['fail', 'nothing is said', {}, {}],
        ['pass', 'a web ACL is associated', ...protectedBy({}, {})],
        ['undecided', 'a web ACL is associated with something', ...protectedBy({}, {}, unknown)],
        [
          'fail',
          'a web ACL is associated with another balancer',
          null,
          system(
            {},
            {
              other: { type: 'aws_alb', properties: {} },
              wall: { type: 'aws_wafv2_web_acl_association', properties: { resource_arn: refer('other', 'arn') } },
            },
          ),
        ],
        ['silent', 'it is internal', { Scheme: 'internal' }, { internal: true }],
        ['undecided', 'it may be internal', { Scheme: unknown }, { internal: unknown }],
        [
          'pass',
          'it may be internal, and a web ACL is associated',
          ...protectedBy({ Scheme: unknown }, { internal: unknown }),
        ],
        ['silent', 'it balances below HTTP', { Type: 'network' }, { load_balancer_type: 'network' }],
      ]),
      'load balancer by its other name': balancer([['fail', 'nothing is said', null, {}]], 'aws_alb'),
    },
  }),
};
