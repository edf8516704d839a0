import { unknown, type ServiceRows } from '../../support/row';
import { settingTable } from '../../support/setting-rows';

const card = { cloudformation: null, terraform: 'azurerm_network_interface' };
const forwarding = (path: string) =>
  settingTable({
    types: [null, card.terraform],
    path: [null, path],
    pass: false,
    fail: true,
    silence: ['silent', 'pass'],
  });

export const networkInterfaceRows: ServiceRows = {
  service: 'network-interface',
  controls: {
    'no-public-address': {
      'network interface': {
        ...card,
        // prettier-ignore
        rows: [
          ['pass',      'its address is private', null, { ip_configuration: [{ name: 'a', subnet_id: 's' }] }],
          ['fail',      'one of its addresses is public', null, { ip_configuration: [{ name: 'a', subnet_id: 's' }, { name: 'b', public_ip_address_id: 'p' }] }],
          ['undecided', 'whether it has a public address is settled at deployment', null, { ip_configuration: [{ name: 'a', public_ip_address_id: unknown }] }],
          ['undecided', 'its addresses are settled at deployment', null, { ip_configuration: unknown }],
        ],
      },
    },
    'route-not-through-machine': {
      'network interface': forwarding('ip_forwarding_enabled'),
      'network interface, by the older name': forwarding('enable_ip_forwarding'),
    },
  },
};
