import { controls } from '../src/controls';
import type { Control } from '../src/controls/control';
import type { ResourceGraph } from '../src/model/graph';
import { allRows } from './rows';
import { verdictsOn } from './support/control-tester';
import { asTemplate, asTerraform } from './support/dialects';
import { asSystem, Refer, System, unknown, type Properties, type Table } from './support/row';

/** The properties with one leaf made unknown, for each leaf. */
function* blurred(value: unknown): Iterable<unknown> {
  if (Array.isArray(value))
    for (const [index, item] of value.entries()) for (const other of blurred(item)) yield value.with(index, other);
  else if (isPlain(value))
    for (const [key, item] of Object.entries(value))
      for (const other of blurred(item)) yield { ...value, [key]: other };
  else if (['string', 'number', 'boolean'].includes(typeof value)) yield unknown;
}

const isPlain = (value: unknown): value is Properties =>
  typeof value === 'object' &&
  value !== null &&
  !(value instanceof Refer) &&
  Object.getPrototypeOf(value) === Object.prototype;

const opposite: Readonly<Record<string, string>> = { pass: 'fail', fail: 'pass' };

/** Who supplies a value is what these judge: in CloudFormation an unknown is a parameter, which says so. */
const aboutSource: readonly string[] = ['administrator-name-kept', 'no-secret-in-clear', 'secret-managed'];

interface Case {
  readonly name: string;
  readonly control: Control;
  readonly verdict: string;
  readonly system: System;
  readonly graph: (system: System) => ResourceGraph;
}

/** Rows of a verdict, in both vocabularies. */
const cases = allRows.flatMap(({ service, controls: byControl }) =>
  Object.entries(byControl).flatMap(([id, subjects]) => {
    const control = controls.find((one) => one.id === id);
    return control ? Object.values(subjects).flatMap((table) => casesOf(`${service}: ${id}`, control, table)) : [];
  }),
);

function casesOf(topic: string, control: Control, { cloudformation, terraform, rows }: Table): readonly Case[] {
  return rows.flatMap(([verdict, when, template, configuration]) => {
    if (!opposite[verdict]) return [];
    const row = { name: `${topic}: ${verdict} when ${when}`, control, verdict };
    const found: Case[] = [];
    if (cloudformation !== null && template && !aboutSource.includes(control.id))
      found.push({ ...row, system: asSystem(template), graph: (system) => asTemplate(cloudformation, system) });
    if (terraform !== null && configuration)
      found.push({ ...row, system: asSystem(configuration), graph: (system) => asTerraform(terraform, system) });
    return found;
  });
}

/** What making one value unknown turned a verdict into its opposite. */
function turned({ control, verdict, system, graph }: Case): readonly unknown[] {
  return [...blurred(system.it)].filter((it) => {
    const [now] = verdictsOn(control, graph(new System(it as Properties, system.others, system.action)));
    return now === opposite[verdict];
  });
}

test('making a value unknown never turns pass into fail, nor fail into pass', () => {
  const shown = (it: unknown) => JSON.stringify(it, (_, value: unknown) => (value === unknown ? '<unknown>' : value));
  const wrong = cases.flatMap((one) => turned(one).map((it) => `${one.name}: ${shown(it)}`));
  expect(wrong).toEqual([]);
});
