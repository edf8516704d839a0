import { unknown, type Row, type ServiceRows } from '../../support/row';
import { settingTable } from '../../support/setting-rows';

const plan = { cloudformation: null, terraform: 'azurerm_security_center_subscription_pricing' };
const contact = { cloudformation: null, terraform: 'azurerm_security_center_contact' };
const storage = { cloudformation: null, terraform: 'azurerm_security_center_storage_defender' };
const both = { malware_scanning_on_upload_enabled: true, sensitive_data_discovery_enabled: true };

const told: readonly Row[] = [
  ['pass', 'somebody is written to', null, { email: 'security@example.com', alert_notifications: true }],
  ['fail', 'no address is written', null, { phone: '+1-555-555-5555', alert_notifications: true }],
  ['fail', 'the address is empty', null, { email: '', alert_notifications: true }],
  ['fail', 'nothing is sent', null, { email: 'security@example.com', alert_notifications: false }],
  ['undecided', 'the address is settled at deployment', null, { email: unknown, alert_notifications: true }],
  ['undecided', 'whether it is sent is settled at deployment', null, { email: 'security@example.com', alert_notifications: unknown }],
]; // prettier-ignore

export const defenderRows: ServiceRows = {
  service: 'defender',
  controls: {
    'threats-watched': {
      'threat protection': settingTable({
        types: [null, 'azurerm_advanced_threat_protection'],
        path: [null, 'enabled'],
        pass: true,
        fail: false,
        silence: ['silent', 'fail'],
      }),
      plan: {
        ...plan,
        // prettier-ignore
        rows: [
          ['pass',      'the plan is bought', null, { tier: 'Standard', resource_type: 'VirtualMachines' }],
          ['fail',      'it is not', null, { tier: 'Free', resource_type: 'VirtualMachines' }],
          ['fail',      'nothing is said', null, { resource_type: 'VirtualMachines' }],
          ['undecided', 'it is settled at deployment', null, { tier: unknown }],
        ],
      },
      'provisioning of agents': settingTable({
        types: [null, 'azurerm_security_center_auto_provisioning'],
        path: [null, 'auto_provision'],
        pass: 'On',
        fail: 'Off',
        silence: ['silent', 'fail'],
      }),
      setting: settingTable({
        types: [null, 'azurerm_security_center_setting'],
        path: [null, 'enabled'],
        pass: true,
        fail: false,
        silence: ['silent', 'fail'],
      }),
    },
    'watch-complete': {
      'Defender of a storage account': {
        ...storage,
        // prettier-ignore
        rows: [
          ['pass',      'uploads are scanned, and sensitive data is found', null, both],
          ['fail',      'nothing is said', null, {}],
          ['fail',      'uploads are not scanned', null, { ...both, malware_scanning_on_upload_enabled: false }],
          ['undecided', 'it is settled at deployment', null, { ...both, sensitive_data_discovery_enabled: unknown }],
        ],
      },
    },
    'security-contact-set': { 'security contact': { ...contact, rows: told } },
  },
};
