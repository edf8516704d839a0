import type { ReportedWitness } from '../model/result';
import { mask } from './mask';
import { printableLine } from './printable';

/** A witness with a place in a file that can be shown. */
interface Marked {
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly labels: readonly string[];
}

/** A line of a file as it may be shown to anybody, and the part of it that is marked. */
export interface FrameLine {
  readonly line: number;
  /** Secrets are hidden, and nothing in it is acted upon by whatever shows it. */
  readonly text: string;
  /** Where in the text the mark starts, and how long it is. */
  readonly start: number;
  readonly length: number;
  readonly labels: readonly string[];
}

/** Lines longer than this were written by a machine: a place in them says nothing to a person. */
const longestLine = 240;

/** The marked lines of a file. */
export interface Frame {
  readonly lines: readonly FrameLine[];
  /** The witnesses that the lines show. */
  readonly shown: ReadonlySet<ReportedWitness>;
}

/**
 * The lines of one file that witnesses stand in.
 *
 * @param secret whether every value in the lines is to be hidden.
 * @param limit how many lines to show at most.
 */
export function frameLines(
  witnesses: readonly ReportedWitness[],
  source: string,
  { secret, limit }: { readonly secret: boolean; readonly limit: number },
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
  return { lines: marked.map((place) => frameLine(place, secret)), shown };
}

function frameLine({ line, column, text, labels }: Marked, secret: boolean): FrameLine {
  const masked = mask(text, secret);
  const start = masked.startsWith(text.slice(0, column - 1)) ? column - 1 : masked.search(/\S/u);
  return {
    line,
    text: printableLine(masked),
    start: printableLine(masked.slice(0, start)).length,
    length: tokenLength(masked.slice(start)),
    labels: labels.map(printableLine),
  };
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
