import { unknown, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { keptStore, terraformSetting } from './kept-store';

const endpoint = 'google_vertex_ai_endpoint';

export const vertexAiRows: ServiceRows = {
  service: 'vertex-ai',
  controls: merged(
    ...['dataset', 'endpoint', 'featurestore', 'feature_online_store', 'index', 'tensorboard'].map((name) =>
      keptStore(name, `google_vertex_ai_${name}`, 'encryption_spec.kms_key_name'),
    ),
    {
      'front-private': {
        endpoint: {
          cloudformation: null,
          terraform: endpoint,
          rows: [
            ['fail', 'nothing is said', null, {}],
            ['pass', 'it stands in a network', null, { network: 'projects/1/global/networks/own' }],
            [
              'pass',
              'it has a private connection',
              null,
              { private_service_connect_config: [{ enable_private_service_connect: true }] },
            ],
            ['undecided', 'it is settled at apply', null, { network: unknown }],
          ],
        },
        'index endpoint': terraformSetting(
          'google_vertex_ai_index_endpoint',
          'public_endpoint_enabled',
          false,
          true,
          'pass',
        ),
      },
      'execution-logged': {
        endpoint: terraformSetting(endpoint, 'predict_request_response_logging_config.enabled', true, false, 'fail'),
      },
    },
  ),
};
