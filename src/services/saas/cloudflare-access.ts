import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, some, truth, type Truth } from '../../model/truth';
import { chain, known, map, otherwise, type Place, type Settled } from '../../model/value';
import type { Service } from '../service';
import type { About } from './about';
import { goSeconds } from './duration';
import { roleGrant } from './role-grant';
import { holds } from './web-address';

const policies = ['cloudflare_access_policy', 'cloudflare_zero_trust_access_policy'];
const applications = ['cloudflare_access_application', 'cloudflare_zero_trust_access_application'];
const tokens = ['cloudflare_access_service_token', 'cloudflare_zero_trust_access_service_token'];

export const cloudflareAccess: Service = {
  name: 'cloudflare-access',
  types: {
    terraform: [
      ...policies,
      ...applications,
      ...tokens,
      'cloudflare_access_organization',
      'cloudflare_zero_trust_access_organization',
      'cloudflare_zero_trust_organization',
    ],
  },
  *facts(resource, graph) {
    if (policies.includes(resource.type)) yield* policyFacts({ noun: 'Cloudflare Access policy', subject: resource }, resource.properties, graph);
    else if (applications.includes(resource.type)) yield* applicationFacts(resource, graph);
    else if (tokens.includes(resource.type)) yield tokenFact(resource);
    else yield* sessionFacts({ noun: 'Cloudflare Access', subject: resource }, resource.properties);
  },
}; // prettier-ignore

/** Whether a list of rules lets everyone through: an empty block in version 5 of the provider, a switch before. */
const everyone = (rules: Property): Truth =>
  some(
    otherwise(rules.list(), [], 'no rule is written'),
    (rule) => {
      const all = rule.get('everyone');
      const flag = all.flag();
      return is(flag.state === 'known' ? flag : all.present(), (yes) => yes, 'everyone');
    },
    'rules',
  );

const providers = ['cloudflare_access_identity_provider', 'cloudflare_zero_trust_access_identity_provider'];

/** Identity providers where anybody makes an account; the first sends a code to any address. */
const openToAll = ['onetimepin', 'facebook', 'github', 'google', 'linkedin', 'yandex'];

/** Whether anybody may sign in: certainly with one of those providers, else nobody knows which others there are. */
const anybodySignsIn = (graph: ResourceGraph, at: Place): Truth =>
  any(
    truth(undefined, at, 'whoever the identity providers of the account let in'),
    ...graph
      .ofType(...providers)
      .map(({ properties }) =>
        is(
          otherwise(properties.get('type').text(), '', 'not said'),
          (type) => openToAll.includes(type),
          'identity provider',
        ),
      ),
  );

/**
 * Who gets in. `bypass` asks nobody to sign in; `non_identity` asks for a token or an address; `allow` for a sign-in with
 * any identity provider of the account.
 *
 * @see https://developers.cloudflare.com/cloudflare-one/access-controls/policies/
 */
function* policyFacts(about: About, policy: Property, graph: ResourceGraph): Iterable<Fact> {
  const decision = otherwise(policy.get('decision').text(), 'allow', 'not said');
  if (decision.state === 'known' && decision.value === 'deny') return;
  const narrowed = policy.get('require').present();
  const open = all(everyone(policy.get('include')), not(is(narrowed, (yes) => yes, 'further requirements')));
  const when = (test: (text: string) => boolean, ...further: readonly Truth[]): Settled<boolean> =>
    settledTruth(all(is(decision, test, 'decision'), open, ...further), decision.at);
  const unasked = when((text) => text === 'bypass' || text === 'non_identity');
  yield {
    kind: 'sign-in',
    required: settledTruth(not(is(unasked, (yes) => yes, 'everyone gets in without signing in')), decision.at),
    ...about,
  };
  yield roleGrant(about, {
    role: decision,
    powers: known({}, decision.at),
    wide: known(false, decision.at, 'it is about what the policy protects'),
    everyone: when((text) => text === 'allow', anybodySignsIn(graph, decision.at)),
  });
  yield* sessionFacts(about, policy);
}

/** A day unless told otherwise, for an application; a policy that says nothing leaves it to the application. */
function* sessionFacts(about: About, properties: Property): Iterable<Fact> {
  const duration = properties.get('session_duration').text();
  if (duration.state === 'absent') return;
  yield { kind: 'session', seconds: goSeconds(otherwise(duration, '24h', 'a day unless told otherwise')), ...about };
}

/**
 * @see https://registry.terraform.io/providers/cloudflare/cloudflare/latest/docs/resources/zero_trust_access_application
 */
function* applicationFacts(application: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about: About = { noun: 'Cloudflare Access application', subject: application };
  const { properties } = application;
  const duration = otherwise(properties.get('session_duration').text(), '24h', 'a day unless told otherwise');
  yield { kind: 'session', seconds: goSeconds(duration), ...about };
  const origins = properties.get('cors_headers');
  const present = origins.present();
  if (!(present.state === 'known' && !present.value))
    yield {
      kind: 'cross-origin',
      everywhere: settledTruth(
        any(
          is(
            otherwise(origins.get('allow_all_origins').flag(), false, 'named unless told otherwise'),
            (all) => all,
            'origins',
          ),
          is(holds(origins.get('allowed_origins'), ['*'], 'none is named'), (all) => all, 'origins'),
        ),
        origins.at,
      ),
      ...about,
    };
  const written = properties.get('policies').list();
  if (written.state !== 'known') return;
  for (const policy of written.value)
    if (policy.get('include').list().state !== 'absent') yield* policyFacts(about, policy, graph);
}

/** Days after which a token is held to last. */
const longest = 366;

/**
 * A service token ends after a year unless told otherwise; one that is good for longer is held to last.
 *
 * @see https://registry.terraform.io/providers/cloudflare/cloudflare/latest/docs/resources/zero_trust_access_service_token
 */
const tokenFact = (token: Resource): Fact => {
  const duration = otherwise(token.properties.get('duration').text(), '8760h', 'a year unless told otherwise');
  return {
    noun: 'Cloudflare service token',
    subject: token,
    kind: 'credential',
    longLived: chain(duration, (text) =>
      text === 'forever' ? known(true, duration.at) : map(goSeconds(duration), (seconds) => seconds > longest * 86_400),
    ),
  };
};
