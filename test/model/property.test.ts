import { Property } from '../../src/model/property';
import { choiceLeaf, notedLeaf, partialLeaf, templateLeaf, unknownLeaf, type Raw } from '../../src/model/raw';
import { otherwise } from '../../src/model/value';

const read = (raw: Raw) => new Property(raw, { id: 'r' });
const reference = unknownLeaf('settled at apply: key', [{ id: 'key', attribute: 'arn' }]);

describe('coercion', () => {
  test.each([
    [true, true],
    ['true', true],
    ['True', true],
    ['false', false],
  ])('%p is a flag', (raw, value) => {
    expect(read(raw).flag()).toMatchObject({ state: 'known', value });
  });
  test('a surprising shape is unknown, never absent', () => {
    expect(read('maybe').flag().state).toBe('unknown');
    expect(read({}).text().state).toBe('unknown');
    expect(read('x').get('y').text().state).toBe('unknown');
  });
  test('null and missing are absent', () => {
    expect(read(null).text().state).toBe('absent');
    expect(read({}).get('a', 'b').text().state).toBe('absent');
  });
  test('keys of the prototype are no properties', () => {
    expect(read({}).get('constructor').text().state).toBe('absent');
    expect(read({}).get('__proto__', 'x').text().state).toBe('absent');
  });
  test('a block written as object or as a list of one is the same', () => {
    expect(
      read({ rule: [{ a: 1 }] })
        .get('rule', 'a')
        .number(),
    ).toMatchObject({ value: 1, at: { path: ['rule', 0, 'a'] } });
    expect(
      read({ rule: { a: 1 } })
        .get('rule', 'a')
        .number(),
    ).toMatchObject({ value: 1, at: { path: ['rule', 'a'] } });
    expect(read({ rule: [] }).get('rule', 'a').number().state).toBe('absent');
    expect(
      read({ rule: [{ a: 1 }, { a: 2 }] })
        .get('rule', 'a')
        .number().state,
    ).toBe('unknown');
  });
});

describe('choices', () => {
  test('equal branches decide', () => {
    expect(read(choiceLeaf('condition C', [true, 'true'])).flag()).toMatchObject({ state: 'known', value: true });
  });
  test('disagreeing branches are an unknown among them', () => {
    expect(read(choiceLeaf('condition C', [true, false])).flag()).toMatchObject({
      state: 'unknown',
      among: [true, false],
    });
  });
  test('a branch that says nothing is settled by the default', () => {
    const flag = read(choiceLeaf('condition C', [true, undefined])).flag();
    expect(flag).toMatchObject({ state: 'unknown', mayBeAbsent: true });
    expect(otherwise(flag, true, 'on by default')).toMatchObject({ state: 'known', value: true });
    expect(otherwise(flag, false, 'off by default')).toMatchObject({ state: 'unknown', among: [true, false] });
  });
  test('members of a choice of blocks are choices', () => {
    const block = read({ config: choiceLeaf('condition C', [{ on: true }, [{ on: true }]]) });
    expect(block.get('config', 'on').flag()).toMatchObject({ state: 'known', value: true });
  });
});

describe('presence', () => {
  test.each<[string, Raw, boolean | undefined]>([
    ['nothing', undefined, false],
    ['an empty text', '', false],
    ['a value', 'x', true],
    ['a reference', reference, true],
    ['a parameter', unknownLeaf('given at deployment'), undefined],
    ['what the platform gives', unknownLeaf('settled at deployment: AWS::AccountId', [], { source: 'platform' }), true],
    ['a text with holes', templateLeaf(['a', reference]), true],
    ['a choice with nothing', choiceLeaf('C', ['x', undefined]), undefined],
    ['a choice of values', choiceLeaf('C', ['x', reference]), true],
  ])('%s', (_, raw, present) => {
    const value = read(raw).present();
    expect(value.state === 'known' ? value.value : undefined).toBe(present);
  });
});

test('sensitive values are marked, through every step', () => {
  const text = read({ a: notedLeaf({ b: 'secret' }, { sensitive: true }) })
    .get('a', 'b')
    .text();
  expect(text).toMatchObject({ state: 'known', value: 'secret', sensitive: true });
});

test('a partly known list holds one unknown item for what may be missing', () => {
  const list = read(partialLeaf(['a'], 'elements may be missing')).list();
  expect(list.state === 'known' && list.value.map((item) => item.text().state)).toEqual(['known', 'unknown']);
});

describe('documents', () => {
  test('text and structure are the same', () => {
    for (const raw of ['{"Statement":[{"Effect":"Allow"}]}', { Statement: [{ Effect: 'Allow' }] }]) {
      const document = read(raw).document();
      expect(document.state === 'known' && document.value.get('Statement', 0, 'Effect').text()).toMatchObject({
        value: 'Allow',
      });
    }
  });
  test('holes stay holes', () => {
    const document = read(templateLeaf(['{"a":"x-', reference, '/*","b":', reference, ',"c":"\\"{"}'])).document();
    if (document.state !== 'known') throw new Error('not read');
    expect(document.value.get('a').parts()).toMatchObject({ value: ['x-', { references: [{ id: 'key' }] }, '/*'] });
    expect(document.value.get('b').references()).toEqual([{ id: 'key', attribute: 'arn' }]);
    expect(document.value.get('c').text()).toMatchObject({ value: '"{' });
  });
  test('what is no document is unknown', () => {
    expect(read('not json').document().state).toBe('unknown');
    expect(read('"text"').document().state).toBe('unknown');
    expect(read('').document().state).toBe('absent');
  });
});

test('what is read is recorded, without indices', () => {
  const paths: string[] = [];
  new Property({ a: [{ b: 1 }] }, { id: 'r', record: (path) => paths.push(path) }).get('a', 0, 'b').number();
  expect(paths).toEqual(['a', 'a', 'a.b']);
});
