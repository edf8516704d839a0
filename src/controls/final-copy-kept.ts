import { is } from '../model/truth';
import { control } from './control';

export const finalCopyKept = control({
  id: 'final-copy-kept',
  area: 'backup-recovery',
  severity: 'low',
  gate: 'off',
  judges: 'final-copy',
  title: 'A copy stays when data is deleted',
  failure: 'leaves nothing behind when it is deleted',
  why: 'Automatic backups mostly go with what they are of. What is deleted by mistake is then gone.',
  fix: 'Let a final snapshot be taken, or keep the automatic backups.',
  holds: ({ kept }) => is(kept, (stays) => stays, 'copy at deletion'),
});
