import {
  entriesOf,
  equalData,
  intrinsic,
  isDataList,
  isDataObject,
  listOf,
  member,
  unsettled,
  type Data,
} from './data';
import { awsManagedPolicy } from './sam-resource';

/** What SAM's `Policies` becomes in the role that it generates. */
export interface RolePolicies {
  readonly managed: readonly Data[];
  readonly inline: readonly Data[];
}

/**
 * Sorts `Policies` into managed policies and documents: names, ARNs, documents, policy templates, each of which may stand
 * in an `Fn::If`. What is none of these becomes a document of which nothing is known.
 */
export function rolePolicies(policies: Data | undefined, roleId: string): RolePolicies {
  const managed: Data[] = [];
  const inline: Data[] = [];
  // `Policies: !If […]` chooses between single policies here; a list in a branch is told apart below.
  for (const [index, policy] of listOf(policies).entries()) {
    const name = `${roleId}Policy${String(index)}`;
    const sorted = sortPolicy(policy, name);
    managed.push(...sorted.managed.filter((one) => !managed.some((other) => equalData(one, other))));
    inline.push(...sorted.inline);
  }
  return { managed, inline };
}

function sortPolicy(policy: Data, name: string): RolePolicies {
  if (typeof policy === 'string') return { managed: [managedPolicy(policy)], inline: [] };
  const call = intrinsic(policy);
  if (call?.name === 'Fn::If') return sortChoice(listOf(call.argument), name);
  if (call && isNoValue(policy)) return { managed: [], inline: [] };
  // A reference, an attribute, an import, a text: the ARN of a managed policy.
  if (call) return { managed: [policy], inline: [] };
  return { managed: [], inline: [document(name, inlineDocument(policy))] };
}

/** Each branch goes where it belongs, and leaves nothing in the other place. */
function sortChoice([condition, ...branches]: readonly Data[], name: string): RolePolicies {
  const noValue: Data = { Ref: 'AWS::NoValue' };
  const sorted = branches.map((branch, n) =>
    isDataList(branch) ? rolePolicies(branch, `${name}${String(n)}`) : sortPolicy(branch, name),
  );
  const [whenTrue, whenFalse] = sorted;
  const pair = (one: readonly Data[], other: readonly Data[]): readonly Data[] =>
    Array.from({ length: Math.max(one.length, other.length) }, (_, n) => ({
      'Fn::If': [condition ?? null, one[n] ?? noValue, other[n] ?? noValue],
    }));
  return {
    managed: pair(whenTrue?.managed ?? [], whenFalse?.managed ?? []),
    inline: pair(whenTrue?.inline ?? [], whenFalse?.inline ?? []),
  };
}

const isNoValue = (data: Data): boolean => member(data, 'Ref') === 'AWS::NoValue';

const document = (name: string, content: Data): Data => ({ PolicyName: name, PolicyDocument: content });

/** SAM looks names up in a list of AWS's policies; those of service roles have a path, which a name alone does not tell. */
const managedPolicy = (name: string): Data => (name.startsWith('arn:') || name === '' ? name : awsManagedPolicy(name));

function inlineDocument(policy: Data): Data {
  if (!isDataObject(policy)) return unsettled('a policy that is none');
  if (member(policy, 'Statement') !== undefined) return policy;
  const [template, ...others] = entriesOf(policy);
  if (!template || others.length > 0) return unsettled('a policy that is none');
  const [name, parameters] = template;
  const statements = Object.hasOwn(templates, name) ? templates[name] : undefined;
  if (!statements) return unsettled(`SAM policy template "${name}"`);
  return {
    Version: '2012-10-17',
    Statement: statements.map(([actions, ...resources]) => ({
      Effect: 'Allow',
      Action: actions.split(' '),
      Resource: resources.map((resource) => fill(resource, parameters)),
    })),
  };
}

function fill(resource: string, parameters: Data): Data {
  if (resource === '*') return resource;
  // Only the template's own names: a parameter called like a pseudo parameter means that parameter.
  return { 'Fn::Sub': isDataObject(parameters) ? [resource, parameters] : resource };
}

const here = (service: string, rest: string): string =>
  `arn:\${AWS::Partition}:${service}:\${AWS::Region}:\${AWS::AccountId}:${rest}`;
