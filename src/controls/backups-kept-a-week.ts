import { is } from '../model/truth';
import { control } from './control';

/** @see https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html (RDS.11: seven days at least) */
export const backupsKeptAWeek = control({
  id: 'backups-kept-a-week',
  area: 'backup-recovery',
  severity: 'low',
  gate: 'note',
  judges: 'backup',
  title: 'Backups reach back a week',
  failure: 'has backups of less than a week',
  why: 'Damage to data is often found after days, when a backup of yesterday holds it already.',
  fix: 'Keep automatic backups for seven days at least.',
  yieldsTo: ['backup-kept'],
  holds: ({ days }) => days && is(days, (count) => count >= 7, 'days that backups are kept'),
});
