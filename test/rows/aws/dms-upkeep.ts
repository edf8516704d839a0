import { unknown } from '../../support/row';
import { settingTables } from '../../support/setting-rows';

/** Backups, guards, upgrades, versions and records. */
export const dmsUpkeep = {
  'engine-upgrades-automatic': settingTables({
    'DMS replication instance': {
      types: ['AWS::DMS::ReplicationInstance', 'aws_dms_replication_instance'],
      path: ['AutoMinorVersionUpgrade', 'auto_minor_version_upgrade'],
      pass: true,
      fail: false,
      silence: ['pass', 'fail'],
    },
  }),
  'runtime-supported': settingTables({
    'DMS replication instance': {
      types: ['AWS::DMS::ReplicationInstance', 'aws_dms_replication_instance'],
      path: ['EngineVersion', 'engine_version'],
      pass: '3.5.4',
      fail: '3.4.5',
      silence: ['pass', 'pass'],
    },
  }),
  'customer-managed-key': settingTables({
    'DMS endpoint': {
      types: ['AWS::DMS::Endpoint', 'aws_dms_endpoint'],
      path: ['KmsKeyId', 'kms_key_arn'],
      pass: 'alias/ours',
      fail: 'alias/aws/dms',
      silence: ['fail', 'fail'],
    },
  }),
  'secret-managed': {
    'DMS endpoint': {
      cloudformation: 'AWS::DMS::Endpoint',
      terraform: 'aws_dms_endpoint',
      rows: [
        [
          'pass',
          'it names a secret',
          { MySqlSettings: { SecretsManagerSecretId: 'main' } },
          { secrets_manager_arn: 'main' },
        ],
        ['fail', 'it has a user and a password', { Username: 'u', Password: 'p' }, { username: 'u', password: 'p' }],
        ['silent', 'it signs in otherwise', {}, {}],
        [
          'undecided',
          'the secret is settled at deployment',
          { Username: 'u', MySqlSettings: { SecretsManagerSecretId: unknown } },
          { username: 'u', secrets_manager_arn: unknown },
        ],
      ] as const,
    },
  },
};
