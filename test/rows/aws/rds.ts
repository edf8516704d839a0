import { merged } from '../../support/store-rows';
import { secretTable } from '../../support/secret-rows';
import { refer, system, unknown, type Other, type ServiceRows } from '../../support/row';
import { rdsUpkeep } from './rds-upkeep';

const instance = { cloudformation: 'AWS::RDS::DBInstance', terraform: 'aws_db_instance' };
const member = { cloudformation: 'AWS::RDS::DBInstance', terraform: 'aws_rds_cluster_instance' };
const cluster = { cloudformation: 'AWS::RDS::DBCluster', terraform: 'aws_rds_cluster' };

const key = { cloudformation: { key: { type: 'AWS::KMS::Key', properties: {} } }, terraform: { key: { type: 'aws_kms_key', properties: {} } } }; // prettier-ignore

/** A database beside the judged resource, in both vocabularies. */
const beside = (kind: 'cluster' | 'instance', properties: Other['properties'], terraform: Other['properties']) => {
  const types = kind === 'cluster' ? cluster : instance;
  return {
    cloudformation: { source: { type: types.cloudformation, properties } },
    terraform: { source: { type: types.terraform, properties: terraform } },
  };
};
const encrypted = beside('instance', { StorageEncrypted: true }, { storage_encrypted: true });
const plain = beside('instance', {}, {});
const multiAz = beside('cluster', { Engine: 'mysql' }, { engine: 'mysql' });
const aurora = beside('cluster', { Engine: 'aurora-mysql' }, { engine: 'aurora-mysql' });

/** A parameter group beside the judged resource. */
const group = (kind: '' | 'Cluster', family: string, parameters: Readonly<Record<string, string>>) => ({
  cloudformation: {
    group: { type: `AWS::RDS::DB${kind}ParameterGroup`, properties: { Description: 'ours', Family: family, Parameters: parameters } },
  },
  terraform: {
    group: {
      type: kind === '' ? 'aws_db_parameter_group' : 'aws_rds_cluster_parameter_group',
      properties: { family, parameter: Object.entries(parameters).map(([name, value]) => ({ name, value })) },
    },
  },
}); // prettier-ignore
const forced = group('', 'postgres14', { 'rds.force_ssl': '1' });
const unforced = group('', 'postgres16', { 'rds.force_ssl': '0' });
const silentGroup = group('', 'postgres14', { log_connections: '1' });
const secure = group('', 'mysql8.0', { require_secure_transport: 'ON' });
const secureCluster = group('Cluster', 'aurora-mysql8.0', { require_secure_transport: '1' });

