import { mapPatterns, type Pattern, type Statement } from '../../src/model/policy';
import { allows, includesEveryone, namesAction, someNamed, somePrincipal } from '../../src/model/policy-questions';
import { known, unknown, type Settled } from '../../src/model/value';

const at = { id: 'r', path: [] };
const elsewhere = { id: 'r', path: ['elsewhere'] };
const patterns = (...texts: readonly string[]): Settled<readonly Settled<Pattern>[]> =>
  known(
    texts.map((text) => known([text], at)),
    elsewhere,
  );
const bare: Statement = {
  at,
  effect: known('Allow', at),
  actions: { negated: false, patterns: patterns('s3:Get*') },
  conditions: known([], at),
};
const principals = (negated: boolean, ...members: readonly (readonly [kind: string, text: string])[]) => ({
  negated,
  members: known(
    members.map(([kind, text]) => ({ kind, patterns: patterns(text) })),
    elsewhere,
  ),
});

test('the patterns of resources, principals and conditions are seen another way, and nothing else is', () => {
  const written = (mark: string) => ({
    version: '2012-10-17',
    at,
    statements: known<readonly Statement[]>(
      [
        {
          ...bare,
          sid: 'Read',
          resources: { negated: true, patterns: patterns(`a${mark}`, `b${mark}`) },
          principals: principals(true, ['AWS', `c${mark}`], ['Service', `d${mark}`]),
          conditions: known([{ operator: 'StringEquals', key: 'aws:userid', values: patterns(`e${mark}`), at }], at),
        },
        bare,
      ],
      at,
    ),
  });
  const marked = ([text]: Pattern): Pattern => (typeof text === 'string' ? [`${text}!`] : []);
  expect(mapPatterns(written(''), marked)).toEqual(written('!'));
  const open = { at, statements: unknown<readonly Statement[]>('later', at) };
  expect(mapPatterns(open, () => ['other'])).toEqual(open);
});

test('whether a statement allows', () => {
  expect(allows(bare)).toEqual({ holds: true, because: [] });
  expect(allows({ ...bare, effect: known('Deny', at) }).holds).toBe(false);
  expect(allows({ ...bare, effect: unknown('later', at) })).toMatchObject({ holds: undefined, because: [{ at }] });
});

test('an action is named, or not left out', () => {
  const inverted = { ...bare, actions: { ...bare.actions, negated: true } };
  expect(namesAction(bare, 's3:GetObject').holds).toBe(true);
  expect(namesAction(bare, 's3:PutObject').holds).toBe(false);
  expect(namesAction(inverted, 's3:GetObject').holds).toBe(false);
  expect(namesAction(inverted, 's3:PutObject').holds).toBe(true);
});

test('everything but some names nothing by itself', () => {
  const everything = () => true;
  const element = { negated: false, patterns: patterns('a') };
  expect(someNamed(element, bare, everything, 'it').holds).toBe(true);
  expect(someNamed(element, bare, () => false, 'it').holds).toBe(false);
  expect(someNamed({ ...element, negated: true }, bare, everything, 'it')).toMatchObject({ holds: false, because: [{ at: elsewhere }] }); // prettier-ignore
  expect(someNamed(undefined, bare, everything, 'it')).toMatchObject({ holds: false, because: [{ at }] });
});

test('everyone is a star, alone or as principal of AWS, or everyone but a few', () => {
  const among = (negated: boolean, ...members: readonly (readonly [kind: string, text: string])[]) =>
    includesEveryone({ ...bare, principals: principals(negated, ...members) });
  expect(among(false, ['AWS', '*']).holds).toBe(true);
  expect(among(false, ['Service', '*']).holds).toBe(false);
  expect(among(false, ['AWS', '111122223333']).holds).toBe(false);
  expect(among(true, ['AWS', '111122223333'])).toMatchObject({ holds: true, because: [{ at: elsewhere }] });
  expect(includesEveryone(bare)).toMatchObject({ holds: false, because: [{ at }] });
});

test('a principal of a kind', () => {
  const isStar = (text: string) => text === '*';
  const some = (negated: boolean, kind: string) =>
    somePrincipal({ ...bare, principals: principals(negated, ['Service', '*'], ['AWS', 'a']) }, kind, isStar, 'it');
  expect(some(false, 'Service').holds).toBe(true);
  expect(some(false, 'AWS').holds).toBe(false);
  expect(some(true, 'Service')).toMatchObject({ holds: false, because: [{ at: elsewhere }] });
  expect(somePrincipal(bare, 'AWS', isStar, 'it')).toMatchObject({ holds: false, because: [{ at }] });
});
