import type { ServiceRows } from '../../support/row';
import { acmRows } from './acm';
import { acmPcaRows } from './acm-pca';
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
import { accountManagementRows, applicationWiringRows, networkWiringRows } from './classified';
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
import { iamPolicyDocumentRows } from './iam-policy-document';
import { iamSessionRows } from './iam-sessions';
import { iamTrustRows } from './iam-trust';
import { iamUserRows } from './iam-users';
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
  autoScalingRows,
  backupRows,
  backupUpkeepRows,
  batchRows,
  bedrockRows,
  classicLoadBalancerRows,
  clientVpnRows,
  cloud9Rows,
  cloudfrontRows,
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
  dlmRows,
  dmsRows,
  docdbRows,
  dsqlRows,
  dynamodbRows,
  ebsRows,
  ebsSnapshotRows,
  ec2Rows,
  ecrRows,
  ecsRows,
  efsRows,
  efsUpkeepRows,
  eksRows,
  elasticBeanstalkRows,
  elasticacheRows,
  emrRows,
  endUserMessagingRows,
  entityResolutionRows,
  eventbridgeRows,
  eventbridgeUpkeepRows,
  firehoseRows,
  firehoseUpkeepRows,
  fsxRows,
  fsxUpkeepRows,
  gameliftRows,
  glacierRows,
  glueRows,
  guarddutyRows,
  iamRows,
  iamSessionRows,
  iamAttachmentRows,
  iamTrustRows,
  iamUserRows,
  iamPolicyDocumentRows,
  identityCenterRows,
  imageBuilderRows,
  incidentResponseRows,
  iotRows,
  kendraRows,
  keyspacesRows,
  kinesisRows,
  kinesisUpkeepRows,
  kmsRows,
  kmsUpkeepRows,
  lambdaRows,
  lexRows,
  lightsailRows,
  loadBalancerRows,
  mediaPackageRows,
  mediaStoreRows,
  mediaTailorRows,
  memorydbRows,
  mqRows,
  mqUpkeepRows,
  mskRows,
  mskUpkeepRows,
  mwaaRows,
  mwaaUpkeepRows,
  neptuneRows,
  networkAclRows,
  networkFirewallRows,
  networkWiringRows,
  observabilityAccessManagerRows,
  omicsRows,
  opensearchRows,
  opensearchIngestionRows,
  opensearchServerlessRows,
  organizationsRows,
  paymentCryptographyRows,
  privateLinkRows,
  prometheusRows,
  qldbRows,
  quicksightRows,
  rdsRows,
  redshiftRows,
  redshiftServerlessRows,
  routeRows,
  route53Rows,
  s3Rows,
  s3RecordRows,
  s3AccessGrantsRows,
  s3AccessPointRows,
  s3ExpressRows,
  s3FilesRows,
  s3ObjectRows,
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
  sqsUpkeepRows,
  ssmRows,
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
