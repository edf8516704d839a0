import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, is, not, settledTruth, some, type Truth } from '../../model/truth';
import { known, orElse, otherwise, type Settled } from '../../model/value';
import type { Service } from '../service';
import type { About } from './about';
import { goSeconds } from './duration';
import { roleGrant } from './role-grant';

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
  *facts(resource) {
    if (policies.includes(resource.type)) yield* policyFacts({ noun: 'Cloudflare Access policy', subject: resource }, resource.properties);
    else if (applications.includes(resource.type)) yield* applicationFacts(resource);
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

/**
 * Who gets in. `bypass` asks nobody to sign in; `non_identity` asks for a token or an address; `allow` for a sign-in with
 * any identity provider, of which a code by e-mail is one.
 *
 * @see https://developers.cloudflare.com/cloudflare-one/access-controls/policies/
 */
function* policyFacts(about: About, policy: Property): Iterable<Fact> {
  const decision = otherwise(policy.get('decision').text(), 'allow', 'not said');
  if (decision.state === 'known' && decision.value === 'deny') return;
  const narrowed = policy.get('require').present();
  const open = all(everyone(policy.get('include')), not(is(narrowed, (yes) => yes, 'further requirements')));
  const when = (test: (text: string) => boolean): Settled<boolean> =>
    settledTruth(all(is(decision, test, 'decision'), open), decision.at);
  const unasked = when((text) => text === 'bypass' || text === 'non_identity');
  yield {
    ...about,
    kind: 'sign-in',
    required: settledTruth(not(is(unasked, (yes) => yes, 'everyone gets in without signing in')), decision.at),
  };
  yield roleGrant(about, {
    role: decision,
    powers: known({}, decision.at),
    wide: known(false, decision.at, 'it is about what the policy protects'),
    everyone: when((text) => text === 'allow'),
  });
  yield* sessionFacts(about, policy);
}

/** A day unless told otherwise, for an application; a policy that says nothing leaves it to the application. */
function* sessionFacts(about: About, properties: Property): Iterable<Fact> {
  const duration = properties.get('session_duration').text();
  if (duration.state === 'absent') return;
  yield { ...about, kind: 'session', seconds: goSeconds(otherwise(duration, '24h', 'a day unless told otherwise')) };
}

/**
 * @see https://registry.terraform.io/providers/cloudflare/cloudflare/latest/docs/resources/zero_trust_access_application
 */
function* applicationFacts(application: Resource): Iterable<Fact> {
  const about: About = { noun: 'Cloudflare Access application', subject: application };
  const { properties } = application;
  const duration = otherwise(properties.get('session_duration').text(), '24h', 'a day unless told otherwise');
  yield { ...about, kind: 'session', seconds: goSeconds(duration) };
  const origins = properties.get('cors_headers');
  const present = origins.present();
  if (!(present.state === 'known' && !present.value))
    yield {
      ...about,
      kind: 'cross-origin',
      everywhere: otherwise(origins.get('allow_all_origins').flag(), false, 'named origins unless told otherwise'),
    };
  const written = properties.get('policies').list();
  if (written.state !== 'known') return;
  for (const policy of written.value)
    if (policy.get('include').list().state !== 'absent') yield* policyFacts(about, policy);
}

/**
 * A service token ends after a year unless told otherwise.
 *
 * @see https://registry.terraform.io/providers/cloudflare/cloudflare/latest/docs/resources/zero_trust_access_service_token
 */
const tokenFact = (token: Resource): Fact => {
  const duration = orElse(token.properties.get('duration').text(), () =>
    known('8760h', token.properties.get('duration').at, 'a year unless told otherwise'),
  );
  return {
    noun: 'Cloudflare service token',
    subject: token,
    kind: 'credential',
    longLived: settledTruth(
      is(duration, (text) => text === 'forever', 'duration'),
      duration.at,
    ),
  };
};
