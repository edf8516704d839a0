import { statSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import type { FileContent, FolderContent } from '../../hcl';
import { UnreadableInput, type Input } from '../input';
import { checkoutOf, type Checkout, type FolderCheckout } from './checkout';
import { moduleFilesIn, openFile, type ModuleFiles } from './module-files';
import { directoriesOnDisk, isOwn, modulesOf } from './modules';
import { lockFileIn } from './provider-versions';
import { openTree, type OpenedSource, type SourceTree, type TerraformSourceOptions } from './tree';
import { variableFilesIn } from './variable-files';

export type { TerraformSourceOptions, VariableFile } from './tree';

/**
 * Reads a module from its source, with the modules that it calls: a folder, or a file that is a module of its own.
 * Nothing is run or downloaded, and nothing outside of the checkout is read. Files with errors make the input incomplete.
 *
 * @throws UnreadableInput where there is no source.
 */
export const readTerraformSource = (path: string, options: TerraformSourceOptions = {}): Input =>
  openTerraformSource(path, options).input;

/**
 * The same, with the calls of modules: what cannot be read of a module stands where it is called.
 *
 * @throws UnreadableInput where there is no source.
 */
export const openTerraformSource = (path: string, options: TerraformSourceOptions = {}): OpenedSource =>
  openTree(treeAt(path), options);

function treeAt(path: string): SourceTree {
  const isFolder = statSync(path).isDirectory();
  const folder = isFolder ? path : dirname(path);
  const checkout = checkoutOf(folder);
  const root = isFolder ? moduleFilesIn(checkout, folder) : loneFile(checkout, path);
  if (!root || root.files.length === 0)
    throw new UnreadableInput(`${path}: ${root?.problems[0] ?? 'no Terraform source stands here'}`);
  return {
    path,
    directory: '.',
    root,
    modules: modulesOf(checkout, folder, directoriesOnDisk(checkout, folder)),
    variableFiles: isFolder ? variableFilesIn(checkout, folder) : { files: [], problems: [] },
    lock: lockFileIn(checkout, folder),
    readFile: (name) => contentOf(checkout, isAbsolute(name) ? name : join(folder, name)),
    filesBelow: listing(checkout, folder),
    isOwn,
  };
}

function loneFile(checkout: Checkout, path: string): ModuleFiles {
  const file = openFile(checkout, path);
  return 'source' in file ? { files: [file], problems: [] } : { files: [], problems: [file.problem] };
}

function contentOf(checkout: Checkout, path: string): FileContent {
  if (checkout.isOutside(path)) return { state: 'refused', why: 'it lies outside of the checkout' };
  const bytes = checkout.read(path);
  return bytes === undefined ? { state: 'missing' } : { state: 'read', bytes };
}

/** Each folder is listed once, however often it is asked for. */
function listing(checkout: FolderCheckout, folder: string): NonNullable<SourceTree['filesBelow']> {
  const listed = new Map<string, FolderContent>();
  return (name, depth) => {
    const path = isAbsolute(name) ? join(name) : join(folder, name);
    const key = JSON.stringify([path, depth]);
    const content = listed.get(key) ?? folderOf(checkout, path, depth);
    listed.set(key, content);
    return content;
  };
}

function folderOf(checkout: FolderCheckout, path: string, depth: number | undefined): FolderContent {
  if (checkout.isOutside(path)) return { state: 'refused', why: 'it lies outside of the checkout' };
  if (!checkout.filesIn(path)) return { state: 'missing' };
  const names = checkout.filesBelow(path, depth);
  return names ? { state: 'read', names } : { state: 'refused', why: 'it holds links to folders, or too many files' };
}
