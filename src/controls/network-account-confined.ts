import { is, not } from '../model/truth';
import { control } from './control';

export const networkAccountConfined = control({
  id: 'network-account-confined',
  area: 'network-controls',
  severity: 'low',
  gate: 'note',
  judges: 'network-path',
  title: 'Networks are connected within the account',
  failure: 'is connected to a network of another account',
  why: 'Whoever runs the other account reaches into this network, as far as routes and security groups let them.',
  fix: 'Connect networks of other accounts only where it is meant, and through an endpoint service where one service is enough.',
  holds: ({ path, open }) => (path === 'foreign' ? not(is(open, (on) => on, 'other account')) : undefined),
});
