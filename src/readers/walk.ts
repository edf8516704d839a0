import { lstatSync, readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { isAssemblyManifest } from './cdk-assembly/manifest';
import { decode } from './cloudformation/text';
import { isSourceName } from './terraform-source/source-name';

export interface Walked {
  /** Files that may be templates or plans, in the order of their paths. */
  readonly files: readonly string[];
  /** Cloud assemblies (`cdk.out`): the folder itself, or some below it. What is in them is not among the files. */
  readonly assemblies: readonly string[];
  /** Folders that hold Terraform source: this one, or some below it. */
  readonly modules: readonly string[];
  /** Folders that may not be looked into. */
  readonly closed: readonly string[];
}

const skippedFolders: ReadonlySet<string> = new Set([
  'node_modules',
  '.git',
  '.terraform',
  '.terragrunt-cache',
  '.venv',
]);
const candidate = /\.(?:json|ya?ml|template|tmpl|cfn|tfplan|plan)$/iu;
/** What CDKTF and CDKTN synthesize: Terraform source in JSON that has a reader of its own. */
const synthesized = /^cdk\.tf\.json$/iu;
const template = /\.template\.(?:json|ya?ml)$/iu;

const deepest = 40;

/**
 * Looks through a folder for what may be read. Links to folders are not followed: what they lead to stands elsewhere, or
 * goes in circles.
 *
 * @param takeApart whether cloud assemblies count as folders like others: they give their templates, and not their assets.
 */
export function walk(folder: string, takeApart = false): Walked {
  const files: string[] = [];
  const assemblies: string[] = [];
  const modules: string[] = [];
  const closed: string[] = [];
  const visit = (path: string, depth: number): void => {
    const entries = entriesOf(path);
    if (!entries) {
      closed.push(path);
      return;
    }
    const isAssembly = entries.some(({ name }) => name === 'manifest.json') && holdsAssembly(path);
    if (isAssembly && !takeApart) {
      assemblies.push(path);
      return;
    }
    const isModule = entries.some(({ name }) => isSource(name) && isRegularFile(join(path, name)));
    if (isModule && !isAssembly) modules.push(path);
    for (const entry of entries) {
      const inner = join(path, entry.name);
      if (entry.isDirectory()) {
        const asset = isAssembly && entry.name.startsWith('asset.');
        if (depth < deepest && !asset && !skippedFolders.has(entry.name)) visit(inner, depth + 1);
      } else if (isWanted(entry.name, isAssembly) && isRegularFile(inner)) files.push(inner);
    }
  };
  visit(folder, 0);
  return { files, assemblies, modules, closed };
}

const isWanted = (name: string, isAssembly: boolean): boolean =>
  isAssembly ? template.test(name) : candidate.test(name) && !isSource(name);

const isSource = (name: string): boolean => isSourceName(name) && !synthesized.test(name);

function entriesOf(path: string): readonly Dirent[] | undefined {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    return entries.sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
  } catch {
    return undefined;
  }
}

/** A link to a file counts as the file; a pipe or device is never opened. */
function isRegularFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

const largestManifest = 1 << 26;

/** Whether a folder is a cloud assembly, or one within another: what stands in it was written by the CDK. */
export function holdsAssembly(folder: string): boolean {
  const path = join(folder, 'manifest.json');
  try {
    const stat = lstatSync(path);
    if (!stat.isFile() || stat.size > largestManifest) return false;
    const manifest: unknown = JSON.parse(decode(readFileSync(path)));
    return isAssemblyManifest(manifest);
  } catch {
    return false;
  }
}
