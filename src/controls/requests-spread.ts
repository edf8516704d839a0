import { is } from '../model/truth';
import { control } from './control';

export const requestsSpread = control({
  id: 'requests-spread',
  area: 'backup-recovery',
  severity: 'low',
  gate: 'off',
  judges: 'redundancy',
  title: 'Balancers send requests to the machines of every zone',
  failure: 'serves each zone by its own machines alone',
  why: 'A zone whose machines are few or lost answers slowly or not at all, while those of other zones stand idle.',
  fix: 'Switch cross-zone load balancing on.',
  holds: ({ of, kept }) => (of === 'requests' ? is(kept, (on) => on, 'cross-zone load balancing') : undefined),
});
