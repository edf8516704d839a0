import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { fileSource, memorySource } from '../../src/readers/source';
import { moduleAddress, parseSteps, splitModules } from '../../src/readers/terraform-plan/address';
import { recentlyUsed } from '../../src/readers/terraform-plan/cache';
import { expressionOf, subjectsOf } from '../../src/readers/terraform-plan/expression';
import { Scanner } from '../../src/readers/terraform-plan/scanner';
import { readTerraformPlan } from '../../src/readers/terraform-plan';

const scannerOf = (text: string) => new Scanner(memorySource('x', Buffer.from(text)));

describe('the scanner', () => {
  test('passes over any value', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom('', ' ', '\n\t'), (json, space) => {
        const scanner = scannerOf(`${space}${json}${space},`);
        expect(scanner.range()).toEqual({ start: space.length, end: space.length + Buffer.byteLength(json) });
      }),
    );
  });

  test('visits members and elements', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.array(fc.jsonValue())), (object) => {
        const scanner = scannerOf(JSON.stringify(object));
        const seen: [string, unknown[]][] = [];
        scanner.members((key) => {
          const items: unknown[] = [];
          scanner.elements(() => items.push(scanner.value()));
          seen.push([key, items]);
        });
        expect(Object.fromEntries(seen)).toEqual(JSON.parse(JSON.stringify(object)));
        expect(scanner.space()).toBe(-1);
      }),
    );
  });

  test('a token may lie on a window’s border', () => {
    const tail = '{"k\\u00e9y": ["\\\\", true, -12.5e3, {"é": null}]}';
    for (let shift = 0; shift <= tail.length; shift++) {
      const scanner = scannerOf(' '.repeat((1 << 20) - shift) + tail);
      let parsed: unknown;
      scanner.members((key) => (parsed = { [key]: scanner.value() }));
      expect(parsed).toEqual(JSON.parse(tail));
    }
  });

  test('the windows of a file follow each other, and what was read of one stays what it was', () => {
    const items = Array.from({ length: 40_000 }, (_, number) => ({
      name: `item ${String(number)}`,
      text: 'é'.repeat(30),
    }));
    const file = join(mkdtempSync(join(tmpdir(), 'demarc-scanner-')), 'items.json');
    writeFileSync(file, JSON.stringify(items));
    const source = fileSource(file);
    expect(source.size).toBeGreaterThan(3 << 20);
    try {
      const scanner = new Scanner(source);
      const read: unknown[] = [];
      const starts: number[] = [];
      scanner.elements(() => {
        scanner.space();
        starts.push(scanner.position);
        read.push(scanner.value());
      });
      expect(read).toEqual(items);
      scanner.seek(starts[1] ?? 0);
      expect(scanner.value()).toEqual(items[1]);
      scanner.seek(starts.at(-1) ?? 0);
      expect(scanner.value()).toEqual(items.at(-1));
      scanner.seek(starts[2] ?? 0);
      expect(scanner.value()).toEqual(items[2]);
    } finally {
      source.close();
      rmSync(dirname(file), { recursive: true });
    }
  });
});

describe('addresses', () => {
  test.each([
    ['aws_s3_bucket.b', ['aws_s3_bucket', 'b']],
    ['aws_s3_bucket.b[0].id', ['aws_s3_bucket', 'b', { key: 0 }, 'id']],
    ['module.m["a.b[\\"x\\"]"].x.y["]"]', ['module', 'm', { key: 'a.b["x"]' }, 'x', 'y', { key: ']' }]],
    ['x.y[*].id', ['x', 'y', {}, 'id']],
    ['x.y[each.key].id', ['x', 'y', {}, 'id']],
    ['x.y["cut', ['x', 'y', { key: 'cut' }]],
  ])('%s', (address, steps) => {
    expect(parseSteps(address)).toEqual(steps);
  });

  test('any key survives being written and read', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.nat()), (key) => {
        const modules = [{ name: 'a', key }, { name: 'b' }];
        expect(splitModules(parseSteps(`${moduleAddress(modules)}.x.y`))).toEqual({ modules, rest: ['x', 'y'] });
      }),
    );
  });
});

test('prefixes of a reference are no references of their own', () => {
  expect(subjectsOf(['a.b[0].id', 'a.b[0]', 'a.b', 'var.o.list', 'var.o', 'a.bc', 'a.b[0].id', 'a.b[0]'])).toEqual([
    'a.b[0].id',
    'var.o.list',
    'a.bc',
  ]);
});

test('expressions are told from blocks', () => {
  expect(expressionOf({ constant_value: null })).toEqual({ constant: null, references: [] });
  expect(expressionOf({ references: ['var.a'] })).toEqual({ references: ['var.a'] });
  expect(expressionOf({})).toEqual({ references: [] });
  expect(expressionOf({ name: { constant_value: 1 } })).toBeUndefined();
  expect(expressionOf({ references: { constant_value: 1 } })).toBeUndefined();
});

test('the cache forgets what was not used for long', () => {
  const cache = recentlyUsed<string, { readonly made: number }>(10, (key) => key.length);
  let made = 0;
  const make = () => ({ made: ++made });
  const get = (key: string) => cache.get(key, make).made;
  expect(['aaaa', 'bbbb', 'aaaa', 'cccc', 'aaaa', 'bbbb'].map(get)).toEqual([1, 2, 1, 3, 1, 4]);
  expect(['much too large', 'much too large'].map(get)).toEqual([5, 5]);
});

