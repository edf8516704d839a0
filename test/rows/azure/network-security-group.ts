import { refer, system, unknown, type Other, type Properties, type Row, type ServiceRows } from '../../support/row';

const group = { cloudformation: null, terraform: 'azurerm_network_security_group' };
const rule = { cloudformation: null, terraform: 'azurerm_network_security_rule' };

const allow = (more: Properties = {}): Properties => ({
  name: 'allow',
  priority: 200,
  direction: 'Inbound',
  access: 'Allow',
  protocol: 'Tcp',
  source_port_range: '*',
  destination_port_range: '22',
  source_address_prefix: '*',
  destination_address_prefix: '*',
  ...more,
});
const deny = (more: Properties = {}): Properties => allow({ name: 'deny', access: 'Deny', priority: 100, ...more });
const rules = (...security_rule: readonly Properties[]): Properties => ({ name: 'front', security_rule });
const apart = (more: Properties): Other => ({
  type: 'azurerm_network_security_rule',
  properties: { network_security_group_name: refer('it', 'name'), ...more },
});
const none = { destination_port_range: null };
const from = (...source_address_prefixes: readonly unknown[]) => ({
  source_address_prefix: null,
  source_address_prefixes,
});
const to = (...destination_address_prefixes: readonly unknown[]) => ({
  destination_address_prefix: null,
  destination_address_prefixes,
});
const ports = (...destination_port_ranges: readonly unknown[]) => ({ ...none, destination_port_ranges });

/** What decides between admin ports and all others, in a group and in a rule that stands alone. */
// prettier-ignore
const administration: readonly (readonly [Row[0], string, Properties])[] = [
  ['fail',      'SSH is open to every address', allow()],
  ['fail',      'RDP is open to the tag Internet, in lower case', allow({ source_address_prefix: 'internet', destination_port_range: '3389', access: 'allow', direction: 'inbound' })],
  ['fail',      'a range holds the port', allow({ destination_port_range: '20-25' })],
  ['fail',      'a list holds the port', allow({ ...none, destination_port_ranges: ['443', '3300-3400'] })],
  ['fail',      'all ports are open', allow({ destination_port_range: '*' })],
  ['fail',      'all protocols are let in', allow({ protocol: '*' })],
  ['fail',      'a list of sources holds every address', allow({ source_address_prefix: null, source_address_prefixes: ['10.0.0.0/8', '0.0.0.0/0'] })],
  ['fail',      'every IPv6 address is let in', allow({ source_address_prefix: '::/0' })],
  ['pass',      'one network is let in', allow({ source_address_prefix: '10.0.0.0/8' })],
  ['pass',      'the network itself is let in', allow({ source_address_prefix: 'VirtualNetwork' })],
  ['pass',      'the load balancer is let in', allow({ source_address_prefix: 'AzureLoadBalancer' })],
  ['pass',      'a service is let in', allow({ source_address_prefix: 'AzureFrontDoor.Backend' })],
  ['pass',      'an application security group is let in', allow({ source_address_prefix: null, source_application_security_group_ids: ['/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/applicationSecurityGroups/a'] })],
  ['pass',      'web ports are open', allow({ ...none, destination_port_ranges: ['80', '443'] })],
  ['pass',      'the rule denies', allow({ access: 'Deny' })],
  ['silent',    'the rule lets out', allow({ direction: 'Outbound' })],
  ['pass',      'messages alone are let in', allow({ protocol: 'Icmp', destination_port_range: '*' })],
  ['pass',      'tunnels alone are let in', allow({ protocol: 'Esp', destination_port_range: '*' })],
  ['undecided', 'the source is settled at deployment', allow({ source_address_prefix: unknown })],
  ['undecided', 'a list of sources is settled at deployment', allow({ source_address_prefix: null, source_address_prefixes: unknown })],
  ['undecided', 'the port is settled at deployment', allow({ destination_port_range: unknown })],
  ['undecided', 'the action is settled at deployment', allow({ access: unknown })],
  ['undecided', 'the direction is settled at deployment', allow({ direction: unknown })],
  ['undecided', 'the protocol is settled at deployment', allow({ protocol: unknown })],
  ['undecided', 'no source is written', allow({ source_address_prefix: null })],
  ['undecided', 'no port is written', allow(none)],
  ['undecided', 'the port is no port', allow({ destination_port_range: 'ssh' })],
  ['undecided', 'the source is nothing that is known', allow({ source_address_prefix: '1.2.3.4-1.2.3.9' })],
];

