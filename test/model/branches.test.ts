import { Property } from '../../src/model/property';
import { choiceLeaf, notedLeaf, unknownLeaf, type Raw } from '../../src/model/raw';

const branches = (raw: Raw) => new Property(raw, { id: 'r' }).branches().map((branch) => branch.text());

describe('branches', () => {
  test('a value without a condition is its only branch', () => {
    expect(branches('a')).toMatchObject([{ value: 'a' }]);
    expect(branches(undefined)).toMatchObject([{ state: 'absent' }]);
  });
  test('conditions inside conditions are flattened, and each branch keeps its source', () => {
    const masked = unknownLeaf('given', [], { source: 'secret-parameter' });
    expect(branches(choiceLeaf('C', ['a', choiceLeaf('D', [undefined, masked])]))).toMatchObject([
      { value: 'a' },
      { state: 'absent' },
      { state: 'unknown', source: 'secret-parameter' },
    ]);
  });
  test('a note on a condition is a note on its branches', () => {
    expect(branches(notedLeaf(choiceLeaf('C', ['a', undefined]), { because: 'a default' }))).toMatchObject([
      { value: 'a', because: 'a default' },
      { state: 'absent' },
    ]);
  });
});
