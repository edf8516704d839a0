import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { member, property, type Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { chain, map, otherwise, unknown } from '../../model/value';
import type { Service } from '../service';
import { integrationFacts, restIntegration } from './api-gateway-integration';
import { domains, isPrivate, letsSomeIn, refusesPublic, restApiPolicies, restApis } from './api-gateway-policy';
import { executeApiFacts } from './api-gateway-endpoint';
import { domainTls, restApiTls } from './api-gateway-tls';
import { restStageFacts, settingsFacts } from './api-stage';
import { itemsOf } from './items';
import { attachedPolicies, companionPolicyFacts, ownersPolicyFacts, resourcePolicyFacts } from './resource-policy';
import { firewallFact } from './web-acl';

const stages = ['AWS::ApiGateway::Stage', 'aws_api_gateway_stage'];

export const apiGateway: Service = {
  name: 'api-gateway',
  types: {
    cloudformation: [
      // Who is asked: methods say whether somebody is.
      'AWS::ApiGateway::Authorizer',
      // Maps a domain name to an API, which says whether it can be reached past it.
      'AWS::ApiGateway::BasePathMapping',
      'AWS::ApiGateway::BasePathMappingV2',
      'AWS::ApiGateway::Deployment',
      'AWS::ApiGateway::DomainName',
      'AWS::ApiGateway::DomainNameV2',
      'AWS::ApiGateway::Method',
      'AWS::ApiGateway::RestApi',
      'AWS::ApiGateway::Stage',
    ],
    terraform: [
      'aws_api_gateway_authorizer',
      'aws_api_gateway_base_path_mapping',
      'aws_api_gateway_domain_name',
      'aws_api_gateway_integration',
      'aws_api_gateway_method',
      'aws_api_gateway_method_settings',
      'aws_api_gateway_rest_api',
      'aws_api_gateway_rest_api_policy',
      'aws_api_gateway_stage',
    ],
  },
  facts(resource, graph) {
    if (restApis.includes(resource.type)) return apiFacts(resource, graph);
    switch (resource.type) {
      case 'AWS::ApiGateway::Method':
      case 'aws_api_gateway_method':
        return methodFacts(resource, graph);
      case 'AWS::ApiGateway::Stage':
      case 'aws_api_gateway_stage':
        return stageFacts(resource, graph);
      case 'AWS::ApiGateway::Deployment':
        return deploymentFacts(resource);
      case 'aws_api_gateway_integration':
        return integrationFacts(
          { noun: 'API integration', subject: resource },
          restIntegration(resource.properties, resource),
        );
      case 'aws_api_gateway_method_settings':
        return lonelySettingsFacts(resource, graph);
      case 'aws_api_gateway_rest_api_policy':
        return companionPolicyFacts(resource, restApis, graph, restApiPolicies);
      case 'AWS::ApiGateway::Authorizer':
      case 'AWS::ApiGateway::BasePathMapping':
      case 'AWS::ApiGateway::BasePathMappingV2':
      case 'aws_api_gateway_authorizer':
      case 'aws_api_gateway_base_path_mapping':
        return [];
      default:
        return domainFacts(resource, graph);
    }
  },
};

function* apiFacts(api: Resource, graph: ResourceGraph): Iterable<Fact> {
  const at = { id: api.id, path: [] };
  const about = { noun: restApiPolicies.noun, subject: api };
  const attached = attachedPolicies(api, graph, restApiPolicies);
  const hidden = settledTruth(isPrivate(api), at);
  yield { kind: 'public-endpoint', role: 'front', public: map(hidden, (on) => !on), ...about };
  yield* resourcePolicyFacts(api, about.noun, attached, settledTruth(refusesPublic(api, attached), at));
  yield* restApiTls(about, graph);
  yield* executeApiFacts(api, graph);
}

/**
 * Methods are what callers call: an authorizer, or the policy of the API, keeps strangers out. An API key meters callers;
 * AWS says not to use it for authentication.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html
 */
function* methodFacts(method: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'API method', subject: method };
  const integration = property(method, 'Integration', null);
  yield* integrationFacts(about, restIntegration(integration, method));
  const verb = property(method, 'HttpMethod', 'http_method').text();
  // Browsers ask what they may ask for without credentials.
  if (verb.state === 'known' && verb.value.toUpperCase() === 'OPTIONS') return;
  const validator = property(method, 'RequestValidatorId', 'request_validator_id').present();
  yield { kind: 'front-guard', guard: 'validation', kept: validator, ...about };
  const authorization = otherwise(
    property(method, 'AuthorizationType', 'authorization').text(),
    'NONE',
    'no authorization unless one is named',
  );
  const link = graph.follow(property(method, 'RestApiId', 'rest_api_id'), restApis);
  const confined = link.state === 'linked' ? letsSomeIn(link.resource, graph) : undefined;
  yield {
    kind: 'sign-in',
    required: settledTruth(
      any(
        is(authorization, (type) => type.toUpperCase() !== 'NONE', 'authorization'),
        ...(confined ? [confined] : []),
      ),
      authorization.at,
    ),
    callerKey: otherwise(
      property(method, 'ApiKeyRequired', 'api_key_required').flag(),
      false,
      'no key is required unless told to',
    ),
    ...about,
    ...(link.state === 'linked' && { related: [link.resource] }),
  };
}

