import { ResourceGraph } from '../../src/model/graph';
import { perGraph } from '../../src/model/per-graph';
import { Property } from '../../src/model/property';
import { isSameAnswer } from '../../src/model/question';
import { choiceLeaf, notedLeaf, partialLeaf, templateLeaf, unknownLeaf, type Raw } from '../../src/model/raw';
import type { Resource } from '../../src/model/resource';

const resource = (id: string, type: string, properties: Raw, more: Partial<Resource> = {}): Resource => ({
  id,
  address: id,
  type,
  vocabulary: 'terraform',
  properties: new Property(properties, { id }),
  mode: 'managed',
  action: 'create',
  document: 'plan',
  ...more,
});
const refer = (...links: readonly (readonly [id: string, attribute?: string])[]) =>
  unknownLeaf(
    'settled at apply',
    links.map(([id, attribute]) => ({ id, ...(attribute !== undefined && { attribute }) })),
  );

const bucket = resource('b', 'bucket', { bucket: 'data' });
const other = resource('o', 'bucket', { bucket: 'more' });
const key = resource('k', 'key', {});
const leads = (raw: Raw, ...beside: readonly Resource[]) =>
  new ResourceGraph([bucket, other, key, ...beside]).follow(new Property(raw, { id: 'x' }), ['bucket']);

describe('where a property leads', () => {
  test('a reference to one, also beside one to something else', () => {
    expect(leads(refer(['b', 'id']))).toEqual({ state: 'linked', resource: bucket });
    expect(leads(refer(['b'], ['k', 'arn']))).toEqual({ state: 'linked', resource: bucket });
    expect(leads(templateLeaf(['arn:', refer(['b', 'id']), '/*']))).toEqual({ state: 'linked', resource: bucket });
  });

  test('a reference to several leaves open to which', () => {
    expect(leads(refer(['b'], ['o']))).toEqual({
      state: 'unknown',
      why: 'settled at apply',
      candidates: [bucket, other],
    });
    expect(leads(choiceLeaf('C', [refer(['b']), refer(['o'])]))).toMatchObject({ candidates: [bucket, other] });
  });

  test('a reference to nothing that could be meant', () => {
    expect(leads(refer(['k', 'arn']))).toEqual({ state: 'unknown', why: 'settled at apply', candidates: [] });
    expect(leads(refer(['nobody', 'arn']))).toEqual({ state: 'unknown', why: 'settled at apply', candidates: [] });
    expect(leads(refer(['k']))).toMatchObject({ state: 'unknown', candidates: [] });
  });

  test('a known text that was taken from something else is a name', () => {
    const taken = (id: string, value: string) => leads(notedLeaf(value, { references: [{ id }] }));
    expect(taken('b', 'elsewhere')).toEqual({ state: 'linked', resource: bucket });
    expect(taken('k', 'more')).toEqual({ state: 'linked', resource: other });
    expect(leads(notedLeaf('more', { references: [{ id: 'b' }, { id: 'k' }] }))).toEqual({ state: 'linked', resource: other }); // prettier-ignore
  });

  test('through others, but not for ever', () => {
    const chain = (length: number) =>
      Array.from({ length }, (_, index) =>
        resource(`s${String(index)}`, 'step', {
          x: index === 0 ? refer(['b']) : refer([`s${String(index - 1)}`, 'x']),
        }),
      );
    expect(leads(refer(['s0', 'x']), ...chain(1))).toEqual({ state: 'linked', resource: bucket });
    expect(leads(refer(['s11', 'x']), ...chain(12))).toEqual({ state: 'linked', resource: bucket });
    expect(leads(refer(['s12', 'x']), ...chain(13)).state).toBe('unknown');
    const nested = resource('n', 'step', { block: [{ name: 'data' }] });
    expect(leads(refer(['n', 'block.name']), nested)).toEqual({ state: 'linked', resource: bucket });
    expect(leads(refer(['n', 'nothing']), nested).state).toBe('unknown');
  });

  test('many ways that meet take no time that doubles at each meeting', () => {
    const layers = Array.from({ length: 11 }, (_, index) =>
      resource(`l${String(index)}`, 'step', {
        x: index === 0 ? refer(['k']) : refer(...['x', 'x', 'x', 'x', 'x', 'x'].map((at) => [`l${String(index - 1)}`, at] as const)),
      }),
    ); // prettier-ignore
    expect(leads(refer(['l10', 'x']), ...layers).state).toBe('unknown');
  });

  test('nothing that is set leads nowhere', () => {
    for (const raw of [undefined, null, '', []]) expect(leads(raw)).toEqual({ state: 'absent' });
    expect(leads({}).state).toBe('unknown');
    expect(leads(unknownLeaf('a parameter'))).toEqual({ state: 'unknown', why: 'a parameter', candidates: [] });
  });

  test('what is looked up under the name of what is declared is that', () => {
    const looked = resource('d', 'bucket', { bucket: 'data' }, { mode: 'data' });
    expect(leads('data', looked)).toEqual({ state: 'linked', resource: bucket });
    expect(leads('seen', resource('d', 'bucket', { bucket: 'seen' }, { mode: 'data' }))).toMatchObject({ resource: { id: 'd' } });
    expect(leads('data', resource('t', 'bucket', { bucket: 'data' }))).toMatchObject({ state: 'unknown', candidates: [bucket, { id: 't' }] });
    expect(leads('data', resource('n', 'bucket', { bucket: '' }), resource('m', 'bucket', { bucket: unknownLeaf('later') }))).toEqual({ state: 'linked', resource: bucket });
  }); // prettier-ignore

  test('each item of a list leads somewhere', () => {
    const graph = new ResourceGraph([bucket, other]);
    const all = (raw: Raw) => graph.followAll(new Property(raw, { id: 'x' }), ['bucket']);
    expect(all(['data', refer(['o']), 'else'])).toEqual([
      { state: 'linked', resource: bucket },
      { state: 'linked', resource: other },
      { state: 'outside', value: 'else' },
    ]);
    expect(all(undefined)).toEqual([]);
    expect(all(unknownLeaf('later'))).toMatchObject([{ state: 'unknown' }]);
    expect(all(partialLeaf(['data'], 'there may be more'))).toMatchObject([{ state: 'linked' }, { state: 'unknown' }]);
    expect(all(notedLeaf('more', { references: [{ id: 'b' }] }))).toEqual([{ state: 'linked', resource: bucket }]);
  });
});

