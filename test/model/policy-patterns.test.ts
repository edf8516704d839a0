import {
  isPlain,
  isStar,
  isWholeService,
  label,
  matchesAction,
  matchesGlob,
  shown,
  somePattern,
  spells,
} from '../../src/model/policy-patterns';
import type { Pattern, Statement } from '../../src/model/policy';
import { unknownLeaf } from '../../src/model/raw';
import { known, unknown } from '../../src/model/value';

const at = { id: 'r', path: [] };
const anything = unknownLeaf('a parameter', [], { source: 'parameter' });
const account = unknownLeaf('the account', [], { source: 'platform' });
const queue = unknownLeaf('a queue', [{ id: 'queue', attribute: 'arn' }]);

test.each([
  ['', '', true],
  ['', 'a', false],
  ['*', '', true],
  ['**', '', true],
  ['*', 'abc', true],
  ['a*', 'abc', true],
  ['a*', 'bac', false],
  ['*c', 'abc', true],
  ['*c', 'abcd', false],
  ['*c', 'cabc', true],
  ['a*c', 'ac', true],
  ['a*b*c', 'axbxbxc', true],
  ['a*b*c', 'axcxb', false],
  ['?', '', false],
  ['?', 'a', true],
  ['a?c', 'abc', true],
  ['a?c', 'ac', false],
  ['a?', 'abc', false],
  ['abc', 'ab', false],
  ['ab', 'abc', false],
  ['abc', 'abd', false],
  ['*ab', 'aab', true],
  ['*?b', 'b', false],
])('%j matches %j: %s', (pattern, text, matches) => {
  expect(matchesGlob(pattern, text)).toBe(matches);
});

test('many stars take no time that grows with their power', () => {
  expect(matchesGlob(`${'*a'.repeat(40)}*b`, 'a'.repeat(400))).toBe(false);
});

test.each([
  ['*', true],
  ['**', true],
  ['?*', true],
  ['*?', true],
  ['', false],
  ['?', false],
  ['a*', false],
  ['*a', false],
])('%j is a star: %s', (text, star) => {
  expect(isStar(text)).toBe(star);
});

test.each([
  ['s3:*', true],
  ['*', true],
  ['s3:**', true],
  ['s3:Get*', false],
  ['s3:', false],
])('%j is a whole service: %s', (action, whole) => {
  expect(isWholeService(action)).toBe(whole);
});

test('actions and words are compared in any case', () => {
  expect(matchesAction('S3:get*', 's3:GetObject')).toBe(true);
  expect(matchesAction('s3:GetObject', 's3:PutObject')).toBe(false);
  expect(spells('true')('TRUE')).toBe(true);
  expect(spells('true')('t*')).toBe(true);
  expect(spells('true')('false')).toBe(false);
});

test('a pattern shows its holes, and is plain where nobody can write a wildcard into them', () => {
  expect(shown(['a', anything, 'b', account])).toBe('a${...}b${...}');
  expect(['a', [anything], [account], [queue], ['a', queue, '*']].map((one) => isPlain([one].flat()))).toEqual([
    true,
    false,
    true,
    true,
    true,
  ]);
});

test('a statement is called by its name, where it has one', () => {
  const nothing = known([], at);
  const statement: Statement = {
    at,
    effect: known('Allow', at),
    actions: { negated: false, patterns: nothing },
    conditions: nothing,
  };
  expect(label({ ...statement, sid: 'Read' })).toBe('"Read"');
  expect(label(statement)).toBe(label({ ...statement, sid: '' }));
  expect(label(statement)).toBe('a statement');
});

describe('somePattern', () => {
  const passes = (test: (text: string) => boolean | undefined, ...patterns: readonly Pattern[]) =>
    somePattern(
      known(
        patterns.map((pattern) => known(pattern, at)),
        at,
      ),
      test,
      'it names',
    ).holds;

  test('one of them is enough', () => {
    expect(passes(isStar, ['a'], ['*'])).toBe(true);
    expect(passes(isStar, ['a'], ['b'])).toBe(false);
    expect(passes(isStar)).toBe(false);
  });

  test('a hole that may be anything leaves open what it may change', () => {
    expect(passes(isStar, [anything])).toBeUndefined();
    expect(passes(isStar, ['a', anything])).toBe(false);
    expect(passes(isStar, [account])).toBe(false);
    expect(passes(isStar, [queue])).toBe(false);
    expect(passes((text) => text.startsWith('a'), ['a', anything])).toBe(true);
  });

  test('a pattern that may be one of several decides where they agree', () => {
    const among = (...texts: readonly string[]) =>
      somePattern(
        known(
          [
            unknown(
              'a condition',
              at,
              texts.map((text) => [text]),
            ),
          ],
          at,
        ),
        isStar,
        'it names',
      );
    expect(among('*', '**').holds).toBe(true);
    expect(among('a', 'b').holds).toBe(false);
    expect(among('*', 'b').holds).toBeUndefined();
    expect(among('a', 'b').because).toEqual([{ at, note: 'it names "a" or "b"' }]);
    expect(somePattern(known([unknown('later', at)], at), () => true, 'it names').holds).toBeUndefined();
  });
});
