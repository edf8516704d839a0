import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { controls } from '../../src/controls';
import { judge } from '../../src/judge';
import { ResourceGraph } from '../../src/model/graph';
import { services } from '../../src/services';
import { allRows } from '../rows';
import { renderings } from './control-tester';

/** What the services read of each type, as far as the rows make them. */
export type Readings = ReadonlyMap<string, ReadonlySet<string>>;

const context = {
  today: '2026-11-24',
  providerVersion: () => undefined,
  assume: {},
};

/** Every property path that is read while the rows are judged, by resource type. */
export function readings(): Readings {
  const found = new Map<string, Set<string>>();
  for (const { controls: tables } of allRows)
    for (const subjects of Object.values(tables))
      for (const table of Object.values(subjects))
        for (const row of table.rows) for (const { graph } of renderings(table, row)) observe(graph(), found);
  return found;
}

function observe(graph: ResourceGraph, found: Map<string, Set<string>>): void {
  const observed = graph.resources.map((resource) => {
    const paths = found.get(resource.type) ?? new Set<string>();
    found.set(resource.type, paths);
    return { ...resource, properties: resource.properties.observed((path) => paths.add(path)) };
  });
  judge(
    new ResourceGraph(observed),
    services,
    controls.filter(({ judges }) => !judges.includes('permissions')),
    context,
  );
}

interface Cell {
  readonly decidedBy?: { readonly cfn?: readonly string[]; readonly tf?: readonly string[] };
}

export interface Entry {
  readonly cfnType: string | null;
  readonly tfType: string | readonly string[] | null;
  readonly provider: string;
  readonly areas: Readonly<Record<string, Cell>>;
}

export const entries = (
  JSON.parse(readFileSync(join(__dirname, '../../data/responsibility/services.json'), 'utf8')) as {
    readonly resources: readonly Entry[];
  }
).resources;

/** A property that decides who answers for an area of a type: of the type itself, or of a companion. */
export interface Token {
  readonly type: string;
  readonly path: string;
  readonly area: string;
  /** The type of the data that it is a token of. */
  readonly of: string;
}

/** The deciding tokens of a provider's types. */
export function tokensOf(provider: string): readonly Token[] {
  return entries
    .filter((entry) => entry.provider === provider)
    .flatMap(({ cfnType, tfType, areas }) =>
      Object.entries(areas).flatMap(([area, { decidedBy }]) => [
        ...(cfnType === null ? [] : (decidedBy?.cfn ?? []).map((token) => tokenOf(token, cfnType, area))),
        ...[tfType ?? []].flat().flatMap((type) => (decidedBy?.tf ?? []).map((token) => tokenOf(token, type, area))),
      ]),
    );
}

function tokenOf(token: string, type: string, area: string): Token {
  const [companion = '', path] = token.split('#');
  return path === undefined ? { type, path: token, area, of: type } : { type: companion, path, area, of: type };
}

/** Whether a token, or something in it, is read. */
export const isRead = ({ type, path }: Token, read: Readings): boolean =>
  [...(read.get(type) ?? [])].some((one) => one === path || one.startsWith(`${path}.`) || path.startsWith(`${one}.`));
