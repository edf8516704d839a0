import type { MatrixFormat } from './format';
import { cellsOf, columns } from './table';

/** A table for people; what stands in a cell cannot end it, nor be taken for markup. */
export const markdown: MatrixFormat = ({ rows }) => {
  const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;
  const body = rows.map((row) => line(cellsOf(row)));
  return [line(columns), line(columns.map(() => '---')), ...body, ''].join('\n');
};

const escaped = (cell: string): string => cell.replace(/[\\|<>&`*_[\]]/g, '\\$&');
