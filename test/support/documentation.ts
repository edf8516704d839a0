import { stringify } from 'yaml';
import { controls as allControls } from '../../src/controls';
import type { Control } from '../../src/controls/control';
import type { PresetName } from '../../src/gate/configuration';
import type { ControlMetadata } from '../../src/gate/own-controls';
import { presetLevel } from '../../src/gate/presets';
import { areas, type Area } from '../../src/model/finding';
import { frameworkOf, frameworks, supportedBy, type Framework } from '../../src/model/frameworks';
import { asSystem, Pieced, Refer, unknown, type Other, type Row, type ServiceRows, type Table } from './row';

interface Judged {
  readonly service: string;
  readonly subject: string;
  readonly table: Table;
}

/** What the rows judge, by control. */
export function judgedBy(control: Control, rows: readonly ServiceRows[]): readonly Judged[] {
  return rows.flatMap(({ service, controls }) =>
    Object.entries(controls[control.id] ?? {}).map(([subject, table]) => ({ service, subject, table })),
  );
}

const level: Readonly<Record<Control['gate'], string>> = {
  block: 'blocks',
  warn: 'warns',
  note: 'notes',
  off: 'off until asked for',
};

/** The page of one control. Its examples are rows that the tests execute. */
export function controlPage(control: Control, rows: readonly ServiceRows[]): string {
  const judged = judgedBy(control, rows);
  return `${[
    `# ${control.id}`,
    `${control.title}.`,
    `| area | severity | in the baseline preset |\n| --- | --- | --- |\n| ${control.area} | ${control.severity} | ${level[control.gate]} |`,
    `## Why\n\n${control.why}`,
    `## Fix\n\n${control.fix}`,
    ...(control.yieldsTo
      ? [
          `Where ${control.yieldsTo.map((id) => `[${id}](${id}.md)`).join(' or ')} fails on the same resource, that finding speaks for this one.`,
        ]
      : []),
    ...examples(judged),
    ...supportSection(control),
    ...(judged.length > 0 ? [`## Judged\n\n${judgedList(judged)}`] : []),
  ].join('\n\n')}\n`;
}

/** Ids only, and "supports": a control that holds never satisfies a framework's by itself. */
function supportSection(control: Control): readonly string[] {
  const lines = frameworks.flatMap((framework) => {
    const ids = supportedBy(framework, control);
    return ids.length > 0 ? [`- [${named(framework)}](../presets/${framework.id}.md): ${ids.join(', ')}`] : [];
  });
  return lines.length > 0 ? [`## Supports\n\n${lines.join('\n')}`] : [];
}

const named = ({ title, version }: Framework): string => `${title} ${version}`;

const about: Readonly<Record<'baseline' | 'strict', string>> = {
  baseline: 'What almost everybody wants blocked. The preset that is taken unless another one is named.',
  strict: 'No control is off, and what cannot be decided blocks where a control is critical.',
};

/** The page of a preset: every control that is on in it, with its level and what it supports. */
export function presetPage(preset: PresetName, controls: readonly ControlMetadata[]): string {
  const framework = frameworkOf(preset);
  const on = controls.filter((control) => presetLevel(control, preset) !== 'off');
  const introduction = framework
    ? `The controls of \`baseline\` that support ${named(framework)}, at the levels of \`baseline\`; each finding is labelled with the ids that it supports. A control that holds supports a requirement of the framework; it never satisfies one by itself, and what is not in a template has to be shown elsewhere.`
    : about[preset as keyof typeof about];
  const heading = framework ? '| control | severity | gate | supports |' : '| control | area | severity | gate |';
  const rows = on.map((control) => {
    const { id, area, severity } = control;
    const link = controlPages.has(id) ? `[${id}](../controls/${id}.md)` : id;
    const gate = level[presetLevel(control, preset)];
    return framework
      ? `| ${link} | ${severity} | ${gate} | ${supportedBy(framework, control).join(', ')} |`
      : `| ${link} | ${area} | ${severity} | ${gate} |`;
  });
  return `${[
    `# Preset ${preset}`,
    introduction,
    `\`preset: ${preset}\` in the configuration, or \`demarc check --preset ${preset}\`.`,
    [heading, '| --- | --- | --- | --- |', ...rows].join('\n'),
  ].join('\n\n')}\n`;
}

/** Which ids of each framework an area supports. CIS names controls of ours, not areas. */
export function frameworksPage(): string {
  const byArea = frameworks.filter((framework) => 'areas' in framework);
  const byControl = frameworks.filter((framework) => 'controls' in framework);
  const cells = (area: Area) => byArea.map((framework: Framework) => (framework.areas?.[area] ?? []).join(', '));
  return `${[
    '# Frameworks',
    'Ids of the controls that an area of the shared-responsibility model supports. Ids only: what holds supports a requirement, and never satisfies one by itself.',
    [
      `| area | ${byArea.map(named).join(' | ')} |`,
      `| --- | ${byArea.map(() => '---').join(' | ')} |`,
      ...areas.map((area) => `| ${area} | ${cells(area).join(' | ')} |`),
    ].join('\n'),
    ...byControl.map((framework) =>
      [
        `| control | ${named(framework)} |`,
        '| --- | --- |',
        ...Object.entries(framework.controls).map(([id, ids]) => `| [${id}](controls/${id}.md) | ${ids.join(', ')} |`),
      ].join('\n'),
    ),
  ].join('\n\n')}\n`;
}

const controlPages: ReadonlySet<string> = new Set(allControls.map(({ id }) => id));

function judgedList(judged: readonly Judged[]): string {
  return judged
    .map(({ subject, table }) => {
      const types = [table.cloudformation, table.terraform]
        .filter((type) => type !== null)
        .map((type) => `\`${type}\``);
      return `- ${subject}: ${types.join(', ')}`;
    })
    .join('\n');
}

