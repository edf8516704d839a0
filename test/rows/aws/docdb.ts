import { secretTable } from '../../support/secret-rows';
import { keptStoreTables, merged } from '../../support/store-rows';
import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { docdbUpkeep } from './docdb-upkeep';

const cluster = { cloudformation: 'AWS::DocDB::DBCluster', terraform: 'aws_docdb_cluster' };
const group = { cloudformation: 'AWS::DocDB::DBClusterParameterGroup', terraform: 'aws_docdb_cluster_parameter_group' };
const elastic = { cloudformation: 'AWS::DocDBElastic::Cluster', terraform: 'aws_docdbelastic_cluster' };

const settings = (tls: unknown) =>
  [
    { Family: 'docdb5.0', Parameters: { tls } },
    { family: 'docdb5.0', parameter: [{ name: 'tls', value: tls }] },
  ] as const;
const using = (tls: unknown) => {
  const [cloudformation, terraform] = settings(tls);
  return [
    system({ DBClusterParameterGroupName: refer('group') }, { group: { type: group.cloudformation, properties: cloudformation } }),
    system({ db_cluster_parameter_group_name: refer('group', 'name') }, { group: { type: group.terraform, properties: terraform } }),
  ] as const; // prettier-ignore
};
const encrypted = {
  cloudformation: { main: { type: cluster.cloudformation, properties: { StorageEncrypted: true } } },
  terraform: { main: { type: cluster.terraform, properties: { storage_encrypted: true } } },
};
const plain = {
  cloudformation: { main: { type: cluster.cloudformation, properties: {} } },
  terraform: { main: { type: cluster.terraform, properties: {} } },
};

export const docdbRows: ServiceRows = {
  service: 'docdb',
  controls: merged(
    docdbUpkeep,
    {
      'storage-encrypted': {
        'DocumentDB cluster': {
          ...cluster,
          // prettier-ignore
          rows: [
            ['fail',      'nothing is said', {}, {}],
            ['fail',      'it is switched off', { StorageEncrypted: false }, { storage_encrypted: false }],
            ['pass',      'it is switched on', { StorageEncrypted: true }, { storage_encrypted: true }],
            ['undecided', 'it is a parameter', { StorageEncrypted: unknown }, { storage_encrypted: unknown }],
            ['undecided', 'it is restored from a snapshot', { SnapshotIdentifier: 'nightly' }, { snapshot_identifier: 'nightly' }],
            ['pass',      'it is restored from a snapshot, and switched on', { SnapshotIdentifier: 'nightly', StorageEncrypted: true }, { snapshot_identifier: 'nightly', storage_encrypted: true }],
            ['pass',      'it is restored with a key', { SnapshotIdentifier: 'nightly', KmsKeyId: 'alias/ours' }, { snapshot_identifier: 'nightly', kms_key_id: 'alias/ours' }],
          ],
        },
        'DocumentDB instance': {
          cloudformation: 'AWS::DocDB::DBInstance',
          terraform: 'aws_docdb_cluster_instance',
          // prettier-ignore
          rows: [
            ['pass',      'its cluster is encrypted', system({ DBClusterIdentifier: refer('main') }, encrypted.cloudformation), system({ cluster_identifier: refer('main') }, encrypted.terraform)],
            ['fail',      'its cluster is not', system({ DBClusterIdentifier: refer('main') }, plain.cloudformation), system({ cluster_identifier: refer('main') }, plain.terraform)],
            ['undecided', 'its cluster is not here', { DBClusterIdentifier: 'main' }, { cluster_identifier: 'main' }],
          ],
        },
        'DocumentDB global cluster': {
          cloudformation: 'AWS::DocDB::GlobalCluster',
          terraform: 'aws_docdb_global_cluster',
          // prettier-ignore
          rows: [
            ['fail', 'nothing is said', {}, {}],
            ['pass', 'it is switched on', { StorageEncrypted: true }, { storage_encrypted: true }],
            ['fail', 'its source is not encrypted', system({ SourceDBClusterIdentifier: refer('main') }, plain.cloudformation), system({ source_db_cluster_identifier: refer('main', 'arn') }, plain.terraform)],
          ],
        },
        'DocumentDB snapshot': {
          cloudformation: null,
          terraform: 'aws_docdb_cluster_snapshot',
          rows: [
            ['fail', 'its cluster is not encrypted', null, system({ db_cluster_identifier: refer('main') }, plain.terraform)],
          ], // prettier-ignore
        },
      },
      'transit-encrypted': {
        'DocumentDB cluster': {
          ...cluster,
          // prettier-ignore
          rows: [
            ['pass',      'nothing is said', {}, {}],
            ['fail',      'its parameter group switches TLS off', ...using('disabled')],
            ['pass',      'its parameter group leaves TLS on', ...using('enabled')],
            ['undecided', 'the parameter is settled at deployment', ...using(unknown)],
            ['undecided', 'its parameter group is not here', { DBClusterParameterGroupName: 'ours' }, { db_cluster_parameter_group_name: 'ours' }],
            ['pass',      "its parameter group is the platform's own", { DBClusterParameterGroupName: 'default.docdb5.0' }, { db_cluster_parameter_group_name: 'default.docdb5.0' }],
          ],
        },
        'DocumentDB parameter group': {
          ...group,
          // prettier-ignore
          rows: [
            ['fail',   'nothing uses it, and it switches TLS off', ...settings('disabled')],
            ['pass',   'nothing uses it, and TLS stays on', ...settings('tls1.2+')],
            ['silent', 'a cluster uses it', system(settings('disabled')[0], { main: { type: cluster.cloudformation, properties: { DBClusterParameterGroupName: refer() } } }), system(settings('disabled')[1], { main: { type: cluster.terraform, properties: { db_cluster_parameter_group_name: refer('it', 'name') } } })],
          ],
        },
      },
      'tls-modern': {
        'DocumentDB cluster': {
          ...cluster,
          // prettier-ignore
          rows: [
            ['fail',      'nothing is said', {}, {}],
            ['pass',      'TLS 1.2 is the oldest', ...using('tls1.2+')],
            ['pass',      'only what FIPS allows', ...using('fips-140-3')],
            ['undecided', 'the parameter is settled at deployment', ...using(unknown)],
            ['silent',    'TLS is off', ...using('disabled')],
          ],
        },
      },
      'no-secret-in-clear': {
        'DocumentDB cluster': secretTable({
          ...cluster,
          inCloudformation: (secret) => ({ MasterUserPassword: secret }),
          inTerraform: (secret) => ({ master_password: secret }),
        }),
        'DocumentDB elastic cluster': {
          ...elastic,
          // prettier-ignore
          rows: [
            ['fail',      'it is a password', { AuthType: 'PLAIN_TEXT', AdminUserPassword: 'not-a-real-secret' }, { auth_type: 'PLAIN_TEXT', admin_user_password: 'not-a-real-secret' }],
            ['silent',    'it is the name of a secret', { AuthType: 'SECRET_ARN', AdminUserPassword: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db' }, { auth_type: 'SECRET_ARN', admin_user_password: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db' }],
            ['undecided', 'it may be either', { AuthType: unknown, AdminUserPassword: 'not-a-real-secret' }, { auth_type: unknown, admin_user_password: 'not-a-real-secret' }],
          ],
        },
      },
    },
    keptStoreTables({
      noun: 'DocumentDB elastic cluster',
      ...elastic,
      inCloudformation: (key) => ({ KmsKeyId: key }),
      inTerraform: (key) => ({ kms_key_id: key }),
    }),
  ),
};
