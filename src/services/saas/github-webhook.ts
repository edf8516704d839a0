import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { map, otherwise } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import type { About } from './about';
import { plainAddress } from './web-address';
import { given } from './word';

const nouns: Readonly<Record<string, string>> = {
  github_organization_webhook: 'GitHub organization webhook',
  github_repository_webhook: 'GitHub repository webhook',
};

export const githubWebhook: Service = {
  name: 'github-webhook',
  types: { terraform: Object.keys(nouns) },
  facts: webhookFacts,
};

/**
 * Where events are sent, and whether the receiver can tell who sends them.
 *
 * @see https://registry.terraform.io/providers/integrations/github/latest/docs/resources/repository_webhook
 * @see https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
 */
function* webhookFacts(webhook: Resource): Iterable<Fact> {
  const active = webhook.properties.get('active').flag();
  if (active.state === 'known' && !active.value) return;
  const about: About = { noun: nouns[webhook.type] ?? 'GitHub webhook', subject: webhook };
  const configuration = webhook.properties.get('configuration');
  yield {
    kind: 'data-in-transit',
    plaintext: otherwise(plainAddress(configuration.get('url')), false, 'no address is written'),
    certificateValidated: map(
      otherwise(configuration.get('insecure_ssl').flag(), false, 'certificates are checked unless told otherwise'),
      (insecure) => !insecure,
    ),
    ...about,
  };
  const secret = configuration.get('secret');
  yield { kind: 'delivery', signed: given(secret), ...about };
  yield* secretFacts(webhook, about.noun, [['secret', secret]]);
}