function* stageFacts(stage: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'API stage', subject: stage };
  const { certain } = graph.companions(stage, ['aws_api_gateway_method_settings'], 'stage_name');
  if (!hasNoCache(stage)) yield* cacheFacts(about, property(stage, 'MethodSettings', null));
  for (const settings of hasNoCache(stage) ? [] : certain)
    for (const fact of cacheFacts(about, settings.properties.get('settings'))) yield { ...fact, related: [settings] };
  const lists = [
    property(stage, 'MethodSettings', null),
    ...certain.map(({ properties }) => properties.get('settings')),
  ];
  const api = graph.follow(property(stage, 'RestApiId', 'rest_api_id'), restApis);
  yield* restStageFacts(
    { related: api.state === 'linked' ? [api.resource] : [], ...about },
    { lists, related: certain },
    property(stage, 'AccessLogSetting', 'access_log_settings'),
  );
  const hidden = api.state === 'linked' ? isPrivate(api.resource).holds : false;
  if (hidden !== true) yield firewallFact(about, graph);
}

/** Settings of a cache that a stage is told not to have do nothing. */
function hasNoCache(stage: Resource): boolean {
  const enabled = property(stage, 'CacheClusterEnabled', 'cache_cluster_enabled').flag();
  return enabled.state === 'known' && !enabled.value;
}

/** What a method caches lies on the disks of the cache, encrypted only when told to. */
function* cacheFacts(
  about: { readonly noun: string; readonly subject: Resource },
  list: Property,
): Iterable<Fact & { readonly kind: 'storage-at-rest' }> {
  const { vocabulary } = about.subject;
  for (const settings of itemsOf(list)) {
    const caching = otherwise(member(settings, vocabulary, 'CachingEnabled', 'caching_enabled').flag(), false, 'not cached'); // prettier-ignore
    if (caching.state === 'known' && !caching.value) continue;
    const encrypted = otherwise(
      member(settings, vocabulary, 'CacheDataEncrypted', 'cache_data_encrypted').flag(),
      false,
      'a cache is encrypted only when told to',
    );
    const state = map(encrypted, (on) => (on ? ('provider-key' as const) : ('none' as const)));
    yield {
      kind: 'storage-at-rest',
      encryption:
        caching.state === 'unknown'
          ? chain(state, (one) => (one === 'none' ? unknown(caching.why, caching.at, ['none', 'provider-key']) : state))
          : state,
      ...about,
    };
  }
}

/** A deployment may describe the stage that it makes. */
function* deploymentFacts(deployment: Resource): Iterable<Fact> {
  const about = { noun: 'API stage', subject: deployment };
  const description = deployment.properties.get('StageDescription');
  const present = description.present();
  if (present.state === 'known' && !present.value) return;
  yield {
    kind: 'audit-log',
    scope: 'access',
    kept: description.get('AccessLogSetting', 'DestinationArn').present(),
    ...about,
  };
  yield* cacheFacts(about, description);
  yield* cacheFacts(about, description.get('MethodSettings'));
}

/** Settings whose stage is not managed here, or cannot be told, answer for themselves. */
function* lonelySettingsFacts(settings: Resource, graph: ResourceGraph): Iterable<Fact> {
  const stage = graph.follow(settings.properties.get('stage_name'), stages);
  if (stage.state === 'linked' && stage.resource.mode === 'managed') return;
  const about = { noun: 'API stage', subject: settings };
  yield* cacheFacts(about, settings.properties.get('settings'));
  yield* settingsFacts(about, settings.properties.get('settings'));
}

function* domainFacts(domain: Resource, graph: ResourceGraph): Iterable<Fact> {
  yield* domainTls(domain, graph);
  yield {
    kind: 'front-guard',
    noun: 'API domain name',
    subject: domain,
    guard: 'peer-certificate',
    kept: property(domain, 'MutualTlsAuthentication', 'mutual_tls_authentication').present(),
  };
  yield* ownersPolicyFacts(domain, [domains], graph);
}
