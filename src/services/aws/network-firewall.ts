import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { member, property, type Resource } from '../../model/resource';
import { any, is, not, settledTruth, some, truth } from '../../model/truth';
import { map, otherwise } from '../../model/value';
import type { Service } from '../service';
import { alwaysEncrypted } from './key-custody';
import { companionPolicyFacts, type PolicyPlaces } from './resource-policy';

/** Which accounts may use rule groups and firewall policies of this one. */
const places: PolicyPlaces = {
  noun: 'Network Firewall resource',
  companions: [
    { types: ['aws_networkfirewall_resource_policy'], target: [null, 'resource_arn'], document: [null, 'policy'] },
  ],
};

const firewalls = ['AWS::NetworkFirewall::Firewall', 'aws_networkfirewall_firewall'];
const policies = ['AWS::NetworkFirewall::FirewallPolicy', 'aws_networkfirewall_firewall_policy'];
const loggings = ['AWS::NetworkFirewall::LoggingConfiguration', 'aws_networkfirewall_logging_configuration'];

export const networkFirewall: Service = {
  name: 'network-firewall',
  types: {
    cloudformation: [
      'AWS::NetworkFirewall::Firewall',
      'AWS::NetworkFirewall::FirewallPolicy',
      'AWS::NetworkFirewall::LoggingConfiguration',
    ],
    terraform: [
      'aws_networkfirewall_firewall',
      'aws_networkfirewall_firewall_policy',
      'aws_networkfirewall_logging_configuration',
      'aws_networkfirewall_resource_policy',
    ],
  },
  facts(resource, graph) {
    if (firewalls.includes(resource.type)) return firewallFacts(resource, graph);
    if (policies.includes(resource.type)) return firewallPolicyFacts(resource, graph);
    return companionPolicyFacts(resource, [], graph, places);
  },
};

/** @see https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_UpdateFirewallDeleteProtection.html (on for a new firewall) */
function* firewallFacts(firewall: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'network firewall', subject: firewall };
  const byDefault = firewall.vocabulary === 'cloudformation';
  yield encryption(about, graph);
  yield {
    kind: 'deletion-protection',
    of: 'service',
    on: otherwise(
      property(firewall, 'DeleteProtection', 'delete_protection').flag(),
      byDefault,
      byDefault
        ? 'Network Firewall switches it on for a new firewall'
        : 'Terraform switches it off unless told otherwise',
    ),
    ...about,
  };
  const key = byDefault ? 'FirewallArn' : 'firewall_arn';
  const { certain, possible } = graph.companions(firewall, loggings, key);
  const at = { id: firewall.id, path: [] };
  yield {
    kind: 'audit-log',
    scope: 'access',
    kept: settledTruth(
      any(
        truth(false, at, 'no logging configuration'),
        ...certain.map(({ id }) => truth(true, { id, path: [] }, 'is its logging configuration')),
        ...possible.map(({ resource: { id }, why }) => truth(undefined, { id, path: [] }, `may be its log: ${why}`)),
      ),
      at,
    ),
    related: certain,
    ...about,
  };
}

const encryption = (about: { readonly noun: string; readonly subject: Resource }, graph: ResourceGraph): Fact => ({
  kind: 'storage-at-rest',
  encryption: alwaysEncrypted(
    property(about.subject, 'EncryptionConfiguration.KeyId', 'encryption_configuration.key_id'),
    graph,
    'provider-key',
    'encrypted with a key of AWS unless one is named',
  ),
  ...about,
});

/** What no stateless rule is about is passed on, dropped, or handed to the stateful rules: of which there should be some. */
function* firewallPolicyFacts(policy: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'firewall policy', subject: policy };
  if (policy.vocabulary === 'terraform') yield encryption(about, graph);
  const body = property(policy, 'FirewallPolicy', 'firewall_policy');
  const read = (cloudformation: string, terraform: string) =>
    member(body, policy.vocabulary, cloudformation, terraform);
  const actions = otherwise(
    read('StatelessDefaultActions', 'stateless_default_actions').texts(),
    [],
    'no action is written',
  );
  const passes = some(
    actions,
    (action) => is(action, (name) => name === 'aws:pass', 'default action'),
    'default actions',
  );
  const drops = some(
    actions,
    (action) => is(action, (name) => name === 'aws:drop', 'default action'),
    'default actions',
  );
  const groups = [
    read('StatefulRuleGroupReferences', 'stateful_rule_group_reference'),
    read('StatelessRuleGroupReferences', 'stateless_rule_group_reference'),
  ].map((list) =>
    is(
      map(otherwise(list.list(), [], 'no rule group'), (items) => items.length > 0),
      (any) => any,
      'rule groups',
    ),
  );
  yield {
    kind: 'firewall-rules',
    filters: settledTruth(any(drops, ...groups), body.at),
    deniesByDefault: settledTruth(not(passes), body.at),
    ...about,
  };
}
