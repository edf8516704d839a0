import { type ServiceRows } from '../../support/row';
import { settingTable } from '../../support/setting-rows';

const assignment = (type: string) =>
  settingTable({ types: [null, type], path: [null, 'enforce'], pass: true, fail: false, silence: ['silent', 'pass'] });

export const azureGovernanceRows: ServiceRows = {
  service: 'azure-governance',
  controls: {
    'guardrail-enforced': {
      'policy on a subscription': assignment('azurerm_subscription_policy_assignment'),
      'policy on a resource group': assignment('azurerm_resource_group_policy_assignment'),
      'policy on a management group': assignment('azurerm_management_group_policy_assignment'),
      'policy on a resource': assignment('azurerm_resource_policy_assignment'),
    },
    'removal-guarded': {
      'management lock': settingTable({
        types: [null, 'azurerm_management_lock'],
        path: [null, 'lock_level'],
        pass: 'CanNotDelete',
        fail: 'None',
        silence: ['silent', 'fail'],
        more: [['pass', 'nothing can be changed', null, { lock_level: 'ReadOnly' }]],
      }),
    },
  },
};
