import { controls } from '../src/controls';
import { services } from '../src/services';
import { aws } from '../src/services/aws';
import { allRows } from './rows';
import { awsRows } from './rows/aws';

const tables = allRows.flatMap(({ service, controls: byControl }) =>
  Object.entries(byControl).flatMap(([control, subjects]) =>
    Object.values(subjects).map((table) => ({ service, control, table })),
  ),
);

/** What only a configuration switches on has tests of its own: no row has one. */
const configured = ['iam-within-reference'];
const judgedByRows = controls.map(({ id }) => id).filter((id) => !configured.includes(id));

test.each(judgedByRows)('%s has rows for pass, fail and undecided', (id) => {
  const verdicts = tables
    .filter(({ control }) => control === id)
    .flatMap(({ table }) => table.rows.map(([verdict]) => verdict));
  expect(verdicts).toEqual(expect.arrayContaining(['pass', 'fail', 'undecided']));
});

test.each(services.map(({ name }) => name))('service %s has rows', (name) => {
  expect(allRows.map(({ service }) => service)).toContain(name);
});

test('the lists of services, controls and rows are sorted', () => {
  for (const names of [
    aws.map(({ name }) => name),
    controls.map(({ id }) => id),
    awsRows.map(({ service }) => service),
  ])
    expect(names).toEqual([...names].sort((a, b) => (a < b ? -1 : 1)));
});

test('rows speak of types that a service knows', () => {
  const known = new Set(services.flatMap(({ types }) => Object.values(types).flat()));
  const strangers = tables.flatMap(({ table }) =>
    [table.cloudformation, table.terraform].filter((type) => type !== null && !known.has(type.replace(/^data\./, ''))),
  );
  expect(strangers).toEqual([]);
});

test('every control that another yields to exists', () => {
  const ids = new Set(controls.map(({ id }) => id));
  expect(controls.flatMap(({ yieldsTo = [] }) => yieldsTo.filter((id) => !ids.has(id)))).toEqual([]);
});
