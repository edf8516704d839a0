import { is, not } from '../model/truth';
import { control } from './control';

export const frontPrivate = control({
  id: 'front-private',
  area: 'network-controls',
  severity: 'low',
  gate: 'off',
  judges: 'public-endpoint',
  title: 'APIs and balancers are reached from private networks alone',
  failure: 'is reached from the internet',
  why: 'A front that serves one organization need not be there for everybody to try.',
  fix: 'Make the endpoint private or the balancer internal, and reach it through the network.',
  holds: ({ role, public: open, byNature }) =>
    role === 'front' && !byNature ? not(is(open, (reachable) => reachable, 'public endpoint')) : undefined,
});
