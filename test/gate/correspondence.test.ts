import { planned, revised } from '../../src/gate/correspondence';
import { ResourceGraph } from '../../src/model/graph';
import type { Action, Resource } from '../../src/model/resource';
import { resource } from './build';

describe('a plan', () => {
  const { isNew, isTouched } = planned(new ResourceGraph([]));
  test.each<[Action, boolean, boolean]>([
    ['create', true, true],
    ['update', false, true],
    ['replace', false, true],
    ['delete', false, true],
    ['unknown', false, true],
    ['no-op', false, false],
    ['read', false, false],
    ['import', false, false],
  ])('%s', (action, created, touched) => {
    const subject = resource('a.b', { action });
    expect([isNew(subject), isTouched(subject)]).toEqual([created, touched]);
  });
});

describe('two revisions', () => {
  const at = (document: string, address: string, more: Partial<Resource> = {}): Resource =>
    resource(address, { document, id: `${document}:${address}`, ...more });

  /** Whether a resource is what another was. */
  const isSame = (was: Resource, is: Resource): boolean => {
    const { predecessorOf, isNew, isTouched } = revised(
      { path: 'old', graph: new ResourceGraph([was]) },
      { path: 'new', graph: new ResourceGraph([is]) },
    );
    const found = predecessorOf(is);
    expect([isNew(is), isTouched(is)]).toEqual([found === undefined, true]);
    return found === was;
  };

  test.each<[string, Resource, Resource]>([
    ['place and address', at('old/a.json', 'Data'), at('new/a.json', 'Data')],
    ['address, with a count now', at('old', 'x.data'), at('new', 'x.data[0]')],
    ['address, with a count before', at('old', 'x.data[0]'), at('new', 'x.data')],
    ['address before a move', at('old', 'x.data'), at('new', 'x.moved', { previousId: 'new:x.data' })],
    ['stack', at('old/a.json', 'Data', { stack: 'S' }), at('new/b.json', 'Data', { stack: 'S' })],
    ['construct', at('old/a.json', 'A', { constructPath: 'S/D' }), at('new/b.json', 'B', { constructPath: 'S/D' })],
  ])('are one by their %s', (_, was, is) => {
    expect(isSame(was, is)).toBe(true);
  });

  test.each<[string, Partial<Resource>]>([
    ['construct path', { constructPath: 'S/D' }],
    ['stack and id', { stack: 'S' }],
  ])('a second one of the same %s does not pass for the first', (_, name) => {
    const was = at('old/a.json', 'Data', name);
    const [is, other] = [at('new/a.json', 'Data', name), at('new/b.json', 'Data', name)];
    const revisions = [
      { path: 'old', graph: new ResourceGraph([was]) },
      { path: 'new', graph: new ResourceGraph([is, other]) },
    ] as const;
    const { predecessorOf } = revised(...revisions);
    expect([predecessorOf(is), predecessorOf(other)]).toEqual([was, undefined]);
  });

  test.each<[string, Resource, Resource]>([
    ['place', at('old/a.json', 'Data'), at('new/b.json', 'Data')],
    ['address', at('old/a.json', 'Data'), at('new/a.json', 'Other')],
    ['index', at('old', 'x.data[1]'), at('new', 'x.data')],
    ['stack', at('old/a.json', 'Data', { stack: 'S' }), at('new/a.json', 'Data', { stack: 'T' })],
    ['having a stack', at('old/a.json', 'Data'), at('new/a.json', 'Data', { stack: 'S' })],
    ['construct', at('old/a.json', 'A', { constructPath: 'S/D' }), at('new/a.json', 'A', { constructPath: 'S/E' })],
    [
      'type, under one construct',
      at('old/a.json', 'A', { constructPath: 'S/D' }),
      at('new/b.json', 'B', { constructPath: 'S/D', type: 'aws_db_instance' }),
    ],
    ['having a construct', at('old/a.json', 'A'), at('new/a.json', 'A', { constructPath: 'S/E' })],
  ])('are two by their %s', (_, was, is) => {
    expect(isSame(was, is)).toBe(false);
  });
});
