import type { ServiceRows } from '../../support/row';
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
import { lightsailRows } from './lightsail';
import { loadBalancerRows } from './load-balancer';
import { memorydbRows } from './memorydb';
import { mqRows } from './mq';
import { mskRows } from './msk';
import { mwaaRows } from './mwaa';
import { neptuneRows } from './neptune';
import { networkAclRows } from './network-acl';
import { opensearchRows } from './opensearch';
import { opensearchServerlessRows } from './opensearch-serverless';
import { privateLinkRows } from './private-link';
import { qldbRows } from './qldb';
import { quicksightRows } from './quicksight';
import { rdsRows } from './rds';
import { redshiftRows } from './redshift';
import { redshiftServerlessRows } from './redshift-serverless';
import { s3Rows } from './s3';
import { s3AccessPointRows } from './s3-access-point';
import { s3ExpressRows } from './s3-express';
import { s3ObjectRows } from './s3-object';
import { s3TablesRows } from './s3-tables';
import { sagemakerRows } from './sagemaker';
import { secretsManagerRows } from './secrets-manager';
import { securityGroupRows } from './security-group';
import { sesRows } from './ses';
import { snsRows } from './sns';
import { sqsRows } from './sqs';
import { ssmRows } from './ssm';
import { stepFunctionsRows } from './step-functions';
import { storageGatewayRows } from './storage-gateway';
import { timestreamRows } from './timestream';
import { transferRows } from './transfer';
import { transitGatewayRows } from './transit-gateway';
import { vpcRows } from './vpc';
import { wafRows } from './waf';
import { wiringRows } from './wiring';
import { workspacesRows } from './workspaces';

/** Rows of every AWS service, sorted by name. */
export const awsRows: readonly ServiceRows[] = [
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
  lightsailRows,
  loadBalancerRows,
  memorydbRows,
  mqRows,
  mskRows,
  mwaaRows,
  neptuneRows,
  networkAclRows,
  opensearchRows,
  opensearchServerlessRows,
  privateLinkRows,
  qldbRows,
  quicksightRows,
  rdsRows,
  redshiftRows,
  redshiftServerlessRows,
  s3Rows,
  s3AccessPointRows,
  s3ExpressRows,
  s3ObjectRows,
  s3TablesRows,
  sagemakerRows,
  secretsManagerRows,
  securityGroupRows,
  sesRows,
  snsRows,
  sqsRows,
  ssmRows,
  stepFunctionsRows,
  storageGatewayRows,
  timestreamRows,
  transferRows,
  transitGatewayRows,
  vpcRows,
  wafRows,
  wiringRows,
  workspacesRows,
];
