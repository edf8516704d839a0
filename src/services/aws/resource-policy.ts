import type { Fact, PolicyFact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { PolicyDocument } from '../../model/policy';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { known, otherwise, type Settled } from '../../model/value';
import { withArns } from './arn-shapes';
import { policyDocument } from './policy-document';

/** A property by its two spellings; null where a vocabulary does not have it. */
export type Spelling = readonly [cloudformation: string | null, terraform: string | null];

/** Where a document stands, or how one is read that is written as properties, or in the shorthand of its service. */
type DocumentPlace = Spelling | ((resource: Resource) => PolicyDocument | undefined);

/** A resource of its own that holds the policy of another. */
export interface PolicyCompanion {
  readonly types: readonly string[];
  /** The property that names the resource it is attached to; it may be a list. */
  readonly target: Spelling;
  readonly document: DocumentPlace;
  /** What makes the platform refuse a policy that is public: a switch, off where nothing is said, or more than that. */
  readonly refusesPublic?: Spelling | ((companion: Resource) => Settled<boolean>);
}

/** Where the policies of one kind of resource stand. */
export interface PolicyPlaces {
  readonly noun: string;
  readonly inline?: DocumentPlace;
  readonly companions?: readonly PolicyCompanion[];
  /** Why the public cannot get at such a resource, whatever its policies say. */
  readonly neverPublic?: string;
}

/** A kind of resource that has policies. */
export interface PolicyOwner {
  readonly types: readonly string[];
  readonly places: PolicyPlaces;
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
  const inline = places.inline && documentAt(owner, places.inline);
  const found = (places.companions ?? []).map((place) => {
    const target = spelled(place.target, owner);
    const companions = graph.companions(owner, place.types, target);
    return {
      possible: companions.possible,
      policies: companions.certain.flatMap((companion) => policyOf(companion, place, graph)),
    };
  });
  return {
    policies: [
      ...(inline ? [{ document: withArns(inline, graph) }] : []),
      ...found.flatMap(({ policies }) => policies),
    ],
    possible: found.flatMap(({ possible }) => possible),
  };
}

function policyOf(companion: Resource, place: PolicyCompanion, graph: ResourceGraph): readonly AttachedPolicy[] {
  const document = documentAt(companion, place.document);
  const publicRefused = place.refusesPublic && refusal(companion, place.refusesPublic);
  return document ? [{ document: withArns(document, graph), companion, ...(publicRefused && { publicRefused }) }] : [];
}

const documentAt = (resource: Resource, place: DocumentPlace): PolicyDocument | undefined =>
  typeof place === 'function' ? place(resource) : policyDocument(property(resource, ...place));

const refusal = (companion: Resource, by: NonNullable<PolicyCompanion['refusesPublic']>): Settled<boolean> =>
  typeof by === 'function'
    ? by(companion)
    : otherwise(property(companion, ...by).flag(), false, 'public policies are accepted unless told otherwise');

const always = ({ neverPublic }: PolicyPlaces, { id }: Resource): Settled<boolean> | undefined =>
  neverPublic === undefined ? undefined : known(true, { id, path: [] }, neverPublic);

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
  const own = companionsOf(places, companion);
  const [place] = own;
  if (!place || own.some(({ target }) => belongsTo(property(companion, ...target), ownerTypes, graph))) return;
  for (const { document, publicRefused = always(places, companion) } of policyOf(companion, place, graph))
    yield {
      kind: 'policy-document',
      noun: `${places.noun} policy`,
      subject: companion,
      role: 'resource',
      document,
      ...(publicRefused && { publicRefused }),
    };
}

/** The ways in which a companion may name its resource: by ARN, or by name. */
const companionsOf = (places: PolicyPlaces, { type }: Resource): readonly PolicyCompanion[] =>
  places.companions?.filter(({ types }) => types.includes(type)) ?? [];

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
    ? resourcePolicyFacts(resource, places.noun, attachedPolicies(resource, graph, places), always(places, resource))
    : companionPolicyFacts(resource, ownerTypes, graph, places);

/**
 * The same for several kinds of owner whose policies may stand in companions of one type: such a companion answers for
 * itself only where it belongs to none of them.
 */
export function* ownersPolicyFacts(
  resource: Resource,
  owners: readonly PolicyOwner[],
  graph: ResourceGraph,
): Iterable<Fact> {
  const owner = owners.find(({ types }) => types.includes(resource.type));
  if (owner) yield* policyFacts(resource, owner.types, graph, owner.places);
  const sharing = owners.filter(({ places }) => companionsOf(places, resource).length > 0);
  const [first] = sharing;
  const types = sharing.flatMap((one) => one.types);
  if (first && !owner) yield* companionPolicyFacts(resource, types, graph, first.places);
}
