import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { terraformSetting as setting, terraformTable as table } from '../../support/terraform-rows';

const linux = 'azurerm_linux_virtual_machine';
const windows = 'azurerm_windows_virtual_machine';
const linuxSet = 'azurerm_linux_virtual_machine_scale_set';
const windowsSet = 'azurerm_windows_virtual_machine_scale_set';
const flexible = 'azurerm_orchestrated_virtual_machine_scale_set';
const classic = 'azurerm_virtual_machine';
const classicSet = 'azurerm_virtual_machine_scale_set';
const lab = 'azurerm_dev_test_linux_virtual_machine';
const labWindows = 'azurerm_dev_test_windows_virtual_machine';

const disk = (disk_encryption_set_id?: unknown) => ({
  os_disk: [{ caching: 'ReadWrite', ...(disk_encryption_set_id !== undefined && { disk_encryption_set_id }) }],
});
const addressed = (block: object) => ({
  network_interface: [{ name: 'a', ip_configuration: [{ name: 'b', ...block }] }],
});
const base64 = (text: string) => Buffer.from(text).toString('base64');
const script = base64('#!/bin/sh\nexport DB_PASSWORD=kangaroo\n');

export const virtualMachineRows: ServiceRows = {
  service: 'virtual-machine',
  controls: {
    'storage-encrypted': {
      'Linux machine': table(linux, ['pass', 'nothing is said', {}]),
      'lab machine': table(labWindows, ['pass', 'nothing is said', {}]),
    },
    'customer-managed-key': {
      'Linux machine': table(
        linux,
        ['fail', 'nothing is said', disk()],
        ['pass', 'a set of keys is named', disk('/set')],
        ['undecided', 'it is settled at deployment', disk(unknown)],
        ['pass', 'a set for confidential disks is named', { os_disk: [{ secure_vm_disk_encryption_set_id: '/set' }] }],
      ),
      'Linux scale set': table(
        linuxSet,
        ['pass', 'every disk has a key', { ...disk('/set'), data_disk: [{ disk_encryption_set_id: '/set' }] }],
        ['fail', 'one disk has none', { ...disk('/set'), data_disk: [{ lun: 1 }] }],
      ),
    },
    'encrypted-twice': {
      'Windows machine': setting(windows, 'encryption_at_host_enabled', [true, false], 'fail'),
      'flexible scale set': setting(flexible, 'encryption_at_host_enabled', [true, false], 'fail'),
    },
    'local-auth-disabled': {
      'Linux machine': setting(
        linux,
        'disable_password_authentication',
        [true, false],
        'pass',
        {},
        [
          'pass',
          'Entra is asked as well',
          system(
            { disable_password_authentication: false },
            {
              entra: {
                type: 'azurerm_virtual_machine_extension',
                properties: { virtual_machine_id: refer(), type: 'AADSSHLoginForLinux' },
              },
            },
          ),
        ],
        [
          'fail',
          'another extension is there',
          system(
            { disable_password_authentication: false },
            {
              other: {
                type: 'azurerm_virtual_machine_extension',
                properties: { virtual_machine_id: refer(), type: 'CustomScript' },
              },
            },
          ),
        ],
      ),
      'Linux scale set': setting(linuxSet, 'disable_password_authentication', [true, false], 'pass'),
      'machine, older type': setting(
        classic,
        'os_profile_linux_config.disable_password_authentication',
        [true, false],
        'silent',
      ),
      'flexible scale set': setting(
        flexible,
        'os_profile.linux_configuration.disable_password_authentication',
        [true, false],
        'silent',
      ),
    },
    'local-secrets-refused': {
      'Linux machine': setting(linux, 'disable_password_authentication', [true, false], 'pass'),
    },
    'transit-encrypted': {
      'Windows machine': setting(windows, 'winrm_listener.protocol', ['Https', 'Http'], 'silent'),
      'machine, older type': setting(classic, 'os_profile_windows_config.winrm.protocol', ['https', 'http'], 'silent'),
    },
    'no-secret-in-clear': {
      'Linux machine': table(
        linux,
        ['silent', 'no secret is set', {}],
        ['fail', 'the password is written', { admin_password: 'written' }],
        [
          'pass',
          'it is made elsewhere',
          system({ admin_password: refer('made', 'result') }, { made: { type: 'random_password', properties: {} } }),
        ],
        ['undecided', 'it is settled at deployment', { admin_password: unknown }],
        ['fail', 'a password stands in the start script', { custom_data: script }],
        ['pass', 'none stands there', { custom_data: base64('#!/bin/sh\necho hello\n') }],
        ['fail', 'one stands in the user data', { user_data: script }],
      ),
      'machine, older type': table(
        classic,
        ['fail', 'the password is written', { os_profile: [{ admin_password: 'written' }] }],
        [
          'fail',
          'a password stands in the start script',
          { os_profile: [{ custom_data: 'export DB_PASSWORD=kangaroo' }] },
        ],
        ['undecided', 'it is settled at deployment', { os_profile: [{ admin_password: unknown }] }],
      ),
      'lab machine': table(lab, ['fail', 'the password is written', { password: 'written' }]),
    },
    'patching-automatic': {
      'Linux machine': table(
        linux,
        ['silent', 'the image decides', {}],
        ['silent', 'the image is said to decide', { patch_mode: 'ImageDefault' }],
        ['pass', 'the platform does it', { patch_mode: 'AutomaticByPlatform' }],
        ['undecided', 'that is settled at deployment', { patch_mode: unknown }],
      ),
      'Windows machine': table(
        windows,
        ['pass', 'nothing is said', {}],
        ['fail', 'updates are off', { automatic_updates_enabled: false }],
        ['fail', 'updates are off, as spelled before', { enable_automatic_updates: false }],
        [
          'fail',
          'updates are off, and the system would do them',
          { automatic_updates_enabled: false, patch_mode: 'AutomaticByOS' },
        ],
        ['fail', 'somebody does it', { patch_mode: 'Manual' }],
        ['pass', 'the platform does it', { patch_mode: 'AutomaticByPlatform' }],
        ['undecided', 'that is settled at deployment', { automatic_updates_enabled: unknown }],
      ),
      'Linux scale set': table(
        linuxSet,
        ['silent', 'the image decides', {}],
        [
          'pass',
          'new images replace old machines',
          { automatic_os_upgrade_policy: [{ enable_automatic_os_upgrade: true, disable_automatic_rollback: false }] },
        ],
        [
          'undecided',
          'that is settled at deployment',
          { automatic_os_upgrade_policy: [{ enable_automatic_os_upgrade: unknown }] },
        ],
      ),
      'Windows scale set': setting(windowsSet, 'enable_automatic_updates', [true, false], 'pass'),
      'machine, older type': table(
        classic,
        ['silent', 'Linux runs', { os_profile_linux_config: [{ disable_password_authentication: true }] }],
        ['fail', 'Windows does not update', { os_profile_windows_config: [{ provision_vm_agent: true }] }],
        ['pass', 'it does', { os_profile_windows_config: [{ enable_automatic_upgrades: true }] }],
        [
          'undecided',
          'that is settled at deployment',
          { os_profile_windows_config: [{ enable_automatic_upgrades: unknown }] },
        ],
      ),
      'flexible scale set': table(
        flexible,
        ['pass', 'Windows updates itself', { os_profile: [{ windows_configuration: [{ admin_username: 'a' }] }] }],
        ['fail', 'somebody does it', { os_profile: [{ windows_configuration: [{ patch_mode: 'Manual' }] }] }],
        [
          'undecided',
          'that is settled at deployment',
          { os_profile: [{ linux_configuration: [{ patch_mode: unknown }] }] },
        ],
      ),
    },
    'no-public-address': {
      'Linux scale set': table(
        linuxSet,
        ['pass', 'no address is given', addressed({})],
        ['fail', 'one is', addressed({ public_ip_address: [{ name: 'c' }] })],
        ['undecided', 'that is settled at deployment', addressed({ public_ip_address: unknown })],
      ),
      'scale set, older type': table(classicSet, [
        'fail',
        'an address is given',
        { network_profile: [{ ip_configuration: [{ public_ip_address_configuration: [{ name: 'c' }] }] }] },
      ]),
      'lab machine': setting(lab, 'disallow_public_ip_address', [true, false], 'fail'),
    },
    'machine-role-given': { 'Linux machine': setting(linux, 'identity.type', ['UserAssigned', ''], 'fail') },
    'code-signed': { 'Linux machine': setting(linux, 'secure_boot_enabled', [true, false], 'fail') },
    'backup-kept': {
      'Linux machine': table(
        linux,
        ['silent', 'nothing is said', {}],
        [
          'pass',
          'a vault keeps copies',
          system(
            {},
            {
              copies: {
                type: 'azurerm_backup_protected_vm',
                properties: { source_vm_id: refer(), backup_policy_id: '/policy' },
              },
            },
          ),
        ],
        [
          'fail',
          'no policy says when',
          system({}, { copies: { type: 'azurerm_backup_protected_vm', properties: { source_vm_id: refer() } } }),
        ],
        [
          'undecided',
          'the policy is settled at deployment',
          system(
            {},
            {
              copies: {
                type: 'azurerm_backup_protected_vm',
                properties: { source_vm_id: refer(), backup_policy_id: unknown },
              },
            },
          ),
        ],
      ),
    },
  },
};
