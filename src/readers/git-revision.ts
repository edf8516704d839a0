import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import { UnreadableInput } from './input';

/** Files of a revision of the repository, in a folder of their own. */
export interface GitRevision {
  /** Where a path of the working tree stands in the revision. Undefined for one outside of the repository. */
  readonly at: (path: string) => string | undefined;
  /** Deletes the folder. */
  readonly close: () => void;
}

/** What readers read: templates, plans, source, and what source refers to. */
const readable: ReadonlySet<string> = new Set([
  '.json', '.yaml', '.yml', '.template', '.tf', '.tofu', '.tfvars', '.hcl', '.tpl', '.tftpl', '.pem', '.txt',
]); // prettier-ignore
const largestFile = 1 << 25;
const largestTotal = 1 << 29;

/**
 * Takes the files of a revision (a branch, tag or commit) out of the repository that the folder belongs to. Only git's
 * plumbing is called, which runs neither hooks nor filters of the repository, and nothing is fetched.
 *
 * @throws UnreadableInput where there is no git, no repository or no such revision.
 */
export function openGitRevision(revision: string, folder: string): GitRevision {
  const root = git(folder, ['rev-parse', '--show-toplevel'])
    .toString('utf8')
    .replace(/\r?\n$/u, '');
  const commit = git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], () =>
    `git:${revision}: the repository knows no such revision. Fetch it first; a shallow clone may lack it`,
  ).toString('utf8').trim(); // prettier-ignore
  const blobs = blobsIn(git(root, ['ls-tree', '-r', '-z', '-l', '--full-tree', commit]).toString('utf8'));
  const total = blobs.reduce((sum, { size }) => sum + size, 0);
  if (total > largestTotal)
    throw new UnreadableInput(
      `git:${revision}: its templates and sources hold more than ${String(largestTotal)} bytes`,
    );
  const target = mkdtempSync(join(tmpdir(), 'demarc-revision-'));
  const close = (): void => {
    rmSync(target, { recursive: true, force: true });
  };
  try {
    write(target, blobs, git(root, ['cat-file', '--batch'], undefined, blobs.map(({ id }) => `${id}\n`).join('')));
  } catch (error) {
    close();
    throw error;
  }
  // A repository of its own: readers must not look for its root any higher.
  mkdirSync(join(target, '.git'));
  return {
    at: (path) => {
      const inside = relative(root, resolve(path));
      return inside.startsWith('..') || resolve(inside) === inside ? undefined : join(target, inside);
    },
    close,
  };
}

interface Blob {
  readonly id: string;
  readonly size: number;
  readonly path: string;
}

/** Lines of `git ls-tree -l -z`: mode, type, id, size, and the path behind a tab. Links and modules are no files. */
const blobsIn = (listing: string): readonly Blob[] =>
  listing.split('\0').flatMap((line): readonly Blob[] => {
    const [, mode = '', id = '', size = '', path = ''] = /^(\d+) blob ([0-9a-f]+) +(\d+)\t(.*)$/su.exec(line) ?? [];
    const isFile = mode === '100644' || mode === '100755';
    if (!isFile || !readable.has(extname(path).toLowerCase()) || Number(size) > largestFile || leadsOut(path))
      return [];
    return [{ id, size: Number(size), path }];
  });

/** Git keeps such paths out of its trees; a damaged repository may hold them nevertheless. */
const leadsOut = (path: string): boolean =>
  path.split(/[/\\]/u).some((part) => part === '..' || part === '' || part.toLowerCase() === '.git');

/** What `git cat-file --batch` says: for each object a line with id, type and size, the content, and a line's end. */
function write(target: string, blobs: readonly Blob[], batch: Buffer): void {
  let at = 0;
  for (const { id, size, path } of blobs) {
    const end = batch.indexOf(0x0a, at);
    if (batch.subarray(at, end).toString('latin1') !== `${id} blob ${String(size)}`)
      throw new UnreadableInput(`${path}: the repository does not hold this file; fetch the revision whole`);
    const file = join(target, ...path.split('/'));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, batch.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
}

/** Nothing of the user's or the machine's configuration, no prompt, no transport, no replaced objects, no lock. */
const environment = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: sep === '/' ? '/dev/null' : 'NUL',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_NO_LAZY_FETCH: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_ALLOW_PROTOCOL: 'none',
  LC_ALL: 'C',
};
const settings = [
  'protocol.allow=never',
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  // Git protects from the configuration of repositories that others own. What is called here runs nothing that it names.
  'safe.directory=*',
].flatMap((setting) => ['-c', setting]);

function git(folder: string, call: readonly string[], problem?: () => string, input?: string): Buffer {
  const { PATH, HOME, SystemRoot } = process.env;
  const { status, stdout, stderr, error } = spawnSync('git', ['--no-pager', ...settings, ...call], {
    cwd: folder,
    env: { ...environment, PATH, HOME, SystemRoot },
    input: input ?? '',
    maxBuffer: largestTotal * 2,
    windowsHide: true,
  });
  if (error) throw new UnreadableInput(`git cannot be run: ${error.message}`);
  if (status === 0) return stdout;
  throw new UnreadableInput(problem?.() ?? `git ${call[0] ?? ''}: ${stderr.toString('utf8').trim()}`);
}
