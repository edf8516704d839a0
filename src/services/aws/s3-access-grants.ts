import type { Service } from '../service';
import { policyFacts, type PolicyPlaces } from './resource-policy';

const policies = ['aws_s3control_access_grants_instance_resource_policy'];

/** Which accounts may use the grants of this one: an account has one instance of them in a region. */
const places: PolicyPlaces = { noun: 'S3 Access Grants instance', inline: [null, 'policy'] };

export const s3AccessGrants: Service = {
  name: 's3-access-grants',
  types: { terraform: policies },
  facts: (resource, graph) => policyFacts(resource, policies, graph, places),
};
