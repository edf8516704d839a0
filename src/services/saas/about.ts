import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';

/** Whom a fact is about, as every fact says it. */
export interface About {
  readonly noun: string;
  readonly subject: Resource;
  readonly related?: readonly Resource[];
}

/**
 * Whom the facts of a companion are about: its owner, where that can be told, else itself.
 *
 * @param owner the property that names the owner.
 */
export function aboutOwner(
  companion: Resource,
  owner: Property,
  types: readonly string[],
  graph: ResourceGraph,
  nouns: { readonly owner: string; readonly itself: string },
): About {
  const link = graph.follow(owner, types);
  return link.state === 'linked' && link.resource.mode === 'managed'
    ? { noun: nouns.owner, subject: link.resource, related: [companion] }
    : { noun: nouns.itself, subject: companion };
}
