import { unknown, type ServiceRows } from '../../support/row';
import { secretTable } from '../../support/secret-rows';

const share = { cloudformation: null, terraform: 'aws_storagegateway_nfs_file_share' };

export const storageGatewayRows: ServiceRows = {
  service: 'storage-gateway',
  controls: {
    'storage-encrypted': {
      'Storage Gateway file share': {
        ...share,
        rows: [
          ['pass', 'nothing is said: S3 encrypts', null, {}],
          ['pass', 'it is a parameter', null, { kms_encrypted: unknown, kms_key_arn: 'alias/ours' }],
        ],
      },
    },
    'customer-managed-key': {
      'Storage Gateway file share': {
        ...share,
        rows: [
          ['fail', 'nothing is said', null, {}],
          ['pass', 'a key is named', null, { kms_encrypted: true, kms_key_arn: 'alias/ours' }],
          ['fail', 'a key is named and not used', null, { kms_encrypted: false, kms_key_arn: 'alias/ours' }],
        ],
      },
    },
    'no-secret-in-clear': {
      'password of guests': secretTable({
        cloudformation: null,
        terraform: 'aws_storagegateway_gateway',
        inTerraform: (smb_guest_password) => ({ smb_guest_password }),
      }),
      'password of the directory': secretTable({
        cloudformation: null,
        terraform: 'aws_storagegateway_gateway',
        inTerraform: (password) => ({ smb_active_directory_settings: [{ password }] }),
      }),
    },
  },
};
