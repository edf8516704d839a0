import * as fc from 'fast-check';
import { counterexample, parsePolicy } from '../../src/iam';
import { naiveAllows, type NaiveRequest } from './naive';

/** A longer run, 640,000 random requests in two to three minutes: AGREEMENT_RUNS=20000 npx jest test/iam/agreement */
const runs = Number(process.env['AGREEMENT_RUNS'] ?? 600);
const now = Date.UTC(2026, 5, 1);

const some = <T>(...items: readonly [T, ...T[]]) => fc.constantFrom(...items);
const oneOrMore = <T>(item: fc.Arbitrary<T>) =>
  fc.oneof(item, fc.array(item, { minLength: 1, maxLength: 3 }) as fc.Arbitrary<unknown>);

const actions = [
  's3:GetObject',
  's3:PutObject',
  'S3:getobject',
  's3:Get*',
  's3:*Object',
  's3:?etObject',
  '*',
  's3:*',
  'iam:*',
  'iam:PassRole',
  '*:Get*',
] as const;
const resources = [
  '*', 'arn:aws:s3:::b/*', 'arn:aws:s3:::b/x', 'arn:aws:s3:::b', 'arn:aws:s3:::*', 'arn:*:s3:::b*', 'arn:aws:s3:::?/x', 'arn:aws:s3',
  'arn:aws:*:*:*:role/*', 'arn:aws:iam::1:role/a', 'arn:aws:iam::*:role/*', 'arn:aws:s3:::b/${aws:username}/*',
  'arn:aws:s3:::${aws:username}', 'arn:aws:s3:::b/${*}', 'arn:aws:iam::1:role/${aws:PrincipalTag/team}', 'arn:aws:s3:::b/alice/*', '*/x',
] as const; // prettier-ignore

const text = (values: readonly [string, ...string[]], operators: readonly [string, ...string[]], key: string) =>
  fc
    .tuple(some(...operators), oneOrMore(some(...values)))
    .map(([operator, value]) => ({ [operator]: { [key]: value } }));

const withForms = (operator: string): readonly string[] => [operator, `${operator}IfExists`];
const strings = [
  'StringEquals',
  'StringNotEquals',
  'StringLike',
  'StringNotLike',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
].flatMap(withForms) as [string, ...string[]];
const quantified = ['ForAllValues:', 'ForAnyValue:'].flatMap((prefix) =>
  ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike'].map((operator) => prefix + operator),
) as [string, ...string[]];

const condition = fc.oneof(
  text(['a', 'A', 'b', 'a*', '*', 'ab', '${aws:username}', 'alice'], strings, 'aws:PrincipalTag/team'),
  text(['alice', 'a*', 'bob', '?ob', '*'], strings, 'aws:username'),
  text(['a', 'b', 'a*', '*b'], quantified, 'aws:TagKeys'),
  text(['a', 'a*'], quantified, 'aws:PrincipalOrgID'),
  text(['1', '2', '2.5', '10'], ['NumericEquals', 'NumericNotEquals', 'NumericLessThan', 'NumericLessThanEquals', 'NumericGreaterThan', 'NumericGreaterThanEqualsIfExists'], 's3:max-keys'),
  text(['2020-01-01T00:00:00Z', '2026-06-01T00:00:00Z', '2030-01-01T00:00:00Z'], ['DateLessThan', 'DateGreaterThan', 'DateLessThanEquals', 'DateGreaterThanEquals'], 'aws:CurrentTime'),
  text(['10.0.0.0/8', '10.1.0.0/16', '192.0.2.7', '2001:db8::/32', '0.0.0.0/1', '128.0.0.0/1'], ['IpAddress', 'NotIpAddress', 'IpAddressIfExists'], 'aws:SourceIp'),
  text(['true', 'false'], ['Bool', 'BoolIfExists'], 'aws:SecureTransport'),
  text(['true', 'false'], ['Bool', 'BoolIfExists'], 'aws:MultiFactorAuthPresent'),
  text(['true', 'false'], ['Null'], 'aws:username'),
  text(['true', 'false'], ['Null'], 'aws:TagKeys'),
  text(['arn:aws:s3:::b', 'arn:aws:*:*:*:role/*', 'arn:aws:sns:*:1:t', 'arn:*:sns:us-east-1:*:*', '*'], ['ArnLike', 'ArnEquals', 'ArnNotLike', 'ArnEqualsIfExists', 'StringLike', 'StringEquals'], 'aws:SourceArn'),
); // prettier-ignore

const merge = (parts: readonly Record<string, Record<string, unknown>>[]) => {
  const all: Record<string, Record<string, unknown>> = {};
  for (const part of parts)
    for (const [operator, tests] of Object.entries(part)) all[operator] = { ...all[operator], ...tests };
  return all;
};

const principals = some<unknown>(
  '*', { AWS: '*' }, { AWS: '111122223333' }, { AWS: 'arn:aws:iam::111122223333:role/r' }, { AWS: ['arn:aws:iam::444455556666:root'] },
  { Service: 's3.amazonaws.com' }, { AWS: 'arn:aws:sts::111122223333:assumed-role/r/s', Service: ['a.amazonaws.com', 's3.amazonaws.com'] },
); // prettier-ignore