describe('companions', () => {
  test('of several types, by a nested property, and nothing that is only looked up', () => {
    const first = resource('1', 'policy', { rule: [{ target: 'data' }] });
    const second = resource('2', 'acl', { rule: [{ target: 'data' }] });
    const looked = resource('3', 'policy', { rule: [{ target: 'data' }] }, { mode: 'data' });
    const graph = new ResourceGraph([bucket, other, first, second, looked]);
    expect(graph.companions(bucket, ['policy', 'acl'], 'rule.target')).toEqual({
      certain: [first, second],
      possible: [],
    });
    expect(graph.companions(other, ['policy', 'acl'], 'rule.target').certain).toEqual([]);
    expect(graph.companions(bucket, ['policy', 'acl'], 'target').certain).toEqual([]);
  });

  test('one that may not be there may belong to what is there for sure, and does to what comes and goes with it', () => {
    const when = (condition: string) => ({ uncertain: { why: `only if ${condition}`, condition } });
    const policy = (id: string, condition: string) => resource(id, 'policy', { target: refer(['b']) }, when(condition));
    const certain = new ResourceGraph([bucket, policy('p', 'A')]);
    expect(certain.companions(bucket, ['policy'], 'target')).toMatchObject({ certain: [], possible: [{ why: 'only if A' }] });
    const owner = resource('b', 'bucket', {}, when('A'));
    const found = new ResourceGraph([owner, policy('p', 'A'), policy('q', 'B')]).companions(owner, ['policy'], 'target');
    expect(found).toMatchObject({ certain: [{ id: 'p' }], possible: [{ resource: { id: 'q' } }] });
  }); // prettier-ignore

  test('one that leads to something of another type belongs to nobody here', () => {
    const policy = resource('p', 'policy', { target: 'data' });
    const namesake = resource('n', 'table', { name: 'data' });
    const graph = new ResourceGraph([bucket, namesake, policy]);
    expect(graph.companions(namesake, ['policy'], 'target', ['bucket', 'table']).certain).toEqual([]);
    expect(graph.companions(bucket, ['policy'], 'target', ['bucket', 'table']).certain).toEqual([policy]);
    expect(graph.companions(bucket, ['policy'], 'target', ['table'])).toEqual({ certain: [], possible: [] });
  });

  test('those that a deployment deletes are linked as they were before', () => {
    const was = resource('b', 'bucket', { bucket: 'old' });
    const gone = [resource('g', 'block', { targets: ['old', 'old'] }), resource('h', 'policy', { targets: ['old'] })];
    const before = new ResourceGraph([was, ...gone]);
    const after = new ResourceGraph([bucket, other], gone, {
      graph: before,
      predecessorOf: ({ id }) => before.byIdentity(id),
    });
    expect(after.removedCompanions(bucket, ['block', 'policy'], 'targets')).toEqual(gone);
    expect(after.removedCompanions(bucket, ['policy'], 'targets')).toEqual([gone[1]]);
    expect(after.removedCompanions(other, ['block'], 'targets')).toEqual([]);
    expect(new ResourceGraph([was], gone).removedCompanions(was, ['block'], 'targets')).toEqual([gone[0]]);
  });
});

