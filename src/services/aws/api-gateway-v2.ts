import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { known, map, otherwise, unknown, type Settled } from '../../model/value';
import type { Service } from '../service';
import { integrationFacts, routeIntegration } from './api-gateway-integration';
import { versionOf } from './api-gateway-tls';
import { routeStageFacts } from './api-stage';
import { itemsOf } from './items';

const apis = ['AWS::ApiGatewayV2::Api', 'aws_apigatewayv2_api'];
const integrations = ['AWS::ApiGatewayV2::Integration', 'aws_apigatewayv2_integration'];
const stages = ['AWS::ApiGatewayV2::Stage', 'aws_apigatewayv2_stage'];
const domains = ['AWS::ApiGatewayV2::DomainName', 'aws_apigatewayv2_domain_name'];
const routes = ['AWS::ApiGatewayV2::Route', 'aws_apigatewayv2_route'];

export const apiGatewayV2: Service = {
  name: 'api-gateway-v2',
  types: {
    cloudformation: [
      'AWS::ApiGatewayV2::Api',
      // Who is asked: routes say whether somebody is.
      'AWS::ApiGatewayV2::Authorizer',
      'AWS::ApiGatewayV2::DomainName',
      'AWS::ApiGatewayV2::Integration',
      'AWS::ApiGatewayV2::Route',
      'AWS::ApiGatewayV2::Stage',
    ],
    terraform: [
      'aws_apigatewayv2_api',
      'aws_apigatewayv2_authorizer',
      'aws_apigatewayv2_domain_name',
      'aws_apigatewayv2_integration',
      'aws_apigatewayv2_route',
      'aws_apigatewayv2_stage',
    ],
  },
  facts(resource, graph) {
    if (apis.includes(resource.type)) return apiFacts(resource);
    if (stages.includes(resource.type)) {
      const api = graph.follow(property(resource, 'ApiId', 'api_id'), apis);
      return routeStageFacts(resource, api.state === 'linked' ? [api.resource] : []);
    }
    if (integrations.includes(resource.type))
      return integrationFacts({ noun: 'API integration', subject: resource }, routeIntegration(resource));
    if (routes.includes(resource.type)) return routeFacts(resource, graph);
    return domains.includes(resource.type) ? domainFacts(resource) : [];
  },
};

function* apiFacts(api: Resource): Iterable<Fact> {
  const at = { id: api.id, path: [] };
  const about = { noun: 'API', subject: api };
  yield {
    kind: 'public-endpoint',
    role: 'front',
    public: known(true, at, 'APIs of this kind are public'),
    byNature: true,
    ...about,
  };
  yield { kind: 'data-in-transit', plaintext: known(false, at, 'API Gateway answers by TLS only'), ...about };
  const target = property(api, 'Target', 'target').present();
  if (target.state === 'known' && !target.value) return;
  const required: Settled<boolean> =
    target.state === 'known'
      ? known(false, target.at, 'the route made for a target has no authorizer')
      : unknown(target.why, target.at);
  yield { kind: 'sign-in', required, ...about };
}

/** Routes are what callers call. Those of a WebSocket API are called once they are connected, by whoever was let in. */
function* routeFacts(route: Resource, graph: ResourceGraph): Iterable<Fact> {
  const key = property(route, 'RouteKey', 'route_key').text();
  const name = key.state === 'known' ? key.value : '';
  // Browsers ask what they may ask for without credentials.
  if (/^OPTIONS\s/i.test(name)) return;
  const link = graph.follow(property(route, 'ApiId', 'api_id'), apis);
  const api = link.state === 'linked' ? link.resource : undefined;
  if (api && isWebSocket(api) && name !== '' && name !== '$connect') return;
  const authorization = otherwise(
    property(route, 'AuthorizationType', 'authorization_type').text(),
    'NONE',
    'no authorization unless one is named',
  );
  yield {
    kind: 'sign-in',
    noun: 'API route',
    subject: route,
    required: map(authorization, (type) => type.toUpperCase() !== 'NONE'),
    ...(api && { related: [api] }),
  };
}

function isWebSocket(api: Resource): boolean {
  const protocol = property(api, 'ProtocolType', 'protocol_type').text();
  return protocol.state === 'known' && protocol.value === 'WEBSOCKET';
}

/** Domain names of these APIs know no policy older than TLS 1.2. */
function* domainFacts(domain: Resource): Iterable<Fact> {
  for (const configuration of itemsOf(property(domain, 'DomainNameConfigurations', 'domain_name_configuration'))) {
    const cloudformation = domain.vocabulary === 'cloudformation';
    const policy = configuration.get(cloudformation ? 'SecurityPolicy' : 'security_policy').text();
    yield {
      kind: 'data-in-transit',
      noun: 'API domain name',
      subject: domain,
      oldestTls: versionOf(otherwise(policy, 'TLS_1_2', 'TLS_1_2 where no policy is named')),
    };
  }
}
