import { unknown, type ServiceRows } from '../../support/row';
import { secretTable } from '../../support/secret-rows';

const objects = {
  cloudformation: 'AWS::DataSync::LocationObjectStorage',
  terraform: 'aws_datasync_location_object_storage',
};
const files = { cloudformation: 'AWS::DataSync::LocationEFS', terraform: 'aws_datasync_location_efs' };

export const datasyncRows: ServiceRows = {
  service: 'datasync',
  controls: {
    'no-secret-in-clear': {
      'key of an object store': secretTable({
        ...objects,
        inCloudformation: (SecretKey) => ({ SecretKey }),
        inTerraform: (secret_key) => ({ secret_key }),
      }),
      'password of a file server': secretTable({
        cloudformation: 'AWS::DataSync::LocationSMB',
        terraform: 'aws_datasync_location_smb',
        inCloudformation: (Password) => ({ Password }),
        inTerraform: (password) => ({ password }),
      }),
      'token of a blob container': secretTable({
        cloudformation: 'AWS::DataSync::LocationAzureBlob',
        terraform: 'aws_datasync_location_azure_blob',
        inCloudformation: (AzureBlobSasToken) => ({ AzureBlobSasConfiguration: { AzureBlobSasToken } }),
        inTerraform: (token) => ({ sas_configuration: [{ token }] }),
      }),
    },
    'transit-encrypted': {
      'object store': {
        ...objects,
        rows: [
          ['pass', 'nothing is said', {}, {}],
          ['fail', 'it is reached by HTTP', { ServerProtocol: 'HTTP' }, { server_protocol: 'HTTP' }],
          ['pass', 'it is reached by HTTPS', { ServerProtocol: 'HTTPS' }, { server_protocol: 'HTTPS' }],
          ['undecided', 'it is a parameter', { ServerProtocol: unknown }, { server_protocol: unknown }],
        ],
      },
      'elastic file system': {
        ...files,
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['fail', 'it is mounted in plain text', { InTransitEncryption: 'NONE' }, { in_transit_encryption: 'NONE' }],
          ['pass', 'it is mounted by TLS', { InTransitEncryption: 'TLS1_2' }, { in_transit_encryption: 'TLS1_2' }],
          ['undecided', 'it is a parameter', { InTransitEncryption: unknown }, { in_transit_encryption: unknown }],
        ],
      },
    },
  },
};
