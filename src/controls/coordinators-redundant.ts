import { is } from '../model/truth';
import { control } from './control';

export const coordinatorsRedundant = control({
  id: 'coordinators-redundant',
  area: 'backup-recovery',
  severity: 'low',
  gate: 'off',
  judges: 'redundancy',
  title: 'Enough nodes coordinate the others',
  failure: 'cannot agree who leads when a node is lost',
  why: 'A cluster whose coordinating nodes are fewer than three has no majority when one is lost, and answers nobody.',
  fix: 'Give the cluster three nodes at least that do nothing but coordinate.',
  holds: ({ of, kept }) => (of === 'coordination' ? is(kept, (on) => on, 'coordinating nodes') : undefined),
});
