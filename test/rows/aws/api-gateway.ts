import { merged } from '../../support/store-rows';
import {
  refer,
  system,
  unknown,
  withParameter,
  type Other,
  type Properties,
  type Row,
  type ServiceRows,
  type Table,
} from '../../support/row';
import { apiExposure } from './api-exposure';
import { apiStageTables } from './api-stage';

const method = (rows: readonly Row[]): Record<string, Table> => ({
  'API method': { cloudformation: 'AWS::ApiGateway::Method', terraform: 'aws_api_gateway_method', rows },
});
const api = (rows: readonly Row[]): Record<string, Table> => ({
  'REST API': { cloudformation: 'AWS::ApiGateway::RestApi', terraform: 'aws_api_gateway_rest_api', rows },
});
const stage = (rows: readonly Row[]): Table => ({
  cloudformation: 'AWS::ApiGateway::Stage',
  terraform: 'aws_api_gateway_stage',
  rows,
});

const asks = (verb: unknown, authorization?: unknown, key?: unknown) =>
  [
    { HttpMethod: verb, AuthorizationType: authorization, ApiKeyRequired: key, RestApiId: 'abc' },
    { http_method: verb, authorization, api_key_required: key, rest_api_id: 'abc' },
  ] as const;

/** An open method of an API that is written as the row says. */
const openOf = (cfn: Properties, tf: Properties, more: Record<string, Other> = {}) =>
  [
    system({ ...asks('GET', 'NONE')[0], RestApiId: refer('api') }, { api: { type: 'AWS::ApiGateway::RestApi', properties: cfn } }),
    system({ ...asks('GET', 'NONE')[1], rest_api_id: refer('api') }, { api: { type: 'aws_api_gateway_rest_api', properties: tf }, ...more }),
  ] as const; // prettier-ignore

const types = (...written: readonly unknown[]) =>
  [{ EndpointConfiguration: { Types: written } }, { endpoint_configuration: [{ types: written }] }] as const;

const everyone = { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' };
const oneAccount = { ...everyone, Principal: { AWS: 'arn:aws:iam::111122223333:root' } };
const fromOneNetwork = { ...everyone, Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } };
const notFromOutside = {
  ...everyone,
  Effect: 'Deny',
  Condition: { NotIpAddress: { 'aws:SourceIp': ['192.0.2.0/24'] } },
};
const notFromSome = { ...everyone, Effect: 'Deny', Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } };
const document = (...statements: readonly unknown[]) => ({ Version: '2012-10-17', Statement: statements });
const policy = (...statements: readonly unknown[]) =>
  [{ Policy: document(...statements) }, { policy: JSON.stringify(document(...statements)) }] as const;
const described = (...statements: readonly unknown[]) => ({
  openapi: '3.0.1',
  'x-amazon-apigateway-policy': document(...statements),
});
const policyApart = (...statements: readonly unknown[]): Record<string, Other> => ({
  policy: {
    type: 'aws_api_gateway_rest_api_policy',
    properties: { rest_api_id: refer(), policy: JSON.stringify(document(...statements)) },
  },
});

const caches = (caching: unknown, encrypted?: unknown) =>
  [
    { MethodSettings: [{ CachingEnabled: caching, CacheDataEncrypted: encrypted, HttpMethod: '*', ResourcePath: '/*' }] },
    system(
      { stage_name: 'live' },
      {
        settings: {
          type: 'aws_api_gateway_method_settings',
          properties: {
            stage_name: refer('it', 'stage_name'),
            settings: [{ caching_enabled: caching, cache_data_encrypted: encrypted }],
          },
        },
      },
    ),
  ] as const; // prettier-ignore

const walled = (owner: unknown) =>
  [
    system({}, { wall: { type: 'AWS::WAFv2::WebACLAssociation', properties: { ResourceArn: owner } } }),
    system({}, { wall: { type: 'aws_wafv2_web_acl_association', properties: { resource_arn: owner } } }),
  ] as const;

const domain = (rows: readonly Row[]): Table => ({
  cloudformation: 'AWS::ApiGateway::DomainName',
  terraform: 'aws_api_gateway_domain_name',
  rows,
});
const secured = (name: unknown) => [{ SecurityPolicy: name }, { security_policy: name }] as const;

