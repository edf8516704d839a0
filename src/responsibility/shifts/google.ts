import { all } from '../../model/truth';
import { isSet, spells, type Shift } from './shift';

/** Of several that hold, the last counts. */
export const googleShifts: readonly Shift[] = [
  {
    types: ['google_container_cluster'],
    area: 'guest-os',
    when: spells(null, 'enable_autopilot', 'true'),
    party: 'provider',
    because: 'Autopilot: Google manages and patches the nodes',
    source: 'gke-srm',
  },
  {
    types: ['google_container_cluster'],
    area: 'guest-os',
    when: (cluster) =>
      all(
        spells(null, 'release_channel.channel', 'UNSPECIFIED')(cluster),
        spells(null, 'node_pool.management.auto_upgrade', 'false')(cluster),
      ),
    party: 'customer',
    because: 'without a release channel and automatic upgrades the nodes are yours to upgrade',
    source: 'gke-srm',
  },
  {
    types: ['google_container_node_pool'],
    area: 'guest-os',
    when: spells(null, 'management.auto_upgrade', 'true'),
    party: 'provider',
    because: 'GKE upgrades the nodes; windows and exclusions are yours to set',
    source: 'gke-srm',
  },
  {
    types: ['google_container_node_pool'],
    area: 'guest-os',
    when: spells(null, 'management.auto_upgrade', 'false'),
    party: 'customer',
    because: 'without automatic upgrades the nodes are yours to upgrade',
    source: 'gke-srm',
  },
  {
    types: ['google_cloud_run_v2_service'],
    area: 'runtime',
    when: spells(null, 'build_config.enable_automatic_updates', 'true'),
    party: 'provider',
    because: 'automatic updates of the base image are on',
    source: 'gcp-run-baseimage',
  },
  {
    types: ['google_cloudfunctions2_function'],
    area: 'runtime',
    when: isSet(null, 'build_config.on_deploy_update_policy'),
    party: 'shared',
    because: 'security updates of the runtime are applied only when you deploy again',
    source: 'gcp-fn-runtime',
  },
];
