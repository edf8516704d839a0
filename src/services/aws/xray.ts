import type { Service } from '../service';
import { policyFacts, type PolicyPlaces } from './resource-policy';

const policies = ['AWS::XRay::ResourcePolicy', 'aws_xray_resource_policy'];

/** Who may write traces into the account. */
const places: PolicyPlaces = { noun: 'X-Ray resource policy', inline: ['PolicyDocument', 'policy_document'] };

export const xray: Service = {
  name: 'xray',
  types: { cloudformation: ['AWS::XRay::ResourcePolicy'], terraform: ['aws_xray_resource_policy'] },
  facts: (resource, graph) => policyFacts(resource, policies, graph, places),
};
