import { Duration, Stack, type App } from 'aws-cdk-lib';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { CfnOIDCProvider, Effect, PolicyStatement, Role, WebIdentityPrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { AttributeType, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { StateMachine, DefinitionBody, Pass } from 'aws-cdk-lib/aws-stepfunctions';
import { inspectSubject } from '../../aspects/testing';
import { controls } from '../../src/controls';
import { newApp } from './support';

/** What everybody has: functions with their logs and traces, grants of the CDK's, a pipeline that signs in without a key. */
function ordinary(app: App): Stack {
  const stack = new Stack(app, 'Ordinary', { env: { account: '111122223333', region: 'eu-west-1' } });
  const key = new Key(stack, 'Key', { enableKeyRotation: true });
  const bucket = new Bucket(stack, 'Bucket', {
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    enforceSSL: true,
  });
  const queue = new Queue(stack, 'Queue', { enforceSSL: true });
  const topic = new Topic(stack, 'Topic');
  const table = new TableV2(stack, 'Table', {
    partitionKey: { name: 'id', type: AttributeType.STRING },
    dynamoStream: StreamViewType.NEW_IMAGE,
  });
  const secret = new Secret(stack, 'Secret');
  const worker = new LambdaFunction(stack, 'Worker', {
    runtime: Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: Code.fromInline('exports.handler = async () => {};'),
    tracing: Tracing.ACTIVE,
    vpc: new Vpc(stack, 'Vpc', { restrictDefaultSecurityGroup: false }),
    timeout: Duration.seconds(10),
  });
  bucket.grantReadWrite(worker);
  table.grantReadWriteData(worker);
  table.grantStreamRead(worker);
  secret.grantRead(worker);
  queue.grantSendMessages(worker);
  topic.grantPublish(worker);
  topic.addSubscription(new SqsSubscription(queue));
  worker.addEventSource(new SqsEventSource(queue));
  const machine = new StateMachine(stack, 'Machine', {
    definitionBody: DefinitionBody.fromChainable(new Pass(stack, 'Nothing')),
    tracingEnabled: true,
  });
  machine.grantStartExecution(worker);
  const issuer = 'token.actions.githubusercontent.com';
  const provider = new CfnOIDCProvider(stack, 'GitHub', {
    url: `https://${issuer}`,
    clientIdList: ['sts.amazonaws.com'],
  });
  const pipeline = new Role(stack, 'Pipeline', {
    assumedBy: new WebIdentityPrincipal(provider.attrArn, {
      StringEquals: { [`${issuer}:aud`]: 'sts.amazonaws.com' },
      StringLike: { [`${issuer}:sub`]: 'repo:acme/app:ref:refs/heads/main' },
    }),
  });
  pipeline.addToPolicy(
    new PolicyStatement({
      effect: Effect.ALLOW,
      actions: ['sts:AssumeRole'],
      resources: ['arn:aws:iam::111122223333:role/cdk-hnb659fds-*'],
    }),
  );
  bucket.grantPut(pipeline);
  return stack;
}

const policyControls: readonly string[] = controls
  .filter(({ judges }) => judges.includes('permissions') || judges.includes('policy-document'))
  .map(({ id }) => id);

test('the roles and policies of an ordinary application give no finding at all', () => {
  const { inputs } = inspectSubject(ordinary(newApp()), { configuration: { preset: 'strict' } });
  const found = inputs.flatMap(({ findings }) =>
    findings
      .filter(({ control }) => policyControls.includes(control))
      .map(
        ({ control, verdict, resource, witnesses }) =>
          `${control} ${verdict} ${resource.address}: ${witnesses.map(({ note }) => note).join('; ')}`,
      ),
  );
  expect(found).toEqual([]);
});
