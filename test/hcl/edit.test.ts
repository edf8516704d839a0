import { spawnSync } from 'node:child_process';
import { applyEdits, setAttribute, type Scalar } from '../../src/hcl/edit';
import { parseFile } from '../../src/hcl/parse';
import type { Block } from '../../src/hcl/syntax';

function set(text: string, path: string, value: Scalar): string {
  const file = parseFile(text);
  const block = file.body.items.find((item): item is Block => item.kind === 'block');
  if (!block) throw new Error('there is a block');
  const edits = setAttribute(file, block, path.split('.'), value);
  return typeof edits === 'string' ? `refused: ${edits}` : applyEdits(text, edits);
}

const cases: readonly (readonly [string, string, string, Scalar, string])[] = [
  ['an empty block', 'resource "a" "b" {}\n', 'on', true, 'resource "a" "b" {\n  on = true\n}\n'],
  ['a block on one line', 'resource "a" "b" { size = 8 }\n', 'encrypted', true, 'resource "a" "b" {\n  size      = 8\n  encrypted = true\n}\n'],
  ['a plain value', 'resource "a" "b" {\n  on = false # for now\n}\n', 'on', true, 'resource "a" "b" {\n  on = true # for now\n}\n'],
  ['a value that is there', 'resource "a" "b" {\n  on = true\n}\n', 'on', true, 'resource "a" "b" {\n  on = true\n}\n'],
  ['attributes that line up', 'resource "a" "b" {\n  size = 8\n  zone = "z"\n}\n', 'encrypted', true, 'resource "a" "b" {\n  size      = 8\n  zone      = "z"\n  encrypted = true\n}\n'],
  ['a longer neighbour', 'resource "a" "b" {\n  availability = "z"\n}\n', 'on', true, 'resource "a" "b" {\n  availability = "z"\n  on           = true\n}\n'],
  ['only the last run of lines', 'resource "a" "b" {\n  size = 8\n\n  zone = "z"\n}\n', 'encrypted', true, 'resource "a" "b" {\n  size = 8\n\n  zone      = "z"\n  encrypted = true\n}\n'],
  ['a value of several lines', 'resource "a" "b" {\n  tags = {\n    a = 1\n  }\n}\n', 'on', true, 'resource "a" "b" {\n  tags = {\n    a = 1\n  }\n\n  on = true\n}\n'],
  ['before nested blocks', 'resource "a" "b" {\n  size = 8\n\n  timeouts {\n    create = "1h"\n  }\n}\n', 'on', true, 'resource "a" "b" {\n  size = 8\n  on   = true\n\n  timeouts {\n    create = "1h"\n  }\n}\n'],
  ['nothing but nested blocks', 'resource "a" "b" {\n  timeouts {\n    create = "1h"\n  }\n}\n', 'on', true, 'resource "a" "b" {\n  on = true\n\n  timeouts {\n    create = "1h"\n  }\n}\n'],
  ['a nested block that is missing', 'resource "a" "b" {\n  size = 8\n}\n', 'options.tokens', 'required', 'resource "a" "b" {\n  size = 8\n\n  options {\n    tokens = "required"\n  }\n}\n'],
  ['a nested block that is there', 'resource "a" "b" {\n  options {\n    tokens = "optional"\n  }\n}\n', 'options.tokens', 'required', 'resource "a" "b" {\n  options {\n    tokens = "required"\n  }\n}\n'],
  ['a comment at the end of a line', 'resource "a" "b" {\n  size = 8 # gigabytes\n}\n', 'on', true, 'resource "a" "b" {\n  size = 8 # gigabytes\n  on   = true\n}\n'],
  ['a text that would be a template', 'resource "a" "b" {}\n', 'name', '${x}"', 'resource "a" "b" {\n  name = "$${x}\\""\n}\n'],
]; // prettier-ignore

test.each(cases)('%s', (_, text, path, value, expected) => {
  expect(set(text, path, value)).toBe(expected);
});

test.each(cases)('%s: once is enough', (_, __, path, value, expected) => {
  expect(set(expected, path, value)).toBe(expected);
});

test.each(cases)('%s, with the line ends of Windows', (_, text, path, value, expected) => {
  expect(set(text.replaceAll('\n', '\r\n'), path, value)).toBe(expected.replaceAll('\n', '\r\n'));
});

test('terraform has nothing to format', () => {
  if (spawnSync('terraform', ['version']).status !== 0) {
    console.warn('SKIPPED: terraform is not installed, so that edits keep its format is not tested here');
    return;
  }
  const formatted = cases.map(([, , , , expected]) => {
    const { stdout } = spawnSync('terraform', ['fmt', '-'], { input: expected, encoding: 'utf8' });
    return stdout;
  });
  expect(formatted).toEqual(cases.map(([, , , , expected]) => expected));
});

test.each([
  ['a variable', 'resource "a" "b" {\n  on = var.on\n}\n', 'on', 'refused: "on" is var.on'],
  ['a condition', 'resource "a" "b" {\n  on = var.x ? true : false\n}\n', 'on', 'refused: "on" is var.x ? true : false'],
  ['a text with holes', 'resource "a" "b" {\n  on = "${var.x}-a"\n}\n', 'on', 'refused: "on" is "${var.x}-a"'],
  ['a dynamic block', 'resource "a" "b" {\n  dynamic "o" {\n    for_each = []\n    content {}\n  }\n}\n', 'o.x', 'refused: "o" is made by a dynamic block'],
  ['several blocks', 'resource "a" "b" {\n  o {}\n  o {}\n}\n', 'o.x', 'refused: there are several blocks "o"'],
  ['an attribute where a block is expected', 'resource "a" "b" {\n  o = []\n}\n', 'o.x', 'refused: "o" is written as an attribute'],
])('%s is left alone', (_, text, path, expected) => {
  expect(set(text, path, true)).toBe(expected);
}); // prettier-ignore

test('a damaged block is left alone', () => {
  expect(set('resource "a" "b" {\n  size = 8\n  @\n}\n', 'on', true)).toBe(
    'refused: the block holds what cannot be read',
  );
});

test('edits that overlap are a mistake', () => {
  expect(() => applyEdits('abc', [{ start: 0, end: 2, text: '' }, { start: 1, end: 3, text: '' }])).toThrow(); // prettier-ignore
});
