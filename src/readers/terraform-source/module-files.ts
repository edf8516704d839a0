import { join } from 'node:path';
import { parseFile, parseJsonFile, parseJsonVariables, type ModuleFile, type SourceFile } from '../../hcl';
import type { Checkout } from './checkout';
import { isSourceName } from './source-name';

/** What a folder of a checkout holds of a module. */
export interface ModuleFiles {
  readonly files: readonly ModuleFile[];
  /** Files that belong to the module and are not read, and why. */
  readonly problems: readonly string[];
}

/**
 * The files of a module. OpenTofu's `main.tofu` stands in place of a `main.tf`; which of the two is meant, nobody says.
 *
 * @see https://opentofu.org/docs/language/files/
 */
export function moduleFilesIn(checkout: Checkout, folder: string): ModuleFiles | undefined {
  const names = checkout.filesIn(folder);
  if (!names) return undefined;
  const present = new Set(names);
  const isReplaced = (name: string) =>
    /\.tf(?:\.json)?$/u.test(name) && present.has(name.replace(/\.tf(?=$|\.json$)/u, '.tofu'));
  const files = names
    .filter((name) => isSourceName(name) && !isReplaced(name))
    .map((name) => openFile(checkout, join(folder, name)));
  return {
    files: files.flatMap((file) => ('source' in file ? [file] : [])),
    problems: files.flatMap((file) => ('problem' in file ? [file.problem] : [])),
  };
}

/** A file, parsed; or why it is not read. */
export function openFile(checkout: Checkout, path: string): ModuleFile | { readonly problem: string } {
  const bytes = checkout.read(path);
  if (bytes === undefined) return { problem: `${path}: ${whyClosed(checkout, path)}` };
  return { path, source: parsed(path, bytes.toString('utf8')) };
}

const whyClosed = (checkout: Checkout, path: string): string =>
  checkout.isOutside(path) ? 'it leads out of the checkout, and is not read' : 'it cannot be opened, or is too large';

/** What a file is, the end of its name tells: as Terraform reads it. */
export function parsed(path: string, text: string): SourceFile {
  if (!path.endsWith('.json')) return parseFile(text);
  return path.endsWith('.tfvars.json') ? parseJsonVariables(text) : parseJsonFile(text);
}
