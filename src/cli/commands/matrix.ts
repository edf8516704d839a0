import { controls } from '../../controls';
import { loadConfiguration } from '../../gate/load-configuration';
import { settingsOf } from '../../gate/settings';
import type { JudgedInput } from '../../gate/weigh';
import { judgeAll } from '../../inspect';
import type { Area, Finding } from '../../model/finding';
import { printable, printableJson } from '../../reports/printable';
import { matrixOf, type MatrixRow, type Verified } from '../../responsibility/matrix';
import { matrixAsCsv, matrixAsMarkdown } from '../../responsibility/matrix-formats';
import { choice, parseArguments } from '../arguments';
import type { Command } from '../command';
import { gateOptionsOf, judgingOptions, readOptionsOf } from '../gate-options';
import { readArguments } from '../inputs';

const options = { ...judgingOptions, format: { type: 'string' } } as const;

export const matrix: Command = {
  name: 'matrix',
  summary: 'says who answers for what of what is about to be deployed',
  help: `Computes the shared-responsibility matrix of templates and plans: for each resource and area who answers for it and why,
what was verified, and what has to be looked at elsewhere.

Usage: demarc matrix [options] <path...|->

  --config FILE       instead of demarc.config.{yaml,json} from here up to the repository's root
  --environment NAME  takes an environment of the configuration
  --as DIALECT        insists on a dialect
  --parameters FILE   values for the parameters of templates; repeatable
  --date YYYY-MM-DD   takes this day as today
  --format NAME       markdown (the default), csv or json

Exit code: 0, or 2 where something could not be read.
`,
  options: Object.keys(options),
  run(argv, io) {
    const { values, positionals } = parseArguments(argv, options);
    const format = choice('--format', values.format, ['markdown', 'csv', 'json']) ?? 'markdown';
    const loaded = loadConfiguration({ from: process.cwd(), file: values.config });
    const settings = settingsOf(loaded, gateOptionsOf(values), controls);
    const { inputs, errors, close } = readArguments(positionals, readOptionsOf(values), io);
    try {
      const judged = judgeAll(inputs, { errors }, settings);
      const rows = judged.flatMap(rowsOf);
      io.out(formats[format](rows));
      const broken = judged.flatMap(({ error }) => error ?? []);
      for (const message of broken) io.err(`demarc: ${printable(message)}\n`);
      return broken.length > 0 ? 2 : 0;
    } finally {
      close();
    }
  },
};

const formats: Readonly<Record<'markdown' | 'csv' | 'json', (rows: readonly MatrixRow[]) => string>> = {
  markdown: matrixAsMarkdown,
  csv: matrixAsCsv,
  json: (rows) => `${printableJson(JSON.stringify({ schemaVersion: '1', rows }, null, 2))}\n`,
};

function rowsOf({ after }: JudgedInput): readonly MatrixRow[] {
  if (!after) return [];
  const found = byResourceAndArea(after.findings);
  return matrixOf({
    graph: after.graph,
    verified: (resource, area) => found.get(`${resource.id} ${area}`) ?? [],
    unclassified: after.unclassified,
  });
}

function byResourceAndArea(findings: readonly Finding[]): ReadonlyMap<string, readonly Verified[]> {
  const areas = new Map<string, Area>(controls.map(({ id, area }) => [id, area]));
  const found = new Map<string, Verified[]>();
  for (const { control, verdict, subject } of findings) {
    const key = `${subject.id} ${areas.get(control) ?? ''}`;
    found.set(key, [...(found.get(key) ?? []), { control, verdict }]);
  }
  return found;
}
