import { is } from '../model/truth';
import { control } from './control';

export const peersAuthenticated = control({
  id: 'peers-authenticated',
  area: 'in-transit',
  severity: 'low',
  gate: 'off',
  judges: 'front-guard',
  title: 'Both ends of a connection show a certificate',
  failure: 'connects without a certificate of the other end',
  why: 'With TLS on one side only, the other can be anybody.',
  fix: 'Ask callers for a client certificate, and show one to backends.',
  holds: ({ guard, kept }) =>
    guard === 'peer-certificate' ? is(kept, (on) => on, 'mutual authentication') : undefined,
});
