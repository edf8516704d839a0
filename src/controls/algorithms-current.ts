import { is } from '../model/truth';
import { control } from './control';

export const algorithmsCurrent = control({
  id: 'algorithms-current',
  area: 'in-transit',
  severity: 'low',
  gate: 'note',
  judges: 'data-in-transit',
  title: 'Encryption in transit uses current algorithms',
  failure: 'accepts algorithms that its provider no longer recommends',
  why: 'Older sets of algorithms stay for the sake of old clients, and are what an attacker picks.',
  fix: 'Name the latest security policy of the service.',
  holds: ({ algorithmsCurrent }) => algorithmsCurrent && is(algorithmsCurrent, (on) => on, 'algorithms'),
});
