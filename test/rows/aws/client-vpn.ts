import { deciding } from '../../support/deciding-rows';
import type { ServiceRows } from '../../support/row';

const types = { cloudformation: 'AWS::EC2::ClientVpnEndpoint', terraform: 'aws_ec2_client_vpn_endpoint' };

export const clientVpnRows: ServiceRows = {
  service: 'client-vpn',
  controls: {
    'access-logged': {
      'client VPN endpoint': deciding(
        types,
        {
          cloudformation: (Enabled) => ({ ConnectionLogOptions: { Enabled } }),
          terraform: (enabled) => ({ connection_log_options: [{ enabled }] }),
        },
        'undecided',
        [
          ['pass', true],
          ['fail', false],
        ],
      ),
    },
    'local-auth-disabled': {
      'client VPN endpoint': deciding(
        types,
        {
          cloudformation: (Type) => ({ AuthenticationOptions: [{ Type }] }),
          terraform: (type) => ({ authentication_options: [{ type }] }),
        },
        'fail',
        [
          ['pass', 'federated-authentication'],
          ['pass', 'directory-service-authentication'],
          ['fail', 'certificate-authentication'],
        ],
      ),
    },
    'certificate-managed': {
      'client VPN endpoint': deciding(
        types,
        {
          cloudformation: (ServerCertificateArn) => ({ ServerCertificateArn }),
          terraform: (arn) => ({ server_certificate_arn: arn }),
        },
        'silent',
        [['pass', 'arn:aws:acm:eu-west-1:111122223333:certificate/1234']],
      ),
    },
  },
};
