import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import { any, is, settledTruth } from '../../model/truth';
import { map, otherwise } from '../../model/value';
import { itemsOf } from '../aws/items';
import { at, storedFact, switched, type About } from './platform-service';

/** Where each kind of machine says what it is: the provider has spelled it four ways. */
export interface MachineShape {
  readonly noun: string;
  /** Switch that refuses passwords, where Linux runs, and whether they are refused where nothing is written. */
  readonly passwordsRefused?: readonly [path: string, initial: boolean];
  readonly passwords: readonly string[];
  /** What the machine runs at its first start. */
  readonly startTexts: readonly string[];
  /** Disks and blocks of disks, each with the key of its encryption. */
  readonly disks?: readonly string[];
  readonly hostEncryption?: string;
  /** Listeners of Windows Remote Management. */
  readonly remoteManagement?: string;
  /** Automatic updates of Windows, and whether they are on where nothing is written; below a block that Windows alone has. */
  readonly updates?: readonly [paths: readonly string[], initial: boolean, block?: string];
  readonly patchModes?: readonly string[];
  /** Replacement of machines by newer images. */
  readonly imageUpgrades?: readonly string[];
  /** Blocks of network interfaces, and the block below them that gives a public address. */
  readonly addresses?: readonly [interfaces: string, address: string];
  readonly signedBoot?: readonly string[];
  readonly withoutIdentity?: true;
}

const current = {
  passwords: ['admin_password'],
  startTexts: ['custom_data', 'user_data'],
  hostEncryption: 'encryption_at_host_enabled',
  signedBoot: ['secure_boot_enabled'],
} as const;

const scaleSet = {
  disks: ['os_disk', 'data_disk'],
  addresses: ['network_interface', 'public_ip_address'],
  imageUpgrades: [
    'automatic_os_upgrade_policy.enable_automatic_os_upgrade',
    'automatic_os_upgrade_policy.automatic_os_upgrade_enabled',
  ],
  ...current,
} as const;

/** Types up to provider version 3. */
const classic = {
  passwordsRefused: ['os_profile_linux_config.disable_password_authentication', false],
  passwords: ['os_profile.admin_password'],
  startTexts: ['os_profile.custom_data'],
  remoteManagement: 'os_profile_windows_config.winrm',
  updates: [['os_profile_windows_config.enable_automatic_upgrades'], false, 'os_profile_windows_config'],
} as const;

const windows = {
  remoteManagement: 'winrm_listener',
  updates: [['automatic_updates_enabled', 'enable_automatic_updates'], true],
} as const;

export const machineShapes: Readonly<Record<string, MachineShape>> = {
  azurerm_linux_virtual_machine: {
    noun: 'Linux virtual machine',
    passwordsRefused: ['disable_password_authentication', true],
    disks: ['os_disk'],
    patchModes: ['patch_mode'],
    ...current,
  },
  azurerm_windows_virtual_machine: {
    noun: 'Windows virtual machine',
    disks: ['os_disk'],
    patchModes: ['patch_mode'],
    ...current,
    ...windows,
  },
  azurerm_linux_virtual_machine_scale_set: {
    noun: 'scale set of Linux machines',
    passwordsRefused: ['disable_password_authentication', true],
    ...scaleSet,
  },
  azurerm_windows_virtual_machine_scale_set: { noun: 'scale set of Windows machines', ...scaleSet, ...windows },
  azurerm_orchestrated_virtual_machine_scale_set: {
    noun: 'flexible scale set',
    passwordsRefused: ['os_profile.linux_configuration.disable_password_authentication', true],
    passwords: ['os_profile.linux_configuration.admin_password', 'os_profile.windows_configuration.admin_password'],
    startTexts: ['os_profile.custom_data', 'user_data_base64'],
    disks: ['os_disk', 'data_disk'],
    hostEncryption: 'encryption_at_host_enabled',
    remoteManagement: 'os_profile.windows_configuration.winrm_listener',
    updates: [['os_profile.windows_configuration.enable_automatic_updates'], true, 'os_profile.windows_configuration'],
    patchModes: ['os_profile.linux_configuration.patch_mode', 'os_profile.windows_configuration.patch_mode'],
    addresses: ['network_interface', 'public_ip_address'],
  },
  azurerm_virtual_machine: { noun: 'virtual machine', ...classic },
  azurerm_virtual_machine_scale_set: {
    noun: 'scale set',
    imageUpgrades: ['automatic_os_upgrade'],
    addresses: ['network_profile', 'public_ip_address_configuration'],
    ...classic,
  },
  azurerm_dev_test_linux_virtual_machine: {
    noun: 'Linux machine of a lab',
    passwords: ['password'],
    startTexts: [],
    withoutIdentity: true,
  },
  azurerm_dev_test_windows_virtual_machine: {
    noun: 'Windows machine of a lab',
    passwords: ['password'],
    startTexts: [],
    withoutIdentity: true,
  },
};

/** Blocks that may stand several times, at a path whose other parts stand once. */
export const blocksAt = ({ subject }: About, path: string): readonly Property[] => itemsOf(at(subject, path));

/**
 * Managed disks are always encrypted, by a key of the customer's where every disk names its set of keys. With encryption at
 * the host, what never reaches the disk (the temporary disk, caches) is encrypted too.
 *
 * @see https://learn.microsoft.com/azure/virtual-machines/disk-encryption-overview
 */
export function* machineStorage(about: About, { disks = [], hostEncryption }: MachineShape): Iterable<Fact> {
  const keys = disks.flatMap((disk) =>
    blocksAt(about, disk).map((block) => [
      block.get('disk_encryption_set_id'),
      block.get('secure_vm_disk_encryption_set_id'),
    ]),
  );
  const twice = hostEncryption && {
    twice: switched(about.subject, [hostEncryption], false, 'encryption at the host is off unless told otherwise'),
  };
  if (keys.length === 0) yield { ...storedFact(about), ...twice };
  for (const names of keys) yield { ...storedFact(about, { keys: names }), ...twice };
}

/** An address of its own, where the machine's definition gives one to each network interface. */
export function* publicAddress(about: About, { addresses }: MachineShape): Iterable<Fact> {
  const lab = at(about.subject, 'disallow_public_ip_address');
  if (about.subject.type.startsWith('azurerm_dev_test_')) {
    const refused = otherwise(lab.flag(), false, 'machines of a lab get a public address unless told otherwise');
    yield { kind: 'public-endpoint', role: 'compute', public: map(refused, (on) => !on), ...about };
  }
  if (!addresses) return;
  const [interfaces, address] = addresses;
  const given = blocksAt(about, interfaces)
    .flatMap((block) => itemsOf(block.get('ip_configuration')))
    .map((configuration) => is(configuration.get(address).present(), (set) => set, 'public address'));
  yield {
    kind: 'public-endpoint',
    role: 'compute',
    public: settledTruth(any(...given), at(about.subject, interfaces).at),
    ...about,
  };
}
