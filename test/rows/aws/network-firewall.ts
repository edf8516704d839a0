import { policyTables } from '../../support/policy-rows';
import { type ServiceRows } from '../../support/row';

export const networkFirewallRows: ServiceRows = {
  service: 'network-firewall',
  controls: policyTables({
    cloudformation: null,
    terraform: 'aws_networkfirewall_resource_policy',
    noun: 'policy of a rule group elsewhere',
    action: 'network-firewall:ListRuleGroups',
    inTerraform: (document) => ({ resource_arn: 'elsewhere', policy: document }),
  }),
};