// prettier-ignore
const byPriority: readonly Row[] = [
  ['pass',      'a rule with a lower number denies the port', null, rules(allow(), deny())],
  ['pass',      'a rule with a lower number denies everything', null, rules(allow(), deny({ protocol: '*', destination_port_range: '*' }))],
  ['pass',      'the public addresses are denied before', null, rules(allow(), deny({ source_address_prefix: 'Internet' }))],
  ['pass',      'two rules before deny the two protocols', null, rules(allow({ protocol: '*' }), deny(), deny({ protocol: 'Udp', priority: 101 }))],
  ['pass',      'ranges before deny the ports together', null, rules(allow({ destination_port_range: '20-25' }), deny({ ...none, destination_port_ranges: ['10-22', '23-30'] }))],
  ['pass',      'everything in the network is guarded by the denial', null, rules(allow({ destination_address_prefix: '10.0.0.4' }), deny({ destination_address_prefix: 'VirtualNetwork' }))],
  ['pass',      'the denied block holds the destination', null, rules(allow({ destination_address_prefix: '10.0.0.4' }), deny({ destination_address_prefix: '10.0.0.0/24' }))],
  ['pass',      'a denial that stands apart comes first', null, system(rules(allow()), { other: apart(deny()) })],
  ['pass',      'every protocol is denied on another port, and both on this one', null, rules(allow({ protocol: '*' }), deny({ protocol: '*', destination_port_range: '3389' }), deny(), deny({ protocol: 'Udp', priority: 101 }))],
  ['pass',      'any destination is denied, by another word', null, rules(allow(), deny({ destination_address_prefix: 'Any' }))],
  ['pass',      'any destination is denied, and one is allowed', null, rules(allow({ destination_address_prefix: '10.0.0.4' }), deny())],
  ['pass',      'a list of denied destinations holds everything', null, rules(allow({ destination_address_prefix: '10.0.0.4' }), deny(to('10.0.0.9', 'VirtualNetwork')))],
  ['pass',      'a list of denied destinations holds the one', null, rules(allow({ destination_address_prefix: '10.0.0.4' }), deny(to('10.0.0.4', '10.0.0.9')))],
  ['pass',      'the destination is denied in other letters', null, rules(allow({ destination_address_prefix: 'SqlManagement' }), deny({ destination_address_prefix: 'sqlmanagement' }))],
  ['pass',      'ranges before deny the ports together, in any order', null, rules(allow({ destination_port_range: '20-45' }), deny(ports('41-45', '10-40', '12-22')))],
  ['pass',      'the one such port of a range is denied before', null, rules(allow({ destination_port_range: '3380-3400' }), deny({ destination_port_range: '3389' }))],
  ['pass',      'it is denied to IPv4 and IPv6, by rules that deny other ports too', null, rules(allow({ destination_port_range: '3380-3400' }), deny({ destination_port_range: '3389', source_address_prefix: '0.0.0.0/0' }), deny({ ...ports('443', '3389'), source_address_prefix: '::/0', priority: 101 }))],
  ['fail',      'it is denied to IPv4 alone', null, rules(allow({ destination_port_range: '3380-3400' }), deny({ destination_port_range: '3389', source_address_prefix: '0.0.0.0/0' }))],
  ['fail',      'to IPv6 a range is denied that ends before it', null, rules(allow({ destination_port_range: '3380-3400' }), deny({ destination_port_range: '3380-3395', source_address_prefix: '0.0.0.0/0' }), deny({ destination_port_range: '3380-3385', source_address_prefix: '::/0', priority: 101 }))],
  ['fail',      'to IPv6 a range is denied that begins behind it', null, rules(allow({ destination_port_range: '3380-3400' }), deny({ destination_port_range: '3385-3395', source_address_prefix: '0.0.0.0/0' }), deny({ destination_port_range: '3392-3395', source_address_prefix: '::/0', priority: 101 }))],
  ['fail',      'it is denied to two of three sources', null, rules(allow({ ...from('0.0.0.0/0', '::/0', '203.0.113.0/24'), destination_port_range: '3380-3400' }), deny({ destination_port_range: '3389', source_address_prefix: '0.0.0.0/0' }))],
  ['fail',      'TCP alone is denied before', null, rules(allow({ protocol: '*' }), deny())],
  ['fail',      'one source is settled at deployment, and another is everybody', null, rules(allow(from(unknown, '0.0.0.0/0')))],
  ['fail',      'one of its two destinations is denied before', null, rules(allow(to('10.0.0.4', '10.0.1.4')), deny(to('10.0.0.4')))],
  ['fail',      'every destination of IPv4 is denied before, and there is IPv6', null, rules(allow(), deny({ destination_address_prefix: '0.0.0.0/0' }))],
  ['fail',      'a rule before does nobody knows what to a lower port', null, rules(allow(), deny({ access: unknown, destination_port_range: '21' }))],
  ['undecided', 'one of those whom the rule before denies is settled at deployment', null, rules(allow(), deny(from('10.0.0.0/8', unknown)))],
  ['undecided', 'the rule before does not say what it guards', null, rules(allow(), deny({ destination_address_prefix: null }))],
  ['undecided', 'the rule does not say what it is about', null, rules(allow({ destination_address_prefix: null }), deny({ destination_address_prefix: '10.0.0.4' }))],
  ['fail',      'a rule with a higher number denies too late', null, rules(allow(), deny({ priority: 300 }))],
  ['fail',      'UDP alone is denied before', null, rules(allow({ protocol: '*' }), deny({ protocol: 'Udp' }))],
  ['fail',      'another port is denied before', null, rules(allow(), deny({ destination_port_range: '3389' }))],
  ['fail',      'another source is denied before', null, rules(allow(), deny({ source_address_prefix: '203.0.113.0/24' }))],
  ['fail',      'another destination is denied before', null, rules(allow(), deny({ destination_address_prefix: '10.0.0.4' }))],
  ['fail',      'one source port is denied before', null, rules(allow(), deny({ source_port_range: '1234' }))],
  ['fail',      'IPv4 alone is denied before', null, rules(allow(), deny({ source_address_prefix: '0.0.0.0/0' }))],
  ['fail',      'the rule before is about what goes out', null, rules(allow(), deny({ direction: 'Outbound' }))],
  ['undecided', 'the number of the denial is settled at deployment', null, rules(allow(), deny({ priority: unknown }))],
  ['undecided', 'what the rule before does is settled at deployment', null, rules(allow(), deny({ access: unknown }))],
  ['undecided', 'whom the rule before denies is settled at deployment', null, rules(allow(), deny({ source_address_prefix: unknown }))],
  ['undecided', 'which ports the rule before denies is settled at deployment', null, rules(allow(), deny({ destination_port_range: unknown }))],
  ['undecided', 'what the rule before guards is settled at deployment', null, rules(allow(), deny({ destination_address_prefix: unknown }))],
  ['undecided', 'a denial may belong to another group', null, system(rules(allow()), { other: { type: 'azurerm_network_security_rule', properties: { ...deny(), network_security_group_name: unknown } } })],
  ['fail',      'what may be a rule of the group denies another port', null, system(rules(allow()), { other: { type: 'azurerm_network_security_rule', properties: { ...deny({ destination_port_range: '443' }), network_security_group_name: unknown } } })],
];

