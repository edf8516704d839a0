import { areas } from '../../../model/finding';
import { responsibilityData } from '../../data';
import type { MatrixRow } from '../../matrix';
import { providerOfType } from '../../provider';

/** The rows of one type, or those that speak of a whole provider or account. */
export interface TypeGroup {
  readonly type: string;
  /** The service's name, where the data know the type. */
  readonly service: string | undefined;
  readonly rows: readonly MatrixRow[];
}

export interface ProviderGroup {
  readonly name: string;
  readonly types: readonly TypeGroup[];
}

const accountName = 'Account settings';

/** Rows by provider and type; what speaks of all of a provider comes first, and so does what speaks of all of a type. */
export function groupsOf(rows: readonly MatrixRow[]): readonly ProviderGroup[] {
  const providers = grouped(rows, ({ type }) => (type === 'account' ? accountName : providerOfType(type).name));
  return providers.map(([name, own]) => ({
    name,
    types: grouped(own, ({ type }) => type)
      .map(([type, ofType]) => ({
        type,
        service: responsibilityData().types.get(type)?.service,
        rows: ofType.toSorted(byResourceAndArea),
      }))
      .toSorted(byReach),
  }));
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups];
}

/** A type that is its provider's own id stands for everything there. */
export const isWhole = ({ type }: Pick<TypeGroup, 'type'>): boolean =>
  type === 'account' || providerOfType(type).id === type;

const byReach = (one: TypeGroup, other: TypeGroup): number =>
  Number(isWhole(other)) - Number(isWhole(one)) || compared(one.type, other.type);

const byResourceAndArea = (one: MatrixRow, other: MatrixRow): number =>
  compared(one.resource ?? '', other.resource ?? '') || placeOf(one) - placeOf(other);

const placeOf = ({ area }: MatrixRow): number => (area === 'unclassified' ? areas.length : areas.indexOf(area));

const compared = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
