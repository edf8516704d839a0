import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, truth, type Truth } from '../../model/truth';
import { otherwise } from '../../model/value';
import { itemsOf } from '../aws/items';
import type { Service } from '../service';
import { at, switched, type About } from './platform-service';

/**
 * Firewall policies for web requests, of application gateways and of Front Door in both generations.
 *
 * @see https://learn.microsoft.com/azure/web-application-firewall/overview
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/web_application_firewall_policy
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/cdn_frontdoor_firewall_policy
 */
export const webFirewall: Service = {
  name: 'web-firewall',
  types: {
    terraform: [
      'azurerm_cdn_frontdoor_firewall_policy',
      'azurerm_frontdoor_firewall_policy',
      'azurerm_web_application_firewall_policy',
    ],
  },
  facts: (policy) => policyFacts({ noun: 'web application firewall policy', subject: policy }),
};

function* policyFacts(about: About): Iterable<Fact> {
  const { subject } = about;
  const settings = subject.type === 'azurerm_web_application_firewall_policy' ? 'policy_settings.' : '';
  const on = is(switched(subject, [`${settings}enabled`], true, 'on unless told otherwise'), (flag) => flag, 'policy');
  const mode = at(subject, `${settings}mode`);
  const prevents = is(
    otherwise(mode.text(), 'Prevention', 'attacks are refused unless told otherwise'),
    (text) => text.toLowerCase() === 'prevention',
    'mode',
  );
  yield {
    kind: 'firewall-rules',
    filters: settledTruth(on, mode.at),
    knownAttacksRefused: settledTruth(all(on, prevents, knownAttacks(subject)), mode.at),
    ...about,
  };
  if (settings === '') return;
  const bodies = switched(
    subject,
    ['policy_settings.request_body_check'],
    true,
    'bodies are looked at unless told otherwise',
  );
  yield { kind: 'front-guard', guard: 'normalization', kept: bodies, ...about };
}

/** Sets of rules against known attacks; the sets against bots are for something else. */
const sets = /^(OWASP|DefaultRuleSet|Microsoft_DefaultRuleSet)$/i;

/**
 * Refused: a managed set is in force, and nobody lifted its rule against Log4Shell, the best known of them.
 *
 * @see https://learn.microsoft.com/azure/web-application-firewall/shared/application-ddos-protection
 * @see https://learn.microsoft.com/azure/web-application-firewall/afds/waf-front-door-drs
 */
function knownAttacks(policy: Resource): Truth {
  const places = ['managed_rule', 'managed_rules.managed_rule_set'];
  return any(
    truth(false, policy.properties.at, 'no managed rules'),
    ...places.flatMap((place) => itemsOf(at(policy, place))).map((set) => all(isOfAttacks(set), not(isLifted(set)))),
  );
}

const isOfAttacks = (set: Property): Truth =>
  all(
    is(set.present(), (present) => present, 'managed rules'),
    is(
      otherwise(set.get('type').text(), 'OWASP', 'OWASP unless told otherwise'),
      (type) => sets.test(type),
      'managed rules',
    ),
  );

/** Rule 944240 is that against Log4Shell; in a group that is overridden, what no rule names is switched off. */
const log4shell = '944240';

function isLifted(set: Property): Truth {
  const overrides = ['override', 'rule_group_override'].flatMap((block) => itemsOf(set.get(block)));
  return any(truth(false, set.at, 'override'), ...overrides.flatMap((override) => rulesOf(override).map(liftsRule)));
}

const rulesOf = (override: Property): readonly Property[] => itemsOf(override.get('rule'));

function liftsRule(rule: Property): Truth {
  const id = ['rule_id', 'id'].map((key) =>
    is(otherwise(rule.get(key).text(), '', 'not named'), (text) => text === log4shell, 'rule'),
  );
  const enabled = otherwise(
    rule.get('enabled').flag(),
    false,
    'a rule that is overridden is off unless told otherwise',
  );
  const action = otherwise(rule.get('action').text(), 'Block', 'blocks unless told otherwise');
  return all(
    any(...id),
    any(
      is(enabled, (on) => !on, 'rule'),
      is(action, (text) => !/^(block|redirect|anomalyscoring)$/i.test(text), 'action'),
    ),
  );
}
