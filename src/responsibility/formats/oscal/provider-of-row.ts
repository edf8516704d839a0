import { responsibilityData } from '../../data';
import type { MatrixRow } from '../../matrix';
import { areaData } from '../../party';

/** A line that speaks of no resource and no type: of all that a provider runs, or of an account. */
export const isOfSystem = ({ type, area }: MatrixRow): boolean =>
  type === 'account' || (area !== 'unclassified' && areaData(area)?.scope !== 'resource');

/** The provider whose half a line speaks of; undefined where nobody's side is claimed. */
export function providerOfRow(row: MatrixRow): string | undefined {
  if (row.party === 'unclassified') return undefined;
  if (row.type === 'account') return 'aws'; // the account switches that can be stated are those of AWS
  return isOfSystem(row) ? row.type : responsibilityData().types.get(row.type)?.provider;
}

/** Every provider of a matrix, sorted. */
export const providersOf = (rows: readonly MatrixRow[]): readonly string[] =>
  [...new Set(rows.flatMap((row) => providerOfRow(row) ?? []))].toSorted();
