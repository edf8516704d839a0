import * as fc from 'fast-check';
import { counterexample, holes, parsePolicy, unknown, type Identity } from '../../src/iam';
import { answered, outright } from '../../src/iam/questions/outright';
import { scope } from '../../src/iam/questions/scope';
import { whollyOpen } from '../../src/iam/questions/unknowns';

const now = Date.UTC(2026, 5, 1);
const policy = (...statements: readonly unknown[]) => parsePolicy({ Version: '2012-10-17', Statement: statements });
const allow = (Action: unknown, Resource: unknown = '*', rest: object = {}) => ({ Effect: 'Allow', Action, Resource, ...rest }); // prettier-ignore
const deny = (Action: unknown, Resource: unknown = '*', rest: object = {}) => ({ Effect: 'Deny', Action, Resource, ...rest }); // prettier-ignore
const who = (...statements: readonly unknown[]): Identity => ({ policies: [policy(...statements)] });
const overTls = { Condition: { Bool: { 'aws:SecureTransport': 'true' } } };

describe('the text alone says', () => {
  test.each<[string, Identity, 'yes' | 'no' | undefined]>([
    ['yes to what a statement names', who(allow('s3:GetObject')), 'yes'],
    ['yes to what it names by a wildcard', who(allow('S3:get*')), 'yes'],
    ['yes to what it does not exclude', who({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }), 'yes'],
    ['yes whatever else is allowed later', who(allow('*'), allow(unknown('a parameter'))), 'yes'],
    ['yes where something else is denied', who(allow('*'), deny('iam:*')), 'yes'],
    ['no to what nobody allows', who(allow('iam:*')), 'no'],
    ['no to what is denied', who(allow('*'), deny('s3:*')), 'no'],
    ['no to what is denied, whatever is not known', who(allow(unknown('a parameter')), deny('s3:*')), 'no'],
    ['nothing where another resource is allowed before', who(allow('s3:*', 'arn:aws:s3:::b'), allow('*')), undefined],
    ['nothing of named resources', who(allow('s3:*', 'arn:aws:s3:::*')), undefined],
    ['nothing of a star that is a letter', who(allow('s3:*', '${*}')), undefined],
    ['nothing of all but some resources', who({ Effect: 'Allow', Action: '*', NotResource: '*' }), undefined],
    ['nothing under a condition', who(allow('s3:*', '*', overTls)), undefined],
    ['nothing where a denial is conditional', who(allow('*'), deny('s3:*', '*', overTls)), undefined],
    ['nothing where some resources are denied', who(allow('*'), deny('s3:*', 'arn:aws:s3:::b')), undefined],
    ['nothing where a text is not known', who(allow(holes('s3:', { free: 'a parameter' }))), undefined],
    ['nothing where a denial may name it', who(allow('*'), deny(unknown('a parameter'))), undefined],
    ['nothing beside an unknown policy', { policies: [policy(allow('*')), parsePolicy(unknown('p'))] }, undefined],
    ['no beyond a boundary', { ...who(allow('*')), boundaries: [[policy(allow('iam:*'))]] }, 'no'],
    ['nothing where a boundary does not say', { ...who(allow('*')), boundaries: [[parsePolicy(unknown('b'))]] }, undefined],
  ])('%s', (_, identity, answer) => {
    expect(outright(identity, 's3:GetObject')?.answer).toBe(answer);
  }); // prettier-ignore

  const some = <T>(...items: readonly [T, ...T[]]) => fc.constantFrom(...items);
  const statement = fc
    .record({
      Effect: some<unknown>('Allow', 'Allow', 'Allow', 'Allow', 'Allow', 'Deny', unknown('an effect')),
      action: fc.tuple(
        some('Action', 'Action', 'NotAction'),
        some<unknown>('*', 's3:*', 's3:Get*', 'iam:*', ['s3:PutObject', 'iam:PassRole'], holes('s3:', { free: 'a' })),
      ),
      resource: fc.tuple(
        some('Resource', 'Resource', 'NotResource'),
        some<unknown>('*', '*', ['arn:aws:s3:::b', '*'], 'arn:aws:s3:::b', unknown('a resource')),
      ),
      condition: some<object>({}, {}, {}, {}, { Condition: {} }, overTls, { Condition: unknown('a condition') }),
    })
    .map(({ Effect, action: [action, named], resource: [resource, at], condition }) => ({
      Effect,
      [action]: named,
      [resource]: at,
      ...condition,
    }));
  const set = fc.array(
    fc.array(statement, { minLength: 1, maxLength: 3 }).map((all) => policy(...all)),
    {
      minLength: 1,
      maxLength: 2,
    },
  );

  test('nothing that the exact question contradicts', () => {
    const said = { yes: 0, no: 0 };
    fc.assert(
      fc.property(set, fc.option(set), some('s3:GetObject', 's3:PutObject', 'iam:PassRole'), (policies, boundary, action) => {
        const identity: Identity = { policies, ...(boundary && { boundaries: [boundary] }) };
        const sets = [policies, ...(boundary ? [boundary] : [])];
        const told = outright(identity, action);
        if (!told) return;
        said[told.answer]++;
        const asked = [scope({ actions: [action] })];
        const allowed = counterexample([...sets, ...asked], [], { now });
        expect(allowed.answer).toBe(told.answer);
        if (told.answer === 'no' || allowed.answer !== 'yes') return;
        expect(told.allowedBy).toEqual(allowed.allowedBy.slice(0, sets.length));
        expect(counterexample(asked, sets, { now }).answer).toBe('no');
      }),
      { numRuns: 5000 },
    ); // prettier-ignore
    expect(Math.min(said.yes, said.no)).toBeGreaterThan(50);
  });
});

