import { exitCodeOf } from '../../gate/decision';
import type { Share } from '../../gate/share';
import { joinShares, settingsFor } from '../../inspect';
import type { Result } from '../../model/result';
import type { Input } from '../../readers/input';
import { formats } from '../../reports';
import type { Format } from '../../reports';
import { printable } from '../../reports/printable';
import { verdictText } from '../../reports/summary';
import { choice, parseArguments } from '../arguments';
import { revisionReader, withBaseline } from '../baseline';
import type { Means } from '../checking';
import type { Command } from '../command';
import { askForInputs, destinationsOf, writeReports, type Destination } from '../destinations';
import { gateFlags, judgingOptions } from '../gate-options';
import { openReader } from '../inputs';
import { UsageError, type Io } from '../io';
import { progressOn } from '../progress';
import { setUp } from '../setup';
import { judged, taskOf } from '../sharing';

const options = {
  ...judgingOptions,
  ...gateFlags,
  baseline: { type: 'string' },
  color: { type: 'string' },
  'exit-zero': { type: 'boolean' },
  format: { type: 'string', multiple: true },
  output: { type: 'string', short: 'o' },
  quiet: { type: 'boolean', short: 'q' },
  threads: { type: 'string' },
} as const;

const help = `Inspects templates, plans and Terraform source, and decides whether they may be deployed.

Usage: demarc check [options] <path...|->

A path is a CloudFormation template, a Terraform plan in JSON (terraform show -json), a Terraform module (a folder with
.tf files, or one such file), a cloud assembly (cdk.out), or a folder that is searched for all of these. Its content
tells which. A module is inspected as one whole with the modules that it calls; so are the templates of one path.

What is read
  --as DIALECT          insists on cloudformation, cdk-assembly, cdktf, terraform-plan or terraform-source
  --parameters FILE     values for the parameters of templates; repeatable
  --var-file FILE       values for the variables of Terraform source; repeatable
  --source DIR          the source that plans were made of: findings point there, and its comments count
  --run-terraform       lets terraform (or tofu) show saved plans, which runs the providers of their folder
  --allow-incomplete    lets an errored or partial plan count
  --threads N           judges on N threads at most; by default many inputs are judged on up to four

What is judged, and how strictly
  --config FILE         instead of demarc.config.{yaml,json} from here up to the repository's root
  --allow-plugins       lets the plugins load that the configuration names: they are code
  --preset NAME         baseline (the default) or strict
  --environment NAME    takes an environment of the configuration
  --only LIST           judges only these controls or areas; commas between, * is a wildcard
  --skip LIST           does not judge these
  --fail-on SEVERITY    blocks at this severity and above, and warns below
  --undecided LEVEL     what the gate does with what cannot be decided, at most: block, warn, note, off
  --baseline REF        what was there before: git:REVISION, an earlier template, folder or cdk.out, or a baseline file
  --block SCOPE         new (what the change brings or worsens; the default) or all
  --date YYYY-MM-DD     takes this day as today

What is reported
  --format NAME[=FILE]  pretty (the default) or ${formats.filter((name) => name !== 'pretty').join(', ')};
                        repeatable, each with a file of its own
  -o, --output FILE     where the report goes, instead of standard output
  --include pass        lists passes too
  -q, --quiet           only what blocks, and one line
  --color WHEN          auto (the default), always or never
  --exit-zero           findings do not make the exit code 1

Exit code: 0 gate open, 1 gate blocked, 2 could not judge.
`;

export const check: Command = {
  name: 'check',
  help,
  options: Object.keys(options),
  run(argv, io) {
    const { values, positionals } = parseArguments(argv, options);
    const destinations = destinationsOf(values.format ?? [], values.output);
    const color = choice('--color', values.color, ['auto', 'always', 'never']);
    const wanted = threadsOf(values.threads);
    const { gate, reading, configuration, plugins } = setUp(values);
    const progress = progressOn(io);
    const reader = openReader(reading, io);
    const end = (): void => {
      progress.end();
      reader.close();
    };
    return followedBy(end, () => {
      const units = reader.find(positionals, progress);
      return withBaseline(values.baseline, positionals, revisionReader(reading, io), (baseline) => {
        const settings = settingsFor({ ...gate, configuration, plugins });
        const inputs: Input[] = [];
        const keep = askForInputs(destinations) ? (input: Input) => void inputs.push(input) : undefined;
        const means: Means = { settings, baseline, plugins, reader, progress, keep };
        const task = taskOf({ ...values, date: gate.today }, positionals, units, io);
        const shares = judged(task, means, wanted, io);
        const report = (all: readonly Share[]): number => {
          const result = joinShares(all, settings, { plugins });
          progress.end();
          writeReports(result, destinations, { color, quiet: values.quiet ?? false, open: reader.open, inputs }, io);
          if (!values.quiet) tellPeople(result, destinations, io);
          return exitCodeOf(result, { exitZero: values['exit-zero'] ?? false });
        };
        return shares instanceof Promise ? shares.then(report) : report(shares);
      });
    });
  },
};

/** @throws UsageError for what is no number of threads. */
function threadsOf(given: string | undefined): number | undefined {
  if (given === undefined || /^[1-9]\d{0,2}$/u.test(given)) return given === undefined ? undefined : Number(given);
  throw new UsageError(`--threads: "${given}" is no number of threads`);
}

/** What has to be done in the end, at once or later. */
function followedBy<T>(end: () => void, action: () => T | Promise<T>): T | Promise<T> {
  let later = false;
  try {
    const made = action();
    if (!(made instanceof Promise)) return made;
    later = true;
    return made.finally(end);
  } finally {
    if (!later) end();
  }
}

/** Where no person reads the report, what could not be judged and the decision are said beside it. */
function tellPeople(result: Result, destinations: readonly Destination[], io: Io): void {
  const forPeople: readonly Format[] = ['github', 'pretty'];
  if (destinations.some(({ format, file }) => forPeople.includes(format) && file === null)) return;
  for (const { error } of result.inputs) if (error !== null) io.err(`demarc: ${printable(error)}\n`);
  io.err(`${verdictText(result)}\n`);
}
