import {
  absent,
  chain,
  combine,
  known,
  map,
  narrow,
  orElse,
  otherwise,
  unknown,
  type Settled,
  type Value,
} from '../../src/model/value';

const at = { id: 'r', path: ['p'] };
const elsewhere = { id: 'other', path: [] };
const either = unknown('a condition', at, ['a', 'b']);
const perhaps = { ...either, mayBeAbsent: true };
const open = unknown<string>('later', at);

describe('otherwise', () => {
  test('what is absent is what the platform does, on its word', () => {
    expect(otherwise(absent(at), 'x', 'the default')).toEqual({
      state: 'known',
      value: 'x',
      at,
      because: 'the default',
      unwritten: true,
    });
  });

  test('what is written stays', () => {
    for (const value of [known('a', at), either, open]) expect(otherwise(value, 'x', 'the default')).toBe(value);
  });

  test('what may be absent may be the default', () => {
    expect(otherwise(perhaps, 'x', 'the default')).toEqual({ ...either, among: ['a', 'b', 'x'] });
    expect(otherwise({ ...perhaps, among: ['x'] }, 'x', 'the default')).toEqual(known('x', at, 'a condition'));
    expect(otherwise({ ...open, mayBeAbsent: true }, 'x', 'the default')).toEqual(open);
  });
});

describe('orElse', () => {
  const asked = (value: Value<string>, fallback: Settled<string>) => orElse(value, () => fallback);

  test('what is absent is what the other says', () => {
    expect(asked(absent(at), known('x', elsewhere))).toEqual(known('x', elsewhere));
    expect(asked(absent(at), open)).toBe(open);
  });

  test('what is written stays, and the other is not asked', () => {
    const ask = () => {
      throw new Error('asked');
    };
    for (const value of [known('a', at), either, open]) expect(orElse(value, ask)).toBe(value);
  });

  test('what may be absent may be what the other may be', () => {
    expect(asked(perhaps, known('x', elsewhere))).toEqual({ ...either, among: ['a', 'b', 'x'] });
    expect(asked(perhaps, unknown('y or z', elsewhere, ['y', 'z']))).toEqual({
      ...either,
      among: ['a', 'b', 'y', 'z'],
    });
    expect(asked({ ...perhaps, among: ['x'] }, known('x', elsewhere))).toEqual(known('x', at, 'a condition'));
    expect(asked(perhaps, unknown('anything', elsewhere))).toEqual(unknown('a condition', at));
    expect(asked({ ...open, mayBeAbsent: true }, known('x', elsewhere))).toEqual(open);
  });
});

describe('narrow', () => {
  test('one possible value is the value', () => {
    expect(narrow(unknown('a condition', at, [1, 1]))).toEqual(known(1, at, 'a condition'));
  });

  test('several are named once each', () => {
    expect(narrow(unknown('a condition', at, [1, 2, 1]))).toEqual(unknown('a condition', at, [1, 2]));
  });

  test('what may be absent or anything stays', () => {
    for (const value of [{ ...unknown('a condition', at, ['a']), mayBeAbsent: true }, open])
      expect(narrow(value)).toBe(value);
  });
});

describe('map', () => {
  const length = (text: string) => text.length;

  test('what is known, and what an unknown may be, are seen the other way', () => {
    expect(map(known('abc', at, 'a default'), length)).toEqual(known(3, at, 'a default'));
    expect(map(unknown('a condition', at, ['a', 'bc']), length)).toEqual(unknown('a condition', at, [1, 2]));
    expect(map(either, length)).toEqual(known(1, at, 'a condition'));
  });

  test('there is nothing to see of what is absent or may be anything', () => {
    expect(map(absent(at) as Value<string>, length)).toEqual(absent(at));
    expect(map(open, length)).toEqual(open);
  });
});

describe('chain', () => {
  const shout = (text: string): Settled<string> => known(text.toUpperCase(), elsewhere);

  test('what is known leads on', () => {
    expect(chain(known('a', at), shout)).toEqual(known('A', elsewhere));
  });

  test('every value that it may be leads on', () => {
    expect(chain(either, shout)).toEqual(unknown('a condition', at, ['A', 'B']));
    expect(chain(either, () => known('one', elsewhere))).toEqual(known('one', at, 'a condition'));
    expect(chain(either, (text) => unknown('further', at, [text, 'c']))).toEqual({ ...either, among: ['a', 'c', 'b'] });
  });

  test('nothing is said where one of them leads to anything, or it may be absent or anything', () => {
    const bare = unknown('a condition', at);
    expect(chain(either, (text) => (text === 'a' ? open : shout(text)))).toEqual(bare);
    expect(chain(perhaps, shout)).toEqual({ ...bare, mayBeAbsent: true });
    expect(chain(open, shout)).toEqual(open);
  });
});

describe('combine', () => {
  const both = (first: Settled<boolean>, second: Settled<boolean>) =>
    combine({ first, second }, (values) =>
      values.first === false || values.second === false ? false : values.first && values.second,
    );
  const written = known(true, at);
  const byDefault: Settled<boolean> = { ...known(true, elsewhere, 'a default'), unwritten: true };
  const later = unknown<boolean>('later', elsewhere);

  test('what is written speaks before what is so by default', () => {
    expect(both(written, byDefault)).toEqual(known(true, at));
    expect(both(byDefault, written)).toEqual(known(true, at));
    expect(both(byDefault, byDefault)).toEqual(byDefault);
  });

  test('the part that is known decides, or the first that is not says why', () => {
    expect(both(known(false, at), later)).toEqual(known(false, at));
    expect(both(later, written)).toEqual(unknown('later', elsewhere));
    expect(both(unknown('first', at), later)).toEqual(unknown('first', at));
  });

  test('where all is known and nothing follows, that is said', () => {
    const nothing = combine({ first: written }, () => undefined);
    expect(nothing).toMatchObject({ state: 'unknown', at });
    expect(combine({}, () => undefined)).toMatchObject({ state: 'unknown', at: { id: '', path: [] } });
  });

  test('what follows from nothing known has no place', () => {
    expect(combine({ later }, () => 1)).toEqual(known(1, { id: '', path: [] }));
  });
});
