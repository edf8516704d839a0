import { unknown, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { keptStore, terraformSetting } from './kept-store';

const plan = 'google_gke_backup_backup_plan';
const schedule = { backup_schedule: [{ cron_schedule: '0 3 * * *' }] };

export const gkeBackupRows: ServiceRows = {
  service: 'gke-backup',
  controls: merged(keptStore('plan', plan, 'backup_config.encryption_key.gcp_kms_encryption_key'), {
    'backup-kept': {
      plan: {
        cloudformation: null,
        terraform: plan,
        rows: [
          ['fail', 'nothing is said', null, {}],
          ['pass', 'it has a schedule', null, schedule],
          ['pass', 'it has a goal', null, { backup_schedule: [{ rpo_config: [{ target_rpo_minutes: 120 }] }] }],
          ['fail', 'the schedule is paused', null, { backup_schedule: [{ cron_schedule: '0 3 * * *', paused: true }] }],
          ['fail', 'the plan is switched off', null, { ...schedule, deactivated: true }],
          ['undecided', 'it is settled at apply', null, { ...schedule, deactivated: unknown }],
        ],
      },
    },
    'backups-kept-a-week': { plan: terraformSetting(plan, 'retention_policy.backup_retain_days', 30, 2, 'pass') },
    'copies-immutable': { plan: terraformSetting(plan, 'retention_policy.backup_delete_lock_days', 14, 0, 'fail') },
  }),
};
