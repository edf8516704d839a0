import type { Fact, RoleGrant } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { known, map, otherwise, unknown, type Settled } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { deletionRefused } from './deletion';
import { encryptionOf } from './encryption';
import { isEveryone } from './principal';

const datasets = ['google_bigquery_dataset'];

/**
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/bigquery_dataset (7.12, 2025-11)
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/bigquery_table
 */
export const bigquery: Service = {
  name: 'bigquery',
  types: {
    terraform: [
      // Room to compute in, and rules for what is in a table: who may read it is given on tables and datasets.
      'google_bigquery_bi_reservation',
      'google_bigquery_capacity_commitment',
      'google_bigquery_connection',
      'google_bigquery_data_transfer_config',
      'google_bigquery_datapolicy_data_policy',
      'google_bigquery_datapolicyv2_data_policy',
      'google_bigquery_dataset',
      'google_bigquery_dataset_access',
      'google_bigquery_job',
      'google_bigquery_reservation',
      'google_bigquery_reservation_assignment',
      'google_bigquery_routine',
      'google_bigquery_row_access_policy',
      'google_bigquery_table',
    ],
  },
  *facts(resource, graph): Iterable<Fact> {
    const { properties, type } = resource;
    if (type === 'google_bigquery_dataset') yield* datasetFacts(resource);
    if (type === 'google_bigquery_dataset_access') yield accessFact(resource, graph);
    if (type === 'google_bigquery_table') yield* tableFacts(resource);
    if (type === 'google_bigquery_connection')
      yield* secretFacts(resource, 'BigQuery connection', [
        ['password', properties.get('cloud_sql', 'credential', 'password')],
      ]);
    if (type === 'google_bigquery_data_transfer_config')
      yield* secretFacts(resource, 'BigQuery data transfer', [
        ['secret access key', properties.get('sensitive_params', 'secret_access_key')],
        ['secret access key', properties.get('sensitive_params', 'secret_access_key_wo')],
      ]);
  },
};

function* datasetFacts(dataset: Resource): Iterable<Fact> {
  const about = { subject: dataset, noun: 'BigQuery dataset' };
  const { properties } = dataset;
  const key = properties.get('default_encryption_configuration', 'kms_key_name');
  yield { kind: 'storage-at-rest', encryption: encryptionOf(key), requested: key.present(), ...about };
  yield {
    kind: 'versioning',
    on: map(
      otherwise(properties.get('max_time_travel_hours').number(), 168, 'a week of time travel by default'),
      (hours) => hours > 0,
    ),
    ...about,
  };
  const access = properties.get('access').list();
  if (access.state === 'unknown') yield grantOf(about, properties.get('access'), unknown(access.why, access.at));
  if (access.state === 'known') for (const entry of access.value) yield grantOf(about, entry, lettingEveryoneIn(entry));
}

/** An entry of a dataset's list, beside the dataset. */
function accessFact(access: Resource, graph: ResourceGraph): Fact {
  const link = graph.follow(access.properties.get('dataset_id'), datasets);
  const about =
    link.state === 'linked' && link.resource.mode === 'managed'
      ? { subject: link.resource, noun: 'BigQuery dataset', related: [access] }
      : { subject: access, noun: 'Access to a dataset' };
  return grantOf(about, access.properties, lettingEveryoneIn(access.properties));
}

/**
 * `allAuthenticatedUsers` is everybody with an account at Google.
 *
 * @see https://cloud.google.com/bigquery/docs/reference/rest/v2/datasets#resource:-dataset
 */
const lettingEveryoneIn = (entry: Property): Settled<boolean> =>
  settledTruth(
    any(
      ...['special_group', 'iam_member'].map((key) =>
        is(otherwise(entry.get(key).text(), '', 'nobody is named'), isEveryone, 'who is let in'),
      ),
    ),
    entry.at,
  );

/** What is given on a dataset reaches the dataset. Its owners give what is in it to others, and nothing else. */
function grantOf(
  about: Pick<RoleGrant, 'subject' | 'noun' | 'related'>,
  entry: Property,
  everyone: Settled<boolean>,
): RoleGrant {
  const within = known(false, entry.at, 'it reaches the dataset alone');
  return {
    kind: 'role-grant',
    role: otherwise(entry.get('role').text(), 'READER', 'a view, routine or dataset that is let in reads'),
    everyone,
    wide: within,
    unlimited: within,
    broad: within,
    escalating: within,
    ...about,
  };
}

function* tableFacts(table: Resource): Iterable<Fact> {
  const about = { subject: table, noun: 'BigQuery table' };
  const key = table.properties.get('encryption_configuration', 'kms_key_name');
  yield { kind: 'storage-at-rest', encryption: encryptionOf(key), requested: key.present(), ...about };
  yield {
    kind: 'deletion-protection',
    on: deletionRefused(table.properties.get('deletion_protection')),
    ...about,
  };
}
