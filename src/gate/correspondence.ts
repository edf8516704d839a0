import { relative } from 'node:path';
import type { ResourceGraph } from '../model/graph';
import { retold, type Resource } from '../model/resource';
import { counts } from './index-shifts';

/** How the resources of a graph correspond to those of the graph before it. */
export interface Correspondence {
  /** What a resource was before the change. */
  readonly predecessorOf: (resource: Resource) => Resource | undefined;
  /** Whether the change creates it. */
  readonly isNew: (resource: Resource) => boolean;
  /** Whether the change does anything to it. */
  readonly isTouched: (resource: Resource) => boolean;
}

/**
 * A plan says itself what it does to each resource: ids are the same before and after, but for what a `moved` block
 * renames. An import alone changes nothing.
 */
export const planned = (before: ResourceGraph): Correspondence => ({
  predecessorOf: ({ id, previousId }) =>
    before.byIdentity(id) ?? (previousId === undefined ? undefined : before.byIdentity(previousId)),
  isNew: ({ action }) => action === 'create',
  isTouched: ({ action }) => !['no-op', 'read', 'import'].includes(action),
});

/** A revision of what is inspected, and the argument it was read from. */
export interface Revision {
  readonly path: string;
  readonly graph: ResourceGraph;
}

/**
 * Two revisions of templates or source say nothing of each other: a resource is the same by its type and construct path,
 * else by stack and logical id, else by its address and the document's place within the argument. One that gets a `count`,
 * or loses it, stays the same too, as Terraform has it. Whatever was there before may have been touched.
 */
export function revised(before: Revision, after: Revision): Correspondence {
  const taken = new Set([before, after].flatMap(({ graph }) => repeatedNames(graph)));
  const nameIn = (argument: string, resource: Resource): string => {
    const given = givenName(resource);
    return given === undefined || taken.has(given) ? placeIn(argument, resource) : given;
  };
  const known = new Map(before.graph.resources.map((resource) => [nameIn(before.path, resource), resource]));
  const find = (resource: Resource): Resource | undefined => known.get(nameIn(after.path, resource));
  const predecessorOf = (resource: Resource): Resource | undefined => {
    const { previousId, id } = resource;
    return (
      find(resource) ??
      (previousId === undefined ? undefined : find(retold(resource, { id: previousId }))) ??
      find(retold(resource, { id: id.endsWith('[0]') ? id.slice(0, -'[0]'.length) : `${id}[0]` }))
    );
  };
  return { predecessorOf, isNew: (resource) => predecessorOf(resource) === undefined, isTouched: () => true };
}

/** What several resources are called tells none of them: whoever takes the name of another would pass for it. */
const repeatedNames = ({ resources }: ResourceGraph): readonly string[] =>
  [...counts(resources.flatMap((resource) => givenName(resource) ?? []))].flatMap(([name, count]) =>
    count > 1 ? [name] : [],
  );

/** The name of a resource that it has wherever its document lies. Templates say construct paths themselves. */
function givenName({ constructPath, stack, address, type }: Resource): string | undefined {
  if (constructPath !== undefined) return JSON.stringify(['path', constructPath, type]);
  return stack === undefined ? undefined : JSON.stringify(['stack', stack, address, type]);
}

/** Ids begin with the document that they stand in. */
function placeIn(argument: string, { document, id }: Resource): string {
  const inside = id.startsWith(document) ? id.slice(document.length) : id;
  return JSON.stringify(['place', relative(argument, document), inside]);
}
