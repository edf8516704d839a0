import { type ServiceRows } from '../../support/row';
import { terraformSetting as setting, terraformTable as table } from '../../support/terraform-rows';

const host = 'azurerm_bastion_host';
const quiet = { copy_paste_enabled: false };

export const bastionRows: ServiceRows = {
  service: 'bastion',
  controls: {
    'local-auth-disabled': { host: table(host, ['pass', 'nothing is said', {}]) },
    'local-secrets-refused': { host: setting(host, 'shareable_link_enabled', [false, true], 'pass') },
    'session-recorded': { host: setting(host, 'session_recording_enabled', [true, false], 'fail') },
    'access-logged': { host: table(host, ['fail', 'nothing is said', {}]) },
    'egress-confined': {
      host: setting(
        host,
        'copy_paste_enabled',
        [false, true],
        'fail',
        {},
        ['fail', 'files are copied', { ...quiet, file_copy_enabled: true }],
        ['fail', 'tunnels are opened', { ...quiet, tunneling_enabled: true }],
      ),
    },
  },
};
