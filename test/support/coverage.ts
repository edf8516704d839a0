import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { controls } from '../../src/controls';
import { judge } from '../../src/judge';
import { ResourceGraph } from '../../src/model/graph';
import type { CoverageRow } from '../../src/responsibility/coverage';
import { unreadTokens, type UnreadToken } from '../../src/responsibility/unread-tokens';
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
  readonly party: 'provider' | 'customer' | 'shared';
  readonly provedAt: 'deploy-time' | 'runtime' | 'provider attestation';
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

/** Every provider that the data speak of. */
export const providers: readonly string[] = [...new Set(entries.map(({ provider }) => provider))];

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

/** Whether a reason is one for a token. */
export const excuses = ({ type: types, path: paths }: UnreadToken, { type, path }: Token): boolean =>
  (types?.test(type) ?? true) && paths.test(path);

/** For every type and area of a provider: which controls judge it, or why none does. */
export function coverageOf(provider: string, read: Readings): readonly CoverageRow[] {
  const tokens = tokensOf(provider);
  const judging = judgingControls();
  return entries
    .filter((entry) => entry.provider === provider)
    .flatMap(({ cfnType, tfType, areas }) => {
      const terraform = [tfType ?? []].flat();
      const types = [...(cfnType === null ? [] : [cfnType]), ...terraform];
      return Object.entries(areas).map(([area, cell]): CoverageRow => {
        const controlIds = [...new Set(types.flatMap((type) => judging.get(`${type} ${area}`) ?? []))].sort();
        const own = tokens.filter((token) => token.area === area && types.includes(token.of));
        return {
          cloudformation: cfnType,
          terraform,
          area,
          controls: controlIds,
          because: controlIds.length > 0 ? null : reasonOf(cell, own, read),
        };
      });
    });
}

/** The controls whose rows judge a type, by type and area. */
function judgingControls(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { controls: tables } of allRows)
    for (const [id, subjects] of Object.entries(tables)) {
      const area = controls.find((control) => control.id === id)?.area ?? '';
      for (const { cloudformation, terraform } of Object.values(subjects))
        for (const type of [cloudformation, terraform])
          if (type !== null) found.set(`${type} ${area}`, [...(found.get(`${type} ${area}`) ?? []), id]);
    }
  return found;
}

function reasonOf({ party, provedAt }: Cell, tokens: readonly Token[], read: Readings): string {
  if (tokens.length === 0)
    return party === 'provider' || provedAt === 'provider attestation'
      ? 'the provider answers for it'
      : 'nothing that is deployed decides it: it is seen at run time';
  if (tokens.some((token) => isRead(token, read))) return 'what decides it is judged in another area';
  const reasons = tokens.flatMap((token) => unreadTokens.find((one) => excuses(one, token))?.reason ?? []);
  return [...new Set(reasons)].join('; ');
}
