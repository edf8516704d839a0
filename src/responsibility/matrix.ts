import type { Area, Party, Verdict } from '../model/finding';
import type { ResourceGraph } from '../model/graph';
import type { Resource } from '../model/resource';
import type { Proof } from './data';
import { areaData, cellsOf, type Cell } from './party';

/** What a control found about one area of a resource. */
export interface Verified {
  readonly control: string;
  readonly verdict: Verdict;
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
  /** What else has to be looked at, and where; null where nothing has. */
  readonly evidence: string | null;
  /** How many resources the line speaks of. */
  readonly resources: number;
}

/** A judged resource with what its controls found, by area. */
export interface MatrixInput {
  readonly graph: ResourceGraph;
  readonly verified: (resource: Resource, area: Area) => readonly Verified[];
  readonly unclassified: readonly Resource[];
}

const evidence: Readonly<Record<Proof, string | null>> = {
  'deploy-time': null,
  runtime: 'seen at run time: a record of what runs',
  'provider attestation': "the provider's attestation (SOC 2, ISO 27001)",
};

/**
 * Who answers for what, of everything an input declares: a line for each area of a resource where something was verified,
 * or where its configuration moved the line; one for all others of its type; one for what is the provider's or the
 * account's.
 */
export function matrixOf({ graph, verified, unclassified }: MatrixInput): readonly MatrixRow[] {
  const own: MatrixRow[] = [];
  const shared = new Map<string, MatrixRow>();
  const share = (row: MatrixRow): void => {
    const key = JSON.stringify([row.type, row.area, row.party, row.because]);
    const known = shared.get(key);
    shared.set(key, known ? { ...known, resources: known.resources + row.resources } : row);
  };
  const strangers = new Set(unclassified);
  for (const resource of graph.resources) {
    if (resource.mode !== 'managed') continue;
    const cells = cellsOf(resource, graph);
    if (!cells && strangers.has(resource)) share(unclassifiedRow(resource));
    for (const cell of cells ?? []) {
      const found = verified(resource, cell.area);
      const row = rowOf(cell, resource, found);
      const scope = areaData(cell.area)?.scope;
      if (cell.party === 'provider' && scope === 'provider')
        share({ ...row, resource: null, type: providerOf(resource) });
      else if (found.length > 0 || cell.open.length > 0 || cell.moved) own.push(row);
      else share({ ...row, resource: null, ...(scope === 'account' && { type: providerOf(resource) }) });
    }
  }
  return [...[...shared.values()].toSorted(byType), ...own];
}

const providerOf = ({ vocabulary, type, provider }: Resource): string =>
  vocabulary === 'cloudformation' ? 'aws' : (provider ?? type.slice(0, type.indexOf('_')));

function rowOf(cell: Cell, { address, type }: Resource, verified: readonly Verified[]): MatrixRow {
  const { area, party, because, provedAt, open } = cell;
  return {
    resource: address,
    type,
    area,
    party,
    because: open.length > 0 ? `${because}; may move: ${open.map(({ note }) => note).join('; ')}` : because,
    verified,
    evidence: evidence[provedAt],
    resources: 1,
  };
}

const unclassifiedRow = ({ type }: Resource): MatrixRow => ({
  resource: null,
  type,
  area: 'unclassified',
  party: 'unclassified',
  because: 'nobody has thought about this type yet: no side is claimed',
  verified: [],
  evidence: null,
  resources: 1,
});

const byType = (one: MatrixRow, other: MatrixRow): number =>
  one.type < other.type ? -1 : one.type > other.type ? 1 : one.area < other.area ? -1 : one.area > other.area ? 1 : 0;
