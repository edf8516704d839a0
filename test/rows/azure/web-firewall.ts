import { unknown, type ServiceRows } from '../../support/row';
import { terraformSetting as setting, terraformTable as table } from '../../support/terraform-rows';

const gateway = 'azurerm_web_application_firewall_policy';
const door = 'azurerm_cdn_frontdoor_firewall_policy';
const classic = 'azurerm_frontdoor_firewall_policy';
const owasp = { managed_rules: [{ managed_rule_set: [{ type: 'OWASP', version: '3.2' }] }] };
const set = (more: object = {}) => ({ managed_rule: [{ type: 'Microsoft_DefaultRuleSet', version: '2.1', ...more }] });
const override = (rule: object) =>
  set({ override: [{ rule_group_name: 'JAVA', rule: [{ rule_id: '944240', ...rule }] }] });

export const webFirewallRows: ServiceRows = {
  service: 'web-firewall',
  controls: {
    'firewall-filters': {
      'policy for gateways': setting(gateway, 'policy_settings.enabled', [true, false], 'pass'),
      'policy for Front Door': setting(door, 'enabled', [true, false], 'pass'),
      'policy for Front Door (classic)': setting(classic, 'enabled', [true, false], 'pass'),
    },
    'known-attacks-refused': {
      'policy for gateways': table(
        gateway,
        ['fail', 'nothing is said', {}],
        ['pass', 'a managed set is in force', owasp],
        ['fail', 'it only detects', { ...owasp, policy_settings: [{ mode: 'Detection' }] }],
        ['fail', 'the policy is off', { ...owasp, policy_settings: [{ enabled: false }] }],
        ['undecided', 'the mode is settled at deployment', { ...owasp, policy_settings: [{ mode: unknown }] }],
        [
          'fail',
          'the set is against bots',
          { managed_rules: [{ managed_rule_set: [{ type: 'Microsoft_BotManagerRuleSet', version: '1.0' }] }] },
        ],
      ),
      'policy for Front Door': table(
        door,
        ['fail', 'nothing is said', {}],
        ['pass', 'a managed set is in force', set()],
        ['fail', 'its rule against Log4Shell is off', override({ enabled: false, action: 'Block' })],
        ['fail', 'that is off where nothing is said', override({ action: 'Block' })],
        ['fail', 'that lets through', override({ enabled: true, action: 'Allow' })],
        ['pass', 'that blocks', override({ enabled: true, action: 'Block' })],
        ['undecided', 'that is settled at deployment', override({ enabled: unknown, action: 'Block' })],
      ),
    },
    'requests-normalized': {
      'policy for gateways': setting(gateway, 'policy_settings.request_body_check', [true, false], 'pass'),
    },
  },
};
