import { is, not } from '../model/truth';
import { control } from './control';

export const routeNotToInternet = control({
  id: 'route-not-to-internet',
  area: 'network-controls',
  severity: 'low',
  gate: 'off',
  judges: 'network-path',
  title: 'Routes do not lead to the internet',
  failure: 'leads to the internet',
  why: 'Whatever stands in a subnet with such a route is reached from the internet as soon as it has a public address.',
  fix: 'Route through a NAT gateway or endpoints, and keep routes to an internet gateway for the subnets of balancers.',
  holds: ({ path, open }) => (path === 'internet' ? not(is(open, (on) => on, 'route to everywhere')) : undefined),
});
