import type { ResourceGraph } from '../../model/graph';
import { mapPatterns, type Pattern, type PolicyDocument } from '../../model/policy';
import type { Hole } from '../../model/raw';
import { property, type Resource } from '../../model/resource';
import { accountSymbol } from '../account-symbols';
import { accountLookups } from './provider-accounts';

/**
 * What references in policies will be. An ARN is settled at deployment, but its shape is known before: which service and
 * kind of resource it names, and that it names one only.
 */

interface Shape {
  /** In CloudFormation, then in Terraform; or what is only looked up there. */
  readonly types: readonly string[];
  /** As in the Service Authorization Reference, with `{name}` for what people choose. */
  readonly arn: string;
  /** The properties that hold the name, where people choose it. */
  readonly name?: readonly [cloudformation: string | null, terraform: string | null];
  /** Its name says whose it is: one that is a parameter may be anybody's. */
  readonly telling?: boolean;
  /** What stands for the resource itself is its ARN: `Ref` in CloudFormation, `id` in Terraform. */
  readonly identity?: readonly ('Ref' | 'id')[];
}

const here = '{region}:{account}';

/**
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html (the ARNs)
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html (what Ref returns)
 */
const shapes: readonly Shape[] = [
  { types: ['AWS::ApiGateway::RestApi', 'aws_api_gateway_rest_api'], arn: `execute-api:${here}:{name}` },
  { types: ['AWS::Backup::BackupVault', 'aws_backup_vault'], arn: `backup:${here}:backup-vault:{name}`, name: ['BackupVaultName', 'name'] },
  { types: ['AWS::Batch::JobDefinition', 'aws_batch_job_definition'], arn: `batch:${here}:job-definition/{name}`, name: ['JobDefinitionName', 'name'], identity: ['Ref', 'id'] },
  { types: ['AWS::Batch::JobQueue', 'aws_batch_job_queue'], arn: `batch:${here}:job-queue/{name}`, name: ['JobQueueName', 'name'], identity: ['Ref', 'id'] },
  { types: ['AWS::CloudFront::Distribution', 'aws_cloudfront_distribution'], arn: 'cloudfront::{account}:distribution/{name}' },
  { types: ['AWS::CloudTrail::Trail', 'aws_cloudtrail'], arn: `cloudtrail:${here}:trail/{name}`, name: ['TrailName', 'name'] },
  { types: ['AWS::CodeBuild::Project', 'aws_codebuild_project'], arn: `codebuild:${here}:project/{name}`, name: ['Name', 'name'], identity: ['id'] },
  { types: ['AWS::CodeCommit::Repository', 'aws_codecommit_repository'], arn: `codecommit:${here}:{name}`, name: ['RepositoryName', 'repository_name'] },
  { types: ['AWS::CodePipeline::Pipeline', 'aws_codepipeline'], arn: `codepipeline:${here}:{name}`, name: ['Name', 'name'] },
  { types: ['AWS::Cognito::UserPool', 'aws_cognito_user_pool'], arn: `cognito-idp:${here}:userpool/{name}` },
  { types: ['AWS::DynamoDB::GlobalTable', 'aws_dynamodb_global_table'], arn: `dynamodb:${here}:table/{name}`, name: ['TableName', 'name'] },
  { types: ['AWS::DynamoDB::Table', 'aws_dynamodb_table'], arn: `dynamodb:${here}:table/{name}`, name: ['TableName', 'name'] },
  { types: ['AWS::EC2::Instance', 'aws_instance'], arn: `ec2:${here}:instance/{name}` },
  { types: ['AWS::EC2::SecurityGroup', 'aws_security_group'], arn: `ec2:${here}:security-group/{name}` },
  { types: ['AWS::EC2::Subnet', 'aws_subnet'], arn: `ec2:${here}:subnet/{name}` },
  { types: ['AWS::EC2::VPC', 'aws_vpc'], arn: `ec2:${here}:vpc/{name}` },
  { types: ['AWS::ECR::Repository', 'aws_ecr_repository'], arn: `ecr:${here}:repository/{name}`, name: ['RepositoryName', 'name'] },
  { types: ['AWS::ECS::Cluster', 'aws_ecs_cluster'], arn: `ecs:${here}:cluster/{name}`, name: ['ClusterName', 'name'], identity: ['id'] },
  { types: ['AWS::ECS::TaskDefinition', 'aws_ecs_task_definition'], arn: `ecs:${here}:task-definition/{name}`, identity: ['Ref'] },
  { types: ['AWS::EFS::FileSystem', 'aws_efs_file_system'], arn: `elasticfilesystem:${here}:file-system/{name}` },
  { types: ['AWS::EKS::Cluster', 'aws_eks_cluster'], arn: `eks:${here}:cluster/{name}`, name: ['Name', 'name'] },
  { types: ['AWS::ElasticLoadBalancingV2::TargetGroup', 'aws_lb_target_group'], arn: `elasticloadbalancing:${here}:targetgroup/{name}`, identity: ['Ref', 'id'] },
  { types: ['AWS::Events::EventBus', 'aws_cloudwatch_event_bus'], arn: `events:${here}:event-bus/{name}`, name: ['Name', 'name'] },
  { types: ['AWS::Events::Rule', 'aws_cloudwatch_event_rule'], arn: `events:${here}:rule/{name}`, name: ['Name', 'name'] },
  { types: ['AWS::Glue::Database', 'aws_glue_catalog_database'], arn: `glue:${here}:database/{name}`, name: ['DatabaseName', 'name'] },
  { types: ['AWS::Glue::Job', 'aws_glue_job'], arn: `glue:${here}:job/{name}`, name: ['Name', 'name'] },
  { types: ['AWS::IAM::Group', 'aws_iam_group'], arn: 'iam::{account}:group/{name}', name: ['GroupName', 'name'] },
  { types: ['AWS::IAM::InstanceProfile', 'aws_iam_instance_profile'], arn: 'iam::{account}:instance-profile/{name}', name: ['InstanceProfileName', 'name'] },
  { types: ['AWS::IAM::ManagedPolicy', 'aws_iam_policy'], arn: 'iam::{account}:policy/{name}', name: ['ManagedPolicyName', 'name'], identity: ['Ref', 'id'] },
  { types: ['AWS::IAM::OIDCProvider', 'aws_iam_openid_connect_provider'], arn: 'iam::{account}:oidc-provider/{name}', name: ['Url', 'url'], telling: true, identity: ['Ref', 'id'] },
  { types: ['AWS::IAM::Role', 'aws_iam_role'], arn: 'iam::{account}:role/{name}', name: ['RoleName', 'name'] },
  { types: ['AWS::IAM::SAMLProvider', 'aws_iam_saml_provider'], arn: 'iam::{account}:saml-provider/{name}', name: ['Name', 'name'], identity: ['Ref', 'id'] },
  { types: ['AWS::IAM::User', 'aws_iam_user'], arn: 'iam::{account}:user/{name}', name: ['UserName', 'name'] },
  { types: ['AWS::KMS::Key', 'aws_kms_key'], arn: `kms:${here}:key/{name}` },
  { types: ['AWS::Kinesis::Stream', 'aws_kinesis_stream'], arn: `kinesis:${here}:stream/{name}`, name: ['Name', 'name'], identity: ['id'] },
  { types: ['AWS::KinesisFirehose::DeliveryStream', 'aws_kinesis_firehose_delivery_stream'], arn: `firehose:${here}:deliverystream/{name}`, name: ['DeliveryStreamName', 'name'], identity: ['id'] },
  { types: ['AWS::Lambda::Function', 'aws_lambda_function'], arn: `lambda:${here}:function:{name}`, name: ['FunctionName', 'function_name'] },
  { types: ['AWS::Logs::LogGroup', 'aws_cloudwatch_log_group'], arn: `logs:${here}:log-group:{name}`, name: ['LogGroupName', 'name'] },
  { types: ['AWS::OpenSearchService::Domain', 'aws_opensearch_domain'], arn: `es:${here}:domain/{name}`, name: ['DomainName', 'domain_name'], identity: ['id'] },
  { types: ['AWS::RDS::DBCluster', 'aws_rds_cluster'], arn: `rds:${here}:cluster:{name}`, name: ['DBClusterIdentifier', 'cluster_identifier'] },
  { types: ['AWS::RDS::DBInstance', 'aws_db_instance'], arn: `rds:${here}:db:{name}`, name: ['DBInstanceIdentifier', 'identifier'] },
  { types: ['AWS::S3::Bucket', 'aws_s3_bucket'], arn: 's3:::{name}', name: ['BucketName', 'bucket'] },
  { types: ['AWS::SNS::Topic', 'aws_sns_topic'], arn: `sns:${here}:{name}`, name: ['TopicName', 'name'], identity: ['Ref', 'id'] },
  { types: ['AWS::SQS::Queue', 'aws_sqs_queue'], arn: `sqs:${here}:{name}`, name: ['QueueName', 'name'] },
  { types: ['AWS::SSM::Parameter', 'aws_ssm_parameter'], arn: `ssm:${here}:parameter/{name}` },
  { types: ['AWS::SecretsManager::Secret', 'aws_secretsmanager_secret'], arn: `secretsmanager:${here}:secret:{name}`, identity: ['Ref', 'id'] },
  { types: ['AWS::StepFunctions::StateMachine', 'aws_sfn_state_machine'], arn: `states:${here}:stateMachine:{name}`, name: ['StateMachineName', 'name'], identity: ['Ref', 'id'] },
  { types: accountLookups, arn: 'iam::{name}:root' },
]; // prettier-ignore

