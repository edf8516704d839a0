import { all, is, not } from '../model/truth';
import { openToInternet, reachesAnyPort } from './network-exposure';
import { control } from './control';

export const egressConfined = control({
  id: 'egress-confined',
  area: 'network-controls',
  severity: 'low',
  gate: 'off',
  judges: ['egress-rule', 'way-out'],
  title: 'Outgoing connections are confined',
  failure: 'lets connections out to the whole internet',
  why: 'Whoever gets in wants to get data out. An open way out asks nobody.',
  fix: 'Name the destinations that are needed, or leave by a proxy or an endpoint in the network.',
  holds: (fact) =>
    fact.kind === 'way-out'
      ? not(is(fact.open, (on) => on, 'way to the internet'))
      : not(all(openToInternet(fact), reachesAnyPort(fact))),
});
