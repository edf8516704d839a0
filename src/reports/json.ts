import type { Result } from '../model/result';
import { printableJson } from './printable';
import type { Report } from './report';

/** The result as it is: the document that other programs build on. */
export const json: Report = (result) => [...jsonPieces(result)].join('');

/** The same in pieces: there may be tens of thousands of findings, and their text takes more memory than they do. */
export function* jsonPieces(result: Result): Iterable<string> {
  yield* piecesOf(result, 0);
  yield '\n';
}

/** Findings are members of inputs, which are members of the result: what is within them is written as one. */
const deepestPiece = 4;

/** As `JSON.stringify` writes it with two spaces. */
function* piecesOf(value: unknown, depth: number): Iterable<string> {
  const members = depth < deepestPiece && typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const written = members.filter(([, member]) => Array.isArray(value) || member !== undefined);
  const indent = '  '.repeat(depth);
  if (written.length === 0) {
    yield printableJson(JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`));
    return;
  }
  const [opening, closing] = Array.isArray(value) ? '[]' : '{}';
  let separator = opening;
  for (const [key, member] of written) {
    const name = Array.isArray(value) ? '' : `${printableJson(JSON.stringify(key))}: `;
    yield `${separator ?? ''}\n${indent}  ${name}`;
    yield* piecesOf(member, depth + 1);
    separator = ',';
  }
  yield `\n${indent}${closing ?? ''}`;
}
