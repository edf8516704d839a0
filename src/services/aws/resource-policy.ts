import type { Fact, PolicyFact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { PolicyDocument } from '../../model/policy';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { otherwise, type Settled } from '../../model/value';
import { policyDocument } from './policy-document';

/** A property by its two spellings; null where a vocabulary does not have it. */
export type Spelling = readonly [cloudformation: string | null, terraform: string | null];

/** A resource of its own that holds the policy of another. */
export interface PolicyCompanion {
  readonly types: readonly string[];
  /** The property that names the resource it is attached to; it may be a list. */
  readonly target: Spelling;
  /** Where the document stands, or how one is read that is written as properties. */
  readonly document: Spelling | ((companion: Resource) => PolicyDocument | undefined);
  /** A switch of the companion that makes the platform refuse a policy that is public; off where nothing is said. */
  readonly refusesPublic?: Spelling;
}

/** Where the policies of one kind of resource stand. */
export interface PolicyPlaces {
  readonly noun: string;
  readonly inline?: Spelling;
  readonly companions?: readonly PolicyCompanion[];
}

interface AttachedPolicy {
  readonly document: PolicyDocument;
  readonly companion?: Resource;
  readonly publicRefused?: Settled<boolean>;
}

/** Every policy attached to a resource, and whether there may be more that cannot be told to be its own. */
export interface AttachedPolicies {
  readonly policies: readonly AttachedPolicy[];
  readonly possible: readonly { readonly resource: Resource; readonly why: string }[];
}

export function attachedPolicies(owner: Resource, graph: ResourceGraph, places: PolicyPlaces): AttachedPolicies {
  const inline = places.inline && policyDocument(property(owner, ...places.inline));
  const found = (places.companions ?? []).map((place) => {
    const target = spelled(place.target, owner);
    const companions = graph.companions(owner, place.types, target);
    return {
      possible: companions.possible,
      policies: companions.certain.flatMap((companion) => policyOf(companion, place)),
    };
  });
  return {
    policies: [...(inline ? [{ document: inline }] : []), ...found.flatMap(({ policies }) => policies)],
    possible: found.flatMap(({ possible }) => possible),
  };
}

function policyOf(companion: Resource, place: PolicyCompanion): readonly AttachedPolicy[] {
  const document =
    typeof place.document === 'function'
      ? place.document(companion)
      : policyDocument(property(companion, ...place.document));
  const refused = place.refusesPublic && property(companion, ...place.refusesPublic).flag();
  const publicRefused = refused && otherwise(refused, false, 'public policies are accepted unless told otherwise');
  return document ? [{ document, companion, ...(publicRefused && { publicRefused }) }] : [];
}

/** States the policies attached to a resource. */
export function* resourcePolicyFacts(
  owner: Resource,
  noun: string,
  attached: AttachedPolicies,
  publicRefused?: Settled<boolean>,
): Iterable<PolicyFact> {
  for (const { document, companion, publicRefused: refused = publicRefused } of attached.policies)
    yield {
      kind: 'policy-document',
      noun,
      subject: owner,
      role: 'resource',
      document,
      ...(companion && { related: [companion] }),
      ...(refused && { publicRefused: refused }),
    };
}

/** Whether the owners that a companion names are all in the graph, and managed there: then they answer for it. */
export function belongsTo(target: Property, ownerTypes: readonly string[], graph: ResourceGraph): boolean {
  const links = graph.followAll(target, ownerTypes);
  return links.length > 0 && links.every((link) => link.state === 'linked' && link.resource.mode === 'managed');
}

/** A companion whose resource is not in the graph, or cannot be told, answers for its policy itself. */
export function* companionPolicyFacts(
  companion: Resource,
  ownerTypes: readonly string[],
  graph: ResourceGraph,
  places: PolicyPlaces,
): Iterable<Fact> {
  const place = places.companions?.find(({ types }) => types.includes(companion.type));
  if (!place || belongsTo(property(companion, ...place.target), ownerTypes, graph)) return;
  for (const { document, publicRefused } of policyOf(companion, place))
    yield {
      kind: 'policy-document',
      noun: `${places.noun} policy`,
      subject: companion,
      role: 'resource',
      document,
      ...(publicRefused && { publicRefused }),
    };
}

const spelled = ([cloudformation, terraform]: Spelling, { vocabulary }: Resource): string =>
  (vocabulary === 'cloudformation' ? cloudformation : terraform) ?? '';

/** The policies of an owner, or what its companion has to answer for itself. */
export const policyFacts = (
  resource: Resource,
  ownerTypes: readonly string[],
  graph: ResourceGraph,
  places: PolicyPlaces,
): Iterable<Fact> =>
  ownerTypes.includes(resource.type)
    ? resourcePolicyFacts(resource, places.noun, attachedPolicies(resource, graph, places))
    : companionPolicyFacts(resource, ownerTypes, graph, places);
