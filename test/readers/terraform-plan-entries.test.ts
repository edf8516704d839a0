import fc from 'fast-check';
import { retold, type Resource } from '../../src/model/resource';
import { readTerraformPlan } from '../../src/readers/terraform-plan';
import { memorySource } from '../../src/readers/source';
import { entryTable, positionsOf } from '../../src/readers/terraform-plan/entries';
import { entryOf, usualAddress, type Entry } from '../../src/readers/terraform-plan/entry';
import { idIndex } from '../../src/readers/terraform-plan/id-index';

const range = fc.record({
  start: fc.maxSafeNat(),
  length: fc.oneof(fc.nat(), fc.integer({ min: 2 ** 31, max: 2 ** 33 })),
});
const words = fc.constantFrom('aws_s3_bucket', 'a', 'b', 'data', 'é', '');
const maybe = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(some, { nil: undefined });

/** Entries as plans have them, and as only a hand-made one would. */
const entries: fc.Arbitrary<Entry> = fc
  .record({
    range,
    tail: maybe(fc.tuple(fc.nat(1000), fc.nat(1000))),
    origin: fc.constantFrom<Entry['origin']>('change', 'prior-state', 'configuration', 'provider'),
    address: maybe(fc.constantFrom('aws_s3_bucket.a', 'aws_s3_bucket.a["0"]', 'module.m.x', '')),
    moduleAddress: fc.constantFrom('', 'module.m', 'module.m["a.b[\\"x\\"]"].module.n[0]'),
    mode: fc.constantFrom('managed', 'data', 'other'),
    type: words,
    name: words,
    index: maybe(fc.oneof(fc.string(), fc.nat(), fc.constantFrom(1.5, Infinity))),
    provider: maybe(words),
    previousAddress: maybe(words),
    deposed: maybe(fc.constantFrom('abc', 'def')),
    actions: fc.constantFrom<readonly string[]>(['no-op'], ['create', 'delete'], []),
    importing: fc.boolean(),
    before: maybe(fc.boolean()),
    after: maybe(fc.boolean()),
    written: maybe(fc.constantFrom<'the same' | 'otherwise'>('the same', 'otherwise')),
  })
  .map(({ range: { start, length }, tail, address, ...named }) => {
    const first = Math.min(start, Number.MAX_SAFE_INTEGER - 2 ** 33);
    return entryOf({
      ...named,
      range: { start: first, end: first + length },
      tail: tail && { start: first + tail[0], end: first + tail[0] + tail[1] + 1 },
      address: address ?? usualAddress(named),
    });
  });

describe('entries', () => {
  test('come back as they were, under ids of their own', () => {
    fc.assert(
      fc.property(fc.array(entries, { maxLength: 30 }), (all) => {
        const table = entryTable('plan.json');
        for (const entry of all) table.add(entry);
        const positions = all.map((_, position) => position);
        expect(positions.map(table.at)).toEqual(all);
        expect(positions.map(table.address)).toEqual(all.map(({ address }) => address));
        expect(positions.map((position) => table.standing(position).type)).toEqual(all.map(({ type }) => type));
        expect(new Set(positions.map(table.id)).size).toBe(all.length);
        expect(positions.map((position) => table.find(table.id(position)))).toEqual(positions);
        expect(positionsOf(table, ({ mode }) => mode === 'data')).toEqual(
          positions.filter((position) => all[position]?.mode === 'data'),
        );
      }),
    );
  });

  test('are told apart by a number where several have an address, and by what was deposed', () => {
    const table = entryTable('plan.json');
    const named = { moduleAddress: '', mode: 'managed', type: 'aws_s3_bucket', name: 'a', index: undefined };
    const about = { ...named, range: { start: 0, end: 1 }, origin: 'change', actions: [], importing: false } as const;
    for (const deposed of [undefined, 'abc', undefined, 'abc', undefined])
      table.add(entryOf({ ...about, address: usualAddress(named), deposed }));
    expect([0, 1, 2, 3, 4].map(table.id)).toEqual([
      'plan.json:aws_s3_bucket.a',
      'plan.json:aws_s3_bucket.a (deposed abc)',
      'plan.json:aws_s3_bucket.a (2)',
      'plan.json:aws_s3_bucket.a (deposed abc) (2)',
      'plan.json:aws_s3_bucket.a (3)',
    ]);
    expect(table.find('plan.json:aws_s3_bucket.b')).toBeUndefined();
  });

  test('of one address may be many', () => {
    const table = entryTable('plan.json');
    const named = { moduleAddress: '', mode: 'managed', type: 'aws_s3_bucket', name: 'a', index: undefined };
    const about = { ...named, range: { start: 0, end: 1 }, origin: 'change', actions: [], importing: false } as const;
    const entry = entryOf({ ...about, address: usualAddress(named) });
    for (let times = 0; times < 20_000; times++) table.add(entry);
    expect(table.id(19_999)).toBe('plan.json:aws_s3_bucket.a (20000)');
  });
});

describe('the index of ids', () => {
  test('finds what was added, and nothing else', () => {
    const ids = Array.from({ length: 50_000 }, (_, number) => `plan.json:aws_s3_bucket.a[${String(number)}]`);
    const index = idIndex((position) => ids[position] ?? '');
    ids.forEach((id, position) => {
      expect(index.find(id)).toBeUndefined();
      index.add(id, position);
    });
    expect(ids.every((id, position) => index.find(id) === position)).toBe(true);
    expect(index.find('')).toBeUndefined();
    expect(index.find('plan.json:aws_s3_bucket.a[50000]')).toBeUndefined();
  });
});

test('a copy of a planned resource says all that it says', () => {
  const change = { actions: ['update'], before: { bucket: 'b' }, after: { bucket: 'c' }, after_unknown: {} };
  const moved = { address: 'aws_s3_bucket.a', previous_address: 'aws_s3_bucket.b', mode: 'managed', type: 'aws_s3_bucket', name: 'a', provider_name: 'registry.terraform.io/hashicorp/aws', change }; // prettier-ignore
  const plan = JSON.stringify({ format_version: '1.2', resource_changes: [moved] });
  const locate = () => ({ file: 'main.tf', line: 1, column: 1 });
  const { after } = readTerraformPlan(memorySource('plan.json', Buffer.from(plan)), {
    locatorOf: () => ({ locate, origins: () => [] }),
  });
  const [resource] = after.resources;
  const copy = resource && retold(resource, { action: 'create' });
  const told: Partial<Resource> = {
    id: 'plan.json:aws_s3_bucket.a',
    address: 'aws_s3_bucket.a',
    type: 'aws_s3_bucket',
    vocabulary: 'terraform',
    mode: 'managed',
    unused: false,
    document: 'plan.json',
    provider: 'aws',
    previousId: 'plan.json:aws_s3_bucket.b',
    locate,
  };
  expect(resource).toMatchObject({ ...told, action: 'update' });
  expect(copy).toMatchObject({ ...told, action: 'create' });
  expect(copy?.properties.get('bucket').text()).toMatchObject({ state: 'known', value: 'c' });
});
