import type { EncryptionState, Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import type { Settled } from '../../model/value';
import { requestedBy } from './encryption-request';
import { alwaysEncrypted } from './key-custody';
import { ownersPolicyFacts, type PolicyOwner, type Spelling } from './resource-policy';

/** A kind of store that the platform always encrypts: the key, and who is let in, are the customer's to say. */
export interface EncryptedStore extends PolicyOwner {
  readonly encryption: (store: Resource, graph: ResourceGraph) => Settled<EncryptionState>;
  /** What is written where somebody asks for encryption in so many words, beside naming a key. */
  readonly request?: Spelling;
}

/** Encryption with the key a property names, else in the state that the platform gives every store. */
export const withKey =
  (key: Spelling, state: EncryptionState, because: string): EncryptedStore['encryption'] =>
  (store, graph) =>
    alwaysEncrypted(property(store, ...key), graph, state, because);

/**
 * What a store, or a policy beside one, means. Types that are neither state nothing.
 *
 * @param others what keeps nothing itself, and has policies all the same.
 */
export function* encryptedStoreFacts(
  resource: Resource,
  graph: ResourceGraph,
  stores: readonly EncryptedStore[],
  others: readonly PolicyOwner[] = [],
): Iterable<Fact> {
  for (const { types, places, encryption, request } of stores)
    if (types.includes(resource.type))
      yield {
        kind: 'storage-at-rest',
        noun: places.noun,
        subject: resource,
        encryption: encryption(resource, graph),
        ...(request && { requested: requestedBy(property(resource, ...request)) }),
      };
  yield* ownersPolicyFacts(resource, [...stores, ...others], graph);
}
