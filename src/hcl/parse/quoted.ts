import type { Literal, Template, TemplateWrap } from '../syntax';
import type { Cursor } from './cursor';
import { atSequence, readSequence, takeDollarOrPercent, type Piece } from './pieces';
import { templateOf } from './template';

const plainText = /[^"\\\r\n$%]+/y;
const longEscape = /u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}/y;
const shortEscapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['"', '"'],
  ['\\', '\\'],
]);

/** `"…"`: a text, a template, or an interpolation alone. */
export function readQuoted(cursor: Cursor): Literal | Template | TemplateWrap {
  const start = cursor.position;
  const pieces = readPieces(cursor);
  return templateOf(cursor, pieces, start);
}

/** `"…"` where only text may stand: the label of a block. Alone among texts it is kept in the form it is written in. */
export function readPlainQuoted(cursor: Cursor): string {
  const start = cursor.position;
  const [text, ...rest] = readPieces(cursor);
  if (!text) return '';
  if (text.kind === 'text' && rest.length === 0) return text.value;
  return cursor.fail('A template cannot stand here, only text', start, cursor.position);
}

function readPieces(cursor: Cursor): readonly Piece[] {
  const start = cursor.position;
  cursor.take('"');
  const pieces: Piece[] = [];
  while (!cursor.take('"')) {
    if (cursor.atEnd) cursor.fail("Unterminated string: '\"' expected", start, start + 1);
    if (atSequence(cursor)) pieces.push(readSequence(cursor));
    else pieces.push(readText(cursor));
  }
  return pieces;
}

function readText(cursor: Cursor): Piece {
  const start = cursor.position;
  let value = '';
  while (!cursor.atEnd && !cursor.at('"') && !atSequence(cursor)) {
    if (cursor.peek() === '\n' || cursor.peek() === '\r') {
      cursor.fail('A quoted string cannot be split over lines: write "\\n" or use a heredoc');
    }
    value += cursor.takeMatch(plainText);
    value += takeDollarOrPercent(cursor);
    value += takeEscape(cursor);
  }
  return { kind: 'text', value, start, end: cursor.position };
}

function takeEscape(cursor: Cursor): string {
  const start = cursor.position;
  if (!cursor.take('\\')) return '';
  const short = shortEscapes.get(cursor.peek());
  if (short !== undefined) {
    cursor.position++;
    return short;
  }
  const code = Number.parseInt(cursor.takeMatch(longEscape).slice(1), 16);
  if (!isCharacter(code)) cursor.fail(`Invalid escape sequence "\\${cursor.text[start + 1] ?? ''}"`, start, start + 2);
  return String.fromCodePoint(code);
}

/** Half of a surrogate pair is no character, and nothing is none. */
const isCharacter = (code: number): boolean => code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
