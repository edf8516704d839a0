import { policy, policyTables } from '../../support/policy-rows';
import { refer, system, unknown, type Other, type Properties, type ServiceRows } from '../../support/row';

const types = { cloudformation: 'AWS::S3::Bucket', terraform: 'aws_s3_bucket' };

/** The bucket with companions of a type, in Terraform. */
const beside = (type: string, properties: Properties, it: Properties = {}) =>
  system(it, { companion: { type, properties: { bucket: refer(), ...properties } } });

const blockOf = (properties: Properties): Other => ({
  type: 'aws_s3_bucket_public_access_block',
  properties: { bucket: refer(), ...properties },
});
const fullBlock = {
  block_public_acls: true,
  block_public_policy: true,
  ignore_public_acls: true,
  restrict_public_buckets: true,
};
const fullInline = {
  BlockPublicAcls: true,
  BlockPublicPolicy: true,
  IgnorePublicAcls: true,
  RestrictPublicBuckets: true,
};
const block = (inline: Properties) => ({ PublicAccessBlockConfiguration: inline });
const accountBlock = (properties: Properties): Other => ({ type: 'aws_s3_account_public_access_block', properties });

const withPolicy = {
  cloudformation: (document: unknown, it: Properties = {}) =>
    system(it, { rules: { type: 'AWS::S3::BucketPolicy', properties: { Bucket: refer(), PolicyDocument: document } } }),
  terraform: (document: unknown, others: Readonly<Record<string, Other>> = {}) =>
    system(
      {},
      { rules: { type: 'aws_s3_bucket_policy', properties: { bucket: refer(), policy: document } }, ...others },
    ),
};

const arn = 'arn:aws:s3:::records';
const everyone = policy({ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: `${arn}/*` });
const withoutTls = (more: object): object =>
  policy({
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [arn, `${arn}/*`],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    ...more,
  });
const both = (document: object) =>
  [withPolicy.cloudformation(document), withPolicy.terraform(JSON.stringify(document))] as const;

const allUsers = 'http://acs.amazonaws.com/groups/global/AllUsers';
const logDelivery = 'http://acs.amazonaws.com/groups/s3/LogDelivery';
const aclWith = (uri: unknown) =>
  beside('aws_s3_bucket_acl', {
    access_control_policy: [{ grant: [{ permission: 'READ', grantee: [{ type: 'Group', uri }] }] }],
  });

const encrypted = (algorithm: unknown, key?: unknown) => ({
  BucketEncryption: {
    ServerSideEncryptionConfiguration: [
      { ServerSideEncryptionByDefault: { SSEAlgorithm: algorithm, ...(key !== undefined && { KMSMasterKeyID: key }) } },
    ],
  },
});
const encryptionRule = (algorithm: unknown, key?: unknown) => ({
  rule: [
    {
      apply_server_side_encryption_by_default: [
        { sse_algorithm: algorithm, ...(key !== undefined && { kms_master_key_id: key }) },
      ],
    },
  ],
});
const encryptedBeside = (algorithm: unknown, key?: unknown) =>
  beside('aws_s3_bucket_server_side_encryption_configuration', encryptionRule(algorithm, key));

const policies = policyTables({
  ...types,
  noun: 'S3 bucket',
  action: 's3:GetObject',
  inCloudformation: withPolicy.cloudformation,
  inTerraform: withPolicy.terraform,
  withoutPolicy: [{}, {}],
});

/** A bucket whose policy lets the whole of an account in, in an account that Terraform knows. */
const letsIn = (account: unknown, others: Readonly<Record<string, Other>> = {}) => {
  const document = policy({
    Effect: 'Allow',
    Principal: { AWS: account },
    Action: 's3:PutObject',
    Resource: `${arn}/*`,
  });
  const home: Other = { type: 'aws_caller_identity', properties: { account_id: '111122223333' }, data: true };
  return [
    Object.keys(others).length > 0 ? null : withPolicy.cloudformation(document),
    withPolicy.terraform(document, { home, ...others }),
  ] as const;
};

