import { is, not } from '../model/truth';
import { control } from './control';

export const defaultNetworkUnused = control({
  id: 'default-network-unused',
  area: 'network-controls',
  severity: 'low',
  gate: 'note',
  judges: 'default-network',
  title: 'Default networks and their rules are not used',
  failure: 'is, or stands in, a default network',
  why: 'Defaults are shared by everything nobody thought about, and open by design.',
  fix: 'Create a network of its own, and leave the default one without rules, or delete it.',
  holds: ({ used }) => used && not(is(used, (on) => on, 'default network in use')),
});