export const rdsRows: ServiceRows = {
  service: 'rds',
  controls: merged(
    rdsUpkeep,
    {
      'storage-encrypted': {
        'RDS instance': {
          ...instance,
          // prettier-ignore
          rows: [
            ['fail',      'nothing is said',        { Engine: 'mysql' }, { engine: 'mysql' }],
            ['fail',      'it is switched off',     { StorageEncrypted: false }, { storage_encrypted: false }],
            ['fail',      'it is switched off as text', { StorageEncrypted: 'false' }, { storage_encrypted: 'false' }],
            ['pass',      'it is switched on',      { StorageEncrypted: true }, { storage_encrypted: true }],
            ['pass',      'it is switched on as text', { StorageEncrypted: 'true' }, { storage_encrypted: 'true' }],
            ['fail',      'a key is named, and the switch is not', { KmsKeyId: 'alias/ours' }, { kms_key_id: 'alias/ours' }],
            ['undecided', 'the switch is a parameter', { StorageEncrypted: unknown }, { storage_encrypted: unknown }],
            ['undecided', 'it is restored from a snapshot that is not here', { DBSnapshotIdentifier: 'nightly', StorageEncrypted: true }, { snapshot_identifier: 'nightly', storage_encrypted: true }],
            ['fail',      'the name of the snapshot is the empty text', { DBSnapshotIdentifier: '' }, { snapshot_identifier: '' }],
            ['undecided', 'whether it is restored is a parameter', { DBSnapshotIdentifier: unknown }, { snapshot_identifier: unknown }],
            ['undecided', 'it is a replica of an instance that is not here', { SourceDBInstanceIdentifier: 'main' }, { replicate_source_db: 'main' }],
            ['pass',      'it is a replica of an encrypted instance', system({ SourceDBInstanceIdentifier: refer('source') }, encrypted.cloudformation), system({ replicate_source_db: refer('source', 'identifier') }, encrypted.terraform)],
            ['fail',      'it is a replica of an unencrypted instance', system({ SourceDBInstanceIdentifier: refer('source') }, plain.cloudformation), system({ replicate_source_db: refer('source', 'identifier') }, plain.terraform)],
            ['fail',      'it is a replica, by name, of an unencrypted instance', system({ SourceDBInstanceIdentifier: 'main' }, { source: { type: instance.cloudformation, properties: { DBInstanceIdentifier: 'main' } } }), system({ replicate_source_db: 'main' }, { source: { type: instance.terraform, properties: { identifier: 'main' } } })],
            ['undecided', 'it is restored to a point in time', null, { restore_to_point_in_time: [{ source_db_instance_identifier: 'main', use_latest_restorable_time: true }] }],
            ['undecided', 'it is made from itself', { DBInstanceIdentifier: 'it', SourceDBInstanceIdentifier: 'it' }, { identifier: 'it', replicate_source_db: 'it' }],
            ['undecided', 'its Aurora cluster is not named', { Engine: 'aurora-mysql' }, { engine: 'aurora-mysql' }],
          ],
        },
        'instance of an RDS cluster': {
          ...member,
          // prettier-ignore
          rows: [
            ['pass',      'the cluster is Aurora, and says nothing', system({ Engine: 'aurora-mysql', DBClusterIdentifier: refer('source') }, aurora.cloudformation), system({ engine: 'aurora-mysql', cluster_identifier: refer('source') }, aurora.terraform)],
            ['fail',      'the cluster is Multi-AZ, and says nothing', system({ DBClusterIdentifier: refer('source') }, multiAz.cloudformation), system({ cluster_identifier: refer('source') }, multiAz.terraform)],
            ['undecided', 'the cluster is not here', { Engine: 'aurora-mysql', DBClusterIdentifier: 'main', StorageEncrypted: true }, { engine: 'aurora-mysql', cluster_identifier: 'main' }],
          ],
        },
        'RDS cluster': {
          ...cluster,
          // prettier-ignore
          rows: [
            ['pass',      'it is Aurora and new, and nothing is said', { Engine: 'aurora-postgresql' }, { engine: 'aurora-postgresql' }],
            ['pass',      'it is Aurora, new, and switched off: it is encrypted all the same', null, { engine: 'aurora-postgresql', storage_encrypted: false }],
            ['undecided', 'it is Aurora and switched off, and may be older', { Engine: 'aurora-postgresql', StorageEncrypted: false }, null],
            ['undecided', 'it is Aurora, and was there before', null, system({ engine: 'aurora-postgresql' }, {}, 'no-op')],
            ['undecided', 'it is Aurora, was there before, and is switched off', null, system({ engine: 'aurora-postgresql', storage_encrypted: false }, {}, 'update')],
            ['pass',      'it is Aurora, was there before, and is switched on', null, system({ engine: 'aurora-postgresql', storage_encrypted: true }, {}, 'update')],
            ['fail',      'it is Multi-AZ, and nothing is said', { Engine: 'postgres' }, { engine: 'postgres' }],
            ['fail',      'it is Multi-AZ and switched off', { Engine: 'mysql', StorageEncrypted: false }, { engine: 'mysql', storage_encrypted: false }],
            ['pass',      'it is Multi-AZ and switched on', { Engine: 'mysql', StorageEncrypted: true }, { engine: 'mysql', storage_encrypted: true }],
            ['undecided', 'the engine is a parameter', { Engine: unknown }, { engine: unknown }],
            ['pass',      'the engine is a parameter, and it is switched on', { Engine: unknown, StorageEncrypted: true }, { engine: unknown, storage_encrypted: true }],
            ['pass',      'it joins a global database, which is Aurora', { GlobalClusterIdentifier: 'world' }, { global_cluster_identifier: 'world' }],
            ['undecided', 'it may join a global database, which is Aurora', { GlobalClusterIdentifier: unknown }, { global_cluster_identifier: unknown }],
            ['undecided', 'it is Multi-AZ, and the switch is a parameter', { Engine: 'mysql', StorageEncrypted: unknown }, { engine: 'mysql', storage_encrypted: unknown }],
            ['undecided', 'it is restored from a snapshot, whose word the switch does not overrule', { Engine: 'aurora-mysql', SnapshotIdentifier: 'nightly', StorageEncrypted: true }, { engine: 'aurora-mysql', snapshot_identifier: 'nightly', storage_encrypted: true }],
            ['pass',      'it is restored from a snapshot with a key', { Engine: 'aurora-mysql', SnapshotIdentifier: 'nightly', StorageEncrypted: true, KmsKeyId: 'alias/ours' }, { engine: 'aurora-mysql', snapshot_identifier: 'nightly', storage_encrypted: true, kms_key_id: 'alias/ours' }],
          ],
        },
        'RDS global cluster': {
          cloudformation: 'AWS::RDS::GlobalCluster',
          terraform: 'aws_rds_global_cluster',
          // prettier-ignore
          rows: [
            ['pass',      'nothing is said', {}, {}],
            ['pass',      'its source is a new Aurora cluster', system({ SourceDBClusterIdentifier: refer('source') }, aurora.cloudformation), system({ source_db_cluster_identifier: refer('source', 'arn') }, aurora.terraform)],
            ['undecided', 'its source is not here', { SourceDBClusterIdentifier: 'main' }, { source_db_cluster_identifier: 'main' }],
          ],
        },
        'RDS snapshot': {
          cloudformation: 'AWS::RDS::DBSnapshot',
          terraform: 'aws_db_snapshot',
          // prettier-ignore
          rows: [
            ['pass',      'the instance is encrypted', system({ DBInstanceIdentifier: refer('source') }, encrypted.cloudformation), system({ db_instance_identifier: refer('source', 'identifier') }, encrypted.terraform)],
            ['fail',      'the instance is not', system({ DBInstanceIdentifier: refer('source') }, plain.cloudformation), system({ db_instance_identifier: refer('source', 'identifier') }, plain.terraform)],
            ['undecided', 'the instance is not here', { DBInstanceIdentifier: 'main' }, { db_instance_identifier: 'main' }],
            ['fail',      'it is there, and the provider says that it is not encrypted', null, system({ db_instance_identifier: 'main', encrypted: false }, {}, 'no-op')],
          ],
        },
        'RDS cluster snapshot': {
          cloudformation: 'AWS::RDS::ClusterSnapshot',
          terraform: 'aws_db_cluster_snapshot',
          // prettier-ignore
          rows: [
            ['fail',      'the cluster is not encrypted', system({ DBClusterIdentifier: refer('source') }, multiAz.cloudformation), system({ db_cluster_identifier: refer('source') }, multiAz.terraform)],
            ['undecided', 'the cluster is not here', { DBClusterIdentifier: 'main' }, { db_cluster_identifier: 'main' }],
          ],
        },
        'RDS snapshot copy': {
          cloudformation: null,
          terraform: 'aws_db_snapshot_copy',
          rows: [
            ['pass', 'a key is named', null, { source_db_snapshot_identifier: 'nightly', kms_key_id: 'alias/ours' }],
            ['undecided', 'no key is named', null, { source_db_snapshot_identifier: 'nightly' }],
          ],
        },
        'replica of RDS backups': {
          cloudformation: null,
          terraform: 'aws_db_instance_automated_backups_replication',
          // prettier-ignore
          rows: [
            ['fail', 'the instance is not encrypted', null, system({ source_db_instance_arn: refer('source', 'arn') }, plain.terraform)],
            ['pass', 'a key is named', null, { source_db_instance_arn: 'arn:aws:rds:eu-west-1:111122223333:db:main', kms_key_id: 'alias/ours' }],
          ],
        },
        'RDS shard group': {
          cloudformation: 'AWS::RDS::DBShardGroup',
          terraform: 'aws_rds_shard_group',
          // prettier-ignore
          rows: [
            ['pass', 'the cluster is a new Aurora cluster', system({ DBClusterIdentifier: refer('source') }, aurora.cloudformation), system({ db_cluster_identifier: refer('source') }, aurora.terraform)],
          ],
        },
        'RDS integration': {
          cloudformation: 'AWS::RDS::Integration',
          terraform: 'aws_rds_integration',
          rows: [['pass', 'nothing is said', {}, {}]],
        },
      },
      'customer-managed-key': {
        'RDS instance': {
          ...instance,
          // prettier-ignore
          rows: [
            ['fail',      'no key is named', { StorageEncrypted: true }, { storage_encrypted: true }],
            ['fail',      "the key is AWS's own", { StorageEncrypted: true, KmsKeyId: 'alias/aws/rds' }, { storage_encrypted: true, kms_key_id: 'alias/aws/rds' }],
            ['pass',      'the key is created beside it', system({ StorageEncrypted: true, KmsKeyId: refer('key', 'arn', 'Arn') }, key.cloudformation), system({ storage_encrypted: true, kms_key_id: refer('key', 'arn') }, key.terraform)],
            ['undecided', 'the key is a parameter', { StorageEncrypted: true, KmsKeyId: unknown }, { storage_encrypted: true, kms_key_id: unknown }],
          ],
        },
        'RDS cluster': {
          ...cluster,
          // prettier-ignore
          rows: [
            ['fail', 'Aurora encrypts with a key of its own', { Engine: 'aurora-mysql' }, { engine: 'aurora-mysql' }],
            ['pass', 'a key is named', { Engine: 'aurora-mysql', StorageEncrypted: true, KmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/1234' }, { engine: 'aurora-mysql', storage_encrypted: true, kms_key_id: 'arn:aws:kms:eu-west-1:111122223333:key/1234' }],
          ],
        },
        'RDS export task': {
          cloudformation: null,
          terraform: 'aws_rds_export_task',
          rows: [['pass', 'a key is named', null, { kms_key_id: 'arn:aws:kms:eu-west-1:111122223333:key/1234' }]],
        },
      },
      'endpoint-not-public': {
        'RDS instance': {
          ...instance,
          // prettier-ignore
          rows: [
            ['fail',      'it is switched on', { PubliclyAccessible: true }, { publicly_accessible: true }],
            ['fail',      'it is switched on as text', { PubliclyAccessible: 'true' }, { publicly_accessible: 'true' }],
            ['pass',      'it is switched off', { PubliclyAccessible: false }, { publicly_accessible: false }],
            ['undecided', 'the switch is a parameter', { PubliclyAccessible: unknown }, { publicly_accessible: unknown }],
            ['fail',      'nothing is said, and no subnet group is named', { Engine: 'mysql' }, null],
            ['pass',      'nothing is said: the provider switches it off', null, { engine: 'mysql' }],
            ['pass',      'nothing is said, in a subnet group created beside it', system({ DBSubnetGroupName: refer('nets') }, { nets: { type: 'AWS::RDS::DBSubnetGroup', properties: {} } }), null],
            ['pass',      'nothing is said, in a subnet group by name', { DBSubnetGroupName: 'private' }, null],
            ['fail',      'nothing is said, in the default subnet group', { DBSubnetGroupName: 'default' }, null],
            ['undecided', 'nothing is said, in a subnet group that is a parameter', { DBSubnetGroupName: unknown }, null],
            ['undecided', 'it is a replica that says nothing', { SourceDBInstanceIdentifier: 'main' }, null],
          ],
        },
        'instance of an RDS cluster': {
          ...member,
          // prettier-ignore
          rows: [
            ['pass', 'nothing is said', { Engine: 'aurora-mysql', DBClusterIdentifier: 'main' }, { engine: 'aurora-mysql', cluster_identifier: 'main' }],
            ['fail', 'it is switched on', { DBClusterIdentifier: 'main', PubliclyAccessible: true }, { cluster_identifier: 'main', publicly_accessible: true }],
          ],
        },
        'RDS cluster': {
          ...cluster,
          // prettier-ignore
          rows: [
            ['fail',      'it is Multi-AZ and switched on', { Engine: 'mysql', PubliclyAccessible: true }, null],
            ['fail',      'it is Multi-AZ, and no subnet group is named', { Engine: 'mysql' }, null],
            ['pass',      'it is Multi-AZ in a subnet group by name', { Engine: 'mysql', DBSubnetGroupName: 'private' }, null],
            ['undecided', 'it is Multi-AZ in a subnet group that is a parameter', { Engine: 'mysql', DBSubnetGroupName: unknown }, null],
            ['silent',    'it is Aurora, whose instances say it', { Engine: 'aurora-mysql' }, { engine: 'aurora-mysql' }],
          ],
        },
        'RDS shard group': {
          cloudformation: 'AWS::RDS::DBShardGroup',
          terraform: 'aws_rds_shard_group',
          // prettier-ignore
          rows: [
            ['undecided', 'nothing is said', {}, {}],
            ['fail',      'it is switched on', { PubliclyAccessible: true }, { publicly_accessible: true }],
          ],
        },
      },
      'transit-enforced': {
        'RDS instance': {
          ...instance,
          // prettier-ignore
          rows: [
            ['pass',      'it is PostgreSQL 15 or later, with the default parameters', { Engine: 'postgres', EngineVersion: '15.4' }, { engine: 'postgres', engine_version: '15.4' }],
            ['fail',      'it is PostgreSQL 14, with the default parameters', { Engine: 'postgres', EngineVersion: '14.9' }, { engine: 'postgres', engine_version: '14.9' }],
            ['pass',      'it is PostgreSQL of the version that RDS chooses', { Engine: 'postgres' }, { engine: 'postgres' }],
            ['undecided', 'it is PostgreSQL of a version it was created with', null, system({ engine: 'postgres' }, {}, 'no-op')],
            ['undecided', 'the version is a parameter', { Engine: 'postgres', EngineVersion: unknown }, { engine: 'postgres', engine_version: unknown }],
            ['undecided', 'the engine is a parameter', { Engine: unknown }, { engine: unknown }],
            ['pass',      'its parameter group forces TLS', system({ Engine: 'postgres', EngineVersion: '14.9', DBParameterGroupName: refer('group') }, forced.cloudformation), system({ engine: 'postgres', engine_version: '14.9', parameter_group_name: refer('group', 'name') }, forced.terraform)],
            ['fail',      'its parameter group does not, though the version would', system({ Engine: 'postgres', EngineVersion: '16.1', DBParameterGroupName: refer('group') }, unforced.cloudformation), system({ engine: 'postgres', engine_version: '16.1', parameter_group_name: refer('group', 'name') }, unforced.terraform)],
            ['fail',      'its parameter group is for version 14, and says nothing of TLS', system({ Engine: 'postgres', DBParameterGroupName: refer('group') }, silentGroup.cloudformation), system({ engine: 'postgres', parameter_group_name: refer('group', 'name') }, silentGroup.terraform)],
            ['fail',      "its parameter group is RDS's own for version 14", { Engine: 'postgres', DBParameterGroupName: 'default.postgres14' }, { engine: 'postgres', parameter_group_name: 'default.postgres14' }],
            ['undecided', 'its parameter group is not here', { Engine: 'postgres', DBParameterGroupName: 'ours' }, { engine: 'postgres', parameter_group_name: 'ours' }],
            ['fail',      'it is MySQL with the default parameters', { Engine: 'mysql', EngineVersion: '8.0.35' }, { engine: 'mysql', engine_version: '8.0.35' }],
            ['pass',      'it is MySQL, and its parameter group forces TLS', system({ Engine: 'mysql', DBParameterGroupName: refer('group') }, secure.cloudformation), system({ engine: 'mysql', parameter_group_name: refer('group', 'name') }, secure.terraform)],
            ['fail',      'it is MariaDB 10.11', { Engine: 'mariadb', EngineVersion: '10.11.6' }, { engine: 'mariadb', engine_version: '10.11.6' }],
            ['pass',      'it is MariaDB 11.8', { Engine: 'mariadb', EngineVersion: '11.8.3' }, { engine: 'mariadb', engine_version: '11.8.3' }],
            ['undecided', 'it is MariaDB of no version', { Engine: 'mariadb' }, { engine: 'mariadb' }],
            ['fail',      'it is SQL Server with the default parameters', { Engine: 'sqlserver-ex' }, { engine: 'sqlserver-ex' }],
            ['undecided', 'it is Oracle, which has no parameter for it', { Engine: 'oracle-ee' }, { engine: 'oracle-ee' }],
            ['silent',    'it is Aurora, whose cluster says it', { Engine: 'aurora-mysql', DBClusterIdentifier: 'main' }, { engine: 'aurora-mysql' }],
          ],
        },
        'RDS cluster': {
          ...cluster,
          // prettier-ignore
          rows: [
            ['pass',      'it is Aurora PostgreSQL 17', { Engine: 'aurora-postgresql', EngineVersion: '17.4' }, { engine: 'aurora-postgresql', engine_version: '17.4' }],
            ['fail',      'it is Aurora PostgreSQL 16', { Engine: 'aurora-postgresql', EngineVersion: '16.1' }, { engine: 'aurora-postgresql', engine_version: '16.1' }],
            ['undecided', 'it is Aurora PostgreSQL of no version', { Engine: 'aurora-postgresql' }, { engine: 'aurora-postgresql' }],
            ['fail',      'it is Aurora MySQL with the default parameters', { Engine: 'aurora-mysql' }, { engine: 'aurora-mysql' }],
            ['pass',      'its parameter group forces TLS', system({ Engine: 'aurora-mysql', DBClusterParameterGroupName: refer('group') }, secureCluster.cloudformation), system({ engine: 'aurora-mysql', db_cluster_parameter_group_name: refer('group', 'name') }, secureCluster.terraform)],
          ],
        },
        'RDS parameter group': {
          cloudformation: 'AWS::RDS::DBParameterGroup',
          terraform: 'aws_db_parameter_group',
          // prettier-ignore
          rows: [
            ['pass',      'nothing uses it, and it forces TLS', forced.cloudformation.group.properties, forced.terraform.group.properties],
            ['fail',      'nothing uses it, and it does not', unforced.cloudformation.group.properties, unforced.terraform.group.properties],
            ['undecided', 'nothing uses it, and the value is a parameter', { Family: 'postgres14', Parameters: { 'rds.force_ssl': unknown } }, { family: 'postgres14', parameter: [{ name: 'rds.force_ssl', value: unknown }] }],
            ['undecided', 'the family is a parameter', { Family: unknown }, { family: unknown }],
            ['silent',    'an instance uses it', system(unforced.cloudformation.group.properties, { db: { type: instance.cloudformation, properties: { DBParameterGroupName: refer() } } }), system(unforced.terraform.group.properties, { db: { type: instance.terraform, properties: { parameter_group_name: refer('it', 'name') } } })],
            ['silent',    'it is for instances of Aurora', { Family: 'aurora-postgresql16', Parameters: {} }, { family: 'aurora-postgresql16' }],
            ['silent',    'its engine has no parameter for it', { Family: 'oracle-ee-19' }, { family: 'oracle-ee-19' }],
          ],
        },
        'RDS cluster parameter group': {
          cloudformation: 'AWS::RDS::DBClusterParameterGroup',
          terraform: 'aws_rds_cluster_parameter_group',
          // prettier-ignore
          rows: [
            ['fail', 'nothing uses it, and it says nothing of TLS', { Family: 'aurora-postgresql16', Parameters: {} }, { family: 'aurora-postgresql16' }],
            ['pass', 'nothing uses it, and it forces TLS', secureCluster.cloudformation.group.properties, secureCluster.terraform.group.properties],
          ],
        },
        'RDS proxy': {
          cloudformation: 'AWS::RDS::DBProxy',
          terraform: 'aws_db_proxy',
          // prettier-ignore
          rows: [
            ['fail',      'nothing is said', {}, {}],
            ['pass',      'TLS is required', { RequireTLS: true }, { require_tls: true }],
            ['undecided', 'it is a parameter', { RequireTLS: unknown }, { require_tls: unknown }],
          ],
        },
      },
      'local-auth-disabled': {
        'RDS instance': {
          ...instance,
          // prettier-ignore
          rows: [
            ['fail',      'nothing is said', { Engine: 'postgres' }, { engine: 'postgres' }],
            ['pass',      'sign-in with IAM is switched on', { Engine: 'postgres', EnableIAMDatabaseAuthentication: true }, { engine: 'postgres', iam_database_authentication_enabled: true }],
            ['undecided', 'the switch is a parameter', { Engine: 'postgres', EnableIAMDatabaseAuthentication: unknown }, { engine: 'postgres', iam_database_authentication_enabled: unknown }],
            ['undecided', 'nothing is said, and the engine is a parameter', { Engine: unknown }, { engine: unknown }],
            ['silent',    'the version knows no sign-in with IAM', { Engine: 'mariadb', EngineVersion: '10.5.9' }, { engine: 'mariadb', engine_version: '10.5.9' }],
            ['fail',      'the version does, and nothing is said', { Engine: 'mariadb', EngineVersion: '10.6' }, { engine: 'mariadb', engine_version: '10.6' }],
            ['silent',    'the engine knows no sign-in with IAM', { Engine: 'oracle-ee' }, { engine: 'oracle-ee' }],
            ['silent',    'its cluster says it', { Engine: 'aurora-mysql', DBClusterIdentifier: 'main' }, { engine: 'aurora-mysql' }],
          ],
        },
        'RDS cluster': {
          ...cluster,
          // prettier-ignore
          rows: [
            ['fail',   'nothing is said', { Engine: 'aurora-mysql' }, { engine: 'aurora-mysql' }],
            ['pass',   'sign-in with IAM is switched on', { Engine: 'aurora-mysql', EnableIAMDatabaseAuthentication: true }, { engine: 'aurora-mysql', iam_database_authentication_enabled: true }],
            ['silent', 'it is Multi-AZ', { Engine: 'mysql' }, { engine: 'mysql' }],
          ],
        },
        'RDS proxy': {
          cloudformation: 'AWS::RDS::DBProxy',
          terraform: 'aws_db_proxy',
          // prettier-ignore
          rows: [
            ['fail',      'sign-in with IAM is off', { Auth: [{ AuthScheme: 'SECRETS', IAMAuth: 'DISABLED' }] }, { auth: [{ auth_scheme: 'SECRETS', iam_auth: 'DISABLED' }] }],
            ['fail',      'nothing is said of it', { Auth: [{ AuthScheme: 'SECRETS' }] }, { auth: [{ auth_scheme: 'SECRETS' }] }],
            ['pass',      'one of several ways is with IAM', { Auth: [{ AuthScheme: 'SECRETS' }, { IAMAuth: 'REQUIRED' }] }, { auth: [{ auth_scheme: 'SECRETS' }, { iam_auth: 'REQUIRED' }] }],
            ['pass',      'IAM is the default', { DefaultAuthScheme: 'IAM_AUTH' }, { default_auth_scheme: 'IAM_AUTH' }],
            ['undecided', 'it is a parameter', { Auth: [{ IAMAuth: unknown }] }, { auth: [{ iam_auth: unknown }] }],
          ],
        },
      },
      'snapshot-not-shared': {
        'RDS snapshot': {
          cloudformation: null,
          terraform: 'aws_db_snapshot',
          rows: [
            ['fail', 'it is shared with an account', null, { shared_accounts: ['111122223333'] }],
            ['pass', 'nothing is said', null, {}],
            ['undecided', 'the accounts are a variable', null, { shared_accounts: unknown }],
          ],
        },
      },
      'snapshot-not-public': {
        'RDS snapshot': {
          cloudformation: null,
          terraform: 'aws_db_snapshot',
          // prettier-ignore
          rows: [
            ['fail',      'it is shared with all', null, { shared_accounts: ['all'] }],
            ['fail',      'all stands beside an account', null, { shared_accounts: ['111122223333', 'all'] }],
            ['pass',      'it is shared with an account', null, { shared_accounts: ['111122223333'] }],
            ['pass',      'nothing is said', null, {}],
            ['undecided', 'an account is a variable', null, { shared_accounts: [unknown] }],
          ],
        },
        'RDS cluster snapshot': {
          cloudformation: null,
          terraform: 'aws_db_cluster_snapshot',
          rows: [['fail', 'it is shared with all', null, { shared_accounts: ['all'] }]],
        },
        'RDS snapshot copy': {
          cloudformation: null,
          terraform: 'aws_db_snapshot_copy',
          rows: [['fail', 'it is shared with all', null, { shared_accounts: ['all'] }]],
        },
        'RDS cluster snapshot copy': {
          cloudformation: null,
          terraform: 'aws_rds_cluster_snapshot_copy',
          rows: [['fail', 'it is shared with all', null, { shared_accounts: ['all'] }]],
        },
      },
    },
    {
      'no-secret-in-clear': {
        'RDS instance': secretTable({
          ...instance,
          inCloudformation: (secret) => ({ Engine: 'mysql', MasterUserPassword: secret }),
          inTerraform: (secret) => ({ engine: 'mysql', password: secret }),
        }),
        'RDS instance, TDE': secretTable({
          cloudformation: instance.cloudformation,
          terraform: null,
          inCloudformation: (secret) => ({ Engine: 'oracle-ee', TdeCredentialPassword: secret }),
        }),
        'RDS cluster': secretTable({
          ...cluster,
          inCloudformation: (secret) => ({ Engine: 'aurora-mysql', MasterUserPassword: secret }),
          inTerraform: (secret) => ({ engine: 'aurora-mysql', master_password: secret }),
        }),
      },
    },
  ),
};
