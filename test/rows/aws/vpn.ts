import type { ServiceRows } from '../../support/row';
import { secretTable } from '../../support/secret-rows';

export const vpnRows: ServiceRows = {
  service: 'vpn',
  controls: {
    'no-secret-in-clear': {
      'VPN connection': secretTable({
        cloudformation: 'AWS::EC2::VPNConnection',
        terraform: 'aws_vpn_connection',
        inCloudformation: (PreSharedKey) => ({ VpnTunnelOptionsSpecifications: [{ PreSharedKey }] }),
        inTerraform: (tunnel1_preshared_key) => ({ tunnel1_preshared_key }),
      }),
    },
  },
};
