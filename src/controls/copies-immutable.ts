import { is } from '../model/truth';
import { control } from './control';

export const copiesImmutable = control({
  id: 'copies-immutable',
  area: 'backup-recovery',
  severity: 'low',
  gate: 'off',
  judges: 'immutability',
  title: 'What is kept cannot be taken away before its time',
  failure: 'lets its versions be deleted',
  why: 'Whoever takes over an administrator deletes the versions and backups first. A lock, or a second factor, holds against that.',
  fix: 'Lock objects for some days, or ask for a second factor to delete versions.',
  holds: ({ locked }) => is(locked, (on) => on, 'kept copies locked'),
});
