import type { MatrixRow } from './matrix';

const heading = ['resource', 'type', 'area', 'party', 'because', 'verified', 'evidence'] as const;

const cellsOf = ({
  resource,
  type,
  area,
  party,
  because,
  verified,
  evidence,
  resources,
}: MatrixRow): readonly string[] => [
  resource ?? (resources === 1 ? '(one)' : `(all ${resources})`),
  type,
  area,
  party,
  because,
  verified.map(({ control, verdict }) => `${control}: ${verdict}`).join(', '),
  evidence ?? '',
];

/** A table for people; what stands in a cell cannot end it. */
export function matrixAsMarkdown(rows: readonly MatrixRow[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replace(/[\\|]/g, '\\$&').replace(/\s+/g, ' ')).join(' | ')} |`;
  return [line(heading), line(heading.map(() => '---')), ...rows.map((row) => line(cellsOf(row))), ''].join('\n');
}

/**
 * Comma-separated values as RFC 4180 has them. A cell that a spreadsheet would take for a formula has an apostrophe in
 * front.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export const matrixAsCsv = (rows: readonly MatrixRow[]): string =>
  [heading, ...rows.map(cellsOf)].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');

const quoted = (cell: string): string => {
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return `"${harmless.replaceAll('"', '""')}"`;
};
