import { controls as all } from '../../controls';
import { ownControls } from '../../gate/own-controls';
import { presetLevel } from '../../gate/presets';
import { printableJson } from '../../reports/printable';
import { choice, parseArguments } from '../arguments';
import type { Command } from '../command';
import { UsageError } from '../io';
import { table } from '../table';

const options = { format: { type: 'string' }, preset: { type: 'string' } } as const;

export const controls: Command = {
  name: 'controls',
  summary: 'lists every control',
  help: `Lists every control, with its area, severity, and what the gate does where it does not hold.

Usage: demarc controls [options]

  --preset NAME  the gate levels of this preset: baseline (the default) or strict
  --format NAME  pretty (the default) or json
`,
  options: Object.keys(options),
  run(argv, io) {
    const { values, positionals } = parseArguments(argv, options);
    if (positionals.length > 0) throw new UsageError('controls takes no argument; demarc explain <control> says more');
    const preset = choice('--preset', values.preset, ['baseline', 'strict']) ?? 'baseline';
    const format = choice('--format', values.format, ['pretty', 'json']);
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
