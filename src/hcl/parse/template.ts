import type { Literal, Template, TemplateWrap } from '../syntax';
import { assemble } from './assemble';
import type { Cursor } from './cursor';
import { atSequence, readSequence, strip, takeDollarOrPercent, type Piece } from './pieces';

const plainText = /[^$%]+/y;

/**
 * What pieces that end here amount to. "A template that consists only of a single interpolation, with no surrounding
 * literals, directives or other interpolations", is as good as the expression in it.
 *
 * @see https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#template-interpolation-unwrapping
 */
export function templateOf(cursor: Cursor, pieces: readonly Piece[], start: number): Literal | Template | TemplateWrap {
  const span = { start, end: cursor.position };
  const [first, ...rest] = pieces;
  if (rest.length === 0) {
    if (first?.kind === 'interpolation') {
      return { kind: 'template-wrap', expression: first.expression, strip: first.strip, ...span };
    }
    if (!first || first.kind === 'text') {
      const value = first?.value.normalize('NFC') ?? '';
      return { kind: 'literal', value, raw: cursor.text.slice(start, cursor.position), ...span };
    }
  }
  return { kind: 'template', parts: assemble(cursor, strip(pieces)), heredoc: undefined, ...span };
}

/** A whole text as a template: a file for `templatefile`, or a string of the JSON syntax. Backslashes mean themselves. */
export function readStandaloneTemplate(cursor: Cursor): Literal | Template | TemplateWrap {
  const start = cursor.position;
  const pieces: Piece[] = [];
  while (!cursor.atEnd) pieces.push(atSequence(cursor) ? readSequence(cursor) : readText(cursor));
  return templateOf(cursor, pieces, start);
}

function readText(cursor: Cursor): Piece {
  const start = cursor.position;
  let value = '';
  while (!cursor.atEnd && !atSequence(cursor)) value += cursor.takeMatch(plainText) + takeDollarOrPercent(cursor);
  return { kind: 'text', value, start, end: cursor.position };
}
