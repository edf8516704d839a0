import type { MatrixRow, Verified } from '../../matrix';
import type { Matrix } from '../format';
import type { ImplementationStatus } from './elements';
import { providerOfRow } from './provider-of-row';

/**
 * How far a control is implemented, as far as Demarc can tell: `implemented` where every check passed, `partial` where
 * some did, `planned` where none did or nothing was checked. A provider's own half counts as checked where a report on
 * record still counts. What people looked at stands beside it, and decides nothing: no record says what they found.
 */
export function implementationStatus(rows: readonly MatrixRow[], matrix: Matrix): ImplementationStatus {
  return { state: stateOf(rows.flatMap((row) => checksOf(row, matrix))) };
}

/** The same for the half that the provider does. */
export function attestedStatus(rows: readonly MatrixRow[], matrix: Matrix): ImplementationStatus {
  const attested = rows.map((row) => isAttested(row, matrix));
  const remarks = attested.includes(false)
    ? 'Nothing on record shows it, or not all of it, for the day of this document.'
    : 'A report of the provider on record shows it.';
  return { state: stateOf(attested), remarks };
}

function stateOf(checks: readonly boolean[]): ImplementationStatus['state'] {
  if (!checks.includes(true)) return 'planned';
  return checks.includes(false) ? 'partial' : 'implemented';
}

function checksOf(row: MatrixRow, matrix: Matrix): readonly boolean[] {
  if (row.party === 'provider') return [isAttested(row, matrix)];
  return row.verified.length > 0 ? row.verified.map(({ verdict }) => verdict === 'pass') : [false];
}

function isAttested(row: MatrixRow, { accountability, today }: Matrix): boolean {
  const provider = providerOfRow(row);
  if (provider === undefined || row.area === 'unclassified') return false;
  const report = accountability.attestationFor(provider, row.area);
  return report !== undefined && report.until >= today;
}

/** What shows how a line stands: checks, a record that still has a day to be renewed on, or what is not there yet. */
export function shownBy({ verified, evidence, due }: MatrixRow): string {
  const counts = due === null ? '' : ` (counts until ${due})`;
  if (verified.length > 0) {
    const besides = evidence === null ? '' : `, and besides: ${evidence}`;
    return `${verified.map(verdictOf).join(', ')}${besides}${counts}`;
  }
  if (due !== null) return `on record: ${evidence ?? 'somebody looked'}${counts}`;
  return evidence === null ? 'not shown' : `not shown yet (${evidence})`;
}

const verdictOf = ({ control, verdict, covered }: Verified): string =>
  `${control}: ${covered === null ? verdict : `covered (${covered})`}`;
