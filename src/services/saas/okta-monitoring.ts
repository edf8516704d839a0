import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { all, any, is, settledTruth, some } from '../../model/truth';
import { map, otherwise } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import type { About } from './about';
import { meaning, switched } from './word';

export const oktaMonitoring: Service = {
  name: 'okta-monitoring',
  types: {
    terraform: [
      'okta_log_stream',
      'okta_network_zone',
      'okta_rate_limiting',
      'okta_security_notification_emails',
      'okta_threat_insight_settings',
    ],
  },
  *facts(resource) {
    switch (resource.type) {
      case 'okta_log_stream':
        yield* streamFacts(resource);
        break;
      case 'okta_network_zone':
        yield* zoneFacts(resource);
        break;
      case 'okta_rate_limiting':
        yield rateFact(resource);
        break;
      case 'okta_security_notification_emails':
        yield mailFact(resource);
        break;
      default:
        yield insightFact(resource);
    }
  },
};

/**
 * The System Log, sent on as it is written.
 *
 * @see https://registry.terraform.io/providers/okta/okta/latest/docs/resources/log_stream
 */
function* streamFacts(stream: Resource): Iterable<Fact> {
  const about: About = { noun: 'Okta log stream', subject: stream };
  const { properties } = stream;
  yield {
    kind: 'audit-log',
    scope: 'trail',
    kept: meaning(otherwise(properties.get('status').text(), 'ACTIVE', 'on unless told otherwise'), switched),
    ...about,
  };
  yield* secretFacts(stream, about.noun, [['token', properties.get('settings', 'token')]]);
}

/** Every address there is, as a zone writes it: as a block or as a range. */
const everyAddress = /^(0\.0\.0\.0\/0|::\/0|0\.0\.0\.0-255\.255\.255\.255)$/;

/**
 * Addresses that policies trust. A zone of blocked addresses keeps somebody out, and one of places knows no addresses.
 *
 * @see https://registry.terraform.io/providers/okta/okta/latest/docs/resources/network_zone
 */
function* zoneFacts(zone: Resource): Iterable<Fact> {
  const { properties } = zone;
  const usage = otherwise(properties.get('usage').text(), 'POLICY', 'for policies unless told otherwise');
  const type = otherwise(properties.get('type').text(), 'IP', 'addresses');
  const status = otherwise(properties.get('status').text(), 'ACTIVE', 'on unless told otherwise');
  const everywhere = ['gateways', 'proxies'].map((key) =>
    some(
      otherwise(properties.get(key).list(), [], 'none is named'),
      (address) => is(otherwise(address.text(), '', 'none'), (text) => everyAddress.test(text), 'addresses'),
      key,
    ),
  );
  yield {
    noun: 'Okta network zone',
    subject: zone,
    kind: 'public-endpoint',
    role: 'front',
    public: settledTruth(
      all(
        is(usage, (text) => text === 'POLICY', 'usage'),
        is(type, (text) => text === 'IP', 'type'),
        is(status, (text) => text === 'ACTIVE', 'status'),
        any(...everywhere),
      ),
      properties.at,
    ),
  };
}

/** @see https://registry.terraform.io/providers/okta/okta/latest/docs/resources/threat_insight_settings */
const insightFact = (settings: Resource): Fact => {
  const action = otherwise(settings.properties.get('action').text(), 'none', 'off');
  return {
    noun: 'Okta ThreatInsight',
    subject: settings,
    kind: 'detector',
    on: map(action, (text) => text !== 'none'),
    whole: map(action, (text) => text === 'block'),
  };
};

const mails = ['report_suspicious_activity', 'send_email_for_factor_enrollment', 'send_email_for_factor_reset', 'send_email_for_new_device', 'send_email_for_password_changed']; // prettier-ignore

/** People are told of what happens to their accounts, unless told otherwise. */
const mailFact = (settings: Resource): Fact => ({
  noun: 'Okta notification',
  subject: settings,
  kind: 'alarm',
  reachesSomeone: settledTruth(
    all(
      ...mails.map((name) =>
        is(
          otherwise(settings.properties.get(`${name}_enabled`).flag(), true, 'sent unless told otherwise'),
          (on) => on,
          name,
        ),
      ),
    ),
    settings.properties.at,
  ),
});

/** @see https://registry.terraform.io/providers/okta/okta/latest/docs/resources/rate_limiting */
const rateFact = (settings: Resource): Fact => ({
  noun: 'Okta sign-in',
  subject: settings,
  kind: 'front-guard',
  guard: 'rate',
  kept: settledTruth(
    all(
      ...['login', 'authorize'].map((key) =>
        is(otherwise(settings.properties.get(key).text(), 'ENFORCE', 'enforced'), (text) => text === 'ENFORCE', key),
      ),
    ),
    settings.properties.at,
  ),
});
