import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, some, truth, type Truth } from '../../model/truth';
import { map, orElse, otherwise } from '../../model/value';
import { itemsOf } from '../aws/items';
import type { Service } from '../service';
import { diagnosticLogFact } from './diagnostics';
import { at, companionSays, identityFact, switched, tlsVersion, type About } from './platform-service';

const routes = ['azurerm_cdn_frontdoor_route'];
const classic = ['azurerm_frontdoor'];

/**
 * Front Door, of today (`cdn_frontdoor`) and classic.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/cdn_frontdoor_route
 * @see https://learn.microsoft.com/azure/frontdoor/end-to-end-tls
 */
export const frontDoor: Service = {
  name: 'front-door',
  types: {
    terraform: [
      'azurerm_cdn_frontdoor_custom_domain',
      // What joins the parts that are judged; rules rewrite and redirect requests.
      'azurerm_cdn_frontdoor_custom_domain_association',
      'azurerm_cdn_frontdoor_endpoint',
      'azurerm_cdn_frontdoor_origin',
      'azurerm_cdn_frontdoor_origin_group',
      'azurerm_cdn_frontdoor_profile',
      'azurerm_cdn_frontdoor_route',
      'azurerm_cdn_frontdoor_rule',
      'azurerm_cdn_frontdoor_rule_set',
      'azurerm_cdn_frontdoor_secret',
      'azurerm_cdn_frontdoor_security_policy',
      'azurerm_frontdoor',
      'azurerm_frontdoor_custom_https_configuration',
      'azurerm_frontdoor_rules_engine',
    ],
  },
  *facts(resource, graph) {
    if (routes.includes(resource.type)) yield* routeFacts(resource);
    if (classic.includes(resource.type)) yield* classicFacts(resource, graph);
    if (resource.type === 'azurerm_cdn_frontdoor_custom_domain') yield domainFact(resource);
    if (resource.type === 'azurerm_cdn_frontdoor_origin') yield originFact(resource);
    if (resource.type === 'azurerm_cdn_frontdoor_profile') yield* profileFacts(resource, graph);
    if (resource.type === 'azurerm_cdn_frontdoor_endpoint') yield firewallFact(resource, graph);
    if (resource.type === 'azurerm_frontdoor_custom_https_configuration') yield httpsFact(resource);
  },
};

const accepts = (protocols: Property, wanted: string): Truth =>
  some(
    otherwise(protocols.texts(), [], 'none are named'),
    (one) => is(one, (text) => text.toLowerCase() === wanted, 'protocols'),
    'protocols',
  );

/** What a route does with plain HTTP, and what is spoken to the origins: as the caller spoke, unless told otherwise. */
function* routeFacts(route: Resource): Iterable<Fact> {
  const about = { noun: 'route of Front Door', subject: route };
  const redirected = switched(
    route,
    ['https_redirect_enabled'],
    true,
    'plain HTTP is redirected unless told otherwise',
  );
  const http = accepts(at(route, 'supported_protocols'), 'http');
  const plain = all(http, not(is(redirected, (on) => on, 'redirect to HTTPS')));
  yield { kind: 'data-in-transit', plaintext: settledTruth(plain, redirected.at), ...about };
  const forwarded = otherwise(
    at(route, 'forwarding_protocol').text(),
    'MatchRequest',
    'as the caller spoke, unless told otherwise',
  );
  const toOrigin = any(
    is(forwarded, (word) => word === 'HttpOnly', 'protocol to origins'),
    all(
      is(forwarded, (word) => word === 'MatchRequest', 'protocol to origins'),
      plain,
    ),
  );
  yield { kind: 'backend-transit', plaintext: settledTruth(toOrigin, forwarded.at), ...about };
}

function domainFact(domain: Resource): Fact {
  const version = orElse(at(domain, 'tls.minimum_version').text(), () =>
    otherwise(at(domain, 'tls.minimum_tls_version').text(), 'TLS12', 'TLS 1.2 unless told otherwise'),
  );
  return { noun: 'domain of Front Door', subject: domain, kind: 'data-in-transit', oldestTls: tlsVersion(version) };
}

