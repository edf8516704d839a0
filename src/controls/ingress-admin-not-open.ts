import { all, not } from '../model/truth';
import { openToInternet, reachesAdministration } from './network-exposure';
import { control } from './control';

export const ingressAdminNotOpen = control({
  id: 'ingress-admin-not-open',
  area: 'network-controls',
  severity: 'critical',
  gate: 'block',
  judges: 'ingress-rule',
  title: 'Administration and database ports are not open to the internet',
  failure: 'opens administration or database ports to the internet',
  why: 'Ports of remote administration and databases are tried by everyone within minutes of being opened. The network is yours to close.',
  fix: 'Name the networks or security groups that need the port; administer through a session manager.',
  holds: (rule) => not(all(openToInternet(rule), reachesAdministration(rule))),
});
