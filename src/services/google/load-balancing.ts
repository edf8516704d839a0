import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { known, map, otherwise, type Settled } from '../../model/value';
import type { Service } from '../service';
import { acceptedBy, acceptedWithout, policyTypes } from './ssl-policy';
import { redirectsToTls } from './url-map';

const plainProxies = ['google_compute_region_target_http_proxy', 'google_compute_target_http_proxy'];
const tlsProxies = [
  'google_compute_region_target_https_proxy',
  'google_compute_target_https_proxy',
  'google_compute_target_ssl_proxy',
];
const forwardingRules = ['google_compute_forwarding_rule', 'google_compute_global_forwarding_rule'];

/** What stands between callers and the machines of a balancer: addresses, proxies and how they encrypt. */
export const loadBalancing: Service = {
  name: 'load-balancing',
  types: {
    terraform: [
      ...forwardingRules,
      'google_compute_region_ssl_policy',
      'google_compute_region_target_http_proxy',
      'google_compute_region_target_https_proxy',
      // Passes what it gets on as it is: who speaks there says whether it is encrypted.
      'google_compute_region_target_tcp_proxy',
      'google_compute_region_url_map',
      'google_compute_ssl_policy',
      'google_compute_target_grpc_proxy',
      'google_compute_target_http_proxy',
      'google_compute_target_https_proxy',
      'google_compute_target_ssl_proxy',
      'google_compute_target_tcp_proxy',
      'google_compute_url_map',
    ],
  },
  *facts(resource, graph) {
    const about = { noun: 'balancer', subject: resource };
    if (policyTypes.includes(resource.type))
      yield { kind: 'data-in-transit', ...about, noun: 'SSL policy', ...acceptedBy(resource) };
    if (plainProxies.includes(resource.type)) yield* plainProxyFacts(resource, graph);
    if (tlsProxies.includes(resource.type)) yield* tlsProxyFacts(resource, graph);
    if (forwardingRules.includes(resource.type)) yield* forwardingFacts(resource, graph);
  },
};

/** A proxy that an address of the input leads to is judged there. */
function* plainProxyFacts(proxy: Resource, graph: ResourceGraph): Iterable<Fact> {
  if (graph.companions(proxy, forwardingRules, 'target', [...plainProxies, ...tlsProxies]).certain.length > 0) return;
  yield { kind: 'data-in-transit', noun: 'HTTP proxy', subject: proxy, plaintext: plaintext(proxy, graph) };
}

/** Whether a proxy for HTTP serves anything beside the advice to come back with TLS. */
const plaintext = (proxy: Resource, graph: ResourceGraph): Settled<boolean> =>
  map(redirectsToTls(proxy.properties.get('url_map'), graph), (redirected) => !redirected);

function* tlsProxyFacts(proxy: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'TLS proxy', subject: proxy };
  const { properties: written } = proxy;
  yield {
    kind: 'data-in-transit',
    plaintext: known(false, written.at),
    ...about,
    ...acceptedWithout(written.get('ssl_policy'), graph),
  };
  if (proxy.type === 'google_compute_target_ssl_proxy') return;
  yield { kind: 'front-guard', guard: 'peer-certificate', kept: written.get('server_tls_policy').present(), ...about };
}

/**
 * What is spoken at an address, by the proxy that it leads to, and whether the internet reaches it.
 *
 * @see https://docs.cloud.google.com/load-balancing/docs/forwarding-rule-concepts
 */
function* forwardingFacts(rule: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'forwarding rule', subject: rule };
  const { properties: written } = rule;
  const scheme = otherwise(
    written.get('load_balancing_scheme').text(),
    'EXTERNAL',
    'a balancer faces the internet unless told otherwise',
  );
  yield {
    kind: 'public-endpoint',
    role: 'front',
    public: map(scheme, (text) => text.startsWith('EXTERNAL')),
    ...about,
  };
  const target = written.get('target');
  const link = graph.follow(target, plainProxies);
  if (link.state === 'linked' && link.resource.mode === 'managed')
    yield {
      kind: 'data-in-transit',
      plaintext: atTarget(plaintext(link.resource, graph), target),
      related: [link.resource],
      ...about,
    };
  else if (link.state === 'outside' && link.value.includes('/targetHttpProxies/'))
    yield { kind: 'data-in-transit', plaintext: known(true, target.at, 'it leads to a proxy for HTTP'), ...about };
}

const atTarget = (speaks: Settled<boolean>, target: Property): Settled<boolean> => ({ ...speaks, at: target.at });
