import { is } from '../model/truth';
import { control } from './control';

export const copiedElsewhere = control({
  id: 'copied-elsewhere',
  area: 'backup-recovery',
  severity: 'low',
  gate: 'off',
  judges: 'remote-copy',
  title: 'A copy is kept somewhere else',
  failure: 'keeps no copy elsewhere',
  why: 'A region, or an account, can be lost as a whole, with the backups in it.',
  fix: 'Replicate the data, or copy its backups, to another region or account.',
  holds: ({ kept }) => is(kept, (copied) => copied, 'copy elsewhere'),
});
