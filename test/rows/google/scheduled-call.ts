import { unknown, type ServiceRows } from '../../support/row';

const type = 'google_cloud_scheduler_job';
const call = (more: object) => ({ http_target: { uri: 'https://example.com', ...more } });
const table = (rows: ServiceRows['controls'][string][string]['rows']) => ({
  'scheduled job': { cloudformation: null, terraform: type, rows },
});

export const scheduledCallRows: ServiceRows = {
  service: 'cloud-scheduler',
  controls: {
    'transit-encrypted': table([
      ['pass', 'it calls encrypted', null, call({})],
      ['fail', 'it calls in plain text', null, call({ uri: 'http://example.com' })],
      ['undecided', 'whom it calls is a variable', null, call({ uri: unknown })],
      ['silent', 'it calls nothing', null, {}],
    ]),
    'deliveries-signed': table([
      ['pass', 'a token says who calls', null, call({ oidc_token: { service_account_email: 's' } })],
      ['fail', 'nothing says who calls', null, call({})],
      ['undecided', 'the token is a variable', null, call({ oidc_token: unknown })],
    ]),
  },
};
