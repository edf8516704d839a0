import {
  refer,
  system,
  unknown,
  type Properties,
  type Row,
  type ServiceRows,
  type System,
  type Table,
} from '../../support/row';
import { gkeUpkeepTables } from './gke-upkeep';
import { keptStore, secretRows, terraformSetting } from './kept-store';

const cluster = 'google_container_cluster';
const pool = 'google_container_node_pool';
const rows = (terraform: string, list: readonly Row[]): Table => ({ cloudformation: null, terraform, rows: list });

const privately = (nodes: unknown, endpoint: unknown): Properties => ({
  private_cluster_config: [{ enable_private_nodes: nodes, enable_private_endpoint: endpoint }],
});
const authorized = (...cidrs: readonly unknown[]): Properties => ({
  master_authorized_networks_config: [{ cidr_blocks: cidrs.map((cidr_block) => ({ cidr_block })) }],
});
const node = (config: Properties): Properties => ({ node_config: [config] });

/** A pool, and the cluster that it belongs to. */
const ofCluster = (it: Properties, properties: Properties): System =>
  system({ cluster: refer('main'), ...it }, { main: { type: cluster, properties } });

export const gkeRows: ServiceRows = {
  service: 'gke',
  controls: {
    'endpoint-not-public': {
      cluster: rows(cluster, [
        ['fail', 'nothing is said', null, {}],
        ['pass', 'the endpoint is private', null, privately(true, true)],
        ['fail', 'the endpoint is private, and the nodes are not', null, privately(false, true)],
        ['fail', 'only the nodes are private', null, privately(true, false)],
        ['pass', 'networks are named', null, authorized('10.0.0.0/8')],
        [
          'pass',
          'no network is let in',
          null,
          { master_authorized_networks_config: [{ gcp_public_cidrs_access_enabled: false }] },
        ],
        ['fail', 'everyone is let in', null, authorized('10.0.0.0/8', '0.0.0.0/0')],
        ['fail', 'two halves are let in', null, authorized('0.0.0.0/1', '128.0.0.0/1')],
        ['undecided', 'a network is settled at apply', null, authorized(unknown)],
        ['undecided', 'it is settled at apply', null, privately(true, unknown)],
        [
          'pass',
          'there is no endpoint by address',
          null,
          { control_plane_endpoints_config: [{ ip_endpoints_config: [{ enabled: false }] }] },
        ],
      ]),
    },
    'front-private': {
      'endpoint by name': rows(cluster, [
        ['silent', 'nothing is said', null, {}],
        [
          'fail',
          'it is open',
          null,
          { control_plane_endpoints_config: [{ dns_endpoint_config: [{ allow_external_traffic: true }] }] },
        ],
        [
          'pass',
          'it is not',
          null,
          { control_plane_endpoints_config: [{ dns_endpoint_config: [{ allow_external_traffic: false }] }] },
        ],
        [
          'undecided',
          'it is settled at apply',
          null,
          { control_plane_endpoints_config: [{ dns_endpoint_config: [{ allow_external_traffic: unknown }] }] },
        ],
      ]),
    },
    'no-public-address': {
      cluster: rows(cluster, [
        ['fail', 'nothing is said', null, {}],
        ['pass', 'nodes are private', null, privately(true, false)],
        ['undecided', 'it is settled at apply', null, privately(unknown, false)],
      ]),
      pool: rows(pool, [
        ['pass', 'the pool says so', null, { cluster: 'c', network_config: [{ enable_private_nodes: true }] }],
        [
          'fail',
          'it says otherwise',
          null,
          ofCluster({ network_config: [{ enable_private_nodes: false }] }, privately(true, true)),
        ],
        ['silent', 'its cluster says so', null, ofCluster({}, privately(true, true))],
        ['silent', 'its cluster says nothing, and answers for itself', null, ofCluster({}, {})],
        [
          'undecided',
          'it is settled at apply',
          null,
          ofCluster({ network_config: [{ enable_private_nodes: unknown }] }, {}),
        ],
        ['undecided', 'the cluster is not in sight', null, { cluster: 'elsewhere' }],
      ]),
    },
    'network-segmented': {
      cluster: rows(cluster, [
        ['fail', 'nothing is said', null, {}],
        ['pass', 'policies are enforced', null, { network_policy: [{ enabled: true }] }],
        ['fail', 'they are not', null, { network_policy: [{ enabled: false }] }],
        ['pass', 'the data path enforces them', null, { datapath_provider: 'ADVANCED_DATAPATH' }],
        ['pass', 'Google runs the nodes', null, { enable_autopilot: true }],
        ['undecided', 'it is settled at apply', null, { network_policy: [{ enabled: unknown }] }],
      ]),
    },
    'no-long-lived-credentials': {
      cluster: terraformSetting(
        cluster,
        'master_auth.client_certificate_config.issue_client_certificate',
        false,
        true,
        'pass',
        [
          ['fail', 'a password is set', null, { master_auth: [{ username: 'admin', password: 'hunter2' }] }],
          ['pass', 'both are empty', null, { master_auth: [{ username: '', password: '' }] }],
        ],
      ),
    },
    'no-secret-in-clear': { 'password of the control plane': secretRows(cluster, 'master_auth.password') },
    'access-fine-grained': {
      cluster: terraformSetting(cluster, 'enable_legacy_abac', false, true, 'pass', [
        ['fail', 'strangers may ask', null, { anonymous_authentication_config: [{ mode: 'ENABLED' }] }],
        ['pass', 'strangers may ask for health only', null, { anonymous_authentication_config: [{ mode: 'LIMITED' }] }],
        [
          'fail',
          'roles are bound to every caller',
          null,
          { rbac_binding_config: [{ enable_insecure_binding_system_authenticated: true }] },
        ],
      ]),
    },
    'machine-role-given': {
      cluster: rows(cluster, [
        ['fail', 'nothing is said', null, {}],
        ['pass', 'workload identity is on', null, { workload_identity_config: [{ workload_pool: 'p.svc.id.goog' }] }],
        ['pass', 'nodes hide their account', null, node({ workload_metadata_config: [{ mode: 'GKE_METADATA' }] })],
        [
          'pass',
          'it is written in the old way',
          null,
          node({ workload_metadata_config: [{ node_metadata: 'GKE_METADATA_SERVER' }] }),
        ],
        ['undecided', 'it is settled at apply', null, { workload_identity_config: unknown }],
      ]),
      pool: rows(pool, [
        [
          'pass',
          'nodes hide their account',
          null,
          ofCluster(node({ workload_metadata_config: [{ mode: 'GKE_METADATA' }] }), {}),
        ],
        ['fail', 'they show it', null, ofCluster(node({ workload_metadata_config: [{ mode: 'GCE_METADATA' }] }), {})],
        [
          'silent',
          'its cluster says so, and answers for itself',
          null,
          ofCluster({}, { workload_identity_config: [{ workload_pool: 'p.svc.id.goog' }] }),
        ],
        ['undecided', 'its cluster is not in sight', null, { cluster: 'elsewhere' }],
        [
          'undecided',
          'it is settled at apply',
          null,
          ofCluster(node({ workload_metadata_config: [{ mode: unknown }] }), {}),
        ],
      ]),
    },
    'role-not-shared': {
      'node of a cluster': rows(cluster, [
        ['fail', 'nothing is said', null, {}],
        ['pass', 'an account is named', null, node({ service_account: 'own@p.iam.gserviceaccount.com' })],
        ['fail', 'the default one is named', null, node({ service_account: 'default' })],
        [
          'pass',
          'one is named for the nodes that are added',
          null,
          {
            cluster_autoscaling: [
              { auto_provisioning_defaults: [{ service_account: 'own@p.iam.gserviceaccount.com' }] },
            ],
          },
        ],
        ['silent', 'the pool goes away at once', null, { remove_default_node_pool: true }],
        ['undecided', 'it is settled at apply', null, node({ service_account: unknown })],
      ]),
      pool: terraformSetting(pool, 'node_config.service_account', 'own@p.iam.gserviceaccount.com', 'default', 'fail'),
    },
    'code-signed': {
      cluster: terraformSetting(
        cluster,
        'binary_authorization.evaluation_mode',
        'PROJECT_SINGLETON_POLICY_ENFORCE',
        'DISABLED',
        'fail',
        [
          ['pass', 'it is written in the old way', null, { enable_binary_authorization: true }],
          ['pass', 'the switch of the block is on', null, { binary_authorization: [{ enabled: true }] }],
        ],
      ),
    },
    'backend-encrypted': {
      cluster: terraformSetting(
        cluster,
        'in_transit_encryption_config',
        'IN_TRANSIT_ENCRYPTION_INTER_NODE_TRANSPARENT',
        'IN_TRANSIT_ENCRYPTION_DISABLED',
        'fail',
      ),
    },
    'boot-verified': {
      cluster: rows(cluster, [
        ['fail', 'nothing is said', null, {}],
        ['pass', 'secure boot is on', null, node({ shielded_instance_config: [{ enable_secure_boot: true }] })],
        [
          'fail',
          'shielded nodes are off',
          null,
          { enable_shielded_nodes: false, ...node({ shielded_instance_config: [{ enable_secure_boot: true }] }) },
        ],
        ['silent', 'Google runs the nodes', null, { enable_autopilot: true }],
        ['silent', 'its first pool goes away at once', null, { remove_default_node_pool: true }],
        ['undecided', 'nobody knows whether its first pool does', null, { remove_default_node_pool: unknown }],
        [
          'fail',
          'a pool inside it does not',
          null,
          {
            ...node({ shielded_instance_config: [{ enable_secure_boot: true }] }),
            node_pool: [node({ shielded_instance_config: [{ enable_secure_boot: false }] })],
          },
        ],
        [
          'pass',
          'its only pool does',
          null,
          {
            remove_default_node_pool: true,
            node_pool: [node({ shielded_instance_config: [{ enable_secure_boot: true }] })],
          },
        ],
        [
          'undecided',
          'it is settled at apply',
          null,
          node({ shielded_instance_config: [{ enable_secure_boot: unknown }] }),
        ],
      ]),
      pool: terraformSetting(pool, 'node_config.shielded_instance_config.enable_secure_boot', true, false, 'fail'),
    },
    'storage-encrypted': {
      cluster: rows(cluster, [['pass', 'nothing is said', null, {}]]),
      ...keptStore('pool', pool, 'node_config.boot_disk_kms_key')['storage-encrypted'],
    },
    'customer-managed-key': {
      ...keptStore('pool', pool, 'node_config.boot_disk_kms_key')['customer-managed-key'],
      cluster: rows(cluster, [
        ['fail', 'nothing is said', null, {}],
        [
          'pass',
          'keys are named',
          null,
          { database_encryption: [{ state: 'ENCRYPTED', key_name: 'k' }], ...node({ boot_disk_kms_key: 'k' }) },
        ],
        [
          'fail',
          'secrets have none of their own',
          null,
          { database_encryption: [{ state: 'DECRYPTED' }], ...node({ boot_disk_kms_key: 'k' }) },
        ],
        [
          'undecided',
          'it is settled at apply',
          null,
          { database_encryption: [{ state: unknown, key_name: 'k' }], ...node({ boot_disk_kms_key: 'k' }) },
        ],
      ]),
    },
    'instance-metadata-v2': {
      cluster: terraformSetting(cluster, 'node_config.metadata.disable-legacy-endpoints', 'true', 'false', 'pass', [
        ['undecided', 'metadata are written without saying so', null, node({ metadata: { note: 'x' } })],
      ]),
      pool: terraformSetting(pool, 'node_config.metadata.disable-legacy-endpoints', 'true', 'false', 'pass'),
    },
    ...gkeUpkeepTables,
  },
};
