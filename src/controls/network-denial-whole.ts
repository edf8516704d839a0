import { every, is } from '../model/truth';
import { isEveryAddress } from '../model/cidr';
import { control } from './control';

export const networkDenialWhole = control({
  id: 'network-denial-whole',
  area: 'network-controls',
  severity: 'low',
  gate: 'off',
  judges: 'network-acl-denial',
  title: 'Network ACLs deny everybody, not single networks',
  failure: 'denies single networks only',
  why: 'Whoever is denied by address comes back from another one.',
  fix: 'Deny all addresses, and allow the networks that are needed by rules with lower numbers.',
  holds: ({ peers }) => every(peers, (peer) => is(peer, isEveryAddress, 'denied block'), 'denied blocks'),
});
