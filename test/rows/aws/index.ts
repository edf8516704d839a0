import type { ServiceRows } from '../../support/row';
import { acmRows } from './acm';
import { acmPcaRows } from './acm-pca';
import { docdbAdministrator, lightsailAdministrator, opensearchAdministrator, rdsAdministrator, rdsClusterAdministrator, redshiftAdministrator, redshiftServerlessAdministrator } from './administrator-names'; // prettier-ignore
import { aiOperationsRows } from './ai-operations';
import { alexaRows } from './alexa';
import { amiRows } from './ami';
import { amplifyRows } from './amplify';
import { apiGatewayRows } from './api-gateway';
import { apiGatewayV2Rows } from './api-gateway-v2';
import { appRunnerRows } from './app-runner';
import { appsyncRows } from './appsync';
import { athenaRows } from './athena';
import { autoScalingRows } from './auto-scaling';
import { backupRows } from './backup';
import { batchRows } from './batch';
import { bedrockRows } from './bedrock';
import { classicLoadBalancerRows } from './classic-load-balancer';
import {
  accountManagementRows,
  applicationWiringRows,
  cdkCustomResourceRows,
  lakeFormationRows,
  networkWiringRows,
} from './classified';
import { clientVpnRows } from './client-vpn';
import { cloud9Rows } from './cloud9';
import { cloudfrontRows } from './cloudfront';
import { cloudsearchRows } from './cloudsearch';
import { cloudtrailRows } from './cloudtrail';
import { cloudtrailTrailRows } from './cloudtrail-trail';
import { cloudwatchAlarmRows } from './cloudwatch-alarm';
import { cloudwatchLogsRows } from './cloudwatch-logs';
import { codePipelineRows } from './code-pipeline';
import { codeRepositoryRows } from './code-repository';
import { codebuildRows } from './codebuild';
import { cognitoRows } from './cognito';
import { cognitoProtectionRows } from './cognito-protection';
import { configRows } from './config';
import { classicLoadBalancerFloors, cloudfrontFloors, loadBalancerFloors, opensearchFloors } from './connection-floors';
import { databaseSecurityGroupRows } from './database-security-group';
import { datasyncRows } from './datasync';
import { daxRows } from './dax';
import { directoryServiceRows } from './directory-service';
import { dlmRows } from './dlm';
import { dmsRows } from './dms';
import { docdbRows } from './docdb';
import { dsqlRows } from './dsql';
import { dynamodbRows } from './dynamodb';
import { ebsRows } from './ebs';
import { ebsSnapshotRows } from './ebs-snapshot';
import { ec2Rows } from './ec2';
import { ecrRows } from './ecr';
import { ecsRows } from './ecs';
import { efsRows } from './efs';
import { eksRows } from './eks';
import { elasticBeanstalkRows } from './elastic-beanstalk';
import { elasticacheRows } from './elasticache';
import { emrRows } from './emr';
import {
  athenaRequestRows,
  docdbRequestRows,
  dynamodbRequestRows,
  ebsRequestRows,
  ec2RequestRows,
  ecrRequestRows,
  eksRequestRows,
  glueRequestRows,
  keyspacesRequestRows,
  mqRequestRows,
  neptuneRequestRows,
  rdsRequestRows,
  redshiftRequestRows,
  s3ExpressRequestRows,
  s3ObjectRequestRows,
  s3RequestRows,
  sqsRequestRows,
  ssmRequestRows,
} from './encryption-request';
import { endUserMessagingRows } from './end-user-messaging';
import { entityResolutionRows } from './entity-resolution';
import { eventbridgeRows } from './eventbridge';
import { firehoseRows } from './firehose';
import { fsxRows } from './fsx';
import { gameliftRows } from './gamelift';
import { glacierRows } from './glacier';
import { glueRows } from './glue';
import { guarddutyRows } from './guardduty';
import { iamRows } from './iam';
import { iamAttachmentRows, identityCenterRows } from './iam-attachments';
import { iamGivenRows, permissionSetPolicyRows } from './iam-given';
import { iamPeopleRows } from './iam-people';
import { iamPolicyDocumentRows } from './iam-policy-document';
import { iamSessionRows } from './iam-sessions';
import { iamTrustRows } from './iam-trust';
import { iamUserRows } from './iam-users';
import { iamWrittenRows } from './iam-written';
import { imageBuilderRows } from './image-builder';
import { incidentResponseRows } from './incident-response';
import { iotRows } from './iot';
import { kendraRows } from './kendra';
import { keyspacesRows } from './keyspaces';
import { kinesisRows } from './kinesis';
import { kmsRows } from './kms';
import { lambdaRows } from './lambda';
import { lexRows } from './lex';
import { lightsailRows } from './lightsail';
import { loadBalancerRows } from './load-balancer';
import { functionRoleRows, machineRoleRows, taskRoleRows } from './machine-role';
import { mediaPackageRows } from './media-package';
import { mediaStoreRows } from './media-store';
import { mediaTailorRows } from './media-tailor';
import { memorydbRows } from './memorydb';
import {
  eventbridgeUpkeepRows,
  firehoseUpkeepRows,
  kinesisUpkeepRows,
  mqUpkeepRows,
  mskUpkeepRows,
  mwaaUpkeepRows,
  snsUpkeepRows,
  sqsUpkeepRows,
} from './messaging-upkeep';
import { mqRows } from './mq';
import { mskRows } from './msk';
import { mwaaRows } from './mwaa';
import { neptuneRows } from './neptune';
import { networkAclRows } from './network-acl';
import { networkFirewallRows } from './network-firewall';
import { observabilityAccessManagerRows } from './observability-access-manager';
import { omicsRows } from './omics';
import { opensearchRows } from './opensearch';
import { opensearchIngestionRows } from './opensearch-ingestion';
import { opensearchNodeRows } from './opensearch-nodes';
import { opensearchServerlessRows } from './opensearch-serverless';
import { organizationsRows } from './organizations';
import { paymentCryptographyRows } from './payment-cryptography';
import { privateLinkRows } from './private-link';
import { prometheusRows } from './prometheus';
import { qldbRows } from './qldb';
import { quicksightRows } from './quicksight';
import { rdsRows } from './rds';
import { redshiftRows } from './redshift';
import { redshiftServerlessRows } from './redshift-serverless';
import { routeRows } from './route';
import { executeCommandRows, sessionDocumentRows } from './remote-session';
import { route53Rows } from './route53';
import { s3Rows } from './s3';
import { s3AccessGrantsRows } from './s3-access-grants';
import { s3AccessPointRows } from './s3-access-point';
import { s3ExpressRows } from './s3-express';
import { s3FilesRows } from './s3-files';
import { s3ObjectRows } from './s3-object';
import { s3OutpostsRows } from './s3-outposts';
import { s3RecordRows } from './s3-records';
import { s3TablesRows } from './s3-tables';
import { sagemakerRows } from './sagemaker';
import { secretsManagerRows } from './secrets-manager';
import { securityGroupRows } from './security-group';
import { sesRows } from './ses';
import { signerRows } from './signer';
import { snsRows } from './sns';
import { sqsRows } from './sqs';
import { ssmRows } from './ssm';
import { stepFunctionsRows } from './step-functions';
import { storageGatewayRows } from './storage-gateway';
import {
  backupUpkeepRows,
  cloudwatchLogsUpkeepRows,
  efsUpkeepRows,
  fsxUpkeepRows,
  kmsUpkeepRows,
  secretsManagerUpkeepRows,
} from './storage-upkeep';
import { directorySecrets, firehoseSecrets, loginSecrets, mqSecrets, sessionKeyRows } from './stored-secrets';
import { threatDetectionRows } from './threat-detection';
import { timestreamRows } from './timestream';
import { transferRows } from './transfer';
import { transitGatewayRows } from './transit-gateway';
import { vpcRows } from './vpc';
import { vpcEndpointRows } from './vpc-endpoint';
import { vpcLatticeRows } from './vpc-lattice';
import { vpcPeeringRows } from './vpc-peering';
import { vpnRows } from './vpn';
import { wafRows } from './waf';
import { wiringRows } from './wiring';
import { workspacesRows } from './workspaces';
import { xrayRows } from './xray';

