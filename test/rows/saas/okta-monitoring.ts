import { unknown, type ServiceRows } from '../../support/row';
import { secret, setting, table } from './tables';

const zone = { type: 'IP', usage: 'POLICY' };

export const oktaMonitoringRows: ServiceRows = {
  service: 'okta-monitoring',
  controls: {
    'audit-trail-complete': { 'Okta log stream': setting('okta_log_stream', 'status', 'ACTIVE', 'INACTIVE', 'pass', { type: 'aws_eventbridge' }) },
    'no-secret-in-clear': { 'Okta log stream': secret('okta_log_stream', 'settings.token', { type: 'splunk_cloud_logstreaming' }) },
    'front-private': {
      'Okta network zone': table('okta_network_zone',
        ['fail', 'every address is trusted', { ...zone, gateways: ['192.0.2.1/32', '0.0.0.0/0'] }],
        ['fail', 'every address is a range', { ...zone, gateways: ['0.0.0.0-255.255.255.255'] }],
        ['fail', 'every proxy is trusted', { ...zone, proxies: ['::/0'] }],
        ['pass', 'one network is trusted', { ...zone, gateways: ['192.0.2.0/24'] }],
        ['pass', 'every address is blocked', { ...zone, usage: 'BLOCKLIST', gateways: ['0.0.0.0/0'] }],
        ['pass', 'it is off', { ...zone, status: 'INACTIVE', gateways: ['0.0.0.0/0'] }],
        ['pass', 'it is about places', { type: 'DYNAMIC', dynamic_locations: ['CH'] }],
        ['undecided', 'an address is settled later', { ...zone, gateways: [unknown] }],
        ['undecided', 'its use is settled later', { ...zone, usage: unknown, gateways: ['0.0.0.0/0'] }]),
    },
    'threats-watched': { 'Okta ThreatInsight': setting('okta_threat_insight_settings', 'action', 'block', 'none', 'fail', {}, ['pass', 'it is recorded', { action: 'audit' }]) },
    'watch-complete': { 'Okta ThreatInsight': setting('okta_threat_insight_settings', 'action', 'block', 'audit', 'fail') },
    'alarm-reaches-someone': { 'Okta notification': setting('okta_security_notification_emails', 'send_email_for_factor_reset_enabled', true, false, 'pass') },
    'rate-limited': { 'Okta sign-in': setting('okta_rate_limiting', 'login', 'ENFORCE', 'DISABLE', 'pass', { authorize: 'ENFORCE' }, ['fail', 'it is only recorded', { login: 'ENFORCE', authorize: 'PREVIEW' }]) },
  },
}; // prettier-ignore
