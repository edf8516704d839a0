import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { all, is, settledTruth } from '../../model/truth';
import { otherwise } from '../../model/value';
import type { Service } from '../service';
import { at } from './platform-service';

/**
 * Times at which Azure mends machines, and what is mended then.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/maintenance_configuration
 * @see https://learn.microsoft.com/azure/virtual-machines/maintenance-configurations
 */
export const maintenance: Service = {
  name: 'maintenance',
  types: {
    terraform: [
      // What a configuration is for; that machines are mended at all, they say themselves.
      'azurerm_maintenance_assignment_dedicated_host',
      'azurerm_maintenance_assignment_dynamic_scope',
      'azurerm_maintenance_assignment_virtual_machine',
      'azurerm_maintenance_assignment_virtual_machine_scale_set',
      'azurerm_maintenance_configuration',
    ],
  },
  *facts(resource) {
    if (resource.type === 'azurerm_maintenance_configuration') yield* configurationFacts(resource);
  },
};

/** A configuration for guests mends them when it has a window, and says what to install. */
function* configurationFacts(configuration: Resource): Iterable<Fact> {
  const scope = otherwise(at(configuration, 'scope').text(), '', 'not named');
  const guests = is(scope, (text) => text === 'InGuestPatch', 'scope');
  if (guests.holds === false) return;
  const window = is(at(configuration, 'window').present(), (set) => set, 'window');
  const patches = is(at(configuration, 'install_patches').present(), (set) => set, 'patches to install');
  const mode = is(at(configuration, 'in_guest_user_patch_mode').present(), (set) => set, 'who says when it restarts');
  yield {
    noun: 'maintenance configuration',
    subject: configuration,
    kind: 'patching',
    of: 'guest-os',
    automatic: settledTruth(all(guests, window, patches, mode), scope.at),
  };
}
