import { not } from '../model/truth';
import { opensPortRange } from './network-exposure';
import { control } from './control';

export const networkPortsNamed = control({
  id: 'network-ports-named',
  area: 'network-controls',
  severity: 'low',
  gate: 'off',
  judges: ['ingress-rule', 'network-acl-rule', 'network-acl-egress-rule'],
  title: 'Network rules open the ports that are needed one by one',
  failure: 'opens a range of ports',
  why: 'A range opens what stands in it by accident, today and whenever something new listens.',
  fix: 'Write a rule for each port that is needed.',
  holds: (rule) => not(opensPortRange(rule)),
});
