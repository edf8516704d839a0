import { parseFile, positionAt, type Block, type Body } from '../../../src/hcl';

const blockOf = ({ items }: Body, index = 0): Block => {
  const block = items.filter((item) => item.kind === 'block')[index];
  if (!block) throw new Error('There is no such block');
  return block;
};
const namesOf = ({ items }: Body) => items.map((item) => (item.kind === 'block' ? `${item.type} {}` : item.name));

test('attributes and blocks in the order they are written', () => {
  const file = parseFile('a = 1\nb "x" y {\n  c = 2\n\n  d {}\n  e = 3\n}\nf {}');
  expect(file.errors).toEqual([]);
  expect(namesOf(file.body)).toEqual(['a', 'b {}', 'f {}']);
  expect(namesOf(blockOf(file.body).body)).toEqual(['c', 'd {}', 'e']);
  expect(file.body.damaged).toBe(false);
});

test('every piece of a block says where it is', () => {
  const text = '\nresource "aws_s3_bucket" logs { # kept\n  bucket = "logs"\n}\n';
  const { body } = parseFile(text);
  const block = blockOf(body);
  expect(text.slice(block.start, block.end)).toBe(text.trim());
  expect(text.slice(block.start, block.openingBrace)).toBe('resource "aws_s3_bucket" logs ');
  expect(text[block.closingBrace]).toBe('}');
  expect(text.slice(block.typeSpan.start, block.typeSpan.end)).toBe('resource');
  expect(block.labels.map(({ value, quoted, start, end }) => [value, quoted, text.slice(start, end)])).toEqual([
    ['aws_s3_bucket', true, '"aws_s3_bucket"'],
    ['logs', false, 'logs'],
  ]);
  expect(text.slice(block.body.start, block.body.end)).toBe(' # kept\n  bucket = "logs"\n');
  const attribute = block.body.items[0];
  expect(attribute && text.slice(attribute.start, attribute.end)).toBe('bucket = "logs"');
});

test('a block on one line', () => {
  const { body, errors } = parseFile('a { b = [\n1\n] }\nc {}\n');
  expect(errors).toEqual([]);
  expect(namesOf(blockOf(body).body)).toEqual(['b']);
  expect(blockOf(body, 1).body.items).toEqual([]);
});

test('carriage returns and a byte order mark change nothing but offsets', () => {
  const text = '\ufeffa = 1\r\nb {\r\n  c = 2\r\n}\r\n';
  const file = parseFile(text);
  expect(file.errors).toEqual([]);
  expect(namesOf(file.body)).toEqual(['a', 'b {}']);
  expect(positionAt(file, file.body.items[0]?.start ?? -1)).toEqual({ line: 1, column: 1 });
  expect(positionAt(file, text.indexOf('c'))).toEqual({ line: 3, column: 3 });
  expect(parseFile('a = 1\n\ufeffb = 2\n').errors).toHaveLength(1);
});

test('columns are counted in UTF-16 units, lines at newlines', () => {
  const file = parseFile('a = "😀" # x\n\nb = 1');
  expect(positionAt(file, file.text.indexOf('#'))).toEqual({ line: 1, column: 10 });
  expect(positionAt(file, file.text.indexOf('b'))).toEqual({ line: 3, column: 1 });
  expect(positionAt(file, file.text.length)).toEqual({ line: 3, column: 6 });
});

test('names that objects have of themselves are names like others', () => {
  const { body, errors } = parseFile('__proto__ = 1\nconstructor {}\ntoString = { __proto__ = 2 }\n');
  expect(errors).toEqual([]);
  expect(namesOf(body)).toEqual(['__proto__', 'constructor {}', 'toString']);
});

test('nothing is a valid file', () => {
  expect(parseFile('')).toMatchObject({ body: { items: [], damaged: false }, errors: [], comments: [] });
});
