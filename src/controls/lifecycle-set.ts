import { is } from '../model/truth';
import { control } from './control';

export const lifecycleSet = control({
  id: 'lifecycle-set',
  area: 'backup-recovery',
  severity: 'low',
  gate: 'off',
  judges: 'lifecycle',
  title: 'Old data is taken away by rule',
  failure: 'keeps everything until somebody deletes it',
  why: 'What nobody needs any more can still leak, and old versions cost without end.',
  fix: 'Write a lifecycle rule for old objects, versions and unfinished uploads.',
  holds: ({ managed }) => is(managed, (on) => on, 'lifecycle rule'),
});
