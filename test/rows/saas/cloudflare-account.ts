import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { setting, table } from './tables';

export const cloudflareAccountRows: ServiceRows = {
  service: 'cloudflare-account',
  controls: {
    'no-long-lived-credentials': {
      'Cloudflare API token': table('cloudflare_api_token',
        ['fail', 'it has no end', { name: 'ci' }],
        ['pass', 'it ends', { name: 'ci', expires_on: '2027-01-01T00:00:00Z' }],
        ['undecided', 'the end is settled later', { name: 'ci', expires_on: unknown }]),
      'token of an account': table('cloudflare_account_token',
        ['fail', 'it has no end', { name: 'ci' }],
        ['pass', 'it ends', { name: 'ci', expires_on: '2027-01-01T00:00:00Z' }],
        ['undecided', 'the end is settled later', { name: 'ci', expires_on: unknown }]),
    },
    'mfa-required': {
      'Cloudflare account': setting('cloudflare_account', 'settings.enforce_twofactor', true, false, 'fail', {},
        ['pass', 'the older setting asks for it', { enforce_twofactor: true }],
        ['fail', 'the older setting does not', { enforce_twofactor: false }]),
    },
    'security-contact-set': {
      'Cloudflare account': setting('cloudflare_account', 'settings.abuse_contact_email', 'abuse@example.com', '', 'fail'),
    },
    'access-logged': {
      'Cloudflare log job': setting('cloudflare_logpush_job', 'enabled', true, false, 'fail', { dataset: 'http_requests' }),
    },
    'audit-trail-complete': {
      'Cloudflare log job': setting('cloudflare_logpush_job', 'enabled', true, false, 'fail', { dataset: 'audit_logs' }),
    },
    'certificate-validated': {
      'destination of logs': setting('cloudflare_logpush_job', 'destination_conf', 'splunk://example.com?insecure-skip-verify=false', 'splunk://example.com?insecure-skip-verify=true', 'silent'),
    },
    'no-secret-in-clear': {
      'destination of logs': table('cloudflare_logpush_job',
        ['fail', 'a token stands in it', { destination_conf: 'https://logs.example.com?header_Authorization=Basic%20REDACTED' }],
        ['pass', 'a bucket is named', { destination_conf: 's3://bucket/logs?region=eu-west-1' }],
        ['undecided', 'it is settled later', { destination_conf: unknown }]),
    },
    'storage-not-public': {
      'Cloudflare R2 bucket': table('cloudflare_r2_bucket',
        ['fail', 'it has an address for everyone', system({ name: 'files' }, { domain: { type: 'cloudflare_r2_managed_domain', properties: { bucket_name: refer('it', 'name'), enabled: true } } })],
        ['pass', 'the address is off', system({ name: 'files' }, { domain: { type: 'cloudflare_r2_managed_domain', properties: { bucket_name: 'files', enabled: false } } })],
        ['silent', 'no address is written', { name: 'files' }]),
      'address of a bucket elsewhere': setting('cloudflare_r2_managed_domain', 'enabled', false, true, 'pass', { bucket_name: 'elsewhere' }),
    },
  },
}; // prettier-ignore
