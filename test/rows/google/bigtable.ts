import { type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { keptStore, terraformSetting } from './kept-store';

const instance = 'google_bigtable_instance';
const table = 'google_bigtable_table';

export const bigtableRows: ServiceRows = {
  service: 'bigtable',
  controls: merged(keptStore('Bigtable instance', instance, 'cluster.kms_key_name'), {
    'customer-managed-key': {
      'several clusters': {
        cloudformation: null,
        terraform: instance,
        rows: [
          ['fail', 'one has no key', null, { cluster: [{ cluster_id: 'a', kms_key_name: 'k' }, { cluster_id: 'b' }] }],
          ['pass', 'each has', null, { cluster: [{ cluster_id: 'a', kms_key_name: 'k' }, { cluster_id: 'b', kms_key_name: 'k' }] }],
        ],
      }, // prettier-ignore
    },
    'deletion-protected': {
      'Bigtable instance': terraformSetting(instance, 'deletion_protection', true, false, 'pass'),
      'Bigtable table': terraformSetting(table, 'deletion_protection', 'PROTECTED', 'UNPROTECTED', 'fail'),
    },
    'backup-kept': {
      'Bigtable table': terraformSetting(table, 'automated_backup_policy.retention_period', '72h0m0s', '0', 'fail', [
        [
          'fail',
          'none is kept, in hours and minutes',
          null,
          { automated_backup_policy: { retention_period: '0h0m0s' } },
        ],
      ]),
    },
  }),
};
