import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, truth, type Truth } from '../../model/truth';
import { otherwise } from '../../model/value';
import { itemsOf } from '../aws/items';
import type { Service } from '../service';

const policies = ['google_compute_region_security_policy', 'google_compute_security_policy'];
const separateRules = ['google_compute_region_security_policy_rule', 'google_compute_security_policy_rule'];

export const cloudArmor: Service = {
  name: 'cloud-armor',
  types: { terraform: [...policies, ...separateRules].sort() },
  *facts(resource, graph) {
    if (policies.includes(resource.type)) yield* policyFacts(resource, graph);
  },
};

/** The lowest priority there is: the rule for what no other rule is about. */
const last = 2147483647;

/**
 * What a policy does with requests. Without a rule of its own for the rest, it lets the rest through.
 *
 * @see https://docs.cloud.google.com/armor/docs/security-policy-overview
 */
function* policyFacts(policy: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'security policy', subject: policy };
  const { properties: written, id } = policy;
  const { certain, possible } = graph.companions(policy, separateRules, 'security_policy', policies);
  const rules = [
    ...itemsOf(written.get('rule')),
    ...itemsOf(written.get('rules')),
    ...certain.map(({ properties }) => properties),
  ];
  const at = { id, path: ['rule'] };
  const maybe = possible.map(({ resource, why }) =>
    truth(undefined, { id: resource.id, path: ['security_policy'] }, `may have a rule more: ${why}`),
  );
  const among = (test: (rule: Property) => Truth, note: string): Truth =>
    any(truth(false, at, note), ...rules.map(test), ...maybe);
  yield {
    kind: 'firewall-rules',
    filters: settledTruth(among(holdsBack, 'no rule holds anything back'), at),
    deniesByDefault: settledTruth(
      among((rule) => all(isLast(rule), denies(rule)), 'no rule denies the rest'),
      at,
    ),
    knownAttacksRefused: settledTruth(
      among((rule) => all(refusesKnownFlaws(rule), holdsBack(rule)), 'no rule is about known flaws'),
      at,
    ),
    related: certain,
    ...about,
  };
  yield {
    kind: 'front-guard',
    guard: 'rate',
    kept: settledTruth(among(limits, 'no rule limits calls'), at),
    related: certain,
    ...about,
  };
  const adaptive = written.get('adaptive_protection_config', 'layer_7_ddos_defense_config', 'enable').flag();
  if (adaptive.state !== 'absent') yield { kind: 'detector', on: adaptive, ...about };
}

const actionOf = (rule: Property) => otherwise(rule.get('action').text(), '', 'no action is written');

/** A rule in preview is only recorded. */
const inForce = (rule: Property): Truth =>
  not(
    is(
      otherwise(rule.get('preview').flag(), false, 'a rule is in force unless it is a preview'),
      (on) => on,
      'preview',
    ),
  );

const denies = (rule: Property): Truth =>
  all(
    inForce(rule),
    is(actionOf(rule), (text) => text.startsWith('deny'), 'action'),
  );

const holdsBack = (rule: Property): Truth =>
  all(
    inForce(rule),
    is(actionOf(rule), (text) => text !== 'allow' && text !== '', 'action'),
  );

const limits = (rule: Property): Truth =>
  all(
    inForce(rule),
    is(actionOf(rule), (text) => ['rate_based_ban', 'throttle'].includes(text), 'action'),
  );

const isLast = (rule: Property): Truth =>
  is(
    otherwise(rule.get('priority').number(), -1, 'no priority is written'),
    (priority) => priority === last,
    'priority',
  );

/**
 * Google keeps rules against flaws of well-known software, such as that of Log4j, under the name `cve-canary`.
 *
 * @see https://docs.cloud.google.com/armor/docs/waf-rules#cves_and_other_vulnerabilities
 */
const refusesKnownFlaws = (rule: Property): Truth =>
  is(
    otherwise(rule.get('match', 'expr', 'expression').text(), '', 'no expression'),
    (text) => /evaluatePreconfigured(Expr|Waf)\(\s*['"]cve-/.test(text),
    'expression',
  );
