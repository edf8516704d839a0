import { matchesAction } from '../model/policy-patterns';

/**
 * Actions that change things and accept the ARN of what they change, of services whose resources hold data, run code or
 * give permissions. An action that is not here is not called scopeable: many accept nothing but `*`. Left out on purpose:
 * writing one's own logs and managing one's network interfaces, which AWS's own execution roles grant on everything.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html (2026-09)
 */
const scopeable: Readonly<Record<string, string>> = {
  cloudformation: 'CreateStack DeleteStack ExecuteChangeSet SetStackPolicy UpdateStack',
  codebuild: 'BatchDeleteBuilds DeleteProject StartBuild UpdateProject',
  codepipeline: 'DeletePipeline StartPipelineExecution UpdatePipeline',
  dynamodb: 'BatchWriteItem DeleteItem DeleteTable PartiQLDelete PartiQLInsert PartiQLUpdate PutItem PutResourcePolicy RestoreTableFromBackup UpdateItem UpdateTable',
  ec2: 'AuthorizeSecurityGroupEgress AuthorizeSecurityGroupIngress DeleteSecurityGroup DeleteSnapshot DeleteVolume ModifyInstanceAttribute ModifySnapshotAttribute RebootInstances RevokeSecurityGroupIngress StartInstances StopInstances TerminateInstances',
  ecr: 'BatchDeleteImage CompleteLayerUpload DeleteRepository DeleteRepositoryPolicy InitiateLayerUpload PutImage PutLifecyclePolicy SetRepositoryPolicy UploadLayerPart',
  ecs: 'DeleteCluster DeleteService ExecuteCommand RunTask StartTask StopTask UpdateService',
  eks: 'DeleteCluster DeleteNodegroup UpdateClusterConfig',
  elasticache: 'DeleteCacheCluster DeleteReplicationGroup ModifyReplicationGroup',
  elasticfilesystem: 'ClientRootAccess ClientWrite DeleteFileSystem DeleteFileSystemPolicy PutFileSystemPolicy',
  es: 'DeleteDomain ESHttpDelete ESHttpPost ESHttpPut UpdateDomainConfig',
  events: 'DeleteRule DisableRule PutEvents PutRule PutTargets RemoveTargets',
  firehose: 'DeleteDeliveryStream PutRecord PutRecordBatch UpdateDestination',
  glue: 'DeleteJob DeleteTable StartJobRun UpdateDevEndpoint UpdateJob UpdateTable',
  iam: 'AddRoleToInstanceProfile CreateInstanceProfile CreatePolicy CreateRole CreateUser DeletePolicy DeleteRole DeleteRolePolicy DeleteUser DetachRolePolicy TagRole UpdateRole',
  iot: 'Connect DeleteThingShadow Publish RetainPublish UpdateThingShadow',
  kinesis: 'DeleteStream PutRecord PutRecords PutResourcePolicy',
  kms: 'CreateGrant DisableKey DisableKeyRotation ImportKeyMaterial PutKeyPolicy RevokeGrant ScheduleKeyDeletion UpdateAlias',
  lambda: 'AddPermission CreateFunction DeleteFunction InvokeFunction PublishVersion PutFunctionConcurrency RemovePermission UpdateAlias UpdateFunctionCode UpdateFunctionConfiguration',
  logs: 'DeleteLogGroup DeleteLogStream DeleteRetentionPolicy DeleteSubscriptionFilter PutRetentionPolicy PutSubscriptionFilter',
  rds: 'DeleteDBCluster DeleteDBInstance DeleteDBSnapshot ModifyDBCluster ModifyDBInstance ModifyDBSnapshotAttribute RebootDBInstance StopDBInstance',
  redshift: 'DeleteCluster ModifyCluster PauseCluster RebootCluster',
  route53: 'ChangeResourceRecordSets DeleteHostedZone',
  s3: 'AbortMultipartUpload BypassGovernanceRetention CreateBucket DeleteBucket DeleteBucketPolicy DeleteObject DeleteObjectVersion PutBucketAcl PutBucketPolicy PutBucketPublicAccessBlock PutEncryptionConfiguration PutLifecycleConfiguration PutObject PutObjectAcl PutReplicationConfiguration RestoreObject',
  secretsmanager: 'CreateSecret DeleteResourcePolicy DeleteSecret PutResourcePolicy PutSecretValue RotateSecret UpdateSecret UpdateSecretVersionStage',
  sns: 'AddPermission CreateTopic DeleteTopic Publish RemovePermission SetTopicAttributes Subscribe',
  sqs: 'AddPermission ChangeMessageVisibility CreateQueue DeleteMessage DeleteQueue PurgeQueue RemovePermission SendMessage SetQueueAttributes',
  ssm: 'DeleteParameter DeleteParameters PutParameter SendCommand StartAutomationExecution StartSession UpdateDocument',
  states: 'CreateStateMachine DeleteStateMachine StartExecution StopExecution UpdateStateMachine',
}; // prettier-ignore

const byService: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(scopeable).map(([service, names]) => [service, names.split(' ').map((name) => `${service}:${name}`)]),
);

const everyAction: readonly string[] = [...byService.values()].flat();

/** Whether an action pattern covers an action that changes things and could be confined to named resources. */
export function changesNamedThings(pattern: string): boolean {
  const service = pattern
    .slice(0, pattern.indexOf(':') + 1)
    .slice(0, -1)
    .toLowerCase();
  const actions = /^[\w-]+$/.test(service) ? (byService.get(service) ?? []) : everyAction;
  return actions.some((action) => matchesAction(pattern, action));
}
