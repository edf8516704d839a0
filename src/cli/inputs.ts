import { isAbsolute } from 'node:path';
import type { InputError } from '../inspect';
import type { GivenParameters } from '../readers/cloudformation/parameters';
import { detect, fileProblem, type FoundInput, type ReadableDialect } from '../readers/detect';
import { UnreadableInput, type Input } from '../readers/input';
import { fileSource, memorySource, type ByteSource } from '../readers/source';
import { UsageError, type Io } from './io';
import { planReader, type PlanOptions } from './plans';

/** A reader is loaded when there is something for it to read. */
const assemblies = () => require('../readers/cdk-assembly/reader') as typeof import('../readers/cdk-assembly/reader');
const cloudFormation = () =>
  require('../readers/cloudformation/reader') as typeof import('../readers/cloudformation/reader');
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
export function readArguments(paths: readonly string[], options: ReadOptions, io: Io): Inputs {
  if (paths.length === 0)
    throw new UsageError('name what to inspect: a template, a plan, a folder, or - for standard input');
  const sources: ByteSource[] = [];
  const open = opener(io);
  const keep = (source: ByteSource): ByteSource => {
    sources.push(source);
    return source;
  };
  const keepOpen = (path: string): ByteSource => keep(open(path));
  const inputs: Input[] = [];
  const errors: InputError[] = [];
  const plans = planReader(options, io.env, keepOpen, keep);
  for (const path of new Set(paths)) {
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
    },
  };
}

/** Opens files, and standard input as often as it is asked for. */
function opener(io: Io): (path: string) => ByteSource {
  let input: Buffer | undefined;
  return (path) => {
    if (path !== '-') return fileSource(path);
    input ??= io.input();
    return memorySource(path, input);
  };
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
  if (reader === 'cdktf')
    return stacks().readTerraformStackFiles(
      templates.map(({ path, text }) => ({ path, text: text.toString('utf8') })),
      argument,
    );
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
  if (error instanceof UnreadableInput) return error.message;
  if (error instanceof Error && 'code' in error && 'syscall' in error) return `${path}: ${fileProblem(error)}`;
  return `${path}: internal error while it was read: ${error instanceof Error ? error.message : String(error)}`;
}

/** Whether a path leads out of the folder it is seen from. */
export const leadsOut = (path: string): boolean => path.startsWith('..') || isAbsolute(path);
