import { is } from '../model/truth';
import { control } from './control';

export const deletionProtected = control({
  id: 'deletion-protected',
  area: 'backup-recovery',
  severity: 'medium',
  gate: 'warn',
  judges: 'deletion-protection',
  title: 'Data cannot be deleted by mistake',
  failure: 'can be deleted by a single call',
  why: 'One wrong call, or one careless change of the code, takes the data away.',
  fix: 'Switch deletion protection on.',
  holds: ({ of = 'data', on }) =>
    of === 'data' ? is(on, (protection) => protection, 'deletion protection') : undefined,
});
