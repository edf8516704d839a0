import { loadConfiguration } from '../../gate/load-configuration';
import { waiverStates, type WaiverState } from '../../gate/waiver-states';
import { isForeign, type Waiver } from '../../gate/waivers';
import { judgeAll, settingsFor } from '../../inspect';
import { printable, printableJson } from '../../reports/printable';
import { choice, parseArguments } from '../arguments';
import type { Command } from '../command';
import { gateOptionsOf, judgingOptions, readOptionsOf } from '../gate-options';
import { readArguments } from '../inputs';
import { loadPlugins } from '../plugins';
import { table } from '../table';

const options = { ...judgingOptions, format: { type: 'string' } } as const;

export const waivers: Command = {
  name: 'waivers',
  help: `Lists the waivers of the configuration and those beside the code, and what became of each: active, expiring (within 14
days), unused, not-inspected, expired, without-reason, refused, unknown-control.

Usage: demarc waivers [options] [path...|-]

Without a path, only the configuration's are listed, by their dates alone. Suppressions of other tools are listed where
the configuration honours them; most of them have no end.

  --config FILE       instead of demarc.config.{yaml,json} from here up to the repository's root
  --allow-plugins     lets the plugins load that the configuration names: they are code
  --environment NAME  takes an environment of the configuration
  --as DIALECT        insists on cloudformation, cdk-assembly, cdktf, terraform-plan or terraform-source
  --parameters FILE   values for the parameters of templates; repeatable
  --var-file FILE     values for the variables of Terraform source; repeatable
  --source DIR        the source that plans were made of: findings point there, and its comments count
  --run-terraform     lets terraform (or tofu) show saved plans, which runs the providers of their folder
  --date YYYY-MM-DD   takes this day as today
  --format NAME       pretty (the default) or json

Exit code: 0, or 2 where something could not be read.
`,
  options: Object.keys(options),
  run(argv, io) {
    const { values, positionals } = parseArguments(argv, options);
    const format = choice('--format', values.format, ['pretty', 'json']);
    const loaded = loadConfiguration({ from: process.cwd(), file: values.config });
    const plugins = loadPlugins(loaded, values['allow-plugins'] ?? false);
    const settings = settingsFor({ ...gateOptionsOf(values), configuration: loaded, plugins });
    const reading = readOptionsOf(values);
    const nothing = { inputs: [], errors: [], close: () => undefined };
    const { inputs, errors, close } = positionals.length > 0 ? readArguments(positionals, reading, io) : nothing;
    try {
      const states = waiverStates(judgeAll(inputs, { errors, plugins }, settings), settings.controls, settings);
      io.out(format === 'json' ? `${printableJson(JSON.stringify(states, null, 2))}\n` : listing(states));
    } finally {
      close();
    }
    for (const { message } of errors) io.err(`demarc: ${printable(message)}\n`);
    return errors.length > 0 ? 2 : 0;
  },
};

function listing(states: readonly WaiverState[]): string {
  if (states.length === 0) return 'no waivers\n';
  const heading = ['state', 'control', 'resource', 'until', 'owner', 'findings', 'where', 'reason'];
  return table(
    heading,
    states.map(({ waiver, state, why, findings }) => {
      const { control, resource, until, owner, reason } = waiver;
      const end = until ?? (isForeign(waiver) ? 'no end' : '-');
      return [state, control, resource, end, owner ?? '-', String(findings), placeOf(waiver), reason ?? why ?? '-'];
    }),
  );
}

/** Where it stands; of one for another tool also the rule, which is what one looks for there. */
function placeOf({ source, rule, file, line }: Waiver): string {
  const place = file === null ? source : [file, line].filter((part) => part !== null).join(':');
  return rule === undefined ? place : `${place} (${source} ${rule})`;
}
