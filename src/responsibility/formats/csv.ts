import type { MatrixFormat } from './format';
import { cellsOf, columns } from './table';

/**
 * Comma-separated values as RFC 4180 has them. A cell that a spreadsheet would take for a formula has an apostrophe in
 * front.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export const csv: MatrixFormat = ({ rows }) =>
  [columns, ...rows.map(cellsOf)].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');

const quoted = (cell: string): string => {
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return `"${harmless.replaceAll('"', '""')}"`;
};
