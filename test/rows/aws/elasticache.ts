import { secretTable } from '../../support/secret-rows';
import { keptStoreTables, merged } from '../../support/store-rows';
import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { elasticacheUpkeep } from './elasticache-upkeep';

const group = { cloudformation: 'AWS::ElastiCache::ReplicationGroup', terraform: 'aws_elasticache_replication_group' };
const cluster = { cloudformation: 'AWS::ElastiCache::CacheCluster', terraform: 'aws_elasticache_cluster' };
const serverless = { cloudformation: 'AWS::ElastiCache::ServerlessCache', terraform: 'aws_elasticache_serverless_cache' }; // prettier-ignore
const user = { cloudformation: 'AWS::ElastiCache::User', terraform: 'aws_elasticache_user' };
const on = { main: { type: group.terraform, properties: { at_rest_encryption_enabled: true, transit_encryption_enabled: true } } }; // prettier-ignore
const off = { main: { type: group.terraform, properties: {} } };

export const elasticacheRows: ServiceRows = {
  service: 'elasticache',
  controls: merged(
    elasticacheUpkeep,
    {
      'storage-encrypted': {
        'ElastiCache replication group': {
          ...group,
          // prettier-ignore
          rows: [
            ['fail',      'nothing is said, which means Redis', {}, {}],
            ['fail',      'it is switched off', { AtRestEncryptionEnabled: false }, { at_rest_encryption_enabled: false }],
            ['pass',      'it is switched on', { AtRestEncryptionEnabled: true }, { at_rest_encryption_enabled: true }],
            ['pass',      'it is switched on as text', { AtRestEncryptionEnabled: 'true' }, { at_rest_encryption_enabled: 'true' }],
            ['undecided', 'it is a parameter', { AtRestEncryptionEnabled: unknown }, { at_rest_encryption_enabled: unknown }],
            ['pass',      'it is Valkey, and nothing is said', null, { engine: 'valkey' }],
            ['undecided', 'it is Valkey, of which CloudFormation says the opposite', { Engine: 'valkey' }, null],
            ['fail',      'it is Valkey and switched off', { Engine: 'valkey', AtRestEncryptionEnabled: false }, { engine: 'valkey', at_rest_encryption_enabled: false }],
            ['undecided', 'it joins a global datastore, whose primary decides', { GlobalReplicationGroupId: 'world' }, { global_replication_group_id: 'world' }],
          ],
        },
        'ElastiCache cluster': {
          ...cluster,
          // prettier-ignore
          rows: [
            ['fail',      'it is Redis: there is no switch', { Engine: 'redis' }, { engine: 'redis' }],
            ['silent',    'it is Memcached, which keeps nothing on disk', { Engine: 'memcached' }, { engine: 'memcached' }],
            ['undecided', 'the engine is a parameter', { Engine: unknown }, { engine: unknown }],
            ['pass',      'its replication group is encrypted', null, system({ replication_group_id: refer('main') }, on)],
            ['fail',      'its replication group is not', null, system({ replication_group_id: refer('main') }, off)],
            ['undecided', 'its replication group is not here', null, { replication_group_id: 'main' }],
          ],
        },
      },
      'customer-managed-key': {
        'ElastiCache replication group': {
          ...group,
          // prettier-ignore
          rows: [
            ['fail', 'no key is named', { AtRestEncryptionEnabled: true }, { at_rest_encryption_enabled: true }],
            ['pass', 'a key is named', { AtRestEncryptionEnabled: true, KmsKeyId: 'alias/ours' }, { at_rest_encryption_enabled: true, kms_key_id: 'alias/ours' }],
          ],
        },
      },
      'transit-encrypted': {
        'ElastiCache replication group': {
          ...group,
          // prettier-ignore
          rows: [
            ['fail',      'nothing is said, which means Redis', {}, {}],
            ['fail',      'it is switched off', { TransitEncryptionEnabled: false }, { transit_encryption_enabled: false }],
            ['pass',      'it is switched on', { TransitEncryptionEnabled: true }, { transit_encryption_enabled: true }],
            ['fail',      'it is preferred, and plain text served too', { TransitEncryptionEnabled: true, TransitEncryptionMode: 'preferred' }, { transit_encryption_enabled: true, transit_encryption_mode: 'preferred' }],
            ['undecided', 'it is a parameter', { TransitEncryptionEnabled: unknown }, { transit_encryption_enabled: unknown }],
            ['undecided', 'the mode is a parameter', { TransitEncryptionEnabled: true, TransitEncryptionMode: unknown }, { transit_encryption_enabled: true, transit_encryption_mode: unknown }],
            ['undecided', 'it is Valkey, and nothing is said', { Engine: 'valkey' }, { engine: 'valkey' }],
          ],
        },
        'ElastiCache cluster': {
          ...cluster,
          // prettier-ignore
          rows: [
            ['fail', 'nothing is said', { Engine: 'memcached' }, { engine: 'memcached' }],
            ['pass', 'it is switched on', { Engine: 'memcached', TransitEncryptionEnabled: true }, { engine: 'memcached', transit_encryption_enabled: true }],
            ['pass', 'its replication group is encrypted', null, system({ replication_group_id: refer('main') }, on)],
          ],
        },
        'ElastiCache serverless cache': {
          ...serverless,
          rows: [['pass', 'nothing is said: it serves TLS only', { Engine: 'valkey' }, { engine: 'valkey' }]],
        },
      },
      'sign-in-required-inside': {
        'ElastiCache user': {
          ...user,
          // prettier-ignore
          rows: [
            ['fail',      'no password is required', { NoPasswordRequired: true, AccessString: 'on ~* +@all' }, { no_password_required: true, access_string: 'on ~* +@all' }],
            ['fail',      'no password is required, by its type', { AuthenticationMode: { Type: 'no-password-required' }, AccessString: 'on ~* +@all' }, { authentication_mode: [{ type: 'no-password-required' }], access_string: 'on ~* +@all' }],
            ['pass',      'no password is required of a user that is switched off', { NoPasswordRequired: true, AccessString: 'off -@all' }, { no_password_required: true, access_string: 'off -@all' }],
            ['pass',      'nothing is said', { AccessString: 'on ~* +@all' }, { access_string: 'on ~* +@all' }],
            ['pass',      'it signs in with IAM', { AuthenticationMode: { Type: 'iam' }, AccessString: 'on ~* +@all' }, { authentication_mode: [{ type: 'iam' }], access_string: 'on ~* +@all' }],
            ['undecided', 'the switch is a parameter', { NoPasswordRequired: unknown, AccessString: 'on ~* +@all' }, { no_password_required: unknown, access_string: 'on ~* +@all' }],
          ],
        },
      },
      'no-secret-in-clear': {
        'ElastiCache replication group': secretTable({
          ...group,
          inCloudformation: (secret) => ({ AuthToken: secret }),
          inTerraform: (secret) => ({ auth_token: secret }),
        }),
        'ElastiCache user': secretTable({
          ...user,
          inCloudformation: (secret) => (secret === undefined ? {} : { Passwords: [secret] }),
          inTerraform: (secret) => (secret === undefined ? {} : { passwords: [secret] }),
        }),
        'ElastiCache user, by its mode of authentication': secretTable({
          ...user,
          inCloudformation: (secret) => (secret === undefined ? {} : { AuthenticationMode: { Type: 'password', Passwords: [secret] } }), // prettier-ignore
          inTerraform: (secret) => (secret === undefined ? {} : { authentication_mode: [{ type: 'password', passwords: [secret] }] }), // prettier-ignore
        }),
      },
    },
    keptStoreTables({
      noun: 'ElastiCache serverless cache',
      ...serverless,
      inCloudformation: (key) => ({ KmsKeyId: key }),
      inTerraform: (key) => ({ kms_key_id: key }),
    }),
    keptStoreTables({
      noun: 'ElastiCache serverless snapshot',
      cloudformation: 'AWS::ElastiCache::ServerlessCacheSnapshot',
      terraform: null,
      inCloudformation: (key) => ({ KmsKeyId: key }),
    }),
  ),
};
