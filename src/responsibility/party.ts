import type { Area, Party } from '../model/finding';
import type { ResourceGraph } from '../model/graph';
import type { Resource } from '../model/resource';
import type { Witness } from '../model/truth';
import {
  responsibilityData,
  type AreaData,
  type AreaOfType,
  type Proof,
  type ServiceModel,
  type TypeData,
} from './data';
import { shifts } from './shifts/index';

/** Who answers for one area of one resource, and on whose word. */
export interface Cell {
  readonly area: Area;
  readonly party: Party;
  readonly because: string;
  /** Titles of the sources, with their dates. */
  readonly sources: readonly string[];
  readonly provedAt: Proof;
  /** The resource's own configuration put it where it is. */
  readonly moved: boolean;
  /** What may move the cell, while it is not settled. */
  readonly open: readonly Witness[];
}

/**
 * Every area of a resource: as its service model has it, then as its type, then as its configuration moves it.
 *
 * @returns undefined for a type that the data do not know: it is unclassified, and nobody's side is claimed.
 */
export function cellsOf(resource: Resource, graph: ResourceGraph): readonly Cell[] | undefined {
  const { areas, types } = responsibilityData();
  const type = types.get(resource.type);
  return type && areas.flatMap((area) => cellIn(area, type, resource, graph) ?? []);
}

/** One area of a resource; undefined where the data do not know the type, or it has no such area. */
export function cellOf(resource: Resource, area: Area, graph: ResourceGraph): Cell | undefined {
  const type = responsibilityData().types.get(resource.type);
  const stated = areaData(area);
  return type && stated && cellIn(stated, type, resource, graph);
}

const shiftsByType = new Map<string, (typeof shifts)[number][]>();
for (const shift of shifts)
  for (const type of shift.types) shiftsByType.set(type, [...(shiftsByType.get(type) ?? []), shift]);

/** Whether a resource's configuration can move any area of its type. */
export const isMovable = (type: string): boolean => shiftsByType.has(type);

function cellIn(area: AreaData, type: TypeData, resource: Resource, graph: ResourceGraph): Cell | undefined {
  const stated = statedIn(area, type);
  return stated && moved(stated, resource, graph);
}

const remembered = new WeakMap<TypeData, Map<Area, Cell | undefined>>();

/** What the data say of an area of a type, whatever a resource of it is set to. */
function statedIn(area: AreaData, type: TypeData): Cell | undefined {
  const cells = remembered.get(type) ?? new Map<Area, Cell | undefined>();
  remembered.set(type, cells);
  if (!cells.has(area.id)) cells.set(area.id, cellOfType(area, type));
  return cells.get(area.id);
}

function cellOfType(area: AreaData, type: TypeData): Cell | undefined {
  const own = type.areas[area.id];
  return (
    own && {
      area: area.id,
      party: own.party,
      because: becauseOf(area, own, type),
      sources: titles(area.sources),
      provedAt: own.provedAt,
      moved: false,
      open: [],
    }
  );
}

function becauseOf({ label, scope }: AreaData, { party, basis }: AreaOfType, type: TypeData): string {
  const stated = `${label}: ${stances[party]}`;
  if (scope !== 'resource') return stated;
  return basis === 'model'
    ? `${stated}, as for every ${kinds[type.serviceModel]}`
    : `${stated}, for ${type.service} in particular`;
}

const kinds: Readonly<Record<ServiceModel, string>> = {
  iaas: 'infrastructure service',
  caas: 'container service',
  paas: 'platform service',
  faas: 'function service',
  saas: 'software service',
};

const stances: Readonly<Record<Party, string>> = {
  provider: "the provider's",
  customer: 'yours',
  shared: 'shared, each for a half',
};

function moved(stated: Cell, resource: Resource, graph: ResourceGraph): Cell {
  let cell = stated;
  for (const { area, when, party, because, source } of shiftsByType.get(resource.type) ?? []) {
    if (area !== stated.area) continue;
    const held = when(resource, graph);
    if (held.holds === true) cell = { ...cell, party, because, moved: true, sources: titles([source]) };
    if (held.holds === undefined) cell = { ...cell, open: [...cell.open, ...held.because] };
  }
  return cell;
}

function titles(keys: readonly string[]): readonly string[] {
  const { sources } = responsibilityData();
  return keys.flatMap((key) => {
    const source = sources[key];
    return source ? [source.date === null ? source.title : `${source.title} (${source.date})`] : [];
  });
}

export const areaData = (area: Area): AreaData | undefined => responsibilityData().areas.find(({ id }) => id === area);
