import { merged } from '../../support/store-rows';
import { unknown, type Properties, type Row, type ServiceRows, type Table } from '../../support/row';
import { cloudfrontGuards } from './cloudfront-guards';

const distribution = (rows: readonly Row[]): Record<string, Table> => ({
  'CloudFront distribution': {
    cloudformation: 'AWS::CloudFront::Distribution',
    terraform: 'aws_cloudfront_distribution',
    rows,
  },
});

/** The viewer protocol policies of the default behavior and of others. */
const viewers = (first: unknown, ...others: readonly unknown[]) =>
  [
    {
      DistributionConfig: {
        DefaultCacheBehavior: { ViewerProtocolPolicy: first },
        CacheBehaviors: others.map((policy) => ({ ViewerProtocolPolicy: policy })),
      },
    },
    {
      default_cache_behavior: [{ viewer_protocol_policy: first }],
      ordered_cache_behavior: others.map((policy) => ({ viewer_protocol_policy: policy })),
    },
  ] as const;

const certificate = (version: unknown, byDefault?: unknown) =>
  [
    {
      DistributionConfig: {
        ViewerCertificate: {
          AcmCertificateArn: 'arn:1',
          MinimumProtocolVersion: version,
          CloudFrontDefaultCertificate: byDefault,
        },
      },
    },
    {
      viewer_certificate: [
        {
          acm_certificate_arn: 'arn:1',
          minimum_protocol_version: version,
          cloudfront_default_certificate: byDefault,
        },
      ],
    },
  ] as const;

/** A distribution that asks its viewers well, and its origin as the row says. */
const origin = (policy: unknown, protocols?: unknown, viewer = 'https-only'): readonly [Properties, Properties] => [
  {
    DistributionConfig: {
      ...viewers(viewer)[0].DistributionConfig,
      ...certificate('TLSv1.2_2021')[0].DistributionConfig,
      Origins: [
        { S3OriginConfig: {} },
        { CustomOriginConfig: { OriginProtocolPolicy: policy, OriginSSLProtocols: protocols } },
      ],
    },
  },
  {
    ...viewers(viewer)[1],
    ...certificate('TLSv1.2_2021')[1],
    origin: [
      { s3_origin_config: [{}] },
      { custom_origin_config: [{ origin_protocol_policy: policy, origin_ssl_protocols: protocols }] },
    ],
  },
];

const withAcl = (id: unknown) => [{ DistributionConfig: { WebACLId: id } }, { web_acl_id: id }] as const;

export const cloudfrontRows: ServiceRows = {
  service: 'cloudfront',
  controls: merged(cloudfrontGuards, {
    'transit-encrypted': distribution([
      ['fail', 'viewers may ask in plain text', ...viewers('allow-all')],
      ['pass', 'viewers are redirected', ...viewers('redirect-to-https')],
      ['pass', 'viewers must encrypt', ...viewers('https-only')],
      [
        'fail',
        'viewers may ask in plain text for one path',
        ...viewers('https-only', 'redirect-to-https', 'allow-all'),
      ],
      ['undecided', 'it is a parameter', ...viewers(unknown)],
      ['fail', 'it is a parameter for one path, and open for another', ...viewers(unknown, 'allow-all')],
      ['undecided', 'it is not written', {}, {}],
      ['undecided', 'everything is a parameter', { DistributionConfig: unknown }, { default_cache_behavior: unknown }],
      ['fail', 'an origin is asked in plain text', ...origin('http-only')],
      ['pass', 'an origin is asked by TLS', ...origin('https-only')],
      ['pass', 'an origin is asked as viewers ask, who must encrypt', ...origin('match-viewer')],
      ['fail', 'an origin is asked as viewers ask, who need not', ...origin('match-viewer', ['TLSv1.2'], 'allow-all')],
      ['undecided', 'how an origin is asked is a parameter', ...origin(unknown)],
      [
        'fail',
        'an origin of the old kind is asked in plain text',
        {
          DistributionConfig: {
            ...viewers('https-only')[0].DistributionConfig,
            CustomOrigin: { OriginProtocolPolicy: 'http-only' },
          },
        },
        null,
      ],
    ]),
    'tls-modern': distribution([
      ['fail', 'no certificate is named', {}, {}],
      ['fail', 'the certificate is that of CloudFront', ...certificate('TLSv1.2_2021', true)],
      ['pass', 'the policy wants TLS 1.2', ...certificate('TLSv1.2_2021')],
      ['pass', 'the policy wants TLS 1.3', ...certificate('TLSv1.3_2025', false)],
      ['fail', 'the policy accepts TLS 1.1', ...certificate('TLSv1.1_2016')],
      ['fail', 'the policy accepts TLS 1.0', ...certificate('TLSv1_2016')],
      ['fail', 'the policy accepts SSL 3', ...certificate('SSLv3')],
      ['fail', 'no policy is named', ...certificate(undefined)],
      ['undecided', 'the policy is a parameter', ...certificate(unknown)],
      ['undecided', 'the policy is none', ...certificate('TLSv9')],
      ['undecided', 'whose certificate it is is a parameter', ...certificate('TLSv1.2_2021', unknown)],
      ['fail', 'an origin may be spoken to by TLS 1.0', ...origin('https-only', ['TLSv1', 'TLSv1.2'])],
      ['fail', 'an origin may be spoken to by SSL 3 or a parameter', ...origin('https-only', ['SSLv3', unknown])],
      ['pass', 'an origin is spoken to by TLS 1.2', ...origin('match-viewer', ['TLSv1.2'])],
      ['undecided', 'an origin may be spoken to by a parameter', ...origin('https-only', ['TLSv1.2', unknown])],
      ['undecided', 'what an origin is spoken to is not said', ...origin('https-only')],
      ['undecided', 'an origin is perhaps never spoken to by TLS', ...origin(unknown, ['SSLv3'])],
      ['pass', 'an origin is spoken to by TLS 1.2, if at all', ...origin(unknown, ['TLSv1.2'])],
      ['pass', 'an origin is never spoken to by TLS', ...origin('http-only', ['SSLv3'])],
    ]),
    'firewall-attached': distribution([
      ['fail', 'nothing is said', {}, {}],
      ['fail', 'the web ACL is empty', ...withAcl('')],
      ['pass', 'a web ACL is named', ...withAcl('arn:aws:wafv2:us-east-1:111122223333:global/webacl/a/1')],
      ['undecided', 'the web ACL is a parameter', ...withAcl(unknown)],
    ]),
  }),
};
