import { unknown, type Properties, type Row, type Table } from '../../support/row';
import { terraformSetting } from './kept-store';

const cluster = 'google_container_cluster';
const pool = 'google_container_node_pool';
const rows = (terraform: string, list: readonly Row[]): Table => ({ cloudformation: null, terraform, rows: list });
const node = (config: Properties): Properties => ({ node_config: [config] });

/** What keeps clusters and their nodes current, recorded and watched. */
export const gkeUpkeepTables: Readonly<Record<string, Readonly<Record<string, Table>>>> = {
  'runtime-supported': {
    cluster: rows(cluster, [
      ['pass', 'the version is mended', null, { min_master_version: '1.35.2-gke.100' }],
      [
        'silent',
        'it is not any more, and the control plane has been upgraded since',
        null,
        { min_master_version: '1.24' },
      ],
      ['fail', 'the nodes have an old one', null, { node_version: '1.25' }],
      [
        'undecided',
        'the extended channel pays for longer',
        null,
        { min_master_version: '1.31', release_channel: [{ channel: 'EXTENDED' }] },
      ],
      ['silent', 'the newest is asked for', null, { min_master_version: 'latest' }],
      ['undecided', 'it is settled at apply', null, { min_master_version: unknown }],
      ['fail', 'alpha features are on', null, { enable_kubernetes_alpha: true }],
      ['pass', 'they are off', null, { enable_kubernetes_alpha: false }],
    ]),
    pool: rows(pool, [
      ['fail', 'its image runs Docker', null, node({ image_type: 'COS' })],
      ['pass', 'its image runs containerd', null, node({ image_type: 'COS_CONTAINERD' })],
      ['fail', 'its version is old', null, { version: '1.27.3-gke.100' }],
      ['undecided', 'it is settled at apply', null, { version: unknown }],
    ]),
  },
  'engine-upgrades-automatic': {
    cluster: terraformSetting(cluster, 'release_channel.channel', 'STABLE', 'UNSPECIFIED', 'pass'),
  },
  'patching-automatic': {
    pool: terraformSetting(pool, 'management.auto_upgrade', true, false, 'pass', [
      ['fail', 'nodes are not repaired', null, { management: [{ auto_upgrade: true, auto_repair: false }] }],
      ['pass', 'the block says nothing of it', null, { management: [{ auto_repair: true }] }],
    ]),
  },
  'access-logged': {
    cluster: rows(cluster, [
      ['pass', 'nothing is said', null, {}],
      ['fail', 'no service keeps logs', null, { logging_service: 'none' }],
      ['fail', 'no component is logged', null, { logging_config: [{ enable_components: [] }] }],
      ['pass', 'some are', null, { logging_config: [{ enable_components: ['SYSTEM_COMPONENTS'] }] }],
      ['undecided', 'it is settled at apply', null, { logging_service: unknown }],
    ]),
  },
  'monitored-in-detail': {
    cluster: terraformSetting(cluster, 'monitoring_service', 'monitoring.googleapis.com/kubernetes', 'none', 'pass', [
      ['fail', 'no component is measured', null, { monitoring_config: [{ enable_components: [] }] }],
      ['pass', 'some are', null, { monitoring_config: [{ enable_components: ['SYSTEM_COMPONENTS'] }] }],
    ]),
  },
  'removal-guarded': { cluster: terraformSetting(cluster, 'deletion_protection', true, false, 'pass') },
  'threats-watched': {
    cluster: terraformSetting(cluster, 'security_posture_config.mode', 'BASIC', 'DISABLED', 'silent'),
  },
  'image-scanned': {
    cluster: terraformSetting(
      cluster,
      'security_posture_config.vulnerability_mode',
      'VULNERABILITY_BASIC',
      'VULNERABILITY_DISABLED',
      'silent',
    ),
  },
};
