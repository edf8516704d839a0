import type { Link } from './graph';
import { newListing } from './listing';
import { namesIn, openNamesOf } from './names';
import { matchesGlob } from './policy-patterns';
import type { Resource } from './resource';

/** A companion that may belong to an owner, and why nobody can say. */
export interface PossibleCompanion {
  readonly resource: Resource;
  readonly why: string;
}

/** The companions of one type, by whom one of their properties leads to: a resource of the same graph. */
export interface CompanionIndex {
  readonly certain: (owner: Resource) => readonly Resource[];
  /** @param isNamed what is named elsewhere may turn out to be its name */
  readonly possible: (owner: Resource, isNamed: boolean) => readonly PossibleCompanion[];
}

/** @param follow where the property leads */
export function indexCompanions(
  companions: readonly Resource[],
  follow: (companion: Resource) => readonly Link[],
): CompanionIndex {
  const certain = newListing<Resource, Resource>();
  const possible = newListing<Resource, PossibleCompanion>();
  /** By document: those that may belong to any resource there. */
  const anywhere = newListing<string, PossibleCompanion>();
  /** By document: those that name something outside of the graph. */
  const outside = newListing<string, { readonly resource: Resource; readonly name: string }>();
  for (const resource of companions)
    for (const link of follow(resource)) {
      if (link.state === 'linked') {
        const missing = mayBeMissing(resource, link.resource);
        if (missing === undefined) certain.add(link.resource, resource);
        else possible.add(link.resource, { resource, why: missing });
      }
      if (link.state === 'outside') outside.add(resource.document, { resource, name: link.value });
      if (link.state !== 'unknown') continue;
      const entry = { resource, why: link.why };
      if (link.candidates.length === 0) anywhere.add(resource.document, entry);
      for (const candidate of link.candidates) possible.add(candidate, entry);
    }

  /** Many owners are named alike, as far as that is known: mostly, nothing is. */
  const matches = new Map<string, readonly PossibleCompanion[]>();
  const nameless = (owner: Resource): readonly PossibleCompanion[] => {
    const naming = outside.get(owner.document);
    const patterns = naming.length > 0 ? openNamesOf(owner) : [];
    if (patterns.length === 0) return [];
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
    certain: certain.get,
    possible: (owner, isNamed) => [
      ...possible.get(owner),
      ...(isNamed ? nameless(owner) : []),
      ...anywhere.get(owner.document),
    ],
  };
}

/** Why a companion may not be there although what it belongs to is. */
const mayBeMissing = ({ uncertain }: Resource, owner: Resource): string | undefined =>
  uncertain && uncertain.condition !== owner.uncertain?.condition ? uncertain.why : undefined;
