import { controls } from '../../src/controls';
import type { Control } from '../../src/controls/control';
import { judge } from '../../src/judge';
import type { ResourceGraph } from '../../src/model/graph';
import { services } from '../../src/services';
import type { Context } from '../../src/services/service';
import { asPlan, asTemplate, asTerraform } from './dialects';
import { asSystem, Refer, System, unknown, type Row, type ServiceRows, type Table } from './row';

const context: Context = { today: '2026-11-24', providerVersion: () => undefined, assume: {} };

const controlOf = (id: string): Control => {
  const found = controls.find((control) => control.id === id);
  if (!found) throw new Error(`no control is called ${id}`);
  return found;
};

/** Runs every row of a service in every dialect; a row that differs between them is a bug by construction. */
export function describeRows({ service, controls: tables }: ServiceRows): void {
  describe(service, () => {
    for (const [id, subjects] of Object.entries(tables))
      describe(id, () => {
        const control = controlOf(id);
        for (const [subject, table] of Object.entries(subjects))
          describe(subject, () => {
            describeTable(control, table);
          });
      });
  });
}

function describeTable(control: Control, table: Table): void {
  const seen = new Set<string>();
  for (const row of table.rows) {
    const [verdict, when, cloudformation, terraform] = row;
    const key = JSON.stringify([cloudformation, terraform], spelled);
    if (seen.has(key)) throw new Error(`${control.id}: duplicate row "${when}"`);
    seen.add(key);
    for (const { dialect, graph } of renderings(table, row))
      test(`${verdict} when ${when} (${dialect})`, () => {
        expect(verdictsOn(control, graph())).toEqual(verdict === 'silent' ? [] : [verdict]);
      });
  }
}

interface Rendering {
  readonly dialect: string;
  readonly graph: () => ResourceGraph;
}

/** A row in every dialect that can say it. */
export function renderings({ cloudformation: template, terraform: type }: Table, row: Row): readonly Rendering[] {
  const [, when, cloudformation, terraform] = row;
  const found: Rendering[] = [];
  if (cloudformation && template !== null)
    found.push({ dialect: 'CloudFormation', graph: () => asTemplate(template, asSystem(cloudformation)) });
  if (terraform && type !== null) {
    found.push({ dialect: 'Terraform', graph: () => asTerraform(type, asSystem(terraform)) });
    const plan = asPlan(type, asSystem(terraform));
    if (plan) found.push({ dialect: 'Terraform plan', graph: () => plan });
  }
  if (found.length === 0) throw new Error(`row "${when}" is written in no vocabulary`);
  return found;
}

/** The verdicts of a control on the resource `it`. */
export function verdictsOn(control: Control, graph: ResourceGraph): readonly string[] {
  const { findings, errors } = judge(graph, services, [control], context);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('; '));
  return findings
    .filter(({ subject }) => subject.address === 'it' || subject.address.endsWith('.it'))
    .map(({ verdict }) => verdict);
}

const spelled = (_: string, value: unknown): unknown =>
  value === unknown
    ? '<unknown>'
    : value instanceof Refer
      ? { '<refer>': value.name, attribute: value.attribute }
      : value instanceof System
        ? { it: value.it, others: value.others, action: value.action }
        : value;
