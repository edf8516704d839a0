import { type ServiceRows } from '../../support/row';
import { secret, setting } from './tables';

const hook = 'github_repository_webhook';
const secure = { configuration: { url: 'https://example.com/hook' } };

export const githubWebhookRows: ServiceRows = {
  service: 'github-webhook',
  controls: {
    'transit-encrypted': {
      'GitHub repository webhook': setting(hook, 'configuration.url', 'https://example.com/hook', 'http://example.com/hook', 'pass', { events: ['push'] },
        ['silent', 'it is off', { active: false, configuration: { url: 'http://example.com/hook' } }]),
    },
    'certificate-validated': {
      'GitHub repository webhook': setting(hook, 'configuration.insecure_ssl', false, true, 'pass', secure),
      'GitHub organization webhook': setting('github_organization_webhook', 'configuration.insecure_ssl', false, true, 'pass', secure),
    },
    'deliveries-signed': {
      'GitHub repository webhook': setting(hook, 'configuration.secret', 'made up', '', 'fail', secure),
      'GitHub organization webhook': setting('github_organization_webhook', 'configuration.secret', 'made up', '', 'fail', secure),
    },
    'no-secret-in-clear': { 'GitHub repository webhook': secret(hook, 'configuration.secret') },
  },
}; // prettier-ignore
