import type { Block, SourceFile } from '../syntax';
import type { ObjectValue, Place, Value } from './value';

/** A parsed file, under the path by which places name it. */
export interface ModuleFile {
  readonly path: string;
  readonly source: SourceFile;
}

/** The files of one directory. */
export interface ModuleSource {
  /** What `path.module` is: `.` for the root module, `./modules/network` or `.terraform/modules/network` for others. */
  readonly directory: string;
  /** Files named `override` or `*_override` are laid over the others. */
  readonly files: readonly ModuleFile[];
}

/** A `module` block whose files are wanted. */
export interface ModuleCall {
  /** Names of the calls from the root module to here, without instance keys: `modules.json` joins them with dots. */
  readonly path: readonly string[];
  /** As written; undefined where it is no plain text. */
  readonly source: string | undefined;
  readonly version: string | undefined;
  /** The directory of the calling module. */
  readonly directory: string;
  readonly file: string;
  readonly block: Block;
}

export interface UnavailableModule {
  /** One clause: `it is not downloaded`. */
  readonly unavailable: string;
}

export type FileContent =
  | { readonly state: 'read'; readonly bytes: Uint8Array }
  | { readonly state: 'missing' }
  /** It may be there, and is none of the checkout's business. */
  | { readonly state: 'refused'; readonly why: string };

export type FolderContent =
  /** The regular files in a folder and those below, seen from it, with slashes between folders. */
  | { readonly state: 'read'; readonly names: readonly string[] }
  | { readonly state: 'missing' }
  | { readonly state: 'refused'; readonly why: string };

/** What functions need of the world: whoever calls confines what may be read. Without it they are unknown. */
export interface Outside {
  /** For `file()` and its kind; the path is relative to the root module, or absolute. */
  readonly readFile?: (path: string) => FileContent;
  /** For `fileset()`: the files of a folder down to a depth, of which 1 is the folder itself; undefined is any depth. */
  readonly filesBelow?: (folder: string, depth: number | undefined) => FolderContent;
  /** For `yamldecode()`: the value of a text, undefined where it is no YAML. */
  readonly decodeYaml?: (text: string) => Value | undefined;
}

/** What an evaluation is given. It reads no file itself. */
export interface EvaluationInput extends Outside {
  readonly root: ModuleSource;
  readonly loadModule: (call: ModuleCall) => ModuleSource | UnavailableModule;
  /** `.tfvars` files, each stronger than those before it. */
  readonly variableFiles?: readonly ModuleFile[];
  /** `TF_VAR_name` and others; weaker than every file. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** `terraform.workspace`; unknown unless given. */
  readonly workspace?: string;
}

/** The key of an instance: a number for `count`, a text for `for_each`. */
export type InstanceKey = number | string;

export interface ModuleInstance {
  /** `module.network["a"].module.subnets`; empty for the root module. */
  readonly address: string;
  readonly directory: string;
  /** The block that calls it; none for the root module. */
  readonly call: { readonly file: string; readonly block: Block } | undefined;
  /** Why it may have more or fewer instances, or none: its `count` or `for_each` is not settled. */
  readonly uncertain: string | undefined;
  /** Why nothing of it could be read. */
  readonly unavailable: string | undefined;
  readonly outputs: ReadonlyMap<string, Value>;
}

export interface ProviderUse {
  readonly localName: string;
  readonly alias: string | undefined;
  /** `hashicorp/aws`: from `required_providers`, else what the name stands for. */
  readonly source: string;
}

export interface ResourceInstance {
  readonly address: string;
  /** The address without the instance's key. */
  readonly resourceAddress: string;
  readonly key: InstanceKey | undefined;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  readonly provider: ProviderUse;
  /**
   * Of several sets of credentials that the AWS provider is configured with, that which it is made with. Undefined for
   * those of the root module's configuration without an alias.
   */
  readonly credentials: string | undefined;
  readonly module: ModuleInstance;
  /**
   * Why it may not exist, or exist more than once; that of its module comes on top. One whose count nobody knows is one
   * instance without a key.
   */
  readonly uncertain: string | undefined;
  readonly file: string;
  readonly block: Block;
  /** Arguments, and nested blocks as lists of objects with `dynamic` ones among them. Meta-arguments are left out. */
  readonly body: ObjectValue;
}

/** A `provider` block. */
export interface ProviderConfiguration {
  readonly localName: string;
  readonly alias: string | undefined;
  readonly module: ModuleInstance;
  readonly file: string;
  readonly block: Block;
  readonly body: ObjectValue;
}

export interface ProviderRequirement {
  readonly localName: string;
  readonly source: string;
  /** As written: `~> 5.0`. */
  readonly version: string | undefined;
  readonly module: ModuleInstance;
}

/** `moved { from = … to = … }`, both as addresses seen from the root module. */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly place: Place;
}

/** Something that could not be evaluated, or is wrong. */
export interface Note {
  readonly message: string;
  readonly place: Place | undefined;
  /** A limit was reached, so that something is missing from the evaluation. */
  readonly isLimit?: true;
}

export interface Evaluation {
  readonly resources: readonly ResourceInstance[];
  /** The root module, and every module instance below it. */
  readonly modules: readonly ModuleInstance[];
  /** Of the root module. */
  readonly outputs: ReadonlyMap<string, Value>;
  readonly providers: readonly ProviderConfiguration[];
  readonly requirements: readonly ProviderRequirement[];
  readonly moves: readonly Move[];
  readonly notes: readonly Note[];
}

export { evaluateModule } from './evaluation';
