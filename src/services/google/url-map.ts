import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, settledTruth, truth, type Truth } from '../../model/truth';
import { otherwise, unknown, type Settled } from '../../model/value';
import { itemsOf } from '../aws/items';

const urlMaps = ['google_compute_region_url_map', 'google_compute_url_map'];

/**
 * Whether a URL map sends every caller to HTTPS, and serves nothing itself.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_url_map#https_redirect
 */
export function redirectsToTls(urlMap: Property, graph: ResourceGraph): Settled<boolean> {
  const link = graph.follow(urlMap, urlMaps);
  if (link.state === 'linked' && link.resource.mode === 'managed')
    return settledTruth(redirects(link.resource), urlMap.at);
  return unknown(link.state === 'unknown' ? link.why : 'what the URL map does is not in sight', urlMap.at);
}

function redirects({ properties: written }: Resource): Truth {
  const matchers = itemsOf(written.get('path_matcher'));
  return all(sendsToTls(written, 'default_url_redirect'), ...matchers.map(matcherRedirects));
}

/** What a matcher does by default, and with each path or rule that it has. */
const matcherRedirects = (matcher: Property): Truth =>
  all(
    sendsToTls(matcher, 'default_url_redirect'),
    ...['path_rule', 'route_rules'].flatMap((key) =>
      itemsOf(matcher.get(key)).map((rule) => sendsToTls(rule, 'url_redirect')),
    ),
  );

function sendsToTls(place: Property, key: string): Truth {
  const redirect = place.get(key);
  return any(
    truth(false, redirect.at, 'redirect to HTTPS'),
    is(
      otherwise(redirect.get('https_redirect').flag(), false, 'the scheme stays unless told otherwise'),
      (on) => on,
      'redirect to HTTPS',
    ),
  );
}
