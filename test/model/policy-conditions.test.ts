import type { Pattern, Statement } from '../../src/model/policy';
import { isConfined } from '../../src/model/policy-conditions';
import { unknownLeaf } from '../../src/model/raw';
import { known, unknown, type Settled } from '../../src/model/value';

const at = { id: 'r', path: [] };
const settled = (...patterns: readonly Pattern[]): Settled<readonly Settled<Pattern>[]> =>
  known(
    patterns.map((pattern) => known(pattern, at)),
    at,
  );

function confined(operator: string, key: string, ...values: readonly string[]): boolean | undefined {
  return isConfined(under({ operator, key, values: settled(...values.map((value) => [value])), at })).holds;
}

const under = (...conditions: readonly { operator: string; key: string; values: Settled<readonly Settled<Pattern>[]>; at: typeof at }[]): Statement => ({
  at,
  effect: known('Allow', at),
  actions: { negated: false, patterns: settled(['*']) },
  conditions: known(conditions, at),
}); // prettier-ignore

test.each([
  'aws:PrincipalAccount', 'aws:PrincipalArn', 'aws:PrincipalOrgID', 'aws:PrincipalOrgPaths', 'aws:PrincipalIsAWSService',
  'aws:PrincipalServiceName', 'aws:SourceAccount', 'aws:SourceArn', 'aws:SourceOrgID', 'aws:SourceOrgPaths', 'aws:SourceOwner',
  'aws:SourceIp', 'aws:SourceVpc', 'aws:SourceVpce', 'aws:SourceVpcArn', 'aws:VpceAccount', 'aws:VpceOrgID', 'aws:VpceOrgPaths',
  'aws:userid', 'kms:CallerAccount', 's3:DataAccessPointAccount', 's3:DataAccessPointArn', 'sns:Endpoint',
  'elasticfilesystem:AccessedViaMountTarget', 'elasticfilesystem:AccessPointArn', 'cognito-identity.amazonaws.com:aud',
  'lambda:FunctionUrlAuthType', 'lambda:InvokedViaFunctionUrl', 'lambda:EventSourceToken',
])('%s confines, and nothing that only holds its name', (key) => {
  expect(confined('StringEquals', key, 'one')).toBe(true);
  expect(confined('StringEquals', key.toUpperCase(), 'one')).toBe(true);
  expect(confined('StringEquals', `my-${key}`, 'one')).toBe(false);
  expect(confined('StringEquals', `${key}/more`, 'one')).toBe(false);
}); // prettier-ignore

test.each(['aws:PrincipalTag/team', 'aws:username', 'aws:RequestedRegion', 'cognito-identityXamazonaws.com:aud'])(
  '%s confines nobody',
  (key) => {
    expect(confined('StringEquals', key, 'one')).toBe(false);
  },
);

test.each([
  ['StringEquals', 'aws:SourceAccount', '111122223333'],
  ['StringEqualsIgnoreCase', 'aws:SourceAccount', '111122223333'],
  ['StringLike', 'aws:SourceAccount', '111122223333'],
  ['ArnEquals', 'aws:SourceArn', 'arn:aws:sns:eu-west-1:111122223333:*'],
  ['ArnLike', 'aws:SourceArn', 'arn:aws:sns:eu-west-1:111122223333:topic'],
  ['ArnLike', 'aws:SourceArn', 'arn:aws:s3:::reports'],
  ['IpAddress', 'aws:SourceIp', '203.0.113.0/24'],
  ['Bool', 'aws:PrincipalIsAWSService', 'true'],
  ['ForAnyValue:StringEquals', 'aws:PrincipalOrgPaths', 'o-1/r-1/'],
  ['ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', 'o-1/r-1/*'],
])('%s on %s of %s confines', (operator, key, value) => {
  expect(confined(operator, key, value)).toBe(true);
});

test.each([
  ['StringNotEquals', 'aws:SourceAccount', '111122223333'],
  ['StringEqualsIfExists', 'aws:SourceAccount', '111122223333'],
  ['ForAllValues:StringEquals', 'aws:PrincipalOrgPaths', 'o-1/r-1/'],
  ['NotIpAddress', 'aws:SourceIp', '203.0.113.0/24'],
  ['Bool', 'aws:PrincipalIsAWSService', 'false'],
  ['IpAddress', 'aws:SourceIp', '0.0.0.0/0'],
  ['IpAddress', 'aws:SourceIp', '*'],
  ['IpAddress', 'aws:SourceIp', '*/0'],
  ['StringLike', 'aws:PrincipalOrgID', 'o-*'],
  ['StringLike', 'aws:SourceVpce', 'vpce-*'],
  ['StringLike', 'aws:SourceAccount', '?*'],
  ['ArnLike', 'aws:SourceArn', 'arn:aws:sns:*:*:topic'],
  ['ArnLike', 'aws:SourceArn', 'arn:aws:sns'],
  ['ArnEquals', 'aws:SourceArn', 'arn:aws:s3:::*'],
  ['StringEquals', 'lambda:FunctionUrlAuthType', 'NONE'],
])('%s on %s of %s does not', (operator, key, value) => {
  expect(confined(operator, key, value)).toBe(false);
});

test('two halves of the internet are all of it, and one block of it confines', () => {
  expect(confined('IpAddress', 'aws:SourceIp', '203.0.113.0/24', '198.51.100.0/24')).toBe(true);
  // Each is less than what is open, both are not.
  expect(confined('IpAddress', 'aws:SourceIp', '64.0.0.0/4', '80.0.0.0/4')).toBe(false);
});

test('one condition that confines is enough, and none is not', () => {
  const open = { operator: 'StringLike', key: 'aws:SourceArn', values: settled(['*']), at };
  const narrow = { operator: 'StringEquals', key: 'aws:SourceAccount', values: settled(['111122223333']), at };
  expect(isConfined(under(open, narrow)).holds).toBe(true);
  expect(isConfined(under(open)).holds).toBe(false);
  expect(isConfined(under()).holds).toBe(false);
});

test('what is settled at deployment leaves open what it decides', () => {
  const hole = [unknownLeaf('a parameter', [], { source: 'parameter' })];
  const on = (operator: string, key: string, values: Settled<readonly Settled<Pattern>[]>) =>
    isConfined(under({ operator, key, values, at })).holds;
  expect(on('ArnLike', 'aws:SourceArn', settled(hole))).toBeUndefined();
  expect(on('IpAddress', 'aws:SourceIp', unknown('later', at))).toBeUndefined();
  expect(on('StringEquals', 'aws:username', settled(hole))).toBe(false);
});
