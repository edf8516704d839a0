import { control } from '../src/controls/control';
import { judge } from '../src/judge';
import type { KeptPasses } from '../src/judgement';
import { ResourceGraph } from '../src/model/graph';
import { Property } from '../src/model/property';
import type { Resource } from '../src/model/resource';
import { truth } from '../src/model/truth';
import { known } from '../src/model/value';
import type { Service } from '../src/services/service';

const resource = (id: string): Resource => ({
  id,
  address: id,
  type: 'thing',
  vocabulary: 'terraform',
  properties: new Property({}, { id }),
  mode: 'managed',
  action: 'create',
  document: 'plan',
});
const owner = resource('owner');
const others = [resource('fails'), resource('open'), resource('passes')];

/** Every resource states one fact of the owner, in which the control sees what the resource is called. */
const service: Service = {
  name: 'things',
  types: { terraform: ['thing'] },
  *facts(one) {
    const at = { id: one.id, path: [] };
    yield { kind: 'flow-log', noun: 'thing', subject: owner, related: [owner, one], enabled: known(true, at) } as never;
  },
};
const named = (id: string) =>
  control({
    id,
    area: 'logging-audit',
    severity: 'low',
    gate: 'warn',
    title: 'It holds',
    failure: 'does not hold',
    why: 'so that it holds',
    fix: 'make it hold',
    judges: 'flow-log' as never,
    holds: ({ related: [, one] = [] }: { readonly related?: readonly Resource[] }) => {
      const holds = one?.id === 'fails' ? false : one?.id === 'open' ? undefined : true;
      return truth(holds, { id: one?.id ?? '', path: [] }, 'said');
    },
  });

const judgement = (resources: readonly Resource[], passes?: KeptPasses) =>
  judge(
    new ResourceGraph(resources),
    [service],
    [named('second'), named('first')],
    { today: '2026-11-24', providerVersion: () => undefined, assume: {} },
    passes,
  );
const judged = (resources: readonly Resource[], passes?: KeptPasses) => judgement(resources, passes).findings;

describe.each([[[0, 1, 2]], [[2, 1, 0]], [[1, 0, 2]]])('in any order of the facts: %j', (order) => {
  const inOrder = [...order.flatMap((index) => others[index] ?? []), owner];

  test.each([
    ['fail', ['fails', 'open', 'passes']],
    ['undecided', ['open', 'passes']],
    ['pass', ['passes']],
  ])('%s: the gravest facts are the witnesses', (verdict, present) => {
    const [finding] = judged(inOrder.filter(({ id }) => present.includes(id)));
    expect(finding).toMatchObject({ verdict, subject: owner, service: 'things' });
    expect(finding?.witnesses.map(({ at }) => at.id)).toEqual([present[0]]);
    expect(finding?.related.map(({ id }) => id)).toEqual([present[0]]);
    expect(finding?.facts.length).toBe(verdict === 'fail' ? 1 : 0);
  });

  test('of a pass the verdict alone may be kept, and nothing else is lost', () => {
    expect(judgement(inOrder, 'verdict')).toEqual({ ...judgement(inOrder), passes: new Map() });
    const passing = judgement(inOrder.slice(-1), 'verdict');
    expect(passing.findings).toEqual([]);
    expect(passing.passes.get(owner)).toEqual(['second', 'first']);
    expect(judgement(inOrder.slice(-1)).findings.map(({ verdict }) => verdict)).toEqual(['pass', 'pass']);
  });
});

test('findings come in the order of the controls', () => {
  expect(judged(others).map(({ control }) => control)).toEqual(['second', 'first']);
});

test('what no service knows is unclassified, and what is looked up is judged only where nothing uses it', () => {
  const other = (id: string, more: Partial<Resource>): Resource => ({ ...resource(id), ...more });
  const { unclassified, findings } = judge(
    new ResourceGraph([
      owner,
      other('unknown', { type: 'something' }),
      other('looked up', { type: 'something', mode: 'data', unused: true }),
      other('fails', { mode: 'data' }),
    ]),
    [service],
    [named('it')],
    { today: '2026-11-24', providerVersion: () => undefined, assume: {} },
  );
  expect(unclassified.map(({ id }) => id)).toEqual(['unknown']);
  expect(findings.map(({ verdict }) => verdict)).toEqual(['pass']);
});
