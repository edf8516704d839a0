import { merged } from '../../support/store-rows';
import { refer, system, unknown, type Row, type ServiceRows, type Table } from '../../support/row';
import { routeStageTables } from './api-stage';

const route = (rows: readonly Row[]): Table => ({
  cloudformation: 'AWS::ApiGatewayV2::Route',
  terraform: 'aws_apigatewayv2_route',
  rows,
});
const api = (rows: readonly Row[]): Table => ({
  cloudformation: 'AWS::ApiGatewayV2::Api',
  terraform: 'aws_apigatewayv2_api',
  rows,
});

const answers = (key: unknown, authorization?: unknown) =>
  [
    { ApiId: 'abc', RouteKey: key, AuthorizationType: authorization },
    { api_id: 'abc', route_key: key, authorization_type: authorization },
  ] as const;

/** A route of an API of a protocol. */
const of = (protocol: string, key: unknown) =>
  [
    system(
      { ...answers(key)[0], ApiId: refer('api') },
      { api: { type: 'AWS::ApiGatewayV2::Api', properties: { ProtocolType: protocol } } },
    ),
    system(
      { ...answers(key)[1], api_id: refer('api') },
      { api: { type: 'aws_apigatewayv2_api', properties: { protocol_type: protocol } } },
    ),
  ] as const;

const secured = (name: unknown) =>
  [
    { DomainNameConfigurations: [{ SecurityPolicy: name }] },
    { domain_name_configuration: [{ security_policy: name }] },
  ] as const;

const calls = (type: unknown, uri: unknown, connection?: unknown) =>
  [
    { IntegrationType: type, IntegrationUri: uri, ConnectionType: connection },
    { integration_type: type, integration_uri: uri, connection_type: connection },
  ] as const;

export const apiGatewayV2Rows: ServiceRows = {
  service: 'api-gateway-v2',
  controls: merged(routeStageTables, {
    'sign-in-required': {
      'API route': route([
        ['fail', 'nothing is said', ...answers('GET /pets')],
        ['fail', 'nobody must sign in', ...answers('$default', 'NONE')],
        ['pass', 'a token is required', ...answers('GET /pets', 'JWT')],
        ['pass', 'IAM decides', ...answers('GET /pets', 'AWS_IAM')],
        ['pass', 'a function decides', ...answers('ANY /pets', 'CUSTOM')],
        ['undecided', 'the authorization is a parameter', ...answers('GET /pets', unknown)],
        ['silent', 'a browser asks what it may ask', ...answers('OPTIONS /pets')],
        ['fail', 'anyone may connect', ...of('WEBSOCKET', '$connect')],
        ['silent', 'it is for those who are connected', ...of('WEBSOCKET', 'sendMessage')],
        ['fail', 'it may be the one to connect by', ...of('WEBSOCKET', unknown)],
        ['fail', 'it is the default of an HTTP API', ...of('HTTP', '$default')],
      ]),
      API: api([
        ['silent', 'its routes answer for it', {}, {}],
        [
          'fail',
          'it is made for a target',
          { Target: 'https://example.com', ProtocolType: 'HTTP' },
          { target: 'https://example.com', protocol_type: 'HTTP' },
        ],
        ['undecided', 'it may be made for a target', { Target: unknown }, { target: unknown }],
      ]),
    },
    'transit-encrypted': {
      API: api([['pass', 'it answers by TLS only', {}, {}]]),
      'API integration': {
        cloudformation: 'AWS::ApiGatewayV2::Integration',
        terraform: 'aws_apigatewayv2_integration',
        rows: [
          ['fail', 'it passes on in plain text', ...calls('HTTP_PROXY', 'http://example.com')],
          ['pass', 'it passes on by TLS', ...calls('HTTP_PROXY', 'https://example.com')],
          ['silent', 'it calls a function', ...calls('AWS_PROXY', 'arn:aws:lambda:eu-west-1:111122223333:function:f')],
          ['silent', 'it calls through a VPC link', ...calls('HTTP_PROXY', 'arn:aws:elb:listener', 'VPC_LINK')],
          ['undecided', 'the address is a parameter', ...calls('HTTP_PROXY', unknown)],
        ],
      },
    },
    'tls-modern': {
      'API domain name': {
        cloudformation: 'AWS::ApiGatewayV2::DomainName',
        terraform: 'aws_apigatewayv2_domain_name',
        rows: [
          ['pass', 'nothing is said', ...secured(undefined)],
          ['pass', 'the policy wants TLS 1.2', ...secured('TLS_1_2')],
          ['fail', 'the policy accepts TLS 1.0', ...secured('TLS_1_0')],
          ['undecided', 'the policy is a parameter', ...secured(unknown)],
        ],
      },
    },
  }),
};