const originFact = (origin: Resource): Fact => ({
  noun: 'origin of Front Door',
  subject: origin,
  kind: 'data-in-transit',
  certificateValidated: otherwise(
    at(origin, 'certificate_name_check_enabled').flag(),
    false,
    'the name is not compared unless told to',
  ),
});

function* profileFacts(profile: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'Front Door profile', subject: profile };
  yield identityFact(about);
  yield diagnosticLogFact(about, graph, ['frontdooraccesslog', 'frontdoorwebapplicationfirewalllog']);
}

/** A security policy names the endpoints and domains that a firewall policy guards. */
function firewallFact(endpoint: Resource, graph: ResourceGraph): Fact {
  const companions = graph.companions(
    endpoint,
    ['azurerm_cdn_frontdoor_security_policy'],
    'security_policies.firewall.association.domain.cdn_frontdoor_domain_id',
    ['azurerm_cdn_frontdoor_endpoint', 'azurerm_cdn_frontdoor_custom_domain'],
  );
  const place = endpoint.properties.at;
  const attached = companionSays(companions, namesPolicy, truth(false, place, 'no security policy'));
  return {
    noun: 'Front Door endpoint',
    subject: endpoint,
    kind: 'firewall',
    attached: settledTruth(attached, place),
    related: companions.certain,
  };
}

const namesPolicy = ({ properties }: Resource): Truth =>
  is(
    properties.get('security_policies', 'firewall', 'cdn_frontdoor_firewall_policy_id').present(),
    (set) => set,
    'firewall policy',
  );

function* classicFacts(door: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'Front Door', subject: door };
  for (const rule of itemsOf(at(door, 'routing_rule'))) yield* ruleFacts(about, rule);
  const endpoints = itemsOf(at(door, 'frontend_endpoint')).map((endpoint) =>
    is(endpoint.get('web_application_firewall_policy_link_id').present(), (set) => set, 'firewall policy'),
  );
  yield {
    kind: 'firewall',
    attached: settledTruth(all(truth(true, door.properties.at, 'endpoints'), ...endpoints), door.properties.at),
    ...about,
  };
  const checked = [
    'backend_pool_settings.enforce_backend_pools_certificate_name_check',
    'enforce_backend_pools_certificate_name_check',
  ];
  const [first = '', second = ''] = checked;
  const validated = orElse(at(door, first).flag(), () =>
    otherwise(at(door, second).flag(), true, 'written where it is needed'),
  );
  yield { kind: 'data-in-transit', certificateValidated: validated, ...about };
  yield diagnosticLogFact(about, graph);
}

/** A rule that redirects to HTTPS takes plain requests only to turn them away. */
function* ruleFacts(about: About, rule: Property): Iterable<Fact> {
  const redirect = rule.get('redirect_configuration');
  const encrypted = all(
    is(redirect.present(), (set) => set, 'redirect'),
    is(
      otherwise(redirect.get('redirect_protocol').text(), '', 'not named'),
      (word) => word === 'HttpsOnly',
      'redirect',
    ),
  );
  const http = accepts(rule.get('accepted_protocols'), 'http');
  yield { kind: 'data-in-transit', plaintext: settledTruth(all(http, not(encrypted)), rule.at), ...about };
  const forwarding = rule.get('forwarding_configuration');
  const present = forwarding.present();
  if (present.state === 'known' && !present.value) return;
  const protocol = otherwise(forwarding.get('forwarding_protocol').text(), 'HttpsOnly', 'HTTPS unless told otherwise');
  yield { kind: 'backend-transit', plaintext: map(protocol, (word) => word !== 'HttpsOnly'), ...about };
}

/** A name of one's own without a certificate answers in plain text only. */
function httpsFact(configuration: Resource): Fact {
  const provisioned = at(configuration, 'custom_https_provisioning_enabled');
  return {
    noun: 'HTTPS of a Front Door endpoint',
    subject: configuration,
    kind: 'data-in-transit',
    plaintext: map(otherwise(provisioned.flag(), false, 'no certificate unless told otherwise'), (on) => !on),
  };
}
