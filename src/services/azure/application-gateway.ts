import type { Fact, TlsVersion } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, some, truth, type Truth } from '../../model/truth';
import { chain, known, map, otherwise, unknown, type Settled } from '../../model/value';
import { itemsOf } from '../aws/items';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { diagnosticLogFact } from './diagnostics';
import { at, identityFact, tlsVersion, type About } from './platform-service';

/**
 * Application gateways: balancers of web requests, with or without a firewall for them.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/application_gateway
 */
export const applicationGateway: Service = {
  name: 'application-gateway',
  types: { terraform: ['azurerm_application_gateway'] },
  facts: (gateway, graph) => gatewayFacts({ noun: 'application gateway', subject: gateway }, graph),
};

function* gatewayFacts(about: About, graph: ResourceGraph): Iterable<Fact> {
  const { subject } = about;
  yield* listenerFacts(about);
  yield* policyFacts(about);
  yield { kind: 'firewall', attached: settledTruth(firewalled(subject), subject.properties.at), ...about };
  const settings = itemsOf(at(subject, 'backend_http_settings'));
  for (const setting of settings)
    yield { kind: 'backend-transit', plaintext: settledTruth(isPlain(setting), setting.at), ...about };
  const frontends = itemsOf(at(subject, 'frontend_ip_configuration')).map((frontend) =>
    is(frontend.get('public_ip_address_id').present(), (set) => set, 'public address'),
  );
  yield {
    kind: 'public-endpoint',
    role: 'front',
    public: settledTruth(
      any(truth(false, subject.properties.at, 'no public address'), ...frontends),
      subject.properties.at,
    ),
    ...about,
  };
  yield identityFact(about);
  yield diagnosticLogFact(about, graph, ['applicationgatewayaccesslog', 'applicationgatewayfirewalllog']);
  yield* secretFacts(
    subject,
    about.noun,
    itemsOf(at(subject, 'ssl_certificate')).map(
      (certificate) => ['password of a certificate', certificate.get('password')] as const,
    ),
  );
}

const isPlain = (block: Property): Truth =>
  is(
    otherwise(block.get('protocol').text(), 'Http', 'no protocol is named'),
    (name) => name.toLowerCase() === 'http',
    'protocol',
  );

/** A listener takes plain HTTP, unless all that comes in by it is sent to an encrypted one. */
function* listenerFacts(about: About): Iterable<Fact> {
  for (const listener of itemsOf(at(about.subject, 'http_listener')))
    yield {
      kind: 'data-in-transit',
      plaintext: settledTruth(
        all(isPlain(listener), not(isRedirected(about.subject, listener.get('name')))),
        listener.at,
      ),
      ...about,
    };
}

/** The rule of a listener answers with a redirect to another listener, or to an address with HTTPS. */
function isRedirected(gateway: Resource, listener: Property): Truth {
  const redirects = itemsOf(at(gateway, 'redirect_configuration'));
  return any(
    truth(false, listener.at, 'redirect'),
    ...itemsOf(at(gateway, 'request_routing_rule')).map((rule) =>
      all(
        same(rule.get('http_listener_name'), listener),
        any(
          truth(false, rule.at, 'redirect'),
          ...redirects.map((redirect) =>
            all(
              same(rule.get('redirect_configuration_name'), redirect.get('name')),
              leadsToEncryption(gateway, redirect),
            ),
          ),
        ),
      ),
    ),
  );
}

function same(one: Property, other: Property): Truth {
  const [left, right] = [one.text(), other.text()];
  if (left.state === 'known' && right.state === 'known') return truth(left.value === right.value, one.at, 'name');
  const absent = left.state === 'absent' || right.state === 'absent';
  return truth(absent ? false : undefined, one.at, 'a name is settled at deployment');
}

const leadsToEncryption = (gateway: Resource, redirect: Property): Truth =>
  any(
    is(otherwise(redirect.get('target_url').text(), '', 'no address'), (url) => /^https:/i.test(url), 'redirect'),
    ...itemsOf(at(gateway, 'http_listener')).map((listener) =>
      all(same(redirect.get('target_listener_name'), listener.get('name')), not(isPlain(listener))),
    ),
  );

