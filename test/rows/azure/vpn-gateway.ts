import { refer, system, unknown, type ServiceRows } from '../../support/row';

export const vpnGatewayRows: ServiceRows = {
  service: 'vpn-gateway',
  controls: {
    'no-secret-in-clear': {
      connection: {
        cloudformation: null,
        terraform: 'azurerm_virtual_network_gateway_connection',
        // prettier-ignore
        rows: [
          ['silent',    'no key is written', null, { type: 'Vnet2Vnet' }],
          ['fail',      'the key that both sides know is written', null, { type: 'IPsec', shared_key: 'correct horse' }],
          ['pass',      'the key is made beside it', null, system({ type: 'IPsec', shared_key: refer('made', 'result') }, { made: { type: 'random_password', properties: {} } })],
          ['undecided', 'the key is settled at deployment', null, { type: 'IPsec', shared_key: unknown }],
        ],
      },
      gateway: {
        cloudformation: null,
        terraform: 'azurerm_virtual_network_gateway',
        // prettier-ignore
        rows: [
          ['silent', 'people sign in with the directory', null, { vpn_client_configuration: [{ aad_tenant: 't' }] }],
          ['fail',   'a secret is written', null, { vpn_client_configuration: [{ radius_server_secret: 'correct horse' }] }],
          ['fail',   'one of several servers has one', null, { vpn_client_configuration: [{ radius_server: [{ secret: 'correct horse' }] }] }],
        ],
      },
      'connection of a hub': {
        cloudformation: null,
        terraform: 'azurerm_vpn_gateway_connection',
        rows: [['fail', 'the key is written', null, { vpn_link: [{ name: 'a', shared_key: 'correct horse' }] }]],
      },
      'configuration of a server': {
        cloudformation: null,
        terraform: 'azurerm_vpn_server_configuration',
        rows: [['fail', 'a secret is written', null, { radius: [{ server: [{ secret: 'correct horse' }] }] }]],
      },
    },
  },
};
