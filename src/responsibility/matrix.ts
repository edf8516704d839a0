import type { Accountability, Assignment } from '../model/accountability';
import { addDays } from '../model/day';
import type { Area, Party, Verdict } from '../model/finding';
import type { ResourceGraph } from '../model/graph';
import type { Resource } from '../model/resource';
import { areaData, cellsOf, type Cell } from './party';
import { providerName, providerOf } from './provider';
import { publishedOn } from './published';

/** What a control found about one area of a resource. */
export interface Verified {
  readonly control: string;
  readonly verdict: Verdict;
  /** What the platform does where nothing is written, if that is why it passes. */
  readonly covered: string | null;
}

/** One line of the matrix. `resource` is null where a line speaks of all resources of a type, or of a provider. */
export interface MatrixRow {
  readonly resource: string | null;
  readonly type: string;
  readonly area: Area | 'unclassified';
  readonly party: Party | 'unclassified';
  readonly because: string;
  /** What was verified before deployment. */
  readonly verified: readonly Verified[];
  /** What else shows it or has to: a record, a provider's report; null where nothing has to. */
  readonly evidence: string | null;
  /** What the provider publishes of it, which stands beside the cell and does not decide it. */
  readonly published: readonly string[];
  readonly owner: string | null;
  readonly verifier: string | null;
  /** The day on which it has to be looked at again, `YYYY-MM-DD`; null where nobody has looked yet. */
  readonly due: string | null;
  /** How many resources the line speaks of. */
  readonly resources: number;
}

