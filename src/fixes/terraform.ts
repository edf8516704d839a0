import { applyEdits, setAttribute } from '../hcl/edit';
import { positionAt } from '../hcl/lines';
import { parseFile } from '../hcl/parse';
import type { Block, SourceFile } from '../hcl/syntax';
import type { Edit } from './edit';
import type { Mended, Mender, WantedEdit } from './mend';

/** Opens a file of Terraform source, to write in its resource blocks. */
export function openSource(text: string): Mender {
  const file = parseFile(text);
  return (wanted) => {
    const found = wanted.filter((one) => isThere(file, one));
    const refused = wanted.filter((one) => !found.includes(one)).map((one) => ({ wanted: one, why: notThere(one) }));
    return found.reduce<Mended>(
      (before, one) => {
        const after = mendBlock(before.text === text ? file : parseFile(before.text), one.name, one.edit);
        if (typeof after === 'string') return { ...before, refused: [...before.refused, { wanted: one, why: after }] };
        return after.text === before.text ? before : { ...before, text: after.text, made: [...before.made, one] };
      },
      { text, made: [], refused },
    );
  };
}

/** Names are looked for where the resource was found: a file may hold another of the same name. */
function isThere(file: SourceFile, { name, edit, line }: WantedEdit): boolean {
  const block = blockOf(file, edit.type, name);
  return block !== undefined && positionAt(file, block.start).line === line;
}

const notThere = ({ name, edit }: { readonly name: string; readonly edit: Pick<Edit, 'type'> }): string =>
  `there is no resource "${edit.type}" "${name}" in this place of the file`;

function mendBlock(file: SourceFile, name: string, { type, settings }: Edit): { readonly text: string } | string {
  let text = file.text;
  for (const [path, value] of Object.entries(settings)) {
    const current = text === file.text ? file : parseFile(text);
    const block = blockOf(current, type, name);
    if (!block) return notThere({ name, edit: { type } });
    const edits = setAttribute(current, block, path.split('.'), value);
    if (typeof edits === 'string') return edits;
    text = applyEdits(text, edits);
  }
  return { text };
}

const blockOf = ({ body }: SourceFile, type: string, name: string): Block | undefined =>
  body.items.find(
    (item): item is Block =>
      item.kind === 'block' &&
      item.type === 'resource' &&
      item.labels[0]?.value === type &&
      item.labels[1]?.value === name,
  );
