import { argument, brief, evaluateFiles, outcome, resourceAt, worth } from './support';

const doubling = (start: string, twice: (name: string) => string, times = 60) =>
  Array.from({ length: times }, (_, at) => `v${String(at + 1)} = ${twice(`local.v${String(at)}`)}`).reduce(
    (all, line) => `${all}\n${line}`,
    `v0 = ${start}`,
  );

const lastOf = (locals: string, expression: string) =>
  argument(evaluateFiles(`locals {\n${locals}\n}\nresource "a_b" "c" {\nx = ${expression}\n}`), 'a_b.c', 'x');

describe('what grows is cut short, and unknown', () => {
  test.each([
    ['a text', doubling('"xxxxxxxx"', (name) => `"\${${name}}\${${name}}"`), 'local.v60'],
    ['a list', doubling('["x"]', (name) => `concat(${name}, ${name})`), 'local.v60'],
    ['a list in lists', doubling('["x"]', (name) => `[${name}, ${name}]`), 'local.v60'],
    ['a map in maps', doubling('{ a = 1 }', (name) => `{ a = ${name}, b = ${name} }`), 'local.v60'],
    ['one that is flattened', doubling('["x"]', (name) => `[${name}, ${name}]`), 'flatten(local.v60)'],
    ['one that is compared', doubling('["x"]', (name) => `[${name}, ${name}]`), 'local.v60 == local.v59'],
    ['one that is encoded', doubling('["x"]', (name) => `[${name}, ${name}]`), '"${jsonencode(local.v60)}"'],
    [
      'one that is made distinct',
      doubling('["x"]', (name) => `[${name}, ${name}]`),
      'distinct([local.v60, local.v59])',
    ],
    ['text replaced by text', doubling('"xx"', (name) => `replace(${name}, "x", ${name})`, 12), 'local.v12'],
    ['products', '', 'setproduct(range(1000), range(1000))'],
    ['ranges', '', 'range(1000000000)'],
    ['padding', '', 'format("%999999999s", "x")'],
    ['indentation', '', 'indent(999999999, "a\\nb\\nc")'],
    ['a for in a for', doubling('range(100)', (name) => `flatten([for x in ${name} : range(100)])`, 5), 'local.v5'],
  ])('%s', (_, locals, expression) => {
    const start = performance.now();
    expect(JSON.stringify(lastOf(locals, expression))).toMatch(/^(?:"\?"|\["\.\.\."\]|"(?:\{\?\}){1,1100}")$/);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('a chain of locals', () => {
    const chain = Array.from({ length: 5000 }, (_, at) => `v${String(at + 1)} = local.v${String(at)}`).join('\n');
    expect(lastOf(`v0 = 1\n${chain}`, 'local.v5000')).toBe('?');
    expect(lastOf(`v0 = 1\n${chain}`, 'local.v100')).toBe(1);
  });

  test('values inside each other', () => {
    const brackets = (inner: string) => `${'['.repeat(60)}${inner}${']'.repeat(60)}`;
    const count = 2000;
    const locals = Array.from({ length: count }, (_, at) => `v${String(at + 1)} = ${brackets(`local.v${String(at)}`)}`);
    const uses = Array.from({ length: count }, (_, at) => `x${String(at)} = local.v${String(at)}`);
    const evaluation = evaluateFiles(
      `locals {\nv0 = 1\n${locals.join('\n')}\n}\nresource "a_b" "c" {\n${uses.join('\n')}\n}`,
    );
    expect(resourceAt(evaluation, 'a_b.c').body.members.size).toBe(count);
  });

  test('steps into what is not known', () => {
    const start = performance.now();
    const evaluation = evaluateFiles(
      `resource "a_b" "c" {\nx = a_d.e.f${'.a'.repeat(100_000)}\n}\nresource "a_d" "e" {}`,
    );
    expect(argument(evaluation, 'a_b.c', 'x')).toBe('?');
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('work that multiplies', () => {
    const start = performance.now();
    expect(brief(worth('[for x in range(9000) : setintersection(range(9000), range(9000))]'))).toBe('?');
    expect(performance.now() - start).toBeLessThan(30_000);
  });

  test('what asks for too much in a repetition or a block', () => {
    const locals = doubling('["x"]', (name) => `[${name}, ${name}]`);
    const evaluation = evaluateFiles(
      `variable "n" {}
       locals {\n${locals}\n}
       resource "a_b" "each" {
         for_each = var.n ? { a = local.v60 } : { a = local.v59 }
       }
       resource "a_b" "dynamic" {
         dynamic "x" {
           for_each = var.n ? [local.v60] : [local.v59]
           content {
             y = x.value
           }
         }
       }`,
    );
    expect(evaluation.resources.map(({ address }) => address)).toEqual(['a_b.each', 'a_b.dynamic']);
    expect(argument(evaluation, 'a_b.dynamic', 'x')).toEqual(['...']);
  });

  test('a choice of many', () => {
    const many = Array.from({ length: 30 }, (_, at) => `unknown == ${String(at)} ? ${String(at)} : `).join('');
    expect(outcome(`${many}99`)).toMatchObject({ either: expect.arrayContaining(['?']) as unknown });
    const sum = Array.from({ length: 30 }, (_, at) => `(unknown == ${String(at)} ? ${String(2 ** at)} : 0)`).join(
      ' + ',
    );
    expect(outcome(sum)).toBe('?');
  });
});

test('patterns that would take forever are not run', () => {
  const subject = `"${'a'.repeat(50)}!"`;
  for (const pattern of ['(a+)+$', '(a|a)*$', '(a|aa)+$', '(?:a*)*$', 'a*a*a*a*a*a*a*a*$', '((a{1,9}){1,9}){1,9}$', '([a]+[a]+)+$']) {
    const start = performance.now();
    outcome(`regexall("${pattern}", ${subject})`);
    expect(performance.now() - start).toBeLessThan(1000);
  }
  expect(outcome(`regex("(a+)+$", ${subject})`)).toBe('?');
}); // prettier-ignore

test('names of every object mean nothing', () => {
  for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
    expect(outcome(`{ a = 1 }["${name}"]`)).toBe('refused');
    expect(outcome(`lookup({}, "${name}", 7)`)).toBe(7);
    expect(outcome(`${name}(1)`)).toBe('?');
    expect(outcome(`jsondecode("{\\"${name}\\":1}")["${name}"]`)).toBe(1);
    expect(outcome(`merge({ ${name} = 1 }, {})["${name}"]`)).toBe(1);
    const evaluation = evaluateFiles(`resource "a_b" "${name}" {\n x = var.${name}\n y = local.${name}\n z = module.${name}.a\n}`);
    for (const key of ['x', 'y', 'z']) expect(argument(evaluation, `a_b.${name}`, key)).toBe('?');
  }
}); // prettier-ignore

test('broken files give what can be read', () => {
  const evaluation = evaluateFiles('resource "a_b" "c" {\n x = [1,\n}\nresource "a_b" "d" {\n y = 1\n}\nresource {\n}\nresource "a" {}\nmodule {}\nvariable {}\nprovider {}\nmoved {}\nlocals {\n'); // prettier-ignore
  expect(argument(evaluation, 'a_b.d', 'y')).toBe(1);
});

test('what is refused says why, where it is written', () => {
  const evaluation = evaluateFiles('resource "a_b" "c" {\n  x = [1][5]\n}');
  expect(evaluation.notes).toEqual([
    { message: 'not evaluated: a list of 1 has no item 5', place: { file: 'main.tf', start: 27, end: 33 } },
  ]);
  expect(resourceAt(evaluation, 'a_b.c').body.members.get('x')).toMatchObject({
    kind: 'unknown',
    why: 'not evaluated: a list of 1 has no item 5',
  });
  expect(brief(worth('[][0]'))).toBe('?');
});
