import { is, not, type Truth } from '../../model/truth';
import { property, type Resource } from '../../model/resource';
import { isSet, spells, type Shift } from './shift';

/** Of several that hold, the last counts. */
export const azureShifts: readonly Shift[] = [
  {
    types: ['azurerm_linux_virtual_machine', 'azurerm_windows_virtual_machine'],
    area: 'guest-os',
    when: spells(null, 'patch_mode', 'AutomaticByPlatform'),
    party: 'shared',
    because: 'Azure orchestrates the patches of the guest; image, restarts and applications stay yours',
    source: 'az-vm-patch',
  },
  {
    types: ['azurerm_windows_virtual_machine'],
    area: 'guest-os',
    when: spells(null, 'patch_mode', 'Manual'),
    party: 'customer',
    because: 'with the patch mode Manual nothing is installed unless you do it',
    source: 'az-vm-patch',
  },
  {
    types: ['azurerm_kubernetes_cluster'],
    area: 'guest-os',
    when: spells(null, 'node_os_upgrade_channel', 'NodeImage', 'SecurityPatch'),
    party: 'provider',
    because: 'node images or security patches are applied by AKS inside the maintenance window',
    source: 'az-aks-srm',
  },
  {
    types: ['azurerm_kubernetes_cluster'],
    area: 'guest-os',
    when: spells(null, 'node_os_upgrade_channel', 'None', 'Unmanaged'),
    party: 'customer',
    because: 'without an upgrade channel the operating system of the nodes is yours to update',
    source: 'az-aks-srm',
  },
  {
    types: ['azurerm_kubernetes_cluster'],
    area: 'runtime',
    when: isMissing('automatic_upgrade_channel'),
    party: 'customer',
    because: 'upgrades of Kubernetes wait for you to start them',
    source: 'az-aks-srm',
  },
  {
    types: ['azurerm_linux_web_app'],
    area: 'runtime',
    when: isSet(null, 'site_config.application_stack.docker_image_name'),
    party: 'customer',
    because: 'the runtime inside a container image is yours',
    source: 'ms-srm-2026',
  },
  {
    types: ['azurerm_linux_function_app'],
    area: 'runtime',
    when: isSet(null, 'site_config.application_stack.docker'),
    party: 'customer',
    because: 'the runtime inside a container image is yours',
    source: 'ms-srm-2026',
  },
];

function isMissing(terraform: string): (resource: Resource) => Truth {
  return (resource) => not(is(property(resource, null, terraform).present(), (set) => set, terraform));
}
