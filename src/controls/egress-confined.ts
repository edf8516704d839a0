import { all, not } from '../model/truth';
import { openToInternet, allPorts } from './network-exposure';
import { control } from './control';

export const egressConfined = control({
  id: 'egress-confined',
  area: 'network-controls',
  severity: 'low',
  gate: 'off',
  judges: 'egress-rule',
  title: 'Outgoing connections are confined',
  failure: 'lets everything out to the internet',
  why: 'Whoever gets in wants to get data out. An open way out asks nobody.',
  fix: 'Name the destinations or ports that are needed.',
  holds: (rule) => not(all(openToInternet(rule), allPorts(rule))),
});
