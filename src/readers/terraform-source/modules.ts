import { join, posix } from 'node:path';
import type { ModuleCall, ModuleFile, ModuleSource, UnavailableModule } from '../../hcl';
import type { Checkout } from './checkout';
import { moduleFilesIn, type ModuleFiles } from './module-files';
import { isDownloaded } from './source-name';

/** Finds the modules that a root module calls, and remembers what it opened. */
export interface Modules {
  readonly load: (call: ModuleCall) => ModuleSource | UnavailableModule;
  /** Every file that was opened. */
  readonly files: () => readonly ModuleFile[];
  /** Files that are not read, and why. */
  readonly problems: () => readonly string[];
}

const deepest = 30;
const mostModules = 1_000;

/** Where a module stands that is called, seen from the folder of the root module; or why nobody can say. */
export type DirectoryOf = (call: ModuleCall) => string | UnavailableModule;

/** @param folder of the root module, as given: paths of other modules are seen from where it is seen from. */
export function modulesOf(checkout: Checkout, folder: string, directoryOf: DirectoryOf): Modules {
  const opened = new Map<string, ModuleFiles>();
  return {
    load(call) {
      if (call.path.length > deepest || opened.size >= mostModules) return { unavailable: 'too many modules' };
      const directory = directoryOf(call);
      if (typeof directory !== 'string') return directory;
      const path = join(folder, directory);
      const found = opened.get(path) ?? moduleFilesIn(checkout, path);
      if (!found) return { unavailable: whyClosed(checkout, path) };
      opened.set(path, found);
      return found.files.length === 0 ? { unavailable: `${path} holds no source` } : { directory, files: found.files };
    },
    files: () => [...opened.values()].flatMap(({ files }) => files),
    problems: () => [...opened.values()].flatMap(({ problems }) => problems),
  };
}

const whyClosed = (checkout: Checkout, path: string): string =>
  checkout.isOutside(path) ? `${path} lies outside of the checkout` : `${path} is not there`;

/** Whether a module's source is a folder of the project itself. */
export const isLocal = (source: string): boolean => /^\.\.?(?:[/\\]|$)/u.test(source);

/** Local modules stand where their source says, the others where `terraform init` put them. */
export function directoriesOnDisk(checkout: Checkout, folder: string): DirectoryOf {
  const downloaded = downloadedModules(checkout, folder);
  return ({ source, path, directory }) => {
    if (source === undefined) return { unavailable: 'its source is no plain text' };
    if (isLocal(source)) return below(posix.normalize(posix.join(directory, source)));
    const found = downloaded.get(path.join('.'));
    if (!found) return { unavailable: `${source} is not downloaded: \`terraform init\` does it` };
    if (found.source === undefined || bare(found.source) !== bare(source))
      return { unavailable: `what is downloaded for it is not ${source}: \`terraform init\` mends it` };
    return found.directory;
  };
}

/** As `path.module` shows it. */
const below = (directory: string): string =>
  directory.startsWith('.') || directory.startsWith('/') ? directory : `./${directory}`;

/** An address less what Terraform adds to it when it writes it down. */
const bare = (source: string): string =>
  source
    .replace(/^git::/u, '')
    .replace(/^(?:https|ssh):\/\//u, '')
    .replace(/^registry\.(?:terraform\.io|opentofu\.org)\//u, '')
    .replace(/\.git(?=$|[/?])/u, '');

/** A module of a list that Terraform keeps: the source that it came from, and where it stands. */
interface ListedModule {
  /** The root module has none. */
  readonly source: string | undefined;
  readonly directory: string;
}

/** Whether a file is the project's own. What others say of their modules accepts nothing here. */
export const isOwn = ({ path }: ModuleFile): boolean => !isDownloaded(path);

/** What `terraform init` has downloaded. */
const downloadedModules = (checkout: Checkout, folder: string): ReadonlyMap<string, ListedModule> =>
  modulesListed(checkout.read(join(folder, '.terraform/modules/modules.json'))?.toString('utf8') ?? '', 'Modules');

/**
 * The modules of a `modules.json`, by the names of the calls that lead there, between dots; none where it is no such list.
 *
 * @param member that holds the list, where the document is not the list itself.
 */
export function modulesListed(text: string, member?: string): ReadonlyMap<string, ListedModule> {
  return new Map(
    records(text, member).flatMap(({ Key, Source, Dir }) =>
      typeof Key === 'string' && typeof Dir === 'string'
        ? [[Key, { source: typeof Source === 'string' ? Source : undefined, directory: Dir }] as const]
        : [],
    ),
  );
}

type Listed = Readonly<Record<'Key' | 'Source' | 'Dir', unknown>>;

function records(text: string, member: string | undefined): readonly Listed[] {
  try {
    const document: unknown = JSON.parse(text);
    const list = member === undefined ? document : (document as Readonly<Record<string, unknown>>)[member];
    return Array.isArray(list) ? list.filter((one): one is Listed => typeof one === 'object' && one !== null) : [];
  } catch {
    return [];
  }
}
