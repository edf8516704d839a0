import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, is, not, settledTruth, some, type Truth } from '../../model/truth';
import { chain, known, otherwise, unknown, type Settled } from '../../model/value';
import type { Service } from '../service';
import { aboutOwner, type About } from './about';
import { meaning, tlsVersions } from './word';

const records = ['cloudflare_dns_record', 'cloudflare_record'];

export const cloudflareTraffic: Service = {
  name: 'cloudflare-traffic',
  types: { terraform: [...records, 'cloudflare_r2_custom_domain', 'cloudflare_ruleset'] },
  facts(resource, graph) {
    if (records.includes(resource.type)) return recordFacts(resource);
    return resource.type === 'cloudflare_ruleset' ? rulesetFacts(resource) : domainFacts(resource, graph);
  },
};

const proxiedTypes = ['A', 'AAAA', 'CNAME'];

/**
 * Behind the proxy, requests pass Cloudflare's firewall; without it they go to the server itself.
 *
 * @see https://developers.cloudflare.com/dns/proxy-status/
 */
function* recordFacts(record: Resource): Iterable<Fact> {
  const about: About = { noun: 'Cloudflare DNS record', subject: record };
  const { properties } = record;
  const type = otherwise(properties.get('type').text(), 'A', 'not said');
  const target = ['content', 'value', 'data'].map((key) => properties.get(key).present());
  const written = target.find((one) => one.state === 'known' && one.value) ?? target.find(({ state }) => state === 'unknown');
  yield { kind: 'domain-record', target: written ?? known(false, properties.at, 'nothing is written'), ...about };
  if (type.state === 'known' && !proxiedTypes.includes(type.value)) return;
  const proxied = otherwise(properties.get('proxied').flag(), false, 'not proxied unless told otherwise');
  yield {
    kind: 'firewall', attached: chain(proxied, (on): Settled<boolean> => (on || type.state === 'known' ? proxied : unknown(type.why, type.at))), ...about,
  };
} // prettier-ignore

/** Actions that hold a request back, or hand it to rules that do. */
const holding = ['block', 'challenge', 'execute', 'force_connection_close', 'js_challenge', 'managed_challenge'];

const phases: Readonly<Record<string, 'firewall' | 'rate'>> = {
  http_ratelimit: 'rate',
  http_request_firewall_custom: 'firewall',
  http_request_firewall_managed: 'firewall',
};

/**
 * Rules that hold requests back. Rulesets of other phases change requests, or send them elsewhere.
 *
 * @see https://registry.terraform.io/providers/cloudflare/cloudflare/latest/docs/resources/ruleset
 */
function* rulesetFacts(ruleset: Resource): Iterable<Fact> {
  const about: About = { noun: 'Cloudflare ruleset', subject: ruleset };
  const { properties } = ruleset;
  const phase = otherwise(properties.get('phase').text(), '', 'not said');
  if (phase.state === 'unknown') {
    yield { kind: 'firewall-rules', filters: unknown(phase.why, phase.at), ...about };
    return;
  }
  const of = Object.hasOwn(phases, phase.value) ? phases[phase.value] : undefined;
  if (of === undefined) return;
  const rules = properties.get('rules');
  const acts = heldBack(rules, holding);
  if (of === 'rate') yield { kind: 'front-guard', guard: 'rate', kept: settledTruth(acts, rules.at), ...about };
  else
    yield {
      kind: 'firewall-rules', filters: settledTruth(acts, rules.at), ...about,
      ...(phase.value.endsWith('managed') && {
        knownAttacksRefused: settledTruth(heldBack(rules, ['execute'], inForce), rules.at),
      }),
    };
} // prettier-ignore

const heldBack = (rules: Property, actions: readonly string[], further?: (rule: Property) => Truth): Truth =>
  some(
    otherwise(rules.list(), [], 'no rule is written'),
    (rule) =>
      all(
        not(is(otherwise(rule.get('enabled').flag(), true, 'on unless told otherwise'), (on) => !on, 'rule')),
        is(otherwise(rule.get('action').text(), '', 'not said'), (action) => actions.includes(action), 'action'),
        ...(further ? [further(rule)] : []),
      ),
    'rules',
  );

/**
 * Whether rules that are executed do what they say: overrides may switch all of them off, or have them record alone.
 *
 * @see https://developers.cloudflare.com/ruleset-engine/managed-rulesets/override-managed-ruleset/
 */
function inForce(rule: Property): Truth {
  const overrides = rule.get('action_parameters', 'overrides');
  return all(
    is(otherwise(overrides.get('enabled').flag(), true, 'as they are'), (on) => on, 'overrides'),
    is(otherwise(overrides.get('action').text(), '', 'as they are'), (action) => action !== 'log', 'overrides'),
  );
}

/**
 * A domain of one's own in front of a bucket: it opens the bucket to everyone, as web sites are.
 *
 * @see https://registry.terraform.io/providers/cloudflare/cloudflare/latest/docs/resources/r2_custom_domain (the defaults)
 */
function* domainFacts(domain: Resource, graph: ResourceGraph): Iterable<Fact> {
  const { properties } = domain;
  const enabled = otherwise(properties.get('enabled').flag(), true, 'on unless told otherwise');
  const owner = aboutOwner(domain, properties.get('bucket_name'), ['cloudflare_r2_bucket'], graph, {
    owner: 'Cloudflare R2 bucket',
    itself: 'domain of a Cloudflare R2 bucket',
  });
  yield { kind: 'website', hosted: enabled, ...owner };
  if (enabled.state === 'known' && !enabled.value) return;
  yield {
    noun: 'domain of a Cloudflare R2 bucket',
    subject: domain,
    kind: 'data-in-transit',
    oldestTls: meaning(otherwise(properties.get('min_tls').text(), '1.0', '1.0 unless told otherwise'), tlsVersions),
  };
}
