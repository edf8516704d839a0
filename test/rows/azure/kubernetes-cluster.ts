import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { terraformSetting as setting, terraformTable as table } from '../../support/terraform-rows';

const cluster = 'azurerm_kubernetes_cluster';
const pool = 'azurerm_kubernetes_cluster_node_pool';
const audited = (category: string) =>
  system(
    {},
    {
      log: {
        type: 'azurerm_monitor_diagnostic_setting',
        properties: { target_resource_id: refer(), log_analytics_workspace_id: '/w', enabled_log: [{ category }] },
      },
    },
  );

export const kubernetesClusterRows: ServiceRows = {
  service: 'kubernetes-cluster',
  controls: {
    'endpoint-not-public': {
      'AKS cluster': table(
        cluster,
        ['fail', 'nothing is said', {}],
        ['pass', 'the cluster is private', { private_cluster_enabled: true }],
        ['undecided', 'that is settled at deployment', { private_cluster_enabled: unknown }],
        ['pass', 'it is private, as it was spelled before', { private_link_enabled: true }],
        [
          'pass',
          'some networks are let in',
          { api_server_access_profile: [{ authorized_ip_ranges: ['198.51.100.0/24'] }] },
        ],
        ['pass', 'they are named as before', { api_server_authorized_ip_ranges: ['198.51.100.0/24'] }],
        [
          'fail',
          'every network is let in by name',
          { api_server_access_profile: [{ authorized_ip_ranges: ['0.0.0.0/0'] }] },
        ],
        [
          'undecided',
          'the networks are settled at deployment',
          { api_server_access_profile: [{ authorized_ip_ranges: unknown }] },
        ],
      ),
    },
    'front-private': { 'AKS cluster': setting(cluster, 'http_application_routing_enabled', [false, true], 'pass') },
    'no-public-address': {
      'AKS cluster': setting(cluster, 'default_node_pool.node_public_ip_enabled', [false, true], 'pass', {}, [
        'fail',
        'it is spelled as before',
        { default_node_pool: [{ enable_node_public_ip: true }] },
      ]),
      'AKS node pool': setting(pool, 'node_public_ip_enabled', [false, true], 'pass', {}, [
        'fail',
        'it is spelled as before',
        { enable_node_public_ip: true },
      ]),
    },
    'placed-in-network': { 'AKS node pool': setting(pool, 'vnet_subnet_id', ['/subnet', ''], 'fail') },
    'network-segmented': {
      'AKS cluster': setting(cluster, 'network_profile.network_policy', ['azure', 'none'], 'fail'),
    },
    'storage-encrypted': {
      'AKS cluster': table(cluster, ['pass', 'nothing is said', {}]),
      'AKS node pool': table(pool, ['pass', 'nothing is said', {}]),
    },
    'customer-managed-key': {
      'AKS cluster': setting(cluster, 'disk_encryption_set_id', ['/set', ''], 'fail', {}, [
        'undecided',
        'its store has a key, and the disks may have one',
        { disk_encryption_set_id: unknown, key_management_service: [{ key_vault_key_id: '/key' }] },
      ]),
    },
    'encrypted-twice': {
      'AKS cluster': setting(cluster, 'default_node_pool.host_encryption_enabled', [true, false], 'fail'),
      'AKS node pool': setting(pool, 'host_encryption_enabled', [true, false], 'fail', {}, [
        'pass',
        'it is spelled as before',
        { enable_host_encryption: true },
      ]),
    },
    'local-secrets-refused': { 'AKS cluster': setting(cluster, 'local_account_disabled', [true, false], 'fail') },
    'local-auth-disabled': {
      'AKS cluster': table(
        cluster,
        ['fail', 'nothing is said', {}],
        [
          'pass',
          'Entra is integrated',
          { azure_active_directory_role_based_access_control: [{ azure_rbac_enabled: true }] },
        ],
        [
          'pass',
          'it is spelled as before',
          { role_based_access_control: [{ azure_active_directory: [{ managed: true }] }] },
        ],
        ['undecided', 'that is settled at deployment', { azure_active_directory_role_based_access_control: unknown }],
      ),
    },
    'access-fine-grained': {
      'AKS cluster': setting(cluster, 'role_based_access_control_enabled', [true, false], 'pass', {}, [
        'fail',
        'it is switched off as before',
        { role_based_access_control: [{ enabled: false }] },
      ]),
    },
    'machine-role-given': {
      'AKS cluster': table(
        cluster,
        ['fail', 'nothing is said', {}],
        [
          'pass',
          'the cluster and its pods have identities',
          { identity: [{ type: 'SystemAssigned' }], workload_identity_enabled: true },
        ],
        ['fail', 'pods have none', { identity: [{ type: 'SystemAssigned' }] }],
        [
          'undecided',
          'that is settled at deployment',
          { identity: [{ type: 'SystemAssigned' }], workload_identity_enabled: unknown },
        ],
      ),
    },
    'no-secret-in-clear': {
      'AKS cluster': table(
        cluster,
        ['silent', 'no secret is set', {}],
        [
          'fail',
          'the secret of the principal is written',
          { service_principal: [{ client_id: 'a', client_secret: 'written' }] },
        ],
        ['fail', 'the password of Windows is written', { windows_profile: [{ admin_password: 'written' }] }],
        ['undecided', 'it is settled at deployment', { service_principal: [{ client_secret: unknown }] }],
      ),
    },
    'runtime-supported': {
      'AKS cluster': table(
        cluster,
        ['silent', 'AKS chooses the version', {}],
        ['pass', 'the version is supported', { kubernetes_version: '1.36.1' }],
        ['fail', 'its support has ended', { kubernetes_version: '1.32' }],
        ['pass', 'its long-term support has not', { kubernetes_version: '1.32', support_plan: 'AKSLongTermSupport' }],
        ['fail', 'all support has ended', { kubernetes_version: '1.29.4', support_plan: 'AKSLongTermSupport' }],
        ['undecided', 'the version is settled at deployment', { kubernetes_version: unknown }],
      ),
      'AKS node pool': table(
        pool,
        ['silent', 'it follows the cluster', {}],
        ['pass', 'the version is supported', { orchestrator_version: '1.36' }],
        ['fail', 'all support has ended', { orchestrator_version: '1.25.6' }],
        ['undecided', 'the version is settled at deployment', { orchestrator_version: unknown }],
      ),
    },
    'engine-upgrades-automatic': {
      'AKS cluster': setting(cluster, 'automatic_upgrade_channel', ['stable', 'none'], 'fail', {}, [
        'pass',
        'the channel is spelled as before',
        { automatic_channel_upgrade: 'patch' },
      ]),
    },
    'patching-automatic': {
      'AKS cluster': setting(cluster, 'node_os_upgrade_channel', ['SecurityPatch', 'None'], 'pass', {}, [
        'fail',
        'the channel is spelled as before',
        { node_os_channel_upgrade: 'None' },
      ]),
    },
    'access-logged': {
      'AKS cluster': table(
        cluster,
        ['fail', 'nothing is said', {}],
        ['pass', 'the audit log is sent', audited('kube-audit-admin')],
        ['fail', 'another log is sent', audited('kube-scheduler')],
      ),
    },
    'execution-logged': {
      'AKS cluster': setting(cluster, 'oms_agent.log_analytics_workspace_id', ['/workspace', ''], 'fail'),
    },
    'threats-watched': {
      'AKS cluster': table(
        cluster,
        ['fail', 'nothing is said', {}],
        ['pass', 'Defender watches', { microsoft_defender: [{ log_analytics_workspace_id: '/workspace' }] }],
        ['undecided', 'that is settled at deployment', { microsoft_defender: unknown }],
      ),
    },
  },
};
