import type { Edit } from './edit';

/** An edit of a resource: of `resource "aws_ebs_volume" "data"`, or of the logical id `Data`. */
export interface WantedEdit {
  readonly name: string;
  readonly edit: Edit;
  /** The line on which the resource is declared: another of its name may stand elsewhere. */
  readonly line: number;
}

/** An edit that cannot be made by writing in the resource, and why. */
export interface Refusal {
  readonly wanted: WantedEdit;
  readonly why: string;
}

export interface Mended {
  readonly text: string;
  readonly made: readonly WantedEdit[];
  readonly refused: readonly Refusal[];
}

/**
 * Mends a file that was opened once, as often as it is asked to: each time the file as it was, with these edits in it. An
 * edit is made whole or not at all, and one that is there already changes nothing.
 */
export type Mender = (wanted: readonly WantedEdit[]) => Mended;

const shownAtMost = 40;

/** What stands in a file, in a few words. */
export function shortly(written: string): string {
  const line = written.replace(/\s+/gu, ' ').trim();
  return line.length > shownAtMost ? `${line.slice(0, shownAtMost)}…` : line;
}
