import { isFilled, noProperty, Property } from '../../src/model/property';
import { choiceLeaf, notedLeaf, partialLeaf, templateLeaf, unknownLeaf, type Raw } from '../../src/model/raw';
import { member, type Resource, property } from '../../src/model/resource';

const read = (raw: Raw) => new Property(raw, { id: 'r' });
const reference = unknownLeaf('settled at apply: key', [{ id: 'key', attribute: 'arn' }]);
const parameter = unknownLeaf('a parameter', [], { source: 'parameter', symbol: 'Parameter' });
const account = unknownLeaf('the account', [], { source: 'platform' });
const secret = notedLeaf('s3cret', { sensitive: true });

describe('numbers and texts', () => {
  test.each<[Raw, number | undefined]>([
    [7, 7],
    [0, 0],
    ['7', 7],
    [' 7.5 ', 7.5],
    ['', undefined],
    [' ', undefined],
    ['seven', undefined],
    ['Infinity', undefined],
    [true, undefined],
    [[7], undefined],
  ])('%j is the number %s', (raw, expected) => {
    const value = read(raw).number();
    expect(value.state === 'known' ? value.value : undefined).toBe(expected);
  });

  test.each<[Raw, string | undefined]>([
    ['a', 'a'],
    ['', ''],
    [7, '7'],
    [false, 'false'],
    [['a'], undefined],
    [{ a: 1 }, undefined],
  ])('%j is the text %j', (raw, expected) => {
    const value = read(raw).text();
    expect(value.state === 'known' ? value.value : undefined).toBe(expected);
  });

  test('who supplies a value, and on whose word it holds, is kept', () => {
    expect(read(notedLeaf('a', { because: 'a default', source: 'parameter' })).text()).toEqual({
      state: 'known',
      value: 'a',
      at: { id: 'r', path: [] },
      because: 'a default',
      source: 'parameter',
    });
    expect(read(parameter).text()).toMatchObject({ state: 'unknown', why: 'a parameter', source: 'parameter' });
    expect(read(notedLeaf(reference, { source: 'elsewhere' })).text()).toMatchObject({ source: 'elsewhere' });
    expect(read(notedLeaf(undefined, { because: 'a default' })).text().state).toBe('absent');
    expect(read(notedLeaf('a', {})).text()).not.toHaveProperty('sensitive');
  });

  test('an unknown of a few values may be those, and of one it is that', () => {
    const among = (...values: readonly Raw[]) => read(unknownLeaf('allowed', [], { among: values })).number();
    expect(among(1, '2')).toMatchObject({ state: 'unknown', among: [1, 2] });
    expect(among(1, '1')).toMatchObject({ state: 'known', value: 1, because: 'allowed' });
    expect(among(1, 'many')).not.toHaveProperty('among');
    expect(among()).not.toHaveProperty('among');
  });
});

describe('lists', () => {
  const texts = (raw: Raw) => {
    const value = read(raw).texts();
    return value.state === 'known' ? value.value.map((one) => (one.state === 'known' ? one.value : '?')) : value.state;
  };

  test('a bare value is a list of one, and each item knows where it stands', () => {
    expect(texts('a')).toEqual(['a']);
    expect(texts(['a', null, 'b', parameter])).toEqual(['a', 'b', '?']);
    expect(texts(undefined)).toBe('absent');
    expect(texts(parameter)).toBe('unknown');
    expect(texts(templateLeaf(['a', parameter]))).toEqual(['?']);
    const [list, bare] = [read(['a', 'b']).list(), read('a').list()];
    expect(list.state === 'known' && list.value.map(({ at }) => at.path)).toEqual([[0], [1]]);
    expect(bare.state === 'known' && bare.value.map(({ at }) => at.path)).toEqual([[]]);
  });

  test('a list that may be one of several is each of them', () => {
    const either = read(choiceLeaf('C', [['a'], ['b', null]])).texts();
    expect(either).toMatchObject({ state: 'unknown', among: [[{ value: 'a' }], [{ value: 'b' }]] });
    expect(either.state === 'unknown' && either.among?.[1]).toHaveLength(1);
  });

  test('nothing is missing from the members that are known of an object in part', () => {
    const partial = read(partialLeaf({ a: 1 }, 'members may be missing'));
    expect(partial.get('a').number()).toMatchObject({ value: 1 });
    expect(partial.get('b').number()).toMatchObject({ state: 'unknown', why: 'members may be missing' });
    expect(partial.text()).toMatchObject({ state: 'unknown', why: 'members may be missing' });
  });

  test('the members of an object, also of one in a list', () => {
    for (const raw of [{ a: 1, b: 2 }, [{ a: 1, b: 2 }]]) {
      const value = read(raw).entries();
      expect(value.state === 'known' && value.value.map(([key, item]) => [key, item.number()])).toMatchObject([
        ['a', { value: 1, at: { path: ['a'] } }],
        ['b', { value: 2, at: { path: ['b'] } }],
      ]);
    }
    for (const raw of ['a', [{ a: 1 }, { b: 2 }]]) expect(read(raw).entries().state).toBe('unknown');
  });
});

