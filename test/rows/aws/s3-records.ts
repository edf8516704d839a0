import { refer, system, unknown, type Properties, type ServiceRows, type System } from '../../support/row';

const types = { cloudformation: 'AWS::S3::Bucket', terraform: 'aws_s3_bucket' };

const beside = (type: string, properties: Properties, bucket: unknown = refer()): System =>
  system({}, { other: { type, properties: { bucket, ...properties } } });
const versions = (block: Properties, bucket?: unknown) =>
  beside('aws_s3_bucket_versioning', { versioning_configuration: [block] }, bucket);
const rule = (type: string, properties: Properties) => beside(type, { rule: [properties] });
const cors = (origins: unknown, headers?: unknown) =>
  [
    {
      CorsConfiguration: { CorsRules: [{ AllowedMethods: ['GET'], AllowedOrigins: origins, AllowedHeaders: headers }] },
    },
    { cors_rule: [{ allowed_methods: ['GET'], allowed_origins: origins, allowed_headers: headers }] },
  ] as const;
const block = (switches: Properties) => ({ PublicAccessBlockConfiguration: switches });
const guard = (switches: Properties) => beside('aws_s3_bucket_public_access_block', switches);
const switchTable = (cloudformation: string, terraform: string) =>
  ({
    'S3 bucket': {
      ...types,
      rows: [
        ['fail', 'nothing is written', {}, {}],
        ['pass', 'it is on', block({ [cloudformation]: true }), guard({ [terraform]: true })],
        ['fail', 'it is off', block({ [cloudformation]: false }), guard({ [terraform]: false })],
        ['fail', 'the block names no switch', null, guard({})],
        ['undecided', 'it is a parameter', block({ [cloudformation]: unknown }), guard({ [terraform]: unknown })],
      ],
    },
    'S3 access point': {
      cloudformation: 'AWS::S3::AccessPoint',
      terraform: 'aws_s3_access_point',
      rows: [['pass', 'access points block unless told otherwise', {}, {}]],
    },
  }) satisfies ServiceRows['controls'][string];
const grants = (permission: unknown) =>
  beside('aws_s3_bucket_acl', {
    access_control_policy: [
      { grant: [{ permission, grantee: [{ type: 'Group', uri: 'http://acs.amazonaws.com/groups/global/AllUsers' }] }] },
    ],
  });
const lone = (type: string) => ({ cloudformation: null, terraform: type });

