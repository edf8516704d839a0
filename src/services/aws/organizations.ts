import type { Service } from '../service';
import { policyFacts, type PolicyPlaces } from './resource-policy';

const policies = ['AWS::Organizations::ResourcePolicy', 'aws_organizations_resource_policy'];

/** Which member accounts may manage policies of the organization. */
const places: PolicyPlaces = { noun: "organization's delegation policy", inline: ['Content', 'content'] };

export const organizations: Service = {
  name: 'organizations',
  types: {
    cloudformation: ['AWS::Organizations::ResourcePolicy'],
    terraform: ['aws_organizations_resource_policy'],
  },
  facts: (resource, graph) => policyFacts(resource, policies, graph, places),
};
