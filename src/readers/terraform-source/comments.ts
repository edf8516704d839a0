import {
  positionAt,
  scopedData,
  type Block,
  type Comment,
  type Evaluation,
  type ModuleFile,
  type SourceFile,
} from '../../hcl';
import type { ResourceComment } from '../../model/comment';
import type { CommentOwner } from './provider-blocks';

/**
 * Comments on the blocks of resources and providers: in the block, behind it on its last line, or on lines of their own right above it.
 * What looks like a comment in a text or a heredoc is none.
 */
export function commentsOn(
  files: readonly ModuleFile[],
  { resources }: Pick<Evaluation, 'resources'>,
  others: readonly CommentOwner[],
  idOf: (address: string) => string,
): readonly ResourceComment[] {
  const owners = new Map<Block, { readonly name: string; readonly ids: string[] }>();
  const own = resources.map(({ block, type, name, mode, address }): CommentOwner => {
    return { block, name: `${mode === 'data' ? 'data.' : ''}${type}.${name}`, key: address };
  });
  for (const { block, name, key } of [...own, ...others]) {
    const owner = owners.get(block);
    if (owner) owner.ids.push(idOf(key));
    else owners.set(block, { name, ids: [idOf(key)] });
  }
  return files.flatMap(({ path, source }) => {
    const said = ({ start, end }: Comment) => ({
      text: source.text.slice(start, end),
      file: path,
      ...positionAt(source, start),
    });
    const own = blocksOf(source).flatMap((block) => owners.get(block)?.ids ?? []);
    return [
      ...headOf(source).map((comment) => ({ ...said(comment), resource: path, ids: own, ofFile: true as const })),
      ...attached(source).flatMap(({ comment, block }) => {
        const owner = owners.get(block);
        return owner ? [{ ...said(comment), resource: owner.name, ids: owner.ids }] : [];
      }),
    ];
  });
}

/** The comments before anything else in a file. */
function headOf({ comments, body: { items } }: SourceFile): readonly Comment[] {
  const first = items[0];
  return first ? comments.filter(({ end }) => end <= first.start) : [];
}

/** What comments of a file may stand on. */
const blocksOf = ({ body }: SourceFile): readonly Block[] =>
  body.items.flatMap((item) => (item.kind === 'block' ? ownersIn(item) : []));

interface Attached {
  readonly comment: Comment;
  readonly block: Block;
}

/** The comments of a file that stand on one of its blocks, in their order. */
function attached(source: SourceFile): readonly Attached[] {
  const lineOf = (offset: number) => positionAt(source, offset).line;
  const blocks = blocksOf(source);
  const above = new Map(blocks.map((block) => [lineOf(block.start), block]));
  const behind = new Map(blocks.map((block) => [lineOf(block.end - 1), block]));
  const found: Attached[] = [];
  // From the last to the first: a comment above a comment is above what that one is above.
  for (const comment of source.comments.toReversed()) {
    const line = lineOf(comment.start);
    const below = standsAlone(source, comment) ? above.get(lineOf(comment.end - 1) + 1) : undefined;
    const block = blockAround(blocks, comment) ?? below ?? behind.get(line);
    if (!block) continue;
    found.push({ comment, block });
    if (block === below) above.set(line, block);
  }
  return found.toReversed();
}

/** A block, or the data source that a `check` has for itself. */
function ownersIn(block: Block): readonly Block[] {
  const scoped = scopedData(block);
  return scoped.length > 0 ? scoped : [block];
}

/** Whether nothing stands before a comment on its line. */
function standsAlone({ text, lineStarts }: SourceFile, { start }: Comment): boolean {
  const { line } = positionAt({ text, lineStarts }, start);
  return text.slice(lineStarts[line - 1] ?? 0, start).trim() === '';
}

/** Top-level blocks follow each other: the last that begins before the comment, if it has not ended. */
function blockAround(blocks: readonly Block[], { start }: Comment): Block | undefined {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const block = blocks[low - 1];
  return block && start < block.end ? block : undefined;
}
