import { secretTable } from '../../support/secret-rows';
import { keptStoreTables, merged } from '../../support/store-rows';
import { unknown, type ServiceRows } from '../../support/row';

const instance = { cloudformation: 'AWS::Timestream::InfluxDBInstance', terraform: 'aws_timestreaminfluxdb_db_instance' }; // prettier-ignore
const cluster = { cloudformation: 'AWS::Timestream::InfluxDBCluster', terraform: 'aws_timestreaminfluxdb_db_cluster' };

export const timestreamRows: ServiceRows = {
  service: 'timestream',
  controls: merged(
    keptStoreTables({
      noun: 'Timestream database',
      cloudformation: 'AWS::Timestream::Database',
      terraform: 'aws_timestreamwrite_database',
      inCloudformation: (key) => ({ KmsKeyId: key }),
      inTerraform: (key) => ({ kms_key_id: key }),
    }),
    {
      'storage-encrypted': {
        'Timestream for InfluxDB instance': { ...instance, rows: [['pass', 'nothing is said', {}, {}]] },
      },
      'endpoint-not-public': {
        'Timestream for InfluxDB instance': {
          ...instance,
          // prettier-ignore
          rows: [
            ['pass',      'nothing is said', {}, {}],
            ['fail',      'it is switched on', { PubliclyAccessible: true }, { publicly_accessible: true }],
            ['undecided', 'it is a parameter', { PubliclyAccessible: unknown }, { publicly_accessible: unknown }],
          ],
        },
        'Timestream for InfluxDB cluster': {
          ...cluster,
          rows: [['fail', 'it is switched on', { PubliclyAccessible: true }, { publicly_accessible: true }]],
        },
      },
      'no-secret-in-clear': {
        'Timestream for InfluxDB instance': secretTable({
          ...instance,
          inCloudformation: (secret) => ({ Password: secret }),
          inTerraform: (secret) => ({ password: secret }),
        }),
      },
    },
  ),
};
