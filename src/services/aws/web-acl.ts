import type { Firewall } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { any, settledTruth, truth, type Truth } from '../../model/truth';
import type { Place, Settled } from '../../model/value';

export const associations = [
  'AWS::WAFRegional::WebACLAssociation',
  'AWS::WAFv2::WebACLAssociation',
  'aws_wafregional_web_acl_association',
  'aws_wafv2_web_acl_association',
];

/** The property by which an association names what it protects. */
export const protectedKey = ({ vocabulary }: Resource): string =>
  vocabulary === 'cloudformation' ? 'ResourceArn' : 'resource_arn';

/** What a regional web ACL can protect, and whose services state it. */
export const protectedTypes: readonly string[] = [
  'AWS::ApiGateway::Stage',
  'AWS::AppSync::GraphQLApi',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'aws_alb',
  'aws_api_gateway_stage',
  'aws_appsync_graphql_api',
  'aws_lb',
];

/** States whether a web ACL is associated with something that faces the internet. */
export function firewallFact(
  about: { readonly noun: string; readonly subject: Resource },
  graph: ResourceGraph,
  ...alsoAttached: readonly Truth[]
): Firewall {
  const { subject } = about;
  const { certain, possible } = graph.companions(subject, associations, protectedKey(subject), protectedTypes);
  const at: Place = { id: subject.id, path: [] };
  const attached: Settled<boolean> = settledTruth(
    any(
      truth(false, at, 'no web ACL is associated'),
      ...alsoAttached,
      ...certain.map(({ id }) => truth(true, { id, path: [] }, 'associates a web ACL')),
      ...possible.map(({ resource: { id }, why }) => truth(undefined, { id, path: [] }, `may associate one: ${why}`)),
    ),
    at,
  );
  return { kind: 'firewall', attached, related: certain, ...about };
}
