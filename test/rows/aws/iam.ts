import { allow, may, statements } from '../../support/policies';
import {
  refer,
  system,
  unknown,
  withAccount,
  withParameter,
  type Row,
  type ServiceRows,
  type Table,
} from '../../support/row';

const role = (rows: readonly Row[]): Table => ({ cloudformation: 'AWS::IAM::Role', terraform: 'aws_iam_role', rows });

const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
const encrypted = { Bool: { 'aws:SecureTransport': 'true' } };

/** What a grant of the CDK writes for a bucket that the role may read and write. */
const bucketGrant = (arn: unknown) =>
  allow(
    ['s3:GetObject*', 's3:GetBucket*', 's3:List*', 's3:DeleteObject*', 's3:PutObject', 's3:Abort*'],
    [arn, 'arn:aws:s3:::data/*'],
  );

const notAction = (actions: unknown, resource: unknown, more: object = {}) => ({
  Effect: 'Allow',
  NotAction: actions,
  Resource: resource,
  ...more,
});
const notResource = (action: unknown, resources: unknown) => ({
  Effect: 'Allow',
  Action: action,
  NotResource: resources,
});
const deny = (action: unknown, more: object = {}) => ({ Effect: 'Deny', Action: action, Resource: '*', ...more });

/** A role that one service of AWS may assume, with a policy that AWS wrote. */
function dutyOf(service: string, policy: string) {
  const trust = statements({
    Effect: 'Allow',
    Principal: { Service: `${service}.amazonaws.com` },
    Action: 'sts:AssumeRole',
  });
  const arns = [`arn:aws:iam::aws:policy/${policy}`];
  return [
    { AssumeRolePolicyDocument: trust, ManagedPolicyArns: arns },
    { assume_role_policy: trust, managed_policy_arns: arns },
  ] as const;
}

