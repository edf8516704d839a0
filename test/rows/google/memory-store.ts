import { type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { keptStore, terraformSetting } from './kept-store';

const redis = 'google_redis_instance';
const cluster = 'google_redis_cluster';
const memorystore = 'google_memorystore_instance';
const always = (verdict: 'pass' | 'fail') => ({
  cloudformation: null,
  terraform: 'google_memcache_instance',
  rows: [[verdict, 'nothing is said', null, {}]] as const,
});

export const memoryStoreRows: ServiceRows = {
  service: 'memorystore',
  controls: merged(
    keptStore('Redis instance', redis, 'customer_managed_key'),
    keptStore('Redis cluster', cluster, 'kms_key'),
    keptStore('Memorystore instance', memorystore, 'kms_key'),
    {
      'sign-in-required-inside': {
        'Redis instance': terraformSetting(redis, 'auth_enabled', true, false, 'fail'),
        'Redis cluster': terraformSetting(
          cluster,
          'authorization_mode',
          'AUTH_MODE_IAM_AUTH',
          'AUTH_MODE_DISABLED',
          'fail',
        ),
        'Memorystore instance': terraformSetting(
          memorystore,
          'authorization_mode',
          'IAM_AUTH',
          'AUTH_DISABLED',
          'fail',
        ),
        'Memcached instance': always('fail'),
      },
      'transit-encrypted': {
        'Redis instance': terraformSetting(redis, 'transit_encryption_mode', 'SERVER_AUTHENTICATION', 'DISABLED', 'fail'),
        'Redis cluster': terraformSetting(cluster, 'transit_encryption_mode', 'TRANSIT_ENCRYPTION_MODE_SERVER_AUTHENTICATION', 'TRANSIT_ENCRYPTION_MODE_DISABLED', 'fail'),
        'Memorystore instance': terraformSetting(memorystore, 'transit_encryption_mode', 'SERVER_AUTHENTICATION', 'TRANSIT_ENCRYPTION_DISABLED', 'fail'),
        'Memcached instance': always('fail'),
      }, // prettier-ignore
      'backup-kept': {
        'Redis instance': terraformSetting(redis, 'persistence_config.persistence_mode', 'RDB', 'DISABLED', 'fail'),
        'Redis cluster': terraformSetting(cluster, 'persistence_config.mode', 'AOF', 'DISABLED', 'fail'),
        'Memorystore instance': terraformSetting(memorystore, 'persistence_config.mode', 'RDB', 'DISABLED', 'fail', [
          ['pass', 'backups are made', null, { automated_backup_config: { retention: '86400s' } }],
        ]),
      },
      'placed-in-network': {
        'Redis instance': terraformSetting(redis, 'authorized_network', 'mine', 'default', 'fail'),
      },
      'deletion-protected': {
        'Redis cluster': terraformSetting(cluster, 'deletion_protection_enabled', true, false, 'pass'),
        'Memorystore instance': terraformSetting(memorystore, 'deletion_protection_enabled', true, false, 'pass'),
      },
    },
  ),
};
