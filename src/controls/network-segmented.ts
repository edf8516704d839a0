import { is, not } from '../model/truth';
import { control } from './control';

export const networkSegmented = control({
  id: 'network-segmented',
  area: 'network-controls',
  severity: 'low',
  gate: 'off',
  judges: 'network-path',
  title: 'Networks that are attached to a hub do not all reach each other',
  failure: 'joins every network that is attached to it',
  why: 'With the default route table, a new attachment reaches all others, and is reached by them.',
  fix: 'Switch the default association and propagation off, and write route tables by purpose.',
  holds: ({ path, open }) => (path === 'mesh' ? not(is(open, (on) => on, 'routes between attachments')) : undefined),
});