export const s3Rows: ServiceRows = {
  service: 's3',
  controls: {
    'storage-encrypted': {
      'S3 bucket': {
        ...types,
        // prettier-ignore
        rows: [
          ['pass', 'nothing is said: S3 encrypts every object', {}, {}],
          ['pass', 'a KMS key is asked for',                    encrypted('aws:kms'), encryptedBeside('aws:kms')],
          ['pass', 'the algorithm is a parameter: whichever it is, S3 encrypts', encrypted(unknown), encryptedBeside(unknown)],
          ['pass', 'the whole encryption is a parameter', { BucketEncryption: unknown }, { server_side_encryption_configuration: unknown }],
          ['pass', 'it stands in the bucket itself', null, { server_side_encryption_configuration: [encryptionRule('AES256')] }],
        ],
      },
    },
    'customer-managed-key': {
      'S3 bucket': {
        ...types,
        // prettier-ignore
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['fail', 'S3 keeps the key', encrypted('AES256'), encryptedBeside('AES256')],
          ['fail', 'no key is named',  encrypted('aws:kms'), encryptedBeside('aws:kms')],
          ['fail', "the key is AWS's own", encrypted('aws:kms', 'alias/aws/s3'), encryptedBeside('aws:kms', 'alias/aws/s3')],
          ['fail', 'a key is named, but not used', encrypted('AES256', 'alias/ours'), encryptedBeside('AES256', 'alias/ours')],
          ['pass', 'a key is named', encrypted('aws:kms', 'alias/ours'), encryptedBeside('aws:kms', 'alias/ours')],
          ['pass', 'a key is named, with two layers', encrypted('aws:kms:dsse', 'alias/ours'), encryptedBeside('aws:kms:dsse', 'alias/ours')],
          ['undecided', 'the key is a parameter', encrypted('aws:kms', unknown), encryptedBeside('aws:kms', unknown)],
          ['undecided', 'the algorithm is a parameter', encrypted(unknown, 'alias/ours'), encryptedBeside(unknown, 'alias/ours')],
          ['undecided', 'a configuration whose bucket cannot be told may be its own', null,
            beside('aws_s3_bucket_server_side_encryption_configuration', { ...encryptionRule('aws:kms', 'alias/ours'), bucket: unknown })],
        ],
      },
      'encryption configuration of a bucket elsewhere': {
        cloudformation: null,
        terraform: 'aws_s3_bucket_server_side_encryption_configuration',
        rows: [
          ['pass', 'a key is named', null, { bucket: 'elsewhere', ...encryptionRule('aws:kms', 'alias/ours') }],
          ['fail', 'S3 keeps the key', null, { bucket: 'elsewhere', ...encryptionRule('AES256') }],
          ['undecided', 'the key is a parameter', null, { bucket: unknown, ...encryptionRule('aws:kms', unknown) }],
        ],
      },
    },
    'cross-account-confined': {
      'S3 bucket': {
        ...types,
        // prettier-ignore
        rows: [
          ['fail', 'another account is let in', null, letsIn('444455556666')[1]],
          ['pass', 'its own account is let in', null, letsIn('111122223333')[1]],
          ['pass', 'balancers of AWS are let in to write logs', ...letsIn('arn:aws:iam::156460612806:root')],
          ['pass', 'balancers of AWS are, whose account is looked up', ...letsIn(refer('elb', 'arn'), { elb: { type: 'aws_elb_service_account', properties: {}, data: true } })],
          ['pass', 'balancers of AWS are, whose account was looked up', ...letsIn('arn:aws:iam::444455556666:root', { elb: { type: 'aws_elb_service_account', properties: { id: '444455556666' }, data: true } })],
          ['undecided', 'who is let in is a parameter', ...letsIn(unknown)],
        ],
      },
    },
    'public-access-blocked': {
      'S3 bucket': {
        ...types,
        // prettier-ignore
        rows: [
          ['pass', 'it is created and nothing is said', {}, {}],
          ['pass', 'it is replaced and nothing is said', null, system({}, {}, 'replace')],
          ['undecided', 'it is there already and no block is visible', null, system({}, {}, 'update')],
          ['undecided', 'it is there and stays as it is', null, system({}, {}, 'no-op')],
          ['undecided', 'it is imported', null, system({}, {}, 'import')],
          ['pass', 'all four switches are on', block(fullInline), system({}, { guard: blockOf(fullBlock) })],
          ['pass', 'it is there already and its block is visible', null, system({}, { guard: blockOf(fullBlock) }, 'no-op')],
          ['pass', 'they are on as text', block({ ...fullInline, BlockPublicAcls: 'true' }), system({}, { guard: blockOf({ ...fullBlock, block_public_acls: 'true' }) })],
          ['fail', 'one switch is off', block({ ...fullInline, RestrictPublicBuckets: false }), system({}, { guard: blockOf({ ...fullBlock, restrict_public_buckets: false }) })],
          ['fail', 'one switch is off, and another a parameter', block({ ...fullInline, RestrictPublicBuckets: false, BlockPublicAcls: unknown }), system({}, { guard: blockOf({ ...fullBlock, restrict_public_buckets: false, block_public_acls: unknown }) })],
          ['fail', 'the block does not name every switch', block({ BlockPublicAcls: true, BlockPublicPolicy: true }), system({}, { guard: blockOf({ block_public_acls: true, block_public_policy: true }) })],
          ['fail', 'the block names no switch', block({}), system({}, { guard: blockOf({}) })],
          ['undecided', 'a switch is a parameter', block({ ...fullInline, BlockPublicAcls: unknown }), system({}, { guard: blockOf({ ...fullBlock, block_public_acls: unknown }) })],
          ['undecided', 'the whole block is a parameter', { PublicAccessBlockConfiguration: unknown }, null],
          ['undecided', 'a block whose bucket cannot be told may be its own', null, system({}, { guard: blockOf({ ...fullBlock, bucket: unknown }) })],
          ['undecided', 'a partial block may be its own', null, system({}, { guard: blockOf({ bucket: unknown }) })],
          ['pass', "its own block is complete, whoever another's is", null, system({}, { guard: blockOf(fullBlock), other: blockOf({ bucket: unknown }) })],
          ['pass', "the block is another bucket's", null, system({ bucket: 'records' }, { guard: blockOf({ bucket: 'elsewhere' }) })],
          ['pass', 'the account blocks what its own block leaves open', null, system({}, { guard: blockOf({}), account: accountBlock(fullBlock) })],
          ['pass', 'account and bucket block what the other leaves open', null, system({}, {
            guard: blockOf({ block_public_acls: true, ignore_public_acls: true }),
            account: accountBlock({ block_public_policy: true, restrict_public_buckets: true }) })],
          ['fail', 'the account leaves the same switch off', null, system({}, {
            guard: blockOf({ ...fullBlock, ignore_public_acls: false }),
            account: accountBlock({ ...fullBlock, ignore_public_acls: false }) })],
          ['pass', 'it is there already, and the account blocks', null, system({}, { account: accountBlock(fullBlock) }, 'update')],
          ['undecided', 'it is there already, and the account blocks in part', null, system({}, { account: accountBlock({ block_public_acls: true }) }, 'update')],
        ],
      },
      'block of a bucket elsewhere': {
        cloudformation: null,
        terraform: 'aws_s3_bucket_public_access_block',
        // prettier-ignore
        rows: [
          ['pass',      'all four switches are on', null, { bucket: 'elsewhere', ...fullBlock }],
          ['fail',      'one switch is off',        null, { bucket: 'elsewhere', ...fullBlock, ignore_public_acls: false }],
          ['fail',      'its bucket cannot be told', null, { bucket: unknown, block_public_acls: true }],
          ['fail',      'its bucket is only looked up', null, system({ bucket: refer('found') }, { found: { type: 'aws_s3_bucket', properties: {}, data: true } })],
          ['undecided', 'a switch is a parameter',  null, { bucket: 'elsewhere', ...fullBlock, ignore_public_acls: unknown }],
          ['silent',    'its bucket answers for it', null, system({ bucket: refer('records') }, { records: { type: 'aws_s3_bucket', properties: {} } })],
        ],
      },
      'block of the account': {
        cloudformation: null,
        terraform: 'aws_s3_account_public_access_block',
        rows: [
          ['pass', 'all four switches are on', null, fullBlock],
          ['fail', 'nothing is said', null, {}],
          ['undecided', 'a switch is a parameter', null, { ...fullBlock, block_public_acls: unknown }],
        ],
      },
    },
    'public-access-block-explicit': {
      'S3 bucket': {
        ...types,
        // prettier-ignore
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['pass', 'all four switches are on', block(fullInline), system({}, { guard: blockOf(fullBlock) })],
          ['fail', 'the block is partial', block({ BlockPublicAcls: true }), system({}, { guard: blockOf({ block_public_acls: true }) })],
          ['pass', 'the account blocks', null, system({}, { account: accountBlock(fullBlock) })],
          ['undecided', 'a block may be its own', null, system({}, { guard: blockOf({ ...fullBlock, bucket: unknown }) })],
        ],
      },
    },
    'acl-not-public': {
      'S3 bucket': {
        ...types,
        // prettier-ignore
        rows: [
          ['pass', 'nothing is said', {}, {}],
          ['pass', 'it is private', { AccessControl: 'Private' }, { acl: 'private' }],
          ['pass', 'logs are delivered to it', { AccessControl: 'LogDeliveryWrite' }, { acl: 'log-delivery-write' }],
          ['fail', 'everyone may read', { AccessControl: 'PublicRead' }, { acl: 'public-read' }],
          ['fail', 'everyone may write', { AccessControl: 'PublicReadWrite' }, { acl: 'public-read-write' }],
          ['fail', 'every AWS account may read', { AccessControl: 'AuthenticatedRead' }, { acl: 'authenticated-read' }],
          ['undecided', 'the ACL is a parameter', { AccessControl: unknown }, { acl: unknown }],
          ['fail', 'its ACL stands beside it', null, beside('aws_s3_bucket_acl', { acl: 'public-read' })],
          ['undecided', 'an ACL whose bucket cannot be told may be its own', null, beside('aws_s3_bucket_acl', { acl: 'public-read', bucket: unknown })],
          ['fail', 'a grant names everyone', null, { grant: [{ type: 'Group', permissions: ['READ'], uri: allUsers }] }],
          ['fail', 'one of several grants names everyone', null, { grant: [{ type: 'CanonicalUser', id: 'abc', permissions: ['FULL_CONTROL'] }, { type: 'Group', permissions: ['READ'], uri: allUsers }] }],
          ['fail', 'a grant of the ACL beside it names everyone', null, aclWith(allUsers)],
          ['fail', 'a grant names every AWS account', null, aclWith('http://acs.amazonaws.com/groups/global/AuthenticatedUsers')],
          ['pass', 'a grant names the log delivery', null, aclWith(logDelivery)],
          ['undecided', 'the group of a grant is a parameter', null, aclWith(unknown)],
          ['fail', 'it is there already and its ACL is visible', null, system({}, { acl: { type: 'aws_s3_bucket_acl', properties: { bucket: refer(), acl: 'public-read' } } }, 'no-op')],
          ['pass', 'public ACLs are ignored', { AccessControl: 'PublicRead', ...block(fullInline) }, system({ acl: 'public-read' }, { guard: blockOf(fullBlock) })],
          ['undecided', 'only new public ACLs are blocked', { AccessControl: 'PublicRead', ...block({ BlockPublicAcls: true }) }, system({ acl: 'public-read' }, { guard: blockOf({ block_public_acls: true }) })],
          ['fail', 'the block is about policies only', { AccessControl: 'PublicRead', ...block({ BlockPublicPolicy: true, RestrictPublicBuckets: true }) }, system({ acl: 'public-read' }, { guard: blockOf({ block_public_policy: true, restrict_public_buckets: true }) })],
          ['undecided', 'a block that may be its own ignores public ACLs', null, system({ acl: 'public-read' }, { guard: blockOf({ ...fullBlock, bucket: unknown }) })],
          ['pass', 'ACLs are switched off', { AccessControl: 'PublicRead', OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] } },
            beside('aws_s3_bucket_ownership_controls', { rule: [{ object_ownership: 'BucketOwnerEnforced' }] }, { acl: 'public-read' })],
          ['fail', 'ACLs are switched on', { AccessControl: 'PublicRead', OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] } },
            beside('aws_s3_bucket_ownership_controls', { rule: [{ object_ownership: 'BucketOwnerPreferred' }] }, { acl: 'public-read' })],
        ],
      },
      'ACL of a bucket elsewhere': {
        cloudformation: null,
        terraform: 'aws_s3_bucket_acl',
        rows: [
          ['fail', 'everyone may read', null, { bucket: 'elsewhere', acl: 'public-read' }],
          ['fail', 'its bucket cannot be told', null, { bucket: unknown, acl: 'public-read' }],
          ['pass', 'it is private', null, { bucket: 'elsewhere', acl: 'private' }],
          ['undecided', 'the ACL is a parameter', null, { bucket: 'elsewhere', acl: unknown }],
        ],
      },
    },
    'bucket-acl-disabled': {
      'S3 bucket': {
        ...types,
        // prettier-ignore
        rows: [
          ['pass', 'it is created and nothing is said', {}, {}],
          ['undecided', 'it is there already and nothing is said', null, system({}, {}, 'update')],
          ['pass', 'ACLs are switched off', { OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] } }, beside('aws_s3_bucket_ownership_controls', { rule: [{ object_ownership: 'BucketOwnerEnforced' }] })],
          ['fail', 'objects belong to who writes them', { OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] } }, beside('aws_s3_bucket_ownership_controls', { rule: [{ object_ownership: 'ObjectWriter' }] })],
          ['undecided', 'the ownership is a parameter', { OwnershipControls: { Rules: [{ ObjectOwnership: unknown }] } }, beside('aws_s3_bucket_ownership_controls', { rule: [{ object_ownership: unknown }] })],
          ['undecided', 'controls may be its own', null, beside('aws_s3_bucket_ownership_controls', { bucket: unknown, rule: [{ object_ownership: 'BucketOwnerEnforced' }] })],
        ],
      },
      'ownership controls of a bucket elsewhere': {
        cloudformation: null,
        terraform: 'aws_s3_bucket_ownership_controls',
        rows: [
          [
            'pass',
            'ACLs are switched off',
            null,
            { bucket: 'elsewhere', rule: [{ object_ownership: 'BucketOwnerEnforced' }] },
          ],
          [
            'fail',
            'objects belong to who writes them',
            null,
            { bucket: 'elsewhere', rule: [{ object_ownership: 'ObjectWriter' }] },
          ],
          [
            'undecided',
            'the ownership is a parameter',
            null,
            { bucket: 'elsewhere', rule: [{ object_ownership: unknown }] },
          ],
        ],
      },
    },
    ...policies,
    'resource-policy-not-public': {
      ...policies['resource-policy-not-public'],
      'S3 bucket behind its block': {
        ...types,
        // prettier-ignore
        rows: [
          ['fail', 'the policy stands in the bucket', null, { policy: JSON.stringify(everyone) }],
          ['pass', 'the block refuses public policies', withPolicy.cloudformation(everyone, block(fullInline)), withPolicy.terraform(JSON.stringify(everyone), { guard: blockOf(fullBlock) })],
          ['pass', 'public buckets are restricted', withPolicy.cloudformation(everyone, block({ RestrictPublicBuckets: true })), withPolicy.terraform(JSON.stringify(everyone), { guard: blockOf({ restrict_public_buckets: true }) })],
          ['undecided', 'only new public policies are blocked', withPolicy.cloudformation(everyone, block({ BlockPublicPolicy: true })), withPolicy.terraform(JSON.stringify(everyone), { guard: blockOf({ block_public_policy: true }) })],
          ['fail', 'the block is about ACLs only', withPolicy.cloudformation(everyone, block({ BlockPublicAcls: true, IgnorePublicAcls: true })), withPolicy.terraform(JSON.stringify(everyone), { guard: blockOf({ block_public_acls: true, ignore_public_acls: true }) })],
          ['undecided', 'the switches are parameters', withPolicy.cloudformation(everyone, block({ BlockPublicPolicy: unknown, RestrictPublicBuckets: unknown })), withPolicy.terraform(JSON.stringify(everyone), { guard: blockOf({ block_public_policy: unknown, restrict_public_buckets: unknown }) })],
          ['undecided', 'a block may be its own', null, withPolicy.terraform(JSON.stringify(everyone), { guard: blockOf({ ...fullBlock, bucket: unknown }) })],
          ['pass', 'the account refuses public policies', null, withPolicy.terraform(JSON.stringify(everyone), { account: accountBlock(fullBlock) })],
          ['undecided', 'the block refuses what a policy that is settled at deployment may grant', withPolicy.cloudformation(unknown), withPolicy.terraform(unknown)],
        ],
      },
      'policy of a bucket elsewhere': {
        cloudformation: 'AWS::S3::BucketPolicy',
        terraform: 'aws_s3_bucket_policy',
        // prettier-ignore
        rows: [
          ['fail', 'everyone is let in', { Bucket: 'elsewhere', PolicyDocument: everyone }, { bucket: 'elsewhere', policy: JSON.stringify(everyone) }],
          ['fail', 'its bucket is a parameter', { Bucket: unknown, PolicyDocument: everyone }, { bucket: unknown, policy: JSON.stringify(everyone) }],
          ['silent', 'its bucket answers for it', system({ Bucket: refer('records'), PolicyDocument: everyone }, { records: { type: 'AWS::S3::Bucket', properties: {} } }), system({ bucket: refer('records'), policy: JSON.stringify(everyone) }, { records: { type: 'aws_s3_bucket', properties: {} } })],
        ],
      },
    },
    'transit-enforced': {
      'S3 bucket': {
        ...types,
        // prettier-ignore
        rows: [
          ['fail', 'no policy is written', {}, {}],
          ['pass', 'requests without TLS are denied', ...both(withoutTls({}))],
          ['pass', 'the resources are a wildcard', ...both(withoutTls({ Resource: '*' }))],
          ['pass', 'bucket and objects are named at once', ...both(withoutTls({ Resource: `${arn}*` }))],
          ['pass', 'the resources come from the bucket', withPolicy.cloudformation(withoutTls({ Resource: [refer('it', 'arn', 'Arn'), `${arn}/*`] })), withPolicy.terraform(withoutTls({ Resource: [refer('it', 'arn'), `${arn}/*`] }))],
          ['pass', 'bucket and objects have a statement each', ...both(policy(
            { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: arn, Condition: { Bool: { 'aws:SecureTransport': false } } },
            { Effect: 'Deny', Principal: '*', Action: '*', Resource: `${arn}/*`, Condition: { Bool: { 'aws:SecureTransport': false } } }))],
          ['pass', 'calls of AWS itself are let through', ...both(withoutTls({ Condition: { Bool: { 'aws:SecureTransport': 'false', 'aws:PrincipalIsAWSService': 'false' } } }))],
          ['pass', 'old versions of TLS are denied, and requests without', ...both(withoutTls({ Condition: { NumericLessThanIfExists: { 's3:TlsVersion': '1.2' } } }))],
          ['undecided', 'old versions of TLS are denied', ...both(withoutTls({ Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } } }))],
          ['undecided', 'the operator is one for texts', ...both(withoutTls({ Condition: { StringEquals: { 'aws:SecureTransport': 'false' } } }))],
          ['fail', 'the objects are left out', ...both(withoutTls({ Resource: arn }))],
          ['fail', 'the bucket is left out', ...both(withoutTls({ Resource: `${arn}/*` }))],
          ['fail', 'the objects of another bucket are denied', withPolicy.cloudformation(withoutTls({ Resource: [arn, 'arn:aws:s3:::others/*'] }), { BucketName: 'records' }), system({ bucket: 'records' }, { rules: { type: 'aws_s3_bucket_policy', properties: { bucket: refer(), policy: JSON.stringify(withoutTls({ Resource: [arn, 'arn:aws:s3:::others/*'] })) } } })],
          ['undecided', 'the objects of what may be another bucket are denied', withPolicy.cloudformation(withoutTls({ Resource: [arn, 'arn:aws:s3:::others/*'] }), { BucketName: unknown }), system({ bucket: unknown }, { rules: { type: 'aws_s3_bucket_policy', properties: { bucket: refer(), policy: JSON.stringify(withoutTls({ Resource: [arn, 'arn:aws:s3:::others/*'] })) } } })],
          ['fail', 'a prefix alone is denied', ...both(withoutTls({ Resource: [arn, `${arn}/private/*`] }))],
          ['fail', 'reading alone is denied', ...both(withoutTls({ Action: 's3:Get*' }))],
          ['fail', 'requests with TLS are allowed, others not denied', ...both(withoutTls({ Effect: 'Allow', Condition: { Bool: { 'aws:SecureTransport': 'true' } } }))],
          ['undecided', 'the policy is settled at deployment', withPolicy.cloudformation(unknown), withPolicy.terraform(unknown)],
          ['undecided', 'a policy whose bucket cannot be told may be its own', null, system({}, { rules: { type: 'aws_s3_bucket_policy', properties: { bucket: unknown, policy: JSON.stringify(withoutTls({})) } } })],
        ],
      },
      'policy of a bucket elsewhere': {
        cloudformation: 'AWS::S3::BucketPolicy',
        terraform: 'aws_s3_bucket_policy',
        // prettier-ignore
        rows: [
          ['fail', 'nothing is denied', { Bucket: 'elsewhere', PolicyDocument: everyone }, { bucket: 'elsewhere', policy: JSON.stringify(everyone) }],
          ['pass', 'requests without TLS are denied', { Bucket: 'records', PolicyDocument: withoutTls({}) }, { bucket: 'records', policy: JSON.stringify(withoutTls({})) }],
          ['undecided', 'the policy is a parameter', { Bucket: 'elsewhere', PolicyDocument: unknown }, { bucket: 'elsewhere', policy: unknown }],
        ],
      },
    },
  },
};
