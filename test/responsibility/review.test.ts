import { addDays } from '../../src/model/day';

import { differencesOf } from '../../src/responsibility/review/difference';
import { overdueOn } from '../../src/responsibility/review/overdue';
import { parseSnapshot, snapshotText, type Snapshot, type SnapshotRow } from '../../src/responsibility/review/snapshot';

const row = (more: Partial<SnapshotRow> = {}): SnapshotRow => ({
  resource: 'Data',
  type: 'AWS::EC2::Volume',
  area: 'data-at-rest',
  party: 'customer',
  because: 'yours',
  verified: [{ control: 'storage-encrypted', verdict: 'fail', covered: null }],
  evidence: null,
  owner: 'data',
  verifier: 'security',
  due: '2026-04-01',
  resources: 1,
  ...more,
});

const waiver = { control: 'storage-encrypted', resource: 'Data', reason: 'r', owner: 'data', until: '2026-02-01' };
const report = {
  provider: 'aws',
  report: 'SOC 2',
  periodEnd: '2025-03-01',
  until: '2026-03-01',
  areas: null,
  evidence: 'AWS Artifact',
};

const snapshot = (rows: readonly SnapshotRow[], more: Partial<Snapshot> = {}): Snapshot =>
  parseSnapshot(
    snapshotText({
      schemaVersion: '1',
      reviewed: '2026-01-01',
      data: '1',
      inputs: ['stack.yaml'],
      every: 90,
      graceDays: 14,
      rows: rows.map((one) => ({ ...one, verified: [...one.verified] })),
      waivers: [],
      attestations: [],
      accountFacts: [],
      ...more,
    }),
  );

const between = (before: Snapshot, after: Snapshot) =>
  differencesOf(before, after).map(({ kind, subject, from, to }) => [kind, subject, from, to]);

const covered = (text: string) => [{ control: 'storage-encrypted', verdict: 'pass', covered: text } as const];

describe('between two reviews', () => {
  test('nothing moved', () => {
    expect(between(snapshot([row()]), snapshot([row()], { reviewed: '2026-04-01' }))).toEqual([]);
  });

  test.each<[string, Partial<SnapshotRow>, readonly unknown[]]>([
    ['the party', { party: 'provider' }, ['party moved', 'Data: data-at-rest', 'customer', 'provider']],
    ['the owner', { owner: 'web' }, ['owner changed', 'Data: data-at-rest', 'data', 'web']],
    ['no owner any more', { owner: null }, ['owner changed', 'Data: data-at-rest', 'data', null]],
    ['the verifier', { verifier: 'audit' }, ['verifier changed', 'Data: data-at-rest', 'security', 'audit']],
    [
      'the verdict',
      { verified: [{ control: 'storage-encrypted', verdict: 'pass', covered: null }] },
      ['verdict changed', 'Data: data-at-rest', 'storage-encrypted: fail', 'storage-encrypted: pass'],
    ],
    [
      'what the provider does',
      { verified: covered('AWS covers this: encrypted since 2026-02-18') },
      [
        'provider default changed',
        'Data: data-at-rest',
        'storage-encrypted: fail',
        'storage-encrypted: AWS covers this: encrypted since 2026-02-18',
      ],
    ],
  ])('%s', (_, more, expected) => {
    expect(between(snapshot([row()]), snapshot([row(more)]))).toEqual([expected]);
  });

  test('a control that is new says nothing of the resource', () => {
    const more = [...row().verified, { control: 'customer-managed-key', verdict: 'fail', covered: null } as const];
    expect(between(snapshot([row()]), snapshot([row({ verified: more })]))).toEqual([]);
  });

  test('what came and what went, and types that are known now', () => {
    const stranger = row({ resource: null, type: 'AWS::New::Thing', area: 'unclassified', party: 'unclassified' });
    expect(between(snapshot([row(), stranger]), snapshot([row({ resource: 'Other' })]))).toEqual([
      ['type classified', 'all AWS::New::Thing: unclassified', 'unclassified', null],
      ['added', 'Other: data-at-rest', null, 'customer'],
      ['removed', 'Data: data-at-rest', 'customer', null],
    ]);
  });

  test('waivers and reports that ran out in the meantime, and no others', () => {
    const records = { waivers: [waiver], attestations: [report] };
    const before = snapshot([], records);
    expect(between(before, snapshot([], { ...records, reviewed: '2026-01-31' }))).toEqual([]);
    expect(between(before, snapshot([], { ...records, reviewed: '2026-04-01' }))).toEqual([
      ['waiver expired', 'storage-encrypted for Data', null, 'until 2026-02-01'],
      ['attestation expired', 'SOC 2 of aws, period until 2025-03-01', null, 'until 2026-03-01'],
    ]);
    expect(between(snapshot([]), before).map(([kind]) => kind)).toEqual(['waiver added', 'attestation added']);
    expect(between(before, snapshot([])).map(([kind]) => kind)).toEqual(['waiver removed', 'attestation removed']);
  });

  test('account facts', () => {
    const fact = { name: 'ebsEncryptionByDefault', value: true, evidence: null, checked: null };
    expect(between(snapshot([]), snapshot([], { accountFacts: [fact] }))).toEqual([
      ['account fact changed', 'ebsEncryptionByDefault', null, 'true'],
    ]);
  });
});

