import { isAbsolute } from 'node:path';
import type { InputError } from '../inspect';
import type { GivenParameters } from '../readers/cloudformation/parameters';
import { detect, fileProblem, type FoundInput, type ReadableDialect } from '../readers/detect';
import type { Input } from '../readers/input';
import { fileSource, isGzip, memorySource, type ByteSource } from '../readers/source';
import { UsageError, type Io } from './io';
import { growSlowlyFor } from './lean-heap';
import { planReader, type PlanOptions } from './plans';
import type { Progress } from './progress';

/** A reader is loaded when there is something for it to read. */
const assemblies = () => require('../readers/cdk-assembly/reader') as typeof import('../readers/cdk-assembly/reader');
const cloudFormation = () =>
  require('../readers/cloudformation/reader') as typeof import('../readers/cloudformation/reader');
const packing = () => require('./gunzip') as typeof import('./gunzip');
const modules = () =>
  require('../readers/terraform-source/reader') as typeof import('../readers/terraform-source/reader');
const stacks = () => require('../readers/cdktf/file') as typeof import('../readers/cdktf/file');

export interface ReadOptions extends PlanOptions {
  readonly as?: ReadableDialect | undefined;
  readonly parameters?: GivenParameters | undefined;
}

/** What was read, what was not, and the files behind it. Plans are read on, so they stay open until `close`. */
export interface Inputs {
  readonly inputs: readonly Input[];
  readonly errors: readonly InputError[];
  /** Opens an input, or a file that findings name: it may stand in a saved plan alone. */
  readonly open: (path: string) => ByteSource;
  readonly close: () => void;
}

/**
 * Reads every argument. One that cannot be read never keeps the others from being read.
 *
 * @throws UsageError where there are none.
 */
export function readArguments(paths: readonly string[], options: ReadOptions, io: Io, progress?: Progress): Inputs {
  if (paths.length === 0)
    throw new UsageError('name what to inspect: a template, a plan, a folder, or - for standard input');
  const sources: ByteSource[] = [];
  const { open, close } = opener(io);
  const keep = (source: ByteSource): ByteSource => {
    sources.push(source);
    return source;
  };
  const keepOpen = (path: string): ByteSource => keep(open(path));
  const inputs: Input[] = [];
  const errors: InputError[] = [];
  const plans = planReader(options, io.env, keepOpen, keep);
  const distinct = new Set(paths);
  for (const [done, path] of [...distinct].entries()) {
    progress?.step('read', done, distinct.size, 'inputs');
    const { inputs: found, notes } = attempt(path, errors, () =>
      detect(path, open, options.as, options.runTerraform),
    ) ?? {
      inputs: [],
      notes: [],
    };
    for (const [position, one] of found.entries()) {
      const input = attempt(one.reader === 'cloudformation' ? path : (one.files[0] ?? path), errors, () =>
        read(path, one, keepOpen, options, io.env, plans.read),
      );
      if (input) inputs.push(position === 0 ? { ...input, notes: [...input.notes, ...notes] } : input);
    }
  }
  return {
    inputs,
    errors,
    open: (path) => {
      const carried = plans.carried(path);
      return carried ? memorySource(path, carried) : open(path);
    },
    close: () => {
      for (const source of sources) source.close();
      close();
    },
  };
}

/** Opens files, and standard input as often as it is asked for. What is compressed is unpacked once, and kept. */
function opener(io: Io): { readonly open: (path: string) => ByteSource; readonly close: () => void } {
  const held = new Map<string, ByteSource>();
  const lent = (source: ByteSource): ByteSource => ({ ...source, close: () => undefined });
  const open = (path: string): ByteSource => {
    const known = held.get(path);
    if (known) return lent(known);
    const source = path === '-' ? standardInput(io) : fileSource(path);
    growSlowlyFor(source.size);
    const packed = startsAsGzip(source);
    if (path !== '-' && !packed) return source;
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
  argument: string,
  { reader, files }: FoundInput,
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
function attempt<T>(path: string, errors: InputError[], action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    errors.push({ path, message: messageOf(path, error) });
    return undefined;
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
