import { isAbsolute } from 'node:path';
import type { InputError } from '../inspect';
import type { GivenParameters } from '../readers/cloudformation/parameters';
import { readTerraformStackFiles } from '../readers/cdktf/file';
import { readAssembly } from '../readers/cdk-assembly/reader';
import { readCloudFormation } from '../readers/cloudformation/reader';
import { detect, fileProblem, type FoundInput, type ReadableDialect } from '../readers/detect';
import { UnreadableInput, type Input } from '../readers/input';
import { fileSource, memorySource, type ByteSource } from '../readers/source';
import { readTerraformPlan } from '../readers/terraform-plan';
import { planSource, type PlanSource } from '../readers/terraform-source/plan-source';
import { openTerraformSource, readTerraformSource, type VariableFile } from '../readers/terraform-source/reader';
import { UsageError, type Io } from './io';

export interface ReadOptions {
  readonly as?: ReadableDialect | undefined;
  readonly parameters?: GivenParameters | undefined;
  /** Values for the variables of Terraform source. */
  readonly variableFiles?: readonly VariableFile[] | undefined;
  /** The folder that plans were made of. */
  readonly source?: string | undefined;
}

/** What was read, what was not, and the files behind it. Plans are read on, so they stay open until `close`. */
export interface Inputs {
  readonly inputs: readonly Input[];
  readonly errors: readonly InputError[];
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
  const keepOpen = (path: string): ByteSource => {
    const source = open(path);
    sources.push(source);
    return source;
  };
  const inputs: Input[] = [];
  const errors: InputError[] = [];
  const sourceOfPlans = sourceOnce(options, io.env);
  for (const path of new Set(paths)) {
    const { inputs: found, notes } = attempt(path, errors, () => detect(path, open, options.as)) ?? {
      inputs: [],
      notes: [],
    };
    for (const [position, one] of found.entries()) {
      const input = attempt(one.reader === 'cloudformation' ? path : (one.files[0] ?? path), errors, () =>
        read(path, one, keepOpen, options, io.env, sourceOfPlans),
      );
      if (input) inputs.push(position === 0 ? { ...input, notes: [...input.notes, ...notes] } : input);
    }
  }
  return {
    inputs,
    errors,
    open,
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

/** The source of the plans is read when the first plan asks, and once. */
function sourceOnce({ source, variableFiles }: ReadOptions, environment: Io['env']): () => PlanSource | undefined {
  let known: PlanSource | undefined;
  return () => {
    if (source !== undefined) known ??= planSource(openTerraformSource(source, { variableFiles, environment }));
    return known;
  };
}

function read(
  argument: string,
  { reader, files }: FoundInput,
  open: (path: string) => ByteSource,
  { parameters, variableFiles }: ReadOptions,
  environment: Io['env'],
  sourceOfPlans: () => PlanSource | undefined,
): Input {
  if (reader === 'terraform-plan') {
    const written = sourceOfPlans();
    const plan = readTerraformPlan(open(files[0] ?? argument), { locatorOf: written?.locatorOf });
    return written ? written.attachTo(plan) : plan;
  }
  if (reader === 'cdk-assembly') return readAssembly(files[0] ?? argument);
  if (reader === 'terraform-source') return readTerraformSource(files[0] ?? argument, { variableFiles, environment });
  const templates = files.map((path) => {
    const source = open(path);
    return { path, text: source.read(0, source.size) };
  });
  if (reader === 'cdktf')
    return readTerraformStackFiles(
      templates.map(({ path, text }) => ({ path, text: text.toString('utf8') })),
      argument,
    );
  return readCloudFormation(templates, { path: argument, ...(parameters && { parameters }) });
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