describe('steps', () => {
  test('an index leads into a list, and a key into its only block', () => {
    expect(read(['a', 'b']).get(1).text()).toMatchObject({ value: 'b', at: { path: [1] } });
    expect(read(['a']).get(1).text().state).toBe('absent');
    expect(
      read([[{ a: 'x' }]])
        .get('a')
        .text(),
    ).toMatchObject({ value: 'x' });
  });

  test('nothing is known below what is not known', () => {
    expect(read(parameter).get('a').text()).toMatchObject({ why: 'a parameter' });
    expect(
      read(templateLeaf(['a', parameter]))
        .get('a')
        .text().state,
    ).toBe('unknown');
    expect(
      read(choiceLeaf('C', [{ a: 1 }, { a: 2 }]))
        .get('a')
        .number(),
    ).toMatchObject({ among: [1, 2] });
  });

  test('a note is kept below', () => {
    const noted = read(notedLeaf({ a: 'x' }, { because: 'a default', source: 'parameter', sensitive: true }));
    expect(noted.get('a').text()).toMatchObject({ because: 'a default', source: 'parameter', sensitive: true });
    expect(noted.get('b').text().state).toBe('absent');
    expect(
      read(notedLeaf({ a: 'x' }, {}))
        .get('a')
        .text(),
    ).toEqual(read({ a: 'x' }).get('a').text());
  });

  test('what a vocabulary does not have is absent, and nobody hears of it', () => {
    const heard: string[] = [];
    const properties = read({ Name: { A: 'cloudformation' }, name: { a: 'terraform' } }).observed((path) => heard.push(path)); // prettier-ignore
    const resource = (vocabulary: Resource['vocabulary']) => ({ vocabulary, properties }) as Resource;
    expect(property(resource('cloudformation'), 'Name.A', 'name.a').text()).toMatchObject({ value: 'cloudformation' });
    expect(property(resource('terraform'), 'Name.A', 'name.a').text()).toMatchObject({ value: 'terraform' });
    expect(heard).toEqual(['Name', 'Name.A', 'name', 'name.a']);
    expect(property(resource('terraform'), 'Name', null).text()).toMatchObject({ state: 'absent', at: { path: [noProperty] } }); // prettier-ignore
    expect(member(properties.get('name'), 'terraform', 'A', 'a').text()).toMatchObject({ value: 'terraform' });
    expect(heard).toEqual(['Name', 'Name.A', 'name', 'name.a', 'name', 'name.a']);
  });

  test('properties that are not asked for are not parsed', () => {
    const parse = (): Raw => {
      throw new Error('parsed');
    };
    expect(new Property(parse, { id: 'r' }).at).toEqual({ id: 'r', path: [] });
    expect(new Property(() => ({ a: 1 }), { id: 'r' }).get('a').number()).toMatchObject({ value: 1 });
  });

  test('what is told member by member is asked for no more', () => {
    const asked: string[] = [];
    const tell = (key: string): Raw => {
      asked.push(key);
      return key === 'a' ? [{ b: 1 }] : undefined;
    };
    const properties = new Property(() => ({ member: tell, whole: () => ({ a: tell('a') }) }), { id: 'r' });
    expect(properties.get('a', 'b').number()).toMatchObject({ value: 1, at: { path: ['a', 0, 'b'] } });
    expect(properties.get('c').present()).toMatchObject({ value: false });
    expect(asked).toEqual(['a', 'c']);
    expect(properties.entries()).toMatchObject({ value: [['a', {}]] });
  });
});

