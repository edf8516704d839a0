import { unknown, type ServiceRows } from '../../support/row';
import { secret, setting, table } from './tables';

export const tenantHookRows: ServiceRows = {
  service: 'tenant-hook',
  controls: {
    'transit-encrypted': {
      'Datadog webhook': setting('datadog_webhook', 'url', 'https://example.com/', 'http://example.com/', 'pass', { name: 'one' }),
      'Okta event hook': setting('okta_event_hook', 'channel.uri', 'https://example.com/', 'http://example.com/', 'pass', { name: 'one' }),
    },
    'deliveries-signed': {
      'Okta event hook': setting('okta_event_hook', 'auth.value', 'made up', '', 'fail', { name: 'one' }),
      'Okta inline hook': setting('okta_inline_hook', 'auth.value', 'made up', '', 'fail', { name: 'one' }),
    },
    'no-secret-in-clear': {
      'Okta event hook': secret('okta_event_hook', 'auth.value'),
      'header of a Datadog webhook': table('datadog_webhook',
        ['fail', 'a token is in a header', { url: 'https://example.com/', custom_headers: '{"X-Api-Key":"tr0ub4dor&3"}' }],
        ['fail', 'a header signs in', { url: 'https://example.com/', custom_headers: '{"Authorization":"Bearer tr0ub4dor&3"}' }],
        ['silent', 'a header names a variable of Datadog', { url: 'https://example.com/', custom_headers: '{"Authorization":"Bearer $TOKEN"}' }],
        ['silent', 'no header holds one', { url: 'https://example.com/', custom_headers: '{"Accept":"text/plain"}' }],
        ['silent', 'headers are settled later', { url: 'https://example.com/', custom_headers: unknown }]),
    },
  },
}; // prettier-ignore
