import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, truth, type Truth } from '../../model/truth';
import { otherwise } from '../../model/value';
import { itemsOf } from '../aws/items';
import type { Service } from '../service';
import { at, switched, tlsVersion } from './platform-service';

/**
 * CDN endpoints (classic).
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/cdn_endpoint
 */
export const cdn: Service = {
  name: 'cdn',
  types: {
    terraform: [
      'azurerm_cdn_endpoint',
      'azurerm_cdn_endpoint_custom_domain',
      // A name and a tier for endpoints that stand for themselves.
      'azurerm_cdn_profile',
    ],
  },
  *facts(resource) {
    if (resource.type === 'azurerm_cdn_endpoint') yield* endpointFacts(resource);
    if (resource.type === 'azurerm_cdn_endpoint_custom_domain') yield* domainFacts(resource);
  },
};

/** HTTP and HTTPS are both answered unless told otherwise; a rule may send all of HTTP to HTTPS. */
function* endpointFacts(endpoint: Resource): Iterable<Fact> {
  const about = { noun: 'CDN endpoint', subject: endpoint };
  const http = switched(endpoint, ['is_http_allowed'], true, 'plain HTTP is answered unless told otherwise');
  const https = switched(endpoint, ['is_https_allowed'], true, 'HTTPS is answered unless told otherwise');
  yield {
    kind: 'data-in-transit',
    plaintext: settledTruth(
      all(
        is(http, (on) => on, 'plain HTTP'),
        not(
          all(
            is(https, (on) => on, 'HTTPS'),
            redirected(endpoint),
          ),
        ),
      ),
      http.at,
    ),
    ...about,
  };
  yield { kind: 'front-guard', guard: 'countries', kept: at(endpoint, 'geo_filter').present(), ...about };
}

const redirected = (endpoint: Resource): Truth =>
  any(
    toHttps(at(endpoint, 'global_delivery_rule')),
    ...itemsOf(at(endpoint, 'delivery_rule')).map((rule) =>
      all(onHttp(rule.get('request_scheme_condition')), toHttps(rule)),
    ),
  );

const toHttps = (rule: Property): Truth =>
  is(
    otherwise(rule.get('url_redirect_action', 'protocol').text(), 'MatchRequest', 'as the caller spoke'),
    (word) => word.toLowerCase() === 'https',
    'redirect to HTTPS',
  );

function onHttp(condition: Property): Truth {
  const values = otherwise(condition.get('match_values').texts(), [], 'none are named');
  if (values.state === 'unknown') return truth(undefined, values.at, 'scheme');
  return any(
    truth(false, values.at, 'scheme'),
    ...values.value.map((value) => is(value, (text) => text === 'HTTP', 'scheme')),
  );
}

/** A name of one's own: without a certificate it answers in plain text only. */
function* domainFacts(domain: Resource): Iterable<Fact> {
  const about = { noun: 'domain of a CDN endpoint', subject: domain };
  const blocks = ['cdn_managed_https', 'user_managed_https'].map((name) => at(domain, name));
  const encrypted = any(...blocks.map((block) => is(block.present(), (set) => set, 'HTTPS')));
  yield { kind: 'data-in-transit', plaintext: settledTruth(not(encrypted), domain.properties.at), ...about };
  for (const block of blocks) {
    const present = block.present();
    if (present.state === 'known' && !present.value) continue;
    const version = otherwise(block.get('tls_version').text(), 'TLS12', 'TLS 1.2 unless told otherwise');
    yield {
      kind: 'data-in-transit',
      oldestTls: tlsVersion(
        version.state === 'known' && version.value === 'None' ? { ...version, value: 'TLS10' } : version,
      ),
      ...about,
    };
  }
}
