import { not } from '../model/truth';
import { namesNetwork } from './network-exposure';
import { control } from './control';

export const ingressPeersSingle = control({
  id: 'ingress-peers-single',
  area: 'network-controls',
  severity: 'low',
  gate: 'off',
  judges: 'ingress-rule',
  title: 'Ports are open to single addresses or security groups, not to networks',
  failure: 'is open to a network',
  why: 'A network holds machines that nobody thought of when the rule was written.',
  fix: 'Name security groups, or the single addresses that need the port.',
  holds: (rule) => not(namesNetwork(rule, 1n)),
});