/** The policies of the gateway and of its listeners; only what has encrypted listeners has one. */
function* policyFacts(about: About): Iterable<Fact> {
  const { subject } = about;
  const own = at(subject, 'ssl_policy');
  const encrypted = any(
    truth(false, own.at, 'no encrypted listener'),
    ...itemsOf(at(subject, 'http_listener')).map((listener) => not(isPlain(listener))),
  );
  const written = own.present();
  const speaks = (written.state === 'known' && written.value) || encrypted.holds !== false;
  if (speaks) yield { kind: 'data-in-transit', oldestTls: oldest(own), ...about };
  for (const profile of itemsOf(at(subject, 'ssl_profile'))) {
    const policy = profile.get('ssl_policy');
    const present = policy.present();
    if (present.state === 'unknown' || present.value)
      yield { kind: 'data-in-transit', oldestTls: oldest(policy), ...about };
  }
}

/**
 * The oldest version that each of Azure's own policies accepts. Without a policy, the version of the API decides: since
 * 2023-02-01 it is the one of 2022.
 *
 * @see https://learn.microsoft.com/azure/application-gateway/application-gateway-ssl-policy-overview
 */
const policies: ReadonlyMap<string, TlsVersion> = new Map([
  ['appgwsslpolicy20150501', '1.0'],
  ['appgwsslpolicy20170401', '1.1'],
  ['appgwsslpolicy20170401s', '1.2'],
  ['appgwsslpolicy20220101', '1.2'],
  ['appgwsslpolicy20220101s', '1.2'],
]);

function oldest(policy: Property): Settled<TlsVersion> {
  const minimum = policy.get('min_protocol_version').text();
  if (minimum.state !== 'absent') return tlsVersion(map(otherwise(minimum, '', ''), (text) => text.replace('_', '.')));
  const refused = otherwise(policy.get('disabled_protocols').texts(), [], 'none are disabled');
  const has = (version: string): Truth =>
    some(refused, (one) => is(one, (text) => text === version, 'disabled'), 'disabled protocols');
  const older = all(has('TLSv1_0'), has('TLSv1_1'));
  if (older.holds) return known('1.2', refused.at);
  // The list by itself belongs to the policy of an older day, whose other versions it leaves.
  const lists = is(refused, (items) => items.length > 0, 'disabled protocols');
  if (lists.holds !== false)
    return unknown('what a list that leaves older versions out comes to is not told', refused.at);
  const name = otherwise(
    policy.get('policy_name').text(),
    'AppGwSslPolicy20220101',
    'the policy of 2022 unless told otherwise',
  );
  return chain(name, (text): Settled<TlsVersion> => {
    const version = policies.get(text.toLowerCase());
    const because = name.state === 'known' && name.because !== undefined ? name.because : undefined;
    return version === undefined ? unknown(`no policy "${text}" is known`, name.at) : known(version, name.at, because);
  });
}

/**
 * The firewall of the gateway itself, or a policy with rules for it. One that only detects holds nothing back: the policy
 * says so itself, where it stands.
 *
 * @see https://learn.microsoft.com/azure/web-application-firewall/ag/ag-overview
 */
function firewalled(gateway: Resource): Truth {
  const own = at(gateway, 'waf_configuration');
  const policy = is(at(gateway, 'firewall_policy_id').present(), (set) => set, 'firewall policy');
  const listeners = itemsOf(at(gateway, 'http_listener')).map((listener) =>
    is(listener.get('firewall_policy_id').present(), (set) => set, 'firewall policy of the listener'),
  );
  return any(
    policy,
    all(
      is(own.present(), (set) => set, 'firewall'),
      is(otherwise(own.get('enabled').flag(), false, 'off unless told otherwise'), (on) => on, 'firewall'),
    ),
    ...(listeners.length > 0 ? [all(...listeners)] : []),
  );
}