const calls = (type: unknown, uri?: unknown, connection?: unknown) =>
  [
    { Type: type, Uri: uri, ConnectionType: connection },
    { type, uri, connection_type: connection },
  ] as const;

const integrations = [
  ['fail', 'it calls in plain text', calls('HTTP', 'http://example.com/pets')],
  ['fail', 'it passes on in plain text', calls('HTTP_PROXY', 'HTTP://example.com')],
  ['pass', 'it calls by TLS', calls('HTTP_PROXY', 'https://example.com/pets')],
  ['silent', 'it calls a function', calls('AWS_PROXY', 'arn:aws:apigateway:eu-west-1:lambda:path/x')],
  ['silent', 'it calls nobody', calls('MOCK')],
  ['silent', 'it calls through a VPC link', calls('HTTP', 'http://inside.example.com', 'VPC_LINK')],
  ['undecided', 'the address is a parameter', calls('HTTP', unknown)],
  ['undecided', 'the kind of the integration is a parameter', calls(unknown, 'http://example.com')],
] as const;

export const apiGatewayRows: ServiceRows = {
  service: 'api-gateway',
  controls: merged(apiStageTables, apiExposure, {
    'sign-in-required': method([
      ['fail', 'nothing is said', ...asks('GET')],
      ['fail', 'nobody must sign in', ...asks('POST', 'NONE')],
      ['pass', 'IAM decides', ...asks('GET', 'AWS_IAM')],
      ['pass', 'a user pool decides', ...asks('GET', 'COGNITO_USER_POOLS')],
      ['pass', 'a function decides', ...asks('ANY', 'CUSTOM')],
      ['fail', 'an API key is required, which is no sign-in', ...asks('GET', 'NONE', true)],
      ['fail', 'no API key is required', ...asks('GET', 'NONE', false)],
      ['silent', 'a browser asks what it may ask', ...asks('OPTIONS', 'NONE')],
      ['undecided', 'the authorization is a parameter', ...asks('GET', unknown)],
      ['undecided', 'the authorization is a parameter, and a key is required', ...asks('GET', unknown, true)],
      ['fail', 'its API is public', ...openOf(...types('REGIONAL'))],
      ['pass', 'its API is private', ...openOf(...types('PRIVATE'))],
      ['undecided', 'its API may be private', ...openOf(...types(unknown))],
      ['fail', 'the policy of its API lets everyone in', ...openOf(...policy(everyone))],
      ['pass', 'the policy of its API lets one account in', ...openOf(...policy(oneAccount))],
      ['pass', 'the policy of its API lets one network in', ...openOf(...policy(fromOneNetwork))],
      ['pass', 'the policy of its API refuses all but one network', ...openOf(...policy(everyone, notFromOutside))],
      ['undecided', 'the policy of its API is not known', ...openOf({ Policy: unknown }, { policy: unknown })],
    ]),
    'resource-policy-not-public': {
      ...api([
        ['silent', 'it has no policy', {}, {}],
        ['fail', 'everyone is let in', ...policy(everyone)],
        ['fail', 'everyone is let in, by a policy apart', null, system({}, policyApart(everyone))],
        ['fail', 'everyone is let in, by its OpenAPI document', { Body: described(everyone) }, { body: JSON.stringify(described(everyone)) }],
        ['pass', 'one account is let in', ...policy(oneAccount)],
        ['pass', 'one network is let in', ...policy(fromOneNetwork)],
        ['pass', 'all but one network is refused', ...policy(everyone, notFromOutside)],
        ['fail', 'only some networks are refused', ...policy(everyone, notFromSome)],
        ['pass', 'it is private', { ...policy(everyone)[0], ...types('PRIVATE')[0] }, { ...policy(everyone)[1], ...types('PRIVATE')[1] }],
        ['undecided', 'it may be private', { ...policy(everyone)[0], ...types(unknown)[0] }, { ...policy(everyone)[1], ...types(unknown)[1] }],
        ['undecided', 'its policy is a parameter', { Policy: unknown }, { policy: unknown }],
      ]),
      'private domain name': {
        cloudformation: 'AWS::ApiGateway::DomainNameV2',
        terraform: 'aws_api_gateway_domain_name',
        rows: [
          ['silent', 'it has no policy', {}, {}],
          ['pass', 'everyone who gets there is let in', ...policy(everyone)],
        ],
      },
      'policy without its API': {
        cloudformation: null,
        terraform: 'aws_api_gateway_rest_api_policy',
        rows: [
          ['fail', 'everyone is let in', null, { rest_api_id: 'abc', policy: JSON.stringify(document(everyone)) }],
          ['silent', 'its API answers for it', null, system({ rest_api_id: refer('api'), policy: JSON.stringify(document(everyone)) }, { api: { type: 'aws_api_gateway_rest_api', properties: {} } })],
        ],
      },
    }, // prettier-ignore
    'storage-encrypted': {
      'API stage': stage([
        ['silent', 'nothing is cached', {}, {}],
        ['silent', 'caching is off', ...caches(false)],
        ['fail', 'the cache says nothing', ...caches(true)],
        ['fail', 'the cache is not encrypted', ...caches(true, false)],
        ['pass', 'the cache is encrypted', ...caches(true, true)],
        ['undecided', 'it is a parameter', ...caches(true, unknown)],
        ['undecided', 'caching is a parameter', ...caches(unknown)],
        ['pass', 'caching is a parameter, and encrypted', ...caches(unknown, true)],
        ['undecided', 'all settings are a parameter', { MethodSettings: unknown }, null],
      ]),
      'settings without their stage': {
        cloudformation: null,
        terraform: 'aws_api_gateway_method_settings',
        rows: [
          ['fail', 'the cache says nothing', null, { stage_name: 'live', settings: [{ caching_enabled: true }] }],
          ['pass', 'the cache is encrypted', null, { stage_name: 'live', settings: [{ caching_enabled: true, cache_data_encrypted: true }] }],
          ['silent', 'nothing is cached', null, { stage_name: 'live', settings: [{ caching_enabled: false }] }],
        ],
      },
      'stage of a deployment': {
        cloudformation: 'AWS::ApiGateway::Deployment',
        terraform: null,
        rows: [
          ['silent', 'it describes none', {}, null],
          ['fail', 'its cache says nothing', { StageDescription: { CachingEnabled: true } }, null],
          ['fail', 'the cache of one method says nothing', { StageDescription: { CachingEnabled: true, CacheDataEncrypted: true, MethodSettings: [{ CachingEnabled: true }] } }, null],
          ['pass', 'its cache is encrypted', { StageDescription: { CachingEnabled: true, CacheDataEncrypted: true } }, null],
        ],
      },
    }, // prettier-ignore
    'firewall-attached': {
      'API stage': stage([
        ['fail', 'nothing is said', {}, {}],
        ['pass', 'a web ACL is associated', ...walled(refer())],
        ['undecided', 'a web ACL is associated with something', ...walled(unknown)],
        ['pass', 'a web ACL is associated with its ARN',
          system({ StageName: 'live' }, { wall: { type: 'AWS::WAFv2::WebACLAssociation', properties: { ResourceArn: 'arn:aws:apigateway:eu-west-1::/restapis/abc/stages/live' } } }),
          system({ stage_name: 'live' }, { wall: { type: 'aws_wafv2_web_acl_association', properties: { resource_arn: 'arn:aws:apigateway:eu-west-1::/restapis/abc/stages/live' } } })],
        ['undecided', 'a web ACL is associated with what may be its ARN',
          system({ StageName: unknown }, { wall: { type: 'AWS::WAFv2::WebACLAssociation', properties: { ResourceArn: 'arn:aws:apigateway:eu-west-1::/restapis/abc/stages/live' } } }),
          system({ stage_name: unknown }, { wall: { type: 'aws_wafv2_web_acl_association', properties: { resource_arn: 'arn:aws:apigateway:eu-west-1::/restapis/abc/stages/live' } } })],
        ['fail', 'a web ACL is associated with what cannot be its ARN',
          system({ StageName: withParameter('test-') }, { wall: { type: 'AWS::WAFv2::WebACLAssociation', properties: { ResourceArn: 'arn:aws:apigateway:eu-west-1::/restapis/abc/stages/live' } } }), null],
        ['silent', 'its API is private',
          system({ RestApiId: refer('api') }, { api: { type: 'AWS::ApiGateway::RestApi', properties: types('PRIVATE')[0] } }),
          system({ rest_api_id: refer('api') }, { api: { type: 'aws_api_gateway_rest_api', properties: types('PRIVATE')[1] } })],
      ]),
    }, // prettier-ignore
    'transit-encrypted': {
      ...api([['pass', 'it answers by HTTPS only', {}, {}]]),
      'API method with its integration': {
        cloudformation: 'AWS::ApiGateway::Method',
        terraform: null,
        rows: integrations.map(([verdict, when, written]) => [verdict, when, { Integration: written[0] }, null]),
      },
      'API integration': {
        cloudformation: null,
        terraform: 'aws_api_gateway_integration',
        rows: integrations.map(([verdict, when, written]) => [verdict, when, null, written[1]]),
      },
    },
    'certificate-validated': {
      'API integration': {
        cloudformation: null,
        terraform: 'aws_api_gateway_integration',
        rows: [
          ['pass', 'nothing is said', null, calls('HTTP', 'https://example.com')[1]],
          ['fail', 'the check is skipped', null, { ...calls('HTTP', 'https://example.com')[1], tls_config: [{ insecure_skip_verification: true }] }],
          ['undecided', 'it is a parameter', null, { ...calls('HTTP', 'https://example.com')[1], tls_config: [{ insecure_skip_verification: unknown }] }],
          ['silent', 'it calls no address', null, calls('MOCK')[1]],
        ],
      },
    }, // prettier-ignore
    'tls-required': {
      ...api([
        ['fail', 'nothing is said', {}, {}],
        ['fail', 'the policy accepts TLS 1.0', ...secured('TLS_1_0')],
        ['pass', 'the policy wants TLS 1.3', ...secured('SecurityPolicy_TLS13_1_3_2025_09')],
        ['undecided', 'the policy is a parameter', ...secured(unknown)],
        ['pass', 'it is private', { EndpointConfiguration: { Types: ['PRIVATE'] } }, { endpoint_configuration: [{ types: ['PRIVATE'] }] }],
        ['undecided', 'its kind is a parameter', { EndpointConfiguration: unknown }, { endpoint_configuration: unknown }],
        ['silent', 'its own address is closed', { DisableExecuteApiEndpoint: true }, { disable_execute_api_endpoint: true }],
        ['silent', 'a domain name of its own leads to it',
          system({}, { mapping: { type: 'AWS::ApiGateway::BasePathMapping', properties: { RestApiId: refer(), DomainName: 'api.example.com' } } }),
          system({}, { mapping: { type: 'aws_api_gateway_base_path_mapping', properties: { api_id: refer(), domain_name: 'api.example.com' } } })],
      ]),
      'API domain name': domain([
        ['pass', 'nothing is said', {}, {}],
        ['fail', 'the policy accepts TLS 1.0', ...secured('TLS_1_0')],
        ['undecided', 'the policy is a parameter', ...secured(unknown)],
      ]),
    }, // prettier-ignore
    'tls-modern': {
      ...api([
        ['silent', 'nothing is said', {}, {}],
        ['fail', 'the policy accepts TLS 1.0', ...secured('TLS_1_0')],
        ['pass', 'the policy wants TLS 1.3', ...secured('SecurityPolicy_TLS13_1_3_2025_09')],
      ]),
      'API domain name': domain([
        ['pass', 'nothing is said', {}, {}],
        ['fail', 'the policy accepts TLS 1.0', ...secured('TLS_1_0')],
        ['pass', 'the policy wants TLS 1.2', ...secured('TLS_1_2')],
        ['pass', 'the policy wants TLS 1.2 with better ciphers', ...secured('SecurityPolicy_TLS12_PFS_2025_EDGE')],
        ['pass', 'the policy wants TLS 1.2 or 1.3', ...secured('SecurityPolicy_TLS13_1_2_PQ_2025_09')],
        ['pass', 'the policy wants TLS 1.3', ...secured('SecurityPolicy_TLS13_2025_EDGE')],
        ['undecided', 'the policy is a parameter', ...secured(unknown)],
        ['undecided', 'the policy is unheard of', ...secured('TLS_9')],
      ]),
    },
  }),
};
