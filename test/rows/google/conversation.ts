import { type ServiceRows } from '../../support/row';
import { secretRows, terraformSetting } from './kept-store';

export const conversationRows: ServiceRows = {
  service: 'dialogflow',
  controls: {
    'execution-logged': {
      'Dialogflow agent': terraformSetting('google_dialogflow_agent', 'enable_logging', true, false, 'fail'),
      'Dialogflow CX agent': terraformSetting('google_dialogflow_cx_agent', 'enable_stackdriver_logging', true, false, 'fail', [
        ['pass', 'interactions are recorded', null, { advanced_settings: { logging_settings: { enable_interaction_logging: true } } }],
      ]), // prettier-ignore
    },
    'no-secret-in-clear': {
      'password of a fulfillment': secretRows('google_dialogflow_fulfillment', 'generic_web_service.password'),
      'key of a tool': secretRows('google_dialogflow_cx_tool', 'open_api_spec.authentication.api_key_config.api_key'),
      'secret of a webhook': secretRows(
        'google_dialogflow_cx_webhook',
        'generic_web_service.oauth_config.client_secret',
      ),
    },
  },
};