test('the request that shows a yes is asked for when somebody looks at it', () => {
  const witness = { action: 's3:getobject', resource: 'arn:aws:s3:::b', context: {} };
  let asked = 0;
  const answer = answered(who(allow('*')), 's3:GetObject', () => {
    asked++;
    return { answer: 'yes', witness, allowedBy: [] };
  });
  expect(answer).toMatchObject({ answer: 'yes', allowedBy: [{ policy: 0, index: 0 }] });
  expect(asked).toBe(0);
  expect(answer.answer === 'yes' && answer.witness).toBe(witness);
});

test('a request that costs too much to find is shown in short', () => {
  const answer = answered(who(allow('*')), 's3:GetObject', () => ({ answer: 'undecided', missing: ['too complex'] }));
  expect(answer.answer === 'yes' && answer.witness).toEqual({ action: 's3:GetObject', resource: '*', context: {} });
});

describe('a principal with a policy of which nothing is known', () => {
  const opaque = parsePolicy(unknown('a parameter'));
  const holding = (...statements: readonly unknown[]): Identity => ({ policies: [policy(...statements), opaque] });

  test('hangs on that one, whatever is asked', () => {
    const identity = { policies: [policy(allow('s3:*'), allow('iam:*', 'arn:aws:iam::1:role/a')), opaque] };
    const missing = ['a parameter'];
    expect(whollyOpen(identity)).toEqual({ answer: 'undecided', missing });
    for (const action of ['s3:GetObject', 'iam:PassRole', 'ec2:RunInstances'])
      expect(counterexample([identity.policies, scope({ actions: [action] })], [], { now })).toEqual({
        answer: 'undecided',
        missing,
      });
  });

  test.each<[string, Identity]>([
    ['none is', who(allow('*'))],
    ['something is denied', holding(deny('s3:*'))],
    ['there is a boundary', { ...holding(allow('*')), boundaries: [[policy(allow('*'))]] }],
    ['an action is not known', holding(allow(holes('s3:', { free: 'another' })))],
    ['a list of actions is not known', holding(allow(unknown('another')))],
    ['a resource is not known', holding(allow('s3:*', holes({ reference: 'Bucket' })))],
    ['a variable stands in a resource', holding(allow('s3:*', 'arn:aws:s3:::${aws:username}'))],
    ['an effect alone is not known', holding({ Effect: unknown('another'), Action: '*', Resource: '*' })],
    ['a condition is asked', holding(allow('s3:*', '*', overTls))],
  ])('is left to the exact question where %s', (_, identity) => {
    expect(whollyOpen(identity)).toBeUndefined();
  });
});
