import { ResourceGraph } from '../../src/model/graph';
import { namesIn, openNamesOf } from '../../src/model/names';
import { Property } from '../../src/model/property';
import { templateLeaf, unknownLeaf, type Raw } from '../../src/model/raw';
import type { Resource } from '../../src/model/resource';

const resource = (type: string, properties: Raw): Resource => ({
  id: 'r',
  address: 'r',
  type,
  vocabulary: 'terraform',
  properties: new Property(properties, { id: 'r' }),
  mode: 'managed',
  action: 'create',
  document: 'plan',
});

test.each([
  ['aws_vpc', 'id'],
  ['aws_kms_key', 'arn'],
  ['aws_kms_key', 'key_id'],
  ['aws_iam_role', 'name'],
  ['aws_s3_bucket', 'bucket'],
  ['aws_db_instance', 'identifier'],
  ['aws_rds_cluster', 'cluster_identifier'],
  ['aws_lambda_function', 'function_name'],
  ['aws_opensearch_domain', 'domain_name'],
  ['aws_sqs_queue', 'url'],
  ['aws_xray_group', 'group_name'],
  ['aws_api_gateway_stage', 'stage_name'],
  ['google_bigquery_dataset', 'dataset_id'],
  ['google_project', 'project_id'],
  ['google_artifact_registry_repository', 'repository_id'],
  ['google_secret_manager_secret', 'secret_id'],
  ['AWS::SSM::Parameter', 'Name'],
  ['AWS::S3::Bucket', 'BucketName'],
  ['AWS::SQS::Queue', 'QueueName'],
  ['AWS::SNS::Topic', 'TopicName'],
  ['AWS::Lambda::Function', 'FunctionName'],
  ['AWS::IAM::Role', 'RoleName'],
  ['AWS::IAM::User', 'UserName'],
  ['AWS::IAM::Group', 'GroupName'],
  ['AWS::IAM::ManagedPolicy', 'ManagedPolicyName'],
  ['AWS::DynamoDB::Table', 'TableName'],
  ['AWS::RDS::DBInstance', 'DBInstanceIdentifier'],
  ['AWS::RDS::DBCluster', 'DBClusterIdentifier'],
  ['AWS::RDS::DBParameterGroup', 'DBParameterGroupName'],
  ['AWS::RDS::DBClusterParameterGroup', 'DBClusterParameterGroupName'],
  ['AWS::Redshift::ClusterParameterGroup', 'ParameterGroupName'],
  ['AWS::Redshift::Cluster', 'ClusterIdentifier'],
  ['AWS::ECR::Repository', 'RepositoryName'],
  ['AWS::OpenSearchService::Domain', 'DomainName'],
  ['AWS::Logs::LogGroup', 'LogGroupName'],
  ['AWS::CloudTrail::Trail', 'TrailName'],
  ['AWS::ElasticLoadBalancing::LoadBalancer', 'LoadBalancerName'],
  ['AWS::EC2::LaunchTemplate', 'LaunchTemplateName'],
  ['AWS::ApiGateway::Stage', 'StageName'],
  ['AWS::ECS::Cluster', 'ClusterName'],
  ['AWS::KMS::Alias', 'AliasName'],
])('%s is known by its %s', (type, key) => {
  const named = resource(type, { [key]: 'this' });
  const graph = new ResourceGraph([named]);
  const follow = (value: string) => graph.follow(new Property(value, { id: 'x' }), [type]);
  expect(follow('this')).toEqual({ state: 'linked', resource: named });
  expect(follow('that')).toEqual({ state: 'outside', value: 'that' });
});

test('a text may give a name by itself, or as the end of an ARN or a URL', () => {
  expect(namesIn('arn:aws:iam::111122223333:role/service/reader')).toEqual([
    'arn:aws:iam::111122223333:role/service/reader',
    'role/service/reader',
    'reader',
  ]);
});

describe('names that are not known', () => {
  const open = unknownLeaf('a parameter');

  test('a part that is known narrows a name, and nothing narrows the others', () => {
    expect(openNamesOf(resource('aws_s3_bucket', { bucket: templateLeaf(['logs-', open, '-eu']) }))).toEqual([
      'logs-*-eu',
    ]);
    expect(openNamesOf(resource('aws_s3_bucket', { bucket: open }))).toEqual(['*']);
  });

  test('a pattern of several names is named once', () => {
    expect(openNamesOf(resource('aws_s3_bucket', { bucket: open, name: open }))).toEqual(['*']);
  });

  test('what is known is not open, nor what nobody writes', () => {
    for (const properties of [{ bucket: 'logs' }, { id: open }, { arn: open }, { url: open }, { key_id: open }, {}])
      expect(openNamesOf(resource('aws_s3_bucket', properties))).toEqual([]);
  });

  test('they are worked out once', () => {
    const named = resource('aws_s3_bucket', { bucket: open });
    expect(openNamesOf(named)).toBe(openNamesOf(named));
  });
});
