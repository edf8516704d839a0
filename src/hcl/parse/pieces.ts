import type { Expression, StripMarkers } from '../syntax';
import type { Cursor } from './cursor';
import { readExpression } from './expression';
import { readForSubject, type ForIntroduction } from './for-introduction';

/**
 * A template as it is written, flat: literal texts and sequences in turn. In a heredoc every line is a text of its own.
 * Stripping and flushing still change the texts, then directives are paired and a tree is made (`assemble`).
 */
export type Piece = TextPiece | Sequence;

export interface TextPiece {
  readonly kind: 'text';
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export type Sequence = Command & { readonly strip: StripMarkers; readonly start: number; readonly end: number };

export type Command =
  | { readonly kind: 'interpolation'; readonly expression: Expression }
  | { readonly kind: 'if'; readonly condition: Expression }
  | { readonly kind: 'for'; readonly introduction: ForIntroduction }
  | { readonly kind: 'else' | 'endif' | 'endfor' };

/** At `${` or `%{`, which introduce a sequence; `$${` and `%%{` are text. */
export const atSequence = (cursor: Cursor): boolean => cursor.at('${') || cursor.at('%{');

/** `${ expression }` or `%{ directive }`, with a `~` at either end or none. */
export function readSequence(cursor: Cursor): Sequence {
  const start = cursor.position;
  const directive = cursor.at('%');
  cursor.position += 2;
  const before = cursor.take('~');
  const command = cursor.nested(() => readCommand(cursor, directive));
  const after = cursor.take('~');
  cursor.expect('}', `Missing "}" behind the ${directive ? 'directive' : 'interpolation'} of a template`);
  return { ...command, strip: { before, after }, start, end: cursor.position };
}

function readCommand(cursor: Cursor, directive: boolean): Command {
  cursor.skip(true);
  const command: Command = directive
    ? readDirective(cursor)
    : { kind: 'interpolation', expression: readExpression(cursor, true) };
  cursor.skip(true);
  return command;
}

function readDirective(cursor: Cursor): Command {
  const start = cursor.position;
  const keyword = cursor.takeIdentifier('Invalid template directive: a keyword expected');
  cursor.skip(true);
  switch (keyword) {
    case 'if':
      return { kind: 'if', condition: readExpression(cursor, true) };
    case 'for':
      return { kind: 'for', introduction: readForSubject(cursor) };
    case 'else':
    case 'endif':
    case 'endfor':
      return { kind: keyword };
    default:
      return cursor.fail(`Invalid template directive: "${keyword}" is none`, start, start + keyword.length);
  }
}

/** `$${` or `%%{` as the text it stands for, `$` or `%` as themselves; nothing at a sequence or anything else. */
export function takeDollarOrPercent(cursor: Cursor): string {
  const symbol = cursor.peek();
  if ((symbol !== '$' && symbol !== '%') || cursor.peek(1) === '{') return '';
  const escaped = cursor.peek(1) === symbol && cursor.peek(2) === '{';
  cursor.position += escaped ? 3 : 1;
  return escaped ? `${symbol}{` : symbol;
}

/**
 * Takes the white space away that a `~` of the neighbouring sequence asks for. A text that becomes empty by it stays in
 * the list: an interpolation beside it is not alone.
 */
export function strip(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece, index) => {
    if (piece.kind !== 'text') return piece;
    const before = pieces[index - 1];
    const after = pieces[index + 1];
    const value = before && before.kind !== 'text' && before.strip.after ? trimStart(piece.value) : piece.value;
    return { ...piece, value: after && after.kind !== 'text' && after.strip.before ? trimEnd(value) : value };
  });
}

/** "Space characters are interpreted as per Unicode's definition", which is not quite that of `String.trim`. */
const leadingSpace = /^\p{White_Space}+/u;
const trimStart = (text: string): string => text.replace(leadingSpace, '');

/** Backwards by hand: a pattern that is anchored at the end only would try every run of spaces before it. */
function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && leadingSpace.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