export const iamRows: ServiceRows = {
  service: 'iam',
  controls: {
    'iam-no-admin': {
      'IAM role': role([
        ['fail', 'everything is allowed', ...may(allow('*', '*'))],
        ['fail', 'action and resource are lists', ...may(allow(['s3:ListAllMyBuckets', '*'], ['*']))],
        ['fail', 'every service is spelled out', ...may(allow('*:*', '*'))],
        ['fail', 'the document is text', { Policies: [{ PolicyDocument: JSON.stringify({ Statement: allow('*', '*') }) }] }, { inline_policy: [{ policy: JSON.stringify({ Statement: allow('*', '*') }) }] }],
        ['fail', 'a later statement allows it', ...may(allow('s3:GetObject', 'arn:aws:s3:::data/*'), allow('*', '*'))],
        ['fail', 'the resource is every ARN', ...may(allow('*', 'arn:aws:*:*:*:*'))],
        ['fail', 'the resource is whatever is an ARN', ...may(allow('*', 'arn*'))],
        ['fail', 'the only condition is TLS', ...may(allow('*', '*', { Condition: encrypted }))],
        ['fail', 'a Deny takes back only some', ...may(allow('*', '*'), deny('s3:DeleteBucket'))],
        ['fail', 'a Deny has a condition', ...may(allow('*', '*'), deny('iam:*', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } }))],
        ['fail', 'a Deny without an action takes nothing back', ...may(allow('*', '*'), { Effect: 'Deny', Resource: '*' })],
        ['pass', 'a Deny takes back the policies themselves', ...may(allow('*', '*'), deny('iam:*'))],
        ['fail', 'a second factor is needed', ...may(allow('*', '*', { Condition: mfa }))],
        ['pass', 'the action is a service', ...may(allow('s3:*', '*'))],
        ['pass', 'services that begin alike', ...may(allow('a*:*', '*'))],
        ['pass', 'the resource is named', ...may(allow('*', 'arn:aws:s3:::data/*'))],
        ['pass', 'it is denied', ...may(deny('*'))],
        ['undecided', 'the action is a parameter', ...may(allow(unknown, '*'))],
        ['undecided', 'the resource is a parameter', ...may(allow('*', unknown))],
        ['undecided', 'the effect is a parameter', ...may({ ...allow('*', '*'), Effect: unknown })],
        ['undecided', 'the condition is a parameter', ...may(allow('*', '*', { Condition: unknown }))],
        ['undecided', 'the document is a parameter', { Policies: [{ PolicyDocument: unknown }] }, { inline_policy: [{ policy: unknown }] }],
        ['undecided', 'the policies are a parameter', { Policies: unknown }, { inline_policy: unknown }],
        ['pass', 'the resource is one of the template', system({ Policies: [{ PolicyDocument: { Statement: allow('*', refer('bucket', 'arn', 'Arn')) } }] }, { bucket: { type: 'AWS::S3::Bucket', properties: {} } }),
          system({ inline_policy: [{ policy: { Statement: allow('*', refer('bucket', 'arn')) } }] }, { bucket: { type: 'aws_s3_bucket', properties: {} } })],
        ['silent', 'it has no policy', {}, {}],
      ]),
    },
    'iam-no-wildcard-action': {
      'IAM role': role([
        ['fail', 'a whole service on everything', ...may(allow('s3:*', '*'))],
        ['fail', 'a whole service on all its resources', ...may(allow('s3:*', 'arn:aws:s3:::*'))],
        ['fail', 'in another partition', ...may(allow('sqs:*', 'arn:aws-us-gov:sqs:*:*:*'))],
        ['fail', 'the service is among others', ...may(allow(['ec2:DescribeInstances', 'dynamodb:*'], '*'))],
        ['fail', 'spelled with question marks', ...may(allow('s3:?*', '*'))],
        ['fail', 'everything on all of one service', ...may(allow('*', 'arn:aws:s3:::*'))],
        ['fail', 'everything, but for what a Deny takes back', ...may(allow('*', '*'), deny('iam:*'))],
        ['pass', 'actions that begin alike', ...may(allow('s3:GetObject*', '*'))],
        ['pass', 'it reads only', ...may(allow('ec2:Describe*', '*'))],
        ['pass', 'all that the service can do is read', ...may(allow('pricing:*', '*'))],
        ['pass', 'the bucket is named', ...may(allow('s3:*', ['arn:aws:s3:::data', 'arn:aws:s3:::data/*']))],
        ['pass', 'all resources are those of another service', ...may(allow('s3:*', 'arn:aws:sqs:*:*:*'))],
        ['pass', 'a condition narrows it', ...may(allow('ec2:*', '*', { Condition: { StringEquals: { 'aws:ResourceTag/team': 'a' } } }))],
        ['fail', 'a condition lets everything through', ...may(allow('ec2:*', '*', { Condition: { StringLike: { 'aws:RequestedRegion': '*' } } }))],
        ['pass', 'what the CDK grants on a bucket', ...may(bucketGrant('arn:aws:s3:::data'))],
        ['pass', 'what the CDK grants to a function', ...may(allow(['logs:PutRetentionPolicy', 'logs:DeleteRetentionPolicy'], '*'), allow(['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], '*'), allow(['ec2:CreateNetworkInterface', 'ec2:DescribeNetworkInterfaces', 'ec2:DeleteNetworkInterface'], '*'))],
        ['fail', 'it is allowed by exclusion', ...may(notAction('iam:*', '*'))],
        ['undecided', 'the service is a parameter', ...may(allow(withParameter('s3:'), '*'))],
        ['undecided', 'the resource is a parameter', ...may(allow('s3:*', unknown))],
        ['undecided', 'the bucket is a parameter', ...may(allow('s3:*', withParameter('arn:aws:s3:::')))],
        ['pass', 'the account is known at deployment only', ...may(allow('sqs:*', withAccount('arn:aws:sqs:eu-west-1:', ':jobs')))],
      ]),
    },
    'iam-no-wildcard-resource': {
      'IAM role with a policy of AWS\'s': role([
        ['pass', 'AWS wrote it for the service that has the role', ...dutyOf('config', 'service-role/AWS_ConfigRole')],
        ['pass', 'AWS wrote it for the control plane', ...dutyOf('eks', 'AmazonEKSClusterPolicy')],
        ['pass', 'AWS wrote it for an add-on that has the role', ...dutyOf('pods.eks', 'AmazonEKS_CNI_Policy')],
        ['pass', 'machines pull images through a cache', ...dutyOf('ec2', 'AmazonEC2ContainerRegistryPullOnly')],
        ['fail', 'machines have it, and whatever runs on them', ...dutyOf('ec2', 'AmazonEKS_CNI_Policy')],
        ['fail', 'another service has the role', ...dutyOf('lambda', 'service-role/AWS_ConfigRole')],
        ['undecided', 'nobody knows which it is', { ManagedPolicyArns: [unknown] }, { managed_policy_arns: [unknown] }],
      ]),
      'IAM role': role([
        ['fail', 'it writes to everything', ...may(allow('s3:PutObject', '*'))],
        ['fail', 'it writes to every bucket', ...may(allow('s3:PutObject', 'arn:aws:s3:::*'))],
        ['fail', 'one of the actions could be confined', ...may(allow(['cloudwatch:PutMetricData', 'dynamodb:DeleteTable'], '*'))],
        ['fail', 'a wildcard reaches one that could', ...may(allow('lambda:Update*', '*'))],
        ['fail', 'all but some actions', ...may(notAction('iam:*', '*'))],
        ['pass', 'the resource is named', ...may(allow('s3:PutObject', 'arn:aws:s3:::data/*'))],
        ['pass', 'the actions read', ...may(allow(['s3:GetObject', 's3:List*', 'ec2:Describe*'], '*'))],
        ['pass', 'the actions take no resource', ...may(allow(['cloudwatch:PutMetricData', 'xray:PutTraceSegments', 'ecr:GetAuthorizationToken', 'ssmmessages:OpenDataChannel', 'kms:CreateKey', 'logs:PutResourcePolicy'], '*'))],
        ['pass', 'a function has its own log and interfaces', ...may(allow(['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents', 'ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface'], '*'))],
        ['pass', 'a condition narrows it', ...may(allow('ec2:StopInstances', '*', { Condition: { StringEquals: { 'ec2:ResourceTag/team': 'a' } } }))],
        ['pass', 'all of another service is named beside it', ...may(allow(['s3:GetObject', 'dynamodb:PutItem'], ['arn:aws:s3:::*', 'arn:aws:dynamodb:*:*:table/a']))],
        ['pass', 'it is denied', ...may(deny('s3:PutObject'))],
        ['undecided', 'the resource is a parameter', ...may(allow('s3:PutObject', unknown))],
        ['undecided', 'the action is a parameter', ...may(allow(unknown, '*'))],
      ]),
    },
    'iam-no-inverted-grant': {
      'IAM role': role([
        ['fail', 'all actions but some', ...may(notAction('iam:*', '*'))],
        ['fail', 'all resources but one', ...may(notResource('s3:GetObject', 'arn:aws:s3:::secret/*'))],
        ['fail', 'in a list of one', ...may(notAction(['iam:*'], ['*']))],
        ['pass', 'actions are named', ...may(allow('s3:GetObject', '*'))],
        ['pass', 'all actions but some, on a named resource', ...may(notAction('s3:DeleteBucket', 'arn:aws:s3:::data'))],
        ['pass', 'all but some are denied', ...may({ Effect: 'Deny', NotAction: 'iam:*', Resource: '*' })],
        ['pass', 'a condition narrows it', ...may(notAction('iam:*', '*', { Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } } }))],
        ['undecided', 'the resource is a parameter', ...may(notAction('iam:*', unknown))],
        ['undecided', 'the statement is a parameter', { Policies: [{ PolicyDocument: { Statement: [unknown] } }] }, { inline_policy: [{ policy: { Statement: [unknown] } }] }],
      ]),
    },
    'iam-no-privilege-escalation': {
      'IAM role': role([
        ['fail', 'it writes policies of every role', ...may(allow('iam:PutRolePolicy', '*'))],
        ['fail', 'of every role, by ARN', ...may(allow('iam:PutRolePolicy', 'arn:aws:iam::123456789012:role/*'))],
        ['fail', 'by a wildcard in the action', ...may(allow('iam:Attach*', '*'))],
        ['fail', 'in another case', ...may(allow('IAM:createaccesskey', '*'))],
        ['fail', 'all but a resource of another service', ...may(notResource('iam:PutUserPolicy', 'arn:aws:s3:::data'))],
        ['pass', 'of named roles', ...may(allow('iam:PutRolePolicy', 'arn:aws:iam::123456789012:role/app-*'))],
        ['pass', 'of users, and it may write policies of roles', ...may(allow('iam:PutRolePolicy', 'arn:aws:iam::123456789012:user/*'))],
        ['pass', 'of the user itself', ...may(allow('iam:CreateAccessKey', 'arn:aws:iam::*:user/${aws:username}'))],
        ['pass', 'under a boundary', ...may(allow('iam:PutRolePolicy', '*', { Condition: { StringEquals: { 'iam:PermissionsBoundary': 'arn:aws:iam::123456789012:policy/edge' } } }))],
        ['pass', 'it is denied again', ...may(allow('iam:*Role*', '*'), deny('iam:*'))],
        ['fail', 'IAM is left out, and the permission sets of people are not', ...may(notAction('iam:*', '*'))],
        ['pass', 'all that writes permissions is left out', ...may(notAction(['iam:*', 'sso:*', 'sts:*'], '*'))],
        ['fail', 'its own permissions, by name', system({ RoleName: 'it', Policies: [{ PolicyDocument: statements(allow('iam:PutRolePolicy', 'arn:aws:iam::123456789012:role/it')) }] }), null],
        ['pass', 'it reads IAM', ...may(allow(['iam:Get*', 'iam:List*'], '*'))],
        ['undecided', 'the resource is a parameter', ...may(allow('iam:PutRolePolicy', unknown))],
        ['undecided', 'the role is a parameter', ...may(allow('iam:PutRolePolicy', withParameter('arn:aws:iam::123456789012:role/')))],
        ['pass', 'a part of the role is a parameter', ...may(allow('iam:PutRolePolicy', withParameter('arn:aws:iam::123456789012:role/app-')))],
      ]),
    },
    'iam-no-pass-role-escalation': {
      'IAM role': role([
        ['fail', 'any role can be passed to what it starts', ...may(allow(['ec2:RunInstances', 'iam:PassRole'], '*'))],
        ['fail', 'any role of the account', ...may(allow('ec2:RunInstances', '*'), allow('iam:PassRole', withAccount('arn:aws:iam::', ':role/*')))],
        ['fail', 'by a wildcard', ...may(allow(['iam:Pass*', 'lambda:*'], '*'))],
        ['fail', 'it commands every machine', ...may(allow('ssm:SendCommand', '*'))],
        ['pass', 'it commands named machines', ...may(allow('ssm:SendCommand', ['arn:aws:ec2:eu-west-1:123456789012:instance/i-0123456789abcdef0', 'arn:aws:ssm:*:*:document/AWS-RunShellScript']))],
        ['pass', 'any role can be passed, and nothing started', ...may(allow('iam:PassRole', '*'))],
        ['pass', 'a named role', ...may(allow('iam:PassRole', 'arn:aws:iam::123456789012:role/worker'))],
        ['pass', 'roles under a path', ...may(allow('iam:PassRole', 'arn:aws:iam::123456789012:role/workers/*'))],
        ['pass', 'to one service', ...may(allow('iam:PassRole', '*', { Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } } }))],
        ['pass', 'nothing is passed', ...may(allow('ec2:RunInstances', '*'))],
        ['undecided', 'the role is a parameter', ...may(allow('ec2:RunInstances', '*'), allow('iam:PassRole', unknown))],
        ['pass', 'the role is one of the template', system({ Policies: [{ PolicyDocument: { Statement: allow('iam:PassRole', refer('worker', 'arn', 'Arn')) } }] }, { worker: { type: 'AWS::IAM::Role', properties: {} } }),
          system({ inline_policy: [{ policy: { Statement: allow('iam:PassRole', refer('worker', 'arn')) } }] }, { worker: { type: 'aws_iam_role', properties: {} } })],
      ]),
    },
    'iam-no-sensitive-reach': {
      'IAM role': role([
        ['fail', 'every secret', ...may(allow('secretsmanager:GetSecretValue', '*'))],
        ['fail', 'every secret, by ARN', ...may(allow('secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:*'))],
        ['fail', 'every object', ...may(allow('s3:Get*', 'arn:aws:s3:::*/*'))],
        ['fail', 'every role', ...may(allow('sts:AssumeRole', '*'))],
        ['fail', 'every key', ...may(allow(['kms:Decrypt', 'kms:DescribeKey'], 'arn:aws:kms:*:*:key/*'))],
        ['pass', 'a named secret', ...may(allow('secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:app-*'))],
        ['pass', 'the objects of a bucket', ...may(allow('s3:GetObject', 'arn:aws:s3:::data/*'))],
        ['pass', 'every bucket, not its objects', ...may(allow('s3:ListBucket', '*'))],
        ['pass', 'roles that begin alike', ...may(allow('sts:AssumeRole', 'arn:aws:iam::*:role/cdk-*'))],
        ['pass', 'keys that one service uses', ...may(allow('kms:Decrypt', '*', { Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } } }))],
        ['undecided', 'the secret is a parameter', ...may(allow('secretsmanager:GetSecretValue', unknown))],
      ]),
    },
  },
}; // prettier-ignore
