import { guardedPolicyTables, policy, policyTables } from '../../support/policy-rows';
import { refer, system, unknown, type ServiceRows, type Table } from '../../support/row';

const types = { cloudformation: 'AWS::S3::AccessPoint', terraform: 'aws_s3_access_point' };
const multiRegion = {
  cloudformation: 'AWS::S3::MultiRegionAccessPoint',
  terraform: 'aws_s3control_multi_region_access_point',
};
const objectLambda = {
  cloudformation: 'AWS::S3ObjectLambda::AccessPoint',
  terraform: 'aws_s3control_object_lambda_access_point',
};

const off = {
  inline: { RestrictPublicBuckets: false, BlockPublicPolicy: false },
  block: [{ restrict_public_buckets: false, block_public_policy: false }],
};
const on = {
  inline: { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
  block: [
    { block_public_acls: true, block_public_policy: true, ignore_public_acls: true, restrict_public_buckets: true },
  ],
};
const everyone = policy({ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' });

/** Without a block that refuses public policies; with one, the rows on the block say what comes of it. */
const points = policyTables({
  ...types,
  noun: 'access point',
  action: 's3:GetObject',
  inCloudformation: (document) => ({ PublicAccessBlockConfiguration: off.inline, Policy: document }),
  inTerraform: (document) => ({ public_access_block_configuration: off.block, policy: document }),
  withoutPolicy: [{}, {}],
});
const multiRegionPoints = policyTables({
  ...multiRegion,
  noun: 'multi-region access point',
  action: 's3:GetObject',
  inCloudformation: (document) =>
    system(
      { Name: 'everywhere', PublicAccessBlockConfiguration: off.inline },
      { rules: { type: 'AWS::S3::MultiRegionAccessPointPolicy', properties: { MrapName: refer(), Policy: document } } },
    ),
  inTerraform: (document) =>
    system(
      { details: [{ name: 'everywhere', public_access_block: off.block }] },
      {
        rules: {
          type: 'aws_s3control_multi_region_access_point_policy',
          properties: { details: [{ name: refer('it', 'alias'), policy: document }] },
        },
      },
    ),
});
const objectLambdaPoints = policyTables({
  ...objectLambda,
  noun: 'Object Lambda access point',
  action: 's3-object-lambda:GetObject',
  inCloudformation: (document) =>
    system({}, { rules: { type: 'AWS::S3ObjectLambda::AccessPointPolicy', properties: { ObjectLambdaAccessPoint: refer(), PolicyDocument: document } } }), // prettier-ignore
  inTerraform: (document) =>
    system({}, { rules: { type: 'aws_s3control_object_lambda_access_point_policy', properties: { name: refer('it', 'name'), policy: document } } }), // prettier-ignore
});

const fileSystemPoints = guardedPolicyTables({
  cloudformation: 'AWS::FSx::S3AccessPointAttachment',
  terraform: 'aws_fsx_s3_access_point_attachment',
  noun: 'access point of a file system',
  action: 's3:GetObject',
  inCloudformation: (document) => ({ S3AccessPoint: { Policy: document } }),
  inTerraform: (document) => ({ s3_access_point: [{ policy: document }] }),
});

const merged = (control: string): Readonly<Record<string, Table>> => ({
  ...points[control],
  ...multiRegionPoints[control],
  ...objectLambdaPoints[control],
  ...fileSystemPoints[control],
});

export const s3AccessPointRows: ServiceRows = {
  service: 's3-access-point',
  controls: {
    'iam-no-inverted-grant': merged('iam-no-inverted-grant'),
    'service-access-confined': merged('service-access-confined'),
    'resource-policy-not-public': {
      ...merged('resource-policy-not-public'),
      'access point behind its block': {
        ...types,
        // prettier-ignore
        rows: [
          ['pass', 'nothing is said of the block', { Policy: everyone }, { policy: JSON.stringify(everyone) }],
          ['pass', 'the block is written', { Policy: everyone, PublicAccessBlockConfiguration: on.inline }, { policy: JSON.stringify(everyone), public_access_block_configuration: on.block }],
          ['pass', 'it is bound to a VPC', { Policy: everyone, PublicAccessBlockConfiguration: off.inline, VpcConfiguration: { VpcId: 'vpc-1' } }, { policy: JSON.stringify(everyone), public_access_block_configuration: off.block, vpc_configuration: [{ vpc_id: 'vpc-1' }] }],
          ['pass', 'the account blocks public access', null, system({ policy: JSON.stringify(everyone), public_access_block_configuration: off.block }, { account: { type: 'aws_s3_account_public_access_block', properties: on.block[0] ?? {} } })],
          ['undecided', 'a switch is a parameter', { Policy: everyone, PublicAccessBlockConfiguration: { RestrictPublicBuckets: unknown } }, { policy: JSON.stringify(everyone), public_access_block_configuration: [{ restrict_public_buckets: unknown }] }],
          ['fail', 'the policy stands beside it', null, system({ public_access_block_configuration: off.block }, { rules: { type: 'aws_s3control_access_point_policy', properties: { access_point_arn: refer('it', 'arn'), policy: JSON.stringify(everyone) } } })],
        ],
      },
      'policy of an access point elsewhere': {
        cloudformation: 'AWS::S3::MultiRegionAccessPointPolicy',
        terraform: 'aws_s3control_access_point_policy',
        // prettier-ignore
        rows: [
          ['fail', 'everyone is let in', { MrapName: 'elsewhere', Policy: everyone }, { access_point_arn: 'arn:aws:s3:eu-west-1:111122223333:accesspoint/elsewhere', policy: JSON.stringify(everyone) }],
          ['undecided', 'the policy is a parameter', { MrapName: 'elsewhere', Policy: unknown }, { access_point_arn: 'arn:aws:s3:eu-west-1:111122223333:accesspoint/elsewhere', policy: unknown }],
        ],
      },
    },
    'public-access-blocked': {
      'access point': {
        ...types,
        rows: [
          ['pass', 'nothing is said', {}, {}],
          ['pass', 'all four switches are on', { PublicAccessBlockConfiguration: on.inline }, { public_access_block_configuration: on.block }], // prettier-ignore
          ['fail', 'switches are off', { PublicAccessBlockConfiguration: off.inline }, { public_access_block_configuration: off.block }], // prettier-ignore
          ['undecided', 'a switch is a parameter', { PublicAccessBlockConfiguration: { ...on.inline, BlockPublicAcls: unknown } }, { public_access_block_configuration: [{ ...on.block[0], block_public_acls: unknown }] }], // prettier-ignore
        ],
      },
      'multi-region access point': {
        ...multiRegion,
        rows: [
          ['pass', 'nothing is said', { Name: 'everywhere' }, { details: [{ name: 'everywhere' }] }],
          ['fail', 'switches are off', { PublicAccessBlockConfiguration: off.inline }, { details: [{ name: 'everywhere', public_access_block: off.block }] }], // prettier-ignore
          ['undecided', 'a switch is a parameter', { PublicAccessBlockConfiguration: { ...on.inline, BlockPublicAcls: unknown } }, { details: [{ name: 'everywhere', public_access_block: [{ ...on.block[0], block_public_acls: unknown }] }] }], // prettier-ignore
        ],
      },
    },
  },
};
