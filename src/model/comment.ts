import type { Location } from './resource';

/** A comment on a resource or on a part of it, as written, and where it begins. */
export interface ResourceComment extends Location {
  /** With its marks (`#`, `//`); a block comment is one. */
  readonly text: string;
  /** What it stands on, for people. */
  readonly resource: string;
  /** The resources (`Resource.id`) that come from what it stands on: a block that is repeated makes several. */
  readonly ids: readonly string[];
  /** It stands at the head of a file, and is heard for what speaks of the whole file alone. */
  readonly ofFile?: true;
}
