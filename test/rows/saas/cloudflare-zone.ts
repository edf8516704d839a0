import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { setting, table } from './tables';

const one = (setting_id: string, value: unknown) => ({ zone_id: 'elsewhere', setting_id, value });
const zone = (settings: object) => ({ zone_id: 'elsewhere', settings });

export const cloudflareZoneRows: ServiceRows = {
  service: 'cloudflare-zone',
  controls: {
    'transit-encrypted': {
      'Cloudflare zone': table('cloudflare_zone',
        ['fail', 'servers are called in plain text', system({ name: 'example.com' }, { ssl: { type: 'cloudflare_zone_setting', properties: { zone_id: refer(), setting_id: 'ssl', value: 'flexible' } } })],
        ['pass', 'all is encrypted', system({ name: 'example.com' }, { ssl: { type: 'cloudflare_zone_setting', properties: { zone_id: refer(), setting_id: 'ssl', value: 'strict' } } })],
        ['silent', 'no setting is written', { name: 'example.com' }]),
      'setting of a zone elsewhere': table('cloudflare_zone_setting',
        ['fail', 'it is off', one('ssl', 'off')],
        ['pass', 'it is full', one('ssl', 'full')],
        ['undecided', 'it is settled later', one('ssl', unknown)],
        ['undecided', 'it is no known word', one('ssl', 'toString')],
        ['undecided', 'which setting it is is settled later', { zone_id: 'elsewhere', setting_id: unknown, value: 'off' }],
        ['silent', 'it is another setting', one('brotli', 'on')]),
      'settings of a zone': table('cloudflare_zone_settings_override',
        ['fail', 'servers are called in plain text', zone({ ssl: 'flexible' })],
        ['pass', 'all is encrypted', zone({ ssl: 'strict' })],
        ['undecided', 'it is settled later', zone({ ssl: unknown })],
        ['silent', 'nothing is said', zone({ brotli: 'on' })]),
    },
    'certificate-validated': {
      'Cloudflare zone': table('cloudflare_zone_setting',
        ['fail', 'whoever answers is trusted', one('ssl', 'full')],
        ['pass', 'the certificate is checked', one('ssl', 'strict')],
        ['undecided', 'it is settled later', one('ssl', unknown)]),
    },
    'tls-modern': {
      'Cloudflare zone': table('cloudflare_zone_setting',
        ['fail', 'it is old', one('min_tls_version', '1.0')],
        ['pass', 'it is new', one('min_tls_version', '1.2')],
        ['undecided', 'it is settled later', one('min_tls_version', unknown)]),
      'settings of a zone': setting('cloudflare_zone_settings_override', 'settings.min_tls_version', '1.3', '1.1', 'silent'),
      'host of a zone': table('cloudflare_hostname_tls_setting',
        ['fail', 'it is old', { setting_id: 'min_tls_version', value: '1.1' }],
        ['pass', 'the older provider writes it', { setting: 'min_tls_version', value: '1.2' }],
        ['silent', 'it is about ciphers', { setting_id: 'ciphers', value: ['AES128-SHA'] }]),
    },
    'transit-enforced': {
      'Cloudflare zone': table('cloudflare_zone_setting',
        ['fail', 'plain requests are answered', one('always_use_https', 'off')],
        ['pass', 'they are sent on', one('always_use_https', 'on')],
        ['undecided', 'it is settled later', one('always_use_https', unknown)]),
    },
    'response-headers-set': {
      'Cloudflare zone': table('cloudflare_zone_setting',
        ['pass', 'browsers are told to insist', one('security_header', { strict_transport_security: { enabled: true } })],
        ['fail', 'they are not', one('security_header', { strict_transport_security: { enabled: false } })],
        ['undecided', 'it is settled later', one('security_header', { strict_transport_security: { enabled: unknown } })]),
      'settings of a zone': setting('cloudflare_zone_settings_override', 'settings.security_header.enabled', true, false, 'silent'),
    },
    'peers-authenticated': {
      'Cloudflare zone': setting('cloudflare_zone_settings_override', 'settings.tls_client_auth', 'on', 'off', 'silent'),
    },
    'firewall-attached': {
      'Cloudflare zone': setting('cloudflare_zone_settings_override', 'settings.waf', 'on', 'off', 'silent'),
    },
    'zone-signed': {
      'Cloudflare zone': setting('cloudflare_zone_dnssec', 'status', 'active', 'disabled', 'undecided', {},
        ['pass', 'it is on its way', { status: 'pending' }],
        ['fail', 'it is on its way out', { status: 'pending-disabled' }],
        ['undecided', 'the status is no known word', { status: 'error' }]),
    },
  },
}; // prettier-ignore
