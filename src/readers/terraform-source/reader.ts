import { statSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { evaluateModule, type Evaluation, type FileContent } from '../../hcl';
import { ResourceGraph } from '../../model/graph';
import type { Location } from '../../model/resource';
import { UnreadableInput, type Input } from '../input';
import { checkoutOf, type Checkout } from './checkout';
import { commentsOn } from './comments';
import { moduleFilesIn, openFile, parsed, type ModuleFiles } from './module-files';
import { isOwn, modulesOf } from './modules';
import { limitsOf, notesOn, syntaxErrors } from './notes';
import { locator } from './places';
import { lockFileIn, majorVersions } from './provider-versions';
import { idOf, resourcesOf, type OnRead } from './resources';
import { variableFilesIn } from './variable-files';

/** A file with values for variables. */
export interface VariableFile {
  readonly path: string;
  readonly text: string;
}

export interface TerraformSourceOptions {
  /** Files with values for variables (`--var-file`), each stronger than those before it. */
  readonly variableFiles?: readonly VariableFile[] | undefined;
  /** Where `TF_VAR_name` gives values to variables. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined;
  readonly onRead?: OnRead | undefined;
}

/**
 * Reads a module from its source, with the modules that it calls: a folder, or a file that is a module of its own.
 * Nothing is run or downloaded, and nothing outside of the checkout is read. Files with errors make the input incomplete.
 *
 * @throws UnreadableInput where there is no source.
 */
export const readTerraformSource = (path: string, options: TerraformSourceOptions = {}): Input =>
  openTerraformSource(path, options).input;

/** A module call: `module.network["a"]`, and where its block begins. */
export interface ModuleCall {
  readonly address: string;
  readonly at: Location | undefined;
}

/**
 * The same, with the calls of modules: what cannot be read of a module stands where it is called.
 *
 * @throws UnreadableInput where there is no source.
 */
export function openTerraformSource(
  path: string,
  options: TerraformSourceOptions = {},
): { readonly input: Input; readonly calls: readonly ModuleCall[] } {
  const isFolder = statSync(path).isDirectory();
  const folder = isFolder ? path : dirname(path);
  const checkout = checkoutOf(folder);
  const root = isFolder ? moduleFilesIn(checkout, folder) : loneFile(checkout, path);
  if (!root || root.files.length === 0)
    throw new UnreadableInput(`${path}: ${root?.problems[0] ?? 'no Terraform source stands here'}`);
  const modules = modulesOf(checkout, folder);
  const found = isFolder ? variableFilesIn(checkout, folder) : { files: [], problems: [] };
  const given = (options.variableFiles ?? []).map(({ path, text }) => ({ path, source: parsed(path, text) }));
  const variableFiles = [...found.files, ...given];
  const evaluation = evaluateModule({
    root: { directory: '.', files: root.files },
    loadModule: modules.load,
    variableFiles,
    ...(options.environment && { environment: options.environment }),
    readFile: (name) => contentOf(checkout, isAbsolute(name) ? name : join(folder, name)),
  });
  const sources = [...root.files, ...modules.files()];
  const everything = [...sources, ...variableFiles];
  const locate = locator(everything);
  const problems = [...root.problems, ...modules.problems(), ...found.problems];
  const incomplete = [
    ...problems,
    ...syntaxErrors(everything, locate),
    ...limitsOf(evaluation),
    ...nothingRead(evaluation),
  ];
  const calls = evaluation.modules.flatMap(({ address, call }): readonly ModuleCall[] =>
    call ? [{ address, at: locate({ file: call.file, start: call.block.start, end: call.block.openingBrace }) }] : [],
  );
  const input: Input = {
    path,
    dialect: 'terraform-source',
    after: new ResourceGraph(
      resourcesOf(evaluation, { document: path, files: sources, locate, onRead: options.onRead }),
    ),
    comments: commentsOn(sources.filter(isOwn), evaluation, (address) => idOf(path, address)),
    notes: notesOn(evaluation, locate),
    ...(incomplete.length > 0 && { incomplete: incomplete.join('; ') }),
    providerVersions: majorVersions(evaluation.requirements, lockFileIn(checkout, folder)),
  };
  return { input, calls };
}

/** Where all there is stands in modules that cannot be read, nothing was judged: that is no open gate. */
function nothingRead({ resources, modules }: Evaluation): readonly string[] {
  const unread = modules.filter(({ unavailable }) => unavailable !== undefined);
  if (unread.length === 0 || resources.some(({ mode }) => mode === 'managed')) return [];
  return [`nothing was judged: ${unread.map(({ address }) => address).join(', ')} cannot be read`];
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
