import { controls } from '../../controls';
import { ownControls, type ControlMetadata } from '../../gate/own-controls';
import { presetLevel } from '../../gate/presets';
import { didYouMean } from '../../gate/suggestion';
import { wrap } from '../../reports/printable';
import { parseArguments } from '../arguments';
import type { Command } from '../command';
import { UsageError } from '../io';

const known: readonly ControlMetadata[] = [...controls, ...ownControls];

export const explain: Command = {
  name: 'explain',
  summary: 'says what a control requires, why, and what to do',
  help: `Says what a control requires, why it matters, and what to do where it does not hold.

Usage: demarc explain <control...>

demarc controls lists them all.
`,
  options: [],
  run(argv, io) {
    const { positionals } = parseArguments(argv, {});
    if (positionals.length === 0) throw new UsageError('name a control; demarc controls lists them all');
    io.out(positionals.map((id) => explanation(controlNamed(id))).join('\n'));
    return 0;
  },
};

function controlNamed(id: string): ControlMetadata {
  const found = known.find((control) => control.id === id);
  if (found) return found;
  const ids = known.map((control) => control.id);
  const meant = didYouMean(id, ids) || '; demarc controls lists them all';
  throw new UsageError(`unknown control ${JSON.stringify(id)}${meant}`);
}

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
