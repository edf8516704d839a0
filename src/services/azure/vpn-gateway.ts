import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { itemsOf } from '../aws/items';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { at } from './platform-service';

/** Blocks (those that stand several times), and the secrets in each. An empty block is the resource itself. */
const secrets: Readonly<Record<string, readonly (readonly [block: string, key: string, name: string])[]>> = {
  azurerm_virtual_network_gateway: [
    ['vpn_client_configuration', 'radius_server_secret', 'RADIUS secret'],
    ['vpn_client_configuration.radius_server', 'secret', 'RADIUS secret'],
  ],
  azurerm_virtual_network_gateway_connection: [
    ['', 'shared_key', 'shared key'],
    ['', 'authorization_key', 'authorization key'],
  ],
  azurerm_vpn_gateway_connection: [['vpn_link', 'shared_key', 'shared key']],
  azurerm_vpn_server_configuration: [['radius.server', 'secret', 'RADIUS secret']],
};

/**
 * Gateways to networks of one's own elsewhere, and the secrets that both sides know.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/virtual_network_gateway_connection
 */
export const vpnGateway: Service = {
  name: 'vpn-gateway',
  types: {
    terraform: [
      ...Object.keys(secrets),
      // Which people come in, the server's configuration says.
      'azurerm_point_to_site_vpn_gateway',
    ],
  },
  *facts(resource) {
    for (const [block, key, name] of secrets[resource.type] ?? [])
      yield* gatewaySecrets(resource, block === '' ? [resource.properties] : itemsOf(at(resource, block)), key, name);
  },
};

function* gatewaySecrets(gateway: Resource, blocks: readonly Property[], key: string, name: string): Iterable<Fact> {
  for (const block of blocks) yield* secretFacts(gateway, 'VPN gateway', [[name, block.get(key)]]);
}
