import {
  choiceLeaf,
  isLeaf,
  isList,
  isObject,
  notedLeaf,
  partialLeaf,
  templateLeaf,
  unknownLeaf,
} from '../../src/model/raw';
import { parseTemplateDocument } from '../../src/model/template';

const hole = unknownLeaf('a parameter');

test('leaves are neither objects nor lists, and no document passes for one', () => {
  for (const leaf of [hole, choiceLeaf('C', ['a', 'b']), notedLeaf('a', {}), partialLeaf([], 'why')]) {
    expect(isLeaf(leaf)).toBe(true);
    expect(isObject(leaf)).toBe(false);
    expect(isList(leaf)).toBe(false);
  }
  expect(isLeaf({ leaf: 'unknown', why: 'forged', references: [] })).toBe(false);
  for (const raw of [null, undefined, 'a', 1, true]) expect([isLeaf(raw), isObject(raw), isList(raw)]).toEqual([false, false, false]); // prettier-ignore
  expect([isObject({}), isList({}), isObject([]), isList([])]).toEqual([true, false, false, true]);
});

test('a choice of one is no choice, and one of none is unknown', () => {
  expect(choiceLeaf('C', ['a'])).toBe('a');
  expect(choiceLeaf('C', [])).toMatchObject({ leaf: 'unknown', why: 'C' });
  expect(choiceLeaf('C', ['a', 'b'])).toMatchObject({ leaf: 'choice', why: 'C', branches: ['a', 'b'] });
});

test('a text with holes joins what is known of it', () => {
  expect(templateLeaf(['a', 'b', '', hole, 'c', 'd'])).toMatchObject({ leaf: 'template', parts: ['ab', hole, 'cd'] });
  expect(templateLeaf(['a', 'b'])).toBe('ab');
  expect(templateLeaf(['', hole, ''])).toBe(hole);
  expect(templateLeaf([])).toBe('');
  expect(templateLeaf(['', ''])).toBe('');
  expect(isLeaf(templateLeaf([{ ...hole }]))).toBe(true);
});

describe('documents with holes', () => {
  const other = unknownLeaf('another');

  test('a hole in a string makes it a template, and one for a value is the value', () => {
    const parsed = parseTemplateDocument(['{"a":"x', hole, 'y","b":[', other, ',1,true,null],"c":{"d":"z"}}']);
    expect(parsed).toMatchObject({ a: { leaf: 'template', parts: ['x', hole, 'y'] }, c: { d: 'z' } });
    expect(parsed).toMatchObject({ b: [{ why: 'another' }, 1, true, null] });
  });

  test('quotes that are escaped end no string', () => {
    expect(parseTemplateDocument(['{"a":"\\"', hole, '\\\\","b":', other, '}'])).toMatchObject({
      a: { parts: ['"', hole, '\\'] },
      b: { why: 'another' },
    });
  });

  test('many holes stand where they were', () => {
    const holes = Array.from({ length: 12 }, (_, index) => unknownLeaf(`hole ${String(index)}`));
    const parts = holes.flatMap((one, index) => [index === 0 ? '[' : ',', one]);
    expect(parseTemplateDocument([...parts, ']'])).toMatchObject(holes.map(({ why }) => ({ why })));
  });

  test('what is no object and no list is no document', () => {
    for (const text of ['', 'text', '"text"', '1', 'null', '{', '{}}']) expect(parseTemplateDocument([text])).toBeUndefined(); // prettier-ignore
    expect(parseTemplateDocument([hole])).toBeUndefined();
    expect(parseTemplateDocument(['{"a":1}'])).toEqual({ a: 1 });
    expect(parseTemplateDocument(['[]'])).toEqual([]);
  });
});
