import * as z from 'zod';
import type { AccountRecord, Accountability, Attestation } from '../../model/accountability';
import { addDays } from '../../model/day';
import { areas } from '../../model/finding';
import { responsibilityVersion } from '../data';
import type { Matrix } from '../formats/format';
import { matrixSchemaVersion } from '../formats/json';
import type { MatrixRow } from '../matrix';

/** Version of the document; a change that breaks readers of it gets a new one. */
export const reviewSchemaVersion = '1';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const party = z.enum(['provider', 'customer', 'shared', 'unclassified']);

/** What a review keeps of a line: what providers publish is no part of what was found. */
export type SnapshotRow = Omit<MatrixRow, 'published'>;

const row = z.strictObject({
  resource: z.string().nullable().describe('Null where the line speaks of all resources of a type, or of a provider.'),
  type: z.string(),
  area: z.enum([...areas, 'unclassified']),
  party,
  because: z.string(),
  verified: z.array(
    z.strictObject({
      control: z.string(),
      verdict: z.enum(['pass', 'fail', 'undecided']),
      covered: z.string().nullable().describe('What the platform does where nothing is written.'),
    }),
  ),
  evidence: z.string().nullable(),
  owner: z.string().nullable(),
  verifier: z.string().nullable(),
  due: day.nullable().describe('The day on which it has to be looked at again; null where nobody has looked yet.'),
  resources: z.int().min(1).describe('How many resources the line speaks of.'),
}) satisfies z.ZodType<SnapshotRow>;

/** The shape of `demarc matrix --format json`. */
export const matrixSchema = z.strictObject({
  schemaVersion: z.literal(matrixSchemaVersion),
  rows: z.array(
    row.extend({
      published: z.array(z.string()).describe('What the provider publishes of it, which does not decide it.'),
    }),
  ),
});

const snapshot = z.strictObject({
  schemaVersion: z.literal(reviewSchemaVersion),
  reviewed: day.describe('The day of the review.'),
  data: z.string().describe('Version of the responsibility data.'),
  inputs: z.array(z.string()),
  every: z.int().min(1).describe('Days from one review to the next.'),
  graceDays: z.int().min(0),
  rows: z.array(row),
  waivers: z.array(
    z.strictObject({
      control: z.string(),
      resource: z.string(),
      reason: z.string(),
      owner: z.string().nullable(),
      until: day.nullable(),
    }),
  ),
  attestations: z.array(
    z.strictObject({
      provider: z.string(),
      report: z.string(),
      periodEnd: day,
      until: day,
      areas: z.array(z.enum(areas)).nullable(),
      evidence: z.string(),
    }),
  ),
  accountFacts: z.array(
    z.strictObject({
      name: z.string(),
      value: z.boolean(),
      evidence: z.string().nullable(),
      checked: day.nullable(),
    }),
  ),
});

/** What a review saw: a document to commit, the same for the same inputs, configuration and day. */
export type Snapshot = Readonly<z.infer<typeof snapshot>>;
export type SnapshotWaiver = Snapshot['waivers'][number];

export const snapshotSchema = snapshot;

/** @param details a line for every area of every resource. */
export function snapshotOf(
  { inputs, today, accountability }: Omit<Matrix, 'rows'>,
  details: readonly MatrixRow[],
  waivers: readonly SnapshotWaiver[],
): Snapshot {
  return {
    schemaVersion: reviewSchemaVersion,
    reviewed: today,
    data: responsibilityVersion(),
    inputs: [...inputs],
    every: accountability.review.days,
    graceDays: accountability.review.graceDays,
    rows: sortedBy(details, ({ type, resource, area, party: side, because }) => [
      type,
      resource ?? '',
      area,
      side,
      because,
    ]).map(({ published: _, ...one }) => ({
      ...one,
      verified: sortedBy(one.verified, ({ control, verdict }) => [control, verdict]),
    })),
    waivers: sortedBy(waivers, ({ control, resource, until }) => [control, resource, until ?? '']),
    ...recordsOf(accountability),
  };
}

function recordsOf({ attestations, accountRecords }: Accountability): Pick<Snapshot, 'attestations' | 'accountFacts'> {
  return {
    attestations: sortedBy(attestations, ({ provider, report, periodEnd }) => [provider, report, periodEnd]).map(
      (one: Attestation) => ({ ...one, areas: one.areas ? [...one.areas] : null }),
    ),
    accountFacts: sortedBy(accountRecords, ({ name }: AccountRecord) => [name]),
  };
}

/** By code points, so that the order is the same on every machine. */
function sortedBy<T>(items: readonly T[], keyOf: (item: T) => readonly string[]): T[] {
  const keyed = items.map((item) => ({ item, key: JSON.stringify(keyOf(item)) }));
  return keyed
    .toSorted((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ item }) => item);
}

/** One record a line: what changes shows in the diff of a commit. */
export function snapshotText(taken: Snapshot): string {
  const members = Object.entries(taken).map(([name, value]) => {
    const text = Array.isArray(value) && value.length > 0 ? recordPerLine(value) : JSON.stringify(value);
    return `  ${JSON.stringify(name)}: ${text}`;
  });
  return `{\n${members.join(',\n')}\n}\n`;
}

const recordPerLine = (records: readonly unknown[]): string =>
  `[\n${records.map((record) => `    ${JSON.stringify(record)}`).join(',\n')}\n  ]`;

/**
 * Reads a snapshot.
 *
 * @throws Error whose message says what is wrong with it.
 */
export function parseSnapshot(text: string): Snapshot {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new Error('is no JSON', { cause: error });
  }
  const read = snapshot.safeParse(data);
  if (read.success) return read.data;
  const [first] = read.error.issues;
  throw new Error(`is no review: ${first?.path.join('.') ?? ''}: ${first?.message ?? ''}`);
}

/** The day by which the next review has to be made, with the days that it may be late. */
export const nextReview = ({ reviewed, every, graceDays }: Snapshot): string => addDays(reviewed, every + graceDays);
