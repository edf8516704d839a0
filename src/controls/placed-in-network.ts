import { is } from '../model/truth';
import { control } from './control';

export const placedInNetwork = control({
  id: 'placed-in-network',
  area: 'network-controls',
  severity: 'low',
  gate: 'off',
  judges: 'network-placement',
  title: 'Machines, functions and stores are placed in a network that somebody chose',
  failure: 'is placed in no network that somebody chose',
  why: 'The default network is shared by everything nobody thought about; outside of a network, no rule of a network says who may connect.',
  fix: 'Name private subnets of a network of your own.',
  holds: ({ chosen }) => is(chosen, (named) => named, 'subnets'),
});
