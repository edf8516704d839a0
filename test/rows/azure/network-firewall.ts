import { unknown, type ServiceRows } from '../../support/row';
import { terraformSetting as setting, terraformTable as table } from '../../support/terraform-rows';

const firewall = 'azurerm_firewall';
const policy = 'azurerm_firewall_policy';

export const networkFirewallRows: ServiceRows = {
  service: 'azure-firewall',
  controls: {
    'firewall-filters': {
      firewall: table(firewall, ['pass', 'nothing is said', {}]),
      policy: table(policy, ['pass', 'nothing is said', {}]),
    },
    'firewall-denies-by-default': {
      firewall: table(firewall, ['pass', 'nothing is said', {}]),
      policy: table(policy, ['pass', 'nothing is said', {}]),
    },
    'known-attacks-refused': {
      firewall: setting(firewall, 'threat_intel_mode', ['Deny', 'Alert'], 'fail', {}, [
        'silent',
        'a policy says it',
        { firewall_policy_id: '/policy' },
      ]),
      policy: setting(
        policy,
        'intrusion_detection.mode',
        ['Deny', 'Alert'],
        'fail',
        {},
        ['pass', 'bad addresses are denied', { threat_intelligence_mode: 'Deny' }],
        [
          'fail',
          'bad addresses are denied, and attacks might be',
          { sku: 'Premium', threat_intelligence_mode: 'Deny' },
        ],
      ),
    },
    'access-logged': { firewall: table(firewall, ['fail', 'nothing is said', {}]) },
    'machine-role-given': {
      policy: setting(policy, 'identity.type', ['UserAssigned', ''], 'fail'),
      'policy, unknown': table(policy, ['undecided', 'its identity is settled at deployment', { identity: unknown }]),
    },
  },
};
