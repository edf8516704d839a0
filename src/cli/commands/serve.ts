import { defaultHosts } from '../../hosts/run-task/addresses';
import { configurationOf, type JudgingOptions } from '../../hosts/run-task/judge-plan';
import { judgingInThread } from '../../hosts/run-task/judging';
import { wait } from '../../hosts/run-task/retries';
import { createRunTaskServer, type RunTaskServer } from '../../hosts/run-task/server';
import { settingsFor } from '../../inspect';
import { parseArguments, words, type Values } from '../arguments';
import type { Command } from '../command';
import { gateFlags, gateOptionsOf, judgingOptions } from '../gate-options';
import { UsageError, type Io } from '../io';

const options = {
  address: { type: 'string' },
  block: gateFlags.block,
  concurrency: { type: 'string' },
  config: judgingOptions.config,
  environment: judgingOptions.environment,
  'fail-on': gateFlags['fail-on'],
  hostname: { type: 'string', multiple: true },
  only: gateFlags.only,
  port: { type: 'string' },
  preset: gateFlags.preset,
  skip: gateFlags.skip,
  undecided: gateFlags.undecided,
  unsigned: { type: 'boolean' },
} as const;

const keyVariable = 'DEMARC_RUN_TASK_KEY';

const help = `Answers HCP Terraform or Terraform Enterprise as a run task: fetches the plan of each run, inspects it, and tells
what came of it, finding by finding. docs/hosts.md says how it is set up.

Usage: demarc serve run-task [options]

The environment variable ${keyVariable} holds the HMAC key that the run task was made with.

How it is reached
  --port NUMBER         where it listens (8080); HTTPS is what stands before it
  --address ADDRESS     on which address of this machine (127.0.0.1); 0.0.0.0 is every one
  --hostname LIST       who may call, and is called back, instead of app.terraform.io: a Terraform Enterprise
  --unsigned            takes requests that nobody signed, without a key
  --concurrency NUMBER  plans that are judged at a time (2)

What is judged, and how strictly
  --config FILE         the configuration; none is looked for
  --preset NAME         baseline (the default) or strict
  --environment NAME    takes an environment of the configuration
  --only LIST           judges only these controls or areas; commas between, * is a wildcard
  --skip LIST           does not judge these
  --fail-on SEVERITY    blocks at this severity and above, and warns below
  --undecided LEVEL     what the gate does with what cannot be decided, at most: block, warn, note, off
  --block SCOPE         new (what the change brings or worsens; the default) or all

GET /health answers 200 while it runs. SIGTERM and SIGINT let it finish what it is at.

Exit code: 0 when it was stopped, 2 when it could not start.
`;

/** How long what runs is waited for when the server stops; platforms kill after 30 seconds, mostly. */
const grace = 20_000;

export const serve: Command = {
  name: 'serve',
  help,
  options: Object.keys(options),
  async run(argv, io) {
    const { values, positionals } = parseArguments(argv, options);
    if (positionals.length !== 1 || positionals[0] !== 'run-task')
      throw new UsageError('say what to serve: demarc serve run-task');
    const server = serverOf(values, io);
    const address = values.address ?? '127.0.0.1';
    const port = await listening(server, portOf(values.port), address);
    const stopped = signalled();
    io.err(`demarc: run task at http://${address.includes(':') ? `[${address}]` : address}:${String(port)}/\n`);
    await stopped;
    io.err('demarc: stopping\n');
    await server.stop(grace);
    return 0;
  },
};

/** @throws UsageError or ConfigurationError, before anything is listened to. */
function serverOf(values: Values<typeof options>, io: Io): RunTaskServer {
  const { today, ...gate } = gateOptionsOf(values);
  const judging: JudgingOptions = { gate, config: values.config, from: process.cwd() };
  settingsFor({ ...gate, today, configuration: configurationOf(judging.config, judging.from) });
  const hosts = words(values.hostname).map((host) => host.toLowerCase());
  return createRunTaskServer({
    key: keyOf(values.unsigned ?? false, io),
    connection: { fetch, wait, hosts: hosts.length > 0 ? hosts.map(hostOf) : defaultHosts },
    judge: judgingInThread(judging),
    concurrency: numberOf('--concurrency', values.concurrency, 2, 1, 64),
    log: (line) => {
      io.err(`${new Date().toISOString()} ${line}\n`);
    },
  });
}

function keyOf(unsigned: boolean, { env }: Io): string | null {
  const key = env[keyVariable] ?? '';
  if (key === '' && !unsigned)
    throw new UsageError(`set ${keyVariable} to the HMAC key of the run task, or say --unsigned to take any request`);
  if (key !== '' && unsigned) throw new UsageError(`--unsigned: ${keyVariable} is set; leave one of the two`);
  return key === '' ? null : key;
}

function hostOf(name: string): string {
  if (!URL.canParse(`https://${name}`) || new URL(`https://${name}`).host !== name)
    throw new UsageError(`--hostname: "${name}" is no host name; write it as tfe.example.com, or tfe.example.com:8443`);
  return name;
}

const portOf = (text: string | undefined): number => numberOf('--port', text, 8080, 0, 65_535);

function numberOf(option: string, text: string | undefined, otherwise: number, least: number, most: number): number {
  if (text === undefined) return otherwise;
  const number = Number(text);
  if (/^\d+$/u.test(text) && number >= least && number <= most) return number;
  throw new UsageError(`${option}: "${text}" is no number from ${String(least)} to ${String(most)}`);
}

async function listening(server: RunTaskServer, port: number, address: string): Promise<number> {
  try {
    return await server.listen(port, address);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(`cannot listen at ${address}, port ${String(port)}: ${code}`);
  }
}

/** Settles when somebody wants the process to end. */
const signalled = (): Promise<void> =>
  new Promise((resolve) => {
    const stop = (): void => {
      process.off('SIGTERM', stop).off('SIGINT', stop);
      resolve();
    };
    process.on('SIGTERM', stop).on('SIGINT', stop);
  });
