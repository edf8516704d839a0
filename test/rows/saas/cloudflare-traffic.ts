import { unknown, type ServiceRows } from '../../support/row';
import { setting, table } from './tables';

const blocks = { action: 'block', expression: 'ip.src in $bad' };

export const cloudflareTrafficRows: ServiceRows = {
  service: 'cloudflare-traffic',
  controls: {
    'firewall-attached': {
      'Cloudflare DNS record': setting('cloudflare_dns_record', 'proxied', true, false, 'fail', { type: 'A', content: '192.0.2.1' },
        ['silent', 'no requests go there', { type: 'TXT', content: 'v=spf1 -all' }],
        ['undecided', 'the type is settled later', { type: unknown, content: '192.0.2.1' }]),
      'older record': setting('cloudflare_record', 'proxied', true, false, 'fail', { type: 'CNAME', value: 'example.com' }),
    },
    'record-target-given': {
      'Cloudflare DNS record': setting('cloudflare_dns_record', 'content', '192.0.2.1', '', 'fail', { type: 'A' },
        ['pass', 'its parts are written', { type: 'CAA', data: { tag: 'issue', value: 'letsencrypt.org' } }]),
    },
    'firewall-filters': {
      'Cloudflare ruleset': table('cloudflare_ruleset',
        ['pass', 'a rule blocks', { phase: 'http_request_firewall_custom', rules: [blocks] }],
        ['fail', 'there is no rule', { phase: 'http_request_firewall_custom', rules: [] }],
        ['fail', 'rules only record', { phase: 'http_request_firewall_custom', rules: [{ ...blocks, action: 'log' }] }],
        ['fail', 'the rule is off', { phase: 'http_request_firewall_custom', rules: [{ ...blocks, enabled: false }] }],
        ['undecided', 'the rules are settled later', { phase: 'http_request_firewall_custom', rules: unknown }],
        ['undecided', 'what it is about is settled later', { phase: unknown, rules: [] }],
        ['silent', 'it is about something else', { phase: 'http_request_transform', rules: [] }]),
    },
    'known-attacks-refused': {
      'Cloudflare ruleset': table('cloudflare_ruleset',
        ['pass', "Cloudflare's rules are run", { phase: 'http_request_firewall_managed', rules: [{ action: 'execute', expression: 'true' }] }],
        ['fail', 'they are not', { phase: 'http_request_firewall_managed', rules: [] }],
        ['fail', 'they record alone', { phase: 'http_request_firewall_managed', rules: [{ action: 'execute', expression: 'true', action_parameters: { id: '1', overrides: { action: 'log' } } }] }],
        ['fail', 'they are switched off', { phase: 'http_request_firewall_managed', rules: [{ action: 'execute', expression: 'true', action_parameters: { id: '1', overrides: { enabled: false } } }] }],
        ['pass', 'they are made stricter', { phase: 'http_request_firewall_managed', rules: [{ action: 'execute', expression: 'true', action_parameters: { id: '1', overrides: { action: 'block' } } }] }],
        ['undecided', 'it is settled later', { phase: 'http_request_firewall_managed', rules: [{ action: unknown, expression: 'true' }] }]),
    },
    'rate-limited': {
      'Cloudflare ruleset': table('cloudflare_ruleset',
        ['pass', 'a rule limits', { phase: 'http_ratelimit', rules: [{ action: 'block', expression: 'true', ratelimit: { period: 60 } }] }],
        ['fail', 'there is no rule', { phase: 'http_ratelimit' }],
        ['undecided', 'it is settled later', { phase: 'http_ratelimit', rules: unknown }]),
    },
    'website-not-hosted': {
      'domain of a Cloudflare R2 bucket': setting('cloudflare_r2_custom_domain', 'enabled', false, true, 'fail', { bucket_name: 'elsewhere' }),
    },
    'tls-modern': {
      'domain of a Cloudflare R2 bucket': setting('cloudflare_r2_custom_domain', 'min_tls', '1.2', '1.0', 'fail', {},
        ['silent', 'the domain is off', { enabled: false, min_tls: '1.0' }]),
    },
  },
}; // prettier-ignore