const statement = (withPrincipals: boolean) =>
  fc
    .record({
      effect: some('Allow', 'Allow', 'Deny'),
      actions: fc.tuple(some('Action', 'Action', 'NotAction'), oneOrMore(some(...actions))),
      resources: fc.tuple(some('Resource', 'Resource', 'NotResource'), oneOrMore(some(...resources))),
      principals: fc.tuple(some('Principal', 'Principal', 'NotPrincipal'), principals),
      conditions: fc.array(condition, { maxLength: 2 }),
    })
    .map(
      ({
        effect,
        actions: [action, actionValue],
        resources: [resource, resourceValue],
        principals: [who, whoValue],
        conditions,
      }) => ({
        Effect: effect,
        [action]: actionValue,
        [resource]: resourceValue,
        ...(withPrincipals && { [who]: whoValue }),
        ...(conditions.length > 0 && { Condition: merge(conditions) }),
      }),
    );

const policy = (withPrincipals: boolean) =>
  fc.record({
    Version: some('2012-10-17', '2012-10-17', '2008-10-17'),
    Statement: fc.array(statement(withPrincipals), { minLength: 1, maxLength: 4 }),
  });

const maybe = (...values: readonly [string, ...string[]]) =>
  fc.oneof(
    fc.constant(null),
    some(...values).map((value) => [value]),
  );
const request: fc.Arbitrary<NaiveRequest> = fc.record({
  action: some('s3:GetObject', 's3:PutObject', 'iam:PassRole', 'ec2:GetX', 's3:setobject'),
  resource: some('*', 'arn:aws:s3:::b', 'arn:aws:s3:::b/x', 'arn:aws:s3:::b/*', 'arn:aws:s3:::b/alice/x', 'arn:aws:s3:::alice', 'arn:aws:iam::1:role/a', 'arn:aws:iam::1:role/b', 'arn:aws:iam:r:2:role/a:b', 'arn:aws:s3:::c/x'),
  principal: some('AWS|arn:aws:iam::111122223333:role/r', 'AWS|arn:aws:sts::111122223333:assumed-role/r/s', 'AWS|arn:aws:iam::444455556666:user/u', 'Anonymous|', 'Service|s3.amazonaws.com'),
  context: fc.record({
    'aws:principaltag/team': maybe('a', 'A', 'b', 'alice', 'zz'),
    'aws:username': maybe('alice', 'bob', 'a', 'zz'),
    'aws:tagkeys': fc.oneof(fc.constant(null), fc.uniqueArray(some('a', 'b', 'ab', 'z'), { minLength: 1 })),
    'aws:principalorgid': maybe('a', 'b'),
    's3:max-keys': maybe('0', '1', '2', '2.5', '11'),
    'aws:currenttime': some('2026-06-01T00:00:00Z', '2027-01-01T00:00:00Z', '2031-01-01T00:00:00Z').map((time) => [time]),
    'aws:sourceip': maybe('10.1.2.3', '10.2.0.0', '192.0.2.7', '200.0.0.1', '2001:db8::1', '2001:db9::1'),
    'aws:securetransport': some('true', 'false').map((value) => [value]),
    'aws:multifactorauthpresent': maybe('true', 'false'),
    'aws:sourcearn': maybe('arn:aws:s3:::b', 'arn:aws:sns:us-east-1:1:t', 'arn:aws:iam::1:role/x', 'arn:aws:sns:us-east-1:2:t:u'),
  }),
  now: fc.constant(now),
}); // prettier-ignore

/** Fills in what every request has. */
const complete = (context: Readonly<Record<string, readonly string[] | null>>) => ({
  'aws:securetransport': ['true'],
  'aws:currenttime': [new Date(now).toISOString()],
  ...context,
});

describe.each([
  ['identity policies', false],
  ['resource policies', true],
])('%s: the decision agrees with a second opinion', (_, withPrincipals) => {
  const two = fc.tuple(policy(withPrincipals), policy(withPrincipals));

  it('on random requests and on its own witnesses', () => {
    const answers = { yes: 0, no: 0, undecided: 0 };
    fc.assert(
      fc.property(two, fc.array(request, { minLength: 8, maxLength: 8 }), ([allowed, notBy], requests) => {
        const differs = (one: NaiveRequest) => naiveAllows(allowed, one) && !naiveAllows(notBy, one);
        const result = counterexample([[parsePolicy(allowed)]], [[parsePolicy(notBy)]], { now });
        answers[result.answer]++;
        if (result.answer === 'no') expect(requests.filter(differs)).toEqual([]);
        if (result.answer === 'yes') {
          const { context, ...rest } = result.witness;
          expect({
            witness: result.witness,
            differs: differs({ principal: 'Anonymous|', ...rest, context: complete(context), now }),
          }).toEqual({
            witness: result.witness,
            differs: true,
          });
        }
      }),
      { numRuns: runs },
    );
    // The samples are worth something only if both answers are common.
    expect(Math.min(answers.yes, answers.no)).toBeGreaterThan(runs / 10);
    expect(answers.undecided).toBeLessThan(runs / 100);
  });

  it('on whether anything at all is allowed within a boundary', () => {
    fc.assert(
      fc.property(two, fc.array(request, { minLength: 8, maxLength: 8 }), ([one, two], requests) => {
        const both = (it: NaiveRequest) => naiveAllows(one, it) && naiveAllows(two, it);
        const result = counterexample([[parsePolicy(one)], [parsePolicy(two)]], [], { now });
        if (result.answer === 'no') expect(requests.filter(both)).toEqual([]);
        if (result.answer === 'yes') {
          const { context, ...rest } = result.witness;
          expect([result.witness, both({ principal: 'Anonymous|', ...rest, context: complete(context), now })]).toEqual(
            [result.witness, true],
          );
        }
      }),
      { numRuns: runs },
    );
  });

  it('on a policy and itself', () => {
    fc.assert(
      fc.property(policy(withPrincipals), (one) => {
        expect(counterexample([[parsePolicy(one)]], [[parsePolicy(one)]], { now }).answer).toBe('no');
      }),
      { numRuns: runs },
    );
  });
});
