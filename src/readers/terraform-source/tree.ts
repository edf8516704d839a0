import { evaluateModule, type Evaluation, type EvaluationInput, type FileContent, type ModuleFile } from '../../hcl';
import { ResourceGraph } from '../../model/graph';
import type { Location } from '../../model/resource';
import type { Input } from '../input';
import { commentsOn } from './comments';
import { parsed, type ModuleFiles } from './module-files';
import type { Modules } from './modules';
import { limitsOf, notesOn, syntaxErrors } from './notes';
import { locator } from './places';
import { commentOwnersOf, providerBlocksIn } from './provider-blocks';
import { majorVersions } from './provider-versions';
import { idOf, resourcesOf, type OnRead } from './resources';
import type { VariableFiles } from './variable-files';
import { decodeYaml } from './yaml';

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

/** A root module with what belongs to it, wherever that stands: in a folder, or in a saved plan. */
export interface SourceTree {
  /** The argument, as given. */
  readonly path: string;
  /** Where the root module stands, seen from where its modules' places are seen from. */
  readonly directory: string;
  readonly root: ModuleFiles;
  readonly modules: Modules;
  /** Files with values that Terraform takes by itself. */
  readonly variableFiles: VariableFiles;
  readonly lock: ModuleFile | undefined;
  /** What `file()` reads. */
  readonly readFile: (name: string) => FileContent;
  /** What `fileset()` lists. */
  readonly filesBelow?: EvaluationInput['filesBelow'];
  /** Whether a file is the project's own. What others say of their modules accepts nothing here. */
  readonly isOwn: (file: ModuleFile) => boolean;
}

/** A module call: `module.network["a"]`, and where its block begins. */
export interface ModuleCall {
  readonly address: string;
  readonly at: Location | undefined;
}

/** A module that was read, with the calls of modules: what cannot be read of one stands where it is called. */
export interface OpenedSource {
  readonly input: Input;
  readonly calls: readonly ModuleCall[];
}

/** Evaluates a root module. Files with errors make the input incomplete. */
export function openTree(tree: SourceTree, options: TerraformSourceOptions): OpenedSource {
  const { path, root, modules } = tree;
  const given = (options.variableFiles ?? []).map(({ path, text }) => ({ path, source: parsed(path, text) }));
  const variableFiles = [...tree.variableFiles.files, ...given];
  const evaluation = evaluateModule({
    root: { directory: tree.directory, files: root.files },
    loadModule: modules.load,
    variableFiles,
    ...(options.environment && { environment: options.environment }),
    readFile: tree.readFile,
    ...(tree.filesBelow && { filesBelow: tree.filesBelow }),
    decodeYaml,
  });
  const sources = [...root.files, ...modules.files()];
  const everything = [...sources, ...variableFiles];
  const locate = locator(everything);
  const blocks = providerBlocksIn(evaluation);
  const problems = [...root.problems, ...modules.problems(), ...tree.variableFiles.problems];
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
      resourcesOf(evaluation, blocks, { document: path, files: sources, locate, onRead: options.onRead }),
    ),
    comments: commentsOn(sources.filter(tree.isOwn), evaluation, commentOwnersOf(blocks), (address) =>
      idOf(path, address),
    ),
    notes: notesOn(evaluation, locate),
    ...(incomplete.length > 0 && { incomplete: incomplete.join('; ') }),
    providerVersions: majorVersions(evaluation.requirements, tree.lock),
  };
  return { input, calls };
}

/** Where all there is stands in modules that cannot be read, nothing was judged: that is no open gate. */
function nothingRead({ resources, modules }: Evaluation): readonly string[] {
  const unread = modules.filter(({ unavailable }) => unavailable !== undefined);
  if (unread.length === 0 || resources.some(({ mode }) => mode === 'managed')) return [];
  return [`nothing was judged: ${unread.map(({ address }) => address).join(', ')} cannot be read`];
}
