import { entriesOf, intrinsic, isDataObject, member, scalarText, unsettled, type Data, type DataPath } from './data';
import { generate, propertiesOf, tagList } from './sam-resource';
import type { Declaration } from './template';

const implicitRestApi = 'ServerlessRestApi';
const implicitHttpApi = 'ServerlessHttpApi';

/**
 * A REST API with its stage and domain.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-api.html
 */
export function expandApi(one: Declaration): readonly Declaration[] {
  const p = propertiesOf(one);
  const stage = p['StageName'];
  const endpoint = p['EndpointConfiguration'];
  const auth: DataPath = ['Properties', 'Auth'];
  return [
    generate(one, {
      type: 'AWS::ApiGateway::RestApi',
      properties: {
        ApiKeySourceType: p['ApiKeySourceType'],
        BinaryMediaTypes: p['BinaryMediaTypes'],
        Body: p['DefinitionBody'],
        BodyS3Location: p['DefinitionUri'],
        Description: p['Description'],
        DisableExecuteApiEndpoint: p['DisableExecuteApiEndpoint'],
        EndpointConfiguration: restEndpoint(endpoint),
        MinimumCompressionSize: p['MinimumCompressionSize'],
        Name: p['Name'],
        Policy: restPolicy(member(p['Auth'], 'ResourcePolicy')),
        SecurityPolicy: p['SecurityPolicy'],
        Tags: tagList(p['Tags']),
      },
      renamed: { Body: ['Properties', 'DefinitionBody'], Policy: [...auth, 'ResourcePolicy'] },
    }),
    generate(one, {
      logicalId: `${one.logicalId}${stageId(stage)}Stage`,
      type: 'AWS::ApiGateway::Stage',
      properties: {
        AccessLogSetting: p['AccessLogSetting'],
        CacheClusterEnabled: p['CacheClusterEnabled'],
        CacheClusterSize: p['CacheClusterSize'],
        MethodSettings: p['MethodSettings'],
        RestApiId: { Ref: one.logicalId },
        StageName: stage,
        Tags: tagList(p['Tags']),
        TracingEnabled: p['TracingEnabled'],
        Variables: p['Variables'],
      },
      renamed: samePlaces('AccessLogSetting', 'CacheClusterEnabled', 'MethodSettings', 'TracingEnabled', 'Variables'),
    }),
    ...customDomain(one, 'ApiGatewayDomainName', (domain) => ({
      type: 'AWS::ApiGateway::DomainName',
      properties: {
        CertificateArn: domain['CertificateArn'],
        DomainName: domain['DomainName'],
        EndpointConfiguration: restEndpoint(domain['EndpointConfiguration']),
        MutualTlsAuthentication: domain['MutualTlsAuthentication'],
        SecurityPolicy: domain['SecurityPolicy'],
      },
    })),
    ...mapping(one),
  ];
}

/** The domain leads to the API. */
function mapping(one: Declaration): readonly Declaration[] {
  const domain = propertiesOf(one)['Domain'];
  if (!isDataObject(domain)) return [];
  return [
    generate(one, {
      logicalId: `${one.logicalId}BasePathMapping`,
      type: 'AWS::ApiGateway::BasePathMapping',
      properties: {
        DomainName: { Ref: `ApiGatewayDomainName${one.logicalId}` },
        RestApiId: { Ref: one.logicalId },
        Stage: propertiesOf(one)['StageName'],
      },
      below: ['Properties', 'Domain'],
    }),
  ];
}

/**
 * An HTTP API with its stage and domain.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-httpapi.html
 */
