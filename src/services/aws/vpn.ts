import type { Property } from '../../model/property';
import type { Service } from '../service';
import { itemsOf } from './items';
import { secretFacts } from './secret-facts';

/** Where the keys of a connection's tunnels are written. Without one AWS makes it up. */
function sharedKeys(connection: Property, terraform: boolean): readonly Property[] {
  return terraform
    ? ['tunnel1_preshared_key', 'tunnel2_preshared_key'].map((name) => connection.get(name))
    : itemsOf(connection.get('VpnTunnelOptionsSpecifications')).map((tunnel) => tunnel.get('PreSharedKey'));
}

/** Tunnels to networks elsewhere: whoever has the key that both ends share may pose as the other end. */
export const vpn: Service = {
  name: 'vpn',
  types: { cloudformation: ['AWS::EC2::VPNConnection'], terraform: ['aws_vpn_connection'] },
  facts: (connection) =>
    secretFacts(
      connection,
      'VPN connection',
      sharedKeys(connection.properties, connection.vocabulary === 'terraform').map((key) => ['pre-shared key', key] as const),
    ),
}; // prettier-ignore
