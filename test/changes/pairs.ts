import type { Pair, Properties } from './pair';

/** Before and after, one pair a line of thought. Type and property names are those of the AWS provider. */

const volume = (encrypted: boolean, more: Properties = {}): Properties => ({ availability_zone: 'eu-west-1a', size: 8, encrypted, ...more }); // prettier-ignore
const encryption = ['storage-encrypted'];
const bucket = { bucket: 'data' };
const block = { bucket: 'data', block_public_acls: true, block_public_policy: true, ignore_public_acls: true, restrict_public_buckets: true }; // prettier-ignore

const ingress = (from_port: number, to_port = from_port, cidr = '0.0.0.0/0'): Properties => ({
  from_port, to_port, protocol: 'tcp', cidr_blocks: [cidr], ipv6_cidr_blocks: [], prefix_list_ids: [], security_groups: [],
  self: false, description: '',
}); // prettier-ignore
const group = (...rules: readonly Properties[]): Properties => ({ name: 'web', id: 'sg-1', ingress: rules });
const administration = ['ingress-admin-not-open'];

const statement = (Action: string | readonly string[], Resource: string, more: Properties = {}): Properties => ({ Effect: 'Allow', Action, Resource, ...more }); // prettier-ignore
const policy = (...Statement: readonly Properties[]): string => JSON.stringify({ Version: '2012-10-17', Statement });
const assume = (Principal: unknown): string => policy({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal });
const role = { name: 'app', assume_role_policy: assume({ Service: 'ec2.amazonaws.com' }) };
const rolePolicy = (...statements: readonly Properties[]): Properties => ({
  name: 'p',
  role: 'app',
  policy: policy(...statements),
});
const wildcard = ['iam-no-wildcard-action'];
const onlyTls = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: ['arn:aws:s3:::data', 'arn:aws:s3:::data/*'], Condition: { Bool: { 'aws:SecureTransport': 'false' } } }; // prettier-ignore
const reading = { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111111111111:role/app' }, Action: 's3:GetObject', Resource: 'arn:aws:s3:::data/*' }; // prettier-ignore

export const pairs: Readonly<Record<string, Pair>> = {
  'a new resource': {
    controls: encryption,
    before: {},
    after: { 'aws_ebs_volume.a': volume(false) },
    changes: { 'storage-encrypted aws_ebs_volume.a': 'introduced' },
  },
  'an attribute switched off': {
    controls: encryption,
    before: { 'aws_ebs_volume.a': volume(true) },
    after: { 'aws_ebs_volume.a': volume(false) },
    replaced: ['aws_ebs_volume.a'],
    changes: { 'storage-encrypted aws_ebs_volume.a': 'worsened' },
  },
  'an attribute left out': {
    controls: encryption,
    before: { 'aws_ebs_volume.a': volume(true) },
    after: { 'aws_ebs_volume.a': { availability_zone: 'eu-west-1a', size: 8 } },
    replaced: ['aws_ebs_volume.a'],
    changes: { 'storage-encrypted aws_ebs_volume.a': 'worsened' },
  },
  'an old fault beside another change': {
    controls: encryption,
    before: { 'aws_ebs_volume.a': volume(false) },
    after: { 'aws_ebs_volume.a': volume(false, { size: 16 }) },
    changes: { 'storage-encrypted aws_ebs_volume.a': 'existing' },
  },
  'a replacement that keeps the fault': {
    controls: encryption,
    before: { 'aws_ebs_volume.a': volume(false) },
    after: { 'aws_ebs_volume.a': volume(false, { availability_zone: 'eu-west-1b' }) },
    replaced: ['aws_ebs_volume.a'],
    changes: { 'storage-encrypted aws_ebs_volume.a': 'existing' },
  },
  'a replacement that mends it': {
    controls: encryption,
    before: { 'aws_ebs_volume.a': volume(false) },
    after: { 'aws_ebs_volume.a': volume(true) },
    replaced: ['aws_ebs_volume.a'],
    changes: {},
    fixed: ['storage-encrypted aws_ebs_volume.a'],
  },
  'a faulty resource deleted': {
    controls: encryption,
    before: { 'aws_ebs_volume.a': volume(false), 'aws_ebs_volume.b': volume(true) },
    after: { 'aws_ebs_volume.b': volume(true) },
    changes: {},
  },
  'nothing but an old fault': {
    controls: encryption,
    before: { 'aws_ebs_volume.a': volume(false) },
    after: { 'aws_ebs_volume.a': volume(false) },
    changes: { 'storage-encrypted aws_ebs_volume.a': 'existing' },
  },
  'an old fault beside something new': {
    controls: encryption,
    before: { 'aws_ebs_volume.a': volume(false) },
    after: { 'aws_ebs_volume.a': volume(false), 'aws_ebs_volume.b': volume(false) },
    changes: {
      'storage-encrypted aws_ebs_volume.a': 'existing',
      'storage-encrypted aws_ebs_volume.b': 'introduced',
    },
  },
  'renamed by moved': {
    controls: encryption,
    before: { 'aws_ebs_volume.old': volume(false) },
    after: { 'aws_ebs_volume.new': volume(false) },
    moved: { 'aws_ebs_volume.new': 'aws_ebs_volume.old' },
    changes: { 'storage-encrypted aws_ebs_volume.new': 'existing' },
  },
  'renamed by moved, and worse': {
    controls: encryption,
    before: { 'aws_ebs_volume.old': volume(true) },
    after: { 'aws_ebs_volume.new': volume(false) },
    moved: { 'aws_ebs_volume.new': 'aws_ebs_volume.old' },
    replaced: ['aws_ebs_volume.new'],
    changes: { 'storage-encrypted aws_ebs_volume.new': 'worsened' },
  },
  'renamed by moved, and mended': {
    controls: encryption,
    before: { 'aws_ebs_volume.old': volume(false) },
    after: { 'aws_ebs_volume.new': volume(true) },
    moved: { 'aws_ebs_volume.new': 'aws_ebs_volume.old' },
    replaced: ['aws_ebs_volume.new'],
    changes: {},
    fixed: ['storage-encrypted aws_ebs_volume.new'],
  },
  'renamed without moved': {
    controls: encryption,
    before: { 'aws_ebs_volume.old': volume(false) },
    after: { 'aws_ebs_volume.new': volume(false) },
    changes: { 'storage-encrypted aws_ebs_volume.new': 'introduced' },
  },
  imported: {
    controls: encryption,
    before: {},
    after: { 'aws_ebs_volume.a': volume(false) },
    imported: ['aws_ebs_volume.a'],
    planOnly: 'source does not say what is there already',
    changes: { 'storage-encrypted aws_ebs_volume.a': 'existing' },
  },
  'decided before, open after': {
    controls: encryption,
    before: { 'aws_ebs_volume.a': volume(true) },
    after: { 'aws_ebs_volume.a': volume(true) },
    unknown: ['aws_ebs_volume.a encrypted'],
    replaced: ['aws_ebs_volume.a'],
    changes: { 'storage-encrypted aws_ebs_volume.a': 'worsened' },
  },
  'the first item of a list taken out': {
    controls: encryption,
    before: { 'aws_ebs_volume.a[0]': volume(true), 'aws_ebs_volume.a[1]': volume(false), 'aws_ebs_volume.a[2]': volume(true) }, // prettier-ignore
    after: { 'aws_ebs_volume.a[0]': volume(false), 'aws_ebs_volume.a[1]': volume(true) },
    replaced: ['aws_ebs_volume.a[0]', 'aws_ebs_volume.a[1]'],
    changes: { 'storage-encrypted aws_ebs_volume.a[0]': 'existing' },
  },
  'an item added at the end of a list': {
    controls: encryption,
    before: { 'aws_ebs_volume.a[0]': volume(false) },
    after: { 'aws_ebs_volume.a[0]': volume(false), 'aws_ebs_volume.a[1]': volume(false) },
    changes: {
      'storage-encrypted aws_ebs_volume.a[0]': 'existing',
      'storage-encrypted aws_ebs_volume.a[1]': 'introduced',
    },
  },
  'one of as many items made worse': {
    controls: encryption,
    before: { 'aws_ebs_volume.a[0]': volume(false), 'aws_ebs_volume.a[1]': volume(true) },
    after: { 'aws_ebs_volume.a[0]': volume(true), 'aws_ebs_volume.a[1]': volume(false) },
    replaced: ['aws_ebs_volume.a[0]', 'aws_ebs_volume.a[1]'],
    changes: { 'storage-encrypted aws_ebs_volume.a[1]': 'worsened' },
    fixed: ['storage-encrypted aws_ebs_volume.a[0]'],
  },
  'a key added to for_each': {
    controls: encryption,
    before: { 'aws_ebs_volume.a["x"]': volume(false) },
    after: { 'aws_ebs_volume.a["x"]': volume(false), 'aws_ebs_volume.a["y"]': volume(false) },
    changes: {
      'storage-encrypted aws_ebs_volume.a["x"]': 'existing',
      'storage-encrypted aws_ebs_volume.a["y"]': 'introduced',
    },
  },
  'a public-access block deleted': {
    controls: ['public-access-blocked'],
    before: { 'aws_s3_bucket.b': bucket, 'aws_s3_bucket_public_access_block.b': block },
    after: { 'aws_s3_bucket.b': bucket },
    changes: { 'public-access-blocked aws_s3_bucket.b': 'worsened' },
  },
  'a public-access block weakened': {
    controls: ['public-access-blocked'],
    before: { 'aws_s3_bucket.b': bucket, 'aws_s3_bucket_public_access_block.b': block },
    after: { 'aws_s3_bucket.b': bucket, 'aws_s3_bucket_public_access_block.b': { ...block, block_public_policy: false } },
    changes: { 'public-access-blocked aws_s3_bucket.b': 'worsened' },
  }, // prettier-ignore
  'an encryption configuration deleted': {
    controls: ['customer-managed-key'],
    before: {
      'aws_s3_bucket.b': bucket,
      'aws_s3_bucket_server_side_encryption_configuration.b': {
        bucket: 'data',
        rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: 'aws:kms', kms_master_key_id: 'arn:aws:kms:eu-west-1:111111111111:key/1' }] }],
      },
    },
    after: { 'aws_s3_bucket.b': bucket },
    changes: { 'customer-managed-key aws_s3_bucket.b': 'worsened' },
  }, // prettier-ignore
  'a policy that denied plain text deleted': {
    controls: ['transit-enforced'],
    before: { 'aws_s3_bucket.b': bucket, 'aws_s3_bucket_policy.b': { bucket: 'data', policy: policy(onlyTls) } },
    after: { 'aws_s3_bucket.b': bucket },
    changes: { 'transit-enforced aws_s3_bucket.b': 'worsened' },
  },
  'a deny statement taken out of a policy': {
    controls: ['transit-enforced'],
    before: { 'aws_s3_bucket.b': bucket, 'aws_s3_bucket_policy.b': { bucket: 'data', policy: policy(onlyTls, reading) } },
    after: { 'aws_s3_bucket.b': bucket, 'aws_s3_bucket_policy.b': { bucket: 'data', policy: policy(reading) } },
    changes: { 'transit-enforced aws_s3_bucket.b': 'worsened' },
  }, // prettier-ignore
  'a bucket made public by its list': {
    controls: ['acl-not-public'],
    before: { 'aws_s3_bucket.b': bucket, 'aws_s3_bucket_acl.b': { bucket: 'data', acl: 'private' } },
    after: { 'aws_s3_bucket.b': bucket, 'aws_s3_bucket_acl.b': { bucket: 'data', acl: 'public-read' } },
    changes: { 'acl-not-public aws_s3_bucket.b': 'worsened' },
  },
  'access logs no longer written': {
    controls: ['access-logged'],
    before: { 'aws_s3_bucket.b': bucket, 'aws_s3_bucket_logging.b': { bucket: 'data', target_bucket: 'logs', target_prefix: 'd/' } }, // prettier-ignore
    after: { 'aws_s3_bucket.b': bucket },
    changes: { 'access-logged aws_s3_bucket.b': 'worsened' },
  },
  'a separate rule added to a group': {
    controls: administration,
    before: { 'aws_security_group.g': group() },
    after: {
      'aws_security_group.g': group(),
      'aws_security_group_rule.r': { type: 'ingress', security_group_id: 'sg-1', ...ingress(22) },
    },
    changes: { 'ingress-admin-not-open aws_security_group.g': 'worsened' },
  },
  'rules in another order': {
    controls: administration,
    before: { 'aws_security_group.g': group(ingress(443), ingress(22)) },
    after: { 'aws_security_group.g': group(ingress(22), ingress(443), ingress(80)) },
    changes: { 'ingress-admin-not-open aws_security_group.g': 'existing' },
  },
  'another port opened': {
    controls: administration,
    before: { 'aws_security_group.g': group(ingress(22)) },
    after: { 'aws_security_group.g': group(ingress(22), ingress(3389)) },
    changes: { 'ingress-admin-not-open aws_security_group.g': 'worsened' },
  },
  'one port closed and another opened': {
    controls: administration,
    before: { 'aws_security_group.g': group(ingress(22)) },
    after: { 'aws_security_group.g': group(ingress(3389)) },
    changes: { 'ingress-admin-not-open aws_security_group.g': 'worsened' },
  },
  'a rule made narrower': {
    controls: administration,
    before: { 'aws_security_group.g': group(ingress(0, 65535)) },
    after: { 'aws_security_group.g': group(ingress(22)) },
    changes: { 'ingress-admin-not-open aws_security_group.g': 'existing' },
  },
  'a rule split in two': {
    controls: administration,
    before: { 'aws_security_group.g': group(ingress(0, 65535)) },
    after: { 'aws_security_group.g': group(ingress(22), ingress(3389)) },
    changes: { 'ingress-admin-not-open aws_security_group.g': 'existing' },
    changesByFile: { 'ingress-admin-not-open aws_security_group.g': 'worsened' },
  },
  'a rule closed': {
    controls: administration,
    before: { 'aws_security_group.g': group(ingress(22)) },
    after: { 'aws_security_group.g': group(ingress(22, 22, '10.0.0.0/8')) },
    changes: {},
    fixed: ['ingress-admin-not-open aws_security_group.g'],
  },
  'a policy that allows another service': {
    controls: wildcard,
    before: { 'aws_iam_role.r': role, 'aws_iam_role_policy.p': rolePolicy(statement('s3:*', '*')) },
    after: { 'aws_iam_role.r': role, 'aws_iam_role_policy.p': rolePolicy(statement(['s3:*', 'dynamodb:*'], '*')) },
    changes: { 'iam-no-wildcard-action aws_iam_role.r': 'worsened' },
  },
  'a policy that allows another service instead': {
    controls: wildcard,
    before: { 'aws_iam_role.r': role, 'aws_iam_role_policy.p': rolePolicy(statement('s3:*', '*')) },
    after: { 'aws_iam_role.r': role, 'aws_iam_role_policy.p': rolePolicy(statement('dynamodb:*', '*')) },
    changes: { 'iam-no-wildcard-action aws_iam_role.r': 'worsened' },
  },
  'a policy written in more statements': {
    controls: wildcard,
    before: { 'aws_iam_role.r': role, 'aws_iam_role_policy.p': rolePolicy(statement(['s3:*', 'dynamodb:*'], '*')) },
    after: { 'aws_iam_role.r': role, 'aws_iam_role_policy.p': rolePolicy(statement('s3:*', '*'), statement('dynamodb:*', '*')) }, // prettier-ignore
    changes: { 'iam-no-wildcard-action aws_iam_role.r': 'existing' },
  },
  'something narrow beside an old wildcard': {
    controls: wildcard,
    before: { 'aws_iam_role.r': role, 'aws_iam_role_policy.p': rolePolicy(statement('s3:*', '*')) },
    after: { 'aws_iam_role.r': role, 'aws_iam_role_policy.p': rolePolicy(statement('s3:*', '*'), statement('dynamodb:GetItem', 'arn:aws:dynamodb:eu-west-1:111111111111:table/t')) }, // prettier-ignore
    changes: { 'iam-no-wildcard-action aws_iam_role.r': 'existing' },
  },
  'a policy made narrower': {
    controls: wildcard,
    before: { 'aws_iam_role.r': role, 'aws_iam_role_policy.p': rolePolicy(statement('s3:*', '*')) },
    after: { 'aws_iam_role.r': role, 'aws_iam_role_policy.p': rolePolicy(statement('s3:GetObject', 'arn:aws:s3:::data/*')) }, // prettier-ignore
    changes: {},
    fixed: ['iam-no-wildcard-action aws_iam_role.r'],
  },
  'a policy attached to a role': {
    controls: ['iam-no-admin'],
    before: { 'aws_iam_role.r': role },
    after: {
      'aws_iam_role.r': role,
      'aws_iam_role_policy_attachment.a': { role: 'app', policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
    },
    changes: { 'iam-no-admin aws_iam_role.r': 'worsened' },
  },
  'a role that everybody may take': {
    controls: ['trust-policy-confined'],
    before: { 'aws_iam_role.r': role },
    after: { 'aws_iam_role.r': { ...role, assume_role_policy: assume({ AWS: '*' }) } },
    changes: { 'trust-policy-confined aws_iam_role.r': 'worsened' },
  },
  'rotation switched off': {
    controls: ['key-rotation'],
    before: { 'aws_kms_key.k': { enable_key_rotation: true } },
    after: { 'aws_kms_key.k': { enable_key_rotation: false } },
    changes: { 'key-rotation aws_kms_key.k': 'worsened' },
  },
};
