import type { EncryptionState, Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { all, is, settledTruth } from '../../model/truth';
import { chain, known, orElse, otherwise, unknown, type Settled } from '../../model/value';
import type { Service } from '../service';
import { requestedBy } from './encryption-request';
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
    if (workgroups.includes(resource.type)) yield* workgroupFacts(resource, graph);
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
        requested: requestedBy(resource.properties.get('encryption_configuration', 'encryption_option')),
      };
  },
};

function* workgroupFacts(workgroup: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'Athena workgroup', subject: workgroup };
  const read = (cloudformation: string, terraform: string): Property =>
    property(
      workgroup,
      `WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration.${cloudformation}`,
      `configuration.result_configuration.encryption_configuration.${terraform}`,
    );
  const option = read('EncryptionOption', 'encryption_option');
  const enforced = settingsEnforced(workgroup);
  yield {
    kind: 'storage-at-rest',
    encryption: resultEncryption(option, read('KmsKey', 'kms_key_arn'), graph),
    requested: settledTruth(
      all(
        is(requestedBy(option), (asked) => asked, 'encryption of the results'),
        is(enforced, (on) => on, 'settings of the workgroup enforced'),
      ),
      option.at,
    ),
    ...about,
  };
  yield { kind: 'client-settings', enforced, ...about };
}

/**
 * Whether the settings of a workgroup hold for all of its clients. Terraform enforces them unless told otherwise; AWS
 * documents no default for the rest.
 *
 * @see https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/athena_workgroup
 */
function settingsEnforced(workgroup: Resource): Settled<boolean> {
  const written = property(
    workgroup,
    'WorkGroupConfiguration.EnforceWorkGroupConfiguration',
    'configuration.enforce_workgroup_configuration',
  ).flag();
  return orElse(written, () =>
    workgroup.vocabulary === 'terraform'
      ? known(true, written.at, 'Terraform enforces the settings unless told otherwise')
      : unknown('no default is documented', written.at),
  );
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
