import type { Property } from '../../src/model/property';
import { fixture, read, resource } from './cloudformation-support';

const text = fixture('serverless.yaml');
const input = read(text);
const properties = (address: string) => resource(input, address).properties;
const lineWith = (part: string) => text.slice(0, text.indexOf(part)).split('\n').length;
const items = (property: Property): readonly Property[] => {
  const list = property.list();
  return list.state === 'known' ? list.value : [];
};
const literal = (property: Property) => {
  const parts = property.parts();
  return parts.state === 'known'
    ? parts.value.map((part) => (typeof part === 'string' ? part : '?')).join('')
    : parts.state === 'unknown' && parts.why;
};

it('becomes plain resources under the names that SAM gives them', () => {
  expect(Object.fromEntries(input.after.resources.map(({ address, type }) => [address, type]))).toEqual({
    ApiGatewayDomainNameMembers: 'AWS::ApiGateway::DomainName',
    MembersBasePathMapping: 'AWS::ApiGateway::BasePathMapping',
    Checkout: 'AWS::Lambda::Function',
    CheckoutAliaslive: 'AWS::Lambda::Alias',
    CheckoutAsk: 'AWS::ApiGatewayV2::Route',
    CheckoutBuy: 'AWS::ApiGateway::Method',
    CheckoutLook: 'AWS::ApiGateway::Method',
    CheckoutRole: 'AWS::IAM::Role',
    CheckoutURLInvokeAllowPublicAccess: 'AWS::Lambda::Permission',
    CheckoutUrl: 'AWS::Lambda::Url',
    CheckoutUrlPublicPermissions: 'AWS::Lambda::Permission',
    Flow: 'AWS::StepFunctions::StateMachine',
    FlowRole: 'AWS::IAM::Role',
    Inbox: 'AWS::SQS::Queue',
    Members: 'AWS::ApiGateway::RestApi',
    Membersv1Stage: 'AWS::ApiGateway::Stage',
    Orders: 'AWS::DynamoDB::Table',
    Own: 'AWS::Lambda::Function',
    OwnMembers: 'AWS::ApiGateway::Method',
    OwnUrl: 'AWS::Lambda::Url',
    Public: 'AWS::ApiGatewayV2::Api',
    PublicApiGatewayDefaultStage: 'AWS::ApiGatewayV2::Stage',
    ServerlessHttpApi: 'AWS::ApiGatewayV2::Api',
    ServerlessHttpApiApiGatewayDefaultStage: 'AWS::ApiGatewayV2::Stage',
    ServerlessRestApi: 'AWS::ApiGateway::RestApi',
    ServerlessRestApiProdStage: 'AWS::ApiGateway::Stage',
    SharedPolicy: 'AWS::IAM::ManagedPolicy',
    Tools: 'AWS::Lambda::LayerVersion',
    Wire: 'AWS::Serverless::Connector',
  });
  expect(input.notes).toEqual(['template: "Wire" (AWS::Serverless::Connector) is not expanded']);
});

describe('a function', () => {
  it('has its own properties and those of all functions', () => {
    const checkout = properties('Checkout');
    expect(checkout.get('Runtime').text()).toMatchObject({ value: 'nodejs22.x' });
    expect(checkout.get('Environment', 'Variables', 'STAGE').text()).toMatchObject({ value: 'production' });
    expect(checkout.get('Environment', 'Variables', 'TABLE').references()).toEqual([{ id: 'template#Orders' }]);
    expect(checkout.get('TracingConfig', 'Mode').text()).toMatchObject({ value: 'Active' });
    expect(checkout.get('Policies').text().state).toBe('absent');
    expect(checkout.get('Role').references()).toEqual([{ id: 'template#CheckoutRole', attribute: 'Arn' }]);
  });

  it('has a role that only Lambda can take on, unless it brings one', () => {
    const trust = properties('CheckoutRole').get('AssumeRolePolicyDocument', 'Statement');
    expect(trust.get('Principal', 'Service', 0).text()).toMatchObject({ value: 'lambda.amazonaws.com' });
    expect(properties('Own').get('Role').text()).toMatchObject({ value: 'arn:aws:iam::123456789012:role/own' });
  });

  it('has managed policies by name, ARN and reference', () => {
    expect(items(properties('CheckoutRole').get('ManagedPolicyArns')).map(literal)).toEqual([
      'arn:?:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
      'arn:?:iam::aws:policy/AWSXRayDaemonWriteAccess',
      'arn:?:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole',
      'arn:?:iam::aws:policy/AWSLambdaExecute',
      'arn:aws:iam::aws:policy/AdministratorAccess',
      'condition "IsEurope"',
    ]);
  });

  it('has documents, policy templates, and what nobody knows', () => {
    const [crud, own, future, chosen] = items(properties('CheckoutRole').get('Policies')).map((one) =>
      one.get('PolicyDocument'),
    );
    expect(crud && items(crud.get('Statement', 'Resource')).map(literal)).toEqual([
      'arn:?:dynamodb:?:?:table/?',
      'arn:?:dynamodb:?:?:table/?/index/*',
    ]);
    expect(own?.get('Statement', 'Action').text()).toMatchObject({ value: 's3:*' });
    expect(future?.document()).toMatchObject({ state: 'unknown', why: 'SAM policy template "SomeFuturePolicy"' });
    expect(chosen?.get('Statement', 'Effect').text()).toMatchObject({ among: ['Allow'], mayBeAbsent: true });
  });

  it('has a URL, and lets everybody call it where nobody must sign in', () => {
    expect(properties('CheckoutUrl').get('TargetFunctionArn').references()).toEqual([{ id: 'template#Checkout' }]);
    expect(properties('CheckoutUrlPublicPermissions').get('Principal').text()).toMatchObject({ value: '*' });
    expect(properties('OwnUrl').get('AuthType').text()).toMatchObject({ value: 'AWS_IAM' });
  });

  it('passes its condition on', () => {
    expect(resource(input, 'OwnUrl').attributes?.get('Condition').text()).toMatchObject({ value: 'IsEurope' });
  });
});

