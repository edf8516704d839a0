import { isAbsolute } from 'node:path';
import type { InputError } from '../inspect';
import type { GivenParameters } from '../readers/cloudformation/parameters';
import { detect, fileProblem, type Discovery, type FoundInput, type ReadableDialect } from '../readers/detect';
import type { Input } from '../readers/input';
import { fileSource, isGzip, memorySource, type ByteSource } from '../readers/source';
import { UsageError, type Io } from './io';
import { growSlowlyFor } from './lean-heap';
import { planReader, type PlanOptions } from './plans';
import type { Progress } from './progress';
import { isReadOnce } from './read-once';

/** A reader is loaded when there is something for it to read. */
const assemblies = () => require('../readers/cdk-assembly/reader') as typeof import('../readers/cdk-assembly/reader');
const cloudFormation = () =>
  require('../readers/cloudformation/reader') as typeof import('../readers/cloudformation/reader');
const pipes = () => require('./standard-input') as typeof import('./standard-input');
const packing = () => require('./gunzip') as typeof import('./gunzip');
const modules = () =>
  require('../readers/terraform-source/reader') as typeof import('../readers/terraform-source/reader');
const stacks = () => require('../readers/cdktf/file') as typeof import('../readers/cdktf/file');

export interface ReadOptions extends PlanOptions {
  readonly as?: ReadableDialect | undefined;
  readonly parameters?: GivenParameters | undefined;
}

/** What is to be read as one input, and under which argument it was found. */
export interface Unit extends FoundInput {
  readonly argument: string;
  /** What is to be said of the argument, for people. */
  readonly notes: readonly string[];
}

/** Reads what stands behind arguments, one input at a time. */
export interface Reader {
  /**
   * The inputs behind the arguments, in their order. In the place of an argument behind which nothing can be read stands
   * why: one never keeps the others from being read.
   *
   * @throws UsageError where there are no arguments.
   */
  readonly find: (paths: readonly string[], progress?: Progress) => readonly (Unit | InputError)[];
  /** Plans are read on, so their files stay open until `release` or `close`. */
  readonly read: (unit: Unit) => Input | InputError;
  /** Opens an input, or a file that findings name: it may stand in a saved plan alone. */
  readonly open: (path: string) => ByteSource;
  /** Closes the files of what was read so far. */
  readonly release: () => void;
  readonly close: () => void;
}

/** What was read, what was not, and the files behind it. Plans are read on, so they stay open until `close`. */
export interface Inputs {
  readonly inputs: readonly Input[];
  readonly errors: readonly InputError[];
  readonly close: () => void;
}

/**
 * Reads every argument.
 *
 * @throws UsageError where there are none.
 */
export function readArguments(paths: readonly string[], options: ReadOptions, io: Io): Inputs {
  const { find, close, ...reader } = openReader(options, io);
  const read = find(paths).map((found) => (isUnreadable(found) ? found : reader.read(found)));
  return {
    inputs: read.flatMap((one) => (isUnreadable(one) ? [] : one)),
    errors: read.filter(isUnreadable),
    close,
  };
}

export const isUnreadable = (found: Unit | Input | InputError): found is InputError => 'message' in found;

export function openReader(options: ReadOptions, io: Io): Reader {
  const sources: ByteSource[] = [];
  const { open, close } = opener(io);
  const keep = (source: ByteSource): ByteSource => {
    sources.push(source);
    return source;
  };
  const keepOpen = (path: string): ByteSource => keep(open(path));
  const plans = planReader(options, io.env, keepOpen, keep);
  const release = (): void => {
    for (const source of sources.splice(0)) source.close();
  };
  return {
    find(paths, progress) {
      if (paths.length === 0)
        throw new UsageError('name what to inspect: a template, a plan, a folder, or - for standard input');
      const distinct = new Set(paths);
      return [...distinct].flatMap((path, done) => {
        progress?.step('read', done, distinct.size, 'inputs');
        return unitsOf(path, () => detect(path, open, options.as, options.runTerraform));
      });
    },
    read(unit) {
      const { argument, reader, files, notes } = unit;
      return attempt(reader === 'cloudformation' ? argument : (files[0] ?? argument), () => {
        const input = read(unit, keepOpen, options, io.env, plans.read);
        return notes.length === 0 ? input : { ...input, notes: [...input.notes, ...notes] };
      });
    },
    open: (path) => {
      const carried = plans.carried(path);
      return carried ? memorySource(path, carried) : open(path);
    },
    release,
    close: () => {
      release();
      close();
    },
  };
}

/** The first input of an argument says what is to be said of the argument. */
function unitsOf(argument: string, found: () => Discovery): readonly (Unit | InputError)[] {
  const discovery = attempt(argument, found);
  if ('message' in discovery) return [discovery];
  const { inputs, notes } = discovery;
  return inputs.map((input, index) => ({ ...input, argument, notes: index === 0 ? notes : [] }));
}

/** Opens files, and what can be read once as often as it is asked for. What is compressed is unpacked once, and kept. */
function opener(io: Io): { readonly open: (path: string) => ByteSource; readonly close: () => void } {
  const held = new Map<string, ByteSource>();
  const lent = (source: ByteSource): ByteSource => ({ ...source, close: () => undefined });
  const open = (path: string): ByteSource => {
    const known = held.get(path);
    if (known) return lent(known);
    const once = isReadOnce(path);
    const source = !once ? fileSource(path) : path === '-' ? standardInput(io) : pipes().pipedInput(path);
    growSlowlyFor(source.size);
    const packed = startsAsGzip(source);
    if (!packed && !once) return source;
    const whole = packed ? packing().unpacked(source) : source;
    held.set(path, whole);
    return lent(whole);
  };
  return {
    open,
    close: () => {
      for (const source of held.values()) source.close();
    },
  };
}

const standardInput = (io: Io): ByteSource => io.inputSource?.() ?? memorySource('-', io.input());

function startsAsGzip(source: ByteSource): boolean {
  try {
    return isGzip(source);
  } catch (error) {
    source.close();
    throw error;
  }
}

function read(
  { argument, reader, files }: Unit,
  open: (path: string) => ByteSource,
  { parameters, variableFiles }: ReadOptions,
  environment: Io['env'],
  readPlan: (path: string) => Input,
): Input {
  if (reader === 'terraform-plan') return readPlan(files[0] ?? argument);
  if (reader === 'cdk-assembly') return assemblies().readAssembly(files[0] ?? argument);
  if (reader === 'terraform-source')
    return modules().readTerraformSource(files[0] ?? argument, { variableFiles, environment });
  const templates = files.map((path) => {
    const source = open(path);
    return { path, text: source.read(0, source.size) };
  });
  if (reader === 'cdktf') return stacks().readTerraformStackFiles(templates, argument);
  return cloudFormation().readCloudFormation(templates, { path: argument, ...(parameters && { parameters }) });
}

/** What goes wrong with one input is said of that input. */
function attempt<T>(path: string, action: () => T): T | InputError {
  try {
    return action();
  } catch (error) {
    return { path, message: messageOf(path, error) };
  }
}

function messageOf(path: string, error: unknown): string {
  // By its name: readers that are loaded apart have classes of their own.
  if (error instanceof Error && error.name === 'UnreadableInput') return error.message;
  if (error instanceof Error && 'code' in error && 'syscall' in error) return `${path}: ${fileProblem(error)}`;
  return `${path}: internal error while it was read: ${error instanceof Error ? error.message : String(error)}`;
}

/** Whether a path leads out of the folder it is seen from. */
export const leadsOut = (path: string): boolean => path.startsWith('..') || isAbsolute(path);
