import { not } from '../model/truth';
import { namesNetwork } from './network-exposure';
import { control } from './control';

export const egressPeersSingle = control({
  id: 'egress-peers-single',
  area: 'network-controls',
  severity: 'low',
  gate: 'off',
  judges: 'egress-rule',
  title: 'Outgoing rules name single addresses or security groups, not networks',
  failure: 'lets connections out to a network',
  why: 'Whoever gets in goes on to what can be reached from there.',
  fix: 'Name security groups, prefix lists, or the single addresses that are needed.',
  holds: (rule) => (rule.initial === undefined ? not(namesNetwork(rule, 1n)) : undefined),
});
