import { addDays } from '../../model/day';
import type { SnapshotRow } from './snapshot';
import { nextReview, type Snapshot } from './snapshot';

/** Something that should have been looked at by now. */
export interface Overdue {
  readonly kind: 'review' | 'waiver' | 'attestation' | 'verification' | 'account fact';
  readonly subject: string;
  /** The last day on which it counted, or by which it was to be done. */
  readonly due: string;
  /** Who is to see to it, as far as anybody is named. */
  readonly by: string | null;
}

/**
 * What is overdue on a day, by the last review.
 *
 * A waiver counts until its last day and no longer. Everything else may be late by the days of grace. Where somebody is
 * named to verify what no template can show and has never done so, it was due a full turn after the review.
 */
export function overdueOn(snapshot: Snapshot, today: string): readonly Overdue[] {
  const { graceDays } = snapshot;
  const late = (due: string): boolean => addDays(due, graceDays) < today;
  const review = addDays(snapshot.reviewed, snapshot.every);
  return [
    ...(nextReview(snapshot) < today
      ? [{ kind: 'review', subject: 'the review itself', due: review, by: null } as const]
      : []),
    ...snapshot.waivers.flatMap(({ control, resource, owner, until }): readonly Overdue[] =>
      until !== null && until < today
        ? [{ kind: 'waiver', subject: `${control} for ${resource}`, due: until, by: owner }]
        : [],
    ),
    ...snapshot.attestations.flatMap(({ provider, report, until }): readonly Overdue[] =>
      late(until) ? [{ kind: 'attestation', subject: `${report} of ${provider}`, due: until, by: null }] : [],
    ),
    ...snapshot.accountFacts.flatMap(({ name, checked }): readonly Overdue[] =>
      checked !== null && late(addDays(checked, snapshot.every))
        ? [{ kind: 'account fact', subject: name, due: addDays(checked, snapshot.every), by: null }]
        : [],
    ),
    ...verifications(snapshot, late, review),
  ];
}

/** What the review itself has looked at is due with the next one. One entry for all that one verifier owes of an area. */
function verifications({ rows }: Snapshot, late: (due: string) => boolean, review: string): readonly Overdue[] {
  const owed = new Map<string, SnapshotRow[]>();
  for (const row of rows) {
    const by = row.due ?? (row.verifier === null ? null : review);
    if (isLookedAt(row, review) || by === null || !late(by)) continue;
    const key = JSON.stringify([row.area, row.verifier, by]);
    const others = owed.get(key);
    if (others) others.push(row);
    else owed.set(key, [row]);
  }
  return [...owed.values()].flatMap((group): readonly Overdue[] => {
    const [first] = group;
    if (!first) return [];
    const subject = `${first.area} of ${namesOf(group)}`;
    return [{ kind: 'verification', subject, due: first.due ?? review, by: first.verifier }];
  });
}

const isLookedAt = ({ party, type, due }: SnapshotRow, review: string): boolean =>
  party === 'provider' || party === 'unclassified' || type === 'account' || due === review;

const namesAtMost = 3;

function namesOf(rows: readonly SnapshotRow[]): string {
  const names = rows.map(
    ({ resource, type }) => resource ?? (/::|_/u.test(type) ? `all ${type}` : `the account (${type})`),
  );
  const left = names.length - namesAtMost;
  return left > 1 ? `${names.slice(0, namesAtMost).join(', ')} and ${String(left)} more` : names.join(', ');
}
