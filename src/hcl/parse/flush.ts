import type { Piece, TextPiece } from './pieces';

const spaces = /^\p{White_Space}*/u;

/**
 * `<<-`: "any literal string at the start of each line is analyzed to find the minimum number of leading spaces, and then
 * that number of prefix spaces is removed from all line-leading literal strings".
 *
 * A line that begins with a sequence has none. A line of nothing but spaces is neither counted nor shortened. Strip markers
 * have done their work before: what follows a line end that was stripped away does not lead a line.
 *
 * @see https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#template-expressions
 */
export function flush(pieces: readonly Piece[]): readonly Piece[] {
  const leading = pieces.filter((piece, index) => leadsLine(pieces, index) && !isBlankLine(piece));
  const common = leading.reduce((least, piece) => Math.min(least, indentation(piece)), Number.MAX_SAFE_INTEGER);
  const shortened = new Set(leading);
  return pieces.map((piece) => (piece.kind === 'text' && shortened.has(piece) ? withoutPrefix(piece, common) : piece));
}

function leadsLine(pieces: readonly Piece[], index: number): boolean {
  const before = pieces[index - 1];
  return before === undefined || (before.kind === 'text' && before.value.endsWith('\n'));
}

const isBlankLine = (piece: Piece): boolean =>
  piece.kind === 'text' && piece.value.endsWith('\n') && indentation(piece) === piece.value.length;

const indentation = (piece: Piece): number => (piece.kind === 'text' ? (spaces.exec(piece.value)?.[0].length ?? 0) : 0);

const withoutPrefix = (piece: TextPiece, length: number): TextPiece => ({ ...piece, value: piece.value.slice(length) });