/** Rows of every AWS service, sorted by name. */
export const awsRows: readonly ServiceRows[] = [
  accountManagementRows,
  acmRows,
  acmPcaRows,
  aiOperationsRows,
  alexaRows,
  amiRows,
  amplifyRows,
  apiGatewayRows,
  apiGatewayV2Rows,
  appRunnerRows,
  applicationWiringRows,
  appsyncRows,
  athenaRows,
  athenaRequestRows,
  autoScalingRows,
  backupRows,
  backupUpkeepRows,
  batchRows,
  bedrockRows,
  cdkCustomResourceRows,
  classicLoadBalancerRows,
  classicLoadBalancerFloors,
  clientVpnRows,
  cloud9Rows,
  cloudfrontRows,
  cloudfrontFloors,
  cloudsearchRows,
  cloudtrailRows,
  cloudtrailTrailRows,
  cloudwatchAlarmRows,
  cloudwatchLogsRows,
  cloudwatchLogsUpkeepRows,
  codePipelineRows,
  codeRepositoryRows,
  codebuildRows,
  cognitoRows,
  cognitoProtectionRows,
  configRows,
  databaseSecurityGroupRows,
  datasyncRows,
  daxRows,
  directoryServiceRows,
  directorySecrets,
  dlmRows,
  dmsRows,
  docdbRows,
  docdbRequestRows,
  docdbAdministrator,
  dsqlRows,
  dynamodbRows,
  dynamodbRequestRows,
  ebsRows,
  ebsRequestRows,
  ebsSnapshotRows,
  ec2Rows,
  ec2RequestRows,
  machineRoleRows,
  ecrRows,
  ecrRequestRows,
  ecsRows,
  executeCommandRows,
  taskRoleRows,
  efsRows,
  efsUpkeepRows,
  eksRows,
  eksRequestRows,
  elasticBeanstalkRows,
  elasticacheRows,
  emrRows,
  endUserMessagingRows,
  entityResolutionRows,
  eventbridgeRows,
  eventbridgeUpkeepRows,
  firehoseRows,
  firehoseSecrets,
  firehoseUpkeepRows,
  fsxRows,
  fsxUpkeepRows,
  gameliftRows,
  glacierRows,
  glueRows,
  glueRequestRows,
  guarddutyRows,
  iamRows,
  loginSecrets,
  iamSessionRows,
  iamAttachmentRows,
  iamTrustRows,
  iamUserRows,
  iamGivenRows,
  iamPeopleRows,
  iamWrittenRows,
  iamPolicyDocumentRows,
  identityCenterRows,
  permissionSetPolicyRows,
  imageBuilderRows,
  incidentResponseRows,
  iotRows,
  kendraRows,
  keyspacesRows,
  keyspacesRequestRows,
  kinesisRows,
  kinesisUpkeepRows,
  kmsRows,
  kmsUpkeepRows,
  lakeFormationRows,
  lambdaRows,
  functionRoleRows,
  lexRows,
  lightsailRows,
  lightsailAdministrator,
  loadBalancerRows,
  loadBalancerFloors,
  mediaPackageRows,
  mediaStoreRows,
  mediaTailorRows,
  memorydbRows,
  mqRows,
  mqRequestRows,
  mqSecrets,
  mqUpkeepRows,
  mskRows,
  mskUpkeepRows,
  mwaaRows,
  mwaaUpkeepRows,
  neptuneRows,
  neptuneRequestRows,
  networkAclRows,
  networkFirewallRows,
  networkWiringRows,
  observabilityAccessManagerRows,
  omicsRows,
  opensearchRows,
  opensearchAdministrator,
  opensearchFloors,
  opensearchNodeRows,
  opensearchIngestionRows,
  opensearchServerlessRows,
  organizationsRows,
  paymentCryptographyRows,
  privateLinkRows,
  prometheusRows,
  qldbRows,
  quicksightRows,
  rdsRows,
  rdsRequestRows,
  rdsAdministrator,
  rdsClusterAdministrator,
  redshiftRows,
  redshiftRequestRows,
  redshiftAdministrator,
  redshiftServerlessRows,
  redshiftServerlessAdministrator,
  routeRows,
  route53Rows,
  s3Rows,
  s3RequestRows,
  s3RecordRows,
  s3AccessGrantsRows,
  s3AccessPointRows,
  s3ExpressRows,
  s3ExpressRequestRows,
  s3FilesRows,
  s3ObjectRows,
  s3ObjectRequestRows,
  s3OutpostsRows,
  s3TablesRows,
  sagemakerRows,
  secretsManagerRows,
  secretsManagerUpkeepRows,
  securityGroupRows,
  sesRows,
  signerRows,
  snsRows,
  snsUpkeepRows,
  sqsRows,
  sqsRequestRows,
  sqsUpkeepRows,
  ssmRows,
  ssmRequestRows,
  sessionDocumentRows,
  sessionKeyRows,
  stepFunctionsRows,
  storageGatewayRows,
  threatDetectionRows,
  timestreamRows,
  transferRows,
  transitGatewayRows,
  vpcRows,
  vpcEndpointRows,
  vpcLatticeRows,
  vpcPeeringRows,
  vpnRows,
  wafRows,
  wiringRows,
  workspacesRows,
  xrayRows,
];
