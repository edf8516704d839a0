import type { EncryptionState, Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { chain, known, otherwise, type Settled } from '../../model/value';
import type { Service } from '../service';
import { keyCustody } from './key-custody';

const workgroups = ['AWS::Athena::WorkGroup', 'aws_athena_workgroup'];

export const athena: Service = {
  name: 'athena',
  types: {
    cloudformation: [
      // Where data are looked up, and what is asked of them.
      'AWS::Athena::CapacityReservation',
      'AWS::Athena::DataCatalog',
      'AWS::Athena::NamedQuery',
      'AWS::Athena::PreparedStatement',
      'AWS::Athena::WorkGroup',
    ],
    terraform: [
      'aws_athena_capacity_reservation',
      'aws_athena_data_catalog',
      'aws_athena_database',
      'aws_athena_named_query',
      'aws_athena_prepared_statement',
      'aws_athena_workgroup',
    ],
  },
  *facts(resource, graph) {
    if (workgroups.includes(resource.type)) yield workgroupFact(resource, graph);
    if (resource.type === 'aws_athena_database')
      yield {
        kind: 'storage-at-rest',
        noun: 'Athena database',
        subject: resource,
        encryption: resultEncryption(
          resource.properties.get('encryption_configuration', 'encryption_option'),
          resource.properties.get('encryption_configuration', 'kms_key'),
          graph,
        ),
      };
  },
};

function workgroupFact(workgroup: Resource, graph: ResourceGraph): Fact {
  const read = (cloudformation: string, terraform: string): Property =>
    property(
      workgroup,
      `WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration.${cloudformation}`,
      `configuration.result_configuration.encryption_configuration.${terraform}`,
    );
  return {
    kind: 'storage-at-rest',
    noun: 'Athena workgroup',
    subject: workgroup,
    encryption: resultEncryption(read('EncryptionOption', 'encryption_option'), read('KmsKey', 'kms_key_arn'), graph),
  };
}

/**
 * Results lie in S3, which encrypts every object since 2023-01-05; a key of the customer's must be named.
 *
 * @see https://docs.aws.amazon.com/athena/latest/ug/encrypting-query-results-stored-in-s3.html
 */
function resultEncryption(option: Property, key: Property, graph: ResourceGraph): Settled<EncryptionState> {
  const name = otherwise(option.text(), 'SSE_S3', 'S3 encrypts the results since 2023-01-05');
  const because = name.state === 'known' ? name.because : undefined;
  const state = chain(name, (text): Settled<EncryptionState> =>
    text === 'SSE_S3'
      ? known('provider-key', option.at, because)
      : keyCustody(key, graph, known('provider-kms', option.at)),
  );
  return state.state === 'unknown' && !state.among ? { ...state, among: states } : state;
}

const states: readonly EncryptionState[] = ['provider-key', 'provider-kms', 'customer-key'];
