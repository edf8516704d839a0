import { didYouMean, suggestion } from '../../src/gate/suggestion';

const known = ['storage-encrypted', 'storage-not-public', 'transit-encrypted', 'only', 'skip'];

test.each([
  ['storage-encryptd', 'storage-encrypted'],
  ['Storage-Encrypted', 'storage-encrypted'],
  ['sotrage-encrypted', 'storage-encrypted'],
  ['transit_encrypted', 'transit-encrypted'],
  ['onyl', 'only'],
  ['skp', 'skip'],
  ['volume', undefined],
  ['', undefined],
  ['x'.repeat(100_000), undefined],
])('%.30s means %s', (word, meant) => {
  expect(suggestion(word, known)).toBe(meant);
});

test('a suggestion is a clause, and none is nothing', () => {
  expect(didYouMean('onyl', known)).toBe('; did you mean "only"?');
  expect(didYouMean('volume', known)).toBe('');
});
