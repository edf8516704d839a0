import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, some, truth, type Truth } from '../../model/truth';
import { chain, known, map, orElse, otherwise, unknown, type Settled, type Value } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import type { About } from './about';
import { holds, plainAddress, somePlain, withoutWildcard } from './web-address';

export const auth0Application: Service = {
  name: 'auth0-application',
  types: {
    terraform: [
      'auth0_client',
      'auth0_client_credentials',
      'auth0_connection',
      'auth0_global_client',
      'auth0_resource_server',
    ],
  },
  facts(resource) {
    if (resource.type === 'auth0_connection') return connectionFacts(resource);
    if (resource.type === 'auth0_resource_server') return apiFacts(resource);
    return resource.type === 'auth0_client_credentials' ? credentialFacts(resource) : clientFacts(resource);
  },
};

/**
 * Where codes and tokens of an application go, and how it gets them.
 *
 * @see https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/client
 */
function* clientFacts(client: Resource): Iterable<Fact> {
  const about: About = { noun: 'Auth0 application', subject: client };
  const { properties } = client;
  const algorithm = properties.get('jwt_configuration', 'alg').text();
  yield {
    kind: 'data-in-transit', plaintext: somePlain(properties.get('callbacks')), ...about,
    ...signed(algorithm),
  };
  yield {
    kind: 'oauth-client', redirectsNamed: withoutWildcard(properties.get('callbacks')), flowsCurrent: flowsCurrent(client), ...about,
  };
  const origins = properties.get('web_origins');
  if (origins.list().state !== 'absent')
    yield { kind: 'cross-origin', ...about, everywhere: holds(origins, ['*', 'http://*', 'https://*'], 'none is named') };
  yield* secretFacts(client, about.noun, [['client secret', properties.get('client_secret')]]);
} // prettier-ignore

/** Who may verify a token that is signed with a shared secret may make one. */
const signed = (algorithm: Value<string>): { readonly algorithmsCurrent?: Settled<boolean> } =>
  algorithm.state === 'absent' ? {} : { algorithmsCurrent: map(algorithm, (name) => /^(RS|PS)(256|512)$/.test(name)) };

/** @see https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/resource_server */
function* apiFacts(api: Resource): Iterable<Fact> {
  const about: About = { noun: 'Auth0 API', subject: api };
  const algorithm = signed(api.properties.get('signing_alg').text());
  if (algorithm.algorithmsCurrent) yield { kind: 'data-in-transit', ...about, ...algorithm };
  yield* secretFacts(api, about.noun, [['signing secret', api.properties.get('signing_secret')]]);
}

/** Flows that hand tokens or passwords around. */
const outdated = [
  'implicit', 'password', 'http://auth0.com/oauth/grant-type/password-realm',
  'http://auth0.com/oauth/legacy/grant-type/ro', 'http://auth0.com/oauth/legacy/grant-type/delegation/refresh_token',
]; // prettier-ignore

/**
 * What nobody says is Auth0's choice: grant types by the type of application, conformance by where the application was
 * made (dashboard or API), rotation by the tenant's age.
 *
 * @see https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/client
 * @see https://auth0.com/docs/get-started/applications/application-grant-types
 * @see https://auth0.com/docs/secure/tokens/refresh-tokens/configure-refresh-token-rotation
 */
