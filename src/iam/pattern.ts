import { missingPhrases } from './missing';
import type { Pattern, Piece } from './model';
import { isHoles, isUnknown, type Reference } from './text';

/** Versions before 2012-10-17 have no policy variables: `${aws:username}` is plain text there. */
export interface Dialect {
  readonly variables: boolean;
}

const escaped = new Set(['*', '?', '$']);

/** `${*}`, `${?}` and `${$}` mean the character itself; any other name is the value of a condition key. */
function variablePiece(name: string): Piece {
  if (escaped.has(name)) return { kind: 'literal', text: name };
  const comma = name.indexOf(',');
  // A default value couples the text to the absence of a key; nothing is claimed about such a text.
  return comma >= 0 ? { kind: 'free', free: `\${${name}}` } : { kind: 'variable', key: name.trim().toLowerCase() };
}

/** Splits text at its policy variables. */
function textPieces(text: string, { variables }: Dialect): readonly Piece[] {
  if (!variables || !text.includes('${')) return text === '' ? [] : [{ kind: 'text', text }];
  const pieces: Piece[] = [];
  let from = 0;
  for (let open = text.indexOf('${'); open >= 0; open = text.indexOf('${', from)) {
    const close = text.indexOf('}', open);
    if (close < 0) break;
    if (open > from) pieces.push({ kind: 'text', text: text.slice(from, open) });
    pieces.push(variablePiece(text.slice(open + 2, close)));
    from = close + 1;
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) });
  return pieces;
}

const shared = new Set(['partition', 'region', 'account']);

/** A reference of known shape is an ARN with a symbol in each place; the account's own are the same in all of them. */
function referencePieces({ reference, arn }: Reference): readonly Piece[] {
  if (arn === undefined) return [{ kind: 'reference', reference }];
  return arn.split(/\$\{([^}]*)\}/).flatMap((part, index): readonly Piece[] => {
    if (index % 2 === 0) return part === '' ? [] : [{ kind: 'text', text: part }];
    const name = part.toLowerCase();
    return [{ kind: 'reference', reference: shared.has(name) ? `the ${name}` : reference }];
  });
}

/**
 * What stands for a text in a document, as a pattern: strings, numbers and booleans, texts with holes, unknowns.
 * Anything else could not be a text, and nothing is claimed about it.
 */
export function toPattern(value: unknown, dialect: Dialect): Pattern {
  if (typeof value === 'string') return textPieces(value, dialect);
  if (typeof value === 'number' || typeof value === 'boolean') return [{ kind: 'text', text: String(value) }];
  if (isHoles(value))
    return value.parts.flatMap((part): readonly Piece[] => {
      if (typeof part === 'string') return textPieces(part, dialect);
      return 'free' in part ? [{ kind: 'free', ...part }] : referencePieces(part);
    });
  return [{ kind: 'free', free: isUnknown(value) ? value.why : missingPhrases.noText }];
}

/** A pattern as people read it. */
export const showPattern = (pattern: Pattern): string =>
  pattern
    .map((piece) => {
      if (piece.kind === 'text' || piece.kind === 'literal') return piece.text;
      if (piece.kind === 'variable') return `\${${piece.key}}`;
      return piece.kind === 'reference' ? `<${piece.reference}>` : `<${piece.free}>`;
    })
    .join('');

/** The text of a pattern that has nothing but text. */
export function plainText(pattern: Pattern): string | undefined {
  let text = '';
  for (const piece of pattern) {
    if (piece.kind !== 'text' && piece.kind !== 'literal') return undefined;
    text += piece.text;
  }
  return text;
}

const holeFrom = 0xe000;
const holeTo = 0xf8ff;

/** Edits the text of a pattern as if it were a string, each hole being one letter of it. `undefined` stays so. */
export function rewrite(pattern: Pattern, edit: (text: string) => string | undefined): Pattern | undefined {
  const edited = edit(
    pattern
      .map((piece, index) =>
        piece.kind === 'text'
          ? piece.text.replace(/[\ue000-\uf8ff]/g, '\ufffd')
          : String.fromCharCode(Math.min(holeFrom + index, holeTo)),
      )
      .join(''),
  );
  return edited
    ?.split(/([\ue000-\uf8ff])/)
    .filter((part) => part !== '')
    .map((part): Piece => pattern[part.charCodeAt(0) - holeFrom] ?? { kind: 'text', text: part });
}