describe('what stands behind a value', () => {
  test('its references, through conditions, notes, lists and texts', () => {
    const key = { id: 'key', attribute: 'arn' };
    expect(read(reference).references()).toEqual([key]);
    expect(read(['a', reference]).references()).toEqual([key]);
    expect(read(templateLeaf(['a', reference, parameter])).references()).toEqual([key]);
    expect(read(choiceLeaf('C', ['a', reference])).references()).toEqual([key]);
    expect(read(notedLeaf(reference, {})).references()).toEqual([key]);
    expect(read(notedLeaf('a', { references: [{ id: 'other' }] })).references()).toEqual([{ id: 'other' }]);
    for (const raw of ['a', { a: reference }, partialLeaf([reference], 'why')])
      expect(read(raw).references()).toEqual([]);
  });

  test('the parts of a text, and who fills its holes', () => {
    expect(read('a').parts()).toMatchObject({ state: 'known', value: ['a'] });
    expect(read(templateLeaf(['a', parameter])).parts()).toMatchObject({ state: 'known', value: ['a', parameter] });
    expect(read(account).parts()).toMatchObject({ state: 'known', value: [account] });
    expect(read(parameter).parts().state).toBe('unknown');
    expect(read([]).parts().state).toBe('unknown');
    expect(read(notedLeaf(choiceLeaf('C', ['a', account]), {})).parts()).toMatchObject({ state: 'unknown', among: [['a'], [account]] }); // prettier-ignore
    expect([parameter, account, reference, unknownLeaf('r', [], { source: 'resource' })].map(isFilled)).toEqual([false, true, true, true]); // prettier-ignore
  });

  test('the symbol of a value that is not known', () => {
    expect(read(parameter).symbol).toBe('Parameter');
    expect(read(notedLeaf(parameter, {})).symbol).toBe('Parameter');
    for (const raw of ['a', reference, templateLeaf(['a', parameter])]) expect(read(raw).symbol).toBeUndefined();
  });

  test('whether a part of it must not be printed', () => {
    for (const raw of [secret, ['a', secret], { a: { b: secret } }, choiceLeaf('C', ['a', secret]), partialLeaf([secret], 'why'), notedLeaf(['a', secret], {})])
      expect(read(raw).sensitive).toBe(true);
    for (const raw of ['a', ['a'], { a: 'b' }, parameter, notedLeaf('a', {}), choiceLeaf('C', ['a', 'b']), partialLeaf(['a'], 'why')])
      expect(read(raw).sensitive).toBe(false);
  }); // prettier-ignore

  test('what must not be printed must not be printed in part', () => {
    const hidden = read(notedLeaf(notedLeaf(['a', { b: 'c' }], { sensitive: true }), { because: 'a default' }));
    const list = hidden.list();
    expect(list.state === 'known' && list.value.map(({ sensitive }) => sensitive)).toEqual([true, true]);
    const open = read(['a']).list();
    expect(open.state === 'known' && open.value.map(({ sensitive }) => sensitive)).toEqual([false]);
  });
});

describe('presence', () => {
  test.each<[string, Raw, boolean | undefined]>([
    ['null', null, false],
    ['an empty list', [], false],
    ['a list', ['a'], true],
    ['an empty object', {}, true],
    ['no', false, true],
    ['a part of a list', partialLeaf([], 'why'), true],
    ['a note on nothing', notedLeaf(undefined, {}), false],
    ['a choice between nothing and nothing', choiceLeaf('C', [undefined, null]), false],
    ['a choice with a parameter', choiceLeaf('C', ['a', parameter]), undefined],
    ['what a resource gives that is not there', unknownLeaf('r', [], { source: 'resource' }), undefined],
  ])('%s', (_, raw, present) => {
    const value = read(raw).present();
    expect(value.state === 'known' ? value.value : undefined).toBe(present);
  });
});

describe('conditions', () => {
  test('branches that all say nothing say nothing, and one that may be anything leaves all open', () => {
    expect(read(choiceLeaf('C', [undefined, null])).text().state).toBe('absent');
    const open = read(choiceLeaf('C', ['a', parameter])).text();
    expect(open).toMatchObject({ state: 'unknown', why: 'C' });
    expect(open).not.toHaveProperty('among');
    const nested = read(choiceLeaf('C', ['a', choiceLeaf('D', ['b', undefined])])).text();
    expect(nested).toMatchObject({ state: 'unknown', among: ['a', 'b'], mayBeAbsent: true });
    expect(read(choiceLeaf('C', ['a', 'b'])).text()).not.toHaveProperty('mayBeAbsent');
  });
});

test('a document with holes that is none is unknown', () => {
  expect(read(templateLeaf(['{"a":', parameter])).document().state).toBe('unknown');
  expect(read(notedLeaf('', {})).document().state).toBe('absent');
  expect(read(undefined).document().state).toBe('absent');
  expect(read(7).document().state).toBe('unknown');
});
