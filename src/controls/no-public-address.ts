import { is, not } from '../model/truth';
import { control } from './control';

export const noPublicAddress = control({
  id: 'no-public-address',
  area: 'network-controls',
  severity: 'medium',
  gate: 'warn',
  judges: 'public-endpoint',
  title: 'Machines and tasks have no public address',
  failure: 'comes with a public address',
  why: 'A machine with a public address is one security-group rule away from everyone.',
  fix: 'Do not assign public addresses; reach out through a NAT gateway, and in through a balancer or a session manager.',
  holds: ({ role, public: open }) =>
    role === 'compute' ? not(is(open, (reachable) => reachable, 'public address')) : undefined,
});
