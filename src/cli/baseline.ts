import { statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Baseline } from '../gate/baseline';
import { loadBaseline } from '../gate/load-baseline';
import { ResourceGraph } from '../model/graph';
import type { Dialect } from '../model/resource';
import { openGitRevision } from '../readers/git-revision';
import type { Input } from '../readers/input';
import { readArguments, type ReadOptions } from './inputs';
import { UsageError, type Io } from './io';

/** What `--baseline` names, opened. */
interface OpenBaseline {
  /** A committed baseline file. */
  readonly file?: Baseline;
  /** The input with the revision before it. */
  readonly before: (input: Input) => Input;
  readonly close: () => void;
}

/** Reads another revision of an input from where it lies. */
export type ReadRevision = (path: string, dialect: Dialect) => Input | { readonly problem: string };

const none: OpenBaseline = { before: (input) => input, close: () => undefined };

/**
 * Opens what `--baseline` names while it is used: `git:REVISION`, a baseline file, or the same template, assembly or
 * folder as it was.
 *
 * @param paths the arguments that are inspected.
 * @throws UsageError, ConfigurationError, UnreadableInput
 */
export function withBaseline<T>(
  named: string | undefined,
  paths: readonly string[],
  read: ReadRevision,
  use: (baseline: Omit<OpenBaseline, 'close'>) => T,
): T {
  const baseline = openBaseline(named, paths, read);
  try {
    return use(baseline);
  } finally {
    baseline.close();
  }
}

function openBaseline(named: string | undefined, paths: readonly string[], read: ReadRevision): OpenBaseline {
  if (named === undefined) return none;
  if (named.startsWith('git:')) {
    const revision = openGitRevision(named.slice('git:'.length), process.cwd());
    const at = (path: string) => (path === '-' ? undefined : revision.at(path));
    return { before: (input) => withPrevious(input, named, at(input.path), read), close: revision.close };
  }
  const file = loadBaseline(named);
  if (file) return { ...none, file };
  const [path, ...others] = paths;
  if (path === undefined || path === '-' || others.length > 0)
    throw new UsageError(`--baseline ${named} is one earlier state: name the one path that it is of`);
  if (resolve(path) === resolve(named))
    throw new UsageError(`--baseline ${named}: compared with itself nothing would ever be new`);
  const at = (now: string): string => join(named, relative(path, now));
  return { ...none, before: (input) => withPrevious(input, named, at(input.path), read) };
}

/** Reads revisions as the arguments are read. */
export const revisionReader =
  (options: ReadOptions, io: Io): ReadRevision =>
  (path, dialect) => {
    const { inputs, errors, close } = readArguments([path], { ...options, source: undefined, runTerraform: false }, io);
    close();
    const found = inputs.find((input) => input.dialect === dialect);
    return found ?? { problem: errors[0]?.message ?? 'something else stands there' };
  };

/** Where nothing was before, everything is introduced; so it is where what was before cannot be read. */
function withPrevious(input: Input, named: string, path: string | undefined, read: ReadRevision): Input {
  if (input.before) return { ...input, notes: [...input.notes, `a plan holds its own before: ${named} is not asked`] };
  const found = path === undefined || !exists(path) ? undefined : read(path, input.dialect);
  if (found && !('problem' in found)) return { ...input, previous: { path: found.path, graph: found.after } };
  const why = found ? `cannot be read there: ${found.problem}` : 'is not there';
  return {
    ...input,
    previous: { path: input.path, graph: new ResourceGraph([]) },
    notes: [...input.notes, `compared with ${named}, everything is introduced: ${input.path} ${why}`],
  };
}

const exists = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;
