import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, type Truth } from '../../model/truth';
import { map, orElse, otherwise, unknown, type Settled } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import type { About } from './about';
import { holds, plainAddress, somePlain, withoutWildcard } from './web-address';

export const oktaApplication: Service = {
  name: 'okta-application',
  types: { terraform: ['okta_app_oauth', 'okta_app_saml', 'okta_idp_saml', 'okta_trusted_origin'] },
  facts(resource) {
    if (isOff(resource)) return [];
    if (resource.type === 'okta_app_oauth') return oauthFacts(resource);
    if (resource.type === 'okta_idp_saml') return providerFacts(resource);
    return resource.type === 'okta_app_saml' ? samlFacts(resource) : originFacts(resource);
  },
};

function isOff({ properties }: Resource): boolean {
  const status = properties.get('status').text();
  const active = properties.get('active').flag();
  return (status.state === 'known' && status.value === 'INACTIVE') || (active.state === 'known' && !active.value);
}

/**
 * Where codes and tokens of an application go, and how it gets them.
 *
 * @see https://registry.terraform.io/providers/okta/okta/latest/docs/resources/app_oauth
 * @see https://www.rfc-editor.org/rfc/rfc9700
 */
function* oauthFacts(application: Resource): Iterable<Fact> {
  const about: About = { noun: 'Okta application', subject: application };
  const { properties } = application;
  yield { kind: 'data-in-transit', plaintext: somePlain(properties.get('redirect_uris')), ...about };
  const wildcard = otherwise(properties.get('wildcard_redirect').text(), 'DISABLED', 'refused unless told otherwise');
  yield {
    kind: 'oauth-client',
    redirectsNamed: settledTruth(
      all(
        is(wildcard, (mode) => mode === 'DISABLED', 'wildcards in redirect addresses'),
        is(withoutWildcard(properties.get('redirect_uris')), (named) => named, 'redirect addresses'),
      ),
      wildcard.at,
    ),
    flowsCurrent: flowsCurrent(application),
    ...about,
  };
  yield* secretFacts(application, about.noun, [['client secret', properties.get('client_basic_secret')]]);
}

/**
 * Grant types that nobody names are the fewest that the type of application needs; of one without a secret PKCE is asked
 * for. A server can keep its refresh tokens; of pages nobody says whether theirs rotate by themselves.
 *
 * @see https://github.com/okta/terraform-provider-okta/blob/master/okta/services/idaas/resource_okta_app_oauth.go (PKCE)
 */
function flowsCurrent({ properties }: Resource): Settled<boolean> {
  const granted = (words: readonly string[]): Truth =>
    is(holds(properties.get('grant_types'), words, 'not named'), (yes) => yes, 'grant types');
  const method = otherwise(properties.get('token_endpoint_auth_method').text(), 'client_secret_basic', 'a secret unless told otherwise'); // prettier-ignore
  const proven = any(
    is(method, (text) => text !== 'none', 'secret of the application'),
    is(
      otherwise(properties.get('pkce_required').flag(), true, 'asked for where there is no secret'),
      (on) => on,
      'PKCE',
    ),
    not(granted(['authorization_code'])),
  );
  const rotation = properties.get('refresh_token_rotation').text();
  const rotated = any(
    not(granted(['refresh_token'])),
    is(method, (text) => text !== 'none', 'secret of the application'),
    is(
      orElse(rotation, () => unknown<string>('Okta chooses whether refresh tokens rotate', properties.at)),
      (mode) => mode === 'ROTATE',
      'rotation of refresh tokens',
    ),
  );
  return settledTruth(all(not(granted(['implicit', 'password'])), proven, rotated), properties.get('grant_types').at);
}

/**
 * How what Okta says of a person is signed.
 *
 * @see https://registry.terraform.io/providers/okta/okta/latest/docs/resources/app_saml
 */
function* samlFacts(application: Resource): Iterable<Fact> {
  const { properties } = application;
  const written = ['signature_algorithm', 'digest_algorithm'].map((name) => properties.get(name).text());
  const algorithms = written.filter((value) => value.state !== 'absent');
  yield {
    noun: 'Okta application',
    subject: application,
    kind: 'data-in-transit',
    plaintext: otherwise(plainAddress(properties.get('sso_url')), false, 'no address is written'),
    ...(algorithms.length > 0 && {
      algorithmsCurrent: settledTruth(
        all(...algorithms.map((one) => is(one, (name) => !/SHA1$/i.test(name), 'algorithm of the signature'))),
        properties.at,
      ),
    }),
  };
}

/**
 * A directory that Okta believes: where people are sent, and the least that its answers are signed with.
 *
 * @see https://registry.terraform.io/providers/okta/okta/latest/docs/resources/idp_saml (SHA-256 by default)
 */
function* providerFacts(provider: Resource): Iterable<Fact> {
  const { properties } = provider;
  const algorithms = ['request_signature_algorithm', 'response_signature_algorithm'].map((name) =>
    otherwise(properties.get(name).text(), 'SHA-256', 'SHA-256 unless told otherwise'),
  );
  yield {
    noun: 'Okta identity provider',
    subject: provider,
    kind: 'data-in-transit',
    plaintext: otherwise(plainAddress(properties.get('sso_url')), false, 'no address is written'),
    algorithmsCurrent: settledTruth(
      all(...algorithms.map((one) => is(one, (name) => name !== 'SHA-1', 'algorithm of the signature'))),
      properties.at,
    ),
  };
}

/** A page that browsers let call Okta, or that people are sent back to. */
function* originFacts(origin: Resource): Iterable<Fact> {
  const about: About = { noun: 'Okta trusted origin', subject: origin };
  const address = origin.properties.get('origin');
  yield {
    kind: 'data-in-transit',
    plaintext: otherwise(plainAddress(address), false, 'no address is written'),
    ...about,
  };
  yield {
    kind: 'cross-origin',
    everywhere: map(otherwise(address.text(), '', 'no address is written'), (text) => text === '*'),
    ...about,
  };
}
