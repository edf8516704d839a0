import { addDays } from '../../model/day';
import { areas, type Area, type Party } from '../../model/finding';
import type { Accountability, IncidentRole } from '../../model/accountability';
import type { MatrixRow } from '../matrix';
import type { Matrix } from './format';

/** What the checks before deployment make of a row, the gravest first. */
export const outcomes = ['fail', 'undecided', 'pass', 'unverified'] as const;
export type Outcome = (typeof outcomes)[number];

export const outcomeOf = ({ verified }: Pick<MatrixRow, 'verified'>): Outcome =>
  outcomes.find((outcome) => verified.some(({ verdict }) => verdict === outcome)) ?? 'unverified';

/** The day of the next look has passed, and so have the days of grace. */
export const isOverdue = ({ due }: Pick<MatrixRow, 'due'>, { today, accountability }: Matrix): boolean =>
  due !== null && addDays(due, accountability.review.graceDays) < today;

/** Somebody on the customer's side has to answer for it, and nobody is named. */
export const isUnowned = ({ party, owner }: Pick<MatrixRow, 'party' | 'owner'>): boolean =>
  owner === null && (party === 'customer' || party === 'shared');

/** A matrix in numbers. Each counts lines: what several resources share counts once. */
export interface Overview {
  readonly lines: number;
  readonly parties: Readonly<Record<Party | 'unclassified', number>>;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly overdue: number;
  readonly unowned: number;
  readonly unclassifiedTypes: readonly string[];
}

export function overviewOf(matrix: Matrix): Overview {
  const { rows } = matrix;
  const count = (holds: (row: MatrixRow) => boolean): number => rows.filter(holds).length;
  const party = (wanted: MatrixRow['party']): number => count((row) => row.party === wanted);
  const outcome = (wanted: Outcome): number => count((row) => outcomeOf(row) === wanted);
  return {
    lines: rows.length,
    parties: {
      customer: party('customer'),
      shared: party('shared'),
      provider: party('provider'),
      unclassified: party('unclassified'),
    },
    outcomes: {
      fail: outcome('fail'),
      undecided: outcome('undecided'),
      pass: outcome('pass'),
      unverified: outcome('unverified'),
    },
    overdue: count((row) => isOverdue(row, matrix)),
    unowned: count(isUnowned),
    unclassifiedTypes: rows.flatMap(({ area, type }) => (area === 'unclassified' ? [type] : [])),
  };
}

/** A role in an incident, with the areas for which it is called. */
export interface RoleOfAreas extends IncidentRole {
  readonly areas: readonly Area[];
}

export function incidentRoles({ rolesFor }: Accountability): readonly RoleOfAreas[] {
  const roles = new Map<string, RoleOfAreas>();
  for (const area of areas)
    for (const role of rolesFor(area)) {
      const known = roles.get(role.name);
      roles.set(role.name, { ...role, areas: [...(known?.areas ?? []), area] });
    }
  return [...roles.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
