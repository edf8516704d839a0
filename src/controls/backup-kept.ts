import { is } from '../model/truth';
import { control } from './control';

export const backupKept = control({
  id: 'backup-kept',
  area: 'backup-recovery',
  severity: 'medium',
  gate: 'warn',
  judges: 'backup',
  title: 'Data is backed up',
  failure: 'is not backed up',
  why: 'The provider keeps the service running, not your data from being deleted or encrypted by somebody else.',
  fix: 'Switch automatic backups or point-in-time recovery on, with a retention of some days.',
  holds: ({ kept }) => is(kept, (on) => on, 'automatic backups'),
});
