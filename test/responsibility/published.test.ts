import { ResourceGraph } from '../../src/model/graph';
import { matrix } from '../../src/matrix';
import { publishedOn } from '../../src/responsibility/published';
import { asTerraform } from '../support/dialects';
import { asSystem } from '../support/row';

const graphOf = (type: string): ResourceGraph => asTerraform(type, asSystem({}));

const rowsOf = (type: string) =>
  matrix([{ path: 'row', dialect: 'terraform-source', after: graphOf(type), notes: [], providerVersions: {} }], {
    today: '2026-11-24',
  }).rows;

test("Microsoft's baselines stand beside the cells of Azure", () => {
  const rows = rowsOf('azurerm_storage_account');
  const published = rows.find(({ area, type }) => area === 'data-at-rest' && type === 'azurerm_storage_account')?.published; // prettier-ignore
  expect(published).toContain('MCSB DP-4 Data at Rest Encryption Using Platform Keys: microsoft, on by default');
});

test("Google's and AWS's sentences stand beside those of theirs", () => {
  expect(publishedOn('google_sql_database_instance', 'gcp', 'data-at-rest').join()).toContain(
    'Google encrypts what Cloud SQL stores',
  );
  expect(publishedOn('google_storage_bucket', 'gcp', 'configuration').join()).toContain('in every model (customer)');
  expect(publishedOn(null, 'aws', 'host').join()).toContain('security of the cloud');
});

test('what is said of one type is not said of the provider, nor of another provider', () => {
  expect(publishedOn(null, 'azure', 'data-at-rest')).toEqual([]);
  expect(publishedOn('aws_sqs_queue', 'aws', 'data-at-rest')).toEqual([]);
  expect(publishedOn('google_storage_bucket', 'gcp', 'host')).toEqual([]);
});
