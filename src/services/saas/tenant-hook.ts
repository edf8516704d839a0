import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { otherwise } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import type { About } from './about';
import { headerSecrets } from './header-secret';
import { plainAddress } from './web-address';
import { given } from './word';

/** Messages that a tenant sends by itself: what people call it, where they go, and what shows who sends them. */
interface Hook {
  readonly noun: string;
  readonly address: string;
  readonly secret?: string;
  /** A text or map of headers, some of which may hold a secret. */
  readonly headers?: string;
}

/**
 * @see https://registry.terraform.io/providers/okta/okta/latest/docs/resources/event_hook
 * @see https://registry.terraform.io/providers/DataDog/datadog/latest/docs/resources/webhook
 */
const hooks: Readonly<Record<string, Hook>> = {
  datadog_webhook: { noun: 'Datadog webhook', address: 'url', headers: 'custom_headers' },
  okta_event_hook: { noun: 'Okta event hook', address: 'channel.uri', secret: 'auth.value' },
  okta_inline_hook: { noun: 'Okta inline hook', address: 'channel.uri', secret: 'auth.value' },
};

export const tenantHook: Service = {
  name: 'tenant-hook',
  types: { terraform: Object.keys(hooks) },
  *facts(resource) {
    const hook = hooks[resource.type];
    if (hook) yield* hookFacts(resource, hook);
  },
};

function* hookFacts(resource: Resource, { noun, address, secret, headers }: Hook): Iterable<Fact> {
  const about: About = { noun, subject: resource };
  const at = (path: string): Property => resource.properties.get(...path.split('.'));
  yield {
    kind: 'data-in-transit',
    plaintext: otherwise(plainAddress(at(address)), false, 'no address is written'),
    ...about,
  };
  if (secret !== undefined) {
    yield { kind: 'delivery', signed: given(at(secret)), ...about };
    yield* secretFacts(resource, noun, [['secret', at(secret)]]);
  }
  if (headers === undefined) return;
  const document = at(headers).document();
  if (document.state === 'known') yield* secretFacts(resource, noun, headerSecrets(document.value));
}
