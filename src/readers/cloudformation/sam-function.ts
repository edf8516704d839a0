import { entriesOf, isDataObject, member, scalarText, type Data, type DataPath } from './data';
import { apiEvents } from './sam-api';
import { rolePolicies } from './sam-policies';
import { awsManagedPolicy, generate, propertiesOf, tagList } from './sam-resource';
import type { Declaration } from './template';

/**
 * A function with its role, its URL with the public permissions, its alias, and the routes of the APIs that call it.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html
 */
export function expandFunction(
  one: Declaration,
  declared: ReadonlyMap<string, Declaration>,
  globals: Data | undefined,
): readonly Declaration[] {
  const properties = propertiesOf(one);
  const roleId = `${one.logicalId}Role`;
  return [
    lambda(one, roleId),
    ...(properties['Role'] === undefined ? [functionRole(one, roleId)] : []),
    ...functionUrl(one),
    ...alias(one),
    ...apiEvents(one, declared, globals),
  ];
}

/** Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html */
function lambda(one: Declaration, roleId: string): Declaration {
  const {
    AssumeRolePolicyDocument: _trust,
    AutoPublishAlias: _alias,
    CodeUri: code,
    DeadLetterQueue: deadLetters,
    DeploymentPreference: _deployment,
    EventInvokeConfig: _invoke,
    Events: _events,
    FunctionUrlConfig: _url,
    ImageUri: image,
    InlineCode: inline,
    PermissionsBoundary: _boundary,
    Policies: _policies,
    ProvisionedConcurrencyConfig: _concurrency,
    Role: role,
    RolePath: _path,
    Tags: tags,
    Tracing: tracing,
    ...rest
  } = propertiesOf(one);
  return generate(one, {
    type: 'AWS::Lambda::Function',
    properties: {
      ...rest,
      Code: inline === undefined ? (image === undefined ? code : { ImageUri: image }) : { ZipFile: inline },
      DeadLetterConfig: deadLetters && { TargetArn: member(deadLetters, 'TargetArn') ?? null },
      Role: role ?? { 'Fn::GetAtt': [roleId, 'Arn'] },
      Tags: tagList(tags),
      TracingConfig: tracing === undefined ? undefined : { Mode: tracing },
    },
    renamed: {
      Code: ['Properties', inline === undefined ? (image === undefined ? 'CodeUri' : 'ImageUri') : 'InlineCode'],
      DeadLetterConfig: ['Properties', 'DeadLetterQueue'],
      TracingConfig: ['Properties', 'Tracing'],
    },
  });
}

const trustOf = (service: string): Data => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: ['sts:AssumeRole'], Principal: { Service: [service] } }],
});

const policyPlaces: Readonly<Record<string, DataPath>> = {
  AssumeRolePolicyDocument: ['Properties', 'AssumeRolePolicyDocument'],
  ManagedPolicyArns: ['Properties', 'Policies'],
  PermissionsBoundary: ['Properties', 'PermissionsBoundary'],
  Policies: ['Properties', 'Policies'],
};

/** Managed policies that let a function poll its event source. */
const pollers: Readonly<Record<string, string>> = {
  DynamoDB: 'service-role/AWSLambdaDynamoDBExecutionRole',
  Kinesis: 'service-role/AWSLambdaKinesisExecutionRole',
  MSK: 'service-role/AWSLambdaMSKExecutionRole',
  SQS: 'service-role/AWSLambdaSQSQueueExecutionRole',
};

function functionRole(one: Declaration, roleId: string): Declaration {
  const properties = propertiesOf(one);
  const { managed, inline } = rolePolicies(properties['Policies'], roleId);
  const sources = entriesOf(properties['Events']).map(([, event]) => scalarText(member(event, 'Type')));
  return generate(one, {
    logicalId: roleId,
    type: 'AWS::IAM::Role',
    properties: {
      AssumeRolePolicyDocument: properties['AssumeRolePolicyDocument'] ?? trustOf('lambda.amazonaws.com'),
      ManagedPolicyArns: [
        awsManagedPolicy('service-role/AWSLambdaBasicExecutionRole'),
        ...(properties['Tracing'] === undefined ? [] : [awsManagedPolicy('AWSXRayDaemonWriteAccess')]),
        ...(properties['VpcConfig'] === undefined
          ? []
          : [awsManagedPolicy('service-role/AWSLambdaVPCAccessExecutionRole')]),
        ...[...new Set(sources)].flatMap((type) => {
          const name = Object.hasOwn(pollers, type) ? pollers[type] : undefined;
          return name === undefined ? [] : [awsManagedPolicy(name)];
        }),
        ...managed,
      ],
      Policies: [...deadLetterPolicy(properties['DeadLetterQueue']), ...inline],
      Path: properties['RolePath'],
      PermissionsBoundary: properties['PermissionsBoundary'],
      Tags: tagList(properties['Tags']),
    },
    renamed: policyPlaces,
  });
}

