import { didYouMean } from '../gate/suggestion';
import { printable } from '../reports/printable';
import { toolVersion } from '../version';
import type { Command } from './command';
import { commands } from './commands';
import { UsageError, type Io } from './io';

/**
 * Runs the command line.
 *
 * @param argv without the program's name.
 * @returns the exit code: 0 gate open, 1 gate blocked, 2 could not judge.
 */
export function run(argv: readonly string[], io: Io): number | Promise<number> {
  const [name, ...rest] = argv;
  const command = commands.find((one) => one.name === name)?.load();
  const refuse = (error: unknown): number => {
    io.err(describe(error, command));
    return 2;
  };
  try {
    const code = command ? runCommand(command, rest, io) : runWithoutCommand(name, rest, io);
    return typeof code === 'number' ? code : code.catch(refuse);
  } catch (error) {
    return refuse(error);
  }
}

function runCommand(command: Command, argv: readonly string[], io: Io): number | Promise<number> {
  const end = argv.indexOf('--');
  const options = end === -1 ? argv : argv.slice(0, end);
  if (!options.includes('--help') && !options.includes('-h')) return command.run(argv, io);
  io.out(command.help);
  return 0;
}

function runWithoutCommand(name: string | undefined, rest: readonly string[], io: Io): number {
  if (name === '--version' || name === '-V') io.out(`${toolVersion()}\n`);
  else if (name === 'help' && rest[0] !== undefined) io.out(helpOf(rest[0]));
  else if (name === '--help' || name === '-h' || name === 'help') io.out(overview());
  else if (name === undefined) {
    io.err(overview());
    return 2;
  } else throw unknownCommand(name);
  return 0;
}

function helpOf(name: string): string {
  const command = commands.find((one) => one.name === name);
  if (!command) throw unknownCommand(name);
  return command.load().help;
}

function unknownCommand(name: string): UsageError {
  const kind = name.startsWith('-') ? 'option' : 'command';
  const meant = didYouMean(name, ['--help', '--version', ...commands.map((command) => command.name)]);
  return new UsageError(`unknown ${kind} ${JSON.stringify(name)}${meant}`);
}

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return `demarc holds the customer's side of the cloud shared-responsibility model: it inspects infrastructure code
before it is deployed, and blocks what is wrong on your side of the line.

Usage: demarc <command> [options]

Commands:
${commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join('\n')}

  demarc <command> --help  says more about a command
  demarc --version         prints the version

Exit code: 0 gate open, 1 gate blocked, 2 could not judge.
`;
}

/** By its name: a command that was loaded apart has classes of its own. */
const isA = (error: unknown, name: string): error is Error => error instanceof Error && error.name === name;

/** An error as people read it. Only what nobody foresaw shows where it happened. */
function describe(error: unknown, command: Command | undefined): string {
  const lines = (text: string) => text.split('\n').map(printable).join('\n');
  if (isA(error, 'UsageError')) {
    const more = command ? `demarc ${command.name} --help` : 'demarc --help';
    return `demarc: ${lines(error.message)}\nTry: ${more}\n`;
  }
  if (isA(error, 'ConfigurationError') || isA(error, 'UnreadableInput')) return `demarc: ${lines(error.message)}\n`;
  return `demarc: internal error: ${lines(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`;
}
