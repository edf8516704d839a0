import type { ServiceRows } from '../../support/row';
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
import { backupRows } from './backup';
import { batchRows } from './batch';
import { bedrockRows } from './bedrock';
import { classicLoadBalancerRows } from './classic-load-balancer';
import { cloud9Rows } from './cloud9';
import { cloudfrontRows } from './cloudfront';
import { cloudsearchRows } from './cloudsearch';
import { cloudtrailRows } from './cloudtrail';
import { cloudwatchLogsRows } from './cloudwatch-logs';
import { codePipelineRows } from './code-pipeline';
import { codeRepositoryRows } from './code-repository';
import { codebuildRows } from './codebuild';
import { cognitoRows } from './cognito';
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
import { iamRows } from './iam';
import { iamAttachmentRows, identityCenterRows } from './iam-attachments';
import { iamPolicyDocumentRows } from './iam-policy-document';
import { iamTrustRows } from './iam-trust';
import { iamUserRows } from './iam-users';
import { imageBuilderRows } from './image-builder';
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
import { s3Rows } from './s3';
import { s3AccessGrantsRows } from './s3-access-grants';
import { s3AccessPointRows } from './s3-access-point';
import { s3ExpressRows } from './s3-express';
import { s3FilesRows } from './s3-files';
import { s3ObjectRows } from './s3-object';
import { s3OutpostsRows } from './s3-outposts';
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
import { timestreamRows } from './timestream';
import { transferRows } from './transfer';
import { transitGatewayRows } from './transit-gateway';
import { vpcRows } from './vpc';
import { vpcLatticeRows } from './vpc-lattice';
import { wafRows } from './waf';
import { wiringRows } from './wiring';
import { workspacesRows } from './workspaces';
import { xrayRows } from './xray';

/** Rows of every AWS service, sorted by name. */
export const awsRows: readonly ServiceRows[] = [
  acmPcaRows,
  aiOperationsRows,
  alexaRows,
  amiRows,
  amplifyRows,
  apiGatewayRows,
  apiGatewayV2Rows,
  appRunnerRows,
  appsyncRows,
  athenaRows,
  backupRows,
  batchRows,
  bedrockRows,
  classicLoadBalancerRows,
  cloud9Rows,
  cloudfrontRows,
  cloudsearchRows,
  cloudtrailRows,
  cloudwatchLogsRows,
  codePipelineRows,
  codeRepositoryRows,
  codebuildRows,
  cognitoRows,
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
  eksRows,
  elasticBeanstalkRows,
  elasticacheRows,
  emrRows,
  endUserMessagingRows,
  entityResolutionRows,
  eventbridgeRows,
  firehoseRows,
  fsxRows,
  gameliftRows,
  glacierRows,
  glueRows,
  iamRows,
  iamAttachmentRows,
  iamTrustRows,
  iamUserRows,
  iamPolicyDocumentRows,
  identityCenterRows,
  imageBuilderRows,
  iotRows,
  kendraRows,
  keyspacesRows,
  kinesisRows,
  kmsRows,
  lambdaRows,
  lexRows,
  lightsailRows,
  loadBalancerRows,
  mediaPackageRows,
  mediaStoreRows,
  mediaTailorRows,
  memorydbRows,
  mqRows,
  mskRows,
  mwaaRows,
  neptuneRows,
  networkAclRows,
  networkFirewallRows,
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
  s3Rows,
  s3AccessGrantsRows,
  s3AccessPointRows,
  s3ExpressRows,
  s3FilesRows,
  s3ObjectRows,
  s3OutpostsRows,
  s3TablesRows,
  sagemakerRows,
  secretsManagerRows,
  securityGroupRows,
  sesRows,
  signerRows,
  snsRows,
  sqsRows,
  ssmRows,
  stepFunctionsRows,
  storageGatewayRows,
  timestreamRows,
  transferRows,
  transitGatewayRows,
  vpcRows,
  vpcLatticeRows,
  wafRows,
  wiringRows,
  workspacesRows,
  xrayRows,
];
