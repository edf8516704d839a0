import { not } from '../model/truth';
import { opensPortRange } from './network-exposure';
import { control } from './control';

export const egressPortsNamed = control({
  id: 'egress-ports-named',
  area: 'network-controls',
  severity: 'low',
  gate: 'off',
  judges: 'egress-rule',
  title: 'Outgoing connections name the ports that are needed one by one',
  failure: 'lets connections out on a range of ports',
  why: 'Whoever gets in looks for a port that leads out. A range leaves many.',
  fix: 'Write a rule for each port that is needed.',
  holds: (rule) => not(opensPortRange(rule)),
});
