import { createTwoFilesPatch } from 'diff';
import { readFileSync } from 'node:fs';
import { editOf } from '../../fixes';
import { mendSource, type WantedEdit } from '../../fixes/terraform';
import { weigh } from '../../gate/weigh';
import { controls } from '../../controls';
import type { Finding } from '../../model/finding';
import { fileProblem } from '../../readers/detect';
import { isDownloaded } from '../../readers/terraform-source/modules';
import { counted, printable, printableSource } from '../../reports/printable';
import { parseArguments } from '../arguments';
import type { Command } from '../command';
import { gateFlags, judgingOptions } from '../gate-options';
import { UsageError, type Io } from '../io';
import { judging, type Judged } from '../judging';
import { writeFile } from '../write-file';

const options = {
  ...judgingOptions,
  only: gateFlags.only,
  preset: gateFlags.preset,
  skip: gateFlags.skip,
  write: { type: 'boolean' },
} as const;

export const fix: Command = {
  name: 'fix',
  summary: 'mends Terraform source where one edit of a resource does',
  help: `Shows the edits of Terraform source that mend what fails, as a diff; with --write it makes them. Formatting and comments
stay. Nothing is written where a variable, a function or a dynamic block says what stands there, nor where a value is
settled only at apply.

Usage: demarc fix [options] <path...>

  --write             writes the files instead of showing what would change
  --only LIST         mends only these control ids or areas; * is a wildcard
  --skip LIST         does not mend these
  --preset NAME       the controls that are judged: baseline, strict, or a framework's
  --config FILE       instead of demarc.config.{yaml,json} from here up to the repository's root
  --environment NAME  takes an environment of the configuration
  --as DIALECT        insists on a dialect
  --parameters FILE   values for the parameters of templates; repeatable
  --var-file FILE     values for the variables of Terraform source; repeatable
  --source DIR        the source that plans were made of: findings point there, and its comments count
  --date YYYY-MM-DD   takes this day as today

Exit code: 0, or 2 where something could not be read or written.
`,
  options: Object.keys(options),
  run(argv, io) {
    const { values, positionals } = parseArguments(argv, options);
    return judging(positionals, values, io, (judged) => {
      const files = wantedByFile(judged);
      if (files.size === 0) io.err('demarc: nothing that fails here is mended by an edit of its resource\n');
      for (const [file, wanted] of files) mendFile(file, wanted, values.write ?? false, io);
      return judged.code;
    });
  },
};

/** What fails and is not accepted, where an edit mends it, by the file that declares the resource. */
function wantedByFile({ judged, settings }: Judged): ReadonlyMap<string, readonly WantedEdit[]> {
  const files = new Map<string, WantedEdit[]>();
  for (const { input, findings } of weigh(judged, controls, settings).inputs) {
    if (input.dialect !== 'terraform-source') continue;
    for (const { finding, gate, waived } of findings) {
      const wanted = finding.verdict === 'fail' && gate !== 'off' && !waived ? wantedOf(finding) : undefined;
      const file = finding.subject.locate?.([])?.file;
      if (!wanted || file === undefined || isDownloaded(file)) continue;
      const known = files.get(file) ?? [];
      if (!known.some(({ name, edit }) => name === wanted.name && edit === wanted.edit)) known.push(wanted);
      files.set(file, known);
    }
  }
  return files;
}

/** All instances of a resource are one block. */
function wantedOf({ control, subject: { type, address } }: Finding): WantedEdit | undefined {
  const edit = editOf(control, type);
  const name = address.slice(address.lastIndexOf(`${type}.`) + type.length + 1).replace(/\[.*$/su, '');
  return edit && { name, edit };
}

function mendFile(file: string, wanted: readonly WantedEdit[], write: boolean, io: Io): void {
  const before = read(file);
  const { text, made, refused } = mendSource(before, wanted);
  for (const { wanted: one, why } of refused)
    io.err(printable(`${file}: ${one.edit.control} of ${one.edit.type}.${one.name} is not mended: ${why}`) + '\n');
  if (made.length === 0) return;
  if (!write) {
    const patch = createTwoFilesPatch(`a/${file}`, `b/${file}`, before, text, '', '', { context: 3 });
    io.out(printableSource(patch));
    return;
  }
  writeFile(file, text);
  io.out(`${printable(file)}: ${counted(made.length, 'edit')} (${made.map(({ edit }) => edit.control).join(', ')})\n`);
}

/** @throws UsageError where the file cannot be read. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${fileProblem(error)}`);
  }
}
