import type { Resource } from './resource';

/** Properties whose value names the resource itself, in either vocabulary. */
export const identityKeys: readonly string[] = [
  'id', 'arn', 'name', 'bucket', 'identifier', 'cluster_identifier', 'function_name', 'domain_name', 'url', 'key_id',
  'group_name', 'Name', 'BucketName', 'QueueName', 'TopicName', 'FunctionName', 'RoleName', 'UserName', 'GroupName',
  'TableName', 'DBInstanceIdentifier', 'DBClusterIdentifier', 'RepositoryName', 'DomainName', 'LogGroupName',
  'TrailName', 'DBParameterGroupName', 'DBClusterParameterGroupName', 'ParameterGroupName', 'LoadBalancerName',
  'ManagedPolicyName', 'LaunchTemplateName', 'StageName', 'stage_name', 'ClusterName', 'ClusterIdentifier', 'AliasName',
  'dataset_id', 'project_id', 'repository_id', 'secret_id',
]; // prettier-ignore

/** Of these, what the platform gives out: nobody writes it before the resource is there. */
const givenKeys: ReadonlySet<string> = new Set(['id', 'arn', 'url', 'key_id']);
const chosenKeys = identityKeys.filter((key) => !givenKeys.has(key));

/** The names that a text may give: itself, and how an ARN or a URL ends. */
export const namesIn = (value: string): readonly string[] => [
  value,
  value.slice(value.lastIndexOf(':') + 1),
  value.slice(value.lastIndexOf('/') + 1),
];

const openNames = new WeakMap<Resource, readonly string[]>();

/** What is known of the names of a resource that are not known, or only in part, as patterns. */
export function openNamesOf(resource: Resource): readonly string[] {
  const known = openNames.get(resource);
  if (known) return known;
  const patterns = chosenKeys.flatMap((key) => {
    const name = resource.properties.get(key);
    if (name.text().state !== 'unknown') return [];
    const parts = name.parts();
    return parts.state === 'known' ? parts.value.map((part) => (typeof part === 'string' ? part : '*')).join('') : '*';
  });
  const distinct = [...new Set(patterns)];
  openNames.set(resource, distinct);
  return distinct;
}
