import { type ServiceRows } from '../../support/row';
import { secret, table } from './tables';

const stage = (production: object) => ({ name: 'site', deployment_configs: { production } });

export const tenantCodeRows: ServiceRows = {
  service: 'tenant-code',
  controls: {
    'no-secret-in-clear': {
      'Auth0 action': table('auth0_action',
        ['fail', 'a secret is written', { secrets: [{ name: 'KEY', value: 'tr0ub4dor&3' }] }],
        ['silent', 'it has none', { name: 'one' }]),
      'Auth0 hook': table('auth0_hook',
        ['fail', 'a secret is written', { secrets: { KEY: 'tr0ub4dor&3' } }],
        ['silent', 'it has none', { name: 'one' }]),
      'Worker of provider 4': table('cloudflare_workers_script',
        ['fail', 'a secret is written', { secret_text_binding: [{ name: 'KEY', text: 'tr0ub4dor&3' }] }],
        ['fail', 'a plain variable holds a password', { plain_text_binding: [{ name: 'DB_PASSWORD', text: 'tr0ub4dor&3' }] }],
        ['silent', 'a plain variable holds none', { plain_text_binding: [{ name: 'REGION', text: 'weur' }] }]),
      'Worker of provider 5': table('cloudflare_workers_script',
        ['fail', 'a secret is written', { bindings: [{ name: 'KEY', type: 'secret_text', text: 'tr0ub4dor&3' }] }],
        ['fail', 'a plain variable holds a token', { bindings: [{ name: 'API_TOKEN', type: 'plain_text', text: 'tr0ub4dor&3' }] }],
        ['silent', 'a store is bound', { bindings: [{ name: 'STORE', type: 'kv_namespace', namespace_id: 'one' }] }]),
      'Pages of provider 4': table('cloudflare_pages_project',
        ['fail', 'a secret is written', stage({ secrets: { KEY: 'tr0ub4dor&3' } })],
        ['silent', 'a variable holds none', stage({ environment_variables: { REGION: 'weur' } })]),
      'Pages of provider 5': table('cloudflare_pages_project',
        ['fail', 'a secret is written', stage({ env_vars: { KEY: { type: 'secret_text', value: 'tr0ub4dor&3' } } })],
        ['fail', 'a secret of the preview is written', { name: 'site', deployment_configs: { preview: { env_vars: { KEY: { type: 'secret_text', value: 'tr0ub4dor&3' } } } } }],
        ['silent', 'a variable holds none', stage({ env_vars: { REGION: { type: 'plain_text', value: 'weur' } } })]),
      'password of a test': secret('datadog_synthetics_test', 'request_basicauth.password', { type: 'api' }),
      'other requests of a test': table('datadog_synthetics_test',
        ['fail', 'a header holds a key', { request_headers: { 'DD-API-KEY': 'tr0ub4dor&3' } }],
        ['fail', 'a header signs in', { request_headers: { Authorization: 'Bearer tr0ub4dor&3' } }],
        ['silent', 'a header names a variable', { request_headers: { Authorization: 'Bearer {{ TOKEN }}' } }],
        ['silent', 'a header only ends as one that signs in', { request_headers: { 'X-Authorization': 'public' } }],
        ['silent', 'a header only begins as one that signs in', { request_headers: { 'Authorization-Hint': 'public' } }],
        ['fail', 'a password begins as a variable', { request_basicauth: [{ username: 'one', password: '{{ USER }}tr0ub4dor&3' }] }],
        ['fail', 'a step holds a password', { api_step: [{ name: 'one', request_basicauth: [{ password: 'tr0ub4dor&3' }] }] }],
        ['silent', 'a variable is named', { request_basicauth: [{ username: 'one', password: '{{ PASSWORD }}' }] }]),
    },
  },
}; // prettier-ignore
