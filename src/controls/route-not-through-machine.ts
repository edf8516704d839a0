import { is, not } from '../model/truth';
import { control } from './control';

export const routeNotThroughMachine = control({
  id: 'route-not-through-machine',
  area: 'network-controls',
  severity: 'low',
  gate: 'off',
  judges: 'network-path',
  title: 'Default routes lead through gateways, not through machines of your own',
  failure: 'leads everywhere through a machine',
  why: 'A machine that forwards everything sees everything, and somebody has to keep it up and patched.',
  fix: 'Route through a NAT gateway, or a gateway load balancer where traffic is to be inspected.',
  holds: ({ path, open }) => (path === 'machine' ? not(is(open, (on) => on, 'route through a machine')) : undefined),
});
