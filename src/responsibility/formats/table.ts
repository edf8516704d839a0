import { oneLine } from '../../html/markup';
import type { MatrixRow } from '../matrix';

/** The columns of every table, in their order. */
export const columns = [
  'resource',
  'type',
  'area',
  'party',
  'because',
  'verified',
  'evidence',
  'published',
  'owner',
  'verifier',
  'due',
] as const;

export type Column = (typeof columns)[number];

/** A row as texts of one line, in the order of the columns. */
export const cellsOf = (row: MatrixRow): readonly string[] => columns.map((column) => oneLine(textOf(row)[column]));

const textOf = (row: MatrixRow): Readonly<Record<Column, string>> => ({
  resource: row.resource ?? (row.resources === 1 ? '(one)' : `(all ${String(row.resources)})`),
  type: row.type,
  area: row.area,
  party: row.party,
  because: row.because,
  verified: row.verified
    .map(({ control, verdict, covered }) => `${control}: ${covered === null ? verdict : `covered (${covered})`}`)
    .join(', '),
  evidence: row.evidence ?? '',
  published: row.published.join('; '),
  owner: row.owner ?? '',
  verifier: row.verifier ?? '',
  due: row.due ?? '',
});