// prettier-ignore
export const s3RecordRows: ServiceRows = {
  service: 's3',
  controls: {
    versioned: {
      'S3 bucket': {
        ...types,
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['pass', 'it is switched on', { VersioningConfiguration: { Status: 'Enabled' } }, { versioning: [{ enabled: true }] }],
          ['fail', 'it is suspended', { VersioningConfiguration: { Status: 'Suspended' } }, { versioning: [{ enabled: false }] }],
          ['undecided', 'it is a parameter', { VersioningConfiguration: { Status: unknown } }, { versioning: [{ enabled: unknown }] }],
          ['pass', 'objects are locked, which keeps versions', { ObjectLockEnabled: true }, { object_lock_enabled: true }],
          ['fail', 'it takes the records of others, and keeps no versions', { AccessControl: 'LogDeliveryWrite' }, { acl: 'log-delivery-write' }],
          ['pass', 'it is switched on beside it', null, versions({ status: 'Enabled' })],
          ['fail', 'it is suspended beside it', null, versions({ status: 'Suspended' })],
          ['pass', 'objects are locked beside it', null, rule('aws_s3_bucket_object_lock_configuration', { default_retention: [{ mode: 'GOVERNANCE', days: 30 }] })],
          ['undecided', 'a companion may be its own', null, versions({ status: 'Enabled' }, unknown)],
        ],
      },
      'bucket elsewhere': {
        ...lone('aws_s3_bucket_versioning'),
        rows: [
          ['pass', 'it is switched on', null, { bucket: 'elsewhere', versioning_configuration: [{ status: 'Enabled' }] }],
          ['fail', 'it is suspended', null, { bucket: 'elsewhere', versioning_configuration: [{ status: 'Suspended' }] }],
        ],
      },
    },
    'copies-immutable': {
      'S3 bucket': {
        ...types,
        rows: [
          ['silent', 'nothing is said of versions', {}, {}],
          ['fail', 'versions are kept, and can be deleted', { VersioningConfiguration: { Status: 'Enabled' } }, { versioning: [{ enabled: true }] }],
          ['pass', 'objects are locked', { VersioningConfiguration: { Status: 'Enabled' }, ObjectLockEnabled: true }, { versioning: [{ enabled: true }], object_lock_enabled: true }],
          ['pass', 'a second factor is asked for', null, { versioning: [{ enabled: true, mfa_delete: true }] }],
          ['pass', 'a second factor is asked for beside it', null, versions({ status: 'Enabled', mfa_delete: 'Enabled' })],
          ['fail', 'it asks for one, and keeps no versions', null, versions({ status: 'Disabled', mfa_delete: 'Enabled' })],
          ['undecided', 'the second factor is a parameter', null, { versioning: [{ enabled: true, mfa_delete: unknown }] }],
          ['undecided', 'the lock is a parameter', { VersioningConfiguration: { Status: 'Enabled' }, ObjectLockEnabled: unknown }, null],
        ],
      },
      'bucket elsewhere': {
        ...lone('aws_s3_bucket_versioning'),
        rows: [['fail', 'versions can be deleted', null, { bucket: 'elsewhere', versioning_configuration: [{ status: 'Enabled' }] }]],
      },
    },
    'access-logged': {
      'S3 bucket': {
        ...types,
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['pass', 'requests are recorded', { LoggingConfiguration: { DestinationBucketName: 'logs' } }, { logging: [{ target_bucket: 'logs' }] }],
          ['undecided', 'where to is a parameter', { LoggingConfiguration: { DestinationBucketName: unknown } }, { logging: [{ target_bucket: unknown }] }],
          ['pass', 'they are recorded in a bucket of the input', system({ LoggingConfiguration: { DestinationBucketName: refer('logs') } }, { logs: { type: 'AWS::S3::Bucket', properties: {} } }), system({ logging: [{ target_bucket: refer('logs') }] }, { logs: { type: 'aws_s3_bucket', properties: {} } })],
          ['pass', 'they are recorded, says a companion', null, beside('aws_s3_bucket_logging', { target_bucket: 'logs', target_prefix: '' })],
          ['silent', 'it takes the records of another', system({}, { other: { type: 'AWS::S3::Bucket', properties: { LoggingConfiguration: { DestinationBucketName: refer() } } } }), system({}, { other: { type: 'aws_s3_bucket_logging', properties: { bucket: 'elsewhere', target_bucket: refer(), target_prefix: '' } } })],
          ['silent', 'it takes the records of a balancer', system({}, { balancer: { type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', properties: { LoadBalancerAttributes: [{ Key: 'access_logs.s3.enabled', Value: 'true' }, { Key: 'access_logs.s3.bucket', Value: refer() }] } } }), system({}, { balancer: { type: 'aws_lb', properties: { access_logs: [{ bucket: refer(), enabled: true }] } } })],
          ['fail', 'a balancer keeps its records in another', system({}, { balancer: { type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', properties: { LoadBalancerAttributes: [{ Key: 'access_logs.s3.bucket', Value: 'another' }] } } }), system({}, { balancer: { type: 'aws_lb', properties: { access_logs: [{ bucket: 'another' }] } } })],
          ['silent', 'it takes the records of a network', system({}, { flow: { type: 'AWS::EC2::FlowLog', properties: { LogDestination: refer('it', 'arn', 'Arn') } } }), system({}, { flow: { type: 'aws_flow_log', properties: { log_destination: refer('it', 'arn') } } })],
          ['silent', 'it takes the records of a distribution', system({}, { front: { type: 'AWS::CloudFront::Distribution', properties: { DistributionConfig: { Logging: { Bucket: refer('it', 'bucket_domain_name', 'DomainName') } } } } }), system({}, { front: { type: 'aws_cloudfront_distribution', properties: { logging_config: [{ bucket: refer('it', 'bucket_domain_name') }] } } })],
          ['fail', 'it keeps the records of a trail', system({}, { trail: { type: 'AWS::CloudTrail::Trail', properties: { S3BucketName: refer() } } }), system({}, { trail: { type: 'aws_cloudtrail', properties: { s3_bucket_name: refer() } } })],
          ['silent', 'its ACL lets records in', { AccessControl: 'LogDeliveryWrite' }, { acl: 'log-delivery-write' }],
          ['silent', 'an ACL beside it lets records in', null, beside('aws_s3_bucket_acl', { acl: 'log-delivery-write' })],
          ['undecided', 'a companion may be its own', null, beside('aws_s3_bucket_logging', { target_bucket: 'logs' }, unknown)],
        ],
      },
      'bucket elsewhere': {
        ...lone('aws_s3_bucket_logging'),
        rows: [['pass', 'requests are recorded', null, { bucket: 'elsewhere', target_bucket: 'logs', target_prefix: '' }]],
      },
    },
    'copied-elsewhere': {
      'S3 bucket': {
        ...types,
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['pass', 'a rule copies objects', { ReplicationConfiguration: { Rules: [{ Status: 'Enabled' }] } }, { replication_configuration: [{ rules: [{ status: 'Enabled' }] }] }],
          ['fail', 'the rule is off', { ReplicationConfiguration: { Rules: [{ Status: 'Disabled' }] } }, { replication_configuration: [{ rules: [{ status: 'Disabled' }] }] }],
          ['undecided', 'it is a parameter', { ReplicationConfiguration: { Rules: [{ Status: unknown }] } }, { replication_configuration: [{ rules: [{ status: unknown }] }] }],
          ['pass', 'the rule stands beside it', null, rule('aws_s3_bucket_replication_configuration', { status: 'Enabled' })],
        ],
      },
      'bucket elsewhere': {
        ...lone('aws_s3_bucket_replication_configuration'),
        rows: [['pass', 'a rule copies objects', null, { bucket: 'elsewhere', rule: [{ status: 'Enabled' }] }]],
      },
    },
    'lifecycle-set': {
      'S3 bucket': {
        ...types,
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['pass', 'a rule is on', { LifecycleConfiguration: { Rules: [{ Status: 'Enabled' }] } }, { lifecycle_rule: [{ enabled: true }] }],
          ['fail', 'the rule is off', { LifecycleConfiguration: { Rules: [{ Status: 'Disabled' }] } }, { lifecycle_rule: [{ enabled: false }] }],
          ['undecided', 'it is a parameter', { LifecycleConfiguration: { Rules: [{ Status: unknown }] } }, { lifecycle_rule: [{ enabled: unknown }] }],
          ['pass', 'the rule stands beside it', null, rule('aws_s3_bucket_lifecycle_configuration', { status: 'Enabled' })],
        ],
      },
      'bucket elsewhere': {
        ...lone('aws_s3_bucket_lifecycle_configuration'),
        rows: [['fail', 'no rule is on', null, { bucket: 'elsewhere', rule: [{ status: 'Disabled' }] }]],
      },
    },
    'website-not-hosted': {
      'S3 bucket': {
        ...types,
        rows: [
          ['pass', 'nothing is said', {}, {}],
          ['fail', 'it serves pages', { WebsiteConfiguration: { IndexDocument: 'index.html' } }, { website: [{ index_document: 'index.html' }] }],
          ['undecided', 'it is a parameter', { WebsiteConfiguration: unknown }, { website: unknown }],
          ['fail', 'a companion says so', null, beside('aws_s3_bucket_website_configuration', { index_document: [{ suffix: 'index.html' }] })],
          ['fail', 'it sends visitors on', null, beside('aws_s3_bucket_website_configuration', { redirect_all_requests_to: [{ host_name: 'example.com' }] })],
        ],
      },
      'bucket elsewhere': {
        ...lone('aws_s3_bucket_website_configuration'),
        rows: [['fail', 'it serves pages', null, { bucket: 'elsewhere', index_document: [{ suffix: 'index.html' }] }]],
      },
    },
    'cross-origin-headers-named': {
      'S3 bucket': {
        ...types,
        rows: [
          ['silent', 'nothing is said', {}, {}],
          ['fail', 'every header may be sent', ...cors(['https://example.com'], ['*'])],
          ['pass', 'headers are named', ...cors(['*'], ['content-type'])],
          ['pass', 'no header is named', ...cors(['https://example.com'])],
          ['undecided', 'it is a parameter', ...cors(['https://example.com'], [unknown])],
        ],
      },
    },
    'cross-origin-confined': {
      'S3 bucket': {
        ...types,
        rows: [
          ['silent', 'nothing is said', {}, {}],
          ['fail', 'pages of every origin may read', ...cors(['*'])],
          ['pass', 'origins are named', ...cors(['https://example.com'])],
          ['undecided', 'it is a parameter', ...cors([unknown])],
          ['fail', 'a companion says so', null, beside('aws_s3_bucket_cors_configuration', { cors_rule: [{ allowed_methods: ['PUT'], allowed_origins: ['*'] }] })],
        ],
      },
      'bucket elsewhere': {
        ...lone('aws_s3_bucket_cors_configuration'),
        rows: [['fail', 'pages of every origin may read', null, { bucket: 'elsewhere', cors_rule: [{ allowed_methods: ['PUT'], allowed_origins: ['*'] }] }]],
      },
    },
    'public-acls-ignored': switchTable('IgnorePublicAcls', 'ignore_public_acls'),
    'public-acls-refused': switchTable('BlockPublicAcls', 'block_public_acls'),
    'public-buckets-restricted': switchTable('RestrictPublicBuckets', 'restrict_public_buckets'),
    'public-policies-refused': switchTable('BlockPublicPolicy', 'block_public_policy'),
    'acl-not-writable': {
      'S3 bucket': {
        ...types,
        rows: [
          ['pass', 'nothing is said', {}, {}],
          ['pass', 'everyone may read only', { AccessControl: 'PublicRead' }, { acl: 'public-read' }],
          ['fail', 'everyone may write', { AccessControl: 'PublicReadWrite' }, { acl: 'public-read-write' }],
          ['undecided', 'the ACL is a parameter', { AccessControl: unknown }, { acl: unknown }],
          ['fail', 'a grant lets everyone write', null, grants('WRITE')],
          ['pass', 'a grant lets everyone read', null, grants('READ')],
          ['undecided', 'the permission is a parameter', null, grants(unknown)],
          ['fail', 'a grant of its own lets everyone do everything', null, { grant: [{ type: 'Group', uri: 'http://acs.amazonaws.com/groups/global/AllUsers', permissions: ['FULL_CONTROL'] }] }],
        ],
      },
      'ACL of a bucket elsewhere': {
        ...lone('aws_s3_bucket_acl'),
        rows: [['fail', 'everyone may write', null, { bucket: 'elsewhere', acl: 'public-read-write' }]],
      },
    },
    'policy-lockout-avoided': {
      'S3 bucket': {
        ...types,
        rows: [
          ['fail', 'everything is denied to everyone', null, { policy: deny({}) }],
          ['pass', 'a condition leaves somebody out', null, { policy: deny({ Condition: { Bool: { 'aws:SecureTransport': 'false' } } }) }],
          ['pass', 'one action is denied', null, { policy: deny({ Action: 's3:DeleteObject' }) }],
          ['pass', 'the objects alone are locked', null, { policy: deny({ Resource: 'arn:aws:s3:::ours/*' }) }],
          ['pass', 'a role is left out', null, { policy: deny({ Principal: undefined, NotPrincipal: { AWS: 'arn:aws:iam::111122223333:role/admin' } }) }],
          ['undecided', 'the policy is a parameter', null, { policy: unknown }],
        ],
      },
    },
  },
};

function deny(more: object): string {
  const statement = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*', ...more };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}
