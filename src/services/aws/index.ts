import type { Service } from '../service';
import { accountManagement } from './account-management';
import { acm } from './acm';
import { acmPca } from './acm-pca';
import { aiOperations } from './ai-operations';
import { alexa } from './alexa';
import { ami } from './ami';
import { amplify } from './amplify';
import { apiGateway } from './api-gateway';
import { apiGatewayV2 } from './api-gateway-v2';
import { appRunner } from './app-runner';
import { applicationWiring } from './application-wiring';
import { appsync } from './appsync';
import { athena } from './athena';
import { autoScaling } from './auto-scaling';
import { backup } from './backup';
import { batch } from './batch';
import { bedrock } from './bedrock';
import { cdkCustomResource } from './cdk-custom-resource';
import { classicLoadBalancer } from './classic-load-balancer';
import { clientVpn } from './client-vpn';
import { cloud9 } from './cloud9';
import { cloudfront } from './cloudfront';
import { cloudsearch } from './cloudsearch';
import { cloudtrail } from './cloudtrail';
import { cloudwatchAlarm } from './cloudwatch-alarm';
import { cloudwatchLogs } from './cloudwatch-logs';
import { codePipeline } from './code-pipeline';
import { codeRepository } from './code-repository';
import { codebuild } from './codebuild';
import { cognito } from './cognito';
import { config } from './config';
import { databaseSecurityGroup } from './database-security-group';
import { datasync } from './datasync';
import { dax } from './dax';
import { directoryService } from './directory-service';
import { dlm } from './dlm';
import { dms } from './dms';
import { docdb } from './docdb';
import { dsql } from './dsql';
import { dynamodb } from './dynamodb';
import { ebs } from './ebs';
import { ebsSnapshot } from './ebs-snapshot';
import { ec2 } from './ec2';
import { ecr } from './ecr';
import { ecs } from './ecs';
import { efs } from './efs';
import { eks } from './eks';
import { elasticBeanstalk } from './elastic-beanstalk';
import { elasticache } from './elasticache';
import { emr } from './emr';
import { endUserMessaging } from './end-user-messaging';
import { entityResolution } from './entity-resolution';
import { eventbridge } from './eventbridge';
import { firehose } from './firehose';
import { fsx } from './fsx';
import { gamelift } from './gamelift';
import { glacier } from './glacier';
import { glue } from './glue';
import { guardduty } from './guardduty';
import { iam, identityCenter } from './iam';
import { iamPolicyDocument } from './iam-policy-document';
import { imageBuilder } from './image-builder';
import { incidentResponse } from './incident-response';
import { iot } from './iot';
import { kendra } from './kendra';
import { keyspaces } from './keyspaces';
import { kinesis } from './kinesis';
import { kms } from './kms';
import { lakeFormation } from './lake-formation';
import { lambda } from './lambda';
import { lex } from './lex';
import { lightsail } from './lightsail';
import { loadBalancer } from './load-balancer';
import { mediaPackage } from './media-package';
import { mediaStore } from './media-store';
import { mediaTailor } from './media-tailor';
import { memorydb } from './memorydb';
import { mq } from './mq';
import { msk } from './msk';
import { mwaa } from './mwaa';
import { neptune } from './neptune';
import { networkAcl } from './network-acl';
import { networkFirewall } from './network-firewall';
import { networkWiring } from './network-wiring';
import { observabilityAccessManager } from './observability-access-manager';
import { omics } from './omics';
import { opensearch } from './opensearch';
import { opensearchIngestion } from './opensearch-ingestion';
import { opensearchServerless } from './opensearch-serverless';
import { organizations } from './organizations';
import { paymentCryptography } from './payment-cryptography';
import { privateLink } from './private-link';
import { prometheus } from './prometheus';
import { qldb } from './qldb';
import { quicksight } from './quicksight';
import { rds } from './rds';
import { redshift } from './redshift';
import { redshiftServerless } from './redshift-serverless';
import { route } from './route';
import { route53 } from './route53';
import { s3 } from './s3';
import { s3AccessGrants } from './s3-access-grants';
import { s3AccessPoint } from './s3-access-point';
import { s3Express } from './s3-express';
import { s3Files } from './s3-files';
import { s3Object } from './s3-object';
import { s3Outposts } from './s3-outposts';
import { s3Tables } from './s3-tables';
import { sagemaker } from './sagemaker';
import { secretsManager } from './secrets-manager';
import { securityGroup } from './security-group';
import { ses } from './ses';
import { signer } from './signer';
import { sns } from './sns';
import { sqs } from './sqs';
import { ssm } from './ssm';
import { stepFunctions } from './step-functions';
import { storageGateway } from './storage-gateway';
import { threatDetection } from './threat-detection';
import { timestream } from './timestream';
import { transfer } from './transfer';
import { transitGateway } from './transit-gateway';
import { vpc } from './vpc';
import { vpcEndpoint } from './vpc-endpoint';
import { vpcLattice } from './vpc-lattice';
import { vpcPeering } from './vpc-peering';
import { vpn } from './vpn';
import { waf } from './waf';
import { wiring } from './wiring';
import { workspaces } from './workspaces';
import { xray } from './xray';

/** Every AWS service, sorted by name. */
export const aws: readonly Service[] = [
  accountManagement,
  acm,
  acmPca,
  aiOperations,
  alexa,
  ami,
  amplify,
  apiGateway,
  apiGatewayV2,
  appRunner,
  applicationWiring,
  appsync,
  athena,
  autoScaling,
  backup,
  batch,
  bedrock,
  cdkCustomResource,
  classicLoadBalancer,
  clientVpn,
  cloud9,
  cloudfront,
  cloudsearch,
  cloudtrail,
  cloudwatchAlarm,
  cloudwatchLogs,
  codePipeline,
  codeRepository,
  codebuild,
  cognito,
  config,
  databaseSecurityGroup,
  datasync,
  dax,
  directoryService,
  dlm,
  dms,
  docdb,
  dsql,
  dynamodb,
  ebs,
  ebsSnapshot,
  ec2,
  ecr,
  ecs,
  efs,
  eks,
  elasticBeanstalk,
  elasticache,
  emr,
  endUserMessaging,
  entityResolution,
  eventbridge,
  firehose,
  fsx,
  gamelift,
  glacier,
  glue,
  guardduty,
  iam,
  iamPolicyDocument,
  identityCenter,
  imageBuilder,
  incidentResponse,
  iot,
  kendra,
  keyspaces,
  kinesis,
  kms,
  lakeFormation,
  lambda,
  lex,
  lightsail,
  loadBalancer,
  mediaPackage,
  mediaStore,
  mediaTailor,
  memorydb,
  mq,
  msk,
  mwaa,
  neptune,
  networkAcl,
  networkFirewall,
  networkWiring,
  observabilityAccessManager,
  omics,
  opensearch,
  opensearchIngestion,
  opensearchServerless,
  organizations,
  paymentCryptography,
  privateLink,
  prometheus,
  qldb,
  quicksight,
  rds,
  redshift,
  redshiftServerless,
  route,
  route53,
  s3,
  s3AccessGrants,
  s3AccessPoint,
  s3Express,
  s3Files,
  s3Object,
  s3Outposts,
  s3Tables,
  sagemaker,
  secretsManager,
  securityGroup,
  ses,
  signer,
  sns,
  sqs,
  ssm,
  stepFunctions,
  storageGateway,
  threatDetection,
  timestream,
  transfer,
  transitGateway,
  vpc,
  vpcEndpoint,
  vpcLattice,
  vpcPeering,
  vpn,
  waf,
  wiring,
  workspaces,
  xray,
];
