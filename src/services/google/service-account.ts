import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { known, map, otherwise, unknown, type Settled } from '../../model/value';
import type { Service } from '../service';

/**
 * Keys that somebody holds: of a service account, or of an application that says who it is.
 *
 * @see https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys (they do not expire by default)
 * @see https://cloud.google.com/docs/authentication/api-keys
 */
export const serviceAccount: Service = {
  name: 'google-service-account',
  types: {
    terraform: [
      'google_apikeys_key',
      // An identity: what it may do is given elsewhere, and judged there.
      'google_service_account',
      'google_service_account_key',
    ],
  },
  *facts(resource, graph): Iterable<Fact> {
    if (resource.type === 'google_service_account_key')
      yield {
        subject: resource,
        noun: 'Service account key',
        kind: 'credential',
        longLived: staysValid(resource, graph),
      };
    if (resource.type === 'google_service_account_key') yield strengthFact(resource);
    if (resource.type === 'google_apikeys_key') yield* applicationKeyFacts(resource);
  },
};

/** @see https://cloud.google.com/iam/docs/reference/rest/v1/projects.serviceAccounts.keys (2048 bits by default) */
const strengthFact = (key: Resource): Fact => ({
  subject: key,
  noun: 'Service account key',
  kind: 'certificate',
  keyStrong: map(
    otherwise(key.properties.get('key_algorithm').text(), 'KEY_ALG_RSA_2048', '2048 bits by default'),
    (name) => name !== 'KEY_ALG_RSA_1024',
  ),
});

/** A key is replaced when what keeps it changes; one that was uploaded ends with its certificate. */
function staysValid({ properties }: Resource, graph: ResourceGraph): Settled<boolean> {
  const uploaded = properties.get('public_key_data').present();
  const keepers = properties.get('keepers');
  const at = properties.get('service_account_id').at;
  if (uploaded.state === 'unknown' || uploaded.value)
    return unknown('it ends when the certificate that was uploaded does', properties.get('public_key_data').at);
  const kept = keepers.entries();
  const entries = kept.state === 'known' ? kept.value.map(([, value]) => value) : [keepers];
  const rotates = entries
    .flatMap((entry) => entry.references())
    .some(({ id }) => graph.byIdentity(id)?.type === 'time_rotating');
  return rotates
    ? known(false, keepers.at, 'it is replaced from time to time')
    : known(true, at, 'it works until somebody deletes it');
}

/** A key that may be used from everywhere for everything tells callers apart, and keeps nobody out. */
function* applicationKeyFacts(key: Resource): Iterable<Fact> {
  const about = { subject: key, noun: 'API key' };
  const restrictions = key.properties.get('restrictions');
  yield {
    kind: 'credential',
    longLived: known(true, key.properties.at, 'it works until somebody deletes it'),
    ...about,
  };
  yield {
    kind: 'inner-access',
    fineGrained: map(
      otherwise(restrictions.get('api_targets').list(), [], 'it may call every service of the project'),
      (targets) => targets.length > 0,
    ),
    ...about,
  };
}
