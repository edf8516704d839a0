import { is } from '../model/truth';
import { control } from './control';

export const removalGuarded = control({
  id: 'removal-guarded',
  area: 'backup-recovery',
  severity: 'low',
  gate: 'off',
  judges: 'deletion-protection',
  title: 'Machines, clusters, fronts and records cannot be removed by mistake',
  failure: 'can be removed by a single call',
  why: 'What can be deployed again is away until somebody does; records that are gone cannot be written again.',
  fix: 'Switch deletion or termination protection on.',
  holds: ({ of = 'data', on }) =>
    of === 'data' ? undefined : is(on, (protection) => protection, 'deletion protection'),
});
