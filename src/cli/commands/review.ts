import { readFileSync } from 'node:fs';
import type { Waiver } from '../../gate/waivers';
import { metadataWaivers } from '../../gate/metadata-waivers';
import { detailsOfJudged } from '../../matrix';
import { fileProblem } from '../../readers/detect';
import { printable, printableJson } from '../../reports/printable';
import { differencesOf, type Difference } from '../../responsibility/review/difference';
import { overdueOn, type Overdue } from '../../responsibility/review/overdue';
import { parseSnapshot, snapshotOf, snapshotText, type Snapshot } from '../../responsibility/review/snapshot';
import { toolVersion } from '../../version';
import { choice, parseArguments, type Values } from '../arguments';
import type { Command } from '../command';
import { gateFlags, gateOptionsOf, judgingOptions } from '../gate-options';
import { UsageError, type Io } from '../io';
import { judging, type Judged } from '../judging';
import { writeFile } from '../write-file';

const options = {
  ...judgingOptions,
  check: { type: 'boolean' },
  diff: { type: 'boolean' },
  format: { type: 'string' },
  output: { type: 'string', short: 'o' },
  preset: gateFlags.preset,
} as const;

export const review: Command = {
  name: 'review',
  help: `The review cycle: a snapshot of the responsibility matrix, the waivers, the providers' reports and the account facts,
to be committed; what moved from one snapshot to the next; and what should have been looked at by now.

Usage: demarc review [options] <path...|->     writes a snapshot of templates and plans
       demarc review --diff OLD NEW            says what moved between two snapshots
       demarc review --check SNAPSHOT          is there a review, waiver, report or verification that is overdue?

  --diff              compares two snapshots
  --check             exits with 1 where something is overdue
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
  --format NAME       of --diff and --check: text (the default) or json
  -o, --output FILE   writes to a file

Exit code: 0; 1 where --check finds something overdue; 2 where something could not be read.
`,
  options: Object.keys(options),
  run(argv, io) {
    const { values, positionals } = parseArguments(argv, options);
    if (values.check && values.diff) throw new UsageError('--check and --diff are two things: ask for one of them');
    if (values.diff) return difference(positionals, values, io);
    if (values.check) return check(positionals, values, io);
    if (values.format !== undefined) throw new UsageError('a snapshot is JSON: --format is for --diff and --check');
    return judging(positionals, values, io, ({ judged, settings, code }) => {
      const { today, accountability } = settings;
      const around = { inputs: judged.map(({ path }) => path), today, version: toolVersion(), accountability };
      const snapshot = snapshotOf(around, detailsOfJudged(judged, settings), waiversOf({ judged, settings, code }));
      print(printableJson(snapshotText(snapshot)), values, io);
      return code;
    });
  },
};

type Given = Values<typeof options>;

/** Those of the configuration and those beside the code, whether they count or not. */
const waiversOf = ({ judged, settings }: Judged) =>
  [
    ...settings.waivers.list,
    ...judged.flatMap(({ after, waivers = [] }): readonly Waiver[] => [
      ...(after ? metadataWaivers(after.graph) : []),
      ...waivers,
    ]),
  ].map(({ control, resource, reason, owner, until }) => ({ control, resource, reason: reason ?? '', owner, until }));

function difference(files: readonly string[], values: Given, io: Io): number {
  const [old, now, ...more] = files;
  if (old === undefined || now === undefined || more.length > 0)
    throw new UsageError('--diff takes two snapshots: the old one and the new one');
  const found = differencesOf(read(old), read(now));
  print(isJson(values) ? jsonOf({ differences: found }) : differenceText(found), values, io);
  return 0;
}

function check(files: readonly string[], values: Given, io: Io): number {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) throw new UsageError('--check takes one snapshot');
  const { today } = gateOptionsOf(values);
  const snapshot = read(file);
  const found = overdueOn(snapshot, today);
  print(isJson(values) ? jsonOf({ overdue: found }) : overdueText(found, snapshot), values, io);
  return found.length > 0 ? 1 : 0;
}

const isJson = ({ format }: Given): boolean => choice('--format', format, ['text', 'json']) === 'json';

const jsonOf = (content: object): string =>
  `${printableJson(JSON.stringify({ schemaVersion: '1', ...content }, null, 2))}\n`;

/** @throws UsageError where the file cannot be read or is no snapshot. */
function read(file: string): Snapshot {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${fileProblem(error)}`);
  }
  try {
    return parseSnapshot(text);
  } catch (error) {
    throw new UsageError(`${file} ${error instanceof Error ? error.message : String(error)}`);
  }
}

function differenceText(found: readonly Difference[]): string {
  if (found.length === 0) return 'Nothing moved since the last review.\n';
  return lines(
    found.map(({ kind, subject, from, to }) => {
      const change = from !== null && to !== null ? `${from} -> ${to}` : (to ?? from ?? '');
      return `${kind}: ${subject}${change === '' ? '' : `: ${change}`}`;
    }),
  );
}

function overdueText(found: readonly Overdue[], { reviewed }: Snapshot): string {
  if (found.length === 0) return `Nothing is overdue (last review: ${reviewed}).\n`;
  return lines(
    found.map(
      ({ kind, subject, due, by }) => `${kind} overdue since ${due}: ${subject}${by === null ? '' : ` (${by})`}`,
    ),
  );
}

const lines = (texts: readonly string[]): string => texts.map((text) => `${printable(text)}\n`).join('');

function print(text: string, { output }: Given, io: Io): void {
  if (output === undefined) io.out(text);
  else writeFile(output, text);
}
