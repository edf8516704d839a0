import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { any, is, not, settledTruth } from '../../model/truth';
import { otherwise } from '../../model/value';
import type { Service } from '../service';
import { encryptionOf } from './encryption';

/** What holds data of one's own, and what people call it. */
const stores: Readonly<Record<string, string>> = {
  google_vertex_ai_dataset: 'Vertex AI dataset',
  google_vertex_ai_endpoint: 'Vertex AI endpoint',
  google_vertex_ai_endpoint_with_model_garden_deployment: 'Vertex AI endpoint',
  google_vertex_ai_feature_online_store: 'Vertex AI feature store',
  google_vertex_ai_featurestore: 'Vertex AI feature store',
  google_vertex_ai_index: 'Vertex AI index',
  google_vertex_ai_tensorboard: 'Vertex AI tensorboard',
};

export const vertexAi: Service = {
  name: 'vertex-ai',
  types: {
    terraform: [
      ...Object.keys(stores),
      // Stands in a feature store, which names the key.
      'google_vertex_ai_featurestore_entitytype',
      'google_vertex_ai_index_endpoint',
    ],
  },
  *facts(resource) {
    const { properties: written, type } = resource;
    const noun = stores[type];
    const key = written.get('encryption_spec', 'kms_key_name');
    if (noun !== undefined)
      yield {
        kind: 'storage-at-rest',
        noun,
        subject: resource,
        encryption: encryptionOf(key),
        requested: key.present(),
      };
    if (type === 'google_vertex_ai_endpoint') yield* endpointFacts(resource);
    if (type === 'google_vertex_ai_index_endpoint') yield indexFact(resource);
  },
};

/**
 * An endpoint is called by a name of Google's, unless it stands in a network or is reached by a private connection.
 *
 * @see https://docs.cloud.google.com/vertex-ai/docs/predictions/choose-endpoint-type
 */
function* endpointFacts(endpoint: Resource): Iterable<Fact> {
  const { properties: written } = endpoint;
  const about = { noun: 'Vertex AI endpoint', subject: endpoint };
  const connection = written.get('private_service_connect_config', 'enable_private_service_connect').flag();
  yield {
    kind: 'public-endpoint',
    role: 'front',
    public: settledTruth(
      not(
        any(
          is(written.get('network').present(), (given) => given, 'network'),
          is(otherwise(connection, false, 'no private connection unless asked for'), (on) => on, 'private connection'),
        ),
      ),
      written.get('network').at,
    ),
    ...about,
  };
  const logging = written.get('predict_request_response_logging_config', 'enabled').flag();
  yield {
    kind: 'audit-log',
    scope: 'execution',
    kept: otherwise(logging, false, 'requests are recorded only when told to'),
    ...about,
  };
}

const indexFact = (endpoint: Resource): Fact => ({
  kind: 'public-endpoint',
  noun: 'Vertex AI index endpoint',
  subject: endpoint,
  role: 'front',
  public: otherwise(
    endpoint.properties.get('public_endpoint_enabled').flag(),
    false,
    'an index is called from its network unless told otherwise',
  ),
});
