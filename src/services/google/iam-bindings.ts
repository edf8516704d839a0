import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { map, type Value } from '../../model/value';

/** A role, and who is given it. */
export interface Binding {
  readonly role: Property;
  /** The members, or the one member. */
  readonly members: Property;
  /** One member stands there, rather than a list. */
  readonly single?: true;
  readonly condition: Property;
  /** What it was taken from, beside the resource that sets it. */
  readonly document?: Resource;
}

export const policyDocument = 'google_iam_policy';

/**
 * The bindings that a resource gives: its own, or those of the policy that it sets.
 *
 * @returns unknown where nobody can tell what stands in the policy.
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/data-sources/iam_policy
 */
export function bindingsOf(resource: Resource, graph: ResourceGraph): Value<readonly Binding[]> {
  const { properties, type } = resource;
  if (type === policyDocument) return blocksOf(properties.get('binding'), resource);
  if (type.endsWith('_iam_policy')) return ofPolicy(properties.get('policy_data'), graph);
  const binding = {
    role: properties.get('role'),
    members: properties.get(type.endsWith('_iam_member') ? 'member' : 'members'),
    condition: properties.get('condition'),
    ...(type.endsWith('_iam_member') && { single: true as const }),
  };
  return { state: 'known', value: [binding], at: properties.at };
}

function ofPolicy(policy: Property, graph: ResourceGraph): Value<readonly Binding[]> {
  const link = graph.follow(policy, [policyDocument]);
  if (link.state === 'linked') return blocksOf(link.resource.properties.get('binding'), link.resource);
  const document = policy.document();
  if (document.state !== 'known') return document as Value<readonly Binding[]>;
  return blocksOf(document.value.get('bindings'));
}

const blocksOf = (bindings: Property, document?: Resource): Value<readonly Binding[]> =>
  map(bindings.list(), (blocks) =>
    blocks.map((block) => ({
      role: block.get('role'),
      members: block.get('members'),
      condition: block.get('condition'),
      ...(document && { document }),
    })),
  );
