import { basename, dirname, join } from 'node:path';
import { UnreadableInput } from '../input';
import type { ByteSource } from '../source';
import { DamagedZip, unzip, zipEntries, type ZipEntry, type ZipLimits } from '../zip';
import type { Checkout } from './checkout';
import { moduleFilesIn } from './module-files';
import { isLocal, modulesListed, modulesOf, type DirectoryOf } from './modules';
import { lockFileIn } from './provider-versions';
import { openTree, type OpenedSource, type SourceTree, type TerraformSourceOptions } from './tree';

/** What `terraform plan -out FILE` (or `tofu plan`) saved: an archive that carries the source of every module, too. */
export interface SavedPlan {
  /** Which of the two programs made it, as far as its providers tell. */
  readonly madeBy: 'terraform' | 'tofu';
  /**
   * The source of its modules, seen from the folder that the plan stands in.
   *
   * @throws UnreadableInput where the archive is damaged, carries none, or more than is read.
   */
  readonly openSource: (options?: TerraformSourceOptions) => OpenedSource & {
    /** The content of a file by the path that findings name. */
    readonly contentOf: (path: string) => Buffer | undefined;
  };
}

const planName = 'tfplan';
const lockName = '.terraform.lock.hcl';
const manifestName = 'tfconfig/modules.json';
const modulePrefix = 'tfconfig/m-';

/** A million lines of source, in some thousands of files, fit. */
const limits: ZipLimits = { entries: 20_000, fileSize: 1 << 25, totalSize: 1 << 26 };

const otherWay =
  'Without it: `terraform show -json tfplan > plan.json`, then `demarc check plan.json --source DIR` with the folder of its source';

/**
 * Opens a saved plan. Its source is read from memory: nothing is written to disk, and no name in it is ever a path there.
 *
 * @see https://github.com/hashicorp/terraform/blob/v1.11.4/internal/plans/planfile/config_snapshot.go the layout
 * @throws UnreadableInput where the archive is damaged or is no plan.
 */
export function openSavedPlan(archive: ByteSource): SavedPlan {
  const entries = reading(archive, () => zipEntries(archive, limits));
  if (!entries.some(({ name }) => name === planName))
    throw new UnreadableInput(`${archive.path}: this is a zip archive, but no plan that Terraform or OpenTofu saved`);
  const files = (isWanted: (entry: ZipEntry) => boolean) =>
    reading(archive, () => unzip(archive, entries.filter(isWanted), limits));
  const lock = files(({ name }) => name === lockName).get(lockName);
  return {
    madeBy: lock?.includes('registry.opentofu.org/') ? 'tofu' : 'terraform',
    openSource: (options = {}) => {
      const carried = files(({ name }) => name === manifestName || name.startsWith(modulePrefix));
      const { tree, contentOf } = treeIn(archive.path, carried, lock);
      if (tree.root.files.length === 0)
        throw new UnreadableInput(`${archive.path}: this saved plan does not carry its source. ${otherWay}`);
      return { ...openTree(tree, options), contentOf };
    },
  };
}

function reading<T>({ path }: ByteSource, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof DamagedZip)
      throw new UnreadableInput(`${path}: this zip archive ${error.message}. ${otherWay}`);
    throw error;
  }
}

interface CarriedSource {
  readonly tree: SourceTree;
  readonly contentOf: (path: string) => Buffer | undefined;
}

/** Lays the files of an archive out as the folders they came from: `modules.json` says where each module stood. */
function treeIn(path: string, carried: ReadonlyMap<string, Buffer>, lock: Buffer | undefined): CarriedSource {
  const folder = dirname(path);
  const listed = modulesListed(carried.get(manifestName)?.toString('utf8') ?? '');
  const directory = listed.get('')?.directory ?? '.';
  const files = new Map<string, Buffer>(lock && [[join(folder, directory, lockName), lock]]);
  for (const [name, content] of carried) {
    const [key, file] = partsOf(name);
    const module = key === undefined ? undefined : listed.get(key);
    if (module && file !== undefined) files.set(join(folder, module.directory, file), content);
  }
  const checkout = inMemory(files);
  const own = ownFolders(folder, listed);
  const directoryOf: DirectoryOf = ({ path }) =>
    listed.get(path.join('.'))?.directory ?? { unavailable: 'the saved plan does not carry it' };
  const tree: SourceTree = {
    path,
    directory,
    root: moduleFilesIn(checkout, join(folder, directory)) ?? { files: [], problems: [] },
    modules: modulesOf(checkout, folder, directoryOf),
    variableFiles: { files: [], problems: [] },
    lock: lockFileIn(checkout, join(folder, directory)),
    readFile: () => ({ state: 'refused', why: 'a saved plan carries no files but those of its modules' }),
    isOwn: (file) => own.has(dirname(file.path)),
  };
  return { tree, contentOf: (asked) => files.get(asked) };
}

/** The key of the module and the name of the file: `tfconfig/m-network.subnets/main.tf`. */
function partsOf(name: string): readonly [string?, string?] {
  const slash = name.lastIndexOf('/');
  return name.startsWith(modulePrefix) && slash >= modulePrefix.length
    ? [name.slice(modulePrefix.length, slash), name.slice(slash + 1)]
    : [];
}

/** The folders of modules that came from the project itself, as did every module that calls them. */
function ownFolders(folder: string, listed: ReturnType<typeof modulesListed>): ReadonlySet<string> {
  const isOwn = (key: string): boolean => {
    if (key === '') return true;
    const source = listed.get(key)?.source;
    return source !== undefined && isLocal(source) && isOwn(key.slice(0, Math.max(key.lastIndexOf('.'), 0)));
  };
  const own = new Set<string>();
  const others = new Set<string>();
  for (const [key, { directory }] of listed) (isOwn(key) ? own : others).add(join(folder, directory));
  return new Set([...own].filter((one) => !others.has(one)));
}

/** Files that stand nowhere else. */
function inMemory(files: ReadonlyMap<string, Buffer>): Checkout {
  const namesByFolder = new Map<string, string[]>();
  for (const path of files.keys()) {
    const names = namesByFolder.get(dirname(path));
    const name = basename(path);
    if (names) names.push(name);
    else namesByFolder.set(dirname(path), [name]);
  }
  return {
    filesIn: (folder) => namesByFolder.get(folder)?.toSorted(),
    read: (path) => files.get(path),
    isOutside: () => false,
  };
}
