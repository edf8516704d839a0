import type { ForDirective, IfDirective, TemplatePart } from '../syntax';
import type { Cursor } from './cursor';
import type { Piece, Sequence } from './pieces';

/** Joins neighbouring texts, leaves empty ones out, and pairs the directives with their ends. */
export function assemble(cursor: Cursor, pieces: readonly Piece[]): readonly TemplatePart[] {
  const queue: Queue = { cursor, pieces: joinTexts(pieces).map(normalized), index: 0 };
  const parts = readParts(queue);
  const stray = next(queue);
  if (stray) cursor.fail(`Unexpected "${stray.kind}" in a template: it closes nothing`, stray.start, stray.end);
  return parts;
}

interface Queue {
  readonly cursor: Cursor;
  readonly pieces: readonly Piece[];
  index: number;
}

const next = (queue: Queue): Piece | undefined => queue.pieces[queue.index];

function joinTexts(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'text' && piece.value === '') continue;
    const last = joined.at(-1);
    if (piece.kind !== 'text' || last?.kind !== 'text') joined.push(piece);
    else joined[joined.length - 1] = { ...last, value: last.value + piece.value, end: piece.end };
  }
  return joined;
}

/** Text is in Unicode's normal form C. */
const normalized = (piece: Piece): Piece =>
  piece.kind === 'text' ? { ...piece, value: piece.value.normalize('NFC') } : piece;

/** Up to what ends or divides a directive, or to the end. */
function readParts(queue: Queue): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  for (;;) {
    const piece = next(queue);
    const part = piece && readPart(queue, piece);
    if (!part) return parts;
    parts.push(part);
  }
}

function readPart(queue: Queue, piece: Piece): TemplatePart | undefined {
  switch (piece.kind) {
    case 'text':
    case 'interpolation':
      queue.index++;
      return piece;
    case 'if':
      return queue.cursor.nested(() => readIf(queue, piece));
    case 'for':
      return queue.cursor.nested(() => readFor(queue, piece));
    default:
      return undefined;
  }
}

function readIf(queue: Queue, opening: Sequence & { readonly kind: 'if' }): IfDirective {
  queue.index++;
  const whenTrue = readParts(queue);
  const divided = next(queue)?.kind === 'else';
  if (divided) queue.index++;
  const whenFalse = divided ? readParts(queue) : undefined;
  const end = close(queue, opening, 'endif');
  return { kind: 'if-directive', condition: opening.condition, whenTrue, whenFalse, start: opening.start, end };
}

function readFor(queue: Queue, opening: Sequence & { readonly kind: 'for' }): ForDirective {
  queue.index++;
  const body = readParts(queue);
  const end = close(queue, opening, 'endfor');
  return { kind: 'for-directive', ...opening.introduction, body, start: opening.start, end };
}

/** The offset behind the sequence that closes the directive. */
function close(queue: Queue, opening: Sequence, kind: 'endif' | 'endfor'): number {
  const closing = next(queue);
  if (closing?.kind === kind) {
    queue.index++;
    return closing.end;
  }
  const place = closing ?? opening;
  return queue.cursor.fail(`Missing "%{ ${kind} }" in a template`, place.start, place.end);
}
