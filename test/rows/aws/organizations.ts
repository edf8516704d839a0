import { policyTables } from '../../support/policy-rows';
import { type ServiceRows } from '../../support/row';

export const organizationsRows: ServiceRows = {
  service: 'organizations',
  controls: policyTables({
    cloudformation: 'AWS::Organizations::ResourcePolicy',
    terraform: 'aws_organizations_resource_policy',
    noun: 'delegation policy',
    action: 'organizations:ListPolicies',
    inCloudformation: (document) => ({ Content: document }),
    inTerraform: (document) => ({ content: document }),
  }),
};
