import { unknown, type ServiceRows } from '../../support/row';
import { terraformSetting as setting, terraformTable as table } from '../../support/terraform-rows';

const group = 'azurerm_monitor_action_group';
const someone = { email_receiver: [{ name: 'a', email_address: 'security@example.com' }] };

export const actionGroupRows: ServiceRows = {
  service: 'action-group',
  controls: {
    'alarm-reaches-someone': {
      group: table(
        group,
        ['fail', 'nobody is named', {}],
        ['pass', 'somebody is', someone],
        ['fail', 'the group is off', { ...someone, enabled: false }],
        ['undecided', 'that is settled at deployment', { ...someone, enabled: unknown }],
        ['pass', 'a phone is named', { sms_receiver: [{ name: 'a', country_code: '49', phone_number: '1' }] }],
      ),
    },
    'transit-encrypted': {
      group: setting(group, 'webhook_receiver.service_uri', ['https://example.com', 'http://example.com'], 'silent'),
    },
  },
};
