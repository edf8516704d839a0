import { applyEdits, setAttribute } from '../hcl/edit';
import { parseFile } from '../hcl/parse';
import type { Block, SourceFile } from '../hcl/syntax';
import type { Edit } from './edit';

/** An edit of a resource block: `resource "aws_ebs_volume" "data"`. */
export interface WantedEdit {
  readonly name: string;
  readonly edit: Edit;
}

/** An edit that cannot be made by writing in the block, and why. */
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
 * A file of Terraform source with edits in it. An edit is made whole or not at all, and one that is there already changes
 * nothing.
 */
export function mendSource(text: string, wanted: readonly WantedEdit[]): Mended {
  return wanted.reduce<Mended>(
    (before, one) => {
      const after = mendBlock(before.text, one);
      return 'why' in after
        ? { ...before, refused: [...before.refused, { wanted: one, why: after.why }] }
        : { ...before, text: after.text, made: after.text === before.text ? before.made : [...before.made, one] };
    },
    { text, made: [], refused: [] },
  );
}

function mendBlock(text: string, { name, edit }: WantedEdit): { readonly text: string } | { readonly why: string } {
  let current = text;
  for (const [path, value] of Object.entries(edit.settings)) {
    const file = parseFile(current);
    const block = blockOf(file, edit.type, name);
    if (!block) return { why: `there is no resource "${edit.type}" "${name}" in the file` };
    const edits = setAttribute(file, block, path.split('.'), value);
    if (typeof edits === 'string') return { why: edits };
    current = applyEdits(current, edits);
  }
  return { text: current };
}

const blockOf = ({ body }: SourceFile, type: string, name: string): Block | undefined =>
  body.items.find(
    (item): item is Block =>
      item.kind === 'block' &&
      item.type === 'resource' &&
      item.labels[0]?.value === type &&
      item.labels[1]?.value === name,
  );