describe('an API', () => {
  it.each([
    ['CheckoutBuy', 'AWS_IAM'],
    ['CheckoutLook', 'NONE'],
    ['CheckoutAsk', 'NONE'],
    ['OwnMembers', 'COGNITO_USER_POOLS'],
  ])('%s says how callers sign in: %s', (address, type) => {
    expect(properties(address).get('AuthorizationType').text()).toMatchObject({ state: 'known', value: type });
  });

  it('belongs to its methods and stages', () => {
    expect(properties('CheckoutBuy').get('RestApiId').references()).toEqual([{ id: 'template#ServerlessRestApi' }]);
    expect(properties('CheckoutAsk').get('ApiId').references()).toEqual([{ id: 'template#ServerlessHttpApi' }]);
    expect(properties('Membersv1Stage').get('TracingEnabled').flag()).toMatchObject({ value: true });
    expect(properties('Members').get('EndpointConfiguration', 'Types', 0).text()).toMatchObject({ value: 'REGIONAL' });
  });

  it.each([
    ['its type', { Type: 'PRIVATE' }, 'PRIVATE'],
    ['a list of types, as CloudFormation writes it', { Types: ['PRIVATE'] }, 'PRIVATE'],
    ['no type', { VPCEndpointIds: ['vpce-1'] }, undefined],
  ])('says whether it is private: %s', (_, endpoint, type) => {
    const api = { Type: 'AWS::Serverless::Api', Properties: { StageName: 'v1', EndpointConfiguration: endpoint } };
    const types = resource(read({ Resources: { Api: api } }), 'Api').properties.get(
      'EndpointConfiguration',
      'Types',
      0,
    );
    expect(types.text()).toMatchObject(type === undefined ? { state: 'absent' } : { state: 'known', value: type });
  });

  it('that is defined elsewhere leaves open how callers sign in', () => {
    const one = (api: object, event: object) =>
      resource(
        read({
          Resources: {
            Api: { Type: 'AWS::Serverless::Api', Properties: { StageName: 'x', ...api } },
            F: { Type: 'AWS::Serverless::Function', Properties: { Events: { E: { Type: 'Api', Properties: event } } } },
          },
        }),
        'FE',
      ).properties.get('AuthorizationType');
    const toApi = { RestApiId: { Ref: 'Api' } };
    expect(one({ DefinitionUri: 'api.yaml' }, toApi).text().state).toBe('unknown');
    expect(one({}, { RestApiId: 'abc123' }).text().state).toBe('unknown');
    expect(one({ Auth: { DefaultAuthorizer: 'Elsewhere' } }, toApi).text().state).toBe('unknown');
    expect(one({}, toApi).text()).toMatchObject({ state: 'known', value: 'NONE' });
  });
});

it('keeps a table’s encryption, and a state machine’s policies', () => {
  expect(properties('Orders').get('SSESpecification', 'SSEEnabled').flag()).toMatchObject({ value: true });
  const policy = items(properties('FlowRole').get('Policies'))[0];
  expect(policy && literal(policy.get('PolicyDocument', 'Statement', 'Resource', 0))).toBe(
    'arn:?:lambda:?:?:function:?*',
  );
});

it.each([
  ['Checkout', [], 'Checkout:'],
  ['Checkout', ['Handler'], 'Handler: index.handler'],
  ['Checkout', ['Code', 'S3Bucket'], 'CodeUri:'],
  ['Checkout', ['Runtime'], 'Runtime:'],
  ['Checkout', ['Nothing'], 'Checkout:'],
  ['CheckoutRole', [], 'Checkout:'],
  ['CheckoutRole', ['Policies', 0, 'PolicyDocument'], 'Policies:'],
  ['CheckoutUrl', ['AuthType'], 'AuthType: NONE'],
  ['CheckoutLook', ['AuthorizationType'], 'Auth: { Authorizer: NONE }'],
  ['ApiGatewayDomainNameMembers', ['SecurityPolicy'], 'SecurityPolicy: TLS_1_0'],
  ['ServerlessRestApi', [], 'Checkout:'],
] as const)('%s %j is written where the SAM resource says it', (address, path, part) => {
  expect(resource(input, address).locate?.(path)).toMatchObject({ line: lineWith(part) });
});

it('does not write over what is declared', () => {
  const template = {
    Resources: {
      F: { Type: 'AWS::Serverless::Function', Properties: {} },
      FRole: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'mine' } },
    },
  };
  const { resources } = read(template).after;
  expect(resources.map(({ address }) => address)).toEqual(['F', 'FRole']);
  expect(resource(read(template), 'FRole').properties.get('RoleName').text()).toMatchObject({ value: 'mine' });
});
