import { refer, system, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { keptStore, terraformSetting } from './kept-store';

const type = 'google_firestore_database';
const noun = 'Firestore database';

export const firestoreRows: ServiceRows = {
  service: 'firestore',
  controls: merged(keptStore(noun, type, 'cmek_config.kms_key_name'), {
    'deletion-protected': {
      [noun]: terraformSetting(type, 'delete_protection_state', 'DELETE_PROTECTION_ENABLED', 'DELETE_PROTECTION_DISABLED', 'fail'),
    },
    'backup-kept': {
      [noun]: terraformSetting(
        type,
        'point_in_time_recovery_enablement',
        'POINT_IN_TIME_RECOVERY_ENABLED',
        'POINT_IN_TIME_RECOVERY_DISABLED',
        'fail',
        [['pass', 'a schedule stands beside it', null, system({ name: 'd' }, { schedule: { type: 'google_firestore_backup_schedule', properties: { database: refer('it', 'name'), retention: '86400s' } } })]],
      ),
    },
  }),
}; // prettier-ignore
