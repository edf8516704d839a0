import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { member, property, type Resource } from '../../model/resource';
import { is, some } from '../../model/truth';
import { chain, known, map, otherwise, unknown, type Settled } from '../../model/value';
import type { Service } from '../service';
import { tracing } from './api-stage';
import { firewallFact } from './web-acl';

const apis = ['AWS::AppSync::GraphQLApi', 'aws_appsync_graphql_api'];

export const appsync: Service = {
  name: 'appsync',
  types: {
    cloudformation: ['AWS::AppSync::ApiCache', 'AWS::AppSync::GraphQLApi'],
    terraform: ['aws_appsync_api_cache', 'aws_appsync_graphql_api'],
  },
  facts: (resource, graph) => (apis.includes(resource.type) ? apiFacts(resource, graph) : cacheFacts(resource)),
};

function* apiFacts(api: Resource, graph: ResourceGraph): Iterable<Fact> {
  const at = { id: api.id, path: [] };
  const about = { noun: 'GraphQL API', subject: api };
  const visibility = otherwise(
    property(api, 'Visibility', 'visibility').text(),
    'GLOBAL',
    'global unless told otherwise',
  );
  const type = property(api, 'AuthenticationType', 'authentication_type').text();
  yield { kind: 'public-endpoint', role: 'front', public: map(visibility, (text) => text !== 'PRIVATE'), ...about };
  yield { kind: 'data-in-transit', plaintext: known(false, at, 'AppSync answers by TLS only'), ...about };
  // An API key is in every client: it tells callers apart for throttling, and keeps nobody out.
  // https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html#api-key-authorization
  yield {
    kind: 'sign-in',
    required: signedIn(api, otherwise(type, 'API_KEY', 'an API key unless told otherwise')),
    ...about,
  };
  yield* guardFacts(about);
  if (visibility.state === 'unknown' || visibility.value !== 'PRIVATE') yield firewallFact(about, graph);
}

/** Which fields another way to sign in opens, the schema says: an API key may open some, or all. */
function signedIn(api: Resource, first: Settled<string>): Settled<boolean> {
  const others = property(api, 'AdditionalAuthenticationProviders', 'additional_authentication_provider');
  const keys = some(
    otherwise(others.list(), [], 'no other way to sign in'),
    (item) => {
      const type = member(item, api.vocabulary, 'AuthenticationType', 'authentication_type').text();
      return is(otherwise(type, '', 'no type'), (name) => name === 'API_KEY', 'another way to sign in');
    },
    'other ways to sign in',
  );
  return chain(first, (name) => {
    if (name === 'API_KEY') return known(false, first.at, first.state === 'known' ? first.because : undefined);
    return keys.holds === false ? known(true, first.at) : unknown('the schema says what an API key opens', others.at);
  });
}

/** What the API records, and what it tells strangers. */
function* guardFacts(about: { readonly noun: string; readonly subject: Resource }): Iterable<Fact> {
  const { subject } = about;
  const level = property(subject, 'LogConfig.FieldLogLevel', 'log_config.field_log_level').text();
  yield {
    kind: 'audit-log',
    scope: 'access',
    kept: map(otherwise(level, 'NONE', 'nothing is logged unless told to'), (name) => name !== 'NONE'),
    ...about,
  };
  const introspection = property(subject, 'IntrospectionConfig', 'introspection_config').text();
  yield {
    kind: 'front-guard',
    guard: 'discretion',
    kept: map(
      otherwise(introspection, 'ENABLED', 'introspection is on unless told otherwise'),
      (name) => name === 'DISABLED',
    ),
    ...about,
  };
  yield tracing(about, property(subject, 'XrayEnabled', 'xray_enabled'));
}

/**
 * Caches are always encrypted; the switches for it are deprecated and have no effect.
 *
 * @see https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateApiCache.html
 */
function* cacheFacts(cache: Resource): Iterable<Fact> {
  const at = { id: cache.id, path: [] };
  const about = { noun: 'API cache', subject: cache };
  const because = 'AppSync encrypts every cache';
  yield { kind: 'storage-at-rest', encryption: known('provider-key', at, because), ...about };
  yield { kind: 'data-in-transit', plaintext: known(false, at, because), ...about };
}
