import { deciding } from '../../support/deciding-rows';
import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { secretTable } from '../../support/secret-rows';

const server = { cloudformation: 'AWS::Transfer::Server', terraform: 'aws_transfer_server' };
const protocols = (...names: readonly unknown[]) => [{ Protocols: names }, { protocols: names }] as const;
const endpoint = (type: unknown, addresses?: unknown) =>
  [
    { EndpointType: type, EndpointDetails: { VpcId: 'vpc-1', AddressAllocationIds: addresses } },
    { endpoint_type: type, endpoint_details: [{ vpc_id: 'vpc-1', address_allocation_ids: addresses }] },
  ] as const;

export const transferRows: ServiceRows = {
  service: 'transfer',
  controls: {
    'algorithms-current': {
      'Transfer server': deciding(
        server,
        {
          cloudformation: (SecurityPolicyName) => ({ SecurityPolicyName }),
          terraform: (policy) => ({ security_policy_name: policy }),
        },
        'fail',
        [
          ['pass', 'TransferSecurityPolicy-2024-01'],
          ['pass', 'TransferSecurityPolicy-FIPS-2024-05'],
          ['fail', 'TransferSecurityPolicy-2020-06'],
        ],
      ),
    },
    'access-logged': {
      'Transfer server': deciding(
        server,
        {
          cloudformation: (groups) => ({ StructuredLogDestinations: groups }),
          terraform: (groups) => ({ structured_log_destinations: groups }),
        },
        'fail',
        [
          ['pass', ['arn:1']],
          ['fail', []],
        ],
      ),
      'Transfer server with a role': deciding(
        server,
        { cloudformation: (LoggingRole) => ({ LoggingRole }), terraform: (role) => ({ logging_role: role }) },
        undefined,
        [['pass', 'arn:1']],
      ),
    },
    'users-in-directory': {
      'Transfer server': deciding(
        server,
        {
          cloudformation: (IdentityProviderType) => ({ IdentityProviderType }),
          terraform: (type) => ({ identity_provider_type: type }),
        },
        'fail',
        [
          ['fail', 'SERVICE_MANAGED'],
          ['pass', 'AWS_LAMBDA'],
        ],
      ),
    },
    'transit-encrypted': {
      'Transfer server': {
        ...server,
        rows: [
          ['pass', 'nothing is said', {}, {}],
          ['fail', 'it speaks FTP', ...protocols('FTP')],
          ['fail', 'it speaks FTP beside SFTP', ...protocols('SFTP', 'FTP')],
          ['pass', 'it speaks SFTP and FTPS', ...protocols('SFTP', 'FTPS')],
          ['undecided', 'a protocol is a parameter', ...protocols('SFTP', unknown)],
          ['undecided', 'they are a parameter', { Protocols: unknown }, { protocols: unknown }],
        ],
      },
    },
    'endpoint-not-public': {
      'Transfer server': {
        ...server,
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['fail', 'it is public', { EndpointType: 'PUBLIC' }, { endpoint_type: 'PUBLIC' }],
          ['pass', 'it is in a network', ...endpoint('VPC')],
          ['fail', 'it is in a network, with an elastic address', ...endpoint('VPC', ['eipalloc-1'])],
          [
            'fail',
            'it is, with one that is created beside it',
            system(endpoint('VPC', [refer('address', 'id', 'AllocationId')])[0], { address: { type: 'AWS::EC2::EIP', properties: {} } }),
            system(endpoint('VPC', [refer('address')])[1], { address: { type: 'aws_eip', properties: {} } }),
          ],
          ['undecided', 'it is a parameter', { EndpointType: unknown }, { endpoint_type: unknown }],
          ['undecided', 'its addresses are', ...endpoint('VPC', unknown)],
        ],
      },
    }, // prettier-ignore
    'no-secret-in-clear': {
      'key of a Transfer certificate': secretTable({
        cloudformation: 'AWS::Transfer::Certificate',
        terraform: 'aws_transfer_certificate',
        inCloudformation: (PrivateKey) => ({ PrivateKey }),
        inTerraform: (private_key) => ({ private_key }),
      }),
      'host key of a Transfer server': secretTable({
        cloudformation: null,
        terraform: 'aws_transfer_server',
        inTerraform: (host_key) => ({ host_key }),
      }),
      'Transfer host key': secretTable({
        cloudformation: null,
        terraform: 'aws_transfer_host_key',
        inTerraform: (host_key_body) => ({ host_key_body }),
      }),
    },
  },
};
