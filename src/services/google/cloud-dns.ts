import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { not, is, settledTruth, some } from '../../model/truth';
import { combine, known, otherwise } from '../../model/value';
import { itemsOf } from '../aws/items';
import type { Service } from '../service';

export const cloudDns: Service = {
  name: 'cloud-dns',
  types: { terraform: ['google_dns_managed_zone', 'google_dns_policy'] },
  *facts(resource) {
    if (resource.type === 'google_dns_policy') yield queryLogFact(resource);
    else yield* zoneFacts(resource);
  },
};

/**
 * A zone for everyone can be signed. One for a network of one's own cannot, and is asked by nobody else.
 *
 * @see https://docs.cloud.google.com/dns/docs/dnssec
 * @see https://docs.cloud.google.com/dns/docs/dnssec-advanced (algorithms)
 */
function* zoneFacts(zone: Resource): Iterable<Fact> {
  const about = { noun: 'DNS zone', subject: zone };
  const { properties: written } = zone;
  const visibility = otherwise(
    written.get('visibility').text(),
    'public',
    'a zone is for everyone unless told otherwise',
  );
  if (visibility.state === 'known' && visibility.value === 'private') return;
  const signing = written.get('dnssec_config');
  yield {
    kind: 'zone-signing',
    signed: combine(
      {
        visibility,
        state: otherwise(signing.get('state').text(), 'off', 'a zone is signed only when told to'),
      },
      ({ visibility: seenBy, state }) =>
        state === 'on' || state === 'transfer' ? true : seenBy === undefined || state === undefined ? undefined : false,
    ),
    ...about,
  };
  const keys = itemsOf(signing.get('default_key_specs')).map((key) =>
    otherwise(key.get('algorithm').text(), 'rsasha256', 'a current algorithm unless another is named'),
  );
  if (keys.length > 0)
    yield {
      kind: 'data-in-transit',
      algorithmsCurrent: settledTruth(
        not(some(known(keys, signing.at), (key) => is(key, (name) => name === 'rsasha1', 'algorithm'), 'keys')),
        signing.at,
      ),
      ...about,
    };
  yield {
    kind: 'audit-log',
    scope: 'access',
    kept: otherwise(
      written.get('cloud_logging_config', 'enable_logging').flag(),
      false,
      'questions are recorded only when told to',
    ),
    ...about,
  };
}

const queryLogFact = (policy: Resource): Fact => ({
  kind: 'audit-log',
  noun: 'DNS policy',
  subject: policy,
  scope: 'access',
  kept: otherwise(policy.properties.get('enable_logging').flag(), false, 'questions are recorded only when told to'),
});
