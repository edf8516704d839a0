import { awsEdits } from './aws';
import type { Edit } from './edit';
import { lineOf } from './line';

export const edits: readonly Edit[] = [...awsEdits];

const byControlAndType: ReadonlyMap<string, Edit> = new Map(
  edits.map((edit) => [`${edit.control} ${edit.type}`, edit]),
);

/** The edit that mends what a control finds on a type, where there is one. */
export const editOf = (control: string, type: string): Edit | undefined => byControlAndType.get(`${control} ${type}`);

/** The edit as people write it, in one line. */
export function suggestionOf(control: string, type: string): string | null {
  const edit = editOf(control, type);
  return edit ? lineOf(edit) : null;
}
