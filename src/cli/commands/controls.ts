import { controls as all } from '../../controls';
import { ownControls } from '../../gate/own-controls';
import { presetLevel } from '../../gate/presets';
import { printableJson } from '../../reports/printable';
import { coverage, type CoverageRow } from '../../responsibility/coverage';
import { choice, parseArguments } from '../arguments';
import type { Command } from '../command';
import { UsageError } from '../io';
import { table } from '../table';

const options = { coverage: { type: 'boolean' }, format: { type: 'string' }, preset: { type: 'string' } } as const;

export const controls: Command = {
  name: 'controls',
  help: `Lists every control, with its area, severity, and what the gate does where it does not hold.

Usage: demarc controls [options]

  --preset NAME  the gate levels of this preset: baseline (the default) or strict
  --coverage     instead: for each resource type and responsibility area, the controls that judge it, or why none does
  --format NAME  pretty (the default) or json
`,
  options: Object.keys(options),
  run(argv, io) {
    const { values, positionals } = parseArguments(argv, options);
    if (positionals.length > 0) throw new UsageError('controls takes no argument; demarc explain <control> says more');
    const preset = choice('--preset', values.preset, ['baseline', 'strict']) ?? 'baseline';
    const format = choice('--format', values.format, ['pretty', 'json']);
    if (values.coverage) {
      io.out(format === 'json' ? `${JSON.stringify(coverage(), null, 2)}\n` : coverageTable(coverage()));
      return 0;
    }
    const listed = [...all, ...ownControls].map((control) => {
      const { id, area, severity, title, why, fix } = control;
      return { id, area, severity, gate: presetLevel(control, preset), title, why, fix };
    });
    const rows = () => listed.map(({ id, area, severity, gate, title }) => [id, area, severity, gate, title]);
    io.out(
      format === 'json'
        ? `${printableJson(JSON.stringify(listed, null, 2))}\n`
        : table(['control', 'area', 'severity', 'gate', 'what must hold'], rows()),
    );
    return 0;
  },
};

/** What the provider answers for is left out here; the JSON has it. */
function coverageTable(rows: readonly CoverageRow[]): string {
  const shown = rows.filter(({ because }) => because !== 'the provider answers for it');
  const judged = shown.filter((row) => row.because === null).length;
  const lines = shown.map(({ cloudformation, terraform, area, controls: ids, because }) => [
    cloudformation ?? terraform.join(', '),
    area,
    ids.length > 0 ? ids.join(', ') : `- ${because ?? ''}`,
  ]);
  return `${table(['type', 'area', 'judged by, or why not'], lines)}\n${judged} of ${shown.length} judged\n`;
}
