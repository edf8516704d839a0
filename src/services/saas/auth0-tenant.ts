import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, settledTruth, type Truth } from '../../model/truth';
import { map, otherwise, type Settled } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import type { About } from './about';
import { plainAddress, withoutWildcard } from './web-address';
import { meaning, switched } from './word';

export const auth0Tenant: Service = {
  name: 'auth0-tenant',
  types: { terraform: ['auth0_attack_protection', 'auth0_guardian', 'auth0_log_stream', 'auth0_tenant'] },
  facts(resource) {
    if (resource.type === 'auth0_guardian') return guardianFacts(resource);
    if (resource.type === 'auth0_attack_protection') return protectionFacts(resource);
    return resource.type === 'auth0_log_stream' ? streamFacts(resource) : tenantFacts(resource);
  },
};

const strong = ['otp', 'webauthn_roaming.enabled', 'webauthn_platform.enabled', 'push.enabled', 'duo.enabled'];
const weak = ['phone.enabled', 'email'];

/**
 * Whether everybody is asked for a second factor. By confidence score, only who looks unusual is. A factor that is not
 * named is off.
 *
 * @see https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/guardian
 */
function* guardianFacts(guardian: Resource): Iterable<Fact> {
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
  yield {
    ...about,
    kind: 'multi-factor',
    required: settledTruth(
      all(
        is(policy, (everybody) => everybody, 'policy'),
        is(offered, (on) => on, 'factors'),
      ),
      properties.at,
    ),
    offered,
    ...(!(offered.state === 'known' && !offered.value) && {
      beyondTextMessage: settledTruth(some(strong), properties.at),
    }),
  };
  yield* secretFacts(guardian, about.noun, [
    ['secret key of Duo', properties.get('duo', 'secret_key')],
    ['token of Twilio', properties.get('phone', 'options', 'auth_token')],
    ['secret access key', properties.get('push', 'amazon_sns', 'aws_secret_access_key')],
    ['server key', properties.get('push', 'direct_fcm', 'server_key')],
  ]);
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
    const enabled = properties.get(key, 'enabled').flag();
    if (enabled.state !== 'absent')
      yield { ...about, kind: 'front-guard', guard: 'rate', kept: otherwise(enabled, false, 'off') };
  }
  const breached = properties.get('breached_password_detection');
  const watches = breached.get('enabled').flag();
  if (watches.state === 'absent') return;
  yield { ...about, kind: 'detector', on: otherwise(watches, false, 'off') };
  yield { ...about, kind: 'alarm', reachesSomeone: breached.get('admin_notification_frequency').present() };
}

/**
 * How long people stay signed in: a week unless told otherwise.
 *
 * @see https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/tenant
 * @see https://auth0.com/docs/manage-users/sessions/configure-session-lifetime-settings
 */
function* tenantFacts(tenant: Resource): Iterable<Fact> {
  const about: About = { noun: 'Auth0 tenant', subject: tenant };
  const { properties } = tenant;
  yield {
    ...about,
    kind: 'session',
    seconds: map(
      otherwise(properties.get('session_lifetime').number(), 168, 'a week unless told otherwise'),
      (hours) => hours * 3600,
    ),
  };
  yield { ...about, kind: 'oauth-client', redirectsNamed: withoutWildcard(properties.get('allowed_logout_urls')) };
  const bare = properties.get('flags', 'disable_clickjack_protection_headers').flag();
  if (bare.state !== 'absent')
    yield {
      ...about,
      kind: 'front-guard',
      guard: 'response-headers',
      kept: map(otherwise(bare, false, 'sent'), (off) => !off),
    };
  const registers = properties.get('flags', 'enable_dynamic_client_registration').flag();
  if (registers.state !== 'absent') yield { ...about, kind: 'sign-up', open: otherwise(registers, false, 'refused') };
}

/**
 * The tenant's log, sent on as it is written.
 *
 * @see https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/log_stream
 */
function* streamFacts(stream: Resource): Iterable<Fact> {
  const about: About = { noun: 'Auth0 log stream', subject: stream };
  const { properties } = stream;
  const sink = properties.get('sink');
  yield {
    ...about,
    kind: 'audit-log',
    scope: 'trail',
    kept: meaning(otherwise(properties.get('status').text(), 'active', 'a new stream is active'), {
      ...switched,
      paused: false,
      suspended: false,
    }),
  };
  yield {
    ...about,
    kind: 'data-in-transit',
    plaintext: otherwise(plainAddress(sink.get('http_endpoint')), false, 'no address is written'),
    ...validated(sink.get('splunk_secure')),
  };
  yield { ...about, kind: 'masking', on: properties.get('pii_config').present() };
  yield* secretFacts(stream, about.noun, [
    ['key of Datadog', sink.get('datadog_api_key')],
    ['authorization', sink.get('http_authorization')],
    ['password of Mixpanel', sink.get('mixpanel_service_account_password')],
    ['token of Splunk', sink.get('splunk_token')],
  ]);
}

/** Whether the certificate of Splunk is checked, where somebody wrote it. */
function validated(secure: Property): { readonly certificateValidated?: Settled<boolean> } {
  const written = secure.flag();
  return written.state === 'absent' ? {} : { certificateValidated: otherwise(written, false, 'not said') };
}
