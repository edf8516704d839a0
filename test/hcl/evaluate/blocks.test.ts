import { argument, brief, evaluateFiles, resourceAt } from './support';

const body = (text: string) =>
  brief(resourceAt(evaluateFiles(`variable "n" {}\nresource "a_b" "c" {\n${text}\n}`), 'a_b.c').body);

test.each([
  ['arguments', 'a = 1\nb = null', { a: 1, b: null }],
  ['one that is refused', 'a = [][0]\nb = 1', { a: '?', b: 1 }],
  ['blocks', 'x {\n a = 1\n}\nx {\n a = 2\n}\ny {\n}', { x: [{ a: 1 }, { a: 2 }], y: [{}] }],
  ['blocks in blocks', 'x {\n y {\n a = 1\n}\n}', { x: [{ y: [{ a: 1 }] }] }],
  ['what is no argument', 'count = 1\nprovider = aws.west\ndepends_on = [a_b.d]\nlifecycle {\n}\nprovisioner "x" {\n}', undefined],
  ['a dynamic block', 'dynamic "x" {\n for_each = ["p", "q"]\n content {\n a = x.value\n k = x.key\n}\n}', { x: [{ a: 'p', k: 0 }, { a: 'q', k: 1 }] }],
  ['over a map', 'dynamic "x" {\n for_each = { b = 1, a = 2 }\n content {\n a = x.key\n}\n}', { x: [{ a: 'a' }, { a: 'b' }] }],
  ['over a set', 'dynamic "x" {\n for_each = toset(["p"])\n content {\n a = x.key\n}\n}', { x: [{ a: 'p' }] }],
  ['with an iterator', 'dynamic "x" {\n for_each = [1]\n iterator = it\n content {\n a = it.value\n}\n}', { x: [{ a: 1 }] }],
  ['in a dynamic block', 'dynamic "x" {\n for_each = [[1, 2]]\n content {\n dynamic "y" {\n for_each = x.value\n content {\n a = y.value\n b = x.key\n}\n}\n}\n}', { x: [{ y: [{ a: 1, b: 0 }, { a: 2, b: 0 }] }] }],
  ['beside a block', 'x {\n a = 0\n}\ndynamic "x" {\n for_each = [1]\n content {\n a = x.value\n}\n}', { x: [{ a: 0 }, { a: 1 }] }],
  ['over what is not known', 'x {\n a = 0\n}\ndynamic "x" {\n for_each = var.n\n content {\n a = x.value\n}\n}', { x: [{ a: 0 }, '...'] }],
  ['over one of two', 'x {\n a = 0\n}\ndynamic "x" {\n for_each = var.n ? [1] : []\n content {\n a = x.value\n}\n}', { x: { either: [[{ a: 0 }, { a: 1 }], [{ a: 0 }]] } }],
  ['over a list known in part', 'dynamic "x" {\n for_each = concat([1], var.n)\n content {\n a = x.value\n}\n}', { x: [{ a: 1 }, '...'] }],
  ['over null', 'dynamic "x" {\n for_each = null\n content {\n}\n}', { x: '?' }],
  ['without content', 'dynamic "x" {\n for_each = [1]\n}', { x: '?' }],
  ['with an error in it', 'x {\n a = = 1\n b = 2\n}', { x: [{ a: '?', b: 2, '...': true }], '...': true }],
  ['names of every object', 'constructor = 1\ntoString {\n}', { constructor: 1, toString: [{}] }],
])('%s', (name, text, expected) => {
  if (name === 'what is no argument')
    expect(argument(evaluateFiles(`resource "a_b" "c" {\n${text}\n}`), 'a_b.c[0]', 'lifecycle')).toBeUndefined();
  else expect(body(text)).toEqual(expected);
}); // prettier-ignore

test('a resource is read through its blocks, in which the provider knows more', () => {
  const evaluation = evaluateFiles(`
    resource "a_b" "c" {
      x {
        a = 1
      }
    }
    resource "a_b" "d" {
      a = a_b.c.x[0].a
      b = a_b.c.x[0].b
      c = a_b.c.x.0.a
    }`);
  expect(argument(evaluation, 'a_b.d', 'a')).toBe(1);
  expect(argument(evaluation, 'a_b.d', 'c')).toBe(1);
  const { members } = resourceAt(evaluation, 'a_b.d').body;
  expect(members.get('b')).toMatchObject({ kind: 'unknown', references: [{ address: 'a_b.c', path: ['x', 0] }] });
});

test('override files replace arguments, and blocks of a type', () => {
  const evaluation = evaluateFiles({
    'main_override.tf': 'resource "a_b" "c" {\n a = 2\n x {\n k = 2\n}\n}\nlocals {\n l = 2\n}',
    'main.tf':
      'locals {\n l = 1\n}\nresource "a_b" "c" {\n a = 1\n b = local.l\n x {\n k = 1\n}\n x {\n k = 1\n}\n y {\n k = 1\n}\n}',
  });
  const { body: merged, file } = resourceAt(evaluation, 'a_b.c');
  expect(brief(merged)).toEqual({ a: 2, b: 2, x: [{ k: 2 }], y: [{ k: 1 }] });
  expect(file).toBe('main.tf');
  expect(merged.members.get('a')?.at[0]?.file).toBe('main_override.tf');
});
