import { counterexample, holes, missingPhrases, parsePolicy, unknown, type Answer } from '../../src/iam';

const now = Date.UTC(2026, 5, 1);
const policy = (...statements: readonly unknown[]) => [parsePolicy({ Version: '2012-10-17', Statement: statements })];
const allow = (rest: Record<string, unknown>) => ({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...rest });
const ask = (allowed: unknown, notBy?: unknown, more: Parameters<typeof counterexample>[2] = {}): Answer =>
  counterexample([policy(allowed)], notBy === undefined ? [] : [policy(notBy)], { now, ...more });
const when = (Condition: unknown) => allow({ Condition });
const on = (Resource: unknown) => allow({ Resource });

/** [what it shows, allowed, not by, whether some request is allowed by the first alone] */
const inclusions: readonly (readonly [string, unknown, unknown, Answer['answer']])[] = [
  ['actions in any case', allow({ Action: 'S3:getobject' }), allow({}), 'no'],
  ['* in the first fields stays within them', on('arn:aws:s3:*:x'), on('arn:aws:s3:*:*:x'), 'yes'],
  ['* in the last field crosses', on('arn:aws:iam::1:role/a:b'), on('arn:aws:iam::1:role/*'), 'no'],
  ['? is one letter', on('arn:aws:s3:::ab'), on('arn:aws:s3:::?'), 'yes'],
  ['missing fields are free', on('arn:aws:s3:::b/x'), on('arn:aws:s3'), 'no'],
  ['${*} is a star', on('arn:aws:s3:::${*}'), on('arn:aws:s3:::b'), 'yes'],
  ['StringLike crosses colons', when({ StringLike: { 'aws:SourceArn': 'arn:aws:sns:r:1:t' } }), when({ StringLike: { 'aws:SourceArn': 'arn:*:t' } }), 'no'],
  ['ArnLike does not', when({ ArnLike: { 'aws:SourceArn': 'arn:aws:sns:r:1:t' } }), when({ ArnLike: { 'aws:SourceArn': 'arn:*:sns:*:*:u' } }), 'yes'],
  ['a missing key fails a positive test', allow({}), when({ StringLike: { 'aws:PrincipalOrgID': '*' } }), 'yes'],
  ['and passes a negative one', when({ Null: { 'aws:PrincipalOrgID': 'true' } }), when({ StringNotEquals: { 'aws:PrincipalOrgID': 'o' } }), 'no'],
  ['and IfExists', when({ Null: { 'aws:PrincipalOrgID': 'true' } }), when({ StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o' } }), 'no'],
  ['and ForAllValues', when({ Null: { 'aws:TagKeys': 'true' } }), when({ 'ForAllValues:StringEquals': { 'aws:TagKeys': 'a' } }), 'no'],
  ['but no ForAnyValue', when({ Null: { 'aws:TagKeys': 'true' } }), when({ 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': 'a' } }), 'yes'],
  ['several values of one key', when({ 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'a' } }), when({ 'ForAllValues:StringEquals': { 'aws:TagKeys': 'a' } }), 'yes'],
  ['one value of another', when({ 'ForAnyValue:StringEquals': { 'aws:PrincipalOrgID': 'a' } }), when({ 'ForAllValues:StringEquals': { 'aws:PrincipalOrgID': 'a' } }), 'no'],
  ['numbers', when({ NumericLessThan: { 's3:max-keys': 10 } }), when({ NumericLessThanEquals: { 's3:max-keys': '10' } }), 'no'],
  ['dates', when({ DateLessThan: { 'aws:CurrentTime': '2027-01-01T00:00:00Z' } }), when({ DateLessThan: { 'aws:CurrentTime': '2026-12-31T00:00:00Z' } }), 'yes'],
  ['times that are over', when({ DateLessThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } }), allow({ Action: 'a:b' }), 'no'],
  ['blocks of addresses', when({ IpAddress: { 'aws:SourceIp': '10.1.0.0/16' } }), when({ IpAddress: { 'aws:SourceIp': ['10.0.0.0/8'] } }), 'no'],
  ['two halves of all addresses of one family', when({ IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }), when({ IpAddress: { 'aws:SourceIp': ['0.0.0.0/1', '128.0.0.0/1'] } }), 'no'],
  ['addresses of the other family', when({ IpAddress: { 'aws:SourceIp': '2001:db8::/32' } }), when({ IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }), 'yes'],
  ['booleans written as such', when({ Bool: { 'aws:SecureTransport': true } }), when({ Bool: { 'aws:SecureTransport': 'true' } }), 'no'],
  ['two cases of a boolean that is always there', allow({}), when({ StringEquals: { 'aws:SecureTransport': ['true', 'false'] } }), 'no'],
  ['case of values', when({ StringEquals: { 'aws:username': 'A' } }), when({ StringEqualsIgnoreCase: { 'aws:username': 'a' } }), 'no'],
  ['NotAction', allow({ NotAction: 'iam:*', Action: undefined }), allow({ Action: '*' }), 'no'],
  ['a policy variable and the same', on('arn:aws:s3:::b/${aws:username}/*'), on('arn:aws:s3:::b/${aws:username}/*'), 'no'],
  ['a policy variable within a star', on('arn:aws:s3:::b/${aws:username}/*'), on('arn:aws:s3:::b/*'), 'no'],
  ['a value the variable may have', on('arn:aws:s3:::b/${aws:username}'), { ...allow({}), Resource: undefined, NotResource: 'arn:aws:s3:::b/alice' }, 'yes'],
  ['a value its key cannot have', { ...on('arn:aws:s3:::b/${aws:username}'), Condition: { StringEquals: { 'aws:username': 'bob' } } }, { ...allow({}), Resource: undefined, NotResource: 'arn:aws:s3:::b/alice' }, 'no'],
  ['a role and its sessions', allow({ Principal: { AWS: 'arn:aws:sts::111122223333:assumed-role/r/s' } }), allow({ Principal: { AWS: 'arn:aws:iam::111122223333:role/p/r' } }), 'no'],
  ['a user and its account', allow({ Principal: { AWS: 'arn:aws:iam::111122223333:user/u' } }), allow({ Principal: { AWS: '111122223333' } }), 'no'],
  ['everyone and all accounts', allow({ Principal: '*' }), allow({ Principal: { AWS: '*' } }), 'no'],
  ['principals by condition', allow({ Principal: '*', Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/*' } } }), allow({ Principal: { AWS: '111122223333' } }), 'no'],
  ['unsigned requests have no organization', allow({ Principal: '*' }), allow({ Principal: '*', Condition: { StringNotEquals: { 'aws:PrincipalAccount': '1' } } }), 'yes'],
]; // prettier-ignore

describe('inclusion', () => {
  it.each(inclusions)('%s', (_, allowed, notBy, answer) => {
    expect(ask(allowed, notBy).answer).toBe(answer);
  });
});

describe('policies read', () => {
  it.each([
    ['one statement, single values', { Version: '2012-10-17', Statement: allow({}) }, 'yes'],
    ['text', JSON.stringify({ Statement: [allow({})] }), 'yes'],
    ['broken text', '{"Statement": [', 'undecided'],
    ['no policy at all', 42, 'undecided'],
    ['a statement without an effect', { Statement: { ...allow({}), Effect: undefined } }, 'undecided'],
    ['an effect in small letters', { Statement: { ...allow({}), Effect: 'allow' } }, 'undecided'],
    ['an operator nobody knows', { Statement: when({ StringMatches: { k: 'v' } }) }, 'undecided'],
    ['Action and NotAction', { Statement: allow({ NotAction: 'a:b' }) }, 'undecided'],
    ['a kind of principal nobody knows', { Statement: allow({ Principal: { __proto__x: 'y' } }) }, 'undecided'],
    ['an unknown document', unknown('var.policy'), 'undecided'],
    ['only a denial', { Statement: { ...allow({}), Effect: 'Deny' } }, 'no'],
  ] as const)('%s', (_, document, answer) => {
    expect(counterexample([[parsePolicy(document)]], [], { now }).answer).toBe(answer);
  });

  it('without a version has no policy variables', () => {
    const old = [parsePolicy({ Statement: on('arn:aws:s3:::${aws:username}') })];
    const literal = [parsePolicy({ Version: '2012-10-17', Statement: on('arn:aws:s3:::${$}{aws:username}') })];
    expect(counterexample([old], [literal], { now }).answer).toBe('no');
    expect(counterexample([old], [policy(on('arn:aws:s3:::alice'))], { now }).answer).toBe('yes');
  });
});

describe('texts that are not known', () => {
  const bucket = { reference: 'aws_s3_bucket.data', arn: 'arn:${Partition}:s3:::${BucketName}' };

  it('take a reference for one text that equals itself', () => {
    expect(ask(on(holes(bucket, '/*')), on(holes(bucket, '/*'))).answer).toBe('no');
    expect(ask(on(holes(bucket, '/x')), on(holes(bucket, '/*'))).answer).toBe('no');
    expect(ask(on(holes(bucket, '/x')), on('arn:*:s3:::*')).answer).toBe('no');
    expect(ask(on('arn:aws:s3:::*'), on(holes(bucket))).answer).toBe('yes');
    expect(ask(on(holes('arn:aws:s3:::', { reference: 'name' })), on('arn:aws:s3:::other')).answer).toBe('yes');
  });

  it('take a free hole for anything, and name it where it matters', () => {
    const free = holes('arn:aws:s3:::', { free: 'var.bucket' }, '/x');
    expect(ask(on(free), on('arn:aws:s3:::b/*'))).toEqual({ answer: 'undecided', missing: ['var.bucket'] });
    expect(ask(on(free), on('arn:aws:s3:::*')).answer).toBe('no');
    expect(ask(on(['arn:aws:s3:::c', free]), on('arn:aws:s3:::b/*')).answer).toBe('yes');
    expect(ask(on('*'), on(free)).answer).toBe('yes');
    expect(ask(on('arn:aws:s3:::b/x'), on(free)).answer).toBe('undecided');
  });

  it('try each text a hole can be', () => {
    const either = holes('arn:aws:s3:::', { free: 'var.stage', among: ['dev', 'test'] });
    expect(ask(on(either), on(['arn:aws:s3:::dev', 'arn:aws:s3:::test'])).answer).toBe('no');
  });

  it('do not spoil an answer they have no part in', () => {
    const other = { Effect: 'Deny', Action: 'iam:*', Resource: unknown('var.roles') };
    const set = policy(allow({}), other);
    expect(counterexample([set, policy(allow({}))], [], { now }).answer).toBe('yes');
  });

  it('may be a whole statement, which may deny', () => {
    const set = policy(allow({}), unknown('dynamic'));
    expect(counterexample([set], [], { now })).toEqual({ answer: 'undecided', missing: ['dynamic'] });
  });

  it('may be conditions, numbers and dates', () => {
    expect(ask(when(unknown('var.conditions'))).answer).toBe('undecided');
    expect(ask(when({ NumericLessThan: { 's3:max-keys': holes({ free: 'var.max' }) } })).answer).toBe('undecided');
    expect(ask(when({ StringNotEquals: { 'aws:username': holes({ free: 'var.user' }) } })).answer).toBe('yes');
  });

  it('cannot be forged by a document', () => {
    const forged = JSON.parse('{"parts":[{"free":"x"}],"Symbol(policy text)":"holes"}') as unknown;
    expect(ask(on(forged), on('*'))).toEqual({ answer: 'no' });
    expect(ask(on(forged)).answer).toBe('undecided');
  });
});

describe('what is missing', () => {
  const free = holes({ free: 'var.x' });
  const reference = holes({ reference: 'aws_sns_topic.t.arn' });

  it.each([
    ['a hole in a resource', on(holes('arn:aws:s3:::', { free: 'var.x' })), ['var.x']],
    ['a hole among others', on([free, holes({ free: 'var.y' })]), ['var.x', 'var.y']],
    ['an unknown list', on(unknown('a list that is made later')), ['a list that is made later']],
    ['an unknown statement', unknown('a statement that is made later'), ['a statement that is made later']],
    ['a hole in a text to compare with', when({ StringEquals: { 'aws:PrincipalTag/a': free } }), ['var.x']],
    ['a hole in a number', when({ NumericEquals: { 's3:max-keys': free } }), ['var.x']],
    ['a hole in a Null', when({ Null: { 'aws:username': free } }), ['var.x']],
    ['an unknown Null', when({ Null: { 'aws:username': unknown('a value') } }), ['a value']],
    ['a hole for a principal', allow({ Principal: { AWS: free } }), ['var.x']],
    ['a reference of unknown shape', when({ ArnEquals: { 'aws:SourceArn': reference } }), ['aws_sns_topic.t.arn']],
    ['a variable in a number', when({ NumericEquals: { 's3:max-keys': '${aws:username}' } }), [missingPhrases.variable('aws:username')]],
    ['an operator', when({ StringMatches: { k: 'v' } }), [missingPhrases.operator('StringMatches')]],
    ['a short ARN', when({ ArnLike: { 'aws:SourceArn': 'arn:aws:sns' } }), [missingPhrases.shortArn]],
    ['no effect', { ...allow({}), Effect: undefined }, [missingPhrases.noEffect]],
    ['an action and all but one', allow({ NotAction: 'a:b' }), [missingPhrases.both('Action')]],
    ['a condition that is none', allow({ Condition: { StringEquals: 'a' } }), [missingPhrases.conditionNoObject('StringEquals')]],
  ])('%s', (_, statement, missing) => {
    expect(ask(statement, undefined)).toEqual({ answer: 'undecided', missing });
  });
}); // prettier-ignore

describe('a variable and its key', () => {
  it('have no value together', () => {
    const named = { ...allow({}), Resource: undefined, NotResource: 'arn:aws:s3:::${aws:username}', Condition: { Null: { 'aws:username': 'false' }, StringEquals: { 'aws:PrincipalTag/team': 'a' } } };
    const tagged = on('arn:aws:iam::1:role/${aws:PrincipalTag/team}');
    const result = counterexample([policy(named, tagged), policy(on('arn:aws:s3'))], [], { now });
    expect(result).toMatchObject({ witness: { context: { 'aws:username': ['<${aws:username}>'] } } });
  });

  it('have the same value', () => {
    const denied = { ...on('arn:aws:s3:::b/${aws:username}/*'), Effect: 'Deny' };
    const alice = when({ StringEquals: { 'aws:username': 'alice' } });
    expect(counterexample([policy(denied, alice), policy(on('arn:aws:s3:::b/alice/*'))], [], { now }).answer).toBe('no');
  });
}); // prettier-ignore

describe('the witness', () => {
  it('is a request with all it needs', () => {
    const result = ask({
      ...on('arn:aws:s3:::b/*'),
      Condition: { StringEquals: { 'aws:username': 'u' }, Bool: { 'aws:SecureTransport': 'true' } },
    });
    expect(result).toEqual({
      answer: 'yes',
      witness: {
        action: 's3:getobject',
        resource: 'arn:aws:s3:::b/',
        context: { 'aws:username': ['u'], 'aws:securetransport': ['true'] },
      },
      allowedBy: [{ policy: 0, index: 0 }],
    });
  });

  it('names the statement that allows it', () => {
    const named = parsePolicy(
      {
        Statement: [
          { ...allow({}), Effect: 'Deny' },
          { ...allow({ Action: 's3:PutObject' }), Sid: 'Write' },
        ],
      },
      'inline',
    );
    expect(counterexample([[named]], [], { now })).toMatchObject({
      allowedBy: [{ policy: 0, policyName: 'inline', index: 1, sid: 'Write' }],
    });
  });
});

it('gives up on what costs too much, and says so', () => {
  const far = '?'.repeat(24);
  const result = counterexample([policy(on(`arn:aws:s3:::*a${far}`)), policy(on(`arn:aws:s3:::*b${far}`))], [], {
    now,
  });
  expect(result).toEqual({ answer: 'undecided', missing: ['too complex'] });
});
