import { unknown, type ServiceRows } from '../../support/row';

const cluster = { cloudformation: 'AWS::DAX::Cluster', terraform: 'aws_dax_cluster' };

export const daxRows: ServiceRows = {
  service: 'dax',
  controls: {
    'storage-encrypted': {
      'DAX cluster': {
        ...cluster,
        // prettier-ignore
        rows: [
          ['fail',      'nothing is said', {}, {}],
          ['fail',      'the block says nothing', { SSESpecification: {} }, { server_side_encryption: [{}] }],
          ['fail',      'it is switched off', { SSESpecification: { SSEEnabled: false } }, { server_side_encryption: [{ enabled: false }] }],
          ['pass',      'it is switched on', { SSESpecification: { SSEEnabled: true } }, { server_side_encryption: [{ enabled: true }] }],
          ['undecided', 'it is a parameter', { SSESpecification: { SSEEnabled: unknown } }, { server_side_encryption: [{ enabled: unknown }] }],
        ],
      },
    },
    'customer-managed-key': {
      'DAX cluster': {
        ...cluster,
        rows: [
          [
            'fail',
            'there is no other key',
            { SSESpecification: { SSEEnabled: true } },
            { server_side_encryption: [{ enabled: true }] },
          ],
        ],
      },
    },
    'transit-encrypted': {
      'DAX cluster': {
        ...cluster,
        // prettier-ignore
        rows: [
          ['fail',      'nothing is said', {}, {}],
          ['pass',      'the endpoint speaks TLS', { ClusterEndpointEncryptionType: 'TLS' }, { cluster_endpoint_encryption_type: 'TLS' }],
          ['fail',      'it does not', { ClusterEndpointEncryptionType: 'NONE' }, { cluster_endpoint_encryption_type: 'NONE' }],
          ['undecided', 'it is a parameter', { ClusterEndpointEncryptionType: unknown }, { cluster_endpoint_encryption_type: unknown }],
        ],
      },
    },
  },
};
