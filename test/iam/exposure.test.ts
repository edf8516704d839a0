import {
  holes,
  isConfusedDeputy,
  isCrossAccount,
  isPublic,
  judgeKeyPolicy,
  parsePolicy,
  unknown,
  type PolicySet,
} from '../../src/iam';

const now = Date.UTC(2026, 5, 1);
const set = (...statements: readonly unknown[]): PolicySet => [
  parsePolicy({ Version: '2012-10-17', Statement: statements }),
];
const grant = (Principal: unknown, Condition?: unknown, Action: unknown = 'sqs:SendMessage') => ({
  Effect: 'Allow',
  Principal,
  Action,
  Resource: '*',
  ...(Condition !== undefined && { Condition }),
});
const refuse = (Condition: unknown, Action: unknown = '*', Principal: unknown = '*') => ({
  ...grant(Principal, Condition, Action),
  Effect: 'Deny',
});
const equals = (key: string, value: unknown) => ({ StringEquals: { [key]: value } });
const like = (key: string, value: unknown) => ({ StringLike: { [key]: value } });
const from = (arn: unknown) => ({ ArnLike: { 'aws:SourceArn': arn } });
const own = { reference: 'the account' };

/** What a condition makes of a grant to everyone: [what it shows, condition, whether it stays public]. */
const onEveryone: readonly (readonly [string, unknown, 'yes' | 'no' | 'undecided'])[] = [
  ['nothing', undefined, 'yes'],
  // Of the principal
  ['an organization', equals('aws:PrincipalOrgID', 'o-1'), 'no'],
  ['any organization', like('aws:PrincipalOrgID', 'o-*'), 'yes'],
  ['an organization if there is one', { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' } }, 'yes'],
  ['all organizations named', { 'ForAllValues:StringEquals': { 'aws:PrincipalOrgID': 'o-1' } }, 'yes'],
  ['all organizations named, and one there', { 'ForAllValues:StringEquals': { 'aws:PrincipalOrgID': 'o-1' }, Null: { 'aws:PrincipalOrgID': 'false' } }, 'no'],
  ['a part of an organization', { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-1/r-1/*' } }, 'no'],
  ['an organization that is not', { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } }, 'yes'],
  ['an organization that is not known', equals('aws:PrincipalOrgID', holes({ free: 'var.organization' })), 'undecided'],
  ['an account', equals('aws:PrincipalAccount', '111122223333'), 'no'],
  ['an account that is referred to', equals('aws:PrincipalAccount', holes(own)), 'no'],
  ['all accounts but one', { StringNotEquals: { 'aws:PrincipalAccount': '111122223333' } }, 'yes'],
  ['any account', like('aws:PrincipalAccount', '*'), 'yes'],
  ['a role', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/app-*' } }, 'no'],
  ['a role of any account', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/admin' } }, 'yes'],
  ['a user of any account', like('aws:PrincipalArn', 'arn:aws:iam::*:user/admin'), 'yes'],
  ['all but a role', { ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/app' } }, 'yes'],
  ['a tag of the principal', equals('aws:PrincipalTag/team', 'a'), 'yes'],
  ['a kind of principal', equals('aws:PrincipalType', 'AssumedRole'), 'yes'],
  ['a user by its number', equals('aws:userid', 'AIDAEXAMPLE'), 'no'],
  ['a role by its number', like('aws:userid', 'AROAEXAMPLE:*'), 'no'],
  ['any role', like('aws:userid', 'AROA*'), 'yes'],
  ['a name of a user', equals('aws:username', 'alice'), 'no'],
  ['services of AWS', { Bool: { 'aws:PrincipalIsAWSService': 'true' } }, 'no'],
  ['whoever is no service', { Bool: { 'aws:PrincipalIsAWSService': 'false' } }, 'yes'],
  ['a service by name', equals('aws:PrincipalServiceName', 'cloudtrail.amazonaws.com'), 'no'],
  ['a service among its names', { 'ForAnyValue:StringEquals': { 'aws:PrincipalServiceNamesList': 'logs.amazonaws.com' } }, 'no'],
  ['an agreed secret', equals('sts:ExternalId', 's'), 'yes'],
  // Of the session
  ['an identity provider', equals('aws:SourceIdentity', 'alice'), 'yes'],
  ['a machine', { ArnEquals: { 'ec2:SourceInstanceARN': 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1' } }, 'no'],
  ['a function', { ArnEquals: { 'lambda:SourceFunctionArn': 'arn:aws:lambda:eu-west-1:111122223333:function:f' } }, 'no'],
  ['the network of a machine', equals('aws:Ec2InstanceSourceVpc', 'vpc-1'), 'no'],
  // Of the network
  ['a network', equals('aws:SourceVpc', 'vpc-1'), 'no'],
  ['an endpoint', equals('aws:SourceVpce', 'vpce-1'), 'no'],
  ['any endpoint', like('aws:SourceVpce', 'vpce-*'), 'yes'],
  ['an endpoint if there is one', { StringEqualsIfExists: { 'aws:SourceVpce': 'vpce-1' } }, 'yes'],
  ['the account of the endpoint', equals('aws:VpceAccount', '111122223333'), 'no'],
  ['the organization of the endpoint', equals('aws:VpceOrgID', 'o-1'), 'no'],
  ['an address within some network', { IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/8' } }, 'yes'],
  ['a block of addresses', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, 'no'],
  ['private addresses', { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'] } }, 'no'],
  ['all addresses', { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }, 'yes'],
  ['all addresses in halves', { IpAddress: { 'aws:SourceIp': ['0.0.0.0/1', '128.0.0.0/1'] } }, 'yes'],
  ['all addresses in small parts', { IpAddress: { 'aws:SourceIp': Array.from({ length: 256 }, (_, first) => `${first}.0.0.0/8`) } }, 'yes'],
  ['a block wider than /8', { IpAddress: { 'aws:SourceIp': '64.0.0.0/6' } }, 'yes'],
  ['a block of the other family', { IpAddress: { 'aws:SourceIp': '2001:db8::/32' } }, 'no'],
  ['a wide block of the other family', { IpAddress: { 'aws:SourceIp': '2000::/3' } }, 'yes'],
  ['all addresses but a block', { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, 'yes'],
  // Of whatever a service acts for
  ['a topic', from('arn:aws:sns:eu-west-1:111122223333:t'), 'no'],
  ['topics of an account', from('arn:aws:sns:*:111122223333:*'), 'no'],
  ['topics of an account, as text', like('aws:SourceArn', 'arn:aws:sns:*:111122223333:*'), 'no'],
  ['topics of the own account, as text', like('aws:SourceArn', holes('arn:aws:sns:*:', own, ':*')), 'no'],
  ['topics of any account', from('arn:aws:sns:*:*:t'), 'yes'],
  ['topics of any account, as text', like('aws:SourceArn', 'arn:aws:sns:*:*:t'), 'yes'],
  ['a bucket', from('arn:aws:s3:::b'), 'no'],
  ['buckets of a name that anybody may take', from('arn:aws:s3:::b-*'), 'yes'],
  ['a text with a wildcard that is none', equals('aws:SourceArn', 'arn:aws:sns:*:*:*'), 'no'],
  ['an account a service acts for', equals('aws:SourceAccount', '111122223333'), 'no'],
  ['the same in an older name', equals('aws:SourceOwner', '111122223333'), 'no'],
  ['an organization a service acts for', equals('aws:SourceOrgID', 'o-1'), 'no'],
  ['a part of one', { 'ForAnyValue:StringLike': { 'aws:SourceOrgPaths': 'o-1/*' } }, 'no'],
  ['all parts of one', { 'ForAllValues:StringLike': { 'aws:SourceOrgPaths': 'o-1/*' } }, 'yes'],
  // Of the resource, which is the same for every caller
  ['the account of the resource', equals('aws:ResourceAccount', '111122223333'), 'yes'],
  ['the organization of the resource', equals('aws:ResourceOrgID', 'o-1'), 'yes'],
  ['a tag of the resource', equals('aws:ResourceTag/public', 'no'), 'yes'],
  ['the account of the caller', equals('aws:ResourceAccount', '${aws:PrincipalAccount}'), 'no'],
  ['the organization of the caller', equals('aws:ResourceOrgID', '${aws:PrincipalOrgID}'), 'no'],
  // Whatever the caller says
  ['a referer', like('aws:Referer', 'https://example.com/*'), 'yes'],
  ['an agent', like('aws:UserAgent', 'secret*'), 'yes'],
  ['a tag in the request', equals('aws:RequestTag/team', 'a'), 'yes'],
  ['TLS', { Bool: { 'aws:SecureTransport': 'true' } }, 'yes'],
  ['a service on the way', { 'ForAnyValue:StringEquals': { 'aws:CalledVia': 'athena.amazonaws.com' } }, 'yes'],
  ['a region', equals('aws:RequestedRegion', 'eu-west-1'), 'yes'],
  ['a time that is over', { DateLessThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } }, 'no'],
  ['a condition that is not known', unknown('var.conditions'), 'undecided'],
]; // prettier-ignore

describe('a grant to everyone is public or not by its condition', () => {
  it.each(onEveryone)('%s', (_, condition, answer) => {
    expect(isPublic(set(grant('*', condition)), { now }).answer).toBe(answer);
    expect(isPublic(set(grant({ AWS: '*' }, condition)), { now }).answer).toBe(answer);
  });
});

/** [service, statement, whether it is public] */
const byService: readonly (readonly [string, unknown, 'yes' | 'no'])[] = [
  ['S3: an access point of an account', grant('*', equals('s3:DataAccessPointAccount', '111122223333'), 's3:*'), 'no'],
  ['S3: any access point', grant('*', like('s3:DataAccessPointArn', 'arn:aws:s3:*:*:accesspoint/*'), 's3:*'), 'yes'],
  ['S3: access points of an account', grant('*', { ArnLike: { 's3:DataAccessPointArn': 'arn:aws:s3:*:111122223333:accesspoint/*' } }, 's3:*'), 'no'],
  ['S3: a canned ACL', grant('*', equals('s3:x-amz-acl', 'bucket-owner-full-control'), 's3:PutObject'), 'yes'],
  ['S3: a prefix', grant('*', like('s3:prefix', 'public/*'), 's3:ListBucket'), 'yes'],
  ['S3: a canonical user', grant({ CanonicalUser: '79a59d' }, undefined, 's3:GetObject'), 'no'],
  ['SQS: a topic may send', grant('*', { ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:t' } }), 'no'],
  ['SNS: the owner, as AWS writes it', grant({ AWS: '*' }, equals('AWS:SourceOwner', '111122223333'), 'sns:Publish'), 'no'],
  ['SNS: addresses of a domain', grant('*', like('sns:Endpoint', '*@example.com'), 'sns:Subscribe'), 'no'],
  ['SNS: any address', grant('*', like('sns:Endpoint', 'https://*'), 'sns:Subscribe'), 'yes'],
  ['SNS: a protocol', grant('*', equals('sns:Protocol', 'https'), 'sns:Subscribe'), 'yes'],
  ['KMS: an account', grant({ AWS: '*' }, equals('kms:CallerAccount', '111122223333'), 'kms:Decrypt'), 'no'],
  ['KMS: through a service', grant({ AWS: '*' }, equals('kms:ViaService', 's3.eu-west-1.amazonaws.com'), 'kms:Decrypt'), 'yes'],
  ['KMS: an account through a service', grant({ AWS: '*' }, { StringEquals: { 'kms:CallerAccount': '111122223333', 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } }, 'kms:Decrypt'), 'no'],
  ['KMS: an encryption context', grant({ AWS: '*' }, equals('kms:EncryptionContext:app', 'a'), 'kms:Decrypt'), 'yes'],
  ['Secrets Manager: an endpoint', grant('*', equals('aws:sourceVpce', 'vpce-1'), 'secretsmanager:GetSecretValue'), 'no'],
  ['Secrets Manager: a stage', grant('*', equals('secretsmanager:VersionStage', 'AWSCURRENT'), 'secretsmanager:GetSecretValue'), 'yes'],
  ['ECR: everyone pulls', { Effect: 'Allow', Principal: '*', Action: 'ecr:BatchGetImage' }, 'yes'],
  ['ECR: an organization pulls', { Effect: 'Allow', Principal: '*', Action: 'ecr:BatchGetImage', Condition: equals('aws:PrincipalOrgID', 'o-1') }, 'no'],
  ['EFS: through a mount target', grant({ AWS: '*' }, { Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'true' } }, 'elasticfilesystem:ClientMount'), 'no'],
  ['EFS: through an access point', grant({ AWS: '*' }, { StringLike: { 'elasticfilesystem:AccessPointArn': '*' } }, 'elasticfilesystem:ClientMount'), 'yes'],
  ['DynamoDB: some keys', grant('*', { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': 'a' } }, 'dynamodb:GetItem'), 'yes'],
  ['Backup: an organization copies', grant('*', equals('aws:PrincipalOrgID', 'o-1'), 'backup:CopyIntoBackupVault'), 'no'],
  ['Backup: everyone copies', grant('*', undefined, 'backup:CopyIntoBackupVault'), 'yes'],
  ['Lambda: an address without sign-in', grant('*', equals('lambda:FunctionUrlAuthType', 'NONE'), 'lambda:InvokeFunctionUrl'), 'yes'],
  ['Lambda: an organization', grant('*', equals('aws:PrincipalOrgID', 'o-1'), 'lambda:InvokeFunction'), 'no'],
  ['Lambda: a skill', grant('*', equals('lambda:EventSourceToken', 'amzn1.ask.skill.1'), 'lambda:InvokeFunction'), 'no'],
  ['OpenSearch: everyone', grant({ AWS: '*' }, undefined, 'es:*'), 'yes'],
  ['OpenSearch: a block of addresses', grant({ AWS: '*' }, { IpAddress: { 'aws:SourceIp': ['192.0.2.0/24'] } }, 'es:*'), 'no'],
  ['EventBridge: an organization', grant('*', equals('aws:PrincipalOrgID', 'o-1'), 'events:PutEvents'), 'no'],
  ['EventBridge: a kind of event', grant('*', equals('events:detail-type', 'a'), 'events:PutEvents'), 'yes'],
  ['Glacier: old archives', grant('*', { NumericLessThan: { 'glacier:ArchiveAgeInDays': '365' } }, 'glacier:DeleteArchive'), 'yes'],
  ['API Gateway: everyone calls', grant('*', undefined, 'execute-api:Invoke'), 'yes'],
  ['API Gateway: a network calls', grant('*', equals('aws:SourceVpc', 'vpc-1'), 'execute-api:Invoke'), 'no'],
  ['role: everyone with a secret', grant({ AWS: '*' }, equals('sts:ExternalId', 's'), 'sts:AssumeRole'), 'yes'],
  ['role: everyone in an organization', grant({ AWS: '*' }, equals('aws:PrincipalOrgID', 'o-1'), 'sts:AssumeRole'), 'no'],
  ['role: a name for the session', grant({ AWS: '*' }, equals('sts:RoleSessionName', 'a'), 'sts:AssumeRole'), 'yes'],
  ['role: an identity provider', { Effect: 'Allow', Principal: { Federated: 'arn:aws:iam::111122223333:saml-provider/p' }, Action: 'sts:AssumeRoleWithSAML', Condition: equals('SAML:aud', 'https://signin.aws.amazon.com/saml') }, 'no'],
]; // prettier-ignore

describe('public, service by service', () => {
  it.each(byService)('%s', (_, statement, answer) => {
    expect(isPublic(set(statement), { now }).answer).toBe(answer);
  });
});

describe('public', () => {
  it.each([
    ['everyone but one', { ...grant(undefined), NotPrincipal: { AWS: '111122223333' } }, 'yes'],
    ['an account', grant({ AWS: '111122223333' }), 'no'],
    ['a service', grant({ Service: 'sns.amazonaws.com' }), 'no'],
    ['somebody who is not known', grant({ AWS: holes({ free: 'var.principal' }) }), 'undecided'],
    ['somebody who is referred to', grant({ AWS: holes({ reference: 'aws_iam_role.app.arn' }) }), 'undecided'],
  ] as const)('%s', (_, statement, answer) => {
    expect(isPublic(set(statement), { now }).answer).toBe(answer);
  });

  it.each([
    ['but the organization', refuse({ StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } })],
    ['but the organization and services', refuse({ StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' }, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } })],
    ['but an endpoint', refuse({ StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } })],
    ['but a block of addresses', refuse({ NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })],
    ['but a role', refuse({ StringNotLike: { 'aws:userid': ['AROAEXAMPLE:*', '111122223333'] } })],
    ['but a role, by its name', refuse({ ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/app' } })],
    ['but an account', { Effect: 'Deny', NotPrincipal: { AWS: ['111122223333', 'arn:aws:iam::111122223333:role/app'] }, Action: '*', Resource: '*' }],
  ])('no longer, where everyone is denied %s', (_, denial) => {
    expect(isPublic(set(grant('*'), denial), { now })).toEqual({ answer: 'no' });
  }); // prettier-ignore

  it('stays so for what a denial leaves out', () => {
    const outside = { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } };
    expect(isPublic(set(grant('*', undefined, 'sqs:*'), refuse(outside, 'sqs:SendMessage')), { now })).toMatchObject({
      answer: 'yes',
      as: 'anyone',
    });
    expect(isPublic(set(grant('*'), refuse(outside, '*', { AWS: '444455556666' })), { now }).answer).toBe('yes');
  });

  it('tells those who sign in from those who do not', () => {
    const signedIn = grant('*', { Null: { 'aws:PrincipalAccount': 'false' } });
    const byAddress = grant('*', equals('lambda:FunctionUrlAuthType', 'AWS_IAM'), 'lambda:InvokeFunctionUrl');
    for (const statement of [signedIn, byAddress])
      expect(isPublic(set(statement), { now })).toMatchObject({ answer: 'yes', as: 'any account' });
  });
});

describe('across accounts', () => {
  const options = { now, account: '111122223333', trustedAccounts: ['777788889999'] };

  it.each([
    ['another account', grant({ AWS: '444455556666' }), 'yes'],
    ['the own account', grant({ AWS: '111122223333' }), 'no'],
    ['the own account by reference', grant({ AWS: holes('arn:aws:iam::', own, ':root') }), 'no'],
    ['a trusted account', grant({ AWS: 'arn:aws:iam::777788889999:role/x' }), 'no'],
    ['an agreed secret', grant({ AWS: '444455556666' }, equals('sts:ExternalId', 's')), 'no'],
    ['an organization', grant('*', equals('aws:PrincipalOrgID', 'o-1')), 'no'],
    ['the own account by condition', grant('*', equals('aws:PrincipalAccount', '111122223333')), 'no'],
    ['another account by condition', grant('*', equals('aws:PrincipalAccount', '444455556666')), 'yes'],
    ['a service for the own account', grant('*', equals('aws:SourceAccount', '111122223333')), 'no'],
    ['a service for another account', grant('*', equals('aws:SourceAccount', '444455556666')), 'yes'],
    ['a key for callers of the own account', grant({ AWS: '*' }, equals('kms:CallerAccount', '111122223333')), 'no'],
  ] as const)('%s', (_, statement, answer) => {
    expect(isCrossAccount(set(statement), options).answer).toBe(answer);
  });

  it('cannot be told from the own one where that is not known', () => {
    expect(isCrossAccount(set(grant({ AWS: '444455556666' })), { now })).toEqual({
      answer: 'undecided',
      missing: ['the account this belongs to'],
    });
  });
});

describe('a confused deputy', () => {
  const log = { Service: 'logging.s3.amazonaws.com' };
  const put = (service: string, Resource: unknown) => ({
    ...grant({ Service: `${service}.amazonaws.com` }, undefined, 's3:PutObject'),
    Resource,
  });
  const context = (arn: unknown) => ({ 'kms:EncryptionContext:aws:logs:arn': arn });

  it.each([
    ['a service for anyone', grant({ Service: 'sns.amazonaws.com' }), 'yes'],
    ['a service for a topic', grant({ Service: 'sns.amazonaws.com' }, from('arn:aws:sns:*:111122223333:*')), 'no'],
    ['a service for topics of anyone', grant({ Service: 'sns.amazonaws.com' }, from('arn:aws:sns:*:*:t')), 'yes'],
    ['a service for an account', grant({ Service: 'sns.amazonaws.com' }, equals('aws:SourceAccount', '1')), 'no'],
    ['a service for an organization', grant({ Service: 'sns.amazonaws.com' }, equals('aws:SourceOrgID', 'o-1')), 'no'],
    ['a service for an account, if any', grant({ Service: 'sns.amazonaws.com' }, { StringEqualsIfExists: { 'aws:SourceAccount': '1' } }), 'yes'],
    ['a service for a bucket', grant({ Service: 's3.amazonaws.com' }, from('arn:aws:s3:::b')), 'no'],
    ['a service that acts for the account alone', grant({ Service: 'ec2.amazonaws.com' }), 'no'],
    ['logs of buckets of anyone', grant(log, undefined, 's3:PutObject'), 'yes'],
    ['logs of balancers of an account', put('delivery.logs', 'arn:aws:s3:::b/lb/AWSLogs/111122223333/*'), 'no'],
    ['logs of balancers of the own account', put('logdelivery.elasticloadbalancing', holes('arn:aws:s3:::b/AWSLogs/', own, '/*')), 'no'],
    ['logs of balancers of any account', put('delivery.logs', 'arn:aws:s3:::b/AWSLogs/*'), 'yes'],
    ['logs of balancers of an account that is not known', put('delivery.logs', holes('arn:aws:s3:::b/AWSLogs/', { free: 'var.account' }, '/*')), 'undecided'],
    ['logs of an account that others may direct', put('cloudtrail', 'arn:aws:s3:::b/AWSLogs/111122223333/*'), 'yes'],
    ['a look at who may write', grant({ Service: 'delivery.logs.amazonaws.com' }, undefined, 's3:GetBucketAcl'), 'no'],
    ['a key for logs of an account', grant({ Service: 'logs.eu-west-1.amazonaws.com' }, { ArnLike: context('arn:aws:logs:eu-west-1:111122223333:*') }, 'kms:Decrypt'), 'no'],
    ['a key for logs of an account, as text', grant({ Service: 'logs.eu-west-1.amazonaws.com' }, { StringLike: context('arn:aws:logs:*:111122223333:*') }, 'kms:Decrypt'), 'no'],
    ['a key for logs of the own account', grant({ Service: 'logs.eu-west-1.amazonaws.com' }, { ArnLike: context(holes('arn:aws:logs:*:', own, ':*')) }, 'kms:Decrypt'), 'no'],
    ['a key for logs of any account', grant({ Service: 'logs.eu-west-1.amazonaws.com' }, { ArnLike: context('arn:aws:logs:*:*:log-group:app') }, 'kms:Decrypt'), 'yes'],
    ['a key for messages of events', grant({ Service: 'events.amazonaws.com' }, undefined, 'kms:GenerateDataKey'), 'no'],
    ['a key for messages of a bucket', grant({ Service: 's3.amazonaws.com' }, undefined, 'kms:Decrypt'), 'no'],
    ['a key for messages of a topic', grant({ Service: 'sns.amazonaws.com' }, undefined, 'kms:Decrypt'), 'yes'],
    ['a topic for events of anyone', grant({ Service: 'events.amazonaws.com' }, undefined, 'sns:Publish'), 'yes'],
    ['a key for what a caller says', grant({ Service: 'logs.amazonaws.com' }, equals('kms:EncryptionContext:app', 'a'), 'kms:Decrypt'), 'yes'],
    ['logs of buckets of an account', grant(log, equals('aws:SourceAccount', '111122223333'), 's3:PutObject'), 'no'],
    ['a service by condition', grant('*', equals('aws:PrincipalServiceName', 'sns.amazonaws.com')), 'yes'],
    ['any service', grant('*', { Bool: { 'aws:PrincipalIsAWSService': 'true' } }), 'yes'],
    ['any service for an account', grant('*', { Bool: { 'aws:PrincipalIsAWSService': 'true' }, StringEquals: { 'aws:SourceAccount': '1' } }), 'no'],
    ['an organization or services, for somebody', refuse({ BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } }), 'no'],
    ['everyone', grant('*'), 'no'],
  ] as const)('%s', (_, statement, answer) => {
    expect(isConfusedDeputy(set(statement), { now }).answer).toBe(answer);
  }); // prettier-ignore
});

describe('a key', () => {
  const root = { ...grant({ AWS: 'arn:aws:iam::111122223333:root' }), Action: 'kms:*' };
  const use = { ...grant({ AWS: '111122223333' }), Action: 'kms:Decrypt' };
  const keeper = { ...grant({ AWS: 'arn:aws:iam::111122223333:role/keys' }), Action: ['kms:Put*', 'kms:Create*'] };
  const ownRoot = { ...grant({ AWS: holes('arn:', { reference: 'the partition' }, ':iam::', own, ':root') }), Action: 'kms:*' };

  it.each([
    ['that nobody keeps', [use], 'no', false],
    ['of the account', [root], 'yes', true],
    ['of the account, by reference', [ownRoot], 'yes', true],
    ['of one role', [use, keeper], 'yes', false],
    ['whose policy nobody may change', [root, refuse(undefined, 'kms:PutKeyPolicy')], 'no', false],
  ] as const)('%s', (_, statements, answer, delegated) => {
    expect(judgeKeyPolicy(set(...statements), { now })).toMatchObject({ administered: { answer }, delegated });
  });
}); // prettier-ignore