/** A judged input: what its controls found, by resource and area, and who answers. */
export interface MatrixInput {
  readonly graph: ResourceGraph;
  readonly verified: (resource: Resource, area: Area) => readonly Verified[];
  /** Types that no service knows. What the data say of them holds, and nothing of it was verified. */
  readonly unclassified: readonly Resource[];
  readonly accountability: Accountability;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * Who answers for what, of everything an input declares: a line for each area of a resource where something was verified,
 * where its configuration moved the line or may move it, or where somebody is named for it alone; one for all others of
 * its type; one for what is the provider's or the account's.
 */
export const matrixOf = (input: MatrixInput): readonly MatrixRow[] => joinRows(linesOf(input).map(collapsed));

/** What is the provider's of all resources alike is said once for the provider. */
const collapsed = ({ row, provider, isParticular: own }: Line): MatrixRow =>
  own ? row : { ...row, resource: null, ...(row.party === 'provider' && ofProvider(row, provider)) };

/** Said of the provider as a whole. */
const ofProvider = ({ area }: MatrixRow, provider: string): Pick<MatrixRow, 'type' | 'published'> => ({
  type: provider,
  published: area === 'unclassified' ? [] : publishedOn(null, provider, area),
});

/** The same with a line for every area of every resource: what does not depend on the lines beside it. */
export const detailsOf = (input: MatrixInput): readonly MatrixRow[] => joinRows(linesOf(input).map(({ row }) => row));

interface Line {
  readonly row: MatrixRow;
  readonly provider: string;
  /** It says something that does not hold of every resource of its type. */
  readonly isParticular: boolean;
}

function linesOf(input: MatrixInput): readonly Line[] {
  const { graph, unclassified } = input;
  const strangers = new Set(unclassified);
  return graph.resources.flatMap((resource): readonly Line[] => {
    if (resource.mode !== 'managed') return [];
    const isStranger = strangers.has(resource);
    const cells = cellsOf(resource, graph);
    if (!cells && isStranger)
      return [{ row: unclassifiedRow(resource), provider: providerOf(resource).id, isParticular: false }];
    return (cells ?? []).map((cell) => lineOf(cell, resource, input, isStranger));
  });
}

/** A line that speaks of the account or of the provider as a whole names no resource. */
function lineOf(cell: Cell, resource: Resource, input: MatrixInput, isStranger: boolean): Line {
  const provider = providerOf(resource).id;
  const isWhole = areaData(cell.area)?.scope !== 'resource';
  const found = input.verified(resource, cell.area);
  const row = rowOf(cell, isWhole ? null : resource, provider, found, input, isStranger);
  return {
    row: {
      ...row,
      resource: isWhole ? null : resource.address,
      type: isWhole ? provider : resource.type,
      published: publishedOn(isWhole ? null : resource.type, provider, cell.area),
    },
    provider,
    isParticular: !isWhole && isParticular(cell, found, input.accountability, resource, provider),
  };
}

/** Lines that say the same of several resources become one, and stand first. */
export function joinRows(rows: readonly MatrixRow[]): readonly MatrixRow[] {
  const shared = new Map<string, MatrixRow>();
  for (const row of rows) {
    if (row.resource !== null) continue;
    const { type, area, party, because, owner, verifier, evidence, due } = row;
    const key = JSON.stringify([type, area, party, because, owner, verifier, evidence, due]);
    const known = shared.get(key);
    shared.set(key, known ? joined(known, row) : row);
  }
  return [...[...shared.values()].toSorted(byType), ...rows.filter(({ resource }) => resource !== null)];
}

function joined(one: MatrixRow, other: MatrixRow): MatrixRow {
  const verified = new Map([...one.verified, ...other.verified].map((found) => [JSON.stringify(found), found]));
  return { ...one, verified: [...verified.values()], resources: one.resources + other.resources };
}

/** Switches of the account that the configuration states, with the record that shows them. */
export const accountRows = ({ accountRecords, assignmentOf, review }: Accountability): readonly MatrixRow[] =>
  accountRecords.map(({ name, value, evidence, checked }): MatrixRow => {
    const area = accountAreas[name] ?? 'configuration';
    return {
      resource: null,
      type: 'account',
      area,
      party: 'customer',
      because: `account setting ${name}: ${String(value)}, as the configuration states`,
      verified: [],
      published: [],
      evidence: evidence === null ? 'no record of it' : `${evidence} (${checked ?? ''})`,
      ...ownersOf(assignmentOf(null, area, 'aws')),
      due: checked === null ? null : addDays(checked, review.days),
      resources: 1,
    };
  });

const accountAreas: Readonly<Record<string, Area>> = {
  ebsEncryptionByDefault: 'data-at-rest',
  instanceMetadataV2ByDefault: 'identity-access',
  s3AccountPublicAccessBlock: 'configuration',
};

function isParticular(
  { area, moved, open }: Cell,
  found: readonly Verified[],
  accountability: Accountability,
  resource: Resource,
  provider: string,
): boolean {
  if (found.length > 0 || moved || open.length > 0) return true;
  const own = accountability.assignmentOf(resource, area, provider);
  const whole = accountability.assignmentOf(null, area, provider);
  const seen = accountability.verificationOf(resource, area);
  return (
    own.owner !== whole.owner ||
    own.verifier !== whole.verifier ||
    seen?.on !== accountability.verificationOf(null, area)?.on
  );
}

function rowOf(
  cell: Cell,
  resource: Resource | null,
  provider: string,
  verified: readonly Verified[],
  input: MatrixInput,
  isStranger: boolean,
): Omit<MatrixRow, 'type' | 'published'> {
  const { area, party, because, open } = cell;
  const assignment = input.accountability.assignmentOf(resource, area, provider);
  return {
    resource: null,
    area,
    party,
    because: open.length > 0 ? `${because}; may move: ${open.map(({ note }) => note).join('; ')}` : because,
    verified,
    ...proofOf(cell, resource, provider, verified.length > 0, input, isStranger),
    ...ownersOf(assignment),
    resources: 1,
  };
}

const ownersOf = ({ owner, verifier }: Assignment): Assignment => ({ owner, verifier });

const notRead = 'not verified: no service reads this type yet';

/** What shows that a responsibility is met, and how long that counts. */
function proofOf(
  { area, party, provedAt }: Cell,
  resource: Resource | null,
  provider: string,
  isVerified: boolean,
  { accountability, today }: MatrixInput,
  isStranger: boolean,
): Pick<MatrixRow, 'evidence' | 'due'> {
  const { days } = accountability.review;
  const seen = accountability.verificationOf(resource, area);
  if (seen) return { evidence: `${seen.evidence} (${seen.by}, ${seen.on})`, due: addDays(seen.on, days) };
  if (party === 'provider' || provedAt === 'provider attestation') return attested(provider, area, accountability);
  if (isStranger) return { evidence: notRead, due: null };
  if (isVerified) return { evidence: provedAt === 'runtime' ? record : null, due: addDays(today, days) };
  return { evidence: provedAt === 'deploy-time' ? looked : record, due: null };
}

const record = 'seen at run time: a record of what runs';
const looked = 'nothing in the configuration was judged: a record of who looked';

function attested(
  provider: string,
  area: Area,
  { attestationFor }: Accountability,
): Pick<MatrixRow, 'evidence' | 'due'> {
  const found = attestationFor(provider, area);
  if (!found)
    return { evidence: `a report of ${providerName(provider)} (SOC 2, ISO 27001): none on record`, due: null };
  const { report, periodEnd, evidence, until } = found;
  return { evidence: `${report}, period until ${periodEnd} (${evidence})`, due: until };
}

const unclassifiedRow = ({ type }: Resource): MatrixRow => ({
  resource: null,
  type,
  area: 'unclassified',
  party: 'unclassified',
  because: 'nobody has thought about this type yet: no side is claimed',
  verified: [],
  evidence: null,
  published: [],
  owner: null,
  verifier: null,
  due: null,
  resources: 1,
});

const byType = (one: MatrixRow, other: MatrixRow): number =>
  one.type < other.type ? -1 : one.type > other.type ? 1 : one.area < other.area ? -1 : one.area > other.area ? 1 : 0;