const byType: ReadonlyMap<string, Shape> = new Map(
  shapes.flatMap((shape) => shape.types.map((type) => [type, shape] as const)),
);

/** What is looked up of the account itself, by type and attribute. */
const ofAccount: Readonly<Record<string, string>> = {
  'aws_caller_identity.account_id': 'account',
  'aws_caller_identity.id': 'account',
  'aws_partition.id': 'partition',
  'aws_partition.partition': 'partition',
  'aws_region.id': 'region',
  'aws_region.name': 'region',
  'aws_region.region': 'region',
};

/** The document with its references written out, as far as the graph tells what they will be. */
export const withArns = (document: PolicyDocument, graph: ResourceGraph): PolicyDocument =>
  mapPatterns(document, (pattern) => arnsIn(pattern, graph));

const arnsIn = (pattern: Pattern, graph: ResourceGraph): Pattern =>
  pattern.some((part) => typeof part !== 'string')
    ? pattern.flatMap((part) => (typeof part === 'string' ? [part] : partsOf(part, graph)))
    : pattern;

/** The ARN of a resource, whatever policies call it: a name that is a parameter may be any. Undefined for other types. */
export function arnOf(resource: Resource): Pattern | undefined {
  const shape = byType.get(resource.type);
  return shape && arnParts({ ...shape, telling: true }, resource);
}

