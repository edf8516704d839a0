import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { any, every, is, settledTruth, truth, type Truth } from '../../model/truth';
import { chain, map, otherwise, unknown, type Settled } from '../../model/value';
import type { Service } from '../service';
import type { About } from './about';
import { isoSeconds } from './duration';
import { switched, meaning } from './word';

const enrollment = ['okta_policy_mfa', 'okta_policy_mfa_default'];

/** Second factors that an enrollment policy may have people enroll: those that are text messages, calls or mail are weak. */
const strong = [
  'duo', 'external_idp', 'external_idps', 'fido_u2f', 'fido_webauthn', 'google_otp', 'hotp', 'okta_otp', 'okta_push',
  'okta_verify', 'onprem_mfa', 'rsa_token', 'smart_card_idp', 'symantec_vip', 'webauthn', 'yubikey_token',
]; // prettier-ignore
const phones = ['okta_call', 'okta_sms', 'phone_number'];
const weak = [...phones, 'okta_email', 'okta_question', 'security_question'];

export const oktaSignIn: Service = {
  name: 'okta-sign-in',
  types: {
    terraform: [
      ...enrollment,
      'okta_app_signon_policy_rule',
      'okta_auth_server_policy_rule',
      'okta_policy_rule_profile_enrollment',
      'okta_policy_rule_signon',
    ],
  },
  *facts(resource) {
    if (isOff(resource)) return;
    if (enrollment.includes(resource.type)) yield enrollmentFact(resource);
    else if (resource.type === 'okta_policy_rule_signon') yield* signOnFacts(resource);
    else if (resource.type === 'okta_app_signon_policy_rule') yield* applicationFacts(resource);
    else if (resource.type === 'okta_auth_server_policy_rule') yield tokenFact(resource);
    else yield signUpFact(resource);
  },
};

/** A policy or rule that is switched off decides nothing. */
function isOff({ properties }: Resource): boolean {
  const on = meaning(otherwise(properties.get('status').text(), 'active', 'on unless told otherwise'), switched);
  return on.state === 'known' && !on.value;
}

/**
 * Which second factors people have. Without one that is required, a sign-on policy decides whether anybody is asked. Mail
 * or a question that is required may be there for lost passwords alone.
 *
 * @see https://registry.terraform.io/providers/okta/okta/latest/docs/resources/policy_mfa
 * @see https://help.okta.com/oie/en-us/content/topics/identity-engine/policies/about-mfa-enrollment-policies.htm
 */
function enrollmentFact(policy: Resource): Fact {
  const enrolled = (names: readonly string[], among: readonly string[]): Settled<boolean> =>
    settledTruth(
      any(
        ...names.map((name) =>
          is(enrollmentOf(policy.properties, name), (enroll) => among.includes(enroll), `enrollment in ${name}`),
        ),
      ),
      policy.properties.at,
    );
  const offered = enrolled([...strong, ...weak], ['REQUIRED', 'OPTIONAL']);
  const required = enrolled([...strong, ...phones], ['REQUIRED']);
  const nobodyMust = required.state === 'known' && !required.value;
  const somebodyMay = !(offered.state === 'known' && !offered.value);
  return {
    noun: 'Okta enrollment policy',
    subject: policy,
    kind: 'multi-factor',
    required:
      nobodyMust && somebodyMay
        ? unknown('each person chooses, unless a sign-on policy asks for a second factor', required.at)
        : required,
    offered,
    ...(somebodyMay && { beyondTextMessage: enrolled(strong, ['REQUIRED', 'OPTIONAL']) }),
  };
}

/** A factor that is not named cannot be enrolled in. */
const enrollmentOf = (properties: Property, name: string): Settled<string> =>
  map(otherwise(properties.get(name, 'enroll').text(), 'NOT_ALLOWED', 'not named'), (text) => text.toUpperCase());

const refuses = (access: Settled<string>): boolean => access.state === 'known' && access.value.toUpperCase() === 'DENY';

const accessOf = ({ properties }: Resource): Settled<string> =>
  otherwise(properties.get('access').text(), 'ALLOW', 'let in unless told otherwise');

/**
 * Global sign-on: whether a second factor is asked for, and how long the session lasts. A rule that does not ask leaves it
 * to others where it names a sequence of factors, or takes any factor that the policy of an application asks for.
 *
 * @see https://registry.terraform.io/providers/okta/okta/latest/docs/resources/policy_rule_signon (the defaults)
 * @see https://developer.okta.com/docs/reference/api/policy/#signon-object (the primary factor)
 */
