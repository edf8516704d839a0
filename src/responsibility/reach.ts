import type { ResourceGraph } from '../model/graph';
import { newListing, type Listing } from '../model/listing';
import type { Property } from '../model/property';
import type { Resource } from '../model/resource';

/** A resource that another one leads to, and by what way. */
export interface Reached {
  readonly resource: Resource;
  /** The resources on the way, the nearest first. */
  readonly through: readonly Resource[];
}

/** Who refers to whom in a graph. */
interface Neighbours {
  readonly to: Listing<string, Resource>;
  readonly from: Listing<string, Resource>;
}

const stepsAtMost = 6;

/**
 * What somebody who holds a resource gets at: what it refers to, what its role's policies speak of, and so on from there.
 * The nearest first.
 */
export function reachOf(resource: Resource, graph: ResourceGraph): readonly Reached[] {
  const neighbours = neighboursOf(graph);
  const found = new Map<string, Reached>([[resource.id, { resource, through: [] }]]);
  let edge: readonly Reached[] = [...found.values()];
  for (let step = 0; step < stepsAtMost && edge.length > 0; step++)
    edge = edge.flatMap(({ resource: at, through }) =>
      onward(at, neighbours).flatMap((next): readonly Reached[] => {
        if (found.has(next.id)) return [];
        const reached = { resource: next, through: at === resource ? through : [...through, at] };
        found.set(next.id, reached);
        return [reached];
      }),
    );
  return [...found.values()].slice(1);
}

/** What a resource refers to. */
export const referredBy = (resource: Resource, graph: ResourceGraph): readonly Resource[] =>
  neighboursOf(graph).to.get(resource.id);

/** What refers to a resource. */
export const referrersOf = (resource: Resource, graph: ResourceGraph): readonly Resource[] =>
  neighboursOf(graph).from.get(resource.id);

/** A principal is what its policies allow, and they refer to it, not it to them. */
const onward = (at: Resource, { to, from }: Neighbours): readonly Resource[] => [
  ...to.get(at.id),
  ...(isPrincipal(at) ? from.get(at.id).filter(isPolicy) : []),
];

const isPrincipal = ({ type }: Resource): boolean =>
  /(?:::|_)(?:role|user|group|instanceprofile|instance_profile)$/iu.test(type);
const isPolicy = ({ type }: Resource): boolean => /^(?:AWS::IAM::.*Policy|aws_iam_.*polic(?:y|ies).*)$/u.test(type);

const known = new WeakMap<ResourceGraph, Neighbours>();

function neighboursOf(graph: ResourceGraph): Neighbours {
  const made = known.get(graph);
  if (made) return made;
  const to = newListing<string, Resource>();
  const from = newListing<string, Resource>();
  for (const resource of graph.resources)
    for (const target of targetsOf(resource, graph)) {
      to.add(resource.id, target);
      from.add(target.id, resource);
    }
  const neighbours = { to, from };
  known.set(graph, neighbours);
  return neighbours;
}

const targetsOf = (resource: Resource, graph: ResourceGraph): ReadonlySet<Resource> =>
  new Set(
    [...referencesIn(resource.properties)].flatMap((id) => {
      const target = graph.byIdentity(id);
      return target && target !== resource ? [target] : [];
    }),
  );

/** Ids of the resources that any part of a property comes from. */
function* referencesIn(property: Property): Iterable<string> {
  for (const { id } of property.references()) yield id;
  const entries = property.entries();
  if (entries.state === 'known') for (const [, part] of entries.value) yield* referencesIn(part);
  else yield* referencesInItems(property);
}

/** A value that is no list stands for a list of itself. */
function* referencesInItems(property: Property): Iterable<string> {
  const items = property.list();
  if (items.state !== 'known') return;
  for (const item of items.value) if (item.at.path.length > property.at.path.length) yield* referencesIn(item);
}
