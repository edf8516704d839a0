import { areas, type Area, type Party } from '../../../model/finding';
import type { ResourceMap } from '../../../model/resource-map';
import { compareText } from '../../order';
import { states, type Place, type State, type Subject, type Subjects } from '../subjects';

/** A box of the map: one resource, or several that are counted together. */
export interface PlannedNode {
  readonly id: number;
  readonly kind: 'resource' | 'more' | 'unjudged' | 'none';
  readonly state: State;
  readonly subjects: readonly Subject[];
}

export interface PlannedPlace {
  readonly name: string;
  /** What the filter calls it; null for places that are drawn as one. */
  readonly position: number | null;
  readonly nodes: readonly PlannedNode[];
  readonly subjects: readonly Subject[];
  /** Areas that each party answers for on any resource here. */
  readonly areas: Readonly<Record<Party, readonly Area[]>>;
  readonly providers: readonly string[];
  readonly services: readonly string[];
}

/** What is drawn, wherever it will stand. */
export interface MapPlan {
  readonly places: readonly PlannedPlace[];
  /** Ids of nodes: the first refers to the second. */
  readonly links: readonly (readonly [from: number, to: number])[];
  readonly linksLeft: number;
  /** Positions of the resources that have a box of their own. */
  readonly alone: ReadonlySet<number>;
}

/** Up to here every resource has a box of its own; above it, those on which something was found. */
const allAtMost = 60;
const aloneAtMost = 120;
const placesAtMost = 16;
const linksAtMost = 400;

/** Chooses what a map can show and still be read: the worst alone, the rest counted, by place. */
export function planOf(subjects: Subjects, { links }: ResourceMap): MapPlan {
  const worst = subjects.all.toSorted(worstFirst);
  const own = subjects.all.length <= allAtMost ? worst : worst.filter(hasFindings).slice(0, aloneAtMost);
  const alone = new Set(own.map(({ position }) => position));
  const counter = { next: 0 };
  const places = gathered(subjects.places).map((place) => planned(place, alone, counter));
  const nodeOf = new Map(places.flatMap(({ nodes }) => nodes.flatMap(({ id, subjects: inside }) => inside.map(({ position }) => [position, id] as const)))); // prettier-ignore
  const drawn = distinctLinks(links, nodeOf);
  return { places, links: drawn.slice(0, linksAtMost), linksLeft: Math.max(drawn.length - linksAtMost, 0), alone };
}

const hasFindings = ({ state }: Subject): boolean => state !== 'none' && state !== 'unjudged';

const rank = ({ state }: Pick<Subject, 'state'>): number => states.indexOf(state);

const worstFirst = (one: Subject, other: Subject): number =>
  rank(one) - rank(other) ||
  other.counts.block - one.counts.block ||
  other.counts.warn - one.counts.warn ||
  compareText(one.resource.type, other.resource.type) ||
  compareText(one.resource.address, other.resource.address) ||
  one.position - other.position;

interface Gathered extends Place {
  readonly position: number | null;
}

/** The places with the worst in them first; where there are too many, the others together. */
function gathered(places: readonly Place[]): readonly Gathered[] {
  const worst = places
    .map((place, position): Gathered => ({ ...place, position, subjects: place.subjects.toSorted(worstFirst) }))
    .toSorted((one, other) => byWorst(one, other) || compareText(one.name, other.name));
  if (worst.length <= placesAtMost) return worst;
  const rest = worst.slice(placesAtMost - 1);
  const subjects = rest.flatMap((place) => place.subjects).toSorted(worstFirst);
  return [
    ...worst.slice(0, placesAtMost - 1),
    { name: `${String(rest.length)} other places`, position: null, subjects },
  ];
}

function byWorst(one: Place, other: Place): number {
  const [first, second] = [one.subjects[0], other.subjects[0]];
  return first && second ? rank(first) - rank(second) : 0;
}

function planned(
  { name, position, subjects }: Gathered,
  alone: ReadonlySet<number>,
  counter: { next: number },
): PlannedPlace {
  const node = (kind: PlannedNode['kind'], inside: readonly Subject[]): readonly PlannedNode[] => {
    const [first] = inside;
    return first ? [{ id: counter.next++, kind, state: first.state, subjects: inside }] : [];
  };
  const others = subjects.filter((subject) => !alone.has(subject.position));
  return {
    name,
    position,
    subjects,
    nodes: [
      ...subjects.filter((subject) => alone.has(subject.position)).flatMap((subject) => node('resource', [subject])),
      ...node('more', others.filter(hasFindings)),
      ...node(
        'unjudged',
        others.filter(({ state }) => state === 'unjudged'),
      ),
      ...node(
        'none',
        others.filter(({ state }) => state === 'none'),
      ),
    ],
    areas: { customer: areasOf(subjects, 'customer'), shared: areasOf(subjects, 'shared'), provider: areasOf(subjects, 'provider') }, // prettier-ignore
    providers: mostFrequent(subjects.map(({ resource }) => resource.provider)),
    services: mostFrequent(subjects.flatMap(({ resource }) => resource.service ?? [])),
  };
}

function areasOf(subjects: readonly Subject[], party: Party): readonly Area[] {
  const found = new Set(subjects.flatMap(({ resource }) => resource.areas?.[party] ?? []));
  return areas.filter((area) => found.has(area));
}

function mostFrequent(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .toSorted(([one, few], [other, many]) => many - few || compareText(one, other))
    .map(([name]) => name);
}

function distinctLinks(
  links: ResourceMap['links'],
  nodeOf: ReadonlyMap<number, number>,
): readonly (readonly [number, number])[] {
  const drawn = new Map<string, readonly [number, number]>();
  for (const [from, to] of links) {
    const [one, other] = [nodeOf.get(from), nodeOf.get(to)];
    if (one !== undefined && other !== undefined && one !== other)
      drawn.set(`${String(one)} ${String(other)}`, [one, other]);
  }
  return [...drawn.values()];
}
