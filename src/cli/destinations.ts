import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { controls } from '../controls';
import { ownControls } from '../gate/own-controls';
import type { Result } from '../model/result';
import { decode } from '../readers/cloudformation/text';
import type { Input } from '../readers/input';
import type { ByteSource } from '../readers/source';
import { formats, inPieces, reports, type Format, type ReportOptions } from '../reports';
import { choice } from './arguments';
import { leadsOut } from './inputs';
import { UsageError, type Io } from './io';
import { sourceLink } from './source-link';
import { joinedUp, writePieces } from './write-file';

/** What only some reports need is loaded when they ask. */
const proposed = () => require('./proposed-edits') as typeof import('./proposed-edits');
const map = () => require('../responsibility/resource-map') as typeof import('../responsibility/resource-map');
const summary = () => require('./job-summary') as typeof import('./job-summary');

/** One report: its format, and the file it goes to; null is standard output. */
export interface Destination {
  readonly format: Format;
  readonly file: string | null;
}

/**
 * Where reports go: `--format name[=file]`, any number of times, and `-o file` for the one that names none.
 *
 * @throws UsageError for an unknown format, or two reports for standard output.
 */
export function destinationsOf(wanted: readonly string[], output: string | undefined): readonly Destination[] {
  const destinations = (wanted.length > 0 ? wanted : ['pretty']).map((text): Destination => {
    const equals = text.indexOf('=');
    const name = equals === -1 ? text : text.slice(0, equals);
    const file = equals === -1 ? (output ?? null) : text.slice(equals + 1);
    if (file === '') throw new UsageError(`--format ${text}: name a file behind the equals sign`);
    return { format: choice('--format', name, formats) ?? 'pretty', file };
  });
  const files = destinations.map(({ file }) => file);
  const twice = files.find((file, i) => files.indexOf(file) !== i);
  if (twice === null)
    throw new UsageError(
      'only one report can go to standard output; give the others a file: --format json=report.json',
    );
  if (twice !== undefined) throw new UsageError(`two reports would go to ${twice}`);
  if (output !== undefined && !files.includes(output))
    throw new UsageError(`-o ${output}: every format names a file of its own`);
  return destinations;
}

/** Formats whose reports ask for what was read, beside what was found. */
const asking: readonly Format[] = ['html', 'sarif'];

/** Whether some report asks for what was read. */
export const askForInputs = (destinations: readonly Destination[]): boolean =>
  destinations.some(({ format }) => asking.includes(format));

export interface Look {
  readonly color: 'auto' | 'always' | 'never' | undefined;
  readonly quiet: boolean;
  /** Opens a file that a finding names. */
  readonly open: (path: string) => ByteSource;
  /** What was read, where a report asks for it. */
  readonly inputs: readonly Input[];
}

/**
 * Writes every report.
 *
 * @throws UsageError where a file cannot be written.
 */
export function writeReports(result: Result, destinations: readonly Destination[], look: Look, io: Io): void {
  const shared = { ...sharedOptions(look, io), quiet: look.quiet };
  for (const { format, file } of destinations) {
    const options = {
      ...shared,
      color: hasColor(look.color, file === null && io.terminal !== undefined, io.env),
      width: file === null && io.terminal ? Math.min(Math.max(io.terminal.width, 60), 160) : 100,
    };
    const pieces = inPieces[format]?.()(result) ?? [reports[format]()(result, options)];
    if (file !== null) writePieces(file, pieces);
    else for (const part of joinedUp(pieces)) io.out(part);
  }
  if (destinations.some(({ format }) => format === 'github'))
    summary().appendJobSummary(result, { ...shared, color: false, width: 100 }, io);
}

/** `--color` decides, then NO_COLOR (no-color.org), then FORCE_COLOR, then whether anybody is looking. */
export function hasColor(color: Look['color'], isTerminal: boolean, env: Io['env']): boolean {
  if (color === 'always' || color === 'never') return color === 'always';
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal && env['TERM'] !== 'dumb';
}

type SharedOptions = Pick<ReportOptions, 'source' | 'fromRoot' | 'controls' | 'link' | 'edit' | 'resources'>;

function sharedOptions({ open, inputs }: Look, { env }: Io): SharedOptions {
  const root = repositoryRoot(process.cwd());
  const texts = new Map<string, string | undefined>();
  const source = (file: string): string | undefined => {
    if (!texts.has(file)) texts.set(file, textOf(file, open));
    return texts.get(file);
  };
  const fromRoot = (file: string): string => {
    const path = relative(root, resolve(file));
    return (leadsOut(path) ? resolve(file) : path).split(sep).join('/');
  };
  let edits: SharedOptions['edit'];
  return {
    controls: [...controls, ...ownControls],
    fromRoot,
    link: (file, line) => sourceLink(fromRoot(file), line, env),
    source,
    edit: (finding) => (edits ??= proposed().proposedEdits(inputs, source))(finding),
    resources: () => map().resourceMapOf(inputs),
  };
}

/** The folder that holds `.git`, else the working folder. */
function repositoryRoot(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return folder;
  }
}

/** Source text that people wrote is small. */
const largestSource = 1 << 24;

function textOf(file: string, open: (path: string) => ByteSource): string | undefined {
  try {
    const source = open(file);
    try {
      return source.size > largestSource ? undefined : decode(source.read(0, source.size));
    } finally {
      source.close();
    }
  } catch {
    return undefined;
  }
}
