import { is, not } from '../model/truth';
import { control } from './control';

export const networkSegmented = control({
  id: 'network-segmented',
  area: 'network-controls',
  severity: 'low',
  gate: 'off',
  judges: 'network-path',
  title: 'What is attached to one network does not all reach each other',
  failure: 'joins everything that is attached to it',
  why: 'With the default route table of a hub, a new network reaches all others; without a network policy in a cluster, every pod does.',
  fix: 'Switch the default association and propagation off, and write route tables by purpose; in a cluster, choose a network policy.',
  holds: ({ path, open }) => (path === 'mesh' ? not(is(open, (on) => on, 'way between what is attached')) : undefined),
});
