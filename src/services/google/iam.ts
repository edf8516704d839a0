import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { known, unknown, type Settled } from '../../model/value';
import type { Service } from '../service';
import { bindingsOf, policyDocument } from './iam-bindings';
import { grantFacts, hiddenGrant, type Grantor } from './iam-grants';
import { policyOwners } from './iam-owners';
import { publicAccessPrevented } from './storage-access';

/**
 * Who is given which role on what: one reader for the policies, bindings and members of every Google resource.
 *
 * What is given on one resource is that resource's; what is given on a project, folder or organization answers for
 * itself, as it does for a resource that is not in the input.
 */
export const googleIam: Service = {
  name: 'google-iam',
  types: {
    terraform: [
      ...policyOwners.keys(),
      policyDocument,
      // Take roles away, or say who keeps them: nobody is given any.
      'google_project_default_service_accounts',
      'google_project_iam_member_remove',
    ],
  },
  facts: (resource, graph) =>
    resource.type === policyDocument || policyOwners.has(resource.type) ? bindingFacts(resource, graph) : [],
};

function* bindingFacts(resource: Resource, graph: ResourceGraph): Iterable<Fact> {
  const bindings = bindingsOf(resource, graph);
  const grantor = grantorOf(resource, graph);
  // An empty policy takes every role away.
  if (bindings.state === 'absent') return;
  if (bindings.state === 'unknown') {
    yield hiddenGrant(grantor, bindings.why, bindings.at);
    return;
  }
  for (const binding of bindings.value)
    yield* grantFacts(
      { ...grantor, related: [...grantor.related, ...(binding.document ? [binding.document] : [])] },
      binding,
      graph,
    );
}

function grantorOf(resource: Resource, graph: ResourceGraph): Grantor {
  const at = resource.properties.at;
  const owner = policyOwners.get(resource.type);
  if (!owner)
    return {
      subject: resource,
      noun: 'IAM policy',
      related: [],
      wide: unknown('what the policy is attached to is not in sight', at),
    };
  const wide: Settled<boolean> = known(owner.wide, at);
  if (owner.wide || owner.type === undefined) return { subject: resource, noun: 'IAM grant', related: [], wide };
  const link = graph.follow(resource.properties.get(owner.key), [owner.type]);
  if (link.state !== 'linked' || link.resource.mode === 'data')
    return { subject: resource, noun: 'IAM grant', related: [], wide };
  const refused = owner.type === 'google_storage_bucket' && { publicRefused: publicAccessPrevented(link.resource) };
  return { subject: link.resource, noun: nounOf(owner.type), related: [resource], wide, ...refused };
}

/** `google_storage_bucket` is a storage bucket to people. */
function nounOf(type: string): string {
  const words = type.replace(/^google_/, '').replace(/_/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
