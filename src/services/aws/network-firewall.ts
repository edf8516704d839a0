import type { Service } from '../service';
import { companionPolicyFacts, type PolicyPlaces } from './resource-policy';

/** Which accounts may use rule groups and firewall policies of this one. */
const places: PolicyPlaces = {
  noun: 'Network Firewall resource',
  companions: [
    { types: ['aws_networkfirewall_resource_policy'], target: [null, 'resource_arn'], document: [null, 'policy'] },
  ],
};

export const networkFirewall: Service = {
  name: 'network-firewall',
  types: { terraform: ['aws_networkfirewall_resource_policy'] },
  facts: (resource, graph) => companionPolicyFacts(resource, [], graph, places),
};
