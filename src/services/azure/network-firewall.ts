import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { all, any, is, settledTruth, truth } from '../../model/truth';
import { known, otherwise, type Place } from '../../model/value';
import type { Service } from '../service';
import { diagnosticLogFact } from './diagnostics';
import { at, identityFact } from './platform-service';

const policies = ['azurerm_firewall_policy'];

/**
 * Azure Firewall: what stands between networks, and the policy with its rules.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/firewall
 * @see https://learn.microsoft.com/azure/firewall/premium-features
 */
export const networkFirewall: Service = {
  name: 'azure-firewall',
  types: {
    terraform: [
      'azurerm_firewall',
      // What may pass is for those to say who know the networks on both sides; nothing passes that no rule names.
      'azurerm_firewall_application_rule_collection',
      'azurerm_firewall_nat_rule_collection',
      'azurerm_firewall_network_rule_collection',
      'azurerm_firewall_policy',
      'azurerm_firewall_policy_rule_collection_group',
    ],
  },
  *facts(resource, graph) {
    if (resource.type === 'azurerm_firewall') yield* firewallFacts(resource, graph);
    if (policies.includes(resource.type)) yield* policyFacts(resource);
  },
};

/** Azure Firewall lets through what a rule names, and nothing else. */
const closed = (place: Place) => ({
  filters: known(true, place, 'what no rule lets through is held back'),
  deniesByDefault: known(true, place, 'what no rule lets through is held back'),
});

/** Addresses that are known to be bad are reported (`Alert`) unless they are denied; a policy says it for its firewalls. */
function* firewallFacts(firewall: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'firewall', subject: firewall };
  const policy = at(firewall, 'firewall_policy_id').present();
  const mode = otherwise(
    at(firewall, 'threat_intel_mode').text(),
    'Alert',
    'bad addresses are reported unless told otherwise',
  );
  const denies = is(mode, (text) => text === 'Deny', 'threat intelligence');
  const refused =
    policy.state === 'known' && policy.value
      ? {}
      : {
          knownAttacksRefused: settledTruth(
            any(
              denies,
              all(
                is(policy, (set) => set, 'policy'),
                truth(undefined, policy.at, 'policy'),
              ),
            ),
            mode.at,
          ),
        };
  yield { kind: 'firewall-rules', ...about, ...closed(mode.at), ...refused };
  yield diagnosticLogFact(about, graph);
}

/** What the policy refuses: attacks that are recognised, in the premium tier; below it, addresses that are known to be bad. */
function* policyFacts(policy: Resource): Iterable<Fact> {
  const about = { noun: 'firewall policy', subject: policy };
  const word = (path: string, initial: string, because: string) => otherwise(at(policy, path).text(), initial, because);
  const detection = word('intrusion_detection.mode', 'Off', 'attacks are not looked for unless told otherwise');
  const threats = word('threat_intelligence_mode', 'Alert', 'bad addresses are reported unless told otherwise');
  const tier = word('sku', 'Standard', 'the standard tier unless told otherwise');
  const refused = any(
    is(detection, (mode) => mode === 'Deny', 'intrusion detection'),
    all(
      is(tier, (sku) => sku !== 'Premium', 'tier'),
      is(threats, (mode) => mode === 'Deny', 'threat intelligence'),
    ),
  );
  yield {
    kind: 'firewall-rules',
    ...about,
    ...closed(detection.at),
    knownAttacksRefused: settledTruth(refused, detection.at),
  };
  yield identityFact(about);
}