function partsOf(hole: Hole, graph: ResourceGraph): Pattern {
  const [reference, ...others] = hole.references;
  const resource = reference && others.length === 0 ? graph.byIdentity(reference.id) : undefined;
  if (!reference || !resource) return [hole];
  const { attribute } = reference;
  const account = ofAccount[`${resource.type}.${attribute ?? ''}`];
  if (account !== undefined) return [accountPart(account, resource)];
  const shape = byType.get(resource.type);
  if (shape && isArn(attribute, shape)) return arnParts(shape, resource);
  if (shape && isName(attribute)) return [namePart(shape, resource)];
  return isArnAttribute(attribute) ? otherArn(hole, attribute ?? '') : [hole];
}

const isArnAttribute = (attribute: string | undefined): boolean => /(^|_)arn$|Arn$/.test(attribute ?? '');

/** `StreamArn` and its like are ARNs of something else. */
const isArn = (attribute: string | undefined, { identity = [] }: Shape): boolean =>
  attribute === undefined || attribute === 'id'
    ? identity.includes(attribute ?? 'Ref')
    : /^(Arn|arn|TopicArn|DomainArn|BackupVaultArn|TargetGroupArn|PolicyArn|execution_arn)$/.test(attribute);

/** `Ref`, `id`, and what says the name again. */
const isName = (attribute: string | undefined): boolean =>
  attribute === undefined || /^(id|name|bucket|key_id|\w+_name|KeyId|\w+Name)$/.test(attribute);

function arnParts(shape: Shape, resource: Resource): Pattern {
  const rest = shape.arn.split(/(\{\w+\})/).filter((part) => part !== '');
  return [
    'arn:',
    accountPart('partition', resource),
    ':',
    ...rest.map((part) => {
      if (part === '{name}') return namePart(shape, resource);
      return part.startsWith('{') ? accountPart(part.slice(1, -1), resource) : part;
    }),
  ];
}

/** The account and region are known where the input says where the resource will be deployed. */
function accountPart(part: string, { account, region, credentials }: Resource): Pattern[number] {
  const known = part === 'account' ? account : part === 'region' ? region : undefined;
  const symbol = part === 'account' ? accountSymbol(credentials) : part;
  return known ?? { references: [], source: 'platform', why: `settled at deployment: the ${symbol}`, symbol };
}

/** A name that is written, unless a path stands before it; else a name that nothing else has. */
function namePart({ name, telling }: Shape, resource: Resource): Pattern[number] {
  const path = property(resource, 'Path', 'path').text();
  const written = name && property(resource, ...name).text();
  const plain = path.state === 'absent' || (path.state === 'known' && path.value === '/');
  if (plain && written?.state === 'known' && written.value !== '') return written.value.replace(/^https:\/\//, '');
  // Issued by something of the graph, such as a cluster, tokens are nobody else's.
  if (telling && written?.state === 'unknown' && name && property(resource, ...name).references().length === 0)
    return { references: [], why: written.why };
  return {
    references: [{ id: resource.id }],
    source: 'resource',
    why: `settled at deployment: ${resource.address}`,
    symbol: resource.id,
  };
}

/** An ARN of which only that is known. */
const otherArn = (hole: Hole, attribute: string): Pattern => {
  const symbol = `${hole.references.map(({ id }) => id).join(' ')}.${attribute}`;
  return ['arn:', { ...hole, symbol }, ':', { ...hole, symbol }, ':::', { ...hole, symbol }];
};
