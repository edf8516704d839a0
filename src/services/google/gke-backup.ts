import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth } from '../../model/truth';
import { map, otherwise } from '../../model/value';
import type { Service } from '../service';
import { encryptionOf } from './encryption';

export const gkeBackup: Service = {
  name: 'gke-backup',
  types: { terraform: ['google_gke_backup_backup_plan'] },
  *facts(plan) {
    const about = { noun: 'backup plan', subject: plan };
    const { properties: written } = plan;
    yield backupFact(plan);
    const key = written.get('backup_config', 'encryption_key', 'gcp_kms_encryption_key');
    yield { kind: 'storage-at-rest', encryption: encryptionOf(key), requested: key.present(), ...about };
    const lock = otherwise(
      written.get('retention_policy', 'backup_delete_lock_days').number(),
      0,
      'copies may be deleted at once unless told otherwise',
    );
    yield { kind: 'immutability', locked: map(lock, (days) => days > 0), ...about };
  },
};

/**
 * Copies are made by a schedule, unless it is paused or the plan switched off; without one, when somebody asks.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/gke_backup_backup_plan
 */
function backupFact(plan: Resource): Fact {
  const { properties: written } = plan;
  const schedule = written.get('backup_schedule');
  const off = otherwise(written.get('deactivated').flag(), false, 'a plan is on unless it is switched off');
  const paused = otherwise(schedule.get('paused').flag(), false, 'a schedule runs unless it is paused');
  return {
    kind: 'backup',
    noun: 'backup plan',
    subject: plan,
    kept: settledTruth(
      all(
        not(is(off, (yes) => yes, 'switched off')),
        not(is(paused, (yes) => yes, 'paused')),
        any(
          is(schedule.get('cron_schedule').present(), (given) => given, 'schedule'),
          is(schedule.get('rpo_config').present(), (given) => given, 'schedule'),
        ),
      ),
      schedule.at,
    ),
    days: map(
      otherwise(
        written.get('retention_policy', 'backup_retain_days').number(),
        0,
        'copies are kept until somebody deletes them unless told otherwise',
      ),
      (days) => (days === 0 ? Infinity : days),
    ),
  };
}
