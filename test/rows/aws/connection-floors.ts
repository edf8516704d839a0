import { unknown, type Properties, type Row, type ServiceRows } from '../../support/row';

const old = 'ELBSecurityPolicy-2016-08';
const modern = 'ELBSecurityPolicy-TLS13-1-2-2021-06';
const redirect = (protocol: string) =>
  [
    { Protocol: 'HTTP', DefaultActions: [{ Type: 'redirect', RedirectConfig: { Protocol: protocol } }] },
    { protocol: 'HTTP', default_action: [{ type: 'redirect', redirect: [{ protocol }] }] },
  ] as const;
const listens = (protocol: unknown, policy?: unknown) =>
  [
    { Protocol: protocol, SslPolicy: policy },
    { protocol, ssl_policy: policy },
  ] as const;

export const loadBalancerFloors: ServiceRows = {
  service: 'load-balancer',
  controls: {
    'tls-required': {
      listener: {
        cloudformation: 'AWS::ElasticLoadBalancingV2::Listener',
        terraform: 'aws_lb_listener',
        rows: [
          ['fail', 'it speaks HTTP', ...listens('HTTP')],
          ['fail', 'its policy accepts TLS 1.0', ...listens('HTTPS', old)],
          ['pass', 'its policy wants TLS 1.2', ...listens('TLS', modern)],
          ['undecided', 'its policy is a parameter', ...listens('HTTPS', unknown)],
          ['undecided', 'its protocol is a parameter', ...listens(unknown, modern)],
          ['silent', 'it sends everybody to HTTPS', ...redirect('HTTPS')],
          ['fail', 'it sends everybody to HTTP', ...redirect('HTTP')],
          ['silent', 'it passes TCP through', ...listens('TCP')],
        ],
      },
    },
  },
};

const classic = (listener: Properties) =>
  [
    { Listeners: [{ Protocol: listener['protocol'], PolicyNames: [] }] },
    { listener: [{ lb_protocol: listener['protocol'], lb_port: 443 }] },
  ] as const;

export const classicLoadBalancerFloors: ServiceRows = {
  service: 'classic-load-balancer',
  controls: {
    'tls-required': {
      'classic load balancer': {
        cloudformation: 'AWS::ElasticLoadBalancing::LoadBalancer',
        terraform: 'aws_elb',
        rows: [
          ['fail', 'it speaks HTTP', ...classic({ protocol: 'HTTP' })],
          ['fail', 'no policy is named', ...classic({ protocol: 'HTTPS' })],
          ['undecided', 'its protocol is a parameter', ...classic({ protocol: unknown })],
          ['silent', 'it passes TCP through', ...classic({ protocol: 'TCP' })],
        ],
      },
    },
  },
};

const endpoint = (https: unknown, policy: unknown) =>
  [
    { DomainEndpointOptions: { EnforceHTTPS: https, TLSSecurityPolicy: policy } },
    { domain_endpoint_options: [{ enforce_https: https, tls_security_policy: policy }] },
  ] as const;

export const opensearchFloors: ServiceRows = {
  service: 'opensearch',
  controls: {
    'tls-required': {
      'OpenSearch domain': {
        cloudformation: 'AWS::OpenSearchService::Domain',
        terraform: 'aws_opensearch_domain',
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['fail', 'HTTP is served too', ...endpoint(false, 'Policy-Min-TLS-1-2-2019-07')],
          ['fail', 'the policy begins with TLS 1.0', ...endpoint(true, 'Policy-Min-TLS-1-0-2019-07')],
          ['pass', 'HTTPS is enforced, from TLS 1.2 on', ...endpoint(true, 'Policy-Min-TLS-1-2-2019-07')],
          ['undecided', 'whether HTTP is served is a parameter', ...endpoint(unknown, 'Policy-Min-TLS-1-2-2019-07')],
          ['fail', 'the policy is old, and HTTP perhaps served', ...endpoint(unknown, 'Policy-Min-TLS-1-0-2019-07')],
        ],
      },
    },
  },
};

const distribution = (rows: readonly Row[]) => ({
  'CloudFront distribution': {
    cloudformation: 'AWS::CloudFront::Distribution',
    terraform: 'aws_cloudfront_distribution',
    rows,
  },
});

const viewers = (policy: unknown, version: unknown) =>
  [
    {
      DistributionConfig: {
        DefaultCacheBehavior: { ViewerProtocolPolicy: policy },
        ViewerCertificate: { MinimumProtocolVersion: version },
      },
    },
    {
      default_cache_behavior: [{ viewer_protocol_policy: policy }],
      viewer_certificate: [{ minimum_protocol_version: version }],
    },
  ] as const;

const served = (method: unknown) =>
  [
    { DistributionConfig: { ViewerCertificate: { AcmCertificateArn: 'arn:1', SslSupportMethod: method } } },
    { viewer_certificate: [{ acm_certificate_arn: 'arn:1', ssl_support_method: method }] },
  ] as const;

const origin = (policy: unknown, version: unknown) =>
  [
    {
      DistributionConfig: {
        DefaultCacheBehavior: { ViewerProtocolPolicy: 'allow-all' },
        Origins: [{ CustomOriginConfig: { OriginProtocolPolicy: policy, OriginSSLProtocols: [version] } }],
      },
    },
    {
      default_cache_behavior: [{ viewer_protocol_policy: 'allow-all' }],
      origin: [{ custom_origin_config: [{ origin_protocol_policy: policy, origin_ssl_protocols: [version] }] }],
    },
  ] as const;

export const cloudfrontFloors: ServiceRows = {
  service: 'cloudfront',
  controls: {
    'tls-required': distribution([
      ['fail', 'viewers may ask in plain text', ...viewers('allow-all', 'TLSv1.2_2021')],
      ['fail', 'viewers may ask by TLS 1.1', ...viewers('https-only', 'TLSv1.1_2016')],
      ['pass', 'viewers ask by TLS 1.2', ...viewers('redirect-to-https', 'TLSv1.2_2021')],
      ['undecided', 'the version is a parameter', ...viewers('https-only', unknown)],
    ]),
    'sni-used': distribution([
      ['pass', 'the certificate is served by name', ...served('sni-only')],
      ['fail', 'the certificate is served at addresses of its own', ...served('vip')],
      ['undecided', 'how it is served is a parameter', ...served(unknown)],
      ['undecided', 'how it is served is not written', ...served(undefined)],
      ['silent', 'the certificate is that of CloudFront', {}, {}],
    ]),
    'backend-encrypted': distribution([
      ['pass', 'an origin is asked by TLS 1.2', ...origin('https-only', 'TLSv1.2')],
      ['fail', 'an origin may be asked by TLS 1.0', ...origin('https-only', 'TLSv1')],
      ['fail', 'an origin is asked in plain text', ...origin('http-only', 'TLSv1.2')],
      ['fail', 'an origin is asked as viewers ask, who need not encrypt', ...origin('match-viewer', 'TLSv1.2')],
      ['undecided', 'how an origin is asked is a parameter', ...origin(unknown, 'TLSv1.2')],
      ['silent', 'no origin is of your own', {}, {}],
    ]),
  },
};
