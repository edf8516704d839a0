import type { SnapshotRow } from './snapshot';
import type { Snapshot, SnapshotWaiver } from './snapshot';

export const differenceKinds = [
  'party moved', 'owner changed', 'verifier changed', 'verdict changed', 'provider default changed',
  'waiver expired', 'waiver added', 'waiver removed', 'attestation expired', 'attestation added', 'attestation removed',
  'account fact changed', 'type classified', 'type unclassified', 'added', 'removed',
] as const; // prettier-ignore
export type DifferenceKind = (typeof differenceKinds)[number];

/** Something that is not as it was at the last review. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** What it is about: a resource and area, a waiver, a report. */
  readonly subject: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What moved between two reviews, by kind. */
export function differencesOf(before: Snapshot, after: Snapshot): readonly Difference[] {
  const found = [
    ...rowDifferences(before, after),
    ...waiverDifferences(before, after),
    ...attestationDifferences(before, after),
    ...accountDifferences(before, after),
  ];
  return differenceKinds.flatMap((kind) => found.filter((one) => one.kind === kind));
}

/** Lines of one subject: a line that stands for many of a type may be there more than once. */
const subjectOf = ({ resource, type, area }: SnapshotRow): string => `${resource ?? `all ${type}`}: ${area}`;

const listed = (values: readonly (string | null)[]): string | null => {
  const distinct = [...new Set(values.filter((value) => value !== null))].sort();
  return distinct.length === 0 ? null : distinct.join(', ');
};

interface Side {
  readonly party: string | null;
  readonly owner: string | null;
  readonly verifier: string | null;
  readonly verdicts: ReadonlyMap<string, string>;
  readonly covered: ReadonlyMap<string, string | null>;
}

function sideOf(rows: readonly SnapshotRow[]): Side {
  const verified = rows.flatMap((row) => row.verified);
  const controls = [...new Set(verified.map(({ control }) => control))].sort();
  const of = (control: string) => verified.filter((one) => one.control === control);
  return {
    party: listed(rows.map(({ party }) => party)),
    owner: listed(rows.map(({ owner }) => owner)),
    verifier: listed(rows.map(({ verifier }) => verifier)),
    verdicts: new Map(controls.map((control) => [control, listed(of(control).map(({ verdict }) => verdict)) ?? ''])),
    covered: new Map(controls.map((control) => [control, listed(of(control).map(({ covered }) => covered))])),
  };
}

function bySubject(rows: readonly SnapshotRow[]): ReadonlyMap<string, readonly SnapshotRow[]> {
  const found = new Map<string, SnapshotRow[]>();
  for (const row of rows) found.set(subjectOf(row), [...(found.get(subjectOf(row)) ?? []), row]);
  return found;
}

function rowDifferences(before: Snapshot, after: Snapshot): readonly Difference[] {
  const old = bySubject(before.rows);
  const now = bySubject(after.rows);
  const subjects = [...new Set([...old.keys(), ...now.keys()])].sort();
  return subjects.flatMap((subject) => subjectDifferences(subject, old.get(subject), now.get(subject)));
}

function subjectDifferences(
  subject: string,
  old: readonly SnapshotRow[] | undefined,
  now: readonly SnapshotRow[] | undefined,
): readonly Difference[] {
  const one = (kind: DifferenceKind, from: string | null, to: string | null): Difference => ({
    kind,
    subject,
    from,
    to,
  });
  const unclassified = (rows: readonly SnapshotRow[]) => rows.some(({ area }) => area === 'unclassified');
  if (!old && now) return [one(unclassified(now) ? 'type unclassified' : 'added', null, sideOf(now).party)];
  if (old && !now) return [one(unclassified(old) ? 'type classified' : 'removed', sideOf(old).party, null)];
  if (!old || !now) return [];
  const was = sideOf(old);
  const is = sideOf(now);
  return [
    ...changed('party moved', was.party, is.party),
    ...changed('owner changed', was.owner, is.owner),
    ...changed('verifier changed', was.verifier, is.verifier),
    ...verdictDifferences(was, is),
  ].map(({ kind, from, to }) => one(kind, from, to));
}

type Changed = Pick<Difference, 'kind' | 'from' | 'to'>;

const changed = (kind: DifferenceKind, from: string | null, to: string | null): readonly Changed[] =>
  from === to ? [] : [{ kind, from, to }];

/** A control that is new or gone says nothing of the resource: only what was judged both times can have changed. */
const verdictDifferences = (was: Side, is: Side): readonly Changed[] =>
  [...was.verdicts].flatMap(([control, verdict]): readonly Changed[] => {
    const now = is.verdicts.get(control);
    if (now === undefined) return [];
    const covered = was.covered.get(control) ?? null;
    const coveredNow = is.covered.get(control) ?? null;
    const said = (text: string, cover: string | null) => `${control}: ${cover ?? text}`;
    if (covered !== coveredNow && coveredNow !== null)
      return changed('provider default changed', said(verdict, covered), said(now, coveredNow));
    return verdict === now ? [] : changed('verdict changed', said(verdict, covered), said(now, coveredNow));
  });

const waiverName = ({ control, resource }: SnapshotWaiver): string => `${control} for ${resource}`;

function waiverDifferences(before: Snapshot, after: Snapshot): readonly Difference[] {
  return recordDifferences(
    before.waivers.map((waiver) => ({ name: waiverName(waiver), until: waiver.until })),
    after.waivers.map((waiver) => ({ name: waiverName(waiver), until: waiver.until })),
    [before.reviewed, after.reviewed],
    ['waiver added', 'waiver removed', 'waiver expired'],
  );
}

function attestationDifferences(before: Snapshot, after: Snapshot): readonly Difference[] {
  const named = ({ attestations }: Snapshot) =>
    attestations.map(({ provider, report, periodEnd, until }) => ({
      name: `${report} of ${provider}, period until ${periodEnd}`,
      until,
    }));
  return recordDifferences(
    named(before),
    named(after),
    [before.reviewed, after.reviewed],
    ['attestation added', 'attestation removed', 'attestation expired'],
  );
}

interface Dated {
  readonly name: string;
  readonly until: string | null;
}

function recordDifferences(
  old: readonly Dated[],
  now: readonly Dated[],
  [was, is]: readonly [string, string],
  [added, removed, expired]: readonly [DifferenceKind, DifferenceKind, DifferenceKind],
): readonly Difference[] {
  const names = (records: readonly Dated[]) => new Set(records.map(({ name }) => name));
  const [before, after] = [names(old), names(now)];
  const one = (kind: DifferenceKind, { name, until }: Dated): Difference => ({
    kind,
    subject: name,
    from: null,
    to: until === null ? null : `until ${until}`,
  });
  return [
    ...now.filter(({ name }) => !before.has(name)).map((record) => one(added, record)),
    ...old.filter(({ name }) => !after.has(name)).map((record) => one(removed, record)),
    ...now
      .filter(({ name, until }) => before.has(name) && until !== null && until < is && until >= was)
      .map((record) => one(expired, record)),
  ];
}

function accountDifferences(before: Snapshot, after: Snapshot): readonly Difference[] {
  const values = ({ accountFacts }: Snapshot) => new Map(accountFacts.map(({ name, value }) => [name, String(value)]));
  const [old, now] = [values(before), values(after)];
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((name): readonly Difference[] => {
    const [from, to] = [old.get(name) ?? null, now.get(name) ?? null];
    return from === to ? [] : [{ kind: 'account fact changed', subject: name, from, to }];
  });
}
