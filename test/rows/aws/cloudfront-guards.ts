import { deciding } from '../../support/deciding-rows';
import { refer, system, unknown, type Properties, type Row, type Table } from '../../support/row';

const types = { cloudformation: 'AWS::CloudFront::Distribution', terraform: 'aws_cloudfront_distribution' };
const config = (DistributionConfig: Properties) => ({ DistributionConfig });
const origin = (written: Properties, terraform: Properties) =>
  [config({ Origins: [{ Id: 'one', ...written }] }), { origin: [{ origin_id: 'one', ...terraform }] }] as const;
const host = (name: unknown, more: Properties = {}, terraform: Properties = {}) =>
  origin({ DomainName: name, ...more }, { domain_name: name, ...terraform });
const bucket = 'ours.s3.eu-west-1.amazonaws.com';
const delivered = (of: unknown) =>
  [
    system(config({}), { source: { type: 'AWS::Logs::DeliverySource', properties: { ResourceArn: of } } }),
    system({}, { source: { type: 'aws_cloudwatch_log_delivery_source', properties: { resource_arn: of } } }),
  ] as const;
const openRow: Row = ['undecided', 'it is a parameter', ...host(unknown)];

export const cloudfrontGuards: Readonly<Record<string, Readonly<Record<string, Table>>>> = {
  'access-logged': {
    'CloudFront distribution': {
      ...types,
      rows: [
        ['fail', 'nothing is said', config({}), {}],
        [
          'pass',
          'a bucket is named',
          config({ Logging: { Bucket: 'ours' } }),
          { logging_config: [{ bucket: 'ours' }] },
        ],
        ['fail', 'the log is switched off', config({ Logging: { Bucket: 'ours', Enabled: false } }), null],
        ['undecided', 'the log is a parameter', config({ Logging: unknown }), { logging_config: unknown }],
        ['pass', 'its log is delivered', ...delivered(refer('it', 'arn'))],
        ['undecided', 'something delivers its log', ...delivered(unknown)],
      ],
    },
  },
  'details-not-disclosed': {
    'CloudFront distribution': deciding(
      types,
      {
        cloudformation: (DefaultRootObject) => config({ DefaultRootObject }),
        terraform: (root) => ({ default_root_object: root }),
      },
      'fail',
      [
        ['pass', 'index.html'],
        ['fail', ''],
      ],
    ),
  },
  'countries-limited': {
    'CloudFront distribution': deciding(
      types,
      {
        cloudformation: (RestrictionType) => config({ Restrictions: { GeoRestriction: { RestrictionType } } }),
        terraform: (type) => ({ restrictions: [{ geo_restriction: [{ restriction_type: type }] }] }),
      },
      'fail',
      [
        ['pass', 'whitelist'],
        ['fail', 'none'],
      ],
    ),
  },
  'response-headers-set': {
    'CloudFront distribution': deciding(
      types,
      {
        cloudformation: (ResponseHeadersPolicyId) => config({ DefaultCacheBehavior: { ResponseHeadersPolicyId } }),
        terraform: (policy) => ({ default_cache_behavior: [{ response_headers_policy_id: policy }] }),
      },
      'fail',
      [['pass', 'policy-1']],
    ),
    'CloudFront distribution with another behavior': {
      ...types,
      rows: [
        [
          'fail',
          'one of them has none',
          config({
            DefaultCacheBehavior: { ResponseHeadersPolicyId: 'policy-1' },
            CacheBehaviors: [{ PathPattern: '/*' }],
          }),
          {
            default_cache_behavior: [{ response_headers_policy_id: 'policy-1' }],
            ordered_cache_behavior: [{ path_pattern: '/*' }],
          },
        ],
      ],
    },
  },
  'certificate-own': {
    'CloudFront distribution': {
      ...types,
      rows: [
        ['fail', 'nothing is said', config({}), {}],
        [
          'fail',
          'the default is written',
          config({ ViewerCertificate: { CloudFrontDefaultCertificate: true } }),
          { viewer_certificate: [{ cloudfront_default_certificate: true }] },
        ],
        [
          'pass',
          'a certificate is named',
          config({ ViewerCertificate: { AcmCertificateArn: 'arn:1' } }),
          { viewer_certificate: [{ acm_certificate_arn: 'arn:1' }] },
        ],
        ['undecided', 'it is a parameter', config({ ViewerCertificate: unknown }), { viewer_certificate: unknown }],
      ],
    },
  },
  'origin-confined': {
    'CloudFront distribution': {
      ...types,
      rows: [
        ['silent', 'it has no origins', config({ Origins: [] }), {}],
        [
          'silent',
          'its origin is no bucket',
          ...host('www.example.com', { CustomOriginConfig: {} }, { custom_origin_config: [{}] }),
        ],
        ['fail', 'a bucket is asked as anybody asks', ...host(bucket)],
        [
          'fail',
          'a bucket is asked by its global name',
          ...host('ours.s3.amazonaws.com', { S3OriginConfig: { OriginAccessIdentity: '' } }),
        ],
        [
          'pass',
          'an access control is named',
          ...host(bucket, { OriginAccessControlId: 'E1' }, { origin_access_control_id: 'E1' }),
        ],
        [
          'pass',
          'an identity is named',
          ...host(
            bucket,
            { S3OriginConfig: { OriginAccessIdentity: 'origin-access-identity/cloudfront/E1' } },
            { s3_origin_config: [{ origin_access_identity: 'origin-access-identity/cloudfront/E1' }] },
          ),
        ],
        [
          'fail',
          'its bucket is made beside it',
          system(host(refer('bucket', 'bucket_regional_domain_name', 'RegionalDomainName'))[0], {
            bucket: { type: 'AWS::S3::Bucket', properties: {} },
          }),
          system(host(refer('bucket', 'bucket_regional_domain_name'))[1], {
            bucket: { type: 'aws_s3_bucket', properties: {} },
          }),
        ],
        ['fail', 'a bucket is written the old way', config({ S3Origin: { DNSName: bucket } }), null],
        [
          'undecided',
          'the access control is a parameter',
          ...host(bucket, { OriginAccessControlId: unknown }, { origin_access_control_id: unknown }),
        ],
        openRow,
      ],
    },
  },
};
