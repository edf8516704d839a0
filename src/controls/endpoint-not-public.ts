import { is, not } from '../model/truth';
import { control } from './control';

export const endpointNotPublic = control({
  id: 'endpoint-not-public',
  area: 'network-controls',
  severity: 'high',
  gate: 'block',
  judges: 'public-endpoint',
  title: 'Data stores and control planes are not reachable from the internet',
  failure: 'is reachable from the internet',
  why: 'A public address leaves only the password between everyone and the data. The provider assigns one when it is told to.',
  fix: 'Switch public accessibility off and place it in private subnets.',
  holds: ({ role, public: open }) =>
    role === 'store' ? not(is(open, (reachable) => reachable, 'public endpoint')) : undefined,
});
