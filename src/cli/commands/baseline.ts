import { dirname, resolve } from 'node:path';
import { baselineOf, baselineText } from '../../gate/baseline';
import { placeFrom } from '../../gate/load-baseline';
import { loadConfiguration } from '../../gate/load-configuration';
import { inspect } from '../../inspect';
import { counted, printable, printableJson } from '../../reports/printable';
import { parseArguments } from '../arguments';
import type { Command } from '../command';
import { gateFlags, gateOptionsOf, judgingOptions, readOptionsOf } from '../gate-options';
import { readArguments } from '../inputs';
import { loadPlugins } from '../plugins';
import { writeFile } from '../write-file';

const options = {
  ...judgingOptions,
  'allow-incomplete': gateFlags['allow-incomplete'],
  only: gateFlags.only,
  output: { type: 'string', short: 'o' },
  preset: gateFlags.preset,
  skip: gateFlags.skip,
} as const;

const usualFile = 'demarc.baseline.json';

export const baseline: Command = {
  name: 'baseline',
  help: `Writes a baseline: a file to commit, which says what is wrong already. \`demarc check --baseline FILE\` then notes what
the file knows, and blocks what is new or worse. It goes by control and resource; lines and the order of items may
change. For Terraform plans, and wherever an earlier revision is at hand (\`--baseline git:main\`), none is needed.

Usage: demarc baseline [options] <path...|->

  -o, --output FILE   where it goes, instead of ${usualFile}
  --config FILE       instead of demarc.config.{yaml,json} from here up to the repository's root
  --allow-plugins     lets the plugins load that the configuration names: they are code
  --environment NAME  takes an environment of the configuration
  --preset NAME       the controls that are judged: baseline, strict, or a framework's
  --only LIST         judges only these controls or areas; commas between, * is a wildcard
  --skip LIST         does not judge these
  --as DIALECT        insists on a dialect
  --parameters FILE   values for the parameters of templates; repeatable
  --var-file FILE     values for the variables of Terraform source; repeatable
  --source DIR        the source that plans were made of: its comments count
  --run-terraform     lets terraform (or tofu) show saved plans, which runs the providers of their folder
  --allow-incomplete  lets an errored or partial plan count
  --date YYYY-MM-DD   takes this day as today

Exit code: 0 written; 2 could not judge, and nothing is written.
`,
  options: Object.keys(options),
  run(argv, io) {
    const { values, positionals } = parseArguments(argv, options);
    const file = values.output ?? usualFile;
    const configuration = loadConfiguration({ from: process.cwd(), file: values.config });
    const plugins = loadPlugins(configuration, values['allow-plugins'] ?? false);
    const { inputs, errors, close } = readArguments(positionals, readOptionsOf(values), io);
    try {
      const result = inspect(inputs, { ...gateOptionsOf(values), configuration, plugins, errors });
      const problems = result.inputs.flatMap(({ error }) => error ?? []);
      for (const problem of problems) io.err(`demarc: ${printable(problem)}\n`);
      if (problems.length > 0) return 2;
      const written = baselineOf(result, placeFrom(dirname(resolve(file))));
      writeFile(file, printableJson(baselineText(written)));
      io.err(`${printable(file)}: ${counted(written.findings.length, 'finding')}\n`);
      return 0;
    } finally {
      close();
    }
  },
};
