import type { SourceFile } from './syntax';

/** As editors and SARIF count: from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let newline = text.indexOf('\n'); newline !== -1; newline = text.indexOf('\n', newline + 1)) {
    starts.push(newline + 1);
  }
  return starts;
}

/** A byte order mark takes no column. */
export function positionAt(file: Pick<SourceFile, 'text' | 'lineStarts'>, offset: number): Position {
  const index = lastAtMost(file.lineStarts, offset);
  const marked = index === 0 && offset > 0 && file.text.startsWith('\ufeff');
  return { line: index + 1, column: offset - (file.lineStarts[index] ?? 0) + (marked ? 0 : 1) };
}

/** The index of the last number that is not above the limit, by halving. */
function lastAtMost(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sorted[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