/** Something in the subnet that the group guards. */
const inFront = (gateway: Other): Readonly<Record<string, Other>> => ({
  net: { type: 'azurerm_subnet', properties: { name: 'net' } },
  joined: {
    type: 'azurerm_subnet_network_security_group_association',
    properties: { network_security_group_id: refer(), subnet_id: refer('net') },
  },
  gateway,
});

const front = (address: Properties) =>
  inFront({
    type: 'azurerm_application_gateway',
    properties: {
      gateway_ip_configuration: [{ subnet_id: refer('net') }],
      frontend_ip_configuration: [{ name: 'front', ...address }],
    },
  });

/** A load balancer that sends to a scale set whose machines the group guards. */
const setBehind = (address: Properties): Readonly<Record<string, Other>> => ({
  machines: {
    type: 'azurerm_linux_virtual_machine_scale_set',
    properties: {
      network_interface: [
        {
          network_security_group_id: refer(),
          ip_configuration: [{ name: 'internal', load_balancer_backend_address_pool_ids: [refer('pool')] }],
        },
      ],
    },
  },
  pool: { type: 'azurerm_lb_backend_address_pool', properties: { loadbalancer_id: refer('balancer') } },
  balancer: { type: 'azurerm_lb', properties: { frontend_ip_configuration: [{ name: 'front', ...address }] } },
});

