import { refer, system, unknown, type Other, type Properties, type ServiceRows } from '../../support/row';
import { settingTable } from '../../support/setting-rows';

const network = { cloudformation: null, terraform: 'azurerm_virtual_network' };
const subnet = { cloudformation: null, terraform: 'azurerm_subnet' };
const log = { cloudformation: null, terraform: 'azurerm_network_watcher_flow_log' };
const route = { cloudformation: null, terraform: 'azurerm_route' };
const service = { cloudformation: null, terraform: 'azurerm_private_link_service' };

const logOf = (properties: Properties, enabled: unknown = true): Other => ({
  type: log.terraform,
  properties: { enabled, ...properties },
});
const inside: Other = {
  type: 'azurerm_subnet',
  properties: { name: 'front', virtual_network_name: refer('it', 'name') },
};
const guard: Other = { type: 'azurerm_network_security_group', properties: { name: 'front' } };
const joined = (subnet_id: unknown): Other => ({
  type: 'azurerm_subnet_network_security_group_association',
  properties: { subnet_id, network_security_group_id: refer('guard') },
});
const kept = (enabled: unknown, days: unknown): Properties => ({
  enabled: true,
  target_resource_id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/elsewhere',
  retention_policy: [{ enabled, days }],
});
const delegated = (name: unknown): Properties => ({ delegation: [{ name: 'd', service_delegation: [{ name }] }] });

export const virtualNetworkRows: ServiceRows = {
  service: 'virtual-network',
  controls: {
    'flow-logs-on': {
      'virtual network': {
        ...network,
        // prettier-ignore
        rows: [
          ['fail',      'nothing is recorded', null, {}],
          ['pass',      'it has a flow log', null, system({}, { log: logOf({ target_resource_id: refer() }) })],
          ['fail',      'its flow log is off', null, system({}, { log: logOf({ target_resource_id: refer() }, false) })],
          ['undecided', 'whether its flow log is on is settled at deployment', null, system({}, { log: logOf({ target_resource_id: refer() }, unknown) })],
          ['undecided', 'a flow log may be its own', null, system({}, { log: logOf({ target_resource_id: unknown }) })],
          ['pass',      'its subnet has a flow log', null, system({ name: 'net' }, { inside, log: logOf({ target_resource_id: refer('inside') }) })],
          ['pass',      'the security group of its subnet has one', null, system({ name: 'net' }, { inside, guard, joined: joined(refer('inside')), log: logOf({ network_security_group_id: refer('guard') }) })],
          ['fail',      'another of its subnets has none', null, system({ name: 'net' }, { inside, other: inside, log: logOf({ target_resource_id: refer('inside') }) })],
          ['fail',      'the flow log is of something else', null, system({}, { guard, log: logOf({ target_resource_id: refer('guard') }) })],
        ],
      },
      'flow log': {
        ...log,
        // prettier-ignore
        rows: [
          ['pass',      'it is on', null, { enabled: true, target_resource_id: 'elsewhere' }],
          ['fail',      'it is off', null, { enabled: false, target_resource_id: 'elsewhere' }],
          ['fail',      'it is not said to be on', null, { target_resource_id: 'elsewhere' }],
          ['undecided', 'it is settled at deployment', null, { enabled: unknown, target_resource_id: 'elsewhere' }],
          ['silent',    'its network is managed here', null, system({ enabled: true, target_resource_id: refer('net') }, { net: { type: 'azurerm_virtual_network', properties: {} } })],
        ],
      },
    },
    'logs-kept': {
      'flow log': {
        ...log,
        // prettier-ignore
        rows: [
          ['pass',      'for a year', null, kept(true, 365)],
          ['fail',      'for 90 days', null, kept(true, 90)],
          ['pass',      '0 days are for ever', null, kept(true, 0)],
          ['pass',      'no policy takes them away', null, kept(false, 7)],
          ['undecided', 'no policy is written', null, { enabled: true, target_resource_id: 'elsewhere' }],
          ['undecided', 'the days are settled at deployment', null, kept(true, unknown)],
          ['undecided', 'whether the policy is on is settled at deployment', null, kept(unknown, 7)],
        ],
      },
    },
    'logs-kept-a-quarter': {
      'flow log': {
        ...log,
        // prettier-ignore
        rows: [
          ['pass',      'for 90 days', null, kept(true, '90')],
          ['fail',      'for a week', null, kept(true, 7)],
          ['undecided', 'the days are settled at deployment', null, kept(true, unknown)],
        ],
      },
    },
    'security-groups-named': {
      subnet: {
        ...subnet,
        // prettier-ignore
        rows: [
          ['fail',      'no security group stands before it', null, { name: 'front' }],
          ['pass',      'a security group does', null, system({ name: 'front' }, { guard, joined: joined(refer()) })],
          ['undecided', 'a security group may', null, system({ name: 'front' }, { guard, joined: joined(unknown) })],
          ['pass',      'it is for a gateway', null, { name: 'GatewaySubnet' }],
          ['pass',      'it is for a firewall', null, { name: 'AzureFirewallSubnet' }],
          ['pass',      'it is for NetApp volumes', null, { name: 'front', ...delegated('Microsoft.Netapp/volumes') }],
          ['fail',      'it is for web applications', null, { name: 'front', ...delegated('Microsoft.Web/serverFarms') }],
          ['undecided', 'its name is settled at deployment', null, { name: unknown }],
        ],
      },
      'virtual network with subnets': {
        ...network,
        // prettier-ignore
        rows: [
          ['silent',    'it writes none', null, {}],
          ['fail',      'one has no security group', null, { subnet: [{ name: 'front', security_group: 'g' }, { name: 'back' }] }],
          ['pass',      'each has a security group', null, { subnet: [{ name: 'front', security_group: 'g' }] }],
          ['undecided', 'they are settled at deployment', null, { subnet: unknown }],
        ],
      },
    },
    'placed-in-network': {
      subnet: { ...subnet, rows: [['pass', 'it is part of a network', null, { name: 'front' }]] },
    },
    'egress-confined': {
      subnet: settingTable({
        types: [null, subnet.terraform],
        path: [null, 'default_outbound_access_enabled'],
        pass: false,
        fail: true,
        silence: ['silent', 'fail'],
      }),
    },
    'route-not-to-internet': {
      route: {
        ...route,
        // prettier-ignore
        rows: [
          ['fail',      'everything goes to the internet', null, { address_prefix: '0.0.0.0/0', next_hop_type: 'Internet' }],
          ['pass',      'everything goes through a firewall', null, { address_prefix: '0.0.0.0/0', next_hop_type: 'VirtualAppliance' }],
          ['pass',      'one network is reached by it', null, { address_prefix: '203.0.113.0/24', next_hop_type: 'Internet' }],
          ['undecided', 'the next hop is settled at deployment', null, { address_prefix: '0.0.0.0/0', next_hop_type: unknown }],
        ],
      },
    },
    'connection-accepted': {
      'private link service': {
        ...service,
        // prettier-ignore
        rows: [
          ['pass',      'nobody is approved automatically', null, {}],
          ['pass',      'one subscription is', null, { auto_approval_subscription_ids: ['11111111-2222-3333-4444-555555555555'] }],
          ['fail',      'every subscription is', null, { auto_approval_subscription_ids: ['*'] }],
          ['undecided', 'who is is settled at deployment', null, { auto_approval_subscription_ids: unknown }],
        ],
      },
    },
  },
};