const bucket = 'arn:${AWS::Partition}:s3:::${BucketName}';
const table = here('dynamodb', 'table/${TableName}');
const queue = here('sqs', '${QueueName}');
const topic = here('sns', '${TopicName}');
const stream = here('kinesis', 'stream/${StreamName}');
const delivery = here('firehose', 'deliverystream/${DeliveryStreamName}');
const identity = here('ses', 'identity/${IdentityName}');
const key = here('kms', 'key/${KeyId}');
const collection = here('rekognition', 'collection/${CollectionId}');

/** Actions, separated by blanks, and the resources they are granted on. */
type TemplateStatement = readonly [actions: string, ...resources: string[]];

/**
 * What SAM's policy templates grant. Those that are missing here become documents of which nothing is known.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-template-list.html
 */
const templates: Readonly<Record<string, readonly TemplateStatement[]>> = {
  AMIDescribePolicy: [['ec2:DescribeImages', here('ec2', 'image/*')]],
  AWSSecretsManagerGetSecretValuePolicy: [['secretsmanager:GetSecretValue', '${SecretArn}']],
  CloudFormationDescribeStacksPolicy: [['cloudformation:DescribeStacks', here('cloudformation', 'stack/*')]],
  CloudWatchDashboardPolicy: [
    ['cloudwatch:GetDashboard cloudwatch:ListDashboards cloudwatch:PutDashboard cloudwatch:ListMetrics', '*'],
  ],
  CloudWatchDescribeAlarmHistoryPolicy: [['cloudwatch:DescribeAlarmHistory', '*']],
  CloudWatchPutMetricPolicy: [['cloudwatch:PutMetricData', '*']],
  CodePipelineLambdaExecutionPolicy: [['codepipeline:PutJobSuccessResult codepipeline:PutJobFailureResult', '*']],
  CodePipelineReadOnlyPolicy: [['codepipeline:ListPipelineExecutions', here('codepipeline', '${PipelineName}')]],
  DynamoDBBackupFullAccessPolicy: [
    ['dynamodb:CreateBackup dynamodb:DescribeContinuousBackups', table],
    ['dynamodb:DeleteBackup dynamodb:DescribeBackup dynamodb:ListBackups', `${table}/backup/*`],
  ],
  DynamoDBCrudPolicy: [
    [
      'dynamodb:GetItem dynamodb:DeleteItem dynamodb:PutItem dynamodb:Scan dynamodb:Query dynamodb:UpdateItem ' +
        'dynamodb:BatchWriteItem dynamodb:BatchGetItem dynamodb:DescribeTable dynamodb:ConditionCheckItem',
      table,
      `${table}/index/*`,
    ],
  ],
  DynamoDBReadPolicy: [
    [
      'dynamodb:GetItem dynamodb:Scan dynamodb:Query dynamodb:BatchGetItem dynamodb:DescribeTable',
      table,
      `${table}/index/*`,
    ],
  ],
  DynamoDBReconfigurePolicy: [['dynamodb:UpdateTable', table]],
  DynamoDBStreamReadPolicy: [
    ['dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator', `${table}/stream/\${StreamName}`],
    ['dynamodb:ListStreams', `${table}/stream/*`],
  ],
  EC2DescribePolicy: [['ec2:DescribeRegions ec2:DescribeInstances', '*']],
  EKSDescribePolicy: [['eks:DescribeCluster eks:ListClusters', '*']],
  FilterLogEventsPolicy: [['logs:FilterLogEvents', here('logs', 'log-group:${LogGroupName}:log-stream:*')]],
  FirehoseCrudPolicy: [
    [
      'firehose:CreateDeliveryStream firehose:DeleteDeliveryStream firehose:DescribeDeliveryStream firehose:PutRecord ' +
        'firehose:PutRecordBatch firehose:UpdateDestination',
      delivery,
    ],
  ],
  FirehoseWritePolicy: [['firehose:PutRecord firehose:PutRecordBatch', delivery]],
  KinesisCrudPolicy: [
    [
      'kinesis:AddTagsToStream kinesis:CreateStream kinesis:DecreaseStreamRetentionPeriod kinesis:DeleteStream ' +
        'kinesis:DescribeStream kinesis:DescribeStreamSummary kinesis:GetShardIterator ' +
        'kinesis:IncreaseStreamRetentionPeriod kinesis:ListTagsForStream kinesis:MergeShards kinesis:PutRecord ' +
        'kinesis:PutRecords kinesis:SplitShard kinesis:RemoveTagsFromStream',
      stream,
    ],
  ],
  KinesisStreamReadPolicy: [
    ['kinesis:ListStreams kinesis:DescribeLimits', here('kinesis', 'stream/*')],
    ['kinesis:DescribeStream kinesis:DescribeStreamSummary kinesis:GetRecords kinesis:GetShardIterator', stream],
  ],
  KMSDecryptPolicy: [['kms:Decrypt', key]],
  KMSEncryptPolicy: [['kms:Encrypt', key]],
  LambdaInvokePolicy: [['lambda:InvokeFunction', here('lambda', 'function:${FunctionName}*')]],
  OrganizationsListAccountsPolicy: [['organizations:ListAccounts', '*']],
  RekognitionDetectOnlyPolicy: [
    ['rekognition:DetectFaces rekognition:DetectLabels rekognition:DetectModerationLabels rekognition:DetectText', '*'],
  ],
  RekognitionFacesPolicy: [['rekognition:CompareFaces rekognition:DetectFaces', '*']],
  RekognitionLabelsPolicy: [['rekognition:DetectLabels rekognition:DetectModerationLabels', '*']],
  RekognitionReadPolicy: [
    [
      'rekognition:ListCollections rekognition:ListFaces rekognition:SearchFaces rekognition:SearchFacesByImage',
      collection,
    ],
  ],
  RekognitionWriteOnlyAccessPolicy: [['rekognition:CreateCollection rekognition:IndexFaces', collection]],
  S3CrudPolicy: [
    [
      's3:GetObject s3:ListBucket s3:GetBucketLocation s3:GetObjectVersion s3:PutObject s3:PutObjectAcl ' +
        's3:GetLifecycleConfiguration s3:PutLifecycleConfiguration s3:DeleteObject',
      bucket,
      `${bucket}/*`,
    ],
  ],
  S3FullAccessPolicy: [
    [
      's3:GetObject s3:GetObjectAcl s3:GetObjectVersion s3:PutObject s3:PutObjectAcl s3:DeleteObject ' +
        's3:DeleteObjectTagging s3:DeleteObjectVersionTagging s3:GetObjectTagging s3:GetObjectVersionTagging ' +
        's3:PutObjectTagging s3:PutObjectVersionTagging',
      `${bucket}/*`,
    ],
    ['s3:ListBucket s3:GetBucketLocation s3:GetLifecycleConfiguration s3:PutLifecycleConfiguration', bucket],
  ],
  S3ReadPolicy: [
    [
      's3:GetObject s3:ListBucket s3:GetBucketLocation s3:GetObjectVersion s3:GetLifecycleConfiguration',
      bucket,
      `${bucket}/*`,
    ],
  ],
  SESCrudPolicy: [
    ['ses:GetIdentityVerificationAttributes ses:SendEmail ses:SendRawEmail ses:VerifyEmailIdentity', identity],
  ],
  SESSendBouncePolicy: [['ses:SendBounce', identity]],
  SNSCrudPolicy: [
    ['sns:ListSubscriptionsByTopic sns:CreateTopic sns:SetTopicAttributes sns:Subscribe sns:Publish', `${topic}*`],
  ],
  SNSPublishMessagePolicy: [['sns:Publish', topic]],
  SQSPollerPolicy: [
    [
      'sqs:ChangeMessageVisibility sqs:ChangeMessageVisibilityBatch sqs:DeleteMessage sqs:DeleteMessageBatch ' +
        'sqs:GetQueueAttributes sqs:ReceiveMessage',
      queue,
    ],
  ],
  SQSSendMessagePolicy: [['sqs:SendMessage*', queue]],
  SSMParameterReadPolicy: [
    ['ssm:DescribeParameters', '*'],
    ['ssm:GetParameters ssm:GetParameter ssm:GetParametersByPath', here('ssm', 'parameter/${ParameterName}')],
  ],
  StepFunctionsExecutionPolicy: [['states:StartExecution', here('states', 'stateMachine:${StateMachineName}')]],
  TextractDetectAnalyzePolicy: [
    [
      'textract:DetectDocumentText textract:StartDocumentTextDetection textract:StartDocumentAnalysis ' +
        'textract:AnalyzeDocument',
      '*',
    ],
  ],
  TextractGetResultPolicy: [['textract:GetDocumentTextDetection textract:GetDocumentAnalysis', '*']],
  TextractPolicy: [['textract:*', '*']],
  VPCAccessPolicy: [
    [
      'ec2:CreateNetworkInterface ec2:DeleteNetworkInterface ec2:DescribeNetworkInterfaces ec2:DetachNetworkInterface',
      '*',
    ],
  ],
};