function examples(judged: readonly Judged[]): readonly string[] {
  return (['fail', 'pass'] as const).flatMap((verdict) => {
    const both =
      judged.find(({ table }) => rowOf(table, verdict)) ??
      judged.find(({ table }) => table.rows.some(([kind]) => kind === verdict));
    if (!both) return [];
    const row = rowOf(both.table, verdict) ?? both.table.rows.find(([kind]) => kind === verdict);
    if (!row) return [];
    const title = verdict === 'fail' ? 'Avoid' : 'Prefer';
    return [`## ${title}`, ...rendered(both.table, row)];
  });
}

/** The first row of a verdict that both vocabularies can say, and that says something. */
const rowOf = (table: Table, verdict: string): Row | undefined =>
  table.rows.find(([kind, , cloudformation, terraform]) => kind === verdict && cloudformation && terraform);

function rendered(table: Table, [, , cloudformation, terraform]: Row): readonly string[] {
  const blocks: string[] = [];
  if (table.cloudformation !== null && cloudformation) {
    const { it, others } = asSystem(cloudformation);
    const all: Readonly<Record<string, Other>> = { It: { type: table.cloudformation, properties: it }, ...others };
    const resources = Object.fromEntries(
      Object.entries(all).map(([name, { type, properties }]) => [
        name,
        { Type: type, ...(Object.keys(properties).length > 0 && { Properties: template(properties) }) },
      ]),
    );
    blocks.push(`\`\`\`yaml\n${stringify({ Resources: resources }, { lineWidth: 110 })}\`\`\``);
  }
  if (table.terraform !== null && terraform) {
    const { it, others } = asSystem(terraform);
    const all: Readonly<Record<string, Other>> = { it: { type: table.terraform, properties: it }, ...others };
    const types = Object.fromEntries(Object.entries(all).map(([name, { type }]) => [name, type]));
    const text = Object.entries(all).map(
      ([name, { type, properties, data }]) =>
        `${data ? 'data' : 'resource'} "${type}" "${name}" {${body(properties, types, '  ')}}`,
    );
    blocks.push(`\`\`\`hcl\n${text.join('\n\n')}\n\`\`\``);
  }
  return blocks;
}

function template(value: unknown): unknown {
  if (value === unknown) return { Ref: 'Parameter' };
  if (value instanceof Refer) {
    const name = value.name === 'it' ? 'It' : value.name;
    const { cloudformation } = value.attribute;
    return cloudformation === undefined ? { Ref: name } : { 'Fn::GetAtt': [name, cloudformation] };
  }
  if (value instanceof Pieced)
    return {
      'Fn::Sub': `${value.before}\${${value.hole === 'account' ? 'AWS::AccountId' : 'Parameter'}}${value.after}`,
    };
  if (Array.isArray(value)) return value.map(template);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, template(item)]));
}

type Types = Readonly<Record<string, string>>;

/** HCL as `terraform fmt` would write it: attributes aligned, objects in lists as blocks. */
function body(properties: object, types: Types, indent: string): string {
  const entries = Object.entries(properties);
  if (entries.length === 0) return '';
  const attributes = entries.filter(([, value]) => !isBlocks(value));
  const width = Math.max(0, ...attributes.map(([key]) => key.length));
  const lines = entries.map(([key, value]) =>
    isBlocks(value)
      ? value.map((block) => `${indent}${key} {${body(block, types, `${indent}  `)}${indent}}`).join('\n')
      : `${indent}${key.padEnd(width)} = ${expression(key, value, types, indent)}`,
  );
  return `\n${lines.join('\n')}\n`;
}

const isBlocks = (value: unknown): value is readonly object[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every(
    (item) =>
      typeof item === 'object' &&
      item !== null &&
      !(item instanceof Refer) &&
      !(item instanceof Pieced) &&
      !Array.isArray(item),
  );

function expression(key: string, value: unknown, types: Types, indent: string): string {
  if (value === unknown) return 'var.parameter';
  if (value instanceof Pieced) {
    const hole = value.hole === 'account' ? 'data.aws_caller_identity.current.account_id' : 'var.parameter';
    return `"${value.before}\${${hole}}${value.after}"`;
  }
  if (value instanceof Refer) return `${types[value.name] ?? 'unknown'}.${value.name}.${value.attribute.terraform}`;
  if (Array.isArray(value)) return `[${value.map((item) => expression(key, item, types, indent)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, item]) =>
      `${indent}  ${/^\w+$/.test(name) ? name : JSON.stringify(name)} = ${expression(name, item, types, `${indent}  `)}`,
  );
  const object = `{\n${members.join('\n')}\n${indent}}`;
  return /policy|document/.test(key) ? `jsonencode(${object})` : object;
}

/** The list of all controls. */
export function controlIndex(controls: readonly Control[]): string {
  const rows = controls.map(
    ({ id, area, severity, gate, title }) =>
      `| [${id}](controls/${id}.md) | ${area} | ${severity} | ${level[gate]} | ${title} |`,
  );
  return `# Controls\n\nWhat must hold, by id. \`demarc explain <control>\` prints a page in the terminal.\n\n| control | area | severity | baseline | what holds |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}