function deadLetterPolicy(queue: Data | undefined): readonly Data[] {
  if (!isDataObject(queue)) return [];
  const action = member(queue, 'Type') === 'SNS' ? 'sns:Publish' : 'sqs:SendMessage';
  const statement = { Effect: 'Allow', Action: action, Resource: member(queue, 'TargetArn') ?? null };
  return [{ PolicyName: 'DeadLetterQueuePolicy', PolicyDocument: { Version: '2012-10-17', Statement: [statement] } }];
}

/** SAM lets everybody call a URL only when its `AuthType` is the literal `NONE`. */
function functionUrl(one: Declaration): readonly Declaration[] {
  const settings = propertiesOf(one)['FunctionUrlConfig'];
  if (!isDataObject(settings)) return [];
  const below = ['Properties', 'FunctionUrlConfig'];
  const target: Data = { Ref: one.logicalId };
  const places = (...keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, [...below, key]]));
  const authType: DataPath = [...below, 'AuthType'];
  const url = generate(one, {
    logicalId: `${one.logicalId}Url`,
    type: 'AWS::Lambda::Url',
    properties: { ...settings, TargetFunctionArn: target },
    below,
    renamed: places('AuthType', 'Cors', 'InvokeMode'),
  });
  if (member(settings, 'AuthType') !== 'NONE') return [url];
  const permission = (suffix: string, properties: Readonly<Record<string, Data>>) =>
    generate(one, {
      logicalId: `${one.logicalId}${suffix}`,
      type: 'AWS::Lambda::Permission',
      properties: { FunctionName: target, Principal: '*', ...properties },
      below,
      renamed: { Principal: authType, FunctionUrlAuthType: authType },
    });
  return [
    url,
    permission('UrlPublicPermissions', { Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE' }),
    permission('URLInvokeAllowPublicAccess', { Action: 'lambda:InvokeFunction', InvokedViaFunctionUrl: true }),
  ];
}

function alias(one: Declaration): readonly Declaration[] {
  const name = propertiesOf(one)['AutoPublishAlias'];
  if (typeof name !== 'string') return [];
  return [
    generate(one, {
      logicalId: `${one.logicalId}Alias${name}`,
      type: 'AWS::Lambda::Alias',
      properties: { FunctionName: { Ref: one.logicalId }, Name: name },
      below: ['Properties', 'AutoPublishAlias'],
    }),
  ];
}

/**
 * A state machine and its role.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html
 */
export function expandStateMachine(one: Declaration): readonly Declaration[] {
  const {
    Definition: definition,
    DefinitionUri: location,
    Events: _events,
    Logging: logging,
    Name: name,
    PermissionsBoundary: boundary,
    Policies: policies,
    Role: role,
    RolePath: path,
    Tags: tags,
    Tracing: tracing,
    Type: type,
    ...rest
  } = propertiesOf(one);
  const roleId = `${one.logicalId}Role`;
  const machine = generate(one, {
    type: 'AWS::StepFunctions::StateMachine',
    properties: {
      ...rest,
      DefinitionString: definition,
      DefinitionS3Location: location,
      LoggingConfiguration: logging,
      StateMachineName: name,
      RoleArn: role ?? { 'Fn::GetAtt': [roleId, 'Arn'] },
      Tags: tagList(tags),
      TracingConfiguration: tracing,
      StateMachineType: type,
    },
    renamed: {
      DefinitionString: ['Properties', 'Definition'],
      LoggingConfiguration: ['Properties', 'Logging'],
      RoleArn: ['Properties', 'Role'],
      TracingConfiguration: ['Properties', 'Tracing'],
    },
  });
  if (role !== undefined) return [machine];
  const { managed, inline } = rolePolicies(policies, roleId);
  return [
    machine,
    generate(one, {
      logicalId: roleId,
      type: 'AWS::IAM::Role',
      properties: {
        AssumeRolePolicyDocument: trustOf('states.amazonaws.com'),
        ManagedPolicyArns: managed,
        Policies: inline,
        Path: path,
        PermissionsBoundary: boundary,
        Tags: tagList(tags),
      },
      renamed: policyPlaces,
    }),
  ];
}