export function expandHttpApi(one: Declaration): readonly Declaration[] {
  const p = propertiesOf(one);
  const stage = p['StageName'];
  return [
    generate(one, {
      type: 'AWS::ApiGatewayV2::Api',
      properties: {
        Body: p['DefinitionBody'],
        BodyS3Location: p['DefinitionUri'],
        CorsConfiguration: p['CorsConfiguration'],
        Description: p['Description'],
        DisableExecuteApiEndpoint: p['DisableExecuteApiEndpoint'],
        Name: p['Name'],
        ProtocolType: 'HTTP',
        Tags: p['Tags'],
      },
      renamed: { Body: ['Properties', 'DefinitionBody'] },
    }),
    generate(one, {
      logicalId: `${one.logicalId}${stage === undefined ? 'ApiGatewayDefault' : stageId(stage)}Stage`,
      type: 'AWS::ApiGatewayV2::Stage',
      properties: {
        AccessLogSettings: p['AccessLogSettings'],
        ApiId: { Ref: one.logicalId },
        AutoDeploy: true,
        DefaultRouteSettings: p['DefaultRouteSettings'],
        RouteSettings: p['RouteSettings'],
        StageName: stage ?? '$default',
        StageVariables: p['StageVariables'],
        Tags: p['Tags'],
      },
      renamed: samePlaces('AccessLogSettings', 'DefaultRouteSettings', 'RouteSettings', 'StageName', 'StageVariables'),
    }),
    ...customDomain(one, 'ApiGatewayDomainNameV2', (domain) => ({
      type: 'AWS::ApiGatewayV2::DomainName',
      properties: {
        DomainName: domain['DomainName'],
        DomainNameConfigurations: [
          {
            CertificateArn: domain['CertificateArn'] ?? null,
            EndpointType: domain['EndpointConfiguration'] ?? null,
            SecurityPolicy: domain['SecurityPolicy'] ?? null,
          },
        ],
        MutualTlsAuthentication: domain['MutualTlsAuthentication'],
      },
    })),
  ];
}

const samePlaces = (...keys: readonly string[]): Readonly<Record<string, DataPath>> =>
  Object.fromEntries(keys.map((key) => [key, ['Properties', key]]));

const stageId = (stage: Data | undefined): string =>
  typeof stage === 'string' ? stage.replace(/[^A-Za-z0-9]/g, '') : '';

/** `EndpointConfiguration: REGIONAL`, or a map with the type; some write it as CloudFormation would. */
function restEndpoint(endpoint: Data | undefined): Data | undefined {
  if (endpoint === undefined) return undefined;
  if (typeof endpoint === 'string') return { Types: [endpoint] };
  if (!isDataObject(endpoint) || intrinsic(endpoint)) return unsettled('the type of the endpoint');
  const type = member(endpoint, 'Type');
  const types = type === undefined ? member(endpoint, 'Types') : [type];
  const endpoints = member(endpoint, 'VPCEndpointIds') ?? member(endpoint, 'VpcEndpointIds');
  return {
    ...(types !== undefined && { Types: types }),
    ...(endpoints !== undefined && { VpcEndpointIds: endpoints }),
  };
}

/** Only SAM's own statements are written out; its lists of accounts, addresses and networks are not followed. */
function restPolicy(policy: Data | undefined): Data | undefined {
  if (!isDataObject(policy)) return policy;
  const own = member(policy, 'CustomStatements');
  return own !== undefined && Object.keys(policy).length === 1
    ? { Version: '2012-10-17', Statement: own }
    : unsettled('the policy that SAM writes from ResourcePolicy');
}

/** SAM ends the logical id with a hash; the API's own id does the same here. */
function customDomain(
  one: Declaration,
  prefix: string,
  draft: (domain: Readonly<Record<string, Data>>) => {
    type: string;
    properties: Readonly<Record<string, Data | undefined>>;
  },
): readonly Declaration[] {
  const domain = propertiesOf(one)['Domain'];
  if (!isDataObject(domain)) return [];
  const { type, properties } = draft(domain);
  const below: DataPath = ['Properties', 'Domain'];
  const renamed = Object.fromEntries(Object.keys(properties).map((key) => [key, [...below, key]]));
  return [generate(one, { logicalId: `${prefix}${one.logicalId}`, type, properties, below, renamed })];
}

/** The events of a function that an API of one kind sends, and the API where it is told. */
interface ApiEvent {
  readonly name: string;
  readonly http: boolean;
  readonly settings: Readonly<Record<string, Data>>;
  readonly api: Data;
}

function apiEventsOf(one: Declaration): readonly ApiEvent[] {
  return entriesOf(propertiesOf(one)['Events']).flatMap(([name, event]) => {
    const type = member(event, 'Type');
    if (type !== 'Api' && type !== 'HttpApi') return [];
    const http = type === 'HttpApi';
    const properties = member(event, 'Properties');
    const settings = isDataObject(properties) ? properties : {};
    const api = settings[http ? 'ApiId' : 'RestApiId'] ?? { Ref: http ? implicitHttpApi : implicitRestApi };
    return [{ name, http, settings, api }];
  });
}

