import { unknown, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { keptStore, terraformSetting } from './kept-store';

const subscription = 'google_pubsub_subscription';
const noun = 'Pub/Sub subscription';
const push = (more: object) => ({ push_config: { push_endpoint: 'https://example.com', ...more } });

export const pubsubRows: ServiceRows = {
  service: 'pubsub',
  controls: merged(keptStore('Pub/Sub topic', 'google_pubsub_topic', 'kms_key_name'), {
    'messages-kept-a-week': {
      'Pub/Sub topic': terraformSetting(
        'google_pubsub_topic',
        'message_retention_duration',
        '604800s',
        '600s',
        'silent',
      ),

      [noun]: terraformSetting(subscription, 'message_retention_duration', '604800s', '600s', 'pass'),
    },
    'unhandled-messages-kept': {
      [noun]: {
        cloudformation: null,
        terraform: subscription,
        rows: [
          ['pass', 'another topic takes them', null, { dead_letter_policy: { dead_letter_topic: 't' } }],
          ['fail', 'nothing is said', null, {}],
          ['undecided', 'it is a variable', null, { dead_letter_policy: unknown }],
        ],
      },
    },
    'deliveries-signed': {
      [noun]: {
        cloudformation: null,
        terraform: subscription,
        rows: [
          ['pass', 'a token says who sends', null, push({ oidc_token: { service_account_email: 's' } })],
          ['fail', 'nothing says who sends', null, push({})],
          ['undecided', 'the token is a variable', null, push({ oidc_token: unknown })],
          ['silent', 'it is fetched', null, {}],
        ],
      },
    },
    'transit-encrypted': {
      [noun]: {
        cloudformation: null,
        terraform: subscription,
        rows: [
          ['pass', 'it is sent encrypted', null, push({})],
          ['fail', 'it is sent in plain text', null, push({ push_endpoint: 'http://example.com' })],
          ['undecided', 'where it is sent is a variable', null, push({ push_endpoint: unknown })],
          ['silent', 'it is fetched', null, {}],
        ],
      },
    },
  }),
};
