import { createTwoFilesPatch } from 'diff';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { WantedEdit } from '../../fixes/mend';
import { weigh } from '../../gate/weigh';
import { fileProblem } from '../../readers/detect';
import { maskSource } from '../../reports/mask';
import { counted, printable, printableSource } from '../../reports/printable';
import { parseArguments } from '../arguments';
import type { Command } from '../command';
import { gateFlags, judgingOptions } from '../gate-options';
import { UsageError, type Io } from '../io';
import { judging, type Judged } from '../judging';
import { menderOf, remedyOf, wantedName } from '../mending';
import { isReadOnce } from '../read-once';
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
  help: `Shows the edits of Terraform source and of CloudFormation templates that mend what fails, as a diff; with --write it
makes them. Formatting and comments stay. Nothing is written where a variable, a parameter, a function, a dynamic block
or an alias says what stands there, nor in what the CDK wrote.

Usage: demarc fix [options] <path...>

  --write             writes the files instead of showing what would change
  --only LIST         mends only these control ids or areas; * is a wildcard
  --skip LIST         does not mend these
  --preset NAME       the controls that are judged: baseline, strict, or a framework's
  --config FILE       instead of demarc.config.{yaml,json} from here up to the repository's root
  --allow-plugins     lets the plugins load that the configuration names: they are code
  --environment NAME  takes an environment of the configuration
  --as DIALECT        insists on a dialect
  --parameters FILE   values for the parameters of templates; repeatable
  --var-file FILE     values for the variables of Terraform source; repeatable
  --source DIR        the source that plans were made of: findings point there, and its comments count
  --run-terraform     lets terraform (or tofu) show saved plans, which runs the providers of their folder
  --date YYYY-MM-DD   takes this day as today

Exit code: 0, or 2 where something could not be read or written.
`,
  options: Object.keys(options),
  run(argv, io) {
    const { values, positionals } = parseArguments(argv, options);
    return judging(positionals, values, io, (judged) => {
      const { files, generated } = remediesOf(judged, values.source !== undefined);
      for (const [path, ids] of generated) io.err(`${printable(inTheApp(path, ids))}\n`);
      if (files.length + generated.size === 0)
        io.err('demarc: nothing that fails here is mended by an edit of its resource\n');
      for (const { file, wanted } of files) mendFile(file, wanted, values.write ?? false, io);
      return judged.code;
    });
  },
};

interface Remedies {
  /** The edits that are wanted of each file. */
  readonly files: readonly { readonly file: string; readonly wanted: readonly WantedEdit[] }[];
  /** Of assemblies and templates that the CDK wrote, the controls that fail there and that an edit would mend. */
  readonly generated: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * What mends that which fails and is not accepted. Several instances of a resource are mended in one place.
 *
 * @param hasSource whether plans have a source that was named: what a saved plan carries names no file to write.
 */
function remediesOf({ judged, settings }: Judged, hasSource: boolean): Remedies {
  const files = new Map<string, { readonly file: string; readonly wanted: Map<string, WantedEdit> }>();
  const generated = new Map<string, Set<string>>();
  for (const { input, findings } of weigh(judged, settings.controls, settings).inputs) {
    if (input.dialect === 'terraform-plan' && !hasSource) continue;
    for (const { finding, gate, waived } of findings) {
      const isOpen = finding.verdict === 'fail' && gate !== 'off' && !waived;
      const remedy = isOpen ? remedyOf(finding.control, finding.subject, input.dialect) : undefined;
      if (!remedy) continue;
      const { file, wanted } = remedy;
      if (remedy.generated) {
        const path = input.dialect === 'cdk-assembly' ? input.path : file;
        generated.set(path, (generated.get(path) ?? new Set()).add(finding.control));
        continue;
      }
      const found = files.get(resolve(file)) ?? { file, wanted: new Map<string, WantedEdit>() };
      found.wanted.set(`${finding.control} ${String(wanted.line)} ${wanted.name}`, wanted);
      files.set(resolve(file), found);
    }
  }
  return { files: [...files.values()].map(({ file, wanted }) => ({ file, wanted: [...wanted.values()] })), generated };
}

const inTheApp = (path: string, ids: ReadonlySet<string>): string => {
  const names = [...ids].map((id) => `'${id}'`).join(', ');
  return `demarc: ${path}: the CDK wrote this and writes it anew; mend it in the app: Mixins.of(app).apply(new Mend(${names}))`;
};

function mendFile(file: string, wanted: readonly WantedEdit[], write: boolean, io: Io): void {
  const [first] = wanted;
  const before = read(file, io);
  if (!first || !before) return;
  const { text, made, refused } = menderOf(file, before.text, first)(wanted);
  for (const { wanted: one, why } of refused)
    io.err(`${printable(`${file}: ${one.edit.control} of ${wantedName(one)} is not mended: ${why}`)}\n`);
  if (made.length === 0) return;
  if (!write) {
    // What stands beside an edit is shown too, and the diff may end in a log.
    const [old, mended] = [maskSource(before.text), maskSource(text)];
    io.out(printableSource(createTwoFilesPatch(`a/${file}`, `b/${file}`, old, mended, '', '', { context: 3 })));
    return;
  }
  writeFile(file, before.mark + text);
  io.out(`${printable(file)}: ${counted(made.length, 'edit')} (${made.map(({ edit }) => edit.control).join(', ')})\n`);
}

const byteOrderMark = '\ufeff';

/**
 * The text of a file and the mark before it; nothing where writing it again would change more than the edits.
 *
 * @throws UsageError where the file cannot be read.
 */
function read(file: string, io: Io): { readonly mark: string; readonly text: string } | undefined {
  if (isReadOnce(file)) {
    io.err(`demarc: what comes from ${file === '-' ? 'standard input' : 'a pipe'} cannot be mended: name its file\n`);
    return undefined;
  }
  const bytes = bytesOf(file);
  const text = bytes.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(bytes)) {
    io.err(`${printable(file)}: is not mended: its text is not UTF-8\n`);
    return undefined;
  }
  const mark = text.startsWith(byteOrderMark) ? byteOrderMark : '';
  return { mark, text: text.slice(mark.length) };
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${fileProblem(error)}`);
  }
}
