import { not } from '../model/truth';
import { namesNetwork } from './network-exposure';
import { control } from './control';

/** Half of a class C network: whoever needs more means a whole department. */
const few = 128n;

export const ingressPeersFew = control({
  id: 'ingress-peers-few',
  area: 'network-controls',
  severity: 'low',
  gate: 'off',
  judges: 'ingress-rule',
  title: 'Ports are open to small networks alone',
  failure: 'is open to a large network',
  why: 'The larger the network, the more likely that somebody in it has been broken into.',
  fix: 'Name security groups, or networks of at most 128 addresses.',
  holds: (rule) => not(namesNetwork(rule, few)),
});
