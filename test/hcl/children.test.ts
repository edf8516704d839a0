import { childrenOf, parseExpression } from '../../src/hcl';

const childrenIn = (text: string): readonly string[] => {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return childrenOf(parsed.value).map(({ start, end }) => text.slice(start, end));
};

test.each([
  ['1', []],
  ['a', []],
  ['"${a}"', ['a']],
  ['"x${a}%{ if b }${c}%{ else }${d}%{ endif }%{ for e in f }${g}%{ endfor }"', ['a', 'b', 'c', 'd', 'f', 'g']],
  ['a.b[c][0]', ['a', 'c', '0']],
  ['a[*].b[c]', ['a', 'c']],
  ['f(a, b)', ['a', 'b']],
  ['a ? b : c', ['a', 'b', 'c']],
  ['-a', ['a']],
  ['a + b', ['a', 'b']],
  ['(a)', ['a']],
  ['[a, b]', ['a', 'b']],
  ['{ a = b, (c) = d }', ['b', '(c)', 'd']],
  ['[for a in b : c if d]', ['b', 'c', 'd']],
  ['{ for a in b : c => d }', ['b', 'c', 'd']],
])('%s', (text, children) => {
  expect(childrenIn(text)).toEqual(children);
});
