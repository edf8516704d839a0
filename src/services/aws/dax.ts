import { property } from '../../model/resource';
import { map, otherwise } from '../../model/value';
import type { Service } from '../service';

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionAtRest.html */
export const dax: Service = {
  name: 'dax',
  types: {
    cloudformation: ['AWS::DAX::Cluster', 'AWS::DAX::ParameterGroup', 'AWS::DAX::SubnetGroup'],
    terraform: ['aws_dax_cluster', 'aws_dax_parameter_group', 'aws_dax_subnet_group'],
  },
  *facts(resource) {
    if (resource.type !== 'AWS::DAX::Cluster' && resource.type !== 'aws_dax_cluster') return;
    const about = { noun: 'DAX cluster', subject: resource };
    const on = otherwise(
      property(resource, 'SSESpecification.SSEEnabled', 'server_side_encryption.enabled').flag(),
      false,
      'DAX encrypts only when told to',
    );
    yield { kind: 'storage-at-rest', encryption: map(on, (enabled) => (enabled ? 'provider-kms' : 'none')), ...about };
    const endpoint = otherwise(
      property(resource, 'ClusterEndpointEncryptionType', 'cluster_endpoint_encryption_type').text(),
      'NONE',
      'the endpoint is not encrypted by default',
    );
    yield { kind: 'data-in-transit', plaintext: map(endpoint, (type) => type.toUpperCase() !== 'TLS'), ...about };
  },
};
