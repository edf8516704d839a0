import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, settledTruth, truth, type Truth } from '../../model/truth';
import { map, otherwise, type Settled } from '../../model/value';
import { secretVariables } from '../aws/environment-secrets';
import { itemsOf } from '../aws/items';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import type { About } from './about';
import { holds, plainAddress, withoutWildcard } from './web-address';
import { meaning, switched } from './word';

export const auth0Tenant: Service = {
  name: 'auth0-tenant',
  types: { terraform: ['auth0_attack_protection', 'auth0_guardian', 'auth0_log_stream', 'auth0_tenant'] },
  facts(resource, graph) {
    if (resource.type === 'auth0_guardian') return guardianFacts(resource, graph);
    if (resource.type === 'auth0_attack_protection') return protectionFacts(resource);
    return resource.type === 'auth0_log_stream' ? streamFacts(resource) : tenantFacts(resource);
  },
};

const strong = ['otp', 'webauthn_roaming.enabled', 'webauthn_platform.enabled', 'push.enabled', 'duo.enabled'];
const weak = ['phone.enabled', 'email'];

/**
 * Whether everybody is asked for a second factor. By confidence score, only who looks unusual is. A factor that is not
 * named is off. A tenant whose actions choose the factors may ask whatever the policy says.
 *
 * @see https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/guardian
 * @see https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/tenant#customize_mfa_in_postlogin_action
 */
function* guardianFacts(guardian: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about: About = { noun: 'Auth0 tenant', subject: guardian };
  const { properties } = guardian;
  const some = (paths: readonly string[]): Truth =>
    any(
      ...paths.map((path) =>
        is(otherwise(properties.get(...path.split('.')).flag(), false, 'off unless told otherwise'), (on) => on, path),
      ),
    );
  const offered = settledTruth(some([...strong, ...weak]), properties.at);
  const policy = meaning(otherwise(properties.get('policy').text(), 'never', 'nobody is asked'), {
    'all-applications': true,
    'confidence-score': false,
    never: false,
  });
  const actions = graph.ofType('auth0_tenant').some(choosesByAction);
  yield {
    kind: 'multi-factor',
    required: settledTruth(
      all(
        any(
          is(policy, (everybody) => everybody, 'policy'),
          truth(actions ? undefined : false, properties.at, 'actions of the tenant ask for a factor'),
        ),
        is(offered, (on) => on, 'factors'),
      ),
      properties.at,
    ),
    offered,
    ...about,
    ...(!(offered.state === 'known' && !offered.value) && {
      beyondTextMessage: settledTruth(some(strong), properties.at),
    }),
  };
  yield* secretFacts(guardian, about.noun, [
    ['secret key of Duo', properties.get('duo', 'secret_key')],
    ['token of Twilio', properties.get('phone', 'options', 'auth_token')],
    ['secret access key', properties.get('push', 'amazon_sns', 'aws_secret_access_key')],
    ['key of Apple', properties.get('push', 'direct_apns', 'p12')],
    ['server key', properties.get('push', 'direct_fcm', 'server_key')],
  ]);
}

function choosesByAction({ properties }: Resource): boolean {
  const flag = properties.get('customize_mfa_in_postlogin_action').flag();
  return flag.state === 'unknown' || (flag.state === 'known' && flag.value);
}

/** Whether one of the things is done that may be done about an attack. What nobody writes stays as it was. */
function answersBy(protection: Property, answer: string): Truth {
  const shields = protection.get('shields');
  return shields.list().state === 'absent'
    ? truth(true, shields.at, 'as it was')
    : is(holds(shields, [answer], 'none is named'), (yes) => yes, answer);
}

/**
 * What holds guessing back, and who hears of passwords that are known elsewhere. What is not written stays as it was.
 *
 * @see https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/attack_protection
 */
