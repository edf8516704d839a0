import type { ResourceComment } from '../model/comment';
import type { ResourceGraph } from '../model/graph';
import type { Dialect } from '../model/resource';

/** What a reader makes of one command-line argument. */
export interface Input {
  /** The argument, as given. */
  readonly path: string;
  readonly dialect: Dialect;
  /** What will be there after deployment. This is judged. */
  readonly after: ResourceGraph;
  /** What is there now, where the input says so (a plan). Ids are those of `after`. */
  readonly before?: ResourceGraph;
  /** What was declared before, where somebody named a baseline: another revision of the same. */
  readonly previous?: { readonly path: string; readonly graph: ResourceGraph };
  /** Comments on resources, where the reader knows of them: some are waivers. */
  readonly comments?: readonly ResourceComment[];
  /** For people: versions assumed, parts skipped. */
  readonly notes: readonly string[];
  /** Why the input shows only a part of what will be deployed: an errored plan, a deferred change. */
  readonly incomplete?: string;
  /** Nothing is going to change. */
  readonly unchanged?: boolean;
  /** Major version of a Terraform provider by its short name, where the input tells. */
  readonly providerVersions: Readonly<Record<string, number>>;
}

/** An input that cannot be read. The message says what it is, where it breaks, and what to do. */
export class UnreadableInput extends Error {
  override readonly name = 'UnreadableInput';
}
