import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { terraformTable as table } from '../../support/terraform-rows';

const balancer = 'azurerm_lb';
const front = (written: object) => ({ frontend_ip_configuration: [{ name: 'a', ...written }] });

export const loadBalancerRows: ServiceRows = {
  service: 'azure-load-balancer',
  controls: {
    'front-private': {
      balancer: table(
        balancer,
        ['pass', 'nothing is said', {}],
        ['pass', 'it stands in a subnet', front({ subnet_id: '/subnet' })],
        [
          'fail',
          'it has a public address',
          system(front({ public_ip_address_id: refer('address') }), {
            address: { type: 'azurerm_public_ip', properties: {} },
          }),
        ],
        ['fail', 'it takes one of a range', front({ public_ip_prefix_id: '/range' })],
        ['undecided', 'that is settled at deployment', front({ public_ip_address_id: unknown })],
      ),
    },
  },
};
