import { controls } from '../../controls';
import { foreignRulesNamed, toolOfId, type ForeignRule } from '../../gate/foreign-rules';
import { ownControls, type ControlMetadata } from '../../gate/own-controls';
import { presetLevel } from '../../gate/presets';
import { didYouMean } from '../../gate/suggestion';
import { severities } from '../../model/finding';
import { wrap } from '../../reports/printable';
import { parseArguments } from '../arguments';
import type { Command } from '../command';
import { UsageError } from '../io';

const known: readonly ControlMetadata[] = [...controls, ...ownControls];

export const explain: Command = {
  name: 'explain',
  help: `Says what a control requires, why it matters, and what to do where it does not hold. Of a rule of another tool (an id of
Checkov, Trivy, tfsec, KICS, cfn_nag or cdk-nag) it says which control answers to it, or why none does.

Usage: demarc explain <control|rule...>

demarc controls lists them all.
`,
  options: [],
  run(argv, io) {
    const { positionals } = parseArguments(argv, {});
    if (positionals.length === 0) throw new UsageError('name a control; demarc controls lists them all');
    io.out(positionals.map(explanationOf).join('\n'));
    return 0;
  },
};

function explanationOf(id: string): string {
  const found = known.find((control) => control.id === id);
  if (found) return explanation(found);
  const rules = foreignRulesNamed(id);
  if (rules.length > 0) return rules.map(foreignExplanation).join('\n');
  throw new UsageError(unknownId(id));
}

function unknownId(id: string): string {
  const tool = toolOfId(id);
  if (tool) return `no control is known to answer to ${JSON.stringify(id)} of ${tool}; demarc controls lists them all`;
  const ids = known.map((control) => control.id);
  return `unknown control ${JSON.stringify(id)}${didYouMean(id, ids) || '; demarc controls lists them all'}`;
}

/** What answers to a rule of another tool, and the pages of those controls. */
function foreignExplanation({ tool, id, same, wider, none }: ForeignRule): string {
  const [answers, parts] = [gravestFirst(same), gravestFirst(wider)];
  const names = (list: readonly ControlMetadata[]) => list.map((control) => control.id).join(', ');
  const lines = [
    ...(answers.length > 0 ? [`answered by ${names(answers)}`] : []),
    ...(parts.length > 0 ? [`only a part of what ${names(parts)} asks: suppressing it does not waive that`] : []),
    ...(none === null ? [] : [`answered by no control: ${none}`]),
  ];
  const pages = (answers.length > 0 ? answers : parts).map(explanation);
  return [`${id} (${tool}): ${lines.join('; ')}\n`, ...pages].join('\n');
}

const gravestFirst = (ids: readonly string[]): readonly ControlMetadata[] =>
  known
    .filter(({ id }) => ids.includes(id))
    .toSorted((one, other) => severities.indexOf(other.severity) - severities.indexOf(one.severity));

function explanation(control: ControlMetadata): string {
  const { id, title, why, fix, area, severity, yieldsTo = [] } = control;
  const judges = controls.find((one) => one.id === id)?.judges ?? ['waivers'];
  const rows: readonly (readonly [string, string])[] = [
    ['area', area],
    ['severity', severity],
    ['gate', `${presetLevel(control, 'baseline')} (preset strict: ${presetLevel(control, 'strict')})`],
    ['judges', judges.join(', ')],
    ...(yieldsTo.length > 0 ? [['yields to', yieldsTo.join(', ')] as const] : []),
  ];
  const paragraph = (heading: string, text: string) => [heading, ...wrap(text, 96).map((line) => `  ${line}`), ''];
  return [
    `${id}: ${title}`,
    '',
    ...rows.map(([name, value]) => `  ${name.padEnd(10)}${value}`),
    '',
    ...paragraph('Why it matters', why),
    ...paragraph('What to do', fix),
  ].join('\n');
}
