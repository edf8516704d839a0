import { unknown } from '../../support/row';
import { placementTables } from '../../support/placement-rows';
import { merged } from '../../support/store-rows';
import { settingTables, spelled } from '../../support/setting-rows';

/** Backups, guards, upgrades, versions and records. */
export const elasticacheUpkeep = {
  ...merged(
    placementTables('ElastiCache replication group', {
      types: ['AWS::ElastiCache::ReplicationGroup', 'aws_elasticache_replication_group'],
      subnets: ['CacheSubnetGroupName', 'subnet_group_name'],
      groups: ['SecurityGroupIds', 'security_group_ids'],
    }),
    placementTables('ElastiCache cluster', {
      types: ['AWS::ElastiCache::CacheCluster', 'aws_elasticache_cluster'],
      subnets: ['CacheSubnetGroupName', 'subnet_group_name'],
      groups: ['VpcSecurityGroupIds', 'security_group_ids'],
    }),
    placementTables('ElastiCache serverless cache', {
      types: ['AWS::ElastiCache::ServerlessCache', 'aws_elasticache_serverless_cache'],
      subnets: ['SubnetIds', 'subnet_ids'],
      groups: ['SecurityGroupIds', 'security_group_ids'],
    }),
  ),
  'backup-kept': settingTables({
    'ElastiCache replication group': {
      types: ['AWS::ElastiCache::ReplicationGroup', 'aws_elasticache_replication_group'],
      path: ['SnapshotRetentionLimit', 'snapshot_retention_limit'],
      pass: 7,
      fail: 0,
      silence: ['fail', 'fail'],
    },
    'ElastiCache cluster': {
      types: ['AWS::ElastiCache::CacheCluster', 'aws_elasticache_cluster'],
      path: ['SnapshotRetentionLimit', 'snapshot_retention_limit'],
      pass: 7,
      fail: 0,
      silence: ['fail', 'fail'],
      beside: [{ Engine: 'redis' }, { engine: 'redis' }],
      more: [['silent', 'it is Memcached', { Engine: 'memcached' }, { engine: 'memcached' }]],
    },
    'ElastiCache serverless cache': {
      types: ['AWS::ElastiCache::ServerlessCache', 'aws_elasticache_serverless_cache'],
      path: ['SnapshotRetentionLimit', 'snapshot_retention_limit'],
      pass: 7,
      fail: 0,
      silence: ['fail', 'fail'],
      beside: [{ Engine: 'redis' }, { engine: 'redis' }],
    },
  }),
  'engine-upgrades-automatic': settingTables({
    'ElastiCache replication group': {
      types: ['AWS::ElastiCache::ReplicationGroup', 'aws_elasticache_replication_group'],
      path: ['AutoMinorVersionUpgrade', 'auto_minor_version_upgrade'],
      pass: true,
      fail: false,
      silence: ['undecided', 'pass'],
    },
    'ElastiCache cluster': {
      types: ['AWS::ElastiCache::CacheCluster', 'aws_elasticache_cluster'],
      path: ['AutoMinorVersionUpgrade', 'auto_minor_version_upgrade'],
      pass: true,
      fail: false,
      silence: ['undecided', 'pass'],
      beside: [{ Engine: 'redis' }, { engine: 'redis' }],
      more: [['silent', 'it is Memcached', { Engine: 'memcached' }, { engine: 'memcached' }]],
    },
  }),
  'access-logged': settingTables({
    'ElastiCache replication group': {
      types: ['AWS::ElastiCache::ReplicationGroup', 'aws_elasticache_replication_group'],
      path: ['LogDeliveryConfigurations', 'log_delivery_configuration'],
      pass: spelled([{ LogType: 'slow-log' }], [{ log_type: 'slow-log' }]),
      fail: [],
      silence: ['fail', 'fail'],
    },
    'ElastiCache cluster': {
      types: ['AWS::ElastiCache::CacheCluster', 'aws_elasticache_cluster'],
      path: ['LogDeliveryConfigurations', 'log_delivery_configuration'],
      pass: spelled([{ LogType: 'slow-log' }], [{ log_type: 'slow-log' }]),
      fail: [],
      silence: ['fail', 'fail'],
      beside: [{ Engine: 'redis' }, { engine: 'redis' }],
      more: [['silent', 'it is Memcached', { Engine: 'memcached' }, { engine: 'memcached' }]],
    },
  }),
  'runtime-supported': {
    'ElastiCache replication group': {
      cloudformation: 'AWS::ElastiCache::ReplicationGroup',
      terraform: 'aws_elasticache_replication_group',
      rows: [
        ['pass', 'it is supported', { EngineVersion: '7.0' }, { engine_version: '7.0' }],
        ['pass', 'it has extended support', { EngineVersion: '5.0.6' }, { engine_version: '5.0.6' }],
        ['pass', 'nothing is said', {}, {}],
        ['undecided', 'it is a parameter', { EngineVersion: unknown }, { engine_version: unknown }],
        ['silent', 'it is Valkey', { Engine: 'valkey' }, { engine: 'valkey' }],
      ] as const,
    },
    'ElastiCache cluster': {
      cloudformation: 'AWS::ElastiCache::CacheCluster',
      terraform: 'aws_elasticache_cluster',
      rows: [
        [
          'pass',
          'it is supported',
          { Engine: 'redis', EngineVersion: '6.2' },
          { engine: 'redis', engine_version: '6.2' },
        ],
        ['silent', 'it is Memcached', { Engine: 'memcached' }, { engine: 'memcached' }],
      ] as const,
    },
  },
  'default-port-avoided': settingTables({
    'ElastiCache replication group': {
      types: ['AWS::ElastiCache::ReplicationGroup', 'aws_elasticache_replication_group'],
      path: ['Port', 'port'],
      pass: 6380,
      fail: 6379,
      silence: ['fail', 'fail'],
    },
    'ElastiCache cluster': {
      types: ['AWS::ElastiCache::CacheCluster', 'aws_elasticache_cluster'],
      path: ['Port', 'port'],
      pass: 11212,
      fail: 11211,
      silence: ['fail', 'fail'],
      beside: [{ Engine: 'memcached' }, { engine: 'memcached' }],
    },
  }),
  'sign-in-required-inside': settingTables({
    'ElastiCache replication group': {
      types: ['AWS::ElastiCache::ReplicationGroup', 'aws_elasticache_replication_group'],
      path: ['UserGroupIds', 'user_group_ids'],
      pass: ['ours'],
      fail: [],
      silence: ['fail', 'fail'],
      beside: [{ TransitEncryptionEnabled: true }, { transit_encryption_enabled: true }],
      more: [
        ['pass', 'a token is asked for', { AuthToken: 'x', TransitEncryptionEnabled: true }, { auth_token: 'x', transit_encryption_enabled: true }],
        ['fail', 'a token is written, and nothing is encrypted', { AuthToken: 'x' }, { auth_token: 'x' }],
      ], // prettier-ignore
    },
    'ElastiCache serverless cache': {
      types: ['AWS::ElastiCache::ServerlessCache', 'aws_elasticache_serverless_cache'],
      path: ['UserGroupId', 'user_group_id'],
      pass: 'ours',
      fail: '',
      silence: ['fail', 'fail'],
      beside: [{ Engine: 'redis' }, { engine: 'redis' }],
    },
  }),
  'access-fine-grained': settingTables({
    'ElastiCache replication group': {
      types: ['AWS::ElastiCache::ReplicationGroup', 'aws_elasticache_replication_group'],
      path: ['UserGroupIds', 'user_group_ids'],
      pass: ['ours'],
      fail: [],
      silence: ['fail', 'fail'],
      more: [['fail', 'one token is for all', { AuthToken: 'x' }, { auth_token: 'x' }]],
    },
    'ElastiCache serverless cache': {
      types: ['AWS::ElastiCache::ServerlessCache', 'aws_elasticache_serverless_cache'],
      path: ['UserGroupId', 'user_group_id'],
      pass: 'ours',
      fail: '',
      silence: ['fail', 'fail'],
      beside: [{ Engine: 'redis' }, { engine: 'redis' }],
    },
  }),
};
