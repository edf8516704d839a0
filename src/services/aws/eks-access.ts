import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { shown } from '../../model/policy-patterns';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { all, any, is, settledTruth, some, type Truth } from '../../model/truth';
import { otherwise, type Value } from '../../model/value';
import { itemsOf } from './items';

export const accessEntries = ['AWS::EKS::AccessEntry', 'aws_eks_access_entry'];
export const policyAssociations = ['aws_eks_access_policy_association'];
const users = ['AWS::IAM::User', 'aws_iam_user'];
const noun = 'EKS access entry';

/** Whom a cluster lets in beside what IAM says, and what it lets them do. */
export function* accessFacts(entry: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun, subject: entry };
  yield { kind: 'direct-grant', direct: byName(entry, graph), ...about };
  const policies = itemsOf(property(entry, 'AccessPolicies', null)).map((policy) =>
    isAdministrator(arnIn(policy.get('PolicyArn')), policy.get('AccessScope', 'Type').text()),
  );
  const groups = property(entry, 'KubernetesGroups', 'kubernetes_groups');
  const masters = some(
    otherwise(groups.texts(), [], 'no group is named'),
    (group) => is(group, (name) => name === 'system:masters', 'group'),
    'groups',
  );
  yield { kind: 'administration', unlimited: settledTruth(any(masters, ...policies), groups.at), ...about };
}

/** A policy that Terraform attaches beside the entry is stated of itself: what is let in is named in both. */
export function* associationFacts(association: Resource): Iterable<Fact> {
  const policy = arnIn(association.properties.get('policy_arn'));
  const scope = association.properties.get('access_scope', 'type').text();
  yield {
    kind: 'administration',
    noun: 'EKS access policy association',
    subject: association,
    unlimited: settledTruth(isAdministrator(policy, scope), policy.at),
  };
}

/** @see https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html */
const isAdministrator = (policy: Value<string>, scope: Value<string>): Truth =>
  all(
    is(
      otherwise(policy, '', 'no policy is named'),
      (arn) => arn.endsWith('cluster-access-policy/AmazonEKSClusterAdminPolicy'),
      'policy',
    ),
    is(otherwise(scope, 'cluster', 'the whole cluster unless told otherwise'), (type) => type === 'cluster', 'scope'),
  );

/** An ARN is known for all that matters where the platform fills its partition, region or account. */
function arnIn(property: Property): Value<string> {
  const parts = property.parts();
  if (parts.state !== 'known') return property.text();
  const settled = parts.value.every((part) => typeof part === 'string' || part.source === 'platform');
  return settled ? { ...parts, value: shown(parts.value) } : property.text();
}

/** Whether a person is let in by name, rather than a role. */
function byName(entry: Resource, graph: ResourceGraph) {
  const principal = property(entry, 'PrincipalArn', 'principal_arn');
  const link = graph.follow(principal, [...users, 'AWS::IAM::Role', 'aws_iam_role']);
  const { at } = principal;
  if (link.state === 'linked') return settledTruth({ holds: users.includes(link.resource.type), because: [] }, at);
  return settledTruth(
    is(
      otherwise(arnIn(principal), '', 'nobody is named'),
      (arn) => /^arn:[^:]*:iam::[^:]*:user\//.test(arn),
      'principal',
    ),
    at,
  );
}