describe('overdue', () => {
  const on = (taken: Snapshot, day: string) =>
    overdueOn(taken, day).map(({ kind, subject, due }) => [kind, subject, due]);
  const last = addDays('2026-01-01', 90 + 14);

  test('a review counts for its days and the days of grace', () => {
    expect(on(snapshot([]), last)).toEqual([]);
    expect(on(snapshot([]), addDays(last, 1))).toEqual([['review', 'the review itself', '2026-04-01']]);
  });

  test('a waiver counts until its last day and no longer', () => {
    expect(on(snapshot([], { waivers: [waiver] }), '2026-02-01')).toEqual([]);
    expect(on(snapshot([], { waivers: [waiver] }), '2026-02-02')).toEqual([
      ['waiver', 'storage-encrypted for Data', '2026-02-01'],
    ]);
  });

  test("a provider's report, an account fact and a verification may be late by the days of grace", () => {
    const fact = { name: 'ebsEncryptionByDefault', value: true, evidence: 'e', checked: '2025-12-01' };
    const seen = row({ area: 'guest-os', due: '2026-03-01', evidence: 'patch report' });
    const taken = snapshot([seen], { attestations: [report], accountFacts: [fact] });
    expect(on(taken, '2026-03-15')).toEqual([]);
    expect(on(taken, '2026-03-16')).toEqual([
      ['attestation', 'SOC 2 of aws', '2026-03-01'],
      ['account fact', 'ebsEncryptionByDefault', '2026-03-01'],
      ['verification', 'guest-os of Data', '2026-03-01'],
    ]);
  });

  test('where somebody is named and has never looked, a turn after the review', () => {
    const never = ['One', 'Two', 'Three', 'Four', 'Five'].map((resource) =>
      row({ resource, area: 'guest-os', due: null }),
    );
    const nobody = row({ resource: 'Six', area: 'guest-os', due: null, verifier: null });
    const late = addDays(last, 1);
    expect(on(snapshot([...never, nobody]), last)).toEqual([]);
    expect(on(snapshot([...never, nobody]), late)).toContainEqual([
      'verification',
      'guest-os of One, Two, Three and 2 more',
      '2026-04-01',
    ]);
  });

  test("what is the provider's is shown by its report alone", () => {
    expect(on(snapshot([row({ party: 'provider', due: null })]), addDays(last, 1))).toHaveLength(1);
  });
});

test.each([
  ['{', 'is no JSON'],
  ['{}', 'is no review: schemaVersion'],
  ['[]', 'is no review'],
])('what is no snapshot is refused: %s', (text, message) => {
  expect(() => parseSnapshot(text)).toThrow(message);
});