function* protectionFacts(protection: Resource): Iterable<Fact> {
  const about: About = { noun: 'Auth0 tenant', subject: protection };
  const { properties } = protection;
  for (const key of ['brute_force_protection', 'suspicious_ip_throttling']) {
    const guard = properties.get(key);
    const enabled = guard.get('enabled').flag();
    if (enabled.state === 'absent') continue;
    const on = is(otherwise(enabled, false, 'off'), (yes) => yes, 'protection');
    yield { kind: 'front-guard', guard: 'rate', kept: settledTruth(all(on, answersBy(guard, 'block')), guard.at), ...about };
  }
  const breached = properties.get('breached_password_detection');
  const watches = breached.get('enabled').flag();
  if (watches.state === 'absent') return;
  yield { kind: 'detector', on: otherwise(watches, false, 'off'), ...about };
  const mails = is(breached.get('admin_notification_frequency').present(), (set) => set, 'mails to administrators');
  yield { kind: 'alarm', reachesSomeone: settledTruth(all(mails, answersBy(breached, 'admin_notification')), breached.at), ...about };
} // prettier-ignore

/**
 * How long people stay signed in: a week unless told otherwise, which is what the provider writes.
 *
 * @see https://github.com/auth0/terraform-provider-auth0/blob/main/internal/auth0/tenant/resource.go (the default)
 * @see https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/tenant
 */
function* tenantFacts(tenant: Resource): Iterable<Fact> {
  const about: About = { noun: 'Auth0 tenant', subject: tenant };
  const { properties } = tenant;
  yield {
    kind: 'session',
    seconds: map(
      otherwise(properties.get('session_lifetime').number(), 168, 'a week unless told otherwise'),
      (hours) => hours * 3600,
    ),
    ...about,
  };
  yield { kind: 'oauth-client', redirectsNamed: withoutWildcard(properties.get('allowed_logout_urls')), ...about };
  const bare = properties.get('flags', 'disable_clickjack_protection_headers').flag();
  if (bare.state !== 'absent')
    yield {
      kind: 'front-guard',
      guard: 'response-headers',
      kept: map(otherwise(bare, false, 'sent'), (off) => !off),
      ...about,
    };
  const registers = properties.get('flags', 'enable_dynamic_client_registration').flag();
  if (registers.state !== 'absent') yield { kind: 'sign-up', open: otherwise(registers, false, 'refused'), ...about };
}

/**
 * The tenant's log, sent on as it is written. A stream of some events is no trail: it is there for something else.
 *
 * @see https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/log_stream
 */
function* streamFacts(stream: Resource): Iterable<Fact> {
  const about: About = { noun: 'Auth0 log stream', subject: stream };
  const { properties } = stream;
  const sink = properties.get('sink');
  const filtered = properties.get('filters').present();
  if (!(filtered.state === 'known' && filtered.value))
    yield { kind: 'audit-log', scope: 'trail', kept: runs(properties), ...about };
  yield {
    kind: 'data-in-transit',
    plaintext: otherwise(plainAddress(sink.get('http_endpoint')), false, 'no address is written'),
    ...about,
    ...validated(sink.get('splunk_secure')),
  };
  yield { kind: 'masking', on: properties.get('pii_config').present(), ...about };
  yield* secretFacts(stream, about.noun, [
    ['key of Datadog', sink.get('datadog_api_key')],
    ['authorization', sink.get('http_authorization')],
    ['password of Mixpanel', sink.get('mixpanel_service_account_password')],
    ['token of Splunk', sink.get('splunk_token')],
    ...secretVariables(headers(sink)),
  ]);
}

const runs = (stream: Property): Settled<boolean> =>
  meaning(otherwise(stream.get('status').text(), 'active', 'a new stream is active'), {
    ...switched,
    paused: false,
    suspended: false,
  });

/** Headers that are sent with the log, one of which may hold a secret. */
const headers = (sink: Property): readonly (readonly [name: string, value: Property])[] =>
  itemsOf(sink.get('http_custom_headers')).map((header) => {
    const name = header.get('header').text();
    return [name.state === 'known' ? name.value : '', header.get('value')];
  });

/** Whether the certificate of Splunk is checked, where somebody wrote it. */
function validated(secure: Property): { readonly certificateValidated?: Settled<boolean> } {
  const written = secure.flag();
  return written.state === 'absent' ? {} : { certificateValidated: otherwise(written, false, 'not said') };
}
