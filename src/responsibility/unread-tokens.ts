import { unreadAzureTokens } from './unread-azure-tokens';
import { unreadGoogleTokens } from './unread-google-tokens';
import { unreadSaasTokens } from './unread-saas-tokens';

/**
 * Properties that the responsibility data name as deciding an area, and that no service reads: what they say is judged
 * elsewhere, or cannot be judged before deployment. Each with its reason; the first that matches counts.
 */
export interface UnreadToken {
  /** The type, as a regular expression over its name; every one where it is left out. */
  readonly type?: RegExp;
  /** The property path, as a regular expression over the whole of it. */
  readonly path: RegExp;
  readonly reason: string;
}

export const unreadTokens: readonly UnreadToken[] = [
  {
    path: /(^|\.)(\w*Role|\w*Role(Arn|ARN)|IamRoles?|JobFlowRole|RoleARN|IAMRoleARN|\w*IAMInstanceProfile|IamInstanceProfile|InstanceProfile)$/,
    reason: 'says whom it acts as: the role is judged itself, with everything attached to it',
  },
  {
    path: /(^|\.)(role|\w*_role|\w*role_arn|iam_roles?|iam_instance_profile|custom_iam_instance_profile|instance_profile|instance_role)$/,
    reason: 'says whom it acts as: the role is judged itself, with everything attached to it',
  },
  {
    path: /(^|\.)(\w*SecurityGroup(s|Ids)?|\w*SubnetIds?|Subnets|\w*SubnetGroupName|VPCZoneIdentifier|VpcId|VpcConfig|AvailabilityZones|VPCSecurityGroups|Ec2SubnetId)$/,
    reason: 'says where it stands: the networks and security groups are judged themselves',
  },
  {
    path: /(^|\.)(\w*security_groups?(_ids)?|subnet_ids?|subnets|\w*subnet_group_name|vpc_zone_identifier|vpc_id|vpc_config|availability_zones)$/,
    reason: 'says where it stands: the networks and security groups are judged themselves',
  },
  {
    type: /RDS|aws_(db|rds)_|Redshift|aws_redshift|ElastiCache|aws_elasticache|OpenSearch|aws_opensearch/,
    path: /(^|\.)(MultiAZ(Enabled)?|multi_az(_enabled)?|AutomaticFailoverEnabled|automatic_failover_enabled|ZoneAwarenessEnabled|zone_awareness_enabled|BacktrackWindow|backtrack_window)$/,
    reason: 'keeps the service available, and is no protection against deletion or intruders: backups are',
  },
  {
    path: /(^|\.)((Preferred)?MaintenanceWindow|(preferred_)?maintenance_window)$/,
    reason: 'says when maintenance is done, not whether it is',
  },
  {
    path: /(^|\.)(CopyTagsToSnapshot|copy_tags_to_snapshot)$/,
    reason: 'carries labels: what they are labels of is kept as it is',
  },
  {
    path: /(^|\.)(AllowMajorVersionUpgrade|allow_major_version_upgrade|MaintenanceTrackName|maintenance_track_name)$/,
    reason: 'lets an upgrade happen, or chooses between supported versions: the version itself is judged',
  },
  {
    path: /(^|\.)(DebugLogging|debug_logging)$/,
    reason: 'is for troubleshooting and goes off by itself after a day: no record to rely on',
  },
  {
    path: /(^|\.)(EnableHttpEndpoint|enable_http_endpoint)$/,
    reason: 'every request is signed: the identities that may call it are judged themselves',
  },
  {
    type: /DynamoDB|aws_dynamodb/,
    path: /^(ContributorInsightsSpecification|KinesisStreamSpecification|stream_enabled|table_name)$/,
    reason:
      'feeds programs and metrics with changes; who called is in the data events of a trail, which is judged itself',
  },
  {
    path: /(^|\.)(KeyName|KeyPairName|key_name|key_pair_name)$/,
    reason: 'names a key pair: whether its port is open is judged by the networks, and who holds it is not in the code',
  },
  {
    path: /^(HealthCheckType|health_check_type)$/,
    reason: 'availability, not protection: when a machine counts as broken',
  },
  {
    path: /^(BundleId|bundle_id|BlueprintId|blueprint_id)$/,
    reason: 'names an image of the provider by its number: what is in it is seen at run time only',
  },
  {
    type: /^(AWS::WorkSpaces::Workspace|aws_workspaces_workspace)$/,
    path: /^(DirectoryId|directory_id|UserName|user_name)$/,
    reason: 'says whose it is: people and how they sign in belong to the directory',
  },
  {
    path: /^(VersionLabel|version_label|permanent_restore)$/,
    reason: 'says which version of a thing is brought up: what is in it is judged where it is made',
  },
  {
    path: /^(IsOrganizationTrail|is_organization_trail)$/,
    reason: 'takes in the other accounts of an organization, which may have trails of their own: no trail shows that',
  },
  {
    type: /GuardDuty|aws_guardduty/,
    path: /^(FindingPublishingFrequency|finding_publishing_frequency)$/,
    reason: 'says how often what has been told already is told again: new findings are told at once',
  },
  {
    type: /SecurityHub::AutomationRule|AccessAnalyzer|aws_securityhub_automation_rule|aws_accessanalyzer/,
    path: /^(Actions|actions|ArchiveRules|filter)$/,
    reason: 'puts findings aside that somebody has looked at: whether rightly, the code does not show',
  },
  {
    type: /SSMIncidents|aws_ssmincidents/,
    path: /^(Actions|action)$/,
    reason: 'says what runs in an incident: whom it reaches is judged, and the role that it runs as',
  },
  {
    type: /OIDCProvider|aws_iam_openid_connect_provider/,
    path: /^(ClientIdList|client_id_list)$/,
    reason: 'names audiences that the provider may issue tokens for: the trust policies of the roles say who gets in',
  },
  {
    type: /Cognito|aws_cognito/,
    path: /^(LambdaConfig|lambda_config)\.(KMSKeyID|kms_key_id)$/,
    reason: "encrypts the codes that a function of one's own sends: Cognito takes a customer's key there, and no other",
  },
  {
    type: /^(AWS::(Lambda|StepFunctions|Glue|CodeBuild)::|aws_(lambda|sfn|glue|codebuild)_)/,
    path: /^(Code|Layers|Content|layers|filename|image_uri|s3_bucket|Definition|DefinitionString|definition|source|Source|Command\.ScriptLocation|command\.script_location|CompatibleRuntimes|compatible_runtimes)$/,
    reason: 'says what it runs: that is seen at run time only; what runs it is judged',
  },
  {
    type: /^(AWS::Lambda::|aws_lambda_)/,
    path: /^(DeadLetterConfig|dead_letter_config|DestinationConfig|destination_config|ReservedConcurrentExecutions|reserved_concurrent_executions)$/,
    reason: 'availability, not protection: where failed calls go, and how many run at once',
  },
  {
    type: /^(AWS::Lambda::|aws_lambda_)/,
    path: /^(LoggingConfig|logging_config|SourceAccessConfigurations|source_access_configuration)$/,
    reason: 'names a log group that is always written to, or a secret: both are judged themselves',
  },
  {
    type: /^(AWS::(Lambda|ECS)::|aws_(lambda|ecs)_)/,
    path: /^(EphemeralStorage|ephemeral_storage)$/,
    reason: 'says how much room there is: it is encrypted always, and gone with what used it',
  },
  {
    type: /^(AWS::(ECS|EKS)::|aws_(ecs|eks)_)/,
    path: /^(CapacityProviders|capacity_providers|RequiresCompatibilities|requires_compatibilities|LaunchTemplate|launch_template|TaskDefinition|task_definition)$/,
    reason: 'names what else it consists of: machines, launch templates and tasks are judged themselves',
  },
  {
    type: /^(AWS::EKS::|aws_eks_)/,
    path: /^(AddonVersion|addon_version|ResolveConflicts|resolve_conflicts_on_update|UpdateConfig|update_config|NodeRepairConfig|node_repair_config)$/,
    reason: 'says how an update or a repair is done, not whether: the version of the cluster bounds the others',
  },
  {
    type: /^(AWS::EKS::|aws_eks_)/,
    path: /^(PodIdentityAssociations|pod_identity_association|AccessConfig\.AuthenticationMode|access_config\.authentication_mode)$/,
    reason:
      'says whom it acts as, or where it is written who may come in: roles and access entries are judged themselves',
  },
  {
    type: /ECR|aws_ecr_/,
    path: /^(LifecyclePolicy|policy)$/,
    reason: 'says which old images are thrown away: room, not protection',
  },
  {
    type: /^(AWS::ApiGateway(V2)?::|aws_api_gateway_|aws_apigatewayv2_)/,
    path: /^(AuthorizerId|authorizer_id)$/,
    reason: 'names who decides: whether anybody is asked at all, the kind of authorization says',
  },
  {
    type: /^(AWS::AppSync::ApiCache|aws_appsync_api_cache)$/,
    path: /^(AtRestEncryptionEnabled|at_rest_encryption_enabled)$/,
    reason: 'has no effect any more: AppSync encrypts every cache',
  },
  {
    type: /^(AWS::EC2::VPC|aws_vpc)$/,
    path: /^(CidrBlock|cidr_block)$/,
    reason: 'says which addresses a network has: routes, groups and lists say who reaches them',
  },
  {
    type: /^(AWS::EC2::FlowLog|aws_flow_log)$/,
    path: /^(LogDestination|LogFormat|log_destination|log_format)$/,
    reason: 'says where records go and what a line of them holds: that they are kept is judged',
  },
  {
    type: /^aws_lb$/,
    path: /^connection_logs\.enabled$/,
    reason: 'records connections beside the requests made by them: the access log is judged',
  },
  ...unreadAzureTokens,
  ...unreadGoogleTokens,
  ...unreadSaasTokens,
];
