import { holes, parsePolicy, unknown } from '../../src/iam';
import { letsAccountsIn } from '../../src/iam/questions/principals';
import { reachingUnnamed } from '../../src/iam/questions/unnamed';

const allowing = (resource: unknown, name = 'Resource') => [
  parsePolicy({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: 's3:PutObject', [name]: resource },
  }),
];
const bucket = { reference: 'Bucket', arn: 'arn:${Partition}:s3:::${BucketName}' };

describe('a statement that nothing unnamed can meet is left out', () => {
  test.each<[string, unknown]>([
    ['a name in full', 'arn:aws:s3:::reports'],
    ['a reference of known shape', holes(bucket)],
    ['what stands below such a reference', holes(bucket, '/*')],
    ['a reference behind a wildcard', holes('arn:aws:s3:::*-', { reference: 'Bucket' })],
    ['several of them', ['arn:aws:s3:::reports', holes(bucket, '/*')]],
  ])('%s', (_, resource) => {
    expect(reachingUnnamed(allowing(resource)).flatMap(({ statements }) => statements)).toEqual([]);
  });
});

describe('a statement that may meet it stays, and the set with it', () => {
  test.each<[string, unknown]>([
    ['everything', '*'],
    ['a name with a wildcard', 'arn:aws:s3:::reports-*'],
    ['a single letter left open', 'arn:aws:s3:::report?'],
    ['a policy variable', 'arn:aws:s3:::${aws:username}'],
    ['an ARN whose rest is left out', 'arn:aws:s3'],
    ['a reference of unknown shape', holes({ reference: 'Bucket' })],
    ['a text that is not known', holes('arn:aws:s3:::', { free: 'a parameter' })],
    [
      'its own account alone',
      holes('arn:aws:sqs:', { reference: 'the region' }, ':', { reference: 'the account' }, ':*'),
    ],
    ['a list that is not known', unknown('a parameter')],
    ['one among names', ['arn:aws:s3:::reports', '*']],
  ])('%s', (_, resource) => {
    const set = allowing(resource);
    expect(reachingUnnamed(set)).toBe(set);
  });

  test('everything but a name', () => {
    const set = allowing('arn:aws:s3:::reports', 'NotResource');
    expect(reachingUnnamed(set)).toBe(set);
  });

  test('what denies', () => {
    const denying = parsePolicy({ Statement: { Effect: 'Deny', Action: '*', Resource: 'arn:aws:s3:::reports' } });
    const [allowed] = allowing('arn:aws:s3:::reports');
    const [left] = reachingUnnamed([{ statements: [...denying.statements, ...(allowed?.statements ?? [])] }]);
    expect(left?.statements).toEqual(denying.statements);
  });
});

describe('whether a policy may let accounts in', () => {
  const letting = (principal: unknown, effect = 'Allow', name = 'Principal') => [
    parsePolicy({ Statement: { Effect: effect, Action: '*', [name]: principal } }),
  ];

  test.each<[string, ReturnType<typeof letting>, boolean]>([
    ['everyone', letting('*'), true],
    ['an account', letting({ AWS: '111122223333' }), true],
    ['a service beside an account', letting({ Service: 'sns.amazonaws.com', AWS: '*' }), true],
    ['nobody knows whom', letting(unknown('a parameter')), true],
    ['all but a service', letting({ Service: 'sns.amazonaws.com' }, 'Allow', 'NotPrincipal'), true],
    ['a service', letting({ Service: 'sns.amazonaws.com' }), false],
    ['an identity provider', letting({ Federated: 'cognito-identity.amazonaws.com' }), false],
    ['everyone is denied', letting('*', 'Deny'), false],
  ])('%s', (_, policies, may) => {
    expect(letsAccountsIn(policies)).toBe(may);
  });
});
