import { unknown, type ServiceRows } from '../../support/row';
import { terraformTable as table } from '../../support/terraform-rows';

const settings = (value: unknown) => ({ settings: JSON.stringify(value) });

export const machineExtensionRows: ServiceRows = {
  service: 'machine-extension',
  controls: {
    'no-secret-in-clear': {
      extension: table(
        'azurerm_virtual_machine_extension',
        ['silent', 'nothing is said', {}],
        ['pass', 'the settings hold no secret', settings({ commandToExecute: 'hostname' })],
        ['fail', 'the settings hold a password', settings({ commandToExecute: 'setup --password kangaroo-12' })],
        ['undecided', 'the settings are settled at deployment', { settings: unknown }],
        [
          'fail',
          'a protected setting is written',
          { protected_settings: JSON.stringify({ storageAccountKey: 'a', password: 'written' }) },
        ],
      ),
      'extension of a scale set': table('azurerm_virtual_machine_scale_set_extension', [
        'fail',
        'the settings hold a password',
        settings({ password: 'kangaroo-12' }),
      ]),
      command: table(
        'azurerm_virtual_machine_run_command',
        ['fail', 'a protected parameter is written', { protected_parameter: [{ name: 'a', value: 'written' }] }],
        ['fail', 'the password of the user is written', { run_as_password: 'written' }],
        ['pass', 'the script holds none', { source: [{ script: 'hostname' }] }],
        ['undecided', 'it is settled at deployment', { run_as_password: unknown }],
      ),
    },
  },
};
