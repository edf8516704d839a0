import { is } from '../model/truth';
import { control } from './control';

export const versioned = control({
  id: 'versioned',
  area: 'backup-recovery',
  severity: 'low',
  gate: 'note',
  judges: 'versioning',
  title: 'What is overwritten can be had back',
  failure: 'keeps no earlier versions',
  why: 'Overwritten or deleted by mistake or by an intruder, an object without versions is gone.',
  fix: 'Switch versioning on.',
  holds: ({ on }) => is(on, (versions) => versions, 'versioning'),
});