function flowsCurrent({ properties }: Resource): Settled<boolean> {
  const grants = properties.get('grant_types');
  const named: Truth =
    grants.list().state === 'absent'
      ? truth(undefined, grants.at, 'Auth0 chooses grant types by the type of application')
      : not(is(holds(grants, outdated, 'none is named'), (old) => old, 'grant types'));
  const chosen = <T>(value: Value<T>, what: string): Settled<T> =>
    orElse(value, () => unknown<T>(`Auth0 chooses ${what}`, value.at));
  const strict = chosen(properties.get('oidc_conformant').flag(), 'whether it is strict');
  // Where people never sign in, nothing of theirs is handed around.
  const machine: Truth =
    grants.list().state === 'absent'
      ? truth(false, grants.at, 'no machine')
      : not(
          some(
            otherwise(grants.texts(), [], 'none'),
            (one) => is(one, (name) => name !== 'client_credentials', 'grant type'),
            'none',
          ),
        );
  const across = otherwise(properties.get('cross_origin_auth').flag(), false, 'refused unless told otherwise');
  const open = chosen(properties.get('app_type').text(), 'the type of application');
  const rotation = chosen(properties.get('refresh_token', 'rotation_type').text(), 'whether refresh tokens rotate');
  return settledTruth(
    all(
      named,
      any(
        is(strict, (on) => on, 'OpenID Connect conformance'),
        machine,
      ),
      not(is(across, (on) => on, 'cross-origin authentication')),
      any(
        not(is(holds(grants, ['refresh_token'], 'not named'), (yes) => yes, 'refresh tokens')),
        not(is(open, (type) => type === 'spa' || type === 'native', 'type of application')),
        is(rotation, (type) => type === 'rotating', 'rotation of refresh tokens'),
      ),
    ),
    grants.at,
  );
}

/**
 * How an application shows that it is itself.
 *
 * @see https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/client_credentials
 */
function* credentialFacts(credentials: Resource): Iterable<Fact> {
  yield* secretFacts(credentials, 'Auth0 application', [['client secret', credentials.properties.get('client_secret')]]);
} // prettier-ignore

/**
 * What the levels of a database's password policy ask for: the length, and whether classes of characters must be mixed.
 * Three classes of four are the most that a level can ask for, and are taken for all: `fair` names the three.
 *
 * @see https://auth0.com/docs/authenticate/database-connections/password-strength
 */
const levels: Readonly<Record<string, readonly [length: number, mixed: boolean]>> = {
  none: [1, false],
  low: [6, false],
  fair: [8, true],
  good: [8, true],
  excellent: [10, true],
};

/** @see https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/connection */
function* connectionFacts(connection: Resource): Iterable<Fact> {
  const about: About = { noun: 'Auth0 connection', subject: connection };
  const { properties } = connection;
  const options = properties.get('options');
  yield* secretFacts(connection, about.noun, [['client secret', options.get('client_secret')]]);
  const endpoint = plainAddress(options.get('token_endpoint'));
  if (endpoint.state !== 'absent')
    yield { kind: 'data-in-transit', plaintext: otherwise(endpoint, false, 'not said'), ...about };
  const strategy = otherwise(properties.get('strategy').text(), 'auth0', 'not said');
  if (strategy.state === 'known' && strategy.value !== 'auth0') return;
  yield passwordFact(about);
  yield { kind: 'sign-up', open: map(otherwise(options.get('disable_signup').flag(), false, 'open unless told otherwise'), (shut) => !shut), ...about };
  const guarded = options.get('brute_force_protection').flag();
  if (guarded.state !== 'absent')
    yield { kind: 'front-guard', guard: 'rate', kept: otherwise(guarded, false, 'off'), ...about };
  // Where it is on, the policy of the tenant says who must have one.
  const factor = options.get('mfa', 'active').flag();
  if (factor.state === 'known' && !factor.value) yield { kind: 'multi-factor', required: factor, ...about };
} // prettier-ignore

function passwordFact(about: About): Fact {
  const options = about.subject.properties.get('options');
  const policy = options.get('password_policy').text();
  const level = chain(
    orElse(policy, () => unknown<string>('the level that the connection has already', policy.at)),
    (name): Settled<readonly [number, boolean]> => {
      const found = Object.hasOwn(levels, name) ? levels[name] : undefined;
      return found ? known(found, policy.at) : unknown('a level that is not known here', policy.at);
    },
  );
  const length = options.get('password_complexity_options', 'min_length').number();
  const remembers = otherwise(options.get('password_history', 'enable').flag(), false, 'none unless told otherwise');
  const size = otherwise(options.get('password_history', 'size').number(), 5, 'five unless told otherwise');
  return {
    kind: 'password-policy', minimumLength: length.state === 'absent' ? map(level, ([least]) => least) : otherwise(length, 8, 'not said'), everyClass: map(level, ([, mixed]) => mixed), remembered: chain(remembers, (on) => (on ? size : known(0, remembers.at))), ...about,
  };
} // prettier-ignore