function* signOnFacts(rule: Resource): Iterable<Fact> {
  if (refuses(accessOf(rule))) return;
  const about: About = { noun: 'Okta sign-on rule', subject: rule };
  const { properties } = rule;
  const asks = otherwise(properties.get('mfa_required').flag(), false, 'not asked for unless told so');
  const elsewhere = any(
    is(accessOf(rule), (access) => access.toUpperCase() === 'CHALLENGE', 'sequence of factors'),
    is(
      otherwise(properties.get('primary_factor').text(), 'PASSWORD_IDP', 'a password unless told otherwise'),
      (factor) => factor === 'PASSWORD_IDP_ANY_FACTOR',
      'policies of applications',
    ),
  );
  yield {
    kind: 'multi-factor',
    required: chain(asks, (yes) =>
      yes || elsewhere.holds === false ? asks : unknown('other rules decide whether a factor is asked for', asks.at),
    ),
    ...about,
  };
  yield {
    kind: 'session',
    seconds: map(
      otherwise(properties.get('session_lifetime').number(), 120, 'two hours unless told otherwise'),
      (minutes) => (minutes === 0 ? Infinity : minutes * 60),
    ),
    ...about,
  };
}

/**
 * Sign-on to one application. Two factors are asked for every two hours unless told otherwise; one is no password where
 * every constraint asks for something that people have. Chains of methods say themselves what they ask for.
 *
 * @see https://github.com/okta/terraform-provider-okta/blob/master/okta/services/idaas/resource_okta_app_signon_policy_rule.go (the defaults)
 * @see https://developer.okta.com/docs/reference/api/policy/#verification-method-json-examples
 */
function* applicationFacts(rule: Resource): Iterable<Fact> {
  if (refuses(accessOf(rule))) return;
  const about: About = { noun: 'Okta sign-on rule of an application', subject: rule };
  const { properties } = rule;
  const two = meaning(
    otherwise(properties.get('factor_mode').text(), '2FA', 'two factors unless told otherwise'),
    { '2fa': true, '1fa': false },
  );
  const method = otherwise(properties.get('type').text(), 'ASSURANCE', 'a number of factors unless told otherwise');
  const constrained = properties.get('constraints').present();
  const unconstrained = constrained.state === 'known' && !constrained.value;
  const possession = every(
    otherwise(properties.get('constraints').list(), [], 'none is named'),
    asksForPossession,
    'constraints',
  );
  yield {
    kind: 'multi-factor', required: chain(method, (name): Settled<boolean> => {
      if (name !== 'ASSURANCE') return unknown('a chain of methods decides', method.at);
      return chain(two, (yes) =>
        yes || unconstrained || possession.holds === false
          ? two
          : unknown('one factor that is no password', two.at),
      );
    }), ...about,
  };
  const again = isoSeconds(
    otherwise(properties.get('re_authentication_frequency').text(), 'PT2H', 'two hours unless told otherwise'),
  );
  yield { kind: 'session', seconds: map(again, (seconds) => (seconds === oncePerSession ? Infinity : seconds)), ...about };
} // prettier-ignore

/** Whether a constraint asks for something that people have; one whose text is not known may. */
function asksForPossession(constraint: Property): Truth {
  const document = constraint.document();
  return document.state === 'known'
    ? is(document.value.get('possession').present(), (asked) => asked, 'possession')
    : truth(undefined, constraint.at, 'a constraint that is not known');
}

/** `PT43800H`: as long as the session lasts, which another policy decides. */
const oncePerSession = 43800 * 3600;

/** How long a token of an authorization server is good for: an hour unless told otherwise. */
const tokenFact = (rule: Resource): Fact => ({
  noun: 'Okta authorization server',
  subject: rule,
  kind: 'session',
  seconds: map(
    otherwise(rule.properties.get('access_token_lifetime_minutes').number(), 60, 'an hour unless told otherwise'),
    (minutes) => minutes * 60,
  ),
});

/** Whether somebody whom nobody knows may make an account. */
const signUpFact = (rule: Resource): Fact => ({
  noun: 'Okta profile enrollment',
  subject: rule,
  kind: 'sign-up',
  open: meaning(otherwise(rule.properties.get('unknown_user_action').text(), 'DENY', 'refused'), {
    register: true,
    deny: false,
  }),
});
