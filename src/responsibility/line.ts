import type { Area, Finding, Party } from '../model/finding';
import type { ResourceGraph } from '../model/graph';
import type { Resource } from '../model/resource';
import type { ReportedMove } from '../model/result';
import { responsibilityData } from './data';
import { areaData, cellOf, cellsOf, isMovable } from './party';
import { providerOf } from './provider';
import { sides } from './sides';

/** On whose side of the line a finding lies, and why. */
export interface Side {
  readonly party: Party;
  readonly because: string;
}

/**
 * Whose a finding is. What can be written in a template is never the provider's alone, so a fault is the customer's or
 * shared; what passes because the platform sees to it where nothing is written is the provider's.
 */
export function sideOf({ verdict, subject, witnesses }: Finding, area: Area, graph: ResourceGraph): Side {
  const { name } = providerOf(subject);
  const unwritten = witnesses.map((witness) => witness.unwritten);
  const reason = unwritten.find((stated) => stated !== undefined);
  if (verdict === 'pass' && reason !== undefined && !unwritten.includes(undefined))
    return { party: 'provider', because: `${name} covers this: ${reason}` };
  const cell = cellOf(subject, area, graph);
  const { provider, customer } = sides[area];
  const halves = `${name} ${provider}; ${customer}`;
  return {
    party: cell?.party === 'shared' ? 'shared' : 'customer',
    because: cell?.moved && cell.party !== 'provider' ? `${halves} (${cell.because})` : halves,
  };
}

/** Areas whose party a change moves, of the resources that are there before and after it. */
export function movesBetween(
  before: ResourceGraph,
  after: ResourceGraph,
  predecessorOf: (resource: Resource) => Resource | undefined,
): readonly ReportedMove[] {
  const { types } = responsibilityData();
  return after.resources.flatMap((resource): readonly ReportedMove[] => {
    if (resource.mode !== 'managed' || !types.has(resource.type)) return [];
    const previous = predecessorOf(resource);
    if (!previous || (previous.type === resource.type && !isMovable(resource.type))) return [];
    return movesOf(previous, before, resource, after);
  });
}

function movesOf(
  previous: Resource,
  before: ResourceGraph,
  resource: Resource,
  after: ResourceGraph,
): readonly ReportedMove[] {
  const parties = new Map(cellsOf(previous, before)?.map(({ area, party }) => [area, party]));
  return (cellsOf(resource, after) ?? []).flatMap(({ area, party, because, open }): readonly ReportedMove[] => {
    const from = parties.get(area);
    if (from === undefined || from === party || open.length > 0) return [];
    const side = (whose: Party): string =>
      ({ provider: providerOf(resource).name, customer: 'you', shared: 'both' })[whose];
    const message = `this change moves ${sides[area].noun} of ${resource.address} from ${side(from)} to ${side(party)}: ${because}`;
    return [{ resource: resource.address, type: resource.type, area, from, to: party, because, message }];
  });
}

/** Areas on the customer's side for which nobody is named, with the resources that have them. */
export function unownedAreas(
  graph: ResourceGraph,
  ownerOf: (resource: Resource | null, area: Area, provider: string) => string | null,
): readonly { readonly area: Area; readonly resources: readonly Resource[] }[] {
  const unowned = new Map<Area, Resource[]>();
  for (const resource of graph.resources) {
    if (resource.mode !== 'managed') continue;
    for (const { area, party } of cellsOf(resource, graph) ?? []) {
      if (party === 'provider') continue;
      const whole = areaData(area)?.scope === 'resource' ? resource : null;
      if (ownerOf(whole, area, providerOf(resource).id) !== null) continue;
      const others = unowned.get(area);
      if (others) others.push(resource);
      else unowned.set(area, [resource]);
    }
  }
  return [...unowned].map(([area, resources]) => ({ area, resources }));
}
