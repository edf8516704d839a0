import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import type { Service } from '../service';

export const osConfig: Service = {
  name: 'os-config',
  types: {
    terraform: [
      // What is installed, and whatever is written there: a policy of one's own, which nobody reads here.
      'google_os_config_os_policy_assignment',
      'google_os_config_patch_deployment',
      'google_os_config_v2_policy_orchestrator',
      'google_os_config_v2_policy_orchestrator_for_folder',
      'google_os_config_v2_policy_orchestrator_for_organization',
    ],
  },
  *facts(resource) {
    if (resource.type === 'google_os_config_patch_deployment') yield patchFact(resource);
  },
};

/**
 * Machines are patched again and again when the schedule recurs, and once otherwise. What a deployment may leave out
 * (kinds of updates) is for its author to say.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/os_config_patch_deployment
 */
const patchFact = (deployment: Resource): Fact => ({
  kind: 'patching',
  of: 'guest-os',
  noun: 'patch deployment',
  subject: deployment,
  automatic: deployment.properties.get('recurring_schedule').present(),
});
