import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { secretRows, terraformSetting } from './kept-store';

const network = 'google_compute_network';
const subnetwork = 'google_compute_subnetwork';
const flowConfig = 'google_network_management_vpc_flow_logs_config';

export const computeNetworkRows: ServiceRows = {
  service: 'compute-network',
  controls: {
    'placed-in-network': { network: terraformSetting(network, 'auto_create_subnetworks', false, true, 'fail') },
    'default-network-unused': { network: terraformSetting(network, 'name', 'own', 'default', 'pass') },
    'egress-confined': { network: terraformSetting(network, 'delete_default_routes_on_create', true, false, 'fail') },
    'flow-logs-on': {
      subnetwork: {
        cloudformation: null,
        terraform: subnetwork,
        rows: [
          ['fail', 'nothing is said', null, {}],
          ['pass', 'records are asked for', null, { log_config: [{ aggregation_interval: 'INTERVAL_5_SEC' }] }],
          ['pass', 'the old switch is on', null, { enable_flow_logs: true }],
          [
            'pass',
            'a configuration beside it asks for them',
            null,
            system({ name: 's' }, { logs: { type: flowConfig, properties: { subnet: refer('it', 'id') } } }),
          ],
          [
            'fail',
            'that configuration is switched off',
            null,
            system(
              { name: 's' },
              { logs: { type: flowConfig, properties: { subnet: refer('it', 'id'), state: 'DISABLED' } } },
            ),
          ],
          [
            'pass',
            'one of its network does',
            null,
            system(
              { name: 's', network: refer('net', 'id') },
              {
                net: { type: 'google_compute_network', properties: { name: 'n' } },
                logs: { type: flowConfig, properties: { network: refer('net', 'id') } },
              },
            ),
          ],
          [
            'undecided',
            'which subnetwork it is for is settled at apply',
            null,
            system({ name: 's' }, { logs: { type: flowConfig, properties: { subnet: unknown } } }),
          ],
          ['silent', 'no machine stands in it', null, { purpose: 'REGIONAL_MANAGED_PROXY' }],
          ['undecided', 'it is settled at apply', null, { log_config: unknown }],
        ],
      },
    },
    'endpoint-names-private': {
      subnetwork: terraformSetting(subnetwork, 'private_ip_google_access', true, false, 'fail', [
        ['fail', 'IPv6 is left out', null, { private_ip_google_access: true, stack_type: 'IPV4_IPV6' }],
        [
          'pass',
          'IPv6 is not',
          null,
          {
            private_ip_google_access: true,
            stack_type: 'IPV4_IPV6',
            private_ipv6_google_access: 'ENABLE_OUTBOUND_VM_ACCESS_TO_GOOGLE',
          },
        ],
        ['pass', 'there is no IPv6', null, { private_ip_google_access: true, stack_type: 'IPV4_ONLY' }],
      ]),
    },
    'execution-logged': {
      'NAT gateway': terraformSetting('google_compute_router_nat', 'log_config.enable', true, false, 'fail'),
    },
    'algorithms-current': { 'VPN tunnel': terraformSetting('google_compute_vpn_tunnel', 'ike_version', 2, 1, 'pass') },
    'no-secret-in-clear': { 'VPN tunnel': secretRows('google_compute_vpn_tunnel', 'shared_secret') },
  },
};
