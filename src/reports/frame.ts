import type { ReportedWitness } from '../model/result';
import { mask } from './mask';
import { printableLine, wrap } from './printable';

/** A witness with a place in a file that can be shown. */
interface Marked {
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly labels: readonly string[];
}

/** Lines longer than this were written by a machine: a place in them says nothing to a person. */
const longestLine = 240;

export interface Frame {
  /** Lines of text with their numbers, carets and labels. */
  readonly lines: readonly string[];
  /** The witnesses that the frame shows. */
  readonly shown: ReadonlySet<ReportedWitness>;
}

/**
 * The lines of one file that witnesses stand in, marked.
 *
 * @param secret whether every value in the lines is to be hidden.
 * @param limit how many lines to show at most.
 */
export function frame(
  witnesses: readonly ReportedWitness[],
  source: string,
  { secret, width, limit }: { readonly secret: boolean; readonly width: number; readonly limit: number },
  dim: (text: string) => string,
): Frame {
  const shown = new Set<ReportedWitness>();
  const places = new Map<number, Marked>();
  const sourceLines = linesOf(source);
  for (const witness of witnesses) {
    if (witness.line === null) continue;
    const text = sourceLines(witness.line);
    if (text === undefined || text.trim() === '' || text.length > longestLine) continue;
    const place = places.get(witness.line);
    if (!place && places.size === limit) continue;
    shown.add(witness);
    const labels = place?.labels ?? [];
    places.set(witness.line, {
      line: witness.line,
      column: place?.column ?? witness.column ?? text.search(/\S/u) + 1,
      text,
      labels: labels.includes(witness.note) ? labels : [...labels, witness.note],
    });
  }
  const marked = [...places.values()].sort((one, other) => one.line - other.line);
  const gutter = String(marked.at(-1)?.line ?? 0).length;
  const lines = marked.flatMap((place, i) => {
    const previous = marked[i - 1];
    const gap = previous && place.line > previous.line + 1 ? [dim(`${' '.repeat(gutter)} ...`)] : [];
    return [...gap, ...markedLine(place, { secret, width, gutter }, dim)];
  });
  return { lines: lines.length > 0 ? [dim(`${' '.repeat(gutter)} |`), ...lines] : [], shown };
}

function markedLine(
  { line, column, text, labels }: Marked,
  { secret, width, gutter }: { readonly secret: boolean; readonly width: number; readonly gutter: number },
  dim: (text: string) => string,
): readonly string[] {
  const masked = mask(text, secret);
  const start = masked.startsWith(text.slice(0, column - 1)) ? column - 1 : masked.search(/\S/u);
  const before = printableLine(masked.slice(0, start));
  const carets = '^'.repeat(tokenLength(masked.slice(start)));
  const margin = `${' '.repeat(gutter)} | `;
  const indent = ' '.repeat(before.length);
  const room = Math.max(width - margin.length - before.length - carets.length - 1, 40);
  const label = labels.flatMap((one) => wrap(printableLine(one), room));
  return [
    `${dim(`${String(line).padStart(gutter)} |`)} ${printableLine(masked)}`,
    ...label.map((part, i) => `${dim(margin)}${indent}${i === 0 ? carets : ' '.repeat(carets.length)} ${part}`),
  ];
}

/** How far the key, name or quoted text reaches that starts here. */
function tokenLength(text: string): number {
  const token = /^(?:"[^"]{0,100}"|'[^']{0,100}'|[\w.:*-]{0,100}[\w*-])/u.exec(text);
  return token ? printableLine(token[0]).length : 1;
}

/** Finds lines by number without cutting up the whole text. Lines count from 1. */
function linesOf(source: string): (line: number) => string | undefined {
  const starts = [0];
  return (line) => {
    for (let last = starts.at(-1) ?? 0; starts.length <= line; last = starts.at(-1) ?? 0) {
      const end = source.indexOf('\n', last);
      if (end === -1) break;
      starts.push(end + 1);
    }
    const start = starts[line - 1];
    if (start === undefined) return undefined;
    const end = starts[line] === undefined ? source.length : starts[line] - 1;
    return source.slice(start, end).replace(/\r$/u, '');
  };
}
