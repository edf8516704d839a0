import type { Link } from './graph';
import { namesIn, openNamesOf } from './names';
import { matchesGlob } from './policy-patterns';
import type { Resource } from './resource';

/** A companion that may belong to an owner, and why nobody can say. */
export interface PossibleCompanion {
  readonly resource: Resource;
  readonly why: string;
}

/** The companions of one type, by whom one of their properties leads to. */
export interface CompanionIndex {
  readonly certain: (owner: Resource) => readonly Resource[];
  /** @param named the owner as the graph knows it, where what is named elsewhere may turn out to be its name */
  readonly possible: (owner: Resource, named: Resource | undefined) => readonly PossibleCompanion[];
}

/** @param follow where the property leads */
export function indexCompanions(
  companions: readonly Resource[],
  follow: (companion: Resource) => readonly Link[],
): CompanionIndex {
  const certain = new Map<string, Resource[]>();
  const possible = new Map<string, PossibleCompanion[]>();
  /** By document: those that may belong to any resource there. */
  const anywhere = new Map<string, PossibleCompanion[]>();
  /** By document: those that name something outside of the graph. */
  const outside = new Map<string, { readonly resource: Resource; readonly name: string }[]>();
  for (const resource of companions)
    for (const link of follow(resource)) {
      if (link.state === 'linked') {
        const { id } = link.resource;
        const missing = mayBeMissing(resource, link.resource);
        if (missing === undefined) push(certain, id, resource);
        else push(possible, id, { resource, why: missing });
      }
      if (link.state === 'outside') push(outside, resource.document, { resource, name: link.value });
      if (link.state !== 'unknown') continue;
      const entry = { resource, why: link.why };
      if (link.candidates.length === 0) push(anywhere, resource.document, entry);
      for (const candidate of link.candidates) push(possible, candidate.id, entry);
    }

  /** Many owners are named alike, as far as that is known: mostly, nothing is. */
  const matches = new Map<string, readonly PossibleCompanion[]>();
  const nameless = (owner: Resource): readonly PossibleCompanion[] => {
    const naming = outside.get(owner.document);
    const patterns = naming ? openNamesOf(owner) : [];
    if (!naming || patterns.length === 0) return [];
    const key = JSON.stringify([owner.document, patterns]);
    const known = matches.get(key);
    if (known) return known;
    const found = naming.flatMap(({ resource, name }) =>
      namesIn(name).some((one) => patterns.some((pattern) => matchesGlob(pattern, one)))
        ? [{ resource, why: `"${name}" may be its name` }]
        : [],
    );
    matches.set(key, found);
    return found;
  };
  return {
    certain: ({ id }) => certain.get(id) ?? [],
    possible: ({ id, document }, named) => [
      ...(possible.get(id) ?? []),
      ...(named ? nameless(named) : []),
      ...(anywhere.get(document) ?? []),
    ],
  };
}

/** Why a companion may not be there although what it belongs to is. */
const mayBeMissing = ({ uncertain }: Resource, owner: Resource): string | undefined =>
  uncertain && uncertain.condition !== owner.uncertain?.condition ? uncertain.why : undefined;

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