describe('references', () => {
  type Expressions = Readonly<Record<string, unknown>>;
  const resource = (address: string, unknown: readonly string[] = [], index?: string | number, module?: string) => ({
    address: `${module ? `${module}.` : ''}${address}${index === undefined ? '' : `[${JSON.stringify(index)}]`}`,
    ...(module && { module_address: module }),
    mode: 'managed',
    type: address.split('.')[0],
    name: address.split('.')[1],
    ...(index !== undefined && { index }),
    change: {
      actions: ['create'],
      before: null,
      after: {},
      after_unknown: Object.fromEntries(unknown.map((key) => [key, true])),
    },
  });
  const written = (address: string, expressions: Expressions = {}, more: Expressions = {}) => ({
    mode: 'managed',
    type: address.split('.')[0],
    name: address.split('.')[1],
    expressions,
    ...more,
  });
  const to = (...references: readonly string[]) => ({ references });

  /** What the attribute `a` of the first resource refers to. */
  function targets(
    changes: readonly unknown[],
    rootModule: unknown,
    more: Expressions = {},
  ): readonly string[] | string {
    const plan = {
      format_version: '1.2',
      resource_changes: changes,
      configuration: { root_module: rootModule },
      ...more,
    };
    const { after } = readTerraformPlan(memorySource('p', Buffer.from(JSON.stringify(plan))));
    const property = after.resources[0]?.properties.get('a');
    const references = property?.references() ?? [];
    if (references.length === 0) {
      const text = property?.text();
      return text?.state === 'unknown' ? text.why : (text?.state ?? 'missing');
    }
    return references.map(({ id, attribute }) =>
      `${after.byIdentity(id)?.address ?? 'nothing'} ${attribute ?? ''}`.trim(),
    );
  }

  test('the instance with the same key, else the one that is named, else all', () => {
    const many = [resource('x.t', [], 'one'), resource('x.t', [], 'two')];
    const repeated = written('x.t', {}, { for_each_expression: {} });
    const from = (expression: unknown, index?: string) =>
      targets([resource('x.s', ['a'], index), ...many], { resources: [written('x.s', { a: expression }), repeated] });
    expect(from(to('x.t', 'each.key'), 'two')).toEqual(['x.t["two"]']);
    expect(from(to('x.t', 'each.value'), 'two')).toEqual(['x.t["two"]']);
    expect(from(to('x.t["one"].id', 'x.t["one"]', 'x.t'))).toEqual(['x.t["one"] id']);
    expect(from(to('x.t'))).toEqual(['x.t["one"]', 'x.t["two"]']);
    expect(from(to('x.t["none"].id', 'x.t["none"]', 'x.t'))).toBe('settled at apply: x.t["none"].id');
  });

  test('each.value of a resource that is repeated over', () => {
    const source = written('x.s', { a: to('each.value.id', 'each.value') }, { for_each_expression: to('x.t') });
    expect(
      targets([resource('x.s', ['a'], 'two'), resource('x.t', [], 'one'), resource('x.t', [], 'two')], {
        resources: [source, written('x.t', {}, { for_each_expression: {} })],
      }),
    ).toEqual(['x.t["two"] id']);
  });

  test('outputs of modules with keys, and of modules in modules', () => {
    const inner = { resources: [written('x.t')], outputs: { id: { expression: to('x.t.id', 'x.t') } } };
    const outer = {
      module_calls: { inner: { module: inner } },
      outputs: { id: { expression: to('module.inner.id', 'module.inner') } },
    };
    const call = (module: unknown) => ({ outer: { module, for_each_expression: {} } });
    const changes = [
      resource('x.s', ['a']),
      resource('x.t', [], undefined, 'module.outer["k.1"].module.inner'),
      resource('x.t', [], undefined, 'module.outer["k.2"].module.inner'),
    ];
    const from = (...references: readonly string[]) =>
      targets(changes, { resources: [written('x.s', { a: to(...references) })], module_calls: call(outer) });
    expect(from('module.outer["k.2"].id', 'module.outer["k.2"]')).toEqual(['module.outer["k.2"].module.inner.x.t id']);
    expect(from('module.outer')).toBe('settled at apply: module.outer');
  });

  test('a local, and a resource that the plan lacks, lead nowhere and say so', () => {
    const from = (name: string) => targets([resource('x.s', ['a'])], { resources: [written('x.s', { a: to(name) })] });
    expect(from('local.key')).toBe('settled at apply: local.key');
    expect(from('x.gone')).toBe('settled at apply: x.gone');
  });

  test('a resource that repeats over nothing is known not to be there, unless the plan is incomplete', () => {
    const root = {
      resources: [
        written('x.s', { a: to('x.t[0].id', 'x.t[0]', 'x.t') }),
        written('x.t', {}, { count_expression: to('var.on') }),
      ],
    };
    expect(targets([resource('x.s', ['a'])], root)).toBe('absent');
    expect(targets([resource('x.s', ['a'])], root, { errored: true })).toBe('settled at apply: x.t[0].id');
  });

  test('a variable: given, null, missing, secret', () => {
    const root = (declared: unknown) => ({
      resources: [written('x.s', { a: to('var.v') })],
      variables: { v: declared },
    });
    const from = (declared: unknown, variables: unknown) =>
      targets([resource('x.s', ['a'])], root(declared), { variables });
    expect(from({}, { v: { value: null } })).toBe('absent');
    expect(from({ default: null }, {})).toBe('absent');
    expect(from({}, {})).toBe('settled at apply: var.v');
    expect(from({ sensitive: true }, { v: { value: 'x' } })).toBe('settled at apply: var.v');
  });

  test('cycles end', () => {
    const module = {
      resources: [written('x.s', { a: to('var.v') })],
      outputs: { o: { expression: to('var.v') } },
      variables: { v: {} },
    };
    const root = { module_calls: { m: { module, expressions: { v: to('module.m.o', 'module.m') } } } };
    expect(targets([resource('x.s', ['a'], undefined, 'module.m')], root)).toBe('absent');
  });
});
