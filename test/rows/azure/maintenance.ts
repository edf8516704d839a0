import { unknown, type ServiceRows } from '../../support/row';
import { terraformTable as table } from '../../support/terraform-rows';

const guests = { scope: 'InGuestPatch', in_guest_user_patch_mode: 'Platform' };
const whole = {
  ...guests,
  window: [{ start_date_time: '2026-12-01 02:00', time_zone: 'UTC' }],
  install_patches: [{ reboot: 'IfRequired' }],
};

export const maintenanceRows: ServiceRows = {
  service: 'maintenance',
  controls: {
    'patching-automatic': {
      configuration: table(
        'azurerm_maintenance_configuration',
        ['silent', 'hosts are meant', { scope: 'Host' }],
        ['pass', 'guests are mended in a window', whole],
        ['fail', 'no window is named', { ...guests, install_patches: [{ reboot: 'IfRequired' }] }],
        [
          'fail',
          'nothing is installed',
          { ...guests, window: [{ start_date_time: '2026-12-01 02:00', time_zone: 'UTC' }] },
        ],
        ['undecided', 'the window is settled at deployment', { ...whole, window: unknown }],
      ),
    },
  },
};
