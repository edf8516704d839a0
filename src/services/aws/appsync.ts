import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { known, map, otherwise } from '../../model/value';
import type { Service } from '../service';
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
  yield { ...about, kind: 'public-endpoint', role: 'front', public: map(visibility, (text) => text !== 'PRIVATE') };
  yield { ...about, kind: 'data-in-transit', plaintext: known(false, at, 'AppSync answers by TLS only') };
  // An API key is in every client: it tells callers apart for throttling, and keeps nobody out.
  // https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html#api-key-authorization
  yield {
    ...about,
    kind: 'sign-in',
    required: map(otherwise(type, 'API_KEY', 'an API key unless told otherwise'), (text) => text !== 'API_KEY'),
  };
  if (visibility.state === 'unknown' || visibility.value !== 'PRIVATE') yield firewallFact(about, graph);
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
  yield { ...about, kind: 'storage-at-rest', encryption: known('provider-key', at, because) };
  yield { ...about, kind: 'data-in-transit', plaintext: known(false, at, because) };
}
