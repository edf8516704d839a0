import type { Template } from '../syntax';
import { assemble } from './assemble';
import type { Cursor } from './cursor';
import { flush } from './flush';
import { atSequence, readSequence, strip, takeDollarOrPercent, type Piece, type TextPiece } from './pieces';

const plainText = /[^\r\n$%]+/y;
/** Any space that is no line end; elsewhere between tokens only blanks and tabs are allowed. */
const spaces = /(?:(?!\r?\n)\p{White_Space})*/uy;
const lineEnd = /\r?\n/y;

/** `<<MARKER` or `<<-MARKER`, lines, and the marker on a line of its own. */
export function readHeredoc(cursor: Cursor): Template {
  const start = cursor.position;
  cursor.take('<<');
  const flushed = cursor.take('-');
  const marker = cursor.takeIdentifier('Invalid heredoc: a marker expected behind "<<"');
  if (!cursor.takeNewline()) cursor.fail('Invalid heredoc: a newline expected behind the marker');
  const pieces = strip(readLines(cursor, marker, start));
  const parts = assemble(cursor, flushed ? flush(pieces) : pieces);
  return { kind: 'template', parts, heredoc: { marker, flush: flushed }, start, end: cursor.position };
}

/** A marker that an interpolation puts at the start of a line closes nothing: the line began elsewhere. */
function readLines(cursor: Cursor, marker: string, start: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let atLineStart = true;
  while (!(atLineStart && takeClosing(cursor, marker))) {
    if (cursor.atEnd) cursor.fail(`Unterminated heredoc: "${marker}" expected on a line of its own`, start, start + 2);
    const piece = atSequence(cursor) ? readSequence(cursor) : readText(cursor);
    pieces.push(piece);
    atLineStart = piece.kind === 'text' && piece.value.endsWith('\n');
  }
  return pieces;
}

/** Spaces may stand around the marker. Without a newline behind it, HashiCorp's parser does not see it. */
function takeClosing(cursor: Cursor, marker: string): boolean {
  const start = cursor.position;
  cursor.takeMatch(spaces);
  const found = cursor.take(marker);
  cursor.takeMatch(spaces);
  if (found && cursor.atNewline()) return true;
  cursor.position = start;
  return false;
}

/** A line up to its end, or up to the next sequence. Backslashes mean themselves. */
function readText(cursor: Cursor): TextPiece {
  const start = cursor.position;
  let value = '';
  while (!cursor.atEnd && !atSequence(cursor)) {
    value += cursor.takeMatch(plainText) + takeDollarOrPercent(cursor);
    const end = cursor.takeMatch(lineEnd);
    if (end !== '') return { kind: 'text', value: value + end, start, end: cursor.position };
    if (cursor.at('\r')) cursor.fail('A carriage return can stand only before a newline');
  }
  return { kind: 'text', value, start, end: cursor.position };
}
