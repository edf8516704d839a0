import { matrixOfJudged } from '../../matrix';
import { printableJson } from '../../reports/printable';
import { matrixFormats, type MatrixFormatName } from '../../responsibility/formats';
import { toolVersion } from '../../version';
import { choice, parseArguments } from '../arguments';
import type { Command } from '../command';
import { gateFlags, judgingOptions } from '../gate-options';
import { UsageError } from '../io';
import { judging } from '../judging';
import { writeFile } from '../write-file';

const options = {
  ...judgingOptions,
  format: { type: 'string' },
  output: { type: 'string', short: 'o' },
  preset: gateFlags.preset,
} as const;

const names = Object.keys(matrixFormats) as readonly MatrixFormatName[];

export const matrix: Command = {
  name: 'matrix',
  help: `Computes the shared-responsibility matrix of templates and plans: for each resource and area who answers for it and why,
what was verified, what has to be looked at elsewhere, who owns and who verifies it, and until when that counts.

Usage: demarc matrix [options] <path...|->

  --config FILE       instead of demarc.config.{yaml,json} from here up to the repository's root
  --allow-plugins     lets the plugins load that the configuration names: they are code
  --environment NAME  takes an environment of the configuration
  --preset NAME       the controls that are judged: baseline, strict, or a framework's
  --as DIALECT        insists on a dialect
  --parameters FILE   values for the parameters of templates; repeatable
  --var-file FILE     values for the variables of Terraform source; repeatable
  --source DIR        the source that plans were made of: findings point there, and its comments count
  --run-terraform     lets terraform (or tofu) show saved plans, which runs the providers of their folder
  --date YYYY-MM-DD   takes this day as today
  --format NAME       markdown unless said; ${names.slice(0, 4).join(', ')},
                      ${names.slice(4).join(',\n                      ')}
  -o, --output FILE   writes to a file; a format that is no text needs one

Exit code: 0, or 2 where something could not be read.
`,
  options: Object.keys(options),
  run(argv, io) {
    const { values, positionals } = parseArguments(argv, options);
    const format = choice('--format', values.format, names) ?? 'markdown';
    return judging(positionals, values, io, ({ judged, settings, code }) => {
      const document = matrixFormats[format](matrixOfJudged(judged, settings, toolVersion()));
      if (typeof document !== 'string') return writeLater(document, format, values.output, code);
      const text = format === 'json' ? printableJson(document) : document;
      if (values.output === undefined) io.out(text);
      else writeFile(values.output, text);
      return code;
    });
  },
};

/** @throws UsageError where no file is named for what is no text. */
function writeLater(document: Promise<Uint8Array>, format: string, file: string | undefined, code: number) {
  if (file === undefined) throw new UsageError(`--format ${format} is no text: name a file with -o`);
  return document.then((bytes) => {
    writeFile(file, bytes);
    return code;
  });
}
