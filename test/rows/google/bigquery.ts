import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { keptStore, secretRows, terraformSetting } from './kept-store';

const dataset = 'google_bigquery_dataset';
const table = 'google_bigquery_table';
const access = (...entries: readonly object[]) => ({ dataset_id: 'd', access: entries });

export const bigqueryRows: ServiceRows = {
  service: 'bigquery',
  controls: merged(
    keptStore('BigQuery dataset', dataset, 'default_encryption_configuration.kms_key_name'),
    keptStore('BigQuery table', table, 'encryption_configuration.kms_key_name'),
    {
      'resource-policy-not-public': {
        'BigQuery dataset': {
          cloudformation: null,
          terraform: dataset,
          rows: [
            ['fail', 'whoever has an account reads', null, access({ role: 'READER', special_group: 'allAuthenticatedUsers' })],
            ['fail', 'everyone reads', null, access({ role: 'READER', iam_member: 'allUsers' })],
            ['pass', 'the owners of the project', null, access({ role: 'OWNER', special_group: 'projectOwners' })],
            ['undecided', 'the group is a variable', null, access({ role: 'READER', special_group: unknown })],
            ['undecided', 'the list is a variable', null, { dataset_id: 'd', access: unknown }],
            ['silent', 'nothing is said', null, { dataset_id: 'd' }],
            ['fail', 'an entry beside it lets everyone in', null, system({ dataset_id: 'd' }, { more: { type: 'google_bigquery_dataset_access', properties: { dataset_id: refer('it', 'dataset_id'), role: 'READER', special_group: 'allAuthenticatedUsers' } } })],
          ],
        }, // prettier-ignore
        'access to a dataset elsewhere': {
          cloudformation: null,
          terraform: 'google_bigquery_dataset_access',
          rows: [
            ['fail', 'whoever has an account reads', null, { dataset_id: 'd', role: 'READER', special_group: 'allAuthenticatedUsers' }],
            ['pass', 'somebody reads', null, { dataset_id: 'd', role: 'READER', user_by_email: 'j@example.com' }],
          ],
        }, // prettier-ignore
      },
      versioned: { 'BigQuery dataset': terraformSetting(dataset, 'max_time_travel_hours', '168', '0', 'pass') },
      'deletion-protected': { 'BigQuery table': terraformSetting(table, 'deletion_protection', true, false, 'pass') },
      'no-secret-in-clear': {
        'password of a connection': secretRows('google_bigquery_connection', 'cloud_sql.credential.password'),
        'key of a transfer': secretRows('google_bigquery_data_transfer_config', 'sensitive_params.secret_access_key'),
      },
    },
  ),
};
