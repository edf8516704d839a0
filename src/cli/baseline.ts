import { statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Baseline } from '../gate/baseline';
import { loadBaseline, noBaseline } from '../gate/load-baseline';
import { ResourceGraph } from '../model/graph';
import type { Dialect } from '../model/resource';
import type { Input } from '../readers/input';
import { realPath } from '../readers/real-path';
import { readArguments, type ReadOptions } from './inputs';
import { UsageError, type Io } from './io';

/** Few runs are compared with another revision. */
const revisions = () => require('../readers/git-revision') as typeof import('../readers/git-revision');

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
    const revision = revisions().openGitRevision(named.slice('git:'.length), process.cwd());
    const at = (path: string) => (path === '-' ? undefined : revision.at(path));
    return { before: (input) => withPrevious(input, named, at(input.path), read), close: revision.close };
  }
  const file = loadBaseline(named);
  if (file) return { ...none, file };
  const [path, ...others] = paths;
  if (path === undefined || path === '-' || others.length > 0)
    throw noBaseline(named, 'is no baseline, and one earlier state: name the one path that it is of');
  if (realPath(path) === realPath(named)) throw comparedWithItself(named);
  if (exists(path) && isFolder(path) !== isFolder(named))
    throw new UsageError(`--baseline ${named} is of another kind than ${path}: the one is a folder, the other is not`);
  const at = (now: string): string => join(named, relative(path, now));
  if (isFolder(named)) return { ...none, before: (input) => withPrevious(input, named, at(input.path), read) };
  const before = (input: Input): Input => {
    const found = insist(named, read, input);
    return withPrevious(input, named, named, () => found);
  };
  return { ...none, before };
}

const comparedWithItself = (named: string): UsageError =>
  new UsageError(`--baseline ${named}: compared with itself nothing would ever be new`);

const isFolder = (path: string): boolean => statSync(path).isDirectory();

/** The one file that is named is read, or refused: whoever names a damaged baseline does not mean that there was none. */
function insist(named: string, read: ReadRevision, { dialect }: Input): Input {
  const found = read(named, dialect);
  if ('problem' in found) throw noBaseline(named, `is no baseline, and no earlier state: ${found.problem}`);
  return found;
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
  if (found && !('problem' in found)) {
    if (shareDocuments(found.after, input.after)) throw comparedWithItself(named);
    return { ...input, previous: { path: found.path, graph: found.after } };
  }
  const why = found ? `cannot be read there: ${found.problem}` : 'is not there';
  return {
    ...input,
    previous: { path: input.path, graph: new ResourceGraph([]) },
    notes: [...input.notes, `compared with ${named}, everything is introduced: ${input.path} ${why}`],
  };
}

/** Whether something of the one is in a file of the other, as where a folder around what is inspected is named. */
function shareDocuments(one: ResourceGraph, other: ResourceGraph): boolean {
  const documents = documentsOf(one);
  return [...documentsOf(other)].some((document) => documents.has(document));
}

const documentsOf = ({ resources }: ResourceGraph): ReadonlySet<string> =>
  new Set([...new Set(resources.map(({ document }) => document))].map(realPath));

const exists = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;