/** The APIs that SAM makes for events which name none. They have no place of their own but the first such function's. */
export function implicitApis(declared: readonly Declaration[], globals: Data | undefined): readonly Declaration[] {
  const functions = declared.filter(({ data }) => member(data, 'Type') === 'AWS::Serverless::Function');
  const callerOf = (id: string) =>
    functions.find((one) => apiEventsOf(one).some(({ api }) => member(api, 'Ref') === id));
  const implicit = (id: string, kind: string, settings: Data | undefined): Declaration[] => {
    const caller = declared.some(({ logicalId }) => logicalId === id) ? undefined : callerOf(id);
    return caller
      ? [
          {
            logicalId: id,
            data: { Properties: settings ?? {} },
            origin: { resource: caller.origin.resource, properties: [['Globals', kind]] },
          },
        ]
      : [];
  };
  const withStage = (settings: Data | undefined): Data => ({
    StageName: 'Prod',
    ...(isDataObject(settings) && settings),
  });
  return [
    ...implicit(implicitRestApi, 'Api', withStage(member(globals, 'Api'))).flatMap(expandApi),
    ...implicit(implicitHttpApi, 'HttpApi', member(globals, 'HttpApi')).flatMap(expandHttpApi),
  ];
}

/** SAM writes methods and routes into the API's OpenAPI body. As resources of their own they say how callers sign in. */
export function apiEvents(
  one: Declaration,
  declared: ReadonlyMap<string, Declaration>,
  globals: Data | undefined,
): readonly Declaration[] {
  return apiEventsOf(one).map(({ name, http, settings, api }) => {
    const id = member(api, 'Ref');
    const implicit = id === implicitRestApi || id === implicitHttpApi;
    const target = typeof id === 'string' ? declared.get(id) : undefined;
    const shared = target ? propertiesOf(target) : implicit ? member(globals, http ? 'HttpApi' : 'Api') : undefined;
    const below: DataPath = ['Properties', 'Events', name];
    const auth: DataPath = [...below, 'Properties', 'Auth'];
    const known = target !== undefined || implicit;
    const signIn = known ? signInOf(settings['Auth'], shared, http) : unsettled('an API of another template');
    const method = scalarText(settings['Method'] ?? 'any').toUpperCase();
    const path = settings['Path'];
    return generate(one, {
      logicalId: `${one.logicalId}${name}`,
      type: http ? 'AWS::ApiGatewayV2::Route' : 'AWS::ApiGateway::Method',
      properties: http
        ? {
            ApiId: api,
            AuthorizationType: signIn,
            RouteKey: typeof path === 'string' ? `${method} ${path}` : (path ?? '$default'),
          }
        : {
            ApiKeyRequired:
              member(settings['Auth'], 'ApiKeyRequired') ?? member(member(shared, 'Auth'), 'ApiKeyRequired'),
            AuthorizationType: signIn,
            HttpMethod: method,
            RestApiId: api,
          },
      below,
      renamed: { ApiKeyRequired: auth, AuthorizationType: auth, HttpMethod: [...below, 'Properties', 'Method'] },
    });
  });
}

/**
 * How callers of one event sign in: its own authorizer, else its API's default, else not at all.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-controlling-access-to-apis.html
 */
function signInOf(own: Data | undefined, api: Data | undefined, http: boolean): Data {
  const shared = member(api, 'Auth');
  if (member(api, 'DefinitionBody') !== undefined || member(api, 'DefinitionUri') !== undefined)
    return unsettled('the API definition says how callers sign in');
  const authorizer = member(own, 'Authorizer') ?? member(shared, 'DefaultAuthorizer') ?? 'NONE';
  if (authorizer === 'NONE' || authorizer === 'AWS_IAM') return authorizer;
  const authorizers = member(shared, 'Authorizers');
  const details = typeof authorizer === 'string' ? member(authorizers, authorizer) : undefined;
  if (!isDataObject(details)) return unsettled('the authorizer is not in this template');
  if (http) return member(details, 'JwtConfiguration') === undefined ? 'CUSTOM' : 'JWT';
  return member(details, 'UserPoolArn') === undefined ? 'CUSTOM' : 'COGNITO_USER_POOLS';
}