test('resources by type keep their order', () => {
  const graph = new ResourceGraph([bucket, key, other]);
  expect(graph.ofType('bucket')).toEqual([bucket, other]);
  expect(graph.ofType('key', 'bucket')).toEqual([key, bucket, other]);
  expect(graph.ofType('nothing')).toEqual([]);
  expect(graph.ofType()).toEqual([]);
  expect(graph.byIdentity('k')).toBe(key);
});

describe('questions', () => {
  const policy = resource('p', 'policy', { target: 'data' });
  const graph = new ResourceGraph([bucket, policy]);
  const heard = graph.overhear(() => graph.companions(bucket, ['policy'], 'target').certain.length);

  test('are heard with their answers, and only while somebody listens', () => {
    expect(heard.result).toBe(1);
    expect(heard.questions).toHaveLength(1);
    graph.ofType('bucket');
    expect(heard.questions).toHaveLength(1);
    expect(graph.overhear(() => [graph.ofType('bucket'), graph.byIdentity('b')]).questions).toHaveLength(2);
  });

  test('nobody listens after what was listened to broke', () => {
    const broken = () => graph.overhear(() => { graph.ofType('bucket'); throw new Error('broken'); }); // prettier-ignore
    expect(broken).toThrow('broken');
    expect(graph.overhear(() => 1).questions).toEqual([]);
  });

  test('another graph answers alike where its resources are the same objects', () => {
    expect(new ResourceGraph([policy, bucket, other]).answersAlike(heard.questions)).toBe(true);
    expect(new ResourceGraph([bucket]).answersAlike(heard.questions)).toBe(false);
    expect(new ResourceGraph([bucket, { ...policy }]).answersAlike(heard.questions)).toBe(false);
  });

  test.each<[unknown, unknown, boolean]>([
    [1, 1, true],
    [1, 2, false],
    ['a', undefined, false],
    [undefined, undefined, true],
    [null, {}, false],
    [{}, null, false],
    [[], [], true],
    [[1], [1, 2], false],
    [[1, 2], [1, 3], false],
    [{ a: 1 }, { a: 1 }, true],
    [{ a: 1 }, { a: 2 }, false],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [{ a: [bucket] }, { a: [bucket] }, true],
    [{ a: [bucket] }, { a: [{ ...bucket }] }, false],
  ])('%#', (one, another, same) => {
    expect(isSameAnswer(one, another)).toBe(same);
  });

  test('an index is made once for a graph, and its question is heard', () => {
    let made = 0;
    const index = perGraph((asked) => new Map(asked.resources.map(({ id }) => [id, ++made])));
    expect([index(graph, 'b'), index(graph, 'p'), index(graph, 'b'), index(graph, 'x')]).toEqual([1, 2, 1, undefined]);
    expect(index(new ResourceGraph([bucket]), 'b')).toBe(3);
    expect(graph.overhear(() => index(graph, 'b')).questions).toMatchObject([{ answer: 1 }]);
  });
});
