import {
  childrenOf,
  maximumHeight,
  parseExpression,
  parseFile,
  parseTemplate,
  positionAt,
  type Block,
  type Expression,
  type SourceFile,
} from '../../../src/hcl';

const placesOf = (file: SourceFile) =>
  file.errors.map(({ message, start }) => {
    const { line, column } = positionAt(file, start);
    return `${line}:${column} ${message}`;
  });
const firstBlock = ({ body }: SourceFile): Block | undefined => body.items.find((item) => item.kind === 'block');

test.each([
  ['a', '1:2 Invalid block: "{" expected on the same line'],
  ['a\n{\n}\n', '1:2 Invalid block: "{" expected on the same line'],
  ['a "b" = {\n}\n', '1:7 Invalid block: "=" cannot stand before "{"'],
  ['a 1 {\n}\n', '1:3 Invalid block: a label or "{" expected'],
  ['a "${b}" {\n}\n', '1:3 A template cannot stand here, only text'],
  ['a = 1 b = 2\n', '1:7 Missing newline behind the argument'],
  ['a = 1\na = 2\n', '2:1 The argument "a" is already given in this block'],
  ['a {\n  b = 1\n', '1:3 Unclosed block: "}" expected'],
  ['a {} b {}\n', '1:6 Missing newline behind the block'],
  ['a { b {} }\n', '1:7 "=" expected: a block on one line holds a single argument'],
  ['a { b = 1, c = 2 }\n', '1:10 "}" expected: a block on one line holds a single argument'],
  ['a = 1\n}\n', '2:1 An argument or a block expected'],
  ['= 1\n', '1:1 An argument or a block expected'],
  ['a = 1\n/* b\n', '2:1 Unterminated comment: "*/" expected'],
  ['a = \n', '1:5 Invalid expression: a value is missing'],
  ['a = 1\rb = 2\n', '1:6 Missing newline behind the argument'],
])('%j', (text, place) => {
  expect(placesOf(parseFile(text))).toEqual([place]);
});

test('what was written is never "not there"', () => {
  const file = parseFile('resource "a" "b" {\n  encrypted = tru@e\n  size = 5\n}\n');
  expect(firstBlock(file)?.body).toMatchObject({
    damaged: true,
    items: [
      { name: 'encrypted', expression: { kind: 'invalid', start: 33, end: 38 } },
      { name: 'size', expression: { value: 5 } },
    ],
  });
  expect(file.body.damaged).toBe(true);
});

test('the blocks beside a broken one are whole, and say so', () => {
  const file = parseFile('resource "a" "b" {\n  c = [1\n}\n\nresource "a" "d" {\n  e = 1\n}\n');
  expect(file.body.items).toMatchObject([
    { labels: [{ value: 'a' }, { value: 'b' }], body: { damaged: true } },
    { labels: [{ value: 'a' }, { value: 'd' }], body: { damaged: false, items: [{ name: 'e' }] } },
  ]);
});

test('one error is told for each block of the file, and each broken block is told', () => {
  const file = parseFile(
    'resource "a" "b" {\n  c = @\n  d = @\n}\nresource "a" "e" {\n  f = @\n}\nresource "a" g" {\n  h = 1\n}\n\nlocals {\n',
  );
  expect(file.errors.map(({ start }) => positionAt(file, start).line)).toEqual([2, 6, 8, 12]);
});

test('a block that is never closed does not swallow the next', () => {
  const file = parseFile('resource "a" "b" {\n  c {\n    d = 1\n\nvariable "e" {\n  type = string\n}\n');
  expect(placesOf(file)).toEqual(['2:5 Unclosed block: "}" expected']);
  expect(file.body.items).toMatchObject([{ type: 'resource', body: { damaged: true } }, { type: 'variable' }]);
});

const repeated: Readonly<Record<string, string>> = {
  brackets: `a = ${'['.repeat(100_000)}`,
  parentheses: `a = ${'('.repeat(100_000)}`,
  blocks: 'b {\n'.repeat(50_000),
  'unary operators': `a = ${'!'.repeat(100_000)}x`,
  conditionals: `a = ${'b ? c : '.repeat(50_000)}d`,
  splats: `a = x${'[*]'.repeat(50_000)}`,
  calls: `a = ${'f('.repeat(50_000)}`,
  'nested templates': `a = ${'"${'.repeat(20_000)}`,
  directives: `a = "${'%{if x}'.repeat(20_000)}"`,
  heredocs: 'a = <<E\n'.repeat(5_000),
  comments: '/*'.repeat(100_000),
  'the same argument': 'a = 1\n'.repeat(50_000),
  errors: 'a = @\n'.repeat(50_000),
  'a sum in one line': `a = 1${' + 1'.repeat(100_000)}`,
};

test.each(Object.keys(repeated))('too many of a kind are an error: %s', (name) => {
  const { errors } = parseFile(repeated[name] ?? '');
  expect(errors.length).toBeGreaterThan(0);
  expect(errors.length).toBeLessThanOrEqual(201);
});

test('no tree is higher than it is said to be', () => {
  const nested = '('.repeat(140) + 'a' + ' ? b : c).d'.repeat(140);
  expect(heightOf(nested)).toBeGreaterThan(400);
  expect(heightOf(nested)).toBeLessThanOrEqual(maximumHeight);
  expect(heightOf('a' + ' + a'.repeat(maximumHeight - 1))).toBe(maximumHeight);
  expect(parseExpression('a' + ' + a'.repeat(maximumHeight))).toMatchObject({ ok: false, error: { start: 0 } });
  expect(parseTemplate(`x \${a${' + a'.repeat(maximumHeight)}}`)).toMatchObject({ ok: false });
});

function heightOf(text: string): number {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  const height = (expression: Expression): number => 1 + Math.max(0, ...childrenOf(expression).map(height));
  return height(parsed.value);
}

test('long is not deep', () => {
  const long = `a = x${'.y[0]'.repeat(50_000)}\nb = "${'${x} '.repeat(20_000)}"\nc = [${'1, '.repeat(50_000)}]\n`;
  expect(parseFile(long).errors).toEqual([]);
});
