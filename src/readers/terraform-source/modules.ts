import { join, posix } from 'node:path';
import type { ModuleCall, ModuleFile, ModuleSource, UnavailableModule } from '../../hcl';
import type { Checkout } from './checkout';
import { moduleFilesIn, type ModuleFiles } from './module-files';

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

/** @param folder of the root module, as given: paths of other modules are seen from where it is seen from. */
export function modulesOf(checkout: Checkout, folder: string): Modules {
  const opened = new Map<string, ModuleFiles>();
  const downloaded = downloadedModules(checkout, folder);
  return {
    load(call) {
      if (call.path.length > deepest || opened.size >= mostModules) return { unavailable: 'too many modules' };
      const directory = directoryOf(call, downloaded);
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

const isLocal = (source: string): boolean => /^\.\.?(?:[/\\]|$)/u.test(source);

function directoryOf(
  { source, path, directory }: ModuleCall,
  downloaded: ReadonlyMap<string, DownloadedModule>,
): string | UnavailableModule {
  if (source === undefined) return { unavailable: 'its source is no plain text' };
  if (isLocal(source)) return below(posix.normalize(posix.join(directory, source)));
  const found = downloaded.get(path.join('.'));
  if (!found) return { unavailable: `${source} is not downloaded: \`terraform init\` does it` };
  if (bare(found.source) !== bare(source))
    return { unavailable: `what is downloaded for it is not ${source}: \`terraform init\` mends it` };
  return found.directory;
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

interface DownloadedModule {
  readonly source: string;
  readonly directory: string;
}

/** Whether a file is the project's own. What others say of their modules accepts nothing here. */
export const isOwn = ({ path }: ModuleFile): boolean => !isDownloaded(path);

export const isDownloaded = (path: string): boolean => path.split(/[/\\]/u).includes('.terraform');

/** What `terraform init` has downloaded, by the names of the calls that lead there, between dots. */
function downloadedModules(checkout: Checkout, folder: string): ReadonlyMap<string, DownloadedModule> {
  const listed = parsed(checkout.read(join(folder, '.terraform/modules/modules.json')));
  return new Map(
    listed.flatMap(({ Key, Source, Dir }) =>
      typeof Key === 'string' && typeof Source === 'string' && typeof Dir === 'string'
        ? [[Key, { source: Source, directory: Dir }] as const]
        : [],
    ),
  );
}

type Listed = Readonly<Record<'Key' | 'Source' | 'Dir', unknown>>;

function parsed(bytes: Buffer | undefined): readonly Listed[] {
  if (bytes === undefined) return [];
  try {
    const { Modules } = JSON.parse(bytes.toString('utf8')) as { readonly Modules?: unknown };
    return Array.isArray(Modules)
      ? Modules.filter((one): one is Listed => typeof one === 'object' && one !== null)
      : [];
  } catch {
    return [];
  }
}