/** A load balancer that sends to a machine whose network interface the group guards. */
const balancer = (address: Properties): Readonly<Record<string, Other>> => ({
  card: { type: 'azurerm_network_interface', properties: { name: 'card' } },
  joined: {
    type: 'azurerm_network_interface_security_group_association',
    properties: { network_security_group_id: refer(), network_interface_id: refer('card') },
  },
  member: {
    type: 'azurerm_network_interface_backend_address_pool_association',
    properties: { network_interface_id: refer('card'), backend_address_pool_id: refer('pool') },
  },
  pool: { type: 'azurerm_lb_backend_address_pool', properties: { loadbalancer_id: refer('balancer') } },
  balancer: { type: 'azurerm_lb', properties: { frontend_ip_configuration: [{ name: 'front', ...address }] } },
});
const published = { public_ip_address_id: '/subscriptions/s/publicIPAddresses/a' };
const web = rules(allow({ destination_port_range: '443' }));

export const networkSecurityGroupRows: ServiceRows = {
  service: 'network-security-group',
  controls: {
    'ingress-admin-not-open': {
      'network security group': {
        ...group,
        rows: [
          ['silent', 'it has no rule of its own', null, { name: 'front' }],
          ...administration.map(([verdict, when, written]): Row => [verdict, when, null, rules(written)]),
          ['fail', 'a rule that stands apart opens it', null, system({ name: 'front' }, { other: apart(allow()) })],
          ['undecided', 'its rules are settled at deployment', null, { name: 'front', security_rule: unknown }],
          ...byPriority,
        ],
      },
      'rule of a group elsewhere': {
        ...rule,
        rows: [
          ...administration.map(([verdict, when, written]): Row => [
            verdict,
            when,
            null,
            { ...written, network_security_group_name: 'elsewhere' },
          ]),
          ['pass', 'another rule of the group denies it before', null, system({ ...allow(), network_security_group_name: 'elsewhere' }, { other: { type: 'azurerm_network_security_rule', properties: { ...deny(), network_security_group_name: 'elsewhere' } } })], // prettier-ignore
          ['fail', 'a rule of another group denies it before', null, system({ ...allow(), network_security_group_name: 'elsewhere' }, { other: { type: 'azurerm_network_security_rule', properties: { ...deny(), network_security_group_name: 'nowhere' } } })], // prettier-ignore
          ['fail', 'its group is settled at deployment', null, { ...allow(), network_security_group_name: unknown }],
          ['fail', 'its group is looked up', null, system({ ...allow(), network_security_group_name: refer('other', 'name') }, { other: { type: 'azurerm_network_security_group', properties: { name: 'front' }, data: true } })], // prettier-ignore
          ['silent', 'its group is managed here', null, system({ ...allow(), network_security_group_name: refer('other', 'name') }, { other: { type: 'azurerm_network_security_group', properties: { name: 'front' } } })], // prettier-ignore
        ],
      },
    },
    'ingress-not-open': {
      'network security group': {
        ...group,
        // prettier-ignore
        rows: [
          ['silent',    'it has no rule of its own', null, { name: 'front' }],
          ['fail',      'HTTPS is open to every address, and nothing public stands behind', null, web],
          ['pass',      'HTTPS is open for an application gateway', null, system(web, front(published))],
          ['pass',      'HTTPS is open for machines behind a public load balancer', null, system(web, balancer(published))],
          ['fail',      'the application gateway is internal', null, system(web, front({ subnet_id: 'net' }))],
          ['fail',      'the load balancer is internal', null, system(web, balancer({ subnet_id: 'net' }))],
          ['pass',      'HTTPS is open for a bastion', null, system(web, inFront({ type: 'azurerm_bastion_host', properties: { ip_configuration: [{ subnet_id: refer('net'), ...published }] } }))],
          ['fail',      'the bastion is private', null, system(web, inFront({ type: 'azurerm_bastion_host', properties: { ip_configuration: [{ subnet_id: refer('net') }] } }))],
          ['pass',      'HTTPS is open for API Management', null, system(web, inFront({ type: 'azurerm_api_management', properties: { virtual_network_type: 'External', virtual_network_configuration: [{ subnet_id: refer('net') }] } }))],
          ['fail',      'API Management is internal', null, system(web, inFront({ type: 'azurerm_api_management', properties: { virtual_network_type: 'Internal', virtual_network_configuration: [{ subnet_id: refer('net') }] } }))],
          ['pass',      'HTTPS is open for a scale set behind a public load balancer', null, system(web, setBehind(published))],
          ['fail',      'the load balancer of the scale set is internal', null, system(web, setBehind({ subnet_id: 'net' }))],
          ['fail',      'more than the web ports are open for an application gateway', null, system(rules(allow({ destination_port_range: '8080' })), front(published))],
          ['undecided', 'whether the balancer is public is settled at deployment', null, system(web, balancer({ public_ip_address_id: unknown }))],
          ['undecided', 'the source is settled at deployment', null, rules(allow({ source_address_prefix: unknown }))],
          ['pass',      'messages alone are let in', null, rules(allow({ protocol: 'Icmp', destination_port_range: '*' }))],
          ['pass',      'a rule with a lower number denies it', null, rules(allow({ destination_port_range: '443' }), deny({ destination_port_range: '*' }))],
        ],
      },
    },
    'egress-confined': {
      'network security group': {
        ...group,
        // prettier-ignore
        rows: [
          ['fail',      'it says nothing: Azure lets everything out', null, { name: 'front' }],
          ['pass',      'everything that goes out is denied', null, rules(deny({ direction: 'Outbound', protocol: '*', destination_port_range: '*' }))],
          ['pass',      'what goes to the internet is denied', null, rules(deny({ direction: 'Outbound', protocol: '*', destination_port_range: '*', destination_address_prefix: 'Internet' }))],
          ['fail',      'one port alone is denied', null, rules(deny({ direction: 'Outbound', protocol: '*' }))],
          ['undecided', 'a rule before the denial opens a port that nobody knows, and one is denied before it', null, rules(allow({ direction: 'Outbound', destination_port_range: unknown }), deny({ direction: 'Outbound' }), deny({ name: 'rest', priority: 4096, direction: 'Outbound', protocol: '*', destination_port_range: '*' }))],
          ['undecided', 'what is denied is settled at deployment', null, rules(deny({ direction: 'Outbound', protocol: '*', destination_port_range: '*', destination_address_prefix: unknown }))],
        ],
      },
      'rule of a group elsewhere': {
        ...rule,
        // prettier-ignore
        rows: [
          ['fail',      'it lets out to every address', null, { ...allow({ direction: 'Outbound' }), network_security_group_name: 'elsewhere' }],
          ['pass',      'it lets out to one network', null, { ...allow({ direction: 'Outbound', destination_address_prefix: '10.0.0.0/8' }), network_security_group_name: 'elsewhere' }],
          ['undecided', 'the destination is settled at deployment', null, { ...allow({ direction: 'Outbound', destination_address_prefix: unknown }), network_security_group_name: 'elsewhere' }],
        ],
      },
    },
    'egress-stated': {
      'network security group': {
        ...group,
        // prettier-ignore
        rows: [
          ['fail',      'it says nothing', null, { name: 'front' }],
          ['undecided', 'its rules are settled at deployment', null, { name: 'front', security_rule: unknown }],
          ['pass',      'everything that goes out is denied', null, rules(deny({ direction: 'Outbound', protocol: '*', destination_port_range: '*' }))],
        ],
      },
    },
    'purpose-described': {
      'network security group': {
        ...group,
        // prettier-ignore
        rows: [
          ['fail',      'a rule does not say what it is for', null, rules(allow())],
          ['pass',      'a rule says what it is for', null, rules(allow({ description: 'administration' }))],
          ['undecided', 'the description is settled at deployment', null, rules(allow({ description: unknown }))],
        ],
      },
      'rule of a group elsewhere': {
        ...rule,
        // prettier-ignore
        rows: [
          ['fail',      'it does not say what it is for', null, { ...allow(), network_security_group_name: 'elsewhere' }],
          ['pass',      'it says what it is for', null, { ...allow({ description: 'administration' }), network_security_group_name: 'elsewhere' }],
        ],
      },
    },
  },
};
